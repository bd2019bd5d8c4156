// Reference texts in both editions: the forms of the standard, gaps, options, and whatever is thrown at it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Source } from '../../../../src/core/corpus/records';
import { formatReference, formatRepeat, type Item } from '../../../../src/core/citations/gbt7714/reference';

const both = (item: Item) => [
	formatReference(item, { gaps: false }).text,
	formatReference(item, { edition: '2015', gaps: false }).text,
];
const literal = (...names: string[]) => names.map(name => ({ literal: name }));
const zh = { language: 'zh-CN' };

describe('what the five texts prove', () => {
	const newspaper: Source = {
		id: 'a',
		type: 'article-newspaper',
		title: '发展新质生产力要突出因地制宜',
		'container-title': '经济日报',
		held: { from: '转载页', date: '2024-05-22' },
		missing: ['author', 'issued', 'page', 'URL'],
	};
	const journal: Source = {
		id: 'b',
		type: 'article-journal',
		title: '在发展新质生产力上积蓄更多优势',
		author: literal('杜小刚'),
		'container-title': '群众（思想理论版）',
		issued: '2024',
		missing: ['issue', 'page', 'URL'],
	};
	const page: Source = {
		id: 'c',
		type: 'webpage',
		title: '【践悟方法论】以新质生产力为高质量发展注入强大动力',
		missing: ['issued', 'accessed', 'URL'],
	};
	const repost: Source = {
		id: 'd',
		type: 'webpage',
		title: '习近平总书记首次提到“新质生产力”',
		author: literal('新华社'),
		held: { date: '2023-09-11' },
		missing: ['issued', 'accessed', 'URL'],
	};

	test.each<[Source, string, string]>([
		[
			newspaper,
			'发展新质生产力要突出因地制宜[N]. 经济日报，2024-05-22〔转载页日期〕（〔版次〕）.',
			'发展新质生产力要突出因地制宜[N]. 经济日报, 2024-05-22〔转载页日期〕(〔版次〕).',
		],
		[
			journal,
			'杜小刚. 在发展新质生产力上积蓄更多优势[J]. 群众（思想理论版），2024（〔期〕）：〔页〕.',
			'杜小刚. 在发展新质生产力上积蓄更多优势[J]. 群众（思想理论版）, 2024(〔期〕): 〔页〕.',
		],
		[
			page,
			'【践悟方法论】以新质生产力为高质量发展注入强大动力[EB/OL]. （〔日期〕）[〔引用日期〕]. 〔URL〕.',
			'【践悟方法论】以新质生产力为高质量发展注入强大动力[EB/OL]. (〔日期〕)[〔引用日期〕]. 〔URL〕.',
		],
		[
			repost,
			'新华社. 习近平总书记首次提到“新质生产力”[EB/OL]. （2023-09-11〔转载页日期〕）[〔引用日期〕]. 〔URL〕.',
			'新华社. 习近平总书记首次提到“新质生产力”[EB/OL]. (2023-09-11〔转载页日期〕)[〔引用日期〕]. 〔URL〕.',
		],
	])('%#', (source, in2025, in2015) => {
		expect(formatReference(source).text).toBe(in2025);
		expect(formatReference(source, { edition: '2015' }).text).toBe(in2015);
	});

	test('gaps say where they stand and which field is wanted', () => {
		const { text, missing } = formatReference(newspaper);
		expect(missing.map(gap => [gap.field, text.slice(gap.start, gap.end)])).toEqual([
			['issued', '〔转载页日期〕'],
			['page', '〔版次〕'],
		]);
	});

	test('without gaps the marks fall out too, and a reposting page lends no date', () => {
		const { text, missing } = formatReference(newspaper, { gaps: false });
		expect(text).toBe('发展新质生产力要突出因地制宜[N]. 经济日报.');
		expect(missing.map(gap => [gap.field, gap.start])).toEqual([
			['issued', -1],
			['page', -1],
		]);
	});

	test('a page without a date is complete with its address and the day it was read, unless its date is known to be wanted', () => {
		const dated: Item = { type: 'webpage', title: '公报', URL: 'https://example.org/', accessed: '2025-06-22' };
		expect(formatReference(dated)).toEqual({ text: '公报[EB/OL]. [2025-06-22]. https://example.org/.', missing: [] });
	});
});

describe('the forms of the standard', () => {
	test.each<[string, Item, string, string]>([
		[
			'newspaper online',
			{
				...zh,
				type: 'article-newspaper',
				title: '题名',
				author: literal('作者'),
				'container-title': '报名',
				issued: '2024-02-14',
				page: '1',
				URL: 'https://example.org/a',
				accessed: '2024-03-01',
			},
			'作者. 题名[N/OL]. 报名，2024-02-14（1）. https://example.org/a.',
			'作者. 题名[N/OL]. 报名, 2024-02-14(1)[2024-03-01]. https://example.org/a.',
		],
		[
			'a law online',
			{
				...zh,
				type: 'legislation',
				title: '关于印发规划的通知',
				author: literal('国务院'),
				number: '国发〔2021〕29号',
				issued: '2022-01-12',
				accessed: '2024-03-01',
				URL: 'https://example.org/b',
			},
			'国务院. 关于印发规划的通知：国发〔2021〕29号[EB/OL]. （2022-01-12）[2024-03-01]. https://example.org/b.',
			'国务院. 关于印发规划的通知: 国发〔2021〕29号[A/OL]. (2022-01-12)[2024-03-01]. https://example.org/b.',
		],
		[
			'a law without address',
			{
				...zh,
				type: 'legislation',
				title: '关于印发规划的通知',
				author: literal('国务院'),
				number: '国发〔2021〕29号',
			},
			'国务院. 关于印发规划的通知：国发〔2021〕29号[Z].',
			'国务院. 关于印发规划的通知: 国发〔2021〕29号[A].',
		],
		[
			'a report that was published',
			{
				...zh,
				type: 'report',
				title: '题名',
				author: literal('机构'),
				number: 'R-1',
				'publisher-place': '北京',
				publisher: '社',
				issued: '2020-05',
				page: '3',
			},
			'机构. 题名：R-1[R]. 北京：社，2020：3.',
			'机构. 题名: R-1[R]. 北京: 社, 2020: 3.',
		],
		[
			'a translated book of several volumes',
			{
				...zh,
				type: 'book',
				title: '书名',
				author: [{ literal: '马克思' }],
				translator: literal('甲', '乙', '丙', '丁'),
				volume: '1',
				edition: '2',
				'publisher-place': '北京',
				publisher: '人民出版社',
				issued: '2010',
				page: '798',
			},
			'马克思. 书名：第1卷[M]. 甲，乙，丙，等，译. 2 版. 北京：人民出版社，2010：798.',
			'马克思. 书名: 第1卷[M]. 甲, 乙, 丙, 等, 译. 2 版. 北京: 人民出版社, 2010: 798.',
		],
		[
			'the first edition is not named',
			{
				...zh,
				type: 'book',
				title: '书名',
				author: literal('作者'),
				edition: '1',
				'publisher-place': '北京',
				publisher: '社',
				issued: '2010',
			},
			'作者. 书名[M]. 北京：社，2010.',
			'作者. 书名[M]. 北京: 社, 2010.',
		],
		[
			'a piece in a book',
			{
				...zh,
				type: 'chapter',
				title: '篇名',
				author: literal('作者'),
				editor: literal('编者'),
				'container-title': '书名',
				volume: '上册',
				'publisher-place': '地',
				publisher: '社',
				issued: '2001',
				page: '1–9',
			},
			'作者. 篇名[M]//编者. 书名：上册. 地：社，2001：1-9.',
			'作者. 篇名[M]//编者. 书名: 上册. 地: 社, 2001: 1-9.',
		],
		[
			'a thesis',
			{
				...zh,
				type: 'thesis',
				title: '题名',
				author: literal('作者'),
				'publisher-place': '天津',
				publisher: '南开大学',
				issued: '2022-06',
			},
			'作者. 题名[D]. 天津：南开大学，2022.',
			'作者. 题名[D]. 天津: 南开大学, 2022.',
		],
		[
			'a journal, translated',
			{
				...zh,
				type: 'article-journal',
				title: '题名',
				author: literal('作者'),
				translator: literal('译者'),
				'container-title': '刊名',
				issued: '2012-03',
				volume: '52',
				issue: '11',
				page: '1518-1523',
			},
			'作者. 题名[J]. 译者，译. 刊名，2012，52（11）：1518-1523.',
			'作者. 题名[J]. 刊名, 2012, 52(11): 1518-1523.',
		],
		[
			'an article number stands in for pages',
			{
				...zh,
				type: 'article-journal',
				title: '题名',
				author: literal('作者'),
				'container-title': '刊名',
				issued: '2012',
				volume: '5',
				number: 'e12',
			},
			'作者. 题名[J]. 刊名，2012，5：e12.',
			'作者. 题名[J]. 刊名, 2012, 5: e12.',
		],
		[
			'an archive',
			{
				...zh,
				type: 'manuscript',
				title: '布告',
				archive: '湖北省档案馆',
				'archive-place': '武汉',
				archive_location: 'LS031',
				issued: '1931-11-07',
			},
			'布告：LS031[A]. 武汉：湖北省档案馆，1931-11-07.',
			'布告: LS031[A]. 武汉: 湖北省档案馆, 1931.',
		],
		[
			'a code CSL has no type for',
			{
				...zh,
				type: 'book',
				title: '汇编',
				author: literal('机构'),
				note: 'mark: G',
				'publisher-place': '北京',
				publisher: '社',
				issued: '1999',
			},
			'机构. 汇编[G]. 北京：社，1999.',
			'机构. 汇编[G]. 北京: 社, 1999.',
		],
	])('%s', (_, item, in2025, in2015) => expect(both(item)).toEqual([in2025, in2015]));

	test('a standard begins with its number in 2025, an em space behind it', () => {
		expect(
			both({
				...zh,
				type: 'standard',
				title: '参考文献著录规则',
				number: 'GB/T 7714—2025',
				author: literal('委员会'),
				'publisher-place': '北京',
				publisher: '社',
				issued: '2025',
			}),
		).toEqual([
			'GB/T 7714—2025\u2003参考文献著录规则[S].',
			'委员会. 参考文献著录规则: GB/T 7714—2025[S]. 北京: 社, 2025.',
		]);
	});

	test('an entry ends in one point, and no point doubles', () => {
		expect(
			both({
				language: 'en',
				type: 'book',
				title: 'Title',
				author: [{ family: 'Doe', given: 'J.' }],
				edition: 'Rev. ed.',
				publisher: 'Co.',
				'publisher-place': 'X',
				issued: '2011',
			}),
		).toEqual(['Doe J. Title[M]. Rev. ed. X：Co.，2011.', 'DOE J. Title[M]. Rev. ed. X: Co., 2011.']);
		expect(
			formatReference({ type: 'webpage', title: 'T', URL: 'https://example.org/a.' }, { gaps: false }).text,
		).toMatch(/[^.]\.$/);
	});

	test('the words follow the language of the item, every one but English Chinese', () => {
		const many = {
			type: 'book',
			title: 'Título',
			author: ['A', 'B', 'C', 'D'].map(family => ({ family })),
			issued: '2000',
		};
		expect(formatReference({ ...many, language: 'pt-PT' }, { gaps: false }).text).toBe('A，B，C，等. Título[M]. 2000.');
		expect(formatReference({ ...many, language: 'en-GB' }, { gaps: false }).text).toBe(
			'A，B，C，et al. Título[M]. 2000.',
		);
	});
});

describe('options', () => {
	const item: Item = {
		language: 'en',
		type: 'article-journal',
		title: 'T',
		author: ['A', 'B', 'C', 'D'].map(family => ({ family })),
		'container-title': 'J',
		issued: '2001',
		volume: '2',
		issue: '3',
		page: '4',
		URL: 'https://example.org/',
		accessed: '2002-01-01',
	};
	test.each([
		[{ latin: 'half' as const }, 'A, B, C, et al. T[J/OL]. J, 2001, 2(3): 4. https://example.org/.'],
		[{ url: false }, 'A，B，C，et al. T[J/OL]. J，2001，2（3）：4.'],
		[{ authors: 1 }, 'A，et al. T[J/OL]. J，2001，2（3）：4. https://example.org/.'],
		[{ edition: '2015' as const, accessed: false }, 'A, B, C, et al. T[J/OL]. J, 2001, 2(3): 4. https://example.org/.'],
		[{ style: 'author-date' as const }, 'A，B，C，et al.，2001. T[J/OL]. J，2（3）：4. https://example.org/.'],
		[{ locator: { page: '5' } }, 'A，B，C，et al. T[J/OL]. J，2001，2（3）：5. https://example.org/.'],
		[{ locator: { paragraph: 2 } }, 'A，B，C，et al. T[J/OL]. J，2001，2（3）：4：第2段. https://example.org/.'],
	])('%j', (options, expected) => expect(formatReference(item, options).text).toBe(expected));
});

describe('styles', () => {
	test('by author and year nobody is 佚名, and what only repeats the year goes', () => {
		const book: Item = { ...zh, type: 'book', title: '书', 'publisher-place': '北京', publisher: '社', issued: '2001' };
		expect(formatReference(book, { style: 'author-date' }).text).toBe('佚名，2001. 书[M]. 北京：社.');
		expect(formatReference({ ...book, language: 'en' }, { style: 'author-date', edition: '2015' }).text).toBe(
			'Anon, 2001. 书[M]. 北京: 社.',
		);
		expect(formatReference({ ...book, missing: ['author'] }, { style: 'author-date' }).text).toBe(
			'〔责任者〕，2001. 书[M]. 北京：社.',
		);
		expect(
			formatReference(
				{
					...zh,
					type: 'webpage',
					title: '页',
					author: ['甲'],
					issued: '2024-02-01',
					accessed: '2024-03-01',
					URL: 'https://example.org/',
				},
				{ style: 'author-date' },
			).text,
		).toBe('甲，2024. 页[EB/OL]. （2024-02-01）[2024-03-01]. https://example.org/.');
		expect(formatReference({ ...zh, type: 'book', title: '书' }, { style: 'author-date', gaps: false }).text).toBe(
			'佚名，无日期. 书[M].',
		);
	});
	test('a note that cites again names the first note', () => {
		expect([formatRepeat(2, '326–329'), formatRepeat(2, '326', '2015'), formatRepeat(1)]).toEqual([
			'同2：326-329.',
			'同2: 326.',
			'同1.',
		]);
	});
});

describe('items as they come', () => {
	test('dates in parts or as text, names as text, HTML in titles, fields in the note', () => {
		const item: Item = {
			...zh,
			type: 'book',
			title: '<i>书</i>名',
			author: ['作者'],
			issued: { 'date-parts': [['2019', '8']] },
			note: 'page: 29\ntex.page: 1\noriginal-title: no\n译自英文版\nvolume: 3',
			volume: '2',
			'publisher-place': '北京',
			publisher: '社',
		};
		expect(formatReference(item, { gaps: false }).text).toBe('作者. 书名：第2卷[M]. 北京：社，2019：29.');
	});

	test('whatever an item holds, there is a reference, and its gaps stand where they say', () => {
		const value = fc.oneof(
			fc.string(),
			fc.integer(),
			fc.constant(null),
			fc.boolean(),
			fc.array(fc.string()),
			fc.dictionary(fc.string(), fc.string()),
		);
		const fields = [
			'id',
			'title',
			'author',
			'issued',
			'page',
			'note',
			'volume',
			'held',
			'missing',
			'language',
			'URL',
			'container-title',
			'accessed',
			'edition',
			'translator',
		];
		const types = [
			'book',
			'article-newspaper',
			'article-journal',
			'webpage',
			'report',
			'thesis',
			'standard',
			'dataset',
			'patent',
			'map',
			'chapter',
			'paper-conference',
			'legislation',
			'article',
			'manuscript',
			'periodical',
			'song',
			'',
		];
		const items = fc.tuple(fc.constantFrom(...types), fc.dictionary(fc.constantFrom(...fields), value));
		fc.assert(
			fc.property(items, fc.constantFrom('2025' as const, '2015' as const), ([type, rest], edition) => {
				const { text, missing } = formatReference({ ...rest, type }, { edition });
				expect(text).toMatch(/\.$/);
				for (const gap of missing) expect(text.slice(gap.start, gap.end)).toContain(`〔${gap.label}〕`);
				expect(
					formatReference({ ...rest, type }, { edition, gaps: false }).missing.every(gap => gap.start === -1),
				).toBe(true);
			}),
		);
	});

	test('a page that is cited is never lost: where it has no place of its own it is said in words', () => {
		const item = (type: string): Item => ({
			type,
			title: '题名',
			author: literal('某某'),
			issued: '2024',
			'container-title': '刊名',
			volume: '1',
			issue: '2',
			page: '1-9',
			publisher: '社',
			'publisher-place': '北京',
			URL: 'https://example.org/',
			accessed: '2024-03-01',
		});
		for (const type of [
			'article-journal',
			'article-newspaper',
			'book',
			'chapter',
			'webpage',
			'legislation',
			'dataset',
			'standard',
			'report',
			'thesis',
			'collection',
		]) {
			for (const edition of ['2025', '2015'] as const)
				expect(formatReference(item(type), { edition, locator: { page: '7' } }).text, type).toMatch(/(?<!\d)7(?!\d)/);
		}
		expect(
			formatReference(
				{ type: 'webpage', title: '题名', URL: 'https://example.org/' },
				{ gaps: false, locator: { page: '7', paragraph: 3 } },
			).text,
		).toBe('题名[EB/OL]：第7页第3段. https://example.org/.');
	});

	test('nothing is invented: every number in a reference stands in the item', () => {
		const year = fc.integer({ min: 1900, max: 2030 }).map(String);
		const item = fc.record(
			{
				title: fc.constantFrom('题名', '题名二'),
				volume: year,
				issue: year,
				page: year,
				issued: year,
				held: fc.record({ date: year }),
				type: fc.constantFrom('article-journal', 'article-newspaper', 'webpage', 'book'),
			},
			{ requiredKeys: ['title', 'type'] },
		);
		fc.assert(
			fc.property(item, fields => {
				const numbers = formatReference(fields).text.match(/\d+/g) ?? [];
				const known = JSON.stringify(fields);
				for (const number of numbers) expect(known).toContain(number);
			}),
		);
	});
});
