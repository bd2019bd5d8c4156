// Holds that words of a draft or a source stay words inside a report, read by a real Markdown parser, and that
// changes can be seen.
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../../../src/core/service';
import { diff, excerpt, plain } from '../../../../../src/editor/review/report/text';

// As VS Code's preview and GitHub read it: HTML on, addresses become links.
const reader = new MarkdownIt({ html: true, linkify: true, breaks: true });
const rendered = (markdown: string) => reader.renderInline(markdown);
const unescaped = (html: string) =>
	html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const hostile = [
	'<img src=x onerror=alert(1)>',
	'[点我](command:workbench.action.quit)',
	'![图](http://x/y.png)',
	'https://example.com/a_b',
	'www.example.com',
	'example.com',
	'a@example.com',
	'**要**',
	'~~删~~',
	'`码`',
	'$x$',
	'&lt;b&gt; &copy;',
	'a | b',
	'<!-- x -->',
	'<!-- /policy-writing: report -->',
	'[^1]',
	'[@jinguanping-2024]',
	'C:\\Temp\\',
	'\\*',
	'<script>',
	'1. 一',
	'# 题',
	'- 项',
	'==记==',
	':smile:',
	'{{ x }}',
	'_a_',
	'[a]: b',
	'mailto:x@y.z',
	'<http://x>',
];

describe('plain', () => {
	test.each(hostile)('%s is text', text => {
		expect(unescaped(rendered(`文稿：${plain(text)}。`))).toBe(`文稿：${text}。`);
		expect(rendered(`文稿：${plain(text)}。`)).not.toMatch(/<\w/);
	});

	test('any text is itself, in a line and in a cell of a table', () => {
		const piece = fc.oneof(
			fc.constantFrom(...hostile),
			fc.string({ unit: 'grapheme' }),
			fc.constantFrom('新', '，', '“', ' ', '*', '[', '](', '\\', '&#60;', '<', '`', '~~'),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
				const text = pieces
					.join('')
					.replace(/[\p{C}\p{Z}]/gu, ' ')
					.replace(/\s+/g, ' ');
				expect(unescaped(rendered(`文稿：${plain(text)}。`))).toBe(`文稿：${text}。`);
				const html = reader.render(`| 甲 | 乙 |\n|---|---|\n| ${plain(text)} | 丁 |`);
				expect(unescaped(/<td>([^]*?)<\/td>\n<td>丁<\/td>/.exec(html)![1]!)).toBe(text.trim());
			}),
			{ numRuns: 500 },
		);
	});

	test('what is not seen is shown', () => {
		expect(rendered(plain('甲\u202e乙\u200b丙\ufeff\u0007'))).toBe('甲[U+202E]乙[U+200B]丙[U+FEFF][U+0007]');
		expect(plain('甲\r\n乙\u2028丙')).toBe('甲 乙 丙');
	});
});

test('an excerpt keeps the beginning and the end, and never cuts a character', () => {
	expect(excerpt('新质生产力')).toBe('新质生产力');
	expect(excerpt(`${'甲'.repeat(1000)}${'𠀀'.repeat(1000)}`, 30)).toBe(`${'甲'.repeat(20)} … ${'𠀀'.repeat(10)}`);
	expect(excerpt('长'.repeat(5_000_000)).length).toBeLessThan(220);
});

const change = (start: number, written: string, original: string): Change => ({
	kind: written === '' ? 'dropped' : original === '' ? 'inserted' : 'replaced',
	start,
	end: start + written.length,
	written,
	original,
});

describe('diff', () => {
	test.each<[string, readonly Change[], string]>([
		['催生新产业', [change(0, '催', '促')], '~~催~~**促**生新产业'],
		['新生产力', [change(1, '', '质')], '新**质**生产力'],
		['新的质生产力', [change(1, '的', '')], '新~~的~~质生产力'],
		['产业，模式', [change(2, '，', '、')], '产~~业，模~~**业、模**式'],
		['产业模式', [change(2, '', '、')], '产~~业模~~**业、模**式'],
		['产业。', [change(2, '。', '')], '产~~业。~~**业**'],
		['', [], ''],
	])('%s', (written, changes, expected) => expect(diff(written, 0, changes)).toBe(expected));

	test('offsets are those of the draft', () =>
		expect(diff('催生', 100, [change(101, '生', '化')])).toBe('催~~生~~**化**'));

	test('what is the same for long is cut', () => {
		const same = '甲'.repeat(200);
		expect(diff(`${same}乙${same}`, 0, [change(200, '乙', '丙')])).toBe(
			`……${'甲'.repeat(24)}~~乙~~**丙**${'甲'.repeat(24)}……`,
		);
	});

	test('changes that overlap or lie outside are left out, not turned into nonsense', () => {
		expect(diff('甲乙丙', 0, [change(0, '甲乙', '丁'), change(1, '乙', '戊'), change(2, '丙丙丙', '己')])).toBe(
			'~~甲乙~~**丁**丙',
		);
	});

	test('a Markdown reader sees both texts: without what is struck out the source, without what is set in bold the draft', () => {
		const text = fc.string({
			unit: fc.constantFrom('新', '质', '，', '。', '、', '“', '”', 'a', '1', '*', '~', '['),
			maxLength: 4,
		});
		fc.assert(
			fc.property(
				fc.array(
					fc.tuple(fc.string({ unit: fc.constantFrom('产', '业', '，', 'b'), minLength: 1, maxLength: 5 }), text, text),
					{ maxLength: 5 },
				),
				text,
				(parts, end) => {
					let draft = '';
					let source = '';
					const changes: Change[] = [];
					for (const [same, written, original] of parts) {
						draft += same;
						source += same;
						if (written !== original) changes.push(change(draft.length, written, original));
						draft += written;
						source += original;
					}
					draft += end;
					source += end;
					const html = rendered(`x ${diff(draft, 0, changes)}`);
					const clean = (kept: string) => unescaped(kept.replace(/<\/?(?:s|strong)>/g, '')).slice(2);
					expect(html.replace(/<\/?(?:s|strong)>/g, '')).not.toContain('<');
					expect(clean(html.replace(/<strong>[^]*?<\/strong>/g, ''))).toBe(draft);
					expect(clean(html.replace(/<s>[^]*?<\/s>/g, ''))).toBe(source);
				},
			),
			{ numRuns: 1000 },
		);
	});
});
