// What other programs write into fields, up to the reference that is handed in.
import { describe, expect, test } from 'vitest';
import { readBib } from '../../../../src/core/citations/exchange/bibRead';
import { readRis } from '../../../../src/core/citations/exchange/risRead';
import { readTagged } from '../../../../src/core/citations/exchange/taggedRead';
import { formatReference, type Edition, type Item } from '../../../../src/core/citations/gbt7714/reference';
import { read, said } from './sources';

const reference = (item: Item | undefined, edition: Edition = '2025') =>
	item && formatReference(item, { edition, gaps: false }).text;
const ofBib = (bib: string, edition?: Edition) => reference(read(readBib, bib).data.sources[0], edition);
const ofRis = (ris: string) => reference(read(readRis, `${ris}\nER  - \n`).data.sources[0]);

describe('BibTeX', () => {
	test.each([
		[
			'@book{k, author={赵六}, title={书}, edition={Third}, publisher={社}, year={2010}}',
			'赵六. 书[M]. 3 版. 社，2010.',
		],
		[
			'@book{k, author={Doe, J}, title={Book}, edition={第二版}, publisher={{Black and White}}, address={{Bosnia and Herzegovina}}, year={2010}}',
			'Doe J. Book[M]. 2nd ed. Bosnia and Herzegovina：Black and White，2010.',
		],
		[
			'@book{k, author={Doe, J}, title={Book}, publisher={One and Two}, year={2010}}',
			'Doe J. Book[M]. One and Two，2010.',
		],
		['@book{k, author={赵六}, title={书}, publisher={甲社 and 乙社}, year={2010}}', '赵六. 书[M]. 甲社; 乙社，2010.'],
		[
			'@inbook{k, author={Doe, J}, title={Encyclopedia}, volume=2, publisher={House}, year={2010}, pages={3}}',
			'Doe J. Encyclopedia：v.2[M]. House，2010：3.',
		],
		[
			'@article{k, author={赵六}, title={文}, journal={刊}, year=2020, number=1, pages={1}, doi={10.1000/ABC}, url={https://dx.doi.org/10.1000%2Fabc}}',
			'赵六. 文[J/OL]. 刊，2020（1）：1. https://dx.doi.org/10.1000%2Fabc.',
		],
		[
			'@patent{k, author={赵六}, title={方法}, number={CN1}, address={中国}, date={2002-03-06}}',
			'赵六. 方法：CN1[P]. 2002-03-06.',
		],
		[
			'@patent{k, author={赵六}, holder={{某公司}}, title={方法}, number={CN1}, year={2002}, month=3}',
			'某公司. 方法：CN1[P]. 2002-03.',
		],
		[
			'@inproceedings{k, author={Doe, J}, title={Paper}, booktitle={Proc}, date={May 3--5}, year={1999}}',
			'Doe J. Paper[C]//Proc. 1999.',
		],
		['@periodical{k, editor={学会}, title={刊}, publisher={社}, date={1990/..}}', '学会. 刊[J]. 社，1990—.'],
		[
			'@report{k, author={某司}, title={报告}, urldate={2025-12-02}, url={http://e.org}}',
			'某司. 报告[R/OL]. http://e.org.',
		],
		[
			'@archive{k, author={某厅}, title={布告}, number={LS1}, location={武汉}, library={某档案馆}, date={1931-11-07}}',
			'某厅. 布告：LS1[A]. 武汉：某档案馆，1931-11-07.',
		],
		['@collection{k, editor={某会}, title={汇编}, publisher={社}, year={1985}}', '某会. 汇编[G]. 社，1985.'],
		[
			'@newspaper{k, author={赵六}, title={文}, journal={日报}, date={2013-01-12}, number={03}}',
			'赵六. 文[N]. 日报，2013-01-12（3）.',
		],
		[
			'@misc{k, author={Doe, Jane}, title={Model}, eprint={2101.00001}, archiveprefix={arXiv}, year={2021}}',
			'Doe J. Model[PP/OL]. arXiv（2021）. https://arxiv.org/abs/2101.00001.',
		],
		[
			'@article{k, author={马丁, 路德 and 李, 四}, title={文}, journal={刊}, year={2001年}, volume={第2卷}, number={第01期}, pages={第3～5页}}',
			'马丁路德，李四. 文[J]. 刊，2001，2（1）：3-5.',
		],
		[
			'@book{k, author={欧　阳 and J.-P. Sartre}, title={书}, publisher={社}, year={2010}}',
			'欧阳，Sartre J-P. 书[M]. 社，2010.',
		],
		[
			'@book{k, author={O&apos;Brien, Jane}, title={Book}, volume={05}, publisher={House}, date={2001 年 3 月 6 日}}',
			"O'Brien J. Book：v.5[M]. House，2001.",
		],
		[
			'@newspaper{k, author={赵六}, title={文}, journal={日报}, date={2023-09-21 10:20:33}, pages={04}}',
			'赵六. 文[N]. 日报，2023-09-21（4）.',
		],
		['@periodical{k, editor={会}, title={刊}, publisher={社}, year={1984--}}', '会. 刊[J]. 社，1984—.'],
		['@periodical{k, editor={会}, title={刊}, publisher={社}, year={1984-1990}}', '会. 刊[J]. 社，1984—1990.'],
		[
			'@article{k, author={赵六}, title={文}, journal={刊}, year={２０２３}, number={2023年第三期}, volume={第５卷}}',
			'赵六. 文[J]. 刊，2023，5（3）.',
		],
		[
			'@online{k, author={赵六}, title={页}, url={http://e.org}, lastaccessed={2024-01-02}}',
			'赵六. 页[EB/OL]. [2024-01-02]. http://e.org.',
		],
		[
			'@patent{k, author={李四}, assignee={{某公司}}, title={方法}, number={CN1}, date={2002-03-06}}',
			'某公司. 方法：CN1[P]. 2002-03-06.',
		],
	])('%s', (bib, expected) => {
		expect(ofBib(bib)).toBe(expected);
	});

	test('2015: a page of no known kind is a page; the day of access stays', () => {
		expect(
			ofBib('@misc{k, author={王}, title={页}, url={http://e.org}, year={1998}, citedate={1999-01-02}}', '2015'),
		).toBe('王. 页[EB/OL]. (1998)[1999-01-02]. http://e.org.');
	});

	test('a key with a comma costs the rest of the key, and is told', () => {
		const bib = '@article{Li, Wang2005, Zhao,\n title={文}, journal={刊}, year=2005}';
		expect(read(readBib, bib).data.sources).toMatchObject([{ id: 'Li', title: '文', issued: '2005' }]);
		expect(said(readBib, bib)).toEqual([[1, 'key.form']]);
	});
});

describe('RIS', () => {
	test.each([
		[
			'TY  - JOUR\nAU  - Doe, Jane; Roe, Richard\nTI  - Paper\nJO  - Sci &amp; Tech\nPY  - 2019\nSP  - 1',
			'Doe J，Roe R. Paper[J]. Sci & Tech，2019：1.',
		],
		[
			'TY  - NEWS\nAU  - 赵　六\nTI  - 文\nJO  - 日报\nDA  - 2023-09-21\nSP  - 010',
			'赵六. 文[N]. 日报，2023-09-21（10）.',
		],
		[
			'TY  - JOUR\nAU  - 赵六\nTI  - 文\nJO  - 刊\nPY  - 2019\nDA  - Spring Issue\nIS  - 2',
			'赵六. 文[J]. 刊，2019（2）.',
		],
		[
			'TY  - NEWS\nAU  - 赵六\nTI  - 文\nJO  - 日报\nPY  - 2023\nDA  - 2023-9-21\nSP  - 4',
			'赵六. 文[N]. 日报，2023-09-21（4）.',
		],
		[
			'TY  - NEWS\nAU  - 赵六\nTI  - 文\nJO  - 日报\nPY  - 2023\nDA  - September 21\nSP  - 4',
			'赵六. 文[N]. 日报，2023-09-21（4）.',
		],
		[
			'TY  - JOUR\nAU  - O&apos;Brien, Jane\nTI  - Paper\nJO  - J\nPY  - 2019\nSP  - 1',
			"O'Brien J. Paper[J]. J，2019：1.",
		],
		['TY  - PAT\nAU  - 李四\nTI  - 方法\nSN  - CN123A\nDA  - 2002/03/06', '李四. 方法：CN123A[P]. 2002-03-06.'],
		['TY  - STAND\nTI  - 标\nSN  - GB/T 1-2020\nPY  - 2020', 'GB/T 1-2020\u2003标[S].'],
		['TY  - RPRT\nAU  - 院\nTI  - 报\nSN  - 978-7-01-000000-X\nPY  - 2020', '院. 报[R]. 2020.'],
	])('%s', (ris, expected) => {
		expect(ofRis(ris)).toBe(expected);
	});
});

describe('exports of Chinese databases', () => {
	test.each([
		[
			'RT Journal Article\nA1 张三;李四\nT1 文\nJF 刊\nYR 2024\nVO\nIS 03\nvo 45\nOP 1-15\n',
			'张三，李四. 文[J]. 刊，2024，45（3）：1-15.',
		],
		[
			'%0 Newspaper Article\n%A 李四\n%T 文\n%J 日报\n%D 2023\n%8 2023-9-21\n%N 004\n',
			'李四. 文[N]. 日报，2023-09-21（4）.',
		],
		['%0 Patent\n%A 李四\n%T 法\n%@ CN123A\n%8 2002-03-06\n', '李四. 法：CN123A[P]. 2002-03-06.'],
		[
			'{Reference Type}: Newspaper Article\n{Title}: 文\n{Author}: 张三\n{Newspaper}: 日报\n{Issue Date}: 2023-09-21\n{Pages}: 004\n',
			'张三. 文[N]. 日报，2023-09-21（4）.',
		],
		[
			'{Reference Type}: Patent\n{Title}: 法\n{Author}: 张三\n{Patent Number}: CN1\n{Date}: 2020-02-03\n',
			'张三. 法：CN1[P]. 2020-02-03.',
		],
		['%0 期刊论文\n%A 甲\n%T 文\n%J 刊\n%D 2020\n%N 3\n', '甲. 文[J]. 刊，2020（3）.'],
	])('%s', (text, expected) => {
		expect(reference(read(readTagged, text).data.sources[0])).toBe(expected);
	});
});

describe('CSL-JSON', () => {
	const base = { id: 'k', language: 'zh-CN', title: '讲话', author: [{ literal: '某人' }] };
	test.each<[Item, string]>([
		[{ ...base, type: 'speech', issued: '2024-01-31', 'event-title': '某会议' }, '某人. 讲话[Z]. 某会议，2024-01-31.'],
		[{ ...base, type: 'interview', issued: '2024-01' }, '某人. 讲话[Z]. 2024-01.'],
		[{ ...base, type: 'software', issued: '2024-01-31', version: '2' }, '某人. 讲话[CP]. 2024-01-31.'],
		[
			{ ...base, type: 'webpage', note: 'URL: https://e.org/a\nAccessed: 2024-03-05\nissued: 2020-01-02' },
			'某人. 讲话[EB/OL]. （2020-01-02）[2024-03-05]. https://e.org/a.',
		],
		[{ ...base, type: 'webpage', note: 'accessed: 一位同事\nURL: 见附件' }, '某人. 讲话[EB].'],
		[{ ...base, type: 'report', number: '18\\-24', issued: '2018' }, '某人. 讲话：18-24[R]. 2018.'],
		[{ ...base, type: 'book', publisher: '社', issued: 'Spring 2001' }, '某人. 讲话[M]. 社，2001.'],
		[{ ...base, type: 'book', publisher: '社', issued: '12 March 2001' }, '某人. 讲话[M]. 社，2001.'],
		[
			{ ...base, type: 'broadcast', publisher: '台', issued: { 'date-parts': [['2024年']] } },
			'某人. 讲话[Z]. 台，2024.',
		],
		[{ ...base, type: 'book', author: { literal: '甲' }, issued: { 'date-parts': [2020, 5] } }, '甲. 讲话[M]. 2020.'],
		[
			{ ...base, type: 'book', author: [{ family: 'A &amp; B', given: '张' }], issued: 2020 },
			'A & B张. 讲话[M]. 2020.',
		],
		[{ ...base, type: 'book', publisher: '社', note: 'issued: 民国25年' }, '某人. 讲话[M]. 社，民国25年.'],
		[{ ...base, type: 'book', publisher: '社', issued: '[1936]' }, '某人. 讲话[M]. 社，[1936].'],
		[{ ...base, type: 'book', publisher: '社', note: 'issued: 见第3页的说明' }, '某人. 讲话[M]. 社.'],
	])('%j', (item, expected) => {
		expect(reference(item)).toBe(expected);
	});
});
