// What is information at most, since the words may be another's, a slogan, or of a part of a text that is not at hand.
import { expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import { NearMisses } from '../../../src/core/review/nearMisses';
import { ReferenceSets } from '../../../src/core/review/references';
import { Reviewer } from '../../../src/core/review/review';
import { Confusables } from '../../../src/core/text/confusables';
import { corpusOf } from './corpus';

const said = '发展新质生产力是推动高质量发展的内在要求和重要着力点';
const held = '今年以来，全省上下坚持修好每一座粮仓，把沿江的老渡口都整治一遍';
const partly = '坚持因地制宜发展粮仓产业，加快建设现代化仓储体系';

const corpus = corpusOf({
	sources: [
		{ id: 'xinhua', type: 'webpage', title: '集体学习' },
		{ id: 'jiangsu', type: 'report', title: '2026年江苏省政府工作报告', issued: '2026-01-20' },
		{ id: 'part', type: 'report', title: '2025年国务院政府工作报告', issued: '2025-03-05', fidelity: 'excerpt' },
	],
	citations: [
		{
			id: 'said',
			kind: 'quotation',
			text: `${said}。`,
			speaker: '习近平',
			occasion: '中共中央政治局第十一次集体学习',
			date: '2024-01-31',
			source: 'xinhua',
			paragraph: 1,
		},
	],
	documents: {
		jiangsu: ['江苏的报告', `李强总理来苏考察。${held}。`, '省政府要认真学习贯彻。'],
		part: [`${partly}。`],
	},
});

const found = (draft: string) =>
	new Reviewer(corpus, new ReferenceSets(corpus))
		.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'] })
		.findings.map(one => `${one.code.slice('quotation.'.length)} ${one.severity}`)
		.filter(one => !/uncited/.test(one));

test('another leader may say a recorded sentence as well: without marks that is no warning, and nobody is put in his place', () => {
	expect(found(`李强总理指出，${said}。`)).toEqual(['attribution information']);
	expect(found(`李强总理指出，“${said}。”`)).toEqual(['attribution warning']);
	const [finding] = new Reviewer(corpus).reviewNow(new Draft(`李强总理指出，${said}。`, 'markdown')).findings;
	expect(finding?.data).toMatchObject({ changes: [] });
});

const altered = held.replace('整治一遍', '整修一遍');

test.each([
	['a leader', '习近平总书记指出，'],
	['a premier', '李强指出，'],
	['a meeting', '中央经济工作会议再次强调'],
	['a plan', '“十五五”规划建议对'],
])('words like those of a text that is not the one named are no warning: %s', (_, lead) => {
	expect(found(`${lead}“${altered}”。`).filter(one => one.endsWith('warning'))).toEqual([]);
	expect(found(`${lead}${altered}。`).filter(one => one.endsWith('warning'))).toEqual([]);
});

test.each(['江苏省政府工作报告指出，', '贯彻习近平总书记重要讲话精神，2026年江苏省政府工作报告指出，', '书中写道，'])(
	'of the one that is named, or of none, they are: %s',
	lead => {
		expect(found(`${lead}“${altered}”。`)).toContain('differs warning');
	},
);

test('a text of which only a part is at hand accuses nobody who reports it', () => {
	const wrong = partly.replace('加快建设', '建设').replace('仓储', '物流');
	expect(found(`中国的政府工作报告指出，${wrong}。`).filter(one => one.endsWith('warning'))).toEqual([]);
	expect(found(`江苏省政府工作报告指出，${altered}。`)).toContain('differs warning');
});

test.each([
	(words: string) => `今年活动的主题是“${words}”，各县都参加。`,
	(words: string) => `横幅口号：“${words}”。`,
	(words: string) => `关注公众号“${words}”。`,
	(words: string) => `开展“${words}主题教育”。`,
])('a slogan or a name is no warning, however long', draftOf => {
	expect(found(draftOf(altered)).filter(one => one.endsWith('warning'))).toEqual([]);
});

test('what stands in marks as a word of a sentence that goes on behind it is no warning', () => {
	const warnings = (draft: string) => found(draft).filter(one => one.endsWith('warning'));
	const short = held.replace('每一座粮仓，', '');
	for (const words of [altered, short]) {
		expect(warnings(`我县坚持“${words}”一贯到底。`)).toEqual([]);
		expect(warnings(`牢记习近平总书记的嘱托，我县坚持“${words}”一贯到底。`)).toEqual([]);
		expect(warnings(`我县坚持“${words}”。`)).not.toEqual([]);
	}
});

test('a line that signs a quotation in marks signs no sentence before it', () => {
	const own = '我县要认真学习贯彻。';
	expect(found(`${own}\n\n“修好粮仓是头等大事。”\n\n——李强，2024年3月5日\n`)).toEqual([]);
	const blocks = (text: string) => new Draft(text, 'markdown').blocks.map(one => one.kind);
	expect(blocks(`${own}\n\n“修好粮仓。”\n\n——李强，2024年3月5日\n`)).toEqual(['paragraph', 'quote', 'paragraph']);
	expect(blocks('“修好粮仓。\n\n“疏通运河。”\n\n——李强，2024年3月5日\n')).toEqual(['quote', 'quote', 'paragraph']);
});

test('a word that ends with the first character of a wording is no slip of it', () => {
	const pack = corpusOf({
		terms: [{ id: 't', term: '推进高水平科技自立自强' }],
		documents: { d: ['推进高水平科技自立自强。'] },
	});
	const slips = (draft: string, words: readonly string[]) =>
		new NearMisses(
			pack,
			new ReferenceSets(pack).of(new Draft('', 'markdown')).authority,
			new Confusables(''),
			() => false,
			pair => words.includes(pair),
		)
			.in(draft)
			.map(one => one.data.written);
	expect(slips('以创新助推高水平科技自立自强。', ['助推'])).toEqual([]);
	expect(slips('以创新来推高水平科技自立自强。', ['助推'])).toEqual(['推高水平科技自立自强']);
});
