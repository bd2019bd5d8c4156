// Texts of laws and papers in plain text: the title again is none of their paragraphs, every note of a change counts.
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../../src/core/documents/document';
import { readMarkdown } from '../../../../src/core/documents/plain/markdown';
import { plainDocument } from '../../../../src/core/documents/plain/plainDocument';
import { readPage } from '../../../../src/core/documents/plain/page';
import { repeatedTitle } from '../../../../src/core/documents/plain/repeatedTitle';

const articles = ['第一条 为了规范公司的组织和行为，制定本法。', '第二条 本法所称公司，是指依照本法设立的公司。'];

test('the title again, in one line or in a few, is left out, what stands before it stays', () => {
	const title = '最高人民法院关于某类案件适用法律若干问题的规定';
	const text = ['2022年7月1日 最高人民法院审判委员会第1870次会议通过', '最高人民法院'];
	const lines = [...text, '关于某类案件适用法律若干问题的规定', '法释〔2022〕17号', ...articles];
	const read = plainDocument(lines.join('\n\n'), { title });
	expect(read?.paragraphs).toEqual([text[0], '法释〔2022〕17号', ...articles]);
	expect(read?.dropped.map(({ text: line, why, after }) => [line, why, after])).toEqual([
		['最高人民法院', 'repeated', 1],
		['关于某类案件适用法律若干问题的规定', 'repeated', 1],
	]);
	expect(read?.source).toMatchObject({
		author: [{ literal: '最高人民法院' }],
		number: '法释〔2022〕17号',
		issued: '2022-07-01',
	});
});

test('nothing but the title again is text', () => {
	expect(plainDocument('# 题目\n\n题目', { title: '题目' })?.paragraphs).toContain('题目');
	expect(repeatedTitle(['甲', '乙'], undefined)).toBeUndefined();
	expect(repeatedTitle(['甲', '题', '目'], '题 目')).toEqual([1, 3]);
});

test('a law that was changed often has the day of its last change; 公司法 is a law', () => {
	const notes = Array.from(
		{ length: 11 },
		(_, i) => `${2000 + i}年3月1日 第九届全国人民代表大会常务委员会第${i + 1}次会议修正`,
	);
	const read = plainDocument([...notes, ...articles].join('\n\n'), { title: '中华人民共和国公司法' });
	expect(read?.source).toMatchObject({
		type: 'legislation',
		author: [{ literal: '全国人民代表大会常务委员会' }],
		issued: '2010-03-01',
	});
	expect(read?.paragraphs).toHaveLength(13);
});

test('notes of changes that are broken over lines, and the last one behind them', () => {
	const notes = Array.from({ length: 7 }, (_, i) => `${2000 + i}年3月1日 第九届全国人民代表大会第${i + 1}次会议修正`);
	const broken = [
		'2010年3月14日 第十一届全国人民代表大会第三次会议《关于修改〈选举法〉',
		'〈代表法〉的决定》第八次修正',
	];
	const last = '2020年10月17日 第十三届全国人民代表大会常务委员会第二十二次会议第九次修正';
	const lines = [...notes, ...broken, '〈组织法〉的决定》', last, ...articles];
	expect(plainDocument(lines.join('\n\n'), { title: '中华人民共和国选举法' })?.source.issued).toBe('2020-10-17');
});

test('amendments of laws are laws; justice and public organs by their name are no law', () => {
	const typeOf = (title: string) => plainDocument(articles.join('\n\n'), { title })?.source.type;
	expect(['刑法修正案（七）', '医疗机构制剂配制质量管理规范（试行）'].map(typeOf)).toEqual([
		'legislation',
		'legislation',
	]);
	expect(['论司法', '谈工作方法', '我的看法'].map(typeOf)).toEqual(['document', 'document', 'document']);
});

describe('the box of a paper at the head of a text', () => {
	const letter = ['各市财政局：', '现就资金使用作如下通知，请遵照执行，确保专款专用。'];
	const box = ['发文机关： | 江北省财政厅', '发文字号： | 江财发〔2024〕3号', '成文日期： | 2024年2月3日'];
	const fields = {
		type: 'legislation',
		title: '资金使用通知',
		author: [{ literal: '江北省财政厅' }],
		number: '江财发〔2024〕3号',
		issued: '2024-02-03',
	};

	test.each([
		['a table', `${box[0]} |\n--- | --- |\n${box[1]} |\n${box[2]} |`],
		['a table with a bare head', `| | |\n|---|---|\n| ${box.join(' |\n| ')} |`],
		['lines with bars', box.join('\n\n')],
		['lines', box.join('\n').replaceAll(' | ', '')],
	])('%s of Markdown', async (_, lines) => {
		const text = `# 资金使用通知\n\n${lines}\n\n${letter.join('\n\n')}\n`;
		const { documents } = await readMarkdown(new TextEncoder().encode(text), 'a.md', defaultLimits);
		expect(documents[0]?.source).toEqual(fields);
		expect(documents[0]?.paragraphs).toEqual(letter);
	});

	test('an organ alone is the author; a number of its own makes a paper of what no title proves one', () => {
		const read = (...lines: string[]) => plainDocument(['随笔', ...lines, ...letter].join('\n\n'));
		expect(read(box[0] ?? '')?.source).toMatchObject({ type: 'document', author: [{ literal: '江北省财政厅' }] });
		expect(read(...box)?.source).toMatchObject({ ...fields, title: '随笔' });
		expect(read(box[0] ?? '', '文号： | 沪府发〔2024〕3号')?.source).toMatchObject({ type: 'document' });
	});

	test('heads of columns and words behind a colon are text', () => {
		const lines = ['发文机关 | 发文字号 | 标题', '江北省财政厅 | 江财发〔2024〕3号 | 资金使用通知'];
		expect(plainDocument(['统计', ...lines, ...letter].join('\n\n'))?.paragraphs).toEqual([...lines, ...letter]);
		expect(plainDocument(['座谈会', '主题：除雪', ...letter].join('\n\n'))?.paragraphs).toContain('主题：除雪');
	});
});

describe('the line of an author', () => {
	const short = ['牧区道路里程长、车流少，养护经费一直是难题。', '本文讨论县乡两级的分担办法。'];
	const read = (lines: readonly string[], mark = '\n\n') => plainDocument(lines.join(mark));
	const author = (line: string, below = short) => {
		const found = read(['牧区道路养护的经费来源', line, ...below]);
		return [found?.source.author?.map(one => one.literal).join('、'), found?.paragraphs.length];
	};

	test.each(['\n\n', '\n'])('below the title of a short text, lines parted by %j', mark => {
		const found = read(['牧区道路养护的经费来源', '周立民', ...short, '（《城市研究》2024年第6期）'], mark);
		expect(found?.source).toMatchObject({ author: [{ literal: '周立民' }], 'container-title': '城市研究', issue: '6' });
		expect(found?.paragraphs).toEqual(short);
	});

	test('as newspapers and journals have it', () => {
		expect(author('周立民')).toEqual(['周立民', 2]);
		expect(author('本报记者 周立民 王小川')).toEqual(['周立民、王小川', 2]);
		expect(author('文/周立民')).toEqual(['周立民', 2]);
		expect(author('周立民（江城大学经济学院）')).toEqual(['周立民', 2]);
		expect(
			author('周　民', ['牧区道路里程长、车流少，养护经费一直是难题，各地做法不同，效果也不同。', ...short]),
		).toEqual(['周民', 3]);
	});

	const line = '（《城市研究》2024年第6期）';
	const printed = {
		type: 'article-journal',
		title: '牧区道路养护的经费来源',
		author: [{ literal: '周立民' }],
		'container-title': '城市研究',
		issued: '2024',
		issue: '6',
	};
	test.each([
		['names above', ['周立民', line]],
		['names below', [line, '周立民']],
		['named as the author', ['作者：周立民', line]],
	])('above the text with the line of the journal, %s', async (_, lines) => {
		for (const mark of ['\n', '\n\n']) {
			const found = read(['牧区道路养护的经费来源', ...lines, ...short], mark);
			expect(found?.source).toMatchObject(printed);
			expect(found?.paragraphs).toEqual(short);
		}
		const text = `# 牧区道路养护的经费来源\n\n${[...lines, ...short].join('\n\n')}\n`;
		const { documents } = await readMarkdown(new TextEncoder().encode(text), 'a.md', defaultLimits);
		expect(documents[0]).toMatchObject({ source: printed, paragraphs: short });
	});

	test.each([
		['（《地理学报》2023年第4期）', 'article-journal'],
		['（《江城画报》2023年第4期）', 'article-journal'],
		['（《文学报》2023年4月6日）', 'article-newspaper'],
	])('what %s is', (printedLine, type) => {
		expect(read(['牧区道路养护的经费来源', '周立民', printedLine, ...short])?.source.type).toBe(type);
	});

	test('the line of the journal above the title', () => {
		const found = read([line, '牧区道路养护的经费来源', '周立民', ...short]);
		expect(found).toMatchObject({ source: printed, paragraphs: short });
	});

	test('above the line of a newspaper, with the page', () => {
		const found = read(['牧区道路养护的经费来源', '周民', '《江城日报》（2024年3月5日 第2版）', ...short]);
		expect(found?.source).toMatchObject({ type: 'article-newspaper', author: [{ literal: '周民' }], page: '2' });
	});

	test('a list of issues has no line of its own', () => {
		const issues = [line, '（《城市研究》2024年第5期）', '（《城市研究》2024年第4期）'];
		const found = read([...issues, ...short]);
		expect(found?.paragraphs).toEqual([...issues, ...short]);
		expect(found?.source['container-title']).toBeUndefined();
	});

	test('what has no such form or stands elsewhere is text', () => {
		expect(author('关注民生')).toEqual([undefined, 3]);
		expect(author('周民')).toEqual([undefined, 3]);
		expect(author('周立民（见下文）')).toEqual([undefined, 3]);
		expect(author('周立民', ['一、经费', ...short])).toEqual([undefined, 4]);
	});
});

test('a page that has little more than its text says where the text is printed', () => {
	const lines = ['道路养护的经费来源', '2024-03-12 10:03　来源：《城市论坛》2024年第4期　作者：李大为'];
	const text = ['牧区道路里程长、车流少，养护经费一直是难题，各地做法不同，效果也不同。', '责任编辑：张三丰'];
	expect(readPage([...lines, ...text].join('\n\n'))?.source).toMatchObject({
		type: 'article-journal',
		author: [{ literal: '李大为' }],
		'container-title': '城市论坛',
		issued: '2024',
		issue: '4',
		held: { date: '2024-03-12' },
	});
});

describe('papers whose title is not on the first line', () => {
	const read = (...lines: string[]) => plainDocument(lines.join('\n\n'));
	const rules = ['管护办法（试行）', ...articles];
	const order = [
		'中华人民共和国教育部令',
		'第49号',
		'《管护办法（试行）》已经2020年9月23日教育部第3次部务会议审议通过，现予公布，自2021年3月1日起施行。',
		'部长　李大为',
		'2020年12月23日',
	];
	const ordered = {
		type: 'legislation',
		title: '管护办法（试行）',
		author: [{ literal: '教育部' }],
		number: '中华人民共和国教育部令第49号',
		issued: '2020-12-23',
	};

	test('an order names what it proclaims, and keeps its lines but the title', () => {
		expect(read(...order, ...rules)).toMatchObject({ source: ordered, paragraphs: [...order, ...articles] });
		const [first = '', second = '', ...others] = order;
		expect(plainDocument([...others, ...rules].join('\n\n'), { title: `${first}${second}` })?.source).toEqual(ordered);
		const alone = read('江城市人民政府令', '第8号', '现公布《江城市管护条例》，自2021年3月1日起施行。', ...articles);
		expect(alone?.source).toMatchObject({ title: '江城市管护条例', number: '江城市人民政府令第8号' });
	});

	test('an order that proclaims nothing has no other title', () => {
		expect(read('江城市人民政府令', '请各单位遵照执行，确保安全。', '违者从重处罚。')?.source.title).toBe(
			'江城市人民政府令',
		);
	});

	test('the day and the number of an order below a title', () => {
		const text =
			'国务院关于修改《快递条例》的决定\n（2025年4月13日　国务院令第806号）\n\n国务院决定作如下修改：\n一、增加一条。';
		expect(plainDocument(text)?.source).toMatchObject({
			title: '国务院关于修改《快递条例》的决定',
			author: [{ literal: '国务院' }],
			number: '国务院令第806号',
			issued: '2025-04-13',
		});
	});

	const box = [
		'索 引 号：1142/2024-3',
		'发文机关：江城市财政局',
		'文　　号：江财发〔2024〕12号',
		'成文日期：2024年2月8日',
	];
	const letter = ['各区财政局：', '现就资金使用作如下通知，请遵照执行，确保专款专用。'];
	test.each([
		['below the box', ['江城市财政局关于资金使用的通知']],
		['in the box', ['标题：江城市财政局关于资金使用的通知']],
	])('the title %s', (_, title) => {
		expect(read(...box, ...title, ...letter)).toMatchObject({
			source: {
				title: '江城市财政局关于资金使用的通知',
				author: [{ literal: '江城市财政局' }],
				number: '江财发〔2024〕12号',
				issued: '2024-02-08',
			},
			paragraphs: letter,
		});
	});

	test('an organ above the number is no title; its signature stays', () => {
		const head = ['江城市民政局', '江民函〔2024〕18号'];
		const body = ['李某委员：', '您提出的提案收悉，现答复如下。', '江城市民政局', '2024年6月20日'];
		expect(read(...head, '对市政协第112号提案的答复', ...body)).toMatchObject({
			source: {
				title: '对市政协第112号提案的答复',
				author: [{ literal: '江城市民政局' }],
				number: '江民函〔2024〕18号',
				issued: '2024-06-20',
			},
			paragraphs: [...head, ...body],
		});
	});
});

describe('what stands at the head and at the end of a paper is not its text', () => {
	const text = ['各区县人民政府：', '现通知如下，请认真做好。', '江城市人民政府', '2024年3月8日'];
	const title = '江城市人民政府关于加强防汛抗旱工作的通知';
	const number = '江政发〔2024〕9号';

	test.each([
		['below the number', [number, title]],
		['in lines below the number', [number, '江城市人民政府', '关于加强防汛抗旱', '工作的通知']],
		['in lines above the number', ['江城市人民政府关于加强', '防汛抗旱工作的通知', number]],
		['twice', [title, number, title]],
	])('the title %s', (_, head) => {
		const read = plainDocument([...head, ...text].join('\n'));
		expect(read?.source).toMatchObject({ title, number, issued: '2024-03-08' });
		expect(read?.paragraphs).toEqual([number, ...text]);
	});

	test('buttons of a page below the text', () => {
		const read = plainDocument([title, number, ...text, '相关附件'].join('\n'));
		expect(read?.paragraphs).toEqual([number, ...text]);
		expect(read?.dropped.at(-1)).toMatchObject({ text: '相关附件', why: 'frame', after: 5 });
	});
});

test('names above where they work are the authors; two courts that adopt together are both the organs', () => {
	const paper = [
		'论平台治理',
		'李明　王芳',
		'（江城大学公共管理学院，江城　430000）',
		'摘要：平台治理是新课题。',
		'正文。',
	];
	expect(plainDocument(paper.join('\n\n'))?.source.author).toEqual([{ literal: '李明' }, { literal: '王芳' }]);
	const note =
		'（2013年9月5日最高人民法院审判委员会第1589次会议、2013年9月2日最高人民检察院第十二届检察委员会第9次会议通过）';
	expect(
		plainDocument(['关于办理诽谤案件的解释', '法释〔2013〕21号', note, ...articles].join('\n'))?.source,
	).toMatchObject({
		author: [{ literal: '最高人民法院' }, { literal: '最高人民检察院' }],
		issued: '2013-09-05',
	});
	const rules = ['江城市校车办法', '（江政规〔2024〕3号　2024年5月6日江城市人民政府印发）', ...articles];
	expect(plainDocument(rules.join('\n'))?.source).toMatchObject({
		author: [{ literal: '江城市人民政府' }],
		number: '江政规〔2024〕3号',
		issued: '2024-05-06',
	});
});
