// What labels, numbers, notes, signatures and names prove of an official paper, and what they do not.
import { describe, expect, test } from 'vitest';
import { fits, numberOfLine, numberOfValue, parted } from '../../../../src/core/documents/official/documentNumber';
import { labelledIn } from '../../../../src/core/documents/official/labels';
import {
	adoptionIn,
	adoptionOf,
	isSalutation,
	occasionOf,
	speakerOf,
} from '../../../../src/core/documents/official/notes';
import { officialEvidence } from '../../../../src/core/documents/official/official';
import { organsOf, organsOfTitle } from '../../../../src/core/documents/official/organ';
import { signatureOf } from '../../../../src/core/documents/official/signature';
import { dayOf } from '../../../../src/core/documents/official/writtenDate';
import { isPersonName } from '../../../../src/core/text/personName';
import { printedAmong, printedIn } from '../../../../src/core/documents/plain/press';

test.each([
	['2019年01月22日', '2019-01-22'],
	['二〇一二年六月五日', '2012-06-05'],
	['二○二六年一月二十七日', '2026-01-27'],
	['一九九八年十二月三十日', '1998-12-30'],
	['2021-04-13', '2021-04-13'],
	['2021年13月40日', undefined],
	['2021年4月13日起施行', undefined],
	['昨天', undefined],
])('the day %s', (line, date) => expect(dayOf(line)).toBe(date));

describe('numbers', () => {
	test.each([
		['国办发〔2019〕6号', '国办发〔2019〕6号'],
		['（国办发〔2019〕6 号）', '国办发〔2019〕6号'],
		['建市[2019]12号', '建市[2019]12号'],
		['中华人民共和国国务院令 第736号', '中华人民共和国国务院令第736号'],
		['国家税务总局公告2023年第5号', '国家税务总局公告2023年第5号'],
		['财政部 税务总局公告2023年第12号', '财政部 税务总局公告2023年第12号'],
		['国务院办公厅关于某事项的意见（国办发〔2019〕6号）', undefined],
		['东山路第12号', undefined],
		['《建筑法》（主席令第46号）', undefined],
	])('a line %s', (line, number) => expect(numberOfLine(line)).toBe(number));

	test('behind a label, in a title, and of whom', () => {
		expect(numberOfValue('国发〔2024〕3号 主题分类：工业')).toBe('国发〔2024〕3号');
		expect(numberOfValue('第5号')).toBe('第5号');
		expect(numberOfValue('无')).toBeUndefined();
		expect(parted('关于某事项的通知（东政办发〔2024〕12号）')).toEqual({
			title: '关于某事项的通知',
			number: '东政办发〔2024〕12号',
		});
		expect(parted('关于某事项的通知（试行）')).toEqual({ title: '关于某事项的通知（试行）' });
		expect(fits('国办发〔2019〕6号', '国务院办公厅')).toBe(true);
		expect(fits('沪府发〔2019〕6号', '教育部')).toBe(false);
	});
});

describe('labels', () => {
	test('cells, lines of several, spaces within, no colons, a value on the next line', () => {
		const expected = {
			issuers: ['东山市人民政府办公室'],
			number: '东政办发〔2024〕12号',
			signed: '2024-03-05',
			published: '2024-03-08',
			index: '000014349/2024-00012',
		};
		const shapes: readonly (readonly string[])[] = [
			[
				'索 引 号： | 000014349/2024-00012 | 主题分类： | ',
				'发文机关： | 东山市人民政府办公室 | 成文日期： | 2024年03月05日',
				'发文字号： | 东政办发〔2024〕12号 | 发布日期： | 2024年03月08日',
			],
			[
				'索引号：000014349/2024-00012 发布机构：东山市人民政府办公室 文　号：东政办发〔2024〕12号',
				'成文日期：2024-03-05 发布日期：2024-03-08 10:20',
			],
			[
				'索引号 | 000014349/2024-00012 | 发布机构 | 东山市人民政府办公室',
				'文号 | 东政办发〔2024〕12号 | 成文日期 | 2024-03-05 | 公开日期 | 2024-03-08',
			],
			[
				...['索引号', '000014349/2024-00012', '发文机关', '东山市人民政府办公室', '发文字号', '东政办发〔2024〕12号'],
				...['成文日期', '2024-03-05', '发布日期', '2024-03-08'],
			],
			[
				'索引号000014349/2024-00012',
				'发布机构东山市人民政府办公室',
				'发文字号东政办发〔2024〕12号',
				'成文日期2024-03-05',
				'发布日期2024-03-08',
			],
		];
		for (const lines of shapes) expect(labelledIn(lines), lines[0]).toEqual(expected);
	});

	test('empty ones take nothing from those beside them', () => {
		expect(labelledIn(['文　号： | 成文日期： | 2024-03-05', '发文机关：', '主题分类：工业'])).toEqual({
			signed: '2024-03-05',
			subject: '工业',
		});
		expect(labelledIn(['发布机构：东山日报记者李大为 文号：无 成文日期：近日'])).toEqual({});
	});
});

test.each([
	[
		'（2023年12月29日第十四届全国人民代表大会常务委员会第七次会议通过）',
		'全国人民代表大会常务委员会',
		undefined,
		'2023-12-29',
	],
	['2021年1月24日 国务院令第736号公布', '国务院', '国务院令第736号', '2021-01-24'],
	[
		'（2007年8月30日第十届全国人民代表大会常务委员会第二十九次会议通过　根据2022年6月24日第十三届全国人民代表大会常务委员会第三十五次会议《关于修改的决定》修正）',
		'全国人民代表大会常务委员会',
		undefined,
		'2022-06-24',
	],
	[
		'（2020年5月1日东山省第十三届人民代表大会常务委员会第二十一次会议通过，自2020年7月1日起施行）',
		'东山省人民代表大会常务委员会',
		undefined,
		'2020-05-01',
	],
	['2021年1月24日，市政府常务会议审议通过了有关方案。', undefined, undefined, undefined],
	['1990年10月22日 对外经济贸易部发布', '对外经济贸易部', undefined, '1990-10-22'],
	[
		'关于某事项的决议（2007年6月29日第十届全国人民代表大会常务委员会第二十八次会议通过）',
		'全国人民代表大会常务委员会',
		undefined,
		'2007-06-29',
	],
	['2021年12月27日 最高人民法院审判委员会第1859次会议通过', '最高人民法院', undefined, '2021-12-27'],
	['２０１２年１２月３日 公安部部长办公会议通过', '公安部', undefined, '2012-12-03'],
	['2020年6月28日经人力资源和社会保障部第6次部务会议通过', '人力资源和社会保障部', undefined, '2020-06-28'],
	['1958年1月9日 全国人民代表大会常务委员会第九十一次会议通过', '全国人民代表大会常务委员会', undefined, '1958-01-09'],
	['1996年10月24日 财政部、国家税务总局发布', '财政部、国家税务总局', undefined, '1996-10-24'],
	['2009年11月4日 最高人民法院公告公布', '最高人民法院', undefined, '2009-11-04'],
	[
		'2016年8月24日 东山市七届人民代表大会常务委员会第三十一次会议通过',
		'东山市人民代表大会常务委员会',
		undefined,
		'2016-08-24',
	],
	['2022年3月24日 《东山市关于修改部分规章的决定》修改', undefined, undefined, '2022-03-24'],
	['2019年12月2日 最高人民检察院第十三届检察委员会第二十八次会议通过', '最高人民检察院', undefined, '2019-12-02'],
])('the note %s', (line, issuer, number, issued) => {
	const found = adoptionOf(line);
	expect([found?.issuers?.join('、'), found?.number, found?.issued]).toEqual([issuer, number, issued]);
});

test('a law with a line for each of its changes has the day of the last', () => {
	expect(
		adoptionIn([
			'某法',
			'1985年9月6日 第六届全国人民代表大会常务委员会第十二次会议通过',
			'2018年10月26日 第十三届全国人民代表大会常务委员会第六次会议《关于修改〈中华人民共和国野生动物保护法〉等十五部法律的决定》第五次修正',
			'2019年1月1日 施行',
		]),
	).toEqual({ issuers: ['全国人民代表大会常务委员会'], issued: '2018-10-26' });
	expect(
		adoptionIn([
			'2019年6月29日 东山省第十三届人民代表大会常务委员会第十三次会议批准',
			'2019年6月21日 东山市第八届人民代表大会常务委员会第二十次会议修订',
		])?.issuers,
	).toEqual(['东山市人民代表大会常务委员会']);
});

test('who spoke, when, and to whom', () => {
	expect(occasionOf('——二〇二六年一月二十七日在某省十四届人民代表大会第四次会议上')).toBe('2026-01-27');
	expect(occasionOf('2026年1月14日在某省第十四届人民代表大会第四次会议上')).toBe('2026-01-14');
	expect(occasionOf('2026年1月14日在会议上指出，要抓好落实。')).toBeUndefined();
	expect(speakerOf('某省省长 张三丰')).toBe('张三丰');
	expect(speakerOf('国务院总理　李　强')).toBe('李强');
	expect(speakerOf('各省省长出席会议。')).toBeUndefined();
	expect(['各位代表：', '各省、自治区、直辖市人民政府：', '同志们：'].every(isSalutation)).toBe(true);
	expect(isSalutation('区规划资源局：')).toBe(true);
	expect(['条件：', '各地要做好：', '会议强调：'].map(isSalutation)).toEqual([false, true, false]);
});

test('organs by their form', () => {
	expect(organsOf('财政部　国家税务总局')).toEqual(['财政部', '国家税务总局']);
	expect(organsOf('财　政　部')).toEqual(['财政部']);
	expect(organsOf('东山市人民政府办公室')).toEqual(['东山市人民政府办公室']);
	for (const text of ['东山日报', '政府网站', '请点击下载', '关于有关工作的通知', '李大为'])
		expect(organsOf(text)).toEqual([]);
	expect(organsOfTitle('国务院办公厅关于某事项的意见')).toEqual(['国务院办公厅']);
	expect(organsOfTitle('教育部等五部门关于某事项的通知')).toEqual(['教育部等五部门']);
	expect(organsOfTitle('李大为关于某事项的思考')).toEqual([]);
});

test('a signature is organs and a day; a day alone is none', () => {
	expect(signatureOf(['正文如上。', '财政部', '国家税务总局', '2024年3月5日', '附件：目录'])).toMatchObject({
		organs: ['财政部', '国家税务总局'],
		date: '2024-03-05',
		from: 1,
		to: 4,
	});
	expect(signatureOf(['某省人民政府　二〇一二年六月五日'])).toMatchObject({
		organs: ['某省人民政府'],
		date: '2012-06-05',
	});
	expect(signatureOf(['正文如上。', '2024年3月5日'])).toBeUndefined();
	expect(signatureOf(['申请人：李大为', '2024年3月5日'])).toBeUndefined();
});

test('names of people by their form', () => {
	for (const name of ['李大为', '张 三', '欧阳修文', '王小川', '买买提·艾力'])
		expect(isPersonName(name), name).toBe(true);
	for (const word of [
		'昨天',
		'分享',
		'图集',
		'关注',
		'搜索',
		'中文',
		'子版块',
		'网易',
		'首页',
		'时政',
		'文章',
		'方案',
		'高级',
		'目录',
		'全文',
	])
		expect(isPersonName(word), word).toBe(false);
});

test("the press's own lines", () => {
	expect(printedIn('某某 《人民日报》（ 2024年03月05日　第 09 版） ')).toEqual({
		author: '某某',
		source: '《人民日报》',
		issued: '2024-03-05',
		page: '9',
	});
	expect(printedIn('（《城市研究》2024年第6期）')).toEqual({ source: '《城市研究》', issued: '2024', issue: '6' });
	expect(printedIn('来源：《求是》2024/11 作者：李大为')).toEqual({ source: '《求是》', issued: '2024', issue: '11' });
	expect(printedIn('载《城市研究》2024年第6期，第15—23页')).toEqual({
		source: '《城市研究》',
		issued: '2024',
		issue: '6',
		page: '15-23',
	});
	for (const line of ['《城市研究》2024年第38卷第6期', '（原文刊于《城市研究》2024年第6期（总第120期））'])
		expect(printedIn(line), line).toEqual({ source: '《城市研究》', issued: '2024', issue: '6' });
	const page = { source: '《江城日报》', issued: '2024-03-05', page: '2' };
	for (const line of ['江城日报 2024年03月05日 第02版', '来源：江城日报（2024-03-05 星期二 第2版：要闻）'])
		expect(printedIn(line), line).toEqual(page);
	for (const line of [
		'江城日报 2024年03月05日',
		'本报 2024年3月5日第2版刊登了文章',
		'《人民日报》发表评论员文章。',
		'《条例》2024年第6次修订',
		'见《求是》2024年第11期第5页，下同。',
	])
		expect(printedIn(line), line).toBeUndefined();
});

test.each([
	['来源：《求是》2023/12作者：李大为2023-06-16 09:00:00', '求是', '2023', '12'],
	['2024-03-12 10:03　来源：《城市论坛》2024年第4期　作者：李大为', '城市论坛', '2024', '4'],
	['来源：城市论坛2024年第4期 作者：李大为', '城市论坛', '2024', '4'],
])('among other things of a line: %s', (line, name, issued, issue) => {
	expect(printedAmong(['题目', line])).toEqual({ source: `《${name}》`, issued, issue });
});

test('a day, a number of the year and a sentence are no issue of a journal', () => {
	expect(
		printedAmong(['来源：东山市财政局 2024-03-12', '来源：统计局2024年第4号', '城市论坛2024年第4期']),
	).toBeUndefined();
});

describe('which text is a paper', () => {
	const page = (title: string, body: readonly string[], before: readonly string[] = []) =>
		officialEvidence({ title, body, before, after: [] });

	test('the organ before 关于 where the number fits it; else the label', () => {
		expect(page('国务院办公厅关于某事项的意见', ['国办发〔2019〕6号', '正文。'])).toMatchObject({
			official: true,
			issuers: ['国务院办公厅'],
			number: '国办发〔2019〕6号',
		});
		// A site that prints what another organ has issued.
		expect(
			page('国务院办公厅关于某事项的意见', ['国办发〔2019〕6号', '正文。'], ['发布机构：东山市人民政府办公室']),
		).toMatchObject({ issuers: ['国务院办公厅'] });
		expect(page('市政府办公室关于某事项的通知', ['正文。'], ['发文机关：东山市人民政府办公室'])).toMatchObject({
			issuers: ['东山市人民政府办公室'],
		});
	});

	test('a title below the letterhead, broken in two; a number before a title in marks', () => {
		expect(
			page('湖南省人民政府办公厅文件', [
				'湘政办发〔2009〕24号',
				'湖南省人民政府办公厅关于加强',
				'毕业生就业工作的通知',
				'正文。',
			]),
		).toMatchObject({ title: '湖南省人民政府办公厅关于加强毕业生就业工作的通知', issuers: ['湖南省人民政府办公厅'] });
		expect(page('鲁政发〔2014〕20号《山东省人民政府关于某事项的意见》', ['正文。'])).toMatchObject({
			title: '山东省人民政府关于某事项的意见',
			issuers: ['山东省人民政府'],
			number: '鲁政发〔2014〕20号',
		});
	});

	test('an order: its number on two lines, the day below the one who signs', () => {
		expect(
			page('某管理条例', [
				'中华人民共和国国务院令',
				'第227号',
				'现发布《某管理条例》。',
				'总理 李克强',
				'1997年8月3日',
				'第一条 为了加强管理，制定本条例。',
			]),
		).toMatchObject({ issuers: ['国务院'], number: '中华人民共和国国务院令第227号', issued: '1997-08-03' });
	});

	test('organs alone on the line beside the title', () => {
		const lines = ['财建〔2013〕644号', '正文。'];
		expect(page('关于某工作的通知', lines, ['关于某工作的通知', '财政部 工业和信息化部'])).toMatchObject({
			issuers: ['财政部', '工业和信息化部'],
		});
		expect(page('关于某工作的通知', lines, ['财政部 工业和信息化部', '关于我们']).issuers).toEqual([]);
	});

	test('a report: the day and the speaker on one line, or the occasion on two', () => {
		expect(
			page('某省政府工作报告', ['各位代表：'], ['2026年1月27日在某省第十四届人民代表大会第四次会议上 某省省长 赵刚']),
		).toMatchObject({
			issued: '2026-01-27',
			author: '赵刚',
			spoken: true,
		});
		expect(
			page('政府工作报告', [
				'——2026年1月26日在某省第十四届',
				'人民代表大会第五次会议上',
				'某省省长 孟凡',
				'各位代表：',
			]),
		).toMatchObject({ issued: '2026-01-26', author: '孟凡' });
		expect(page('政府工作报告', ['各位代表：', '2026年1月26日，会议在京召开。']).issued).toBeUndefined();
	});

	test('news, and pages about a paper, are none', () => {
		expect(page('东山市召开科技创新工作会议', ['正文。'], ['发布机构：东山市人民政府办公室']).official).toBeUndefined();
		expect(
			page('《东山市养老服务办法》政策解读', ['正文。'], ['发布机构：东山市民政局', '文号：东民发〔2024〕3号'])
				.official,
		).toBeUndefined();
	});

	test('a law by its articles, whatever its title begins with', () => {
		expect(
			page('东山省养老服务条例', [
				'（2020年5月1日东山省第十三届人民代表大会常务委员会第二十一次会议通过）',
				'第一章 总则',
				'第一条 为了规范养老服务，制定本条例。',
			]),
		).toEqual({
			title: '东山省养老服务条例',
			official: true,
			issuers: ['东山省人民代表大会常务委员会'],
			issued: '2020-05-01',
		});
		expect(page('谈谈我们的做法', ['第一条经验是抓落实。']).official).toBeUndefined();
	});
});
