// Texts in every encoding Chinese files have, with a mark, without one, with a wrong label, with broken places.
import { expect, test } from 'vitest';
import { decodeText } from '../../../src/core/documents/encoding';

const simplified = '发展新质生产力，要坚持因地制宜。各地要从实际出发，先立后破、分类指导。\n';
const traditional = '發展新質生產力，要堅持因地制宜。各地要從實際出發，先立後破、分類指導。\n';

/** What a label encodes: the decoder turned round, for the characters of a text. */
function encode(text: string, label: string): Uint8Array {
	if (label === 'utf-8') return new TextEncoder().encode(text);
	if (label.startsWith('utf-16')) {
		const bytes = new Uint8Array(text.length * 2);
		const view = new DataView(bytes.buffer);
		for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), label === 'utf-16le');
		return bytes;
	}
	const decoder = new TextDecoder(label, { fatal: true });
	const table = new Map<string, readonly number[]>();
	for (let a = 0x81; a <= 0xfe; a++) {
		for (let b = 0x40; b <= 0xfe; b++) {
			try {
				const character = decoder.decode(Uint8Array.of(a, b));
				if (character.length === 1 && !table.has(character)) table.set(character, [a, b]);
			} catch {
				/* no character */
			}
		}
	}
	return Uint8Array.from(
		[...text].flatMap(character => (character <= '\x7f' ? [character.charCodeAt(0)] : [...table.get(character)!])),
	);
}

const html = (charset: string, text: string) =>
	`<!DOCTYPE html><html><head><meta charset="${charset}"><title>x</title></head><body><p>${text}</p></body></html>`;

test.each([
	['utf-8', simplified],
	['gb18030', simplified],
	['utf-16le', simplified],
	['utf-16be', simplified],
	['utf-8', traditional],
	['big5', traditional],
	['gb18030', traditional],
	['utf-16le', traditional],
	['utf-16be', traditional],
])('%s without a mark: %s', (label, text) => {
	expect(decodeText(encode(text, label))).toEqual({ text, encoding: label, unreadable: 0 });
	expect(decodeText(encode(text.slice(0, 12), label)).text).toBe(text.slice(0, 12));
});

test.each(['utf-8', 'utf-16le', 'utf-16be'])('%s with a byte order mark, which is no part of the text', label => {
	expect(decodeText(encode(`\uFEFF${simplified}`, label))).toEqual({
		text: simplified,
		encoding: label,
		unreadable: 0,
	});
});

test.each([
	['utf-8', 'gb2312'],
	['gb18030', 'utf-8'],
	['gb18030', 'iso-8859-1'],
	['gb18030', 'big5'],
	['utf-8', 'big5'],
	['utf-16le', 'gb2312'],
	['gb18030', 'no-such-thing'],
])('in %s with the label %s', (label, wrong) => {
	const text = html(wrong, simplified);
	expect(decodeText(encode(text, label)).text).toBe(text);
});

test('another encoding is taken from its label only', () => {
	const bytes = Uint8Array.from([
		...Buffer.from('<meta charset="windows-1251"><p>'),
		0xcf,
		0xf0,
		0xe8,
		0xe2,
		0xe5,
		0xf2,
	]);
	expect(decodeText(bytes)).toMatchObject({ text: '<meta charset="windows-1251"><p>Привет', encoding: 'windows-1251' });
});

test('broken places are counted, the rest is read', () => {
	const bytes = encode(simplified.repeat(20), 'utf-8');
	bytes[100] = 0xff;
	const { text, encoding, unreadable } = decodeText(bytes);
	expect(encoding).toBe('utf-8');
	expect(unreadable).toBeGreaterThan(0);
	expect(unreadable).toBeLessThan(4);
	expect(text).toContain(simplified);
	const cut = encode(simplified.repeat(20), 'gb18030');
	expect(decodeText(cut.subarray(0, cut.length - 2)).text.startsWith(simplified)).toBe(true);
});

test('nothing, ASCII, and noise', () => {
	expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', unreadable: 0 });
	expect(decodeText(Buffer.from('plain words\n')).encoding).toBe('utf-8');
	let state = 7;
	const noise = Uint8Array.from({ length: 5000 }, () => (state = (state * 1103515245 + 12345) & 0x7fffffff) >> 16);
	expect(() => decodeText(noise)).not.toThrow();
});

test('two files of different encodings in one: each line in its own', () => {
	for (const [label, text] of [
		['gb18030', simplified],
		['big5', traditional],
	] as const) {
		const parts = [
			encode(simplified, 'utf-8'),
			encode(text, label),
			Buffer.from('\nplain\n'),
			encode(text, label),
			encode(simplified, 'utf-8'),
		];
		expect(decodeText(Buffer.concat(parts))).toEqual({
			text: `${simplified}${text}\nplain\n${text}${simplified}`,
			encoding: 'utf-8',
			unreadable: 0,
		});
	}
	const broken = encode(simplified.repeat(20), 'utf-8');
	broken[100] = 0xff; // one bad place is no other encoding
	expect(decodeText(broken).unreadable).toBeGreaterThan(0);
	expect(decodeText(encode(simplified.repeat(20), 'gb18030'))).toEqual({
		text: simplified.repeat(20),
		encoding: 'gb18030',
		unreadable: 0,
	});
});
