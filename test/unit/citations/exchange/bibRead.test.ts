// BibTeX and biblatex as people and programs write them: fields, names, dates, parents, and everything that can be broken.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBib } from '../../../../src/core/citations/exchange/bibRead';
import { read, said } from './sources';

const items = (bib: string) =>
	read(readBib, bib).data.sources as unknown as readonly Readonly<Record<string, unknown>>[];
const item = (bib: string) => items(bib)[0]!;
const keys = (bib: string) => items(bib).map(one => one.id);

describe('entries', () => {
	test('an article as BibTeX has it, one as biblatex has it', () => {
		expect(
			items(`@Article{a1, author = "张三 and 李四", title = {数字经济研究}, journal = {管理世界}, year = 2021, month = feb, volume = 37, number = 2, pages = {12--20}, doi = {https://doi.org/10.1/x}}
			@online{w, author = {{国务院办公厅}}, title = {通知}, subtitle = {副题}, date = {2024-01-31}, urldate = {2024/2/1}, url = {https://www.gov.cn/a\\_b?c=1\\&d=%20}, langid = {chinese}}`),
		).toEqual([
			{
				id: 'a1',
				type: 'article-journal',
				title: '数字经济研究',
				author: [{ literal: '张三' }, { literal: '李四' }],
				'container-title': '管理世界',
				issued: '2021-02',
				volume: '37',
				issue: '2',
				page: '12–20',
				DOI: '10.1/x',
			},
			{
				id: 'w',
				type: 'webpage',
				title: '通知：副题',
				author: [{ literal: '国务院办公厅' }],
				issued: '2024-01-31',
				accessed: '2024-02-01',
				URL: 'https://www.gov.cn/a_b?c=1&d=%20',
				language: 'zh-CN',
			},
		]);
	});
	test.each([
		['article', '', 'article-journal'],
		['article', 'newspaper', 'article-newspaper'],
		['newspaper', '', 'article-newspaper'],
		['inbook', '', 'book'],
		['phdthesis', '', 'thesis'],
		['techreport', '', 'report'],
		['standard', '', 'standard'],
		['legislation', '', 'legislation'],
		['patent', '', 'patent'],
		['dataset', '', 'dataset'],
		['misc', '', 'document'],
		['misc', 'csl-speech', 'speech'],
		['whatever', '', 'document'],
	])('@%s %s is %s', (type, subtype, csl) => {
		expect(item(`@${type}{k, title={题}, entrysubtype={${subtype}}}`).type).toBe(csl);
	});
	test('what is no source is none: strings, comments, sets, an address, a remark', () => {
		expect(
			keys(
				'%@book{a, title={x}}\n@comment{@book{b, title={x}}}\n@set{c, entryset={d}}\n@preamble{"\\def{x}"}\nmail someone@book{e, f}\n@string{s = {x}}\n@book{g, title=s}',
			),
		).toEqual(['g']);
	});
	test('abbreviations, joined values, brackets for braces, the months', () => {
		expect(
			item(
				'@STRING(glsj = "管理" # {世界}) @article(k, title = {甲} # " " # {乙}, journal = GLSJ, month = 5 # "~" # mar, year = {2020})',
			),
		).toMatchObject({ title: '甲 乙', 'container-title': '管理世界', issued: '2020-03-05' });
	});
	test('proceedings are C, an article number stands in for pages, a series keeps its number', () => {
		expect(
			items(
				'@proceedings{p, title={集}} @article{a, title={文}, eid={e12}, journal={刊}} @book{b, title={书}, series={丛书}, number={3}} @report{r, title={告}, number={12}, institution={院}, type={研究报告}}',
			),
		).toMatchObject([
			{ mark: 'C' },
			{ number: 'e12' },
			{ 'collection-title': '丛书', 'collection-number': '3' },
			{ number: '12', publisher: '院', genre: '研究报告' },
		]);
	});
	test('notes keep their lines; an address in howpublished is the address', () => {
		expect(
			item('@misc{k, title={题}, note={type: standard\n  CSTR: 1.2}, howpublished={\\url{https://a.cn/b_c}}}'),
		).toMatchObject({ note: 'type: standard\nCSTR: 1.2', URL: 'https://a.cn/b_c' });
		expect(item('@misc{k, title={题}, eprint={2401.00001}, archiveprefix={arXiv}}').URL).toBe(
			'https://arxiv.org/abs/2401.00001',
		);
	});
	test.each([
		['chinese', 'zh-CN'],
		['english', 'en'],
		['British', 'en-GB'],
		['zh-TW', 'zh-TW'],
		['中文', 'zh-CN'],
	])('langid %s is %s', (langid, language) => {
		expect(item(`@book{k, title={题}, langid={${langid}}}`).language).toBe(language);
	});
});

describe('names', () => {
	test.each<[string, unknown]>([
		['张三 and 李四', [{ literal: '张三' }, { literal: '李四' }]],
		['张三，李四、王五', [{ literal: '张三' }, { literal: '李四' }, { literal: '王五' }]],
		['张三, 李四, 王五', [{ literal: '张三' }, { literal: '李四' }, { literal: '王五' }]],
		['张三, 李四', [{ literal: '张三' }, { literal: '李四' }]],
		[
			'张, 三 and 欧阳, 锋',
			[
				{ family: '张', given: '三' },
				{ family: '欧阳', given: '锋' },
			],
		],
		['张 三丰', [{ family: '张', given: '三丰' }]],
		['张三 AND 李四 and others', [{ literal: '张三' }, { literal: '李四' }, { literal: '等' }]],
		['张三，李四等', [{ literal: '张三' }, { literal: '李四' }, { literal: '等' }]],
		['{国务院发展研究中心, 北京}', [{ literal: '国务院发展研究中心, 北京' }]],
		['{中共中央} and {Barnes and Noble}', [{ literal: '中共中央' }, { literal: 'Barnes and Noble' }]],
		['Donald E. Knuth', [{ family: 'Knuth', given: 'Donald E.' }]],
		[
			'Ludwig van Beethoven and de la Cruz, Ana',
			[
				{ family: 'Beethoven', given: 'Ludwig', 'dropping-particle': 'van' },
				{ family: 'Cruz', given: 'Ana', 'dropping-particle': 'de la' },
			],
		],
		['King, Jr., Martin Luther', [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }]],
		[
			'M{\\"u}ller, J{\\"{o}}rg and {\\L}ukasz Wa\\l{}\\k{e}sa',
			[
				{ family: 'Müller', given: 'Jörg' },
				{ family: 'Wałęsa', given: 'Łukasz' },
			],
		],
		[
			'family=Berg, given={Anna, B.}, prefix=van der, useprefix=true',
			[{ family: 'Berg', given: 'Anna, B.', 'non-dropping-particle': 'van der' }],
		],
		['Plato', [{ family: 'Plato' }]],
		['  ', undefined],
		['and and', undefined],
	])('%s', (author, names) => {
		expect(item(`@book{k, title={Title}, author={${author}}}`).author).toEqual(names);
	});
	test('editors with another role are that role', () => {
		expect(
			item(
				'@book{k, title={书}, editor={甲}, editortype={compiler}, editora={乙}, editoratype={director}, bookauthor={丙}}',
			),
		).toMatchObject({
			compiler: [{ literal: '甲' }],
			director: [{ literal: '乙' }],
			'container-author': [{ literal: '丙' }],
		});
	});
});

describe('dates', () => {
	test.each([
		['date={2024-01-31}', '2024-01-31'],
		['date={2019/2021}', '2019/2021'],
		['date={1936~}', '1936~'],
		['date={1936?}', '1936~'],
		['year={民国二十五年}', '民国二十五年'],
		['year=2020', '2020'],
		['year=2020, month={十一月}', '2020-11'],
		['year=2020, month={3月}', '2020-03'],
		['year=2020, month={September}', '2020-09'],
		['year=2020, month=13', '2020'],
		['year=2020, month=1, day=5', '2020-01-05'],
		['date={2020}, year=1999', '2020'],
		['year={forthcoming}, month=may', 'forthcoming'],
	])('%s', (fields, issued) => {
		expect(item(`@book{k, title={题}, ${fields}}`).issued).toBe(issued);
	});
});

describe('LaTeX', () => {
	test.each([
		['{\\"o}\\\'e\\`{a}\\^\\i{}\\c{c}\\v s\\~n{\\ss}\\o\\AA', 'öéàîçšñßøÅ'],
		['\\emph{重点} and \\textbf{b}{\\it x}', '重点 and bx'],
		['50\\% \\& 60\\$ \\#1 a\\_b', '50% & 60$ #1 a_b'],
		['10--20 a---b', '10–20 a—b'],
		["``q'' `r'", "“q” ‘r'"],
		['CO$_2$ 与 $x^{2}$、$\\alpha$', 'CO₂ 与 x²、α'],
		['a\\ b~c\\,d', 'a b c d'],
		['\\enquote{引文}后', '“引文”后'],
		['\\href{http://x}{字}', '字'],
		['a\\\\b', 'a b'],
		['{{{深}}}', '深'],
		['多  个\n\t空 格', '多 个 空 格'],
		['\\textbackslash{}x\\textasciitilde y', '\\x~y'],
		['\\noopsort{a}书', '书'],
		['尾\\', '尾'],
		['{\\LaTeX} 书', 'LaTeX 书'],
	])('%s', (latex, text) => {
		expect(item(`@book{k, title={${latex}}}`.replace(/\\\}\}$/, '\\ }}')).title).toBe(text.replace(/^尾$/, '尾'));
	});
	test('an unknown command keeps its text and is told of once', () => {
		const bib = '@book{a, title={\\foo{甲}乙}}\n@book{b, title={\\foo{丙}}}';
		expect(items(bib).map(one => one.title)).toEqual(['甲乙', '丙']);
		expect(said(readBib, bib)).toEqual([[1, 'latex.unknown']]);
	});
});

describe('parents', () => {
	const host =
		'@proceedings{host, title={论文集}, editor={主编}, year=2020, publisher={社}, url={http://host}, shorttitle={短}}\n';
	test('give what the child has not, the title as that of the host; their own address and short title stay theirs', () => {
		expect(items(`@inproceedings{kid, crossref={host}, title={论文}, year=2021}\n${host}`)[0]).toEqual({
			id: 'kid',
			type: 'paper-conference',
			title: '论文',
			'container-title': '论文集',
			editor: [{ literal: '主编' }],
			issued: '2021',
			publisher: '社',
		});
	});
	test('periodicals, works in volumes, data containers', () => {
		expect(
			items(
				'@article{a, crossref=p, title={文}} @periodical{p, title={刊}, year=2020} @inbook{b, crossref=v, title={章}} @mvbook{v, title={全集}, author={作者}} @book{c, xdata={x,y}, title={书}} @xdata{x, publisher={社}} @xdata{y, location={京}}',
			),
		).toMatchObject([
			{ 'container-title': '刊', issued: '2020' },
			{ id: 'p' },
			{ title: '章', 'container-title': '全集' },
			{ id: 'v' },
			{ publisher: '社', 'publisher-place': '京' },
		]);
	});
	test('a circle, an entry that is its own parent, a parent that is not there: told of, everything loads', () => {
		const bib =
			'@book{a, title={甲}, crossref={b}}\n@book{b, title={乙}, crossref={c}, publisher={社}}\n@book{c, title={丙}, crossref={a}, year=2020}\n@book{d, title={丁}, crossref={d}}\n@book{e, title={戊}, crossref={nobody}}';
		expect(keys(bib)).toEqual(['a', 'b', 'c', 'd', 'e']);
		expect(said(readBib, bib)).toEqual([
			[3, 'crossref.cycle'],
			[4, 'crossref.cycle'],
			[5, 'crossref.unknown'],
		]);
		expect(item(bib)).toMatchObject({ publisher: '社', issued: '2020' });
	});
});

describe('what is broken is told of at its line, everything else is there', () => {
	const good = (n: number) => `\n@book{good${n},\n  title = {好${n}}\n}\n`;
	test.each<[string, string, number, string]>([
		['a brace that is never closed', '@book{bad,\n  title = {坏,\n  year = 2020\n}', 5, 'library.syntax'],
		['a quotation mark that is never closed', '@book{bad,\n  title = "坏,\n  year = 2020\n}', 5, 'library.syntax'],
		['no value', '@book{bad, title = , year = 2020}', 5, 'library.syntax'],
		['no equals sign', '@book{bad, title {坏}}', 5, 'library.syntax'],
		['an entry that does not end', '@book{bad, title = {坏}\n', 5, 'library.syntax'],
		['a key in braces', '@book{{bad}, title = {坏}}', 5, 'library.syntax'],
		['no title', '@book{bad, year = 2020}', 5, 'field.missing'],
		['a key a second time', '@book{good1, title = {坏}}', 5, 'key.duplicate'],
	])('%s', (_, bad, line, code) => {
		const bib = good(1) + bad + good(2);
		expect(keys(bib)).toEqual(['good1', 'good2']);
		expect(said(readBib, bib)).toEqual([[line, code]]);
	});
	test.each<[string, string, number, string]>([
		['a comma forgotten', '@book{odd,\n title = {奇}\n year = 2020}', 6, 'library.syntax'],
		['a brace too many', '@book{odd, title = {奇}},\n year = {2020}\n}', 6, 'library.syntax'],
		['an abbreviation nobody defined', '@book{odd, title={奇}, publisher = oup}', 5, 'string.unknown'],
		['a key with a space', '@book{odd one, title = {奇}}', 5, 'key.form'],
		['a key in Chinese', '@book{奇数, title = {奇}}', 5, 'key.unusual'],
		['a key that differs only in capitals', '@book{Good1, title = {奇}}', 5, 'key.case'],
		['a key like a place', '@book{odd-p3, title = {奇}}', 5, 'id.locator'],
		['no key', '@book{, title = {奇}}', 5, 'key.missing'],
		['no key and no comma', '@book{title = {奇}}', 5, 'key.missing'],
	])('%s: told of, and the entry is there', (_, odd, line, code) => {
		const bib = good(1) + odd + good(2);
		expect(items(bib).filter(one => one.title === '奇')).toHaveLength(1);
		expect(items(bib)).toHaveLength(3);
		expect(said(readBib, bib)).toEqual([[line, code]]);
	});
	test('keys stay as they are', () => {
		expect(
			keys(
				'@book{奇数, title={1}} @book{my key, title={2}} @book{gbt7714.b.3:2, title={3}} @book{10.1000/x(1)a, title={4}}',
			),
		).toEqual(['奇数', 'my key', 'gbt7714.b.3:2', '10.1000/x(1)a']);
	});
	test('a byte order mark and Windows line ends', () => {
		const bib = '\uFEFF@book{a,\r\n title={甲}\r\n}\r\n@book{a,\r\n title={乙}\r\n}';
		expect(read(readBib, bib).problems).toMatchObject([
			{ line: 4, column: 1, code: 'key.duplicate', data: { key: 'a', line: 1 } },
		]);
	});
	test('a place is the beginning of the entry to the end of its key', () => {
		const { data, places } = read(readBib, '\n  @book{key, title={x}}');
		expect(places.place(data.sources[0]!)).toMatchObject({ line: 2, column: 3, endColumn: 12 });
	});
	test('nothing makes it throw, and what stands around does not matter to whole entries', () => {
		const scrap = fc.oneof(
			fc.constantFrom(
				'@',
				'{',
				'}',
				'"',
				'=',
				',',
				'#',
				'\\',
				'@book',
				'@book{',
				'@string{a=',
				'@comment{',
				'title=',
				'%',
				'\n',
				'(',
				')',
				'x',
				'"a"',
				'{b}',
				'crossref=x',
				'author={',
				' and ',
				'$',
				'~',
			),
			fc.string({ maxLength: 4 }),
		);
		fc.assert(
			fc.property(fc.array(scrap, { maxLength: 40 }), parts => {
				const bib = `@book{first,\n title={甲}\n}\n${parts.join('')}\n\n@book{last-one,\n title={乙}\n}\n`;
				const found = items(bib).map(one => one.title);
				expect(found[0]).toBe('甲');
			}),
			{ numRuns: 500 },
		);
	});
});

describe('size', () => {
	test('values that double twenty times over are given up', () => {
		const bib = `@string{s0 = {${'很'.repeat(100)}}}\n${Array.from({ length: 20 }, (_, n) => `@string{s${n + 1} = s${n} # s${n}}`).join('\n')}\n@book{k, title={题}}`;
		expect(keys(bib)).toEqual(['k']);
		expect(said(readBib, bib).filter(([, code]) => code === 'library.syntax').length).toBeGreaterThan(0);
	});
});
