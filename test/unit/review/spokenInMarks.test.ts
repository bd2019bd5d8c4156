// A block quote, or words in marks, that open with who said them: what they are compared with has only the words.
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import { Reviewer } from '../../../src/core/review/review';
import { corpusOf } from './corpus';

const words = '要把稳就业摆在更加突出的位置，实施就业优先战略，多渠道增加就业岗位。';
const own = '大会强调，各地要从实际出发，先立后破，因地制宜，分类指导，有选择地推动新产业发展。';
const article = '依法设立的公司，由登记机关发给营业执照。营业执照签发日期为成立日期。';
const corpus = corpusOf({
	sources: [
		{ id: 'speech', type: 'speech', title: '在甲市调研时的讲话', issued: '2024-03-05' },
		{ id: 'law', type: 'legislation', title: '中华人民共和国甲法' },
		{ id: 'news', type: 'news', title: '大会在京举行' },
	],
	documents: { speech: [words, '新的一年要办好民生实事。'], news: [own], law: [`第三十三条　${article}`] },
});
const found = (draft: string) =>
	new Reviewer(corpus)
		.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'], all: true })
		.findings.filter(one => one.code !== 'quotation.uncited' && one.code !== 'quotation.attribution')
		.map(one => `${one.code.replace('quotation.', '')} ${one.severity} ${draft.slice(one.start, one.end)}`);
const changes = (draft: string) =>
	new Reviewer(corpus)
		.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'] })
		.findings.flatMap(({ data }) =>
			'changes' in data ? (data.changes ?? []).map(one => `${one.original}→${one.written}`) : [],
		);

const altered = words.replace('优先', '为先').replace('更加', '十分');

describe.each([
	['a block', '> 王某主席指出，', ''],
	['a block with a colon', '> 3月5日，王某主席在甲市调研时强调：', ''],
	['marks', '文章写道：“王某主席指出，', '”'],
])('%s that opens with the speaker', (_, before, behind) => {
	test('is as its source has it', () => {
		expect(found(`${before}${words}${behind}`).map(one => one.slice(0, 15))).toEqual(['verbatim hint 要']);
	});

	test('tells what was changed in the words, and nothing else', () => {
		expect(changes(`${before}${altered}${behind}`)).toEqual(['更加→十分', '优→为']);
		expect(found(`${before}${altered}${behind}`)[0]).toMatch(/^differs warning 要把/);
	});

	test('and is in no text stays unknown as a whole', () => {
		const draft = `${before}冬天的雪落在远山上，孩子们在院子里堆起雪人，炉火旁有人讲着旧日的故事。${behind}`;
		expect(found(draft).map(one => one.slice(0, 7))).toEqual(['unknown']);
	});
});

test('who says it is compared where the source has that too', () => {
	expect(found(`> ${own}`)[0]).toBe(`verbatim hint ${own.slice(0, -1)}`);
	expect(changes(`> ${own.replace('大会', '会议')}`)).not.toEqual([]);
});

test('a law before its words in a block quote is none of them', () => {
	const draft = `> 《甲法》第三十三条规定，${article}`;
	expect(found(draft)).toEqual([`verbatim hint ${article.slice(0, -1)}`]);
	expect(changes(draft.replace('登记', '管理'))).toEqual(['登记→管理']);
});
