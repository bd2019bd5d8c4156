// Numbers against the figure they cite: the shipped corpus's own figures, right and altered, and what may be another figure.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import { applyEdits } from '../../../src/core/draft/edit';
import { mergePacks } from '../../../src/core/corpus/merge';
import { createPackTools } from '../../../src/core/corpus/tools';
import { inChinese, quantities } from '../../../src/core/review/numbers';
import { Reviewer } from '../../../src/core/review/review';
import { createPolicyService } from '../../../src/core/service';

const folder = resolve(import.meta.dirname, '../../../corpus');
const tools = createPackTools();
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter(name => name.endsWith('.yaml'))
	.map(name => name.replaceAll('\\', '/'));
const { data } = tools.read(
	names.map(name => ({ name, text: readFileSync(join(folder, name), 'utf8') })),
	'corpus',
);
const { corpus } = mergePacks([{ compiled: { data, pinyin: {}, traditional: {} } }]);
const findings = (draft: string) =>
	new Reviewer(corpus).reviewNow(new Draft(draft, 'markdown'), { families: ['figure'] }).findings;
const found = (draft: string) => findings(draft).map(one => `${String(one.data.written)}→${String(one.data.wording)}`);

test('numbers as they are written', () => {
	const read = (text: string) =>
		quantities(text).map(
			one =>
				`${text.slice(one.start, one.end)}=${one.value}${one.percent ? '%' : ''}${one.about ? '~' : ''}${one.ordinal ? '#' : ''}`,
		);
	expect(
		read('４５个，四十五个，1,234.5亿元，3.5万家，百分之七十，七成，第二位，约50项，100多条，十项，二〇二四年，两万亿'),
	).toEqual([
		'４５=45',
		'四十五=45',
		'1,234.5亿=123450000000',
		'3.5万=35000',
		'百分之七十=70%',
		'七成=70%',
		'二=2#',
		'50=50~',
		'100=100~',
		'十=10',
		'二〇二四=2024',
		'两万亿=2000000000000',
	]);
	expect([1, 9, 10, 11, 20, 45, 99, 100, 1.5].map(inChinese)).toEqual([
		'一',
		'九',
		'十',
		'十一',
		'二十',
		'四十五',
		'九十九',
		undefined,
		undefined,
	]);
});

test('the figures of the corpus: nothing where the number is right, found where it is another', () => {
	const figures = corpus.citations.filter(
		one => one.kind === 'figure' && one.value !== undefined && corpus.source(one.source)?.fidelity !== 'damaged',
	);
	const missed: string[] = [];
	for (const { text, value, source } of figures) {
		const sentence = (words: string) => `${words.replace(/。$/, '')}[^${source}]。`;
		expect(found(sentence(text)), text).toEqual([]);
		expect(found(sentence(text).replace(`[^${source}]`, '')), text).toEqual([]);
		const own = quantities(text).filter(one => one.value === value);
		if (own.length !== 1) {
			missed.push(text);
			continue;
		}
		const other = own[0]!.percent ? `${value! + 7}%` : String(value! * 2 + 41);
		const altered = text.slice(0, own[0]!.start) + other + text.slice(own[0]!.end);
		if (found(sentence(altered)).length !== 1) missed.push(text);
		expect(found(`${altered.replace(/。$/, '')}。`), 'without a citation').toEqual([]);
	}
	console.info(`figures: ${figures.length}, not recognised when altered: ${missed.length}`, missed);
	expect(figures.length).toBeGreaterThan(10);
	expect(missed.length).toBeLessThanOrEqual(figures.length * 0.3);
});

test.each([
	['国家先进制造业集群已有46个[^jinguanping-2024]。', '46→45'],
	['国家先进制造业集群已有４６个。[^jinguanping-2024]', '４６→45'],
	['国家先进制造业集群已达到四十六个[@jinguanping-2024, 第3段]。', '四十六→四十五'],
	['国家先进制造业集群已有90多个[^jinguanping-2024]。', '90→45'],
])('%s', (draft, change) => expect(found(draft)).toEqual([change]));

test.each([
	'国家先进制造业集群已有45个[^jinguanping-2024]。',
	'国家先进制造业集群已有四十五个[^jinguanping-2024]。',
	'国家先进制造业集群已有40多个[^jinguanping-2024]。',
	'国家先进制造业集群已有近50个[^jinguanping-2024]。',
	'国家先进制造业集群2026年已有80个[^jinguanping-2024]。',
	'国家先进制造业集群已有46个[^duxiaogang-2024]。',
	'国家先进制造业集群已有46个[^x]。',
	'国家先进制造业集群已有46个。',
	'国家先进制造业集群已有46家[^jinguanping-2024]。',
	'第一批国家级战略性新兴产业集群有45个[^jinguanping-2024]。',
	'国家先进制造业集群已有46个[^jinguanping-2024][^duxiaogang-2024]。',
	'前文。[^jinguanping-2024]国家先进制造业集群已有46个。',
	'无锡的先进制造业集群有12个[^jinguanping-2024]。',
])('nothing: %s', draft => expect(found(draft)).toEqual([]));

test('the fix puts the number of the source there', () => {
	const draft = '国家先进制造业集群已有四十六个[^jinguanping-2024]。';
	const fixes = createPolicyService(corpus).fixes(new Draft(draft, 'markdown'), findings(draft)[0]!, 'footnote');
	expect(fixes.map(one => [one.kind, applyEdits(draft, one.edits)])).toEqual([
		['wording', '国家先进制造业集群已有四十五个[^jinguanping-2024]。'],
		['ignoreHere', `<!-- policy-writing: ignore figure.differs -->\n${draft}`],
	]);
});
