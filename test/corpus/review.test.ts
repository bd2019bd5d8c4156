// The overlaps of the five texts the corpus was made from: each text reviewed against the others as documents, and the corpus.
// The texts are not part of the project: where they are not at hand this says what did not run.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Draft } from '../../src/core/draft/draft';
import { Corpus } from '../../src/core/corpus/corpus';
import type { Finding } from '../../src/core/draft/finding';
import { readDump } from '../../src/core/documents/plain/dump';
import { Reviewer } from '../../src/core/review/review';
import { fold } from '../../src/core/text/fold';
import { sharedFolders, shipped } from './pack';

/** Number of the overlap, text, words in it (folded), and codes of which one must stand over them, or none at all. */
const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
	['D1', '000', '科技创新能够催生新产业', ['quotation.unattributed']],
	['D2', '001', '整合科技创新资源,引领发展战略性新兴产业', ['quotation.form']],
	['D2', '004', '整合科技创新资源,引领发展战略性新兴产业', ['quotation.form']],
	['D3', '002', '不断以新技术培育新产业', ['quotation.unattributed']],
	['D4', '000', '提高科技成果转化率和产业化水平', ['wording.near']],
	['D5', '003', '通过科技创新催生新产业', []],
	['D6', '003', '形成与新质生产力相适应的新型生产关系', []],
	['D7', '000', '改造提升传统产业、培育壮大新兴产业', []],
	['D7', '003', '改造提升传统产业、培育壮大新兴产业', []],
	['D8', '002', '高端化智能化绿色化', []],
	['D8', '004', '智能化、绿色化、融合化', []],
	['D9', '001', '类脑智能、量子信息、基因技术、未来网络', ['quotation.unattributed']],
	['D10', '002', '技术颠覆性突破、生产要素创新性配置', ['quotation.unattributed', 'wording.near']],
	['D11', '000', '避免一哄而上抢风口', []],
	['D11', '002', '要避免一哄而上、重复建设', []],
	['D12', '000', '大企业顶天立地', []],
	['D12', '003', '链主龙头企业顶天立地', []],
	['D15', '004', '根基在实体经济,关键在科技创新,方向是产业升级。', ['quotation.unattributed']],
	['D15', '004', '积极培育未来产业,加快形成新质生产力,将为', ['quotation.unattributed']],
	['D16', '002', '坚持科技创新和产业创新一起抓\n', []],
	['D16', '003', '在发展新质生产力上积蓄更多优势\n', []],
	['D17', '002', '加快工业互联网规模化应用', []],
	['D17', '003', '加快工业互联网规模化应用', []],
];
const byText: Readonly<Record<string, string>> = {
	'000': 'yindizhiyi-2024',
	'001': 'duchuanzhong-2024',
	'002': 'jinguanping-2024',
	'003': 'duxiaogang-2024',
	'004': 'xinhua-2023',
};

/** The same overlaps as a writer might put them, against the shipped pack alone: complete wherever the project is. */
const written: readonly (readonly [string, string, readonly string[]])[] = [
	['D1', '这说明，科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。', ['quotation.unattributed']],
	[
		'D2',
		'總書記在黑龍江考察時指出，整合科技創新資源，引領發展戰略性新興產業和未來產業，加快形成新質生產力。',
		['quotation.form'],
	],
	[
		'D2',
		'总书记在黑龙江考察时提出“整合科技创新资源，引领发展战略性新兴产业和未来产业，加快形成新质生产力。”',
		['quotation.uncited'],
	],
	['D3', '要提高科技成果转化和产业化水平，不断以新技术培育新产业，引领产业升级。', ['quotation.unattributed']],
	['D4', '支持提高科技成果转化率和产业化水平，形成合力。', ['wording.near']],
	['D5', '通过科技创新催生新产业、新模式、新动能。', []],
	['D6', '推进改革，使之形成与新质生产力相适应的新型生产关系。', []],
	['D7', '在统筹做好“改造提升传统产业、培育壮大新兴产业、布局建设未来产业”的文章中分清主次。', []],
	['D7', '要改造提升传统产业、培育壮大新兴产业、布局建设未来产业。', []],
	['D8', '推动制造业高端化智能化绿色化，走智能化、绿色化、融合化的路子。', []],
	[
		'D9',
		'对类脑智能、量子信息、基因技术、未来网络、深海空天开发、氢能与储能等领域提前布局。',
		['quotation.unattributed'],
	],
	['D10', '新质生产力由技术颠覆性突破、生产要素创新性配置、产业深度转型升级而催生。', ['quotation.unattributed']],
	['D11', '要避免一哄而上、重复建设，避免一哄而上抢风口。', []],
	['D12', '让大企业顶天立地、中小企业铺天盖地，链主龙头企业顶天立地、高新技术企业铺天盖地、专精特新企业抢占高地。', []],
	['D15', '振兴一个地区，根基在实体经济，关键在科技创新，方向是产业升级。', ['quotation.unattributed']],
	['D15', '积极培育未来产业，加快形成新质生产力，将为发展提供新动能。', ['quotation.unattributed']],
	['D16', '# 坚持科技创新和产业创新一起抓', []],
	['D16', '# 在发展新质生产力上积蓄更多优势', []],
	['D17', '加快工业互联网规模化应用，抓住新一轮科技革命和产业变革的机遇。', []],
	['D17', '面对新一轮科技革命和产业变革，必须主动作为。', []],
];

describe('the overlaps against the shipped pack alone', () => {
	const { data } = shipped;
	const reviewer = new Reviewer(
		new Corpus({
			packs: [data.info],
			sources: data.sources,
			terms: data.terms,
			formulations: data.formulations,
			citations: data.citations,
			documents: [],
			pinyin: [],
			traditional: [],
			origin: new Map(),
			aliases: new Map(),
		}),
	);
	test.each(written)('%s %s', (_, draft, codes) => {
		expect(reviewer.reviewNow(new Draft(draft, 'markdown')).findings.map(one => one.code)).toEqual(codes);
	});
});

if (sharedFolders.length < 2) {
	test.skip(`${cases.length} overlaps of the texts, which are not beside the project`);
} else {
	const dumps = readdirSync(sharedFolders[0]!)
		.filter(name => name.endsWith('.txt'))
		.sort()
		.map(name => {
			const text = readFileSync(join(sharedFolders[0]!, name), 'utf8');
			return { key: name.slice(0, 3), clean: readDump(text), kept: readDump(text, { verbatim: true }) };
		});
	const reviewOf = (key: string): { draft: string; findings: readonly Finding[] } => {
		const { data } = shipped;
		const corpus = new Corpus({
			packs: [data.info],
			sources: data.sources,
			terms: data.terms,
			formulations: data.formulations,
			citations: data.citations,
			pinyin: [],
			traditional: [],
			origin: new Map(),
			aliases: new Map(),
			documents: dumps
				.filter(one => one.key !== key)
				.map(one => ({
					source: byText[one.key]!,
					file: `documents/${one.key}.md`,
					paragraphs: one.clean.paragraphs.map(paragraph => paragraph.text),
					lines: [],
				})),
		});
		const { kept } = dumps.find(one => one.key === key)!;
		const draft = [kept.title ?? '', ...kept.paragraphs.map(one => one.text)].join('\n\n');
		return { draft, findings: new Reviewer(corpus).reviewNow(new Draft(draft, 'markdown')).findings };
	};
	const reviews = new Map(Object.keys(byText).map(key => [key, reviewOf(key)]));

	describe('overlaps', () => {
		test.each(cases)('%s in %s: %s', (_, key, words, codes) => {
			const { draft, findings } = reviews.get(key)!;
			const folded = fold(draft);
			const places: number[] = [];
			for (let at = folded.indexOf(fold(words)); at >= 0; at = folded.indexOf(fold(words), at + 1)) places.push(at);
			expect(places.length).toBeGreaterThan(0);
			// What a text quotes itself is not an overlap with another.
			const own = (one: Finding) => codes.length === 0 && one.data.source === byText[key];
			const standing = places.map(at =>
				findings
					.filter(
						one => one.start < at + words.length && at < one.end && !/uncited|unknown/.test(one.code) && !own(one),
					)
					.map(one => one.code),
			);
			if (codes.length === 0) expect(standing.flat()).toEqual([]);
			else expect(standing.some(there => there.some(code => codes.includes(code)))).toBe(true);
		});
	});

	test('nothing else is called wrong in the texts', () => {
		const said = [...reviews].flatMap(([key, { draft, findings }]) =>
			findings
				.filter(
					one =>
						(one.severity === 'warning' || one.severity === 'error') &&
						!cases.some(
							([, text, words, codes]) =>
								text === key && codes.includes(one.code) && fold(draft.slice(one.start, one.end)) === words,
						),
				)
				.map(one => `${key} ${one.code} ${draft.slice(one.start, one.end)} ${JSON.stringify(one.data)}`),
		);
		expect(said).toEqual([]);
	});
}
