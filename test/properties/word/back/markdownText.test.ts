// What comes from Word as text is the same text once Markdown reads it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { plainText } from '../../../../src/core/word/manuscript';
import { markdownLine, markdownText } from '../../../../src/core/word/back/markdownText';
import { readManuscript } from '../../../../src/core/word/read/read';

const draftWith = (words: string) =>
	new Draft(
		`前文。\n\n${markdownLine(markdownText(words))}\n\n后文[^a]。\n\n[^a]: 注\n\n[b]: http://x.cn\n`,
		'markdown',
	);
const readBack = (words: string) =>
	readManuscript(draftWith(words)).blocks.map(block =>
		block.type === 'paragraph' ? plainText(block.content).replace(/\s+/g, ' ') : block.type,
	);

test.each([
	'# x',
	'## 甲 #',
	'~~~',
	'~~甲~~',
	'1. x',
	'2026. 年',
	'12) x',
	'- x',
	'+ x',
	'* x',
	'> x',
	'| a | b |',
	'|---|---|',
	'===',
	'---',
	'- - -',
	'[^x]',
	'[^a]: 假注',
	'[b]',
	'[b]: http://y.cn',
	'[甲](http://y.cn)',
	'![甲](a.png)',
	'^[注]',
	'[ ] 未办',
	'[@key]',
	'@key',
	'<tag>文</tag>',
	'<!-- 注释 -->',
	'<http://a.cn>',
	'&amp; &#160;',
	'*甲*乙_丙_ __丁__',
	'http://a.cn/_x_*y*',
	'`码`',
	'$a$',
	'\\*',
	': 定义',
	'[1]',
	'甲!',
])('%s', words => {
	expect(readBack(words)).toEqual(['前文。', words, '后文。']);
	expect(draftWith(words).references).toHaveLength(1);
	expect(draftWith(words).citations).toEqual([]);
});

test('what means nothing to Markdown stays as it is', () => {
	for (const words of [
		'（一）甲：1.5万人，a_b，5~10个，“引”《书》[1]，[2024]。',
		'1.甲',
		'-5℃',
		'#话题#',
		'R&D',
		'a@b.cn',
	])
		expect(markdownLine(markdownText(words))).toBe(words);
});

const signs =
	'# ## 1. 12) - + * ** _ __ ~~ ~~~ > | |-| === --- ` ``` [ ] ( ) [^a] [^a]: [b]: [x] <b> </p> <!-- --> &amp; & ! ![ ^[ $ \\ @k a b 甲 乙 。 ： : ， http://a.cn/_x_ { } " = / 0 ;';

test('any words', () => {
	const sign = fc.constantFrom(' ', ' ', ...signs.split(' '));
	const words = fc.array(sign, { minLength: 1, maxLength: 9 }).map(list => list.join('').replace(/\s+/g, ' ').trim());
	fc.assert(
		fc.property(
			words.filter(text => text !== ''),
			text => {
				expect(readBack(text)).toEqual(['前文。', text, '后文。']);
			},
		),
		{ seed: 15, numRuns: 1500 },
	);
});
