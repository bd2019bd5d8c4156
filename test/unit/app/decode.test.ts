// The bytes of a file as text, at once and in turns.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, decodeInTurns, decodeLegacy } from '../../../src/app/decode';

const utf8 = (text: string) => new TextEncoder().encode(text);

test('what is no text in UTF-8 says why', () => {
	expect(decode(utf8('\uFEFF青稞🔴'))).toEqual({ text: '\uFEFF青稞🔴' });
	expect(decode(Uint8Array.from([0xff, 0xfe, 0x52, 0x97]))).toEqual({ reason: 'encoding' });
	expect(decode(Uint8Array.from([0xc7, 0xe0]))).toEqual({ reason: 'encoding' });
	expect(decode(utf8('a\0b'))).toEqual({ reason: 'binary' });
});

test('libraries of other programs are read in their older encodings, and what is none of them is not', () => {
	expect(decodeLegacy(Uint8Array.from([0xc7, 0xe0, 0xbf, 0xc6]))).toEqual({ text: '青科' });
	expect(decodeLegacy(Uint8Array.from([0xff, 0xfe, 0x52, 0x97]))).toEqual({ text: '青' });
	expect(decodeLegacy(Uint8Array.from([0xfe, 0xff, 0x97, 0x52]))).toEqual({ text: '青' });
	expect(decodeLegacy(Uint8Array.from([0xc7]))).toEqual({ reason: 'encoding' });
});

test('in turns it is the same, wherever a turn ends', async () => {
	const bytes = fc.oneof(
		fc.string({ unit: fc.constantFrom('a', '青', '🔴', '\uFEFF', '\r\n'), maxLength: 30 }).map(utf8),
		fc.uint8Array({ maxLength: 12 }),
		fc
			.array(fc.constantFrom(0xe9, 0x9d, 0x92, 0x41, 0xf0, 0xff, 0xfe), { maxLength: 12 })
			.map(list => Uint8Array.from(list)),
	);
	await fc.assert(
		fc.asyncProperty(bytes, fc.integer({ min: 1, max: 9 }), async (all, turn) => {
			const whole = decode(all);
			const inTurns = await decodeInTurns(all, turn);
			// Of what is neither, the first reason that is met is said.
			if ('reason' in whole) expect('reason' in inTurns).toBe(true);
			else expect(inTurns).toEqual(whole);
		}),
		{ numRuns: 150, seed: 10 },
	);
});
