// Papers as sites copy them: orders of several organs, notes that are broken, a title that was cut, whose page it is.
import { expect, test } from 'vitest';
import { defaultLimits, type ImportedDocument } from '../../../../src/core/documents/document';
import { readHtml } from '../../../../src/core/documents/html/html';
import { readText } from '../../../../src/core/documents/plain/text';

const first = ({ documents: [document] }: { readonly documents: readonly ImportedDocument[] }): ImportedDocument => {
	if (!document) throw new Error('nothing read');
	return document;
};
const text = async (...lines: readonly string[]) =>
	first(await readText(new TextEncoder().encode(lines.join('\n\n')), 'a.txt', defaultLimits));
const page = async (head: string, body: string) => {
	const html = `<!doctype html><html><head><meta charset=utf-8>${head}</head><body>${body}</body></html>`;
	return first(await readHtml(new TextEncoder().encode(html), 'a.html', defaultLimits));
};
const authors = ({ source }: ImportedDocument) => source.author?.map(name => name.literal);
const articles = [
	'第一条 为了规范物业管理，维护业主的权益，制定本办法。',
	'第二条 本市行政区域内的物业管理适用本办法。',
];
const html = (lines: readonly string[]) => lines.map(one => `<p>${one}</p>`).join('');
const prose = '<p>初步核算，全年实现地区生产总值一百三十亿元，比上年增长百分之九，三次产业结构继续优化。</p>';

test('an order of several organs, each on a line of its own', async () => {
	const organs = ['中华人民共和国国家发展和改革委员会', '工业和信息化部', '住房和城乡建设部', '交通运输部', '水利部'];
	const more = ['农业农村部', '商务部', '国家市场监督管理总局'];
	const found = await page(
		'<title>物业管理办法</title>',
		`<h1>物业管理办法</h1><div class=article_content><p>${[...organs, ...more, '令'].join('<br>')}</p><p>第16号</p>${html(
			[
				'《物业管理办法》已经第8次委务会通过，现予公布，自2024年5月1日起施行。',
				'国家发展改革委主任：张三丰',
				'2024年3月25日',
				...articles,
			],
		)}</div>`,
	);
	expect(authors(found)).toEqual(['国家发展和改革委员会', ...organs.slice(1), ...more]);
	expect(found.source).toMatchObject({ number: '国家发展和改革委员会令第16号', issued: '2024-03-25' });
	expect(found.paragraphs.slice(0, 2)).toEqual(organs.slice(0, 2));
});

test('a note in brackets that is broken over lines; a public announcement; the day before the organ', async () => {
	const broken = await text(
		'东山市物业管理条例',
		'（2001年10月17日东山市第三届人民代表大会常务委员会第十一次会议通过',
		'2001年12月3日江北省第九届人民代表大会常务委员会第二十九次会议批准）',
		...articles,
	);
	expect(authors(broken)).toEqual(['东山市人民代表大会常务委员会']);
	expect(broken.source.issued).toBe('2001-12-03');
	const announced = await text(
		'江北省物业管理条例',
		'2012年5月30日 江北省第十一届人民代表大会常务委员会第三十三次会议通过',
		'2012年5月30日 江北省第十一届人民代表大会常务委员会公告第79号公布',
		...articles,
	);
	expect(announced.source.number).toBe('江北省第十一届人民代表大会常务委员会公告第79号');
	expect(authors(announced)).toEqual(['江北省人民代表大会常务委员会']);
	const beside = await text('铁路货场管理办法', '1990年3月10日,铁道部', ...articles);
	expect(beside.source).toMatchObject({ type: 'legislation', issued: '1990-03-10' });
	expect(authors(beside)).toEqual(['铁道部']);
});

test('the number of an order of the Chairman is no title, whatever its Congress', async () => {
	const title = '中华人民共和国物业管理法';
	const found = await text(
		'您的位置: 首页 » 法规 »',
		title,
		'时间:2024-04-29 19:28:23 来源: 法规网 作者:法规网 阅读:9237',
		'全国人民代表大会常务委员会',
		'中华人民共和国主席令(九届第37号)',
		`《${title}》已由第九届全国人民代表大会常务委员会第十八次会议于2000年10月31日通过,现予公布,自2001年1月1日起施行。`,
		title,
		'(2000年10月31日第九届全国人民代表大会常务委员会第十八次会议通过)',
		...articles,
	);
	expect(found.source).toMatchObject({ title, issued: '2000-10-31' });
	expect(authors(found)).toEqual(['全国人民代表大会常务委员会']);
});

test('a title that was cut is the one of the text; who signs the decision is a person', async () => {
	const found = await text(
		'《物业管理办法》的决定',
		'《住房城乡建设部关于修改<物业管理办法>的决定》已经2018年9月19日第4次部常务会议审议通过,现予发布,自发布之日起施行。',
		'住房城乡建设部部长 王蒙',
		'2018年9月28日',
		'住房城乡建设部关于修改《物业管理办法》的决定',
		'为优化营商环境,住房城乡建设部决定对《物业管理办法》(建设部令第89号)作如下修改:',
		'一、将第二条第一款修改为:“物业管理适用本办法”。',
	);
	expect(found.source).toMatchObject({
		title: '住房城乡建设部关于修改《物业管理办法》的决定',
		issued: '2018-09-28',
	});
	expect(authors(found)).toEqual(['住房城乡建设部']);
});

test("a page that names nobody else as its source is cited with its own day; another's is not", async () => {
	const dayOf = async (title: string, source: string) =>
		(
			await page(
				`<title>${title}</title>`,
				`<h1>东山推进科技创新</h1><div>2024-03-05 10:00 ${source}</div>${prose}${prose}`,
			)
		).source.issued;
	expect(await dayOf('东山推进科技创新_东山网', '')).toBe('2024-03-05');
	expect(await dayOf('东山推进科技创新_东山网', '来源：东山网')).toBe('2024-03-05');
	expect(await dayOf('东山推进科技创新', '来源：东山市科学技术局')).toBe('2024-03-05');
	expect(await dayOf('东山推进科技创新_江城日报', '来源：江城日报')).toBe('2024-03-05');
	expect(await dayOf('东山推进科技创新_东山网', '来源：江城日报')).toBeUndefined();
	expect(await dayOf('东山推进科技创新_东山网', '来源：新华社')).toBeUndefined();
	expect(await dayOf('东山推进科技创新', '来源：某某网')).toBeUndefined();
});

test('what an office for statistics publishes is its work; news that an organ hands on is nobody’s', async () => {
	const of = (title: string, source: string) =>
		page(
			`<title>${title}_东山县人民政府</title>`,
			`<h1>${title}</h1><div>发布时间：2022-04-11 15:09 来源：${source}</div>${prose}${prose}`,
		);
	expect(authors(await of('东山县2021年经济运行情况', '东山县统计局'))).toEqual(['东山县统计局']);
	expect(authors(await of('东山县召开推进会', '东山县发展和改革局'))).toBeUndefined();
});

test('the source of a page that was saved as text: tags, a long way to the page, the number of readers', async () => {
	const found = await text(
		'您当前的位置: 首页 > 法规草案征求意见 > 关于《东山市物业管理条例(草案修改二稿 征求意见稿)》公开征求意见的公告 > 详细内容',
		'关于《东山市物业管理条例(草案)》公开征求意见的公告',
		'发布时间:2018-11-12 17:25:15 字体大小:[大][中][小]',
		'4874268',
		'<p>《东山市物业管理条例(草案)》已经市人大常委会两次审议，现向社会公开征求意见。</p><p>意见请于11月23日前反馈。</p><p>东山市人大常委会办公室</p><p>2018年11月12日</p><p><br/></p>',
	);
	expect(found.source).toMatchObject({
		title: '关于《东山市物业管理条例(草案)》公开征求意见的公告',
		issued: '2018-11-12',
	});
	expect(authors(found)).toEqual(['东山市人大常委会办公室']);
	expect(found.paragraphs.join('')).not.toMatch(/<p>|4874268|位置/);
});

test('the line of the journal at the end of a page whose container nobody knows', async () => {
	const found = await page(
		'<title>李大为：论平台治理_思想网</title>',
		`<h3>李大为：论平台治理</h3><p>● <a>李大为</a></p><div id=c2>${prose}${prose}<p>李大为，江城大学法学院教授。</p><p>来源：《城市研究》2023年第1期。</p></div><div>本文责编：admin<br>发信站：思想网<br>本文链接：https://example.org/1.html<br></div>`,
	);
	expect(found.source).toMatchObject({
		type: 'article-journal',
		title: '论平台治理',
		'container-title': '城市研究',
		issued: '2023',
		issue: '1',
	});
	expect(found.paragraphs.join('')).not.toContain('责编');
});
