// Whatever a draft has of the forms that exports write otherwise, a file that nobody changed has nothing to say.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordLayouts } from '../../../../src/core/word/manuscript';
import { cameBack } from '../../../support/cameBack';
import { sources } from '../../../unit/citations/drafts';

const words = fc
	.array(fc.constantFrom(...'稳中求进发展创新改革开放安全民生治理基层落实推动'), { minLength: 4, maxLength: 9 })
	.map(characters => characters.join(''));
const key = fc.constantFrom('jin-2024', 'wang-2023', 'li-2022', 'nobody');
const place = fc.constantFrom('', '', ', 第3段', ', 第15页', ', 表2', ', 第2版', ', 第三章');
const cited = fc.tuple(key, place).map(([id, where]) => `@${id}${where}`);
/** What cites, or is written otherwise in Word than in a draft. */
const inline = fc.oneof(
	fc.array(cited, { minLength: 1, maxLength: 3 }).map(all => `[${all.join('; ')}]`),
	fc.constantFrom('a', 'b', 'c').map(label => `[^${label}]`),
	key.map(id => `，正如 @${id} 指出，`),
	cited.map(one => `^[行内注，见[${one}]。]`),
	cited.map(one => `[参见 ${one}]`),
	fc.constantFrom('[参考][r]', '[r]', '[链接](https://a.example/x_(y))', '&amp;&copy;', ' 3 * 4 ', '`a*b`', '<br>'),
	fc.constantFrom('**重点**', '~~旧~~', '\\*', '（以下简称甲）', '[^a][^b]', '[@jin-2024][^c]', '2024年', '“引号”'),
);
const sentence = fc
	.tuple(words, fc.array(fc.tuple(inline, words), { maxLength: 3 }))
	.map(([first, others]) => `${first}${others.flat().join('')}。`);
const cell = fc.tuple(words, fc.constantFrom('', '\\|', '<br>甲', '[^a]', '[@wang-2023]')).map(parts => parts.join(''));
const row = fc.array(cell, { minLength: 1, maxLength: 3 }).map(cells => `| ${cells.join(' | ')} |`);
const block = fc.oneof(
	{ arbitrary: sentence, weight: 4 },
	fc.tuple(words, sentence).map(([one, two]) => `## 一、${one}\n\n${two}`),
	fc.array(sentence, { minLength: 1, maxLength: 3 }).map(items => items.map(one => `- ${one}`).join('\n')),
	sentence.map(one => `> ${one}`),
	fc.array(row, { minLength: 1, maxLength: 3 }).map(rows => ['| 甲 | 乙 |', '|---|---:|', ...rows].join('\n')),
	fc.array(cited, { minLength: 1, maxLength: 2 }).map(all => `[${all.join('; ')}]`),
	fc.tuple(words, words).map(([one, two]) => `附件：1.${one}\n　　　2.${two}`),
	words.map(one => `- [ ] ${one}`),
);
const notes =
	'[^a]: 手写的注文。\n[^b]: 另一条注，见[@li-2022]。\n[^c]: 第三条。\n\n[r]: https://example.org/ref "题"\n';
const draft = fc
	.array(block, { minLength: 1, maxLength: 7 })
	.map(
		blocks =>
			`# 关于发展的意见\n\n各区、各部门请认真贯彻。\n\n${blocks.join('\n\n')}\n\n特此通知大家周知。\n\n${notes}`,
	);

test.each(['footnote', 'numeric', 'note'] as const)('as %s', async style => {
	await fc.assert(
		fc.asyncProperty(draft, fc.constantFrom(...wordLayouts), async (text, layout) => {
			const { proposals } = await cameBack(text, sources, { style, layout });
			expect(proposals.map(({ deleted, inserted }) => `${deleted} → ${inserted}`)).toEqual([]);
		}),
		{ numRuns: 120, seed: 15 },
	);
});

test('plain text, whatever marks it has', async () => {
	const line = fc
		.tuple(words, fc.constantFrom('*', '**重**', '`码`', '[@键]', '# ', '| ', '~~', '&amp;', '_'), words)
		.map(parts => `　　${parts.join('')}。`);
	await fc.assert(
		fc.asyncProperty(fc.array(line, { minLength: 2, maxLength: 8 }), async lines => {
			const { proposals } = await cameBack(lines.join('\n'), sources, { language: 'plaintext' });
			expect(proposals).toEqual([]);
		}),
		{ numRuns: 60, seed: 15 },
	);
});
