// Pages as a reviewer found them misread: each kind of page in a few forms, with other texts.
import { expect, test } from 'vitest';
import { defaultLimits, type ImportedDocument } from '../../../src/core/documents/document';
import { readHtml } from '../../../src/core/documents/html/html';

const page = async (head: string, body: string): Promise<ImportedDocument> => {
	const html = `<!doctype html><html><head><meta charset=utf-8>${head}</head><body>${body}</body></html>`;
	const { documents } = await readHtml(new TextEncoder().encode(html), 'a.html', defaultLimits);
	const [document] = documents;
	if (!document) throw new Error('nothing read');
	return document;
};
const prose =
	'<p>为深入实施创新驱动发展战略，加快培育科技型企业，经市政府同意，现就有关事项通知如下，请认真贯彻执行。</p><p>各部门要加强协作，把各项措施落到实处，年底前将进展报送市政府办公室。</p>';
const signed = '<p>东山市人民政府办公室</p><p>2024年3月5日</p>';
const paper = '东山市人民政府办公室关于加快培育科技型企业的通知';
const number = '<p>东政办发〔2024〕12号</p>';

test.each([
	'政府信息公开专栏',
	'政策文件-东山市人民政府',
	'文章详情',
	'内容页',
	'政府信息公开_东山市人民政府',
	'建议提案办理',
])('a title of a window that only says %s gives way to the head of the text', async title => {
	const heads = [
		`<p align=center>东山市人民政府办公室</p><p align=center>关于加快培育科技型企业的通知</p>${number}`,
		`<div class=tit>${paper}</div>${number}`,
		`<h3>${paper}</h3>${number}`,
		`<table><tr><td>标　　题：</td><td>${paper}</td></tr><tr><td>发文机关：</td><td>东山市人民政府办公室</td><td>文　号：</td><td>东政办发〔2024〕12号</td></tr><tr><td>主 题 词：</td><td></td><td></td><td></td></tr></table>`,
	];
	for (const head of heads) {
		const { source } = await page(`<title>${title}</title>`, `${head}<p>各县（区）人民政府：</p>${prose}${signed}`);
		expect(source).toMatchObject({ type: 'legislation', title: paper, number: '东政办发〔2024〕12号' });
	}
});

test('a title that the page shows stays, whatever paper its text has below', async () => {
	const { source } = await page(
		'<title>东山市推进科技创新工作</title>',
		`<h1>东山市推进科技创新工作</h1>${prose}<p>${paper}</p>${prose}`,
	);
	expect(source.title).toBe('东山市推进科技创新工作');
});

test('a title that is cut in the head of the page is the whole one of the text', async () => {
	const { source } = await page(
		'<title>东山市人民政府关于推动海岛高质量发展</title>',
		`<p>东山市人民政府关于推动海岛高质量发展<br>加快建设美丽家园的意见</p><p>东政发〔2024〕2号</p><p>各县（区）人民政府：</p>${prose}`,
	);
	expect(source.title).toBe('东山市人民政府关于推动海岛高质量发展加快建设美丽家园的意见');
});

test('rules in title marks with the number of the order behind them', async () => {
	const { source } = await page(
		'<title>《东山海岛管理办法》　2024年第16号令</title>',
		`<h1>《东山海岛管理办法》　2024年第16号令</h1><p>东山市人民政府令</p><p>第16号</p><p>《东山海岛管理办法》已经市政府常务会议通过，现予公布，自2024年5月1日起施行。</p><p>第一条 为加强海岛管理，制定本办法。</p>`,
	);
	expect(source).toMatchObject({ title: '东山海岛管理办法', number: '东山市人民政府令第16号' });
});
