// What the fix of a quotation writes stands in a source, whatever was altered and where; numbers and words are taken whole.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import { applyEdits } from '../../../src/core/draft/edit';
import { mergePacks } from '../../../src/core/corpus/merge';
import { createPackTools } from '../../../src/core/corpus/tools';
import type { Change } from '../../../src/core/draft/finding';
import { numeralsIn, sameNumbers } from '../../../src/core/review/compare/numerals';
import { createPolicyService } from '../../../src/core/service';
import { readReports, withDocuments } from '../../bench/quotations';
import { altered, draftOf, outcomeOf, sentencesOf, Sources } from '../../support/alterations';
import { corpusOf } from '../../unit/review/corpus';

const city = corpusOf({
	documents: {
		city: [
			'有效投资实现扩量提质，全社会固定资产投资增长4.6%，重大工程投资完成2510.1亿元、增长5.3%。',
			'行政执法机关要按照“谁执法谁公示”的原则，明确公示内容的采集、传递、审核、发布职责。',
			'各地形成了全面动员、全面部署、全面加强防控工作的局面。',
			'促消费“政策+活动”效应明显，全市社会消费品零售总额增长3.1%，离境退税商店达到1837家。',
		],
		other: [
			'有效投资实现扩量提质，全社会固定资产投资增长7.2%，重大工程投资完成1904.5亿元、增长8.8%。',
			'现代服务业加快发展，七成以上的企业增加了投入，增加值占比提高2个百分点。',
		],
	},
});
const service = createPolicyService(city);

/** The quotation after the preferred fix, and what was told of it. */
function mended(draft: string): { readonly after: string; readonly wording: string; readonly changes: string[] } {
	const finding = service
		.reviewer()
		.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'] })
		.findings.find(one => one.code === 'quotation.differs');
	if (!finding) return { after: draft, wording: '', changes: [] };
	const [fix] = service.fixes(new Draft(draft, 'markdown'), finding, 'footnote');
	return {
		after: fix?.kind === 'wording' ? applyEdits(draft, fix.edits) : draft,
		wording: String(finding.data.wording),
		changes: (finding.data.changes as readonly Change[]).map(one => `${one.written}→${one.original}`),
	};
}

test.each([
	['the digits of a percentage', '“全社会固定资产投资增长6.4%”。', '“全社会固定资产投资增长4.6%”。', '6.4→4.6'],
	['one digit of it', '“全社会固定资产投资增长4.3%”。', '“全社会固定资产投资增长4.6%”。', '4.3→4.6'],
	[
		'a decimal left out',
		'“有效投资实现扩量提质，全社会固定资产投资增长4%”。',
		'“有效投资实现扩量提质，全社会固定资产投资增长4.6%”。',
		'4→4.6',
	],
	['a decimal point left out', '“全社会固定资产投资增长46%”。', '“全社会固定资产投资增长4.6%”。', '46→4.6'],
	['the sign of percentage left out', '“全社会固定资产投资增长4.6”。', '“全社会固定资产投资增长4.6%”。', '4.6→4.6%'],
	['a count for a percentage', '“全社会固定资产投资增长4.6万”。', '“全社会固定资产投资增长4.6%”。', '4.6万→4.6%'],
	[
		'万 for 亿',
		'“重大工程投资完成2510.1万元、增长5.3%”。',
		'“重大工程投资完成2510.1亿元、增长5.3%”。',
		'2510.1万→2510.1亿',
	],
	['digits in another order', '“离境退税商店达到1873家”。', '“离境退税商店达到1837家”。', '1873→1837'],
	['a sign behind the closing mark', '“全社会固定资产投资增长6.4”%。', '“全社会固定资产投资增长4.6”%。', '6.4→4.6'],
	['亿 behind it', '“重大工程投资完成2510.9”亿元。', '“重大工程投资完成2510.1”亿元。', '2510.9→2510.1'],
	['a unit behind it', '“离境退税商店达到1873”家。', '“离境退税商店达到1837”家。', '1873→1837'],
	['points for a percentage', '“增加值占比提高2%”。', '“增加值占比提高2个百分点”。', '2%→2个百分点'],
	[
		'成 in the midst',
		'“现代服务业加快发展，八成以上的企业增加了投入”。',
		'“现代服务业加快发展，七成以上的企业增加了投入”。',
		'八成→七成',
	],
	['a word at an end that marks close', '要坚持“谁执法谁公开”的原则。', '要坚持“谁执法谁公示”的原则。', '开→示'],
	[
		'a word that shares a character',
		'“各地形成了全面动员、全面部署、全面加强防控工作的格局”。',
		'“各地形成了全面动员、全面部署、全面加强防控工作的局面”。',
		'格局→局面',
	],
	[
		'a sentence that begins elsewhere',
		'“我市形成了全面动员、全面部署、全面加强防控工作的局面”。',
		'“各地形成了全面动员、全面部署、全面加强防控工作的局面”。',
		'我市→各地',
	],
])('%s', (_, draft, after, change) => {
	const done = mended(draft);
	expect(done.after).toBe(after);
	expect(done.changes).toContain(change);
});

test('the source that is cited is the one whose words are taken', () => {
	const words = '有效投资实现扩量提质，全社会固定资产投资增长6.1%，重大工程投资完成2510.1亿元、增长5.3%';
	const near = '有效投资实现扩量提质，全社会固定资产投资增长7.3%，重大工程投资完成1904.5亿元、增长8.8%';
	expect(mended(`“${words}”[@city]。`).wording).toContain('增长4.6%');
	expect(mended(`“${near}”[@other]。`).wording).toContain('增长7.2%');
	expect(mended(`“全社会固定资产投资增长6.1%”[@other]。`).wording).toContain('增长7.2');
	expect(mended(`“全社会固定资产投资增长6.1%”[@city]。`).wording).toContain('增长4.6');
});

test.each(['“全社会固定资产投资增长6.4”个百分点。', '“全社会固定资产投资增长4.6”成。', '“增加值占比提高3”%。'])(
	'where another unit stands behind the closing mark nothing is written that would have both: %s',
	draft => expect(mended(draft).after).toBe(draft),
);

const paragraphs = corpusOf({
	documents: {
		a: [
			'要抓紧做好若干重大骨干工程的研究论证和前期准备工作，争取早日开工建设。',
			'二是，加强生态建设。',
			'法规',
			'，国家机关的决议、决定、命令和其他具有立法、行政、司法性质的文件，及其官方正式译文。',
			'油料在连续三年大增产的基础上，又增长17%左右。',
			'授予他们中华人民共和国的最高荣誉称号。',
		],
	},
});

test.each([
	[
		'letters of the next paragraph',
		'要抓紧做好若干重大骨干工程的研究论证和前期准备工作，争取早日开工建设面二说。',
		'要抓紧做好若干重大骨干工程的研究论证和前期准备工作，争取早日开工建设。',
	],
	[
		'letters of the paragraph before',
		'也业，国家机关的决议、决定、命令和其他具有立法、行政、司法性质的文件，及其官方正式译文。',
		'国家机关的决议、决定、命令和其他具有立法、行政、司法性质的文件，及其官方正式译文。',
	],
	[
		'a part of a clause that ends in another number',
		'油料在连续三年大增产的基础上，又增长17。',
		'油料在连续三年大增产的基础上，又增长17%左右。',
	],
	['a part of a clause of which a third is otherwise', '中华人民共和国著的的小', '中华人民共和国著的的小'],
])('not taken: %s', (_, written, fixed) => {
	const own = createPolicyService(paragraphs);
	const draft = new Draft(`文件说：“${written}”[@a]，不再重复。`, 'markdown');
	const { findings } = own.reviewer().reviewNow(draft, { families: ['quotation'] });
	const fix = findings.flatMap(one => own.fixes(draft, one, 'pandoc')).find(one => one.kind === 'wording');
	expect(applyEdits(draft.text, fix?.edits ?? [])).toBe(`文件说：“${fixed}”[@a]，不再重复。`);
});

const alike = corpusOf({
	documents: {
		a: [
			'充分发挥广大工人、农民和知识分子的积极性和创造性。',
			'预计今年财政收支矛盾仍然十分突出。',
			'今年财政收支紧张的矛盾十分突出。',
			'注：在其他地方也可能如此，属于',
			'公有领域',
		],
	},
});

test.each([
	['a clause as well as its beginning', '充分发挥广大工人、农民和知识分子的积极造性'],
	['one clause as well as a part of another', '今年财政收支矛盾十分突出'],
	['letters of a paragraph that nothing joins', '在其他地方也可能如此，属于方有于'],
])('where other words may be meant as well the finding stays, and none are offered: %s', (_, written) => {
	const own = createPolicyService(alike);
	const draft = new Draft(`报告提到：“${written}”，不再重复。`, 'markdown');
	const { findings } = own.reviewer().reviewNow(draft, { families: ['quotation'] });
	expect(findings.map(one => one.code)).toEqual(['quotation.differs']);
	expect(findings.flatMap(one => own.fixes(draft, one, 'pandoc')).map(one => one.kind)).not.toContain('wording');
});

test.each([
	['its end left out', '充分发辉广大工人、农民和知识分子的积极性', '充分发挥广大工人、农民和知识分子的积极性'],
	['its beginning left out', '今年财政收支矛盾乃然十分突出', '今年财政收支矛盾仍然十分突出'],
])('a part of a clause has the words of its source: %s', (_, written, wording) => {
	const own = createPolicyService(alike);
	const draft = new Draft(`报告提到：“${written}”，不再重复。`, 'markdown');
	const { findings } = own.reviewer().reviewNow(draft, { families: ['quotation'] });
	const fix = findings.flatMap(one => own.fixes(draft, one, 'pandoc')).find(one => one.kind === 'wording');
	expect(applyEdits(draft.text, fix?.edits ?? [])).toContain(`“${wording}”`);
});

test('a number whose sign or unit stands behind the closing mark is as its source has it', () => {
	for (const draft of [
		'“全社会固定资产投资增长4.6”%。',
		'“重大工程投资完成2510.1”亿元。',
		'“离境退税商店达到1837”家。',
	])
		expect(mended(draft)).toEqual({ after: draft, wording: '', changes: [] });
});

/** The draft after each fix of a kind. */
function fixedIn(draft: string, kinds: readonly string[], of = service): string[] {
	return of
		.reviewer()
		.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'] })
		.findings.flatMap(one => of.fixes(new Draft(draft, 'markdown'), one, 'pandoc'))
		.filter(one => kinds.includes(one.kind))
		.map(one => applyEdits(draft, one.edits));
}

test('pieces of a quotation end with their numbers, and what was left out on purpose stays left out', () => {
	const pieces = ['有效投资实现扩量提质，全社会固定资产投资增长4.6%', '重大工程投资完成2510.1亿元、增长5.3%'];
	for (const wrong of ['4.9%', '4', '46%'])
		expect(fixedIn(`“${pieces.join('……').replace('4.6%', wrong)}”。`, ['wording'])[0]).toBe(`“${pieces.join('……')}”。`);
});

test('a recorded wording that is repeated with another number is not cut within it', () => {
	const recorded = createPolicyService(
		corpusOf({
			sources: [{ id: 's', type: 'report', title: '报告' }],
			citations: [
				{
					id: 'c',
					kind: 'quotation',
					text: '先进制造业集群数量持续增加，已经建成的达到45个，占比提高到6.4%，带动产业发展。',
					speaker: '甲某',
					source: 's',
				},
			],
		}),
	);
	const words = '先进制造业集群数量持续增加，已经建成的达到';
	for (const other of ['45.5个，占比不变', '458个，占比不变', '4家'])
		for (const after of fixedIn(`${words}${other}。`, ['attribute', 'cite'], recorded))
			expect(after).toMatch(new RegExp(`${words}(?:”)?\\[@s\\]${other}。$`));
	const whole = `${words}45个，占比提高到6.4%`;
	expect(fixedIn(`${whole}，成效明显。`, ['cite'], recorded)).toEqual([`${whole}[@s]，成效明显。`]);
});

test('numbers are found whole', () => {
	const found = (text: string): string[] => numeralsIn(text).map(one => text.slice(one.start, one.tail));
	expect(found('增长4.6%，达2,510.1亿元，占百分之三十五，提高２．５个百分点，七成来自民企')).toEqual([
		'4.6%',
		'2,510.1亿',
		'百分之三十五',
		'２．５个百分点',
		'七成',
	]);
	expect(found('一九八二年的六百五十亿元、3万亿元和4.6\\%')).toEqual(['一九八二', '六百五十亿', '3万亿', '4.6\\%']);
	expect(found('一些地方一方面要统一认识')).toEqual([]);
	expect(sameNumbers('增长4.6%', '增长４．６％')).toBe(true);
	expect(sameNumbers('2,510.1亿元', '2510.1亿元')).toBe(true);
	expect(sameNumbers('5—6%', '5%—6%')).toBe(true);
	expect(sameNumbers('4.6%', '46%')).toBe(false);
	expect(sameNumbers('4.6%', '4.6')).toBe(false);
});

const folder = resolve(import.meta.dirname, '../../../corpus');
const { data } = createPackTools().read(
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter(name => name.endsWith('.yaml'))
		.map(name => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(folder, name), 'utf8') })),
	'corpus',
);
const shipped = mergePacks([{ compiled: { data, pinyin: {}, traditional: {} } }]).corpus;

// Beside the project lie longer texts, or not: then all are of the corpus.
test.each([
	['the shipped corpus', withDocuments([], shipped)],
	['the reports', withDocuments(readReports(resolve(import.meta.dirname, '../../..')), shipped)],
])(
	'any place of any sentence altered, of %s: the fix writes what stands in a source, and splits no number',
	(_, corpus) => {
		const all = createPolicyService(corpus);
		const reviewer = all.reviewer();
		const sources = new Sources(corpus);
		const wrong: string[] = [];
		for (const one of altered(sentencesOf(corpus), 400, 20261129)) {
			const { outcome, code, fixed, finding } = outcomeOf(one, all, reviewer, sources);
			if (code !== 'quotation.differs') continue;
			if (outcome !== 'right') wrong.push(`${one.kind}: ${one.written} | ${one.sentence} | ${fixed ?? ''}`);
			const draft = draftOf(one);
			const numbers = numeralsIn(draft);
			for (const { start, end, original } of finding!.data.changes as readonly Change[]) {
				if (numbers.some(each => [start, end].some(at => each.start < at && at < each.end)))
					wrong.push(`split: ${draft.slice(start, end)} in ${one.written}`);
				if (/^[.·]\d|[.·]$/.test(original)) wrong.push(`split: ${original} of ${one.sentence}`);
			}
		}
		expect(wrong).toEqual([]);
	},
);
