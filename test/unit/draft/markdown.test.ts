import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineRegions, linesOf } from '../../../src/core/draft/lineRegions';
import { isProse, isProseAt } from '../../../src/core/draft/region';

/** The draft with everything that is not prose blanked out by `·`. */
function prose(text: string, language = 'markdown'): string {
	const lines = linesOf(text);
	const draft = new LineRegions(language, lines);
	return Array.from({ length: lines.count }, (_, i) => {
		const chars = lines.line(i).split('');
		for (const r of draft.of(i)) chars.fill('·', r.start, r.end);
		return chars.join('');
	}).join('\n');
}

describe('Markdown', () => {
	test.each([
		['front matter', '---\ntitle: 新质\n---\n正文', '···\n·········\n···\n正文'],
		['a rule in the first line', '---\n新质\n文', '---\n新质\n文'],
		['a rule that is no front matter', '正文\n\n---\n\n正文', '正文\n\n---\n\n正文'],
		['TOML front matter', '+++\na\n+++\n文', '···\n·\n···\n文'],
		['a fence', '前\n```js\n新质\n```\n后', '前\n·····\n··\n···\n后'],
		['a fence of tildes holds backticks', '~~~\n```\n~~~\n后', '···\n···\n···\n后'],
		['a longer fence', '````\n```\n````\n后', '····\n···\n····\n后'],
		['a fence in a list', '- 甲\n  ```\n  新\n  ```\n- 乙', '- 甲\n·····\n···\n·····\n- 乙'],
		['a fence in a quotation ends with it', '> ```\n> 码\n文', '·····\n···\n文'],
		['a fence that never closes', '```\n文\n文', '···\n·\n·'],
		['indented code after a blank line', '文\n\n    码\n文', '文\n\n·····\n文'],
		['an indented paragraph in a list is prose', '- 甲\n\n    乙', '- 甲\n\n    乙'],
		['an indented line that goes on is prose', '甲\n    乙', '甲\n    乙'],
		['Chinese indentation is prose', '\u3000\u3000甲', '\u3000\u3000甲'],
		['code in a line', '用`新质`和``a`b``写', '用····和·······写'],
		['a lone backtick', '用`新质', '用·新质'],
		['a link keeps its text', '见[新质](https://a.b/(c)新)好', '见[新质]' + '·'.repeat(18) + '好'],
		['an image', '![图](a.png)', '![图]·······'],
		['a bare address ends at Han', '见https://a.cn/b新质', '见··············新质'],
		['a mail address', '函a.b@c.cn收', '函········收'],
		['a footnote label', '说[^k-p3]。', '说·······。'],
		['the label of a definition', '[^k]: 金观平', '····: 金观平'],
		['pandoc keys', '说[@k, 第3段]，[-@k]', '说' + '·'.repeat(9) + '，·····'],
		['a link definition', '[a]: https://x 新', '·'.repeat(16)],
		['a tag', '甲<b class="新">乙</b>', '甲·············乙····'],
		['a comparison is no tag', '甲 < 乙 > 丙', '甲 < 乙 > 丙'],
		['a comment over lines', '甲<!-- 新\n质\n力-->乙', '甲······\n·\n····乙'],
		['mathematics', '设$x_新$与$$y$$', '设·····与·····'],
		['amounts are no mathematics', '由$5到$6', '由$5到$6'],
		['display mathematics', '$$\n新\n$$\n文', '··\n·\n··\n文'],
		['an escaped mark', '\\`新质`和`甲`', '\\`新质···甲·'],
		['emphasis is prose', '**新质生产力**', '**新质生产力**'],
		['a table', '| 新质 | `码` |', '| 新质 | ··· |'],
	])('%s', (_, source, expected) => expect(prose(source)).toBe(expected));

	test('a label, key or address that is being written takes what is typed at its end; prose behind code does not', () => {
		const at = (line: string, offset: number) => isProseAt(new LineRegions('markdown', linesOf(line)).of(0), offset);
		expect(at('说[^jin', 6)).toBe(false);
		expect(at('说[@jin', 6)).toBe(false);
		expect(at('见[文](http', 9)).toBe(false);
		expect(at('见https://a.cn', 13)).toBe(false);
		expect(at('用`码`', 4)).toBe(true);
		expect(at('说[^k]', 5)).toBe(true);
		expect(at('[^k', 3)).toBe(false);
		expect(at('', 0)).toBe(true);
	});

	test('a span that touches a region is no prose', () => {
		const regions = new LineRegions('markdown', linesOf('新`质`生')).of(0);
		expect(isProse(regions, 0, 1)).toBe(true);
		expect(isProse(regions, 0, 2)).toBe(false);
		expect(isProse(regions, 4, 5)).toBe(true);
	});

	test('a line of data is not read', () => {
		const draft = new LineRegions('markdown', linesOf(`甲\n${'乙'.repeat(60_000)}\n丙`));
		expect(draft.of(1)).toHaveLength(1);
		expect(draft.of(2)).toHaveLength(0);
	});
});

describe('LaTeX', () => {
	test.each([
		['commands and their technical arguments', '\\section{新质}\\cite[3]{新}好', '········{新质}···········好'],
		['a comment', '文 % 新质', '文 ····'],
		['an escaped percent sign', '70\\%新', '70··新'],
		['verbatim', '\\begin{verbatim}\n新\n\\end{verbatim}\n文', '················\n·\n··············\n文'],
		['mathematics', '设$新$与\\(新\\)', '设···与·····'],
		['display mathematics over lines', '\\[\n新\n\\]\n文', '··\n·\n··\n文'],
	])('%s', (_, source, expected) => expect(prose(source, 'latex')).toBe(expected));
});

test('plain text is all prose', () => expect(prose('```\n[^a]', 'plaintext')).toBe('```\n[^a]'));

test('after any edit the states are those of a draft read anew', () => {
	const piece = fc.constantFrom(
		'---',
		'```',
		'~~~',
		'$$',
		'<!--',
		'-->',
		'新质生产力',
		'',
		'    四格',
		'- 项',
		'> ```',
		'> 引',
		'`码`',
		'[^a]: 注',
	);
	fc.assert(
		fc.property(
			fc.constantFrom('markdown', 'latex'),
			fc.array(piece, { minLength: 1, maxLength: 14 }),
			fc.nat(13),
			fc.nat(4),
			fc.array(piece, { minLength: 1, maxLength: 4 }),
			fc.nat(20),
			(language, lines, start, removed, inserted, asked) => {
				const text = [...lines];
				const draft = new LineRegions(language, {
					get count() {
						return text.length;
					},
					line: i => text[i] ?? '',
				});
				draft.of(Math.min(asked, text.length - 1)); // some lines known, some not yet
				const from = Math.min(start, text.length - 1);
				const gone = Math.min(removed + 1, text.length - from);
				text.splice(from, gone, ...inserted);
				draft.change(from, gone, inserted.length);
				const fresh = new LineRegions(language, linesOf(text.join('\n')));
				for (let i = 0; i < text.length; i++) expect(draft.of(i)).toEqual(fresh.of(i));
			},
		),
	);
});
