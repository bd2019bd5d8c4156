// Quotations of more than eight hundred characters: one verdict on the whole, of the words of one place or of several.
import { expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import { Reviewer } from '../../../src/core/review/review';
import { corpusOf } from './corpus';

const subjects =
	'粮食生产 水利建设 乡村道路 农村电网 学前教育 职业培训 社区养老 基层医疗 生态修复 城市更新 港口运输 口岸通关'.split(
		' ',
	);
const verbs = '稳步推进 持续扩大 全面完成 有序开展 加快实施 基本建成'.split(' ');

/** So many sentences, no two of which are alike. */
function sentencesOf(count: number, year: number): readonly string[] {
	return Array.from({ length: count }, (_, at) => {
		const subject = subjects[at % subjects.length] ?? '';
		const verb = verbs[(at + year) % verbs.length] ?? '';
		return `${year}年${subject}${verb}，第${at + 1}批项目投入${year + 7 * at}万元，惠及群众${(at + 3) * 11}户，验收合格率达到${60 + at}%。`;
	});
}

const [first, second] = [sentencesOf(40, 2011), sentencesOf(40, 2013)];
const reviewer = new Reviewer(
	corpusOf({ documents: { one: [first.slice(0, 20).join(''), first.slice(20).join('')], two: [second.join('')] } }),
);

function found(words: readonly string[]) {
	const quoted = words.join('');
	expect(quoted.length).toBeGreaterThan(800);
	return reviewer
		.reviewNow(new Draft(`报告指出：“${quoted}”`, 'markdown'), { families: ['quotation'], all: true })
		.findings.filter(one => one.code !== 'quotation.uncited');
}

test('the words of one place, over paragraphs, are one quotation', () => {
	expect(found(first.slice(5, 35))).toMatchObject([{ code: 'quotation.verbatim', data: { source: 'one' } }]);
});

test('words changed, put in, or left out are told of the whole', () => {
	const words = first.slice(5, 35);
	const changed = words.with(9, (words[9] ?? '').replace('惠及群众', '惠及居民'));
	expect(found(changed)).toMatchObject([
		{ code: 'quotation.differs', data: { changes: [{ written: '居民', original: '群众' }] } },
	]);
	const put = '新质生产力由此成为全县发展的决定性力量。';
	expect(found(words.toSpliced(9, 0, put))).toMatchObject([
		{ code: 'quotation.differs', data: { changes: [{ kind: 'inserted', written: put.slice(0, -1) }] } },
	]);
	expect(found(words.toSpliced(9, 2))).toMatchObject([
		{ code: 'quotation.spliced', severity: 'warning', data: { how: 'elided', marked: false } },
	]);
	expect(found(words.toSpliced(9, 2, '……'))).toMatchObject([
		{ code: 'quotation.spliced', severity: 'information', data: { how: 'elided', marked: true } },
	]);
});

test('sentences in another order, and those of two texts, are put together', () => {
	expect(found(first.slice(5, 35).toReversed())).toMatchObject([
		{ code: 'quotation.spliced', data: { how: 'reordered' } },
	]);
	expect(found([...first.slice(5, 20), ...second.slice(20, 35)])).toMatchObject([
		{ code: 'quotation.spliced', data: { how: 'spliced', sources: ['one', 'two'] } },
	]);
});

test('of words that for the most part stand nowhere it is said sentence by sentence', () => {
	const others = sentencesOf(30, 1950).map(one =>
		one.replaceAll('批项目投入', '期工程花去').replace('惠及群众', '帮扶'),
	);
	const codes = found([...first.slice(5, 15), ...others]).map(one => one.code);
	expect(codes.filter(one => one === 'quotation.verbatim').length).toBeGreaterThan(1);
});
