// The pieces a spliced quotation is said to be made of: none begins or ends within a word of its source.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import { applyEdits } from '../../../src/core/draft/edit';
import { createPolicyService } from '../../../src/core/service';
import { corpusOf } from '../../unit/review/corpus';

const report =
	'过去一年，面对复杂严峻的国内外环境，我们坚持稳中求进工作总基调，国民经济保持平稳较快发展。要加快转变经济发展方式，推动产业结构优化升级，提高自主创新能力，增强企业核心竞争力。';
const service = createPolicyService(
	corpusOf({ sources: [{ id: 'report', type: 'report', title: '报告' }], documents: { report: [report] } }),
);
const reviewer = service.reviewer();
const words = new Set(
	[...new Intl.Segmenter('zh', { granularity: 'word' }).segment(report)].flatMap(({ index, segment }) => [
		index,
		index + segment.length,
	]),
);
const spliced = (text: string) =>
	reviewer
		.reviewNow(new Draft(text, 'markdown'), { families: ['quotation'], all: true })
		.findings.filter(one => one.code === 'quotation.spliced');
const borders = (piece: string) => {
	const at = report.indexOf(piece);
	return at >= 0 && words.has(at) && words.has(at + piece.length);
};

test.each([
	['过去一年，面对复杂严峻的国内外环……国民经济保持平稳较快发展。', '国内外环境……国民经济'],
	['过去一年，面对复杂严峻的国内外环境……民经济保持平稳较快发展。', '国内外环境……国民经济'],
	['要加快转变经济发展方式，推动产业结构优化升……自主创新能力，增强企业核心竞争力。', '升级……自主'],
])('what was cut from a word is put back: %s', (written, wanted) => {
	const [finding] = spliced(`报告说：“${written}”[@report]`);
	expect(finding?.data.wording).toContain(wanted);
});

test('wherever words are cut, no wording that is offered cuts them', () => {
	fc.assert(
		fc.property(
			fc.nat(12),
			fc.integer({ min: 8, max: 30 }),
			fc.integer({ min: 1, max: 20 }),
			fc.integer({ min: 8, max: 30 }),
			fc.constantFrom('……', '', '，'),
			(from, first, gap, second, mark) => {
				const one = report.slice(from, from + first);
				const two = report.slice(from + first + gap, from + first + gap + second);
				const draft = `报告说：“${one}${mark}${two}”[@report]`;
				for (const finding of spliced(draft)) {
					expect(finding.data.pieces.filter(piece => !borders(piece))).toEqual([]);
					const fixes = service.fixes(new Draft(draft, 'markdown'), finding, 'pandoc');
					for (const { kind, edits } of fixes) {
						if (kind !== 'wording') continue;
						const written = /“([^]*)”/.exec(applyEdits(draft, edits))?.[1] ?? '';
						const bare = written.split('……').map(piece => piece.replace(/^[，。]+|[，。]+$/g, ''));
						expect(bare.filter(piece => !borders(piece))).toEqual([]);
					}
				}
			},
		),
		{ numRuns: 300 },
	);
});
