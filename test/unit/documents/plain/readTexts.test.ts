// Texts as readers of sites copy them: what stands around the title and above the text says whose it is and of when.
import { expect, test } from 'vitest';
import { defaultLimits, type ImportedDocument } from '../../../../src/core/documents/document';
import { readHtml } from '../../../../src/core/documents/html/html';
import { readText } from '../../../../src/core/documents/plain/text';
import { bylineOf, namesOfLine } from '../../../../src/core/text/personName';

const read = async (...lines: readonly string[]): Promise<ImportedDocument> => {
	const { documents } = await readText(new TextEncoder().encode(lines.join('\n')), 'a.txt', defaultLimits);
	const [document] = documents;
	if (!document) throw new Error('nothing read');
	return document;
};
const page = async (head: string, body: string): Promise<ImportedDocument> => {
	const html = `<!doctype html><html><head><meta charset=utf-8>${head}</head><body>${body}</body></html>`;
	const { documents } = await readHtml(new TextEncoder().encode(html), 'a.html', defaultLimits);
	const [document] = documents;
	if (!document) throw new Error('nothing read');
	return document;
};
const authors = ({ source }: ImportedDocument) => source.author?.map(name => name.literal);
const prose = [
	'平台治理是数字时代的新课题，既要放得活，又要管得住，关键在于划清政府与市场的边界，形成可以预期的规则。',
	'各地的探索表明，规则越清楚，企业的投入越稳定，劳动者与消费者的权益也越有保障，治理的成本随之下降。',
];
const html = prose.map(one => `<p>${one}</p>`).join('');

test.each([
	'李大为：论平台治理的边界',
	'李大为 | 论平台治理的边界',
	'李大为 等：论平台治理的边界',
	'李大为、陈雨｜论平台治理的边界',
	'【转发】李大为：论平台治理的边界',
	'论平台治理的边界/李大为',
])('a title with its author: %s', async title => {
	for (const found of [
		await read(title, ...prose),
		await page(`<title>${title}</title>`, `<h1>${title}</h1>${html}`),
	]) {
		expect(found.source.title).toBe('论平台治理的边界');
		expect(authors(found)?.[0]).toBe('李大为');
	}
});

test('what somebody said is reported under such a title, too: the name is proved by the text', async () => {
	const report = await read('李大为：平台要守规矩', `3月5日，李大为在会上说，平台要守规矩。${prose[0]!}`, prose[1]!);
	expect(report.source.title).toBe('李大为：平台要守规矩');
	expect(authors(report)).toBeUndefined();
	const proofs = [
		['● 李大为'],
		['李大为，江城大学法学院教授。'],
		['作者简介'],
		['摘要：本文讨论平台治理（李大为，2020）。'],
	];
	for (const proof of proofs) {
		const found = await read('李大为：平台要守规矩', ...proof, `李大为（2020）讨论过这个问题。${prose[0]!}`, prose[1]!);
		expect(found.source.title).toBe('平台要守规矩');
		expect(authors(found)).toEqual(['李大为']);
	}
});

test('names with spaces within, with signs of notes, among them a longer one; other words are none', () => {
	expect(namesOfLine('郭 叶 孙 梅')).toEqual(['郭叶', '孙梅']);
	expect(namesOfLine('陈 阳,荣 威')).toEqual(['陈阳', '荣威']);
	expect(namesOfLine('朱进博文、曹咏、谢刚')).toEqual(['朱进博文', '曹咏', '谢刚']);
	expect(namesOfLine('朱进博文、曹咏')).toBeUndefined();
	expect(namesOfLine('总 计 合 计')).toBeUndefined();
	expect(bylineOf('石琳1,2,3，陈 劲1')?.names).toBe('石琳、陈劲');
	expect(bylineOf('本报记者李娜')).toMatchObject({ names: '李娜', isCalled: true });
});

test('the day with names right behind it, the journal on a line of its own, words on the subject, the names again', async () => {
	const found = await read(
		'APP下载',
		'',
		'省思平台治理中的知行关系',
		'',
		'2021-06-06 08:08程宏刘志光',
		'城市理论与实践 2021年1期',
		'关键词:知行合一平台治理',
		'',
		'程宏 刘志光',
		'',
		'[江城大学]',
		'',
		...prose,
	);
	expect(found.source).toMatchObject({
		type: 'article-journal',
		title: '省思平台治理中的知行关系',
		'container-title': '城市理论与实践',
		issued: '2021',
		issue: '1',
		held: { date: '2021-06-06' },
	});
	expect(authors(found)).toEqual(['程宏', '刘志光']);
	expect((await read('论平台治理', '工作简报 2021年1期', ...prose)).source.type).toBe('document');
});

test('a title below a menu, the number of a page, the same with a number before it; its second part', async () => {
	const titles = await Promise.all([
		read('学校网站 ENGLISH 旧版回顾', '论平台治理的边界', ...prose),
		read('第4版:特别报道', '论平台治理的边界', ...prose),
		read('第一篇:论平台治理的边界', '论平台治理的边界', ...prose),
		read('东政发〔2024〕2号《论平台治理的边界》', '《论平台治理的边界》', ...prose),
		read('论平台治理', '——基于东山的调查', ...prose),
	]);
	expect(titles.map(({ source }) => source.title)).toEqual([
		...new Array<string>(4).fill('论平台治理的边界'),
		'论平台治理——基于东山的调查',
	]);
	for (const { paragraphs } of titles) expect(paragraphs).toEqual(prose);
});

test.each(['编者按', '(上接15版)', '资料简介: |', '(一)', '本文大概9800字，读完共需14分钟'])(
	'%s above a text is no title',
	async line => {
		const { problems } = await read(line, ...prose);
		expect(problems.map(one => one.code)).toContain('import.title');
	},
);

test('the newspaper with day and hour; its own line with the day of the issue', async () => {
	const stamped = await read('论平台治理的边界', '江城日报 2019-04-15 08:08', '本报记者李娜', ...prose);
	expect(stamped.source).toMatchObject({ 'container-title': '江城日报', held: { date: '2019-04-15' } });
	expect(authors(stamped)).toEqual(['李娜']);
	const own = await read('论平台治理的边界', '江城日报2000年7月2日', ...prose);
	expect(own.source).toMatchObject({ 'container-title': '江城日报', issued: '2000-07-02' });
	const untitled = await read('2020-12-29 14:59:22 来源:江城日报 作者:', ...prose);
	expect(untitled.source).toMatchObject({ 'container-title': '江城日报', held: { date: '2020-12-29' } });
});

test('a text without a title begins with its authors', async () => {
	const below = ['(江城大学 法学院,江城 400000)', '[摘 要] 本文讨论平台治理。', prose[0]!];
	for (const next of below) {
		const found = await read('陈 阳 刘志光', next, ...prose);
		expect(authors(found)).toEqual(['陈阳', '刘志光']);
		expect(found.problems.map(one => one.code)).toContain('import.title');
	}
	const cited = await read('平台治理的回顾*', '2014-10-17刘志光', '文◎刘志光**', ...prose);
	expect(authors(cited)).toEqual(['刘志光']);
	expect(cited.paragraphs).toEqual(prose);
});

test('labels side by side; whoever edited a text has not written it', async () => {
	const found = await read('平台治理有了新规则', '时间:2025-03-31 来源:江城日报 责任编辑:敖婷婷', ...prose);
	expect(found.source).toMatchObject({ 'container-title': '江城日报', held: { date: '2025-03-31' } });
	expect(authors(found)).toBeUndefined();
	expect(found.paragraphs).toEqual(prose);
});

test('authors among the first lines of an article: a label below a heading, names above the place of work', async () => {
	const labelled = await page(
		'<title>论平台治理的边界</title>',
		`<h1>论平台治理的边界</h1><div class=article_content><p>【理论探讨】</p><p>作者：李大为（江城大学法学院教授，江城市法学会会长、江城市人民政府法律顾问）</p>${html}</div>`,
	);
	expect(authors(labelled)).toEqual(['李大为']);
	expect(labelled.paragraphs.join('')).not.toContain('作者');
	const placed = await page(
		'<title>论平台治理的边界</title>',
		`<h1>论平台治理的边界</h1><p>石琳<sup>1,2</sup>，陈 劲<sup>1</sup></p><p>(1.江城大学 经济管理学院；2.江城大学研究中心，江城 100084)</p>${html}`,
	);
	expect(authors(placed)).toEqual(['石琳', '陈劲']);
	expect(placed.paragraphs).toEqual(prose);
});

test('the editor and the source below a text are no paragraphs', async () => {
	const found = await read('论平台治理的边界', ...prose, '（来源：江城日报）', '（责编：张三丰、李四光）');
	expect(found.paragraphs).toEqual(prose);
	expect(found.source['container-title']).toBe('江城日报');
});

test('columns of a portal are no authors; who reports is named in the first words', async () => {
	const lines = ['首页 > 热点', '来源:某某网 作者:娱乐 时间:2025-01-25 04:30:03 浏览:12'];
	const found = await read(lines[0]!, '平台治理有了新规则', lines[1]!, '', prose[0]!, '', prose[1]!);
	expect(authors(found)).toBeUndefined();
});

test('rows of a list in brackets are the box of a paper', async () => {
	const found = await read(
		'- 【发布单位】81201',
		'- 【发布文号】--',
		'- 【生效日期】1993-01-01',
		'- 【所属类别】地方法规',
		'东山市物业管理办法',
		'（1992年10月24日东山市第七届人民代表大会常务委员会第三十三次会议通过）',
		'第一条 为了规范物业管理，制定本办法。',
		'第二条 本办法适用于本市行政区域。',
	);
	expect(found.source).toMatchObject({ type: 'legislation', title: '东山市物业管理办法', issued: '1992-10-24' });
	expect(found.paragraphs.join('')).not.toContain('所属类别');
});
