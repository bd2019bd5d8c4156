// Reported speech, who is said to have spoken, and recorded words repeated without marks.
import { Draft } from '../../../src/core/draft/draft';
import type { DraftLanguage } from '../../../src/core/draft/language';
import { describe, expect, test } from 'vitest';
import { speechIn } from '../../../src/core/review/speech';
import { Reviewer } from '../../../src/core/review/review';
import { corpusOf, found, small } from './corpus';

const core = '科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素';

test('words after a speaker and a verb of saying, not after the same words as nouns', () => {
	const shown = (text: string) => speechIn(text, ['习近平']).map(({ start, end }) => text.slice(start, end));
	expect(shown('习近平总书记强调，要抓创新。合力建设集群。')).toEqual(['要抓创新']);
	expect(shown('会议明确指出：要抓创新！')).toEqual(['要抓创新']);
	expect(shown('中央经济工作会议要求要抓创新。')).toEqual(['要抓创新']);
	expect(shown('《粮仓法》规定，要抓创新。')).toEqual(['要抓创新']);
	expect(shown('这是一项新的规定，任务很重。')).toEqual([]);
	expect(shown('要按照发展新质生产力要求，畅通循环。')).toEqual([]);
	expect(shown('第六十七条　违反本法规定，依法给予处分。')).toEqual([]);
	expect(shown('违反《粮仓法》规定，依法给予处分。')).toEqual([]);
	expect(shown('本条例规定，要抓创新。')).toEqual([]);
	expect(shown('这对我们提出了新的要求，任务很重。')).toEqual([]);
});

describe('reported speech', () => {
	test('is compared as quotations are; what is in no source is not called unknown', () => {
		expect(found(`习近平总书记强调，${core}。`)).toEqual([]);
		expect(found(`习近平总书记强调，${core}。`, { all: true })).toEqual([`quotation.verbatim ${core}`]);
		expect(found(`习近平总书记强调，${core.replace('催生', '带动')}。`)).toEqual([
			`quotation.differs ${core.replace('催生', '带动')}`,
		]);
		expect(found('习近平總書記強調，科技創新能夠催生新產業、新模式、新動能，是發展新質生產力的核心要素。')).toEqual([
			'quotation.form 科技創新能夠催生新產業、新模式、新動能，是發展新質生產力的核心要素',
		]);
		expect(found('省长指出，月亮上住着一位喜欢写诗的兔子先生。')).toEqual([]);
	});

	test('another speaker, date or occasion than the source has', () => {
		const why = (draft: string) =>
			new Reviewer(small)
				.reviewNow(new Draft(draft, 'markdown'))
				.findings.filter(one => one.code === 'quotation.attribution')
				.map(one => [one.data.why, one.data.written, one.data.expected]);
		expect(why(`李强总理指出，${core}。`)).toEqual([['speaker', '李强', '习近平']]);
		expect(why(`2023年1月31日，习近平总书记强调：“${core}。”`)).toEqual([['date', '2023年1月31日', '2024-01-31']]);
		expect(why(`习近平总书记在中共中央政治局第十次集体学习时指出，${core}。`)).toEqual([
			['occasion', '第十次集体学习', '中共中央政治局第十一次集体学习'],
		]);
		expect(why(`2024年1月，总书记在中共中央政治局第十一次集体学习时指出，${core}。`)).toEqual([]);
	});

	test('a record without a date says nothing of dates, one that fits decides', () => {
		const [said] = small.citations.filter(one => one.id === 'core');
		const { date, occasion, ...undated } = said!;
		const with2 = (second: object) =>
			corpusOf({ sources: small.sources, citations: [said!, { ...undated, id: 'second', ...second }] });
		const why = (second: object) =>
			new Reviewer(with2(second))
				.reviewNow(new Draft(`2023年1月31日，习近平总书记强调：“${core}。”`, 'markdown'))
				.findings.filter(one => one.code === 'quotation.attribution')
				.map(one => one.data.expected);
		expect(why({})).toEqual([date]);
		expect(why({ occasion })).toEqual([date]);
		expect(why({ date: '2023-01-31' })).toEqual([]);
	});
});

describe('recorded words without marks', () => {
	test('are pointed out where nobody is named and nothing is cited', () => {
		expect(found(`${core}。`)).toEqual([`quotation.unattributed ${core}`]);
		expect(found(`各地都认识到，${core}，因此加大投入。`)).toEqual([`quotation.unattributed ${core}`]);
		expect(found(`${core}[^xinhua]。`)).toEqual([]);
		expect(found(`# ${core}`)).toEqual([]);
		expect(found('推动东北全面振兴的关键在科技创新。')).toEqual([]);
		expect(
			found('习近平总书记强调，要坚持创新。推动东北全面振兴，根基在实体经济，关键在科技创新，方向是产业升级。'),
		).toEqual([]);
	});

	test('with a few others in between they are told as near to them; one set phrase of the corpus is nobody’s', () => {
		expect(found('我们推进全面振兴，根基在实体经济，关键在科技创新，重点是产业升级。')).toEqual([
			'quotation.unattributed 全面振兴，根基在实体经济，关键在科技创新',
		]);
		expect(found('推动东北地区全面振兴，根基在实体经济，关键在科技创新。')).toEqual([
			'quotation.unattributed 推动东北地区全面振兴，根基在实体经济，关键在科技创新',
		]);
		const phrased = corpusOf({
			sources: small.sources,
			citations: small.citations,
			formulations: [{ id: 'f', text: '根基在实体经济，关键在科技创新，方向是产业升级' }],
		});
		expect(found('根基在实体经济，关键在科技创新，方向是产业升级。', {}, phrased)).toEqual([]);
	});

	test.each(['', '本报告认为，', '本规划提出，', '本意见进一步明确，'])(
		'one’s own sentence that shares words is not among quotations that differ: %s',
		lead => {
			const own = core.replace('能够', '可以');
			const codes = found(`${lead}${own}。`).map(one => one.split(' ')[0]);
			expect(codes).toEqual(['quotation.unattributed']);
			expect(found(`会议指出，${own}。`)[0]).toMatch(/^quotation.differs /);
		},
	);

	test('overlap with documents alone says nothing; a draft that is a source is not held against its own words', () => {
		expect(found('要加快转变经济发展方式，推动产业结构优化升级，提高自主创新能力。')).toEqual([]);
		const own = corpusOf({
			sources: [{ id: 's', type: 'webpage', title: '科技创新的要义' }],
			citations: [{ id: 'c', kind: 'quotation', text: '科技创新是一个国家强盛不衰的根本动力所在。', source: 's' }],
		});
		expect(found('科技创新是一个国家强盛不衰的根本动力所在。', {}, own)).toHaveLength(1);
		expect(found('# 科技创新的要义\n\n科技创新是一个国家强盛不衰的根本动力所在。', {}, own)).toEqual([]);
	});
});

test('titles and the list of references are not the writer’s prose', () => {
	const draft = `见《${core}》一文，写得很好。\n\n<!-- policy-writing: references -->\n\n[1] 某人. ${core}[N]. 某报，2024.\n\n<!-- /policy-writing: references -->\n\n`;
	expect(found(draft)).toEqual([]);
	expect(found(`${draft}${core}。`)).toEqual([`quotation.unattributed ${core}`]);
});

test('paragraphs set apart before a line with a dash are attributed by it', () => {
	expect(
		found(`${core}。\n\n——2024年1月31日，习近平在中共中央政治局第十一次集体学习时强调\n`, {
			language: 'plaintext',
		}).filter(one => !one.startsWith('quotation.uncited')),
	).toEqual([]);
});

test('requirements and arrangements that are named say nothing; 明确要求 is one verb', () => {
	const shown = (text: string) => speechIn(text, ['习近平']).map(({ start, end }) => text.slice(start, end));
	expect(shown('按照党中央、国务院的部署，必须坚持稳中求进工作总基调。')).toEqual([]);
	expect(shown('根据国务院部署，要继续实施积极的财政政策。')).toEqual([]);
	expect(shown('国务院已作出了部署，各地要认真落实。')).toEqual([]);
	expect(shown('会议提出明确要求：必须做好这篇大文章。')).toEqual(['必须做好这篇大文章']);
	expect(shown('正如习近平总书记所指出的，要抓创新。')).toEqual(['要抓创新']);
});

test('words with who said them right before are attributed, though no mark stands between', () => {
	const unattributed = (draft: string) => found(draft).filter(one => one.startsWith('quotation.unattributed')).length;
	expect(unattributed('习近平总书记提出推动东北全面振兴，根基在实体经济，关键在科技创新，方向是产业升级。')).toBe(0);
	expect(unattributed('我们提出推动东北全面振兴，根基在实体经济，关键在科技创新，方向是产业升级。')).toBe(1);
});

test('what is reported in brief, in few words or with another source cited', () => {
	const short = corpusOf({ documents: { d: ['各地区、各部门高度重视，要认真贯彻国务院的各项决定。'] } });
	expect(found('国务院要求：各地区各部门要认真贯彻落实。', {}, short)).toEqual([]);
	const review = (draft: string) =>
		new Reviewer(small).reviewNow(new Draft(draft, 'markdown')).findings.map(one => `${one.code} ${one.severity}`);
	expect(review('报告指出，要加快转变经济发展方式，提高自主创新能力。')).toEqual(['quotation.spliced information']);
	expect(review('报告指出，“要加快转变经济发展方式，提高自主创新能力”。')).toEqual(['quotation.spliced warning']);
	expect(review('报告指出，要加快转变经济发展方式，推动产业结构优化升级[@report-b]。')).toEqual([
		'quotation.attribution warning',
	]);
	expect(review('报告指出，要加快转变经济发展方式，推动产业结构优化升级[@report-a]。')).toEqual([]);
});

test.each<[string, DraftLanguage, string]>([
	['a line in the block', 'markdown', `> ${core}。\n> ——李强总理，2023年3月5日\n`],
	['a line behind the block', 'markdown', `> ${core}。\n\n——李强总理2023年3月5日强调\n`],
	['a line behind a paragraph', 'plaintext', `　　${core}。\n　　——李强总理2023年3月5日强调\n`],
	['the end of the sentence', 'markdown', `“${core}”，李强总理强调。`],
])('who is said behind the words to have spoken: %s', (_, language, draft) => {
	const [finding, ...more] = new Reviewer(small)
		.reviewNow(new Draft(draft, language))
		.findings.filter(one => one.code === 'quotation.attribution');
	expect(more).toEqual([]);
	expect(finding!.data).toMatchObject({ why: 'speaker', written: '李强', expected: '习近平' });
	const [change] = finding!.data.changes as readonly { start: number; end: number }[];
	expect(draft.slice(change!.start, change!.end)).toMatch(/^李强(?:总理)?$/);
	const right = draft.replace(/李强(?:总理)?/, '习近平').replace('2023年3月5日', '2024年1月31日');
	expect(
		new Reviewer(small)
			.reviewNow(new Draft(right, language))
			.findings.filter(one => one.code === 'quotation.attribution'),
	).toEqual([]);
});

test('a line with a dash that is changed is read again', () => {
	const reviewer = new Reviewer(small);
	const count = (draft: string) =>
		reviewer.reviewNow(new Draft(draft, 'markdown')).findings.filter(one => one.code === 'quotation.attribution')
			.length;
	expect([`> ${core}。\n\n——习近平\n`, `> ${core}。\n\n——李强总理\n`, `> ${core}。\n\n——习近平\n`].map(count)).toEqual([
		0, 1, 0,
	]);
});

describe('occasions and meetings', () => {
	const corpus = corpusOf({
		sources: [
			{ id: 'xinhua', type: 'webpage', title: '新华社' },
			{ id: 'jiangsu', type: 'webpage', title: '江苏' },
		],
		citations: [
			{
				id: 'study',
				kind: 'quotation',
				text: `${core}。`,
				speaker: '习近平',
				occasion: '中共中央政治局第十一次集体学习',
				date: '2024-01-31',
				source: 'xinhua',
			},
			{
				id: 'visit',
				kind: 'quotation',
				text: '整合科技创新资源，引领发展战略性新兴产业和未来产业，加快形成新质生产力。',
				speaker: '习近平',
				occasion: '黑龙江考察',
				source: 'xinhua',
			},
			{
				id: 'delegation',
				kind: 'quotation',
				text: '要牢牢把握高质量发展这个首要任务，因地制宜发展新质生产力。',
				speaker: '习近平',
				occasion: '参加十四届全国人大二次会议江苏代表团审议',
				date: '2024-03-05',
				source: 'jiangsu',
			},
			{
				id: 'meeting',
				kind: 'quotation',
				text: '推进产业智能化、绿色化、融合化，建设具有完整性、先进性、安全性的现代化产业体系。',
				speaker: '二十届中央财经委员会第一次会议',
				source: 'xinhua',
			},
		],
	});
	const [study, visit, delegation, meeting] = corpus.citations.map(one => one.text.slice(0, -1)) as [
		string,
		string,
		string,
		string,
	];
	const mended = (draft: string) =>
		new Reviewer(corpus)
			.reviewNow(new Draft(draft, 'markdown'))
			.findings.filter(one => one.code === 'quotation.attribution')
			.map(({ data }) => {
				const [change] = data.changes as readonly { start: number; end: number; original: string }[];
				return draft.slice(0, change!.start) + change!.original + draft.slice(change!.end, draft.search(/[，：“]/));
			});

	test.each([
		['another delegation', `习近平在参加浙江代表团审议时强调，${delegation}。`, '习近平在参加江苏代表团审议时强调'],
		['another province', `习近平总书记在四川考察时指出，${visit}。`, '习近平总书记在黑龙江考察时指出'],
		[
			'a visit for a study session',
			`习近平总书记在黑龙江考察时指出，“${study}”。`,
			'习近平总书记在中共中央政治局第十一次集体学习时指出',
		],
		['another meeting', `中央经济工作会议强调，${meeting}。`, '二十届中央财经委员会第一次会议强调'],
		[
			'another session of the meeting',
			`二十届中央财经委员会第二次会议强调，${meeting}。`,
			'二十届中央财经委员会第一次会议强调',
		],
		['a day without its year', `3月6日习近平在江苏代表团强调，${delegation}。`, '3月5日习近平在江苏代表团强调'],
		['marks right behind the verb', `李强总理强调“${study}”。`, '习近平强调'],
		['a plain verb of saying', `李强总理说：“${study}。”`, '习近平说'],
	])('%s', (_, draft, wanted) => {
		expect(mended(draft)).toEqual([wanted]);
	});

	test('a report of another year, of which the full text is at hand; not where that year has the words as well', () => {
		const words = '要加快转变经济发展方式，推动产业结构优化升级';
		const report = (year: number) => ({ id: `r${year}`, type: 'report', title: `${year}年政府工作报告` });
		const reports = (...years: number[]) =>
			corpusOf({
				sources: years.map(report),
				documents: Object.fromEntries(years.map(year => [`r${year}`, [`今年的工作很多。${words}。`]])),
			});
		const why = (draft: string, ...years: number[]) =>
			new Reviewer(reports(...years))
				.reviewNow(new Draft(draft, 'markdown'))
				.findings.filter(one => one.code === 'quotation.attribution')
				.map(one => [one.data.why, one.data.written, one.data.expected]);
		expect(why(`2013年政府工作报告指出，“${words}”。`, 2012)).toEqual([['date', '2013年', '2012']]);
		expect(why(`2013年政府工作报告指出，${words}。`, 2012)).toEqual([['date', '2013年', '2012']]);
		expect(why(`2013年政府工作报告指出，“${words}”。`, 2012, 2013)).toEqual([]);
		expect(why(`2013年，省委全会指出，“${words}”。`, 2012)).toEqual([]);
	});

	test.each([
		`习近平总书记在黑龙江省哈尔滨市调研时指出，${visit}。`,
		`习近平总书记在新时代推动东北全面振兴座谈会上指出，${visit}。`,
		`中央财经委会议强调，${meeting}。`,
		`会议强调，${meeting}。`,
		`3月5日，习近平在参加江苏代表团审议时强调，${delegation}。`,
		`2024年1月31日，习近平总书记在主持二十届中央政治局第十一次集体学习时强调，${study}。`,
		`总书记强调“${study}”。`,
		`总书记在考察时强调“${study}”。`,
	])('the same, told otherwise: %s', draft => {
		expect(mended(draft)).toEqual([]);
	});
});

test('words that go on as recorded behind a change are told once, with it', () => {
	const text =
		'新质生产力是创新起主导作用，摆脱传统经济增长方式、生产力发展路径，具有高科技、高效能、高质量特征，符合新发展理念的先进生产力质态。';
	const corpus = corpusOf({
		sources: [{ id: 's', type: 'webpage', title: '定义' }],
		citations: [{ id: 'd', kind: 'quotation', text, speaker: '习近平', source: 's' }],
	});
	const one = (draft: string) =>
		new Reviewer(corpus)
			.reviewNow(new Draft(draft, 'markdown'))
			.findings.map(({ code, start, end, data }) => [
				code,
				draft.slice(start, end),
				(data.changes as readonly { written: string; original: string }[]).map(
					change => `${change.written}→${change.original}`,
				),
			]);
	const changed = text.replace('特征', '的特征').slice(0, -1);
	expect(one(`${changed}。`)).toEqual([['quotation.unattributed', changed, ['的→']]]);
	const twice = changed.replace('主导作用', '引领作用');
	expect(one(`${twice}。`)).toEqual([['quotation.unattributed', twice, ['引领→主导', '的→']]]);
});

test.each(['好。', '好，因地制宜发展，好。'])(
	'one short clause is a set phrase, with a beginning of the next or without: %s',
	behind => {
		const said = '要牢牢把握高质量发展这个首要任务，因地制宜地促进发展，谋划好大局。';
		const corpus = corpusOf({
			sources: [{ id: 's', type: 'webpage', title: '文' }],
			citations: [{ id: 'c', kind: 'quotation' as const, text: said, source: 's' }],
		});
		expect(found(`我们牢牢把握高质量发展这个首要任务，${behind}`, {}, corpus)).toEqual([]);
		expect(found(`我们牢牢把握高质量发展这个首要任务，因地制宜地促进发展，${behind}`, {}, corpus)).toHaveLength(1);
	},
);

test('a term in marks may be said on any occasion', () => {
	const corpus = corpusOf({
		sources: [{ id: 's', type: 'webpage', title: '文' }],
		citations: [
			{
				id: 'c',
				kind: 'quotation' as const,
				text: '要发展新质生产力。',
				source: 's',
				speaker: '习近平',
				date: '2024-01-31',
			},
		],
		terms: [{ id: 't', term: '新质生产力' }],
	});
	expect(found('2023年9月，习近平总书记首次提出“新质生产力”。', {}, corpus)).toEqual([]);
	expect(found('2023年9月，习近平总书记提出“要发展新质生产力”。', {}, corpus)).toEqual([
		'quotation.attribution 要发展新质生产力',
	]);
});

test('a few known wordings one behind the other are nobody’s', () => {
	const said = '传统产业高端化，智能化、绿色化转型潜力巨大。';
	const parts = {
		sources: [{ id: 's', type: 'webpage', title: '文' }],
		citations: [{ id: 'c', kind: 'quotation' as const, text: said, source: 's' }],
	};
	const draft = '推动传统产业高端化，智能化、绿色化转型，好。';
	expect(found(draft, {}, corpusOf(parts))).toHaveLength(1);
	const terms = [
		{ id: 'a', term: '传统产业' },
		{ id: 'b', term: '高端化，智能化、绿色化' },
	];
	expect(found(draft, {}, corpusOf({ ...parts, terms }))).toEqual([]);
	expect(found(said, {}, corpusOf({ ...parts, terms }))).toEqual([
		'quotation.unattributed 传统产业高端化，智能化、绿色化转型潜力巨大',
	]);
});

test('recorded words that go on in the next paragraph within one pair of marks stand in marks', () => {
	const codes = (draft: string) => found(draft).map(one => one.split(' ')[0]);
	expect(codes(`“${core}。\n\n“冬天过去，春天总会来到这里。”`)).not.toContain('quotation.unattributed');
	expect(codes(`“要办好民生实事。\n\n“${core}。\n\n“冬天过去，春天总会来到这里。”`)).not.toContain(
		'quotation.unattributed',
	);
	// What stands in front of the mark does not.
	expect(codes(`${core}。“冬天过去。\n\n“春天总会来到这里。”`)).toContain('quotation.unattributed');
});
