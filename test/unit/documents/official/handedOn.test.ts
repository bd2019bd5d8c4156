// Papers that an agency prints, joint papers, bulletins, announcements and rulings: whose they are, and what proves it.
import { describe, expect, test } from 'vitest';
import { announcedIn, isDateline, withoutAgency } from '../../../../src/core/documents/official/announced';
import { numberAndNote, parted } from '../../../../src/core/documents/official/documentNumber';
import { adoptionOf } from '../../../../src/core/documents/official/notes';
import { officialEvidence } from '../../../../src/core/documents/official/official';
import { bareNumberOf, isAnnouncementHead } from '../../../../src/core/documents/official/order';
import { organsOf } from '../../../../src/core/documents/official/organ';
import { isLineOfRuling, rulingOf } from '../../../../src/core/documents/official/ruling';
import { signatureBelow } from '../../../../src/core/documents/official/signature';

const evidence = (title: string | undefined, ...body: string[]) =>
	officialEvidence({ title, before: [], body, after: [] });
const prose = '各地要加强组织领导，落实各项任务，确保取得实效。';

describe('papers of the centre on the page of an agency', () => {
	const offices = ['中共中央办公厅', '国务院办公厅'];
	const news =
		'新华社北京1月2日电　近日，中共中央办公厅、国务院办公厅印发了《关于管护的意见》，并发出通知，要求认真落实。';

	test.each([
		[[news, '《关于管护的意见》全文如下。', prose], { organs: offices, title: '关于管护的意见' }],
		[[news, '关于管护的意见', '（2024年1月1日）', prose], { organs: offices, title: '关于管护的意见' }],
		[
			['新华社北京1月2日电 中共中央、国务院近日印发了《管护纲要（2024－2035年）》，全文如下：', prose],
			{ organs: ['中共中央', '国务院'], title: '管护纲要（2024－2035年）' },
		],
		[
			['近日，经国务院同意，国务院办公厅印发《管护条例〈试行〉》，全文公布如下。', prose],
			{ organs: ['国务院办公厅'], title: '管护条例〈试行〉' },
		],
	])('%j', (lines, expected) => expect(announcedIn(lines)).toEqual(expected));

	test.each([
		['news about a paper', [news, '有关负责人就此回答了提问。', prose]],
		['several papers', ['近日，国务院印发了有关管护的文件，全文如下。', prose]],
		['a company', ['近日，老王印发了《宣言》，全文如下。', prose]],
	])('%s announces no paper whose text follows', (_, lines) => expect(announcedIn(lines)).toBeUndefined());

	test('the paper has its own title and organs; its day only where it stands', () => {
		const shown = '中共中央办公厅 国务院办公厅印发《关于管护的意见》';
		const fields = { official: true, title: '关于管护的意见', issuers: offices };
		expect(evidence(shown, news, '《关于管护的意见》全文如下。', prose)).toEqual(fields);
		expect(evidence(shown, news, '关于管护的意见', '（2023年12月1日）', prose)).toEqual({
			...fields,
			issued: '2023-12-01',
		});
		expect(evidence(shown, news, prose, prose).official).toBeUndefined();
	});

	test('a title that names the organs, below the line of an agency', () => {
		const title = '中共中央 国务院关于管护的意见';
		expect(evidence(`（受权发布）${title}`, '新华社北京2月3日电', title, '（2024年1月1日）', prose)).toEqual({
			official: true,
			title,
			issuers: ['中共中央', '国务院'],
			issued: '2024-01-01',
		});
		expect(evidence('国务院关于管护工作的访问', '新华社北京2月3日电', prose).official).toBeUndefined();
	});

	test('what agencies set around titles', () => {
		expect(withoutAgency('（受权发布）关于管护的意见')).toBe('关于管护的意见');
		expect(withoutAgency('受权发布丨关于管护的意见（全文）')).toBe('关于管护的意见');
		expect(withoutAgency('（试行）')).toBe('（试行）');
		expect([isDateline('新华社北京3月31日电'), isDateline('新华社北京3月31日电 今天')]).toEqual([true, false]);
	});
});

describe('several organs', () => {
	test.each([
		['最高人民法院最高人民检察院', ['最高人民法院', '最高人民检察院']],
		['中共中央办公厅国务院办公厅', ['中共中央办公厅', '国务院办公厅']],
		['国务院办公厅', ['国务院办公厅']],
		['江城市统计局　国家统计局江城调查队', ['江城市统计局', '国家统计局江城调查队']],
	])('%s', (line, organs) => expect(organsOf(line)).toEqual(organs));

	test('a note of two meetings is of both, and of the later day', () => {
		const note =
			'（2013年9月5日最高人民法院审判委员会第1589次会议、2013年9月2日最高人民检察院第十二届检察委员会第9次会议通过，自2013年9月10日起施行）';
		expect(adoptionOf(note)).toEqual({ issued: '2013-09-05', issuers: ['最高人民法院', '最高人民检察院'] });
		const title = '最高人民法院 最高人民检察院关于办理管护案件的解释';
		expect(evidence(title, '法释〔2013〕21号', note, prose)).toMatchObject({
			issuers: ['最高人民法院', '最高人民检察院'],
			number: '法释〔2013〕21号',
			issued: '2013-09-05',
		});
	});
});

describe('organs and a day below the title', () => {
	test.each([
		[['国家统计局', '2024年2月29日'], { organs: ['国家统计局'], date: '2024-02-29' }],
		[['国家统计局 2024年2月29日'], { organs: ['国家统计局'], date: '2024-02-29' }],
		[['（2024年2月29日）'], { organs: [], date: '2024-02-29' }],
		[['国家统计局', '2024-02-29'], undefined],
		[['国家统计局', prose, '2024年2月29日'], undefined],
		[[prose, '2024年2月29日'], undefined],
	])('%j', (lines, expected) => expect(signatureBelow(lines)).toEqual(expected));

	test('figures whose title is no paper’s: whose they are, and of when', () => {
		const title = '前三季度国民经济稳中有进';
		const fields = { title, issuers: ['国家统计局'], issued: '2016-10-19' };
		expect(evidence(title, '（2016年10月19日）', '国家统计局', prose)).toEqual(fields);
		expect(evidence(title, '国家统计局', '2016年10月19日', prose)).toEqual(fields);
		expect(evidence(title, '2016年10月19日', prose)).toEqual({ title });
	});

	test('rules that begin as rules do need neither number nor note', () => {
		const title = '最高人民法院关于管护案件管辖问题的规定';
		const opening = '为依法行使管辖权，根据有关法律，制定本规定。';
		expect(evidence(title, opening, '第1条 管护案件由海事法院管辖。')).toEqual({
			official: true,
			title,
			issuers: ['最高人民法院'],
		});
		expect(evidence(title, '记者获悉，有关规定将于近日印发。', prose).official).toBeUndefined();
	});

	test('a bulletin of figures', () => {
		const title = '江城市2023年国民经济和社会发展统计公报';
		const fields = { official: true, title, issuers: ['江城市统计局'], issued: '2024-03-01' };
		expect(evidence(title, '江城市统计局', '2024年3月1日', prose)).toEqual(fields);
		expect(evidence(title, `${title}[1]`, '江城市统计局', '2024年3月1日', prose)).toEqual(fields);
		expect(evidence(title, '江城市统计局', prose).official).toBeUndefined();
	});
});

describe('orders and announcements', () => {
	test.each([
		['2024年第12号', '2024年第12号'],
		['（第 49 号）', '第49号'],
		['第四十号', '第四十号'],
		['12号', undefined],
		['人民路第12号', undefined],
	])('the number %s', (line, number) => expect(bareNumberOf(line)).toBe(number));

	test.each([
		['海关总署公告2024年第12号（关于管护事项的公告）', '关于管护事项的公告', '海关总署公告2024年第12号'],
		['关于管护事项的公告（2024年第12号）', '关于管护事项的公告', '2024年第12号'],
		['关于管护事项的公告（财政部公告2024年第12号）', '关于管护事项的公告', '财政部公告2024年第12号'],
		['【第220号令】《管护管理办法》', '管护管理办法', undefined],
		['管护管理办法（2024年修订）', '管护管理办法（2024年修订）', undefined],
	])('%s', (shown, title, number) => expect(parted(shown)).toEqual({ title, ...(number && { number }) }));

	test('head and number on two lines', () => {
		expect([isAnnouncementHead('海关总署公告'), isAnnouncementHead('关于管护的公告')]).toEqual([true, false]);
		expect(evidence(undefined, '海关总署公告', '2024年第12号', '关于管护事项的公告', prose)).toMatchObject({
			title: '关于管护事项的公告',
			issuers: ['海关总署'],
			number: '海关总署公告2024年第12号',
		});
		expect(evidence('江城市民政局关于管护的公告', '2024年第3号', prose)).toMatchObject({
			issuers: ['江城市民政局'],
			number: '2024年第3号',
		});
	});

	test('a law that the chairman proclaims is the assembly’s', () => {
		const body = [
			'中华人民共和国主席令',
			'第四十号',
			'《中华人民共和国管护法》已由中华人民共和国第十四届全国人民代表大会常务委员会第十三次会议于2024年12月25日通过，现予公布。',
			'中华人民共和国主席　习近平',
			'2024年12月25日',
			'（2024年12月25日第十四届全国人民代表大会常务委员会第十三次会议通过）',
			'第一条　为了管护，制定本法。',
		];
		expect(evidence(undefined, ...body)).toEqual({
			official: true,
			title: '中华人民共和国管护法',
			issuers: ['全国人民代表大会常务委员会'],
			number: '中华人民共和国主席令第四十号',
			issued: '2024-12-25',
		});
	});

	test('a number and a note in one pair of brackets', () => {
		const line = '（江政规〔2024〕3号　2024年5月6日江城市人民政府印发）';
		expect(numberAndNote(line)).toEqual(['江政规〔2024〕3号', '（2024年5月6日江城市人民政府印发）']);
		expect(numberAndNote('（江政规〔2024〕3号）')).toEqual(['（江政规〔2024〕3号）']);
		expect(evidence('江城市管护办法', line, '第一条　为了管护，制定本办法。')).toMatchObject({
			issuers: ['江城市人民政府'],
			number: '江政规〔2024〕3号',
			issued: '2024-05-06',
		});
	});
});

describe('rulings', () => {
	const head = ['江城市中级人民法院', '民 事 判 决 书', '（2023）江01民终45号'];
	const end = ['判决如下：', '驳回上诉。', '审判长　张伟', '人民陪审员　李娜', '二〇二三年七月十二日', '书记员　陈静'];
	const ruling = {
		court: '江城市中级人民法院',
		kind: '民事判决书',
		number: '（2023）江01民终45号',
		date: '2023-07-12',
	};
	const read = (title: string | undefined, ...lines: string[]) => rulingOf(title, lines.slice(0, 8), lines);

	test('court, kind, number and day', () => {
		expect(read(undefined, ...head, prose, ...end)).toEqual(ruling);
		expect(read('甲与乙合同纠纷二审民事判决书', ...head, prose, ...end)).toEqual(ruling);
		expect(read(undefined, '江城市中级人民法院民事判决书', '(2014)江民初字第122号', prose)).toEqual({
			court: '江城市中级人民法院',
			kind: '民事判决书',
			number: '(2014)江民初字第122号',
		});
	});

	test('a text about a ruling, or a part of one, is none', () => {
		expect(read('一起合同案的启示', ...head, prose, ...end)).toBeUndefined();
		expect(read(undefined, head[0] ?? '', head[1] ?? '', prose, ...end)).toBeUndefined();
		expect(read(undefined, prose, ...end)).toBeUndefined();
	});

	test('a page of rulings with a box', () => {
		const title = '甲与乙合同纠纷二审民事判决书';
		const box = ['(2017)江10民终1067号', '裁判日期: 2017-07-24', '公开日期: 2017-09-06'];
		expect(evidence(undefined, ...box, '案件名称', title, '法院', '江城市中级人民法院', prose)).toEqual({
			official: true,
			isRuling: true,
			title,
			issuers: ['江城市中级人民法院'],
			number: '(2017)江10民终1067号',
			issued: '2017-07-24',
		});
	});

	test.each([
		['民 事 判 决 书', true],
		['（2021）沪73民终654号', true],
		['审 判 长　张伟', true],
		['审判员  XXX', true],
		['民事判决书', false],
		['审判长宣布休庭，择日宣判。', false],
		['法院', false],
	])('%s is a line of a ruling: %s', (line, expected) => expect(isLineOfRuling(line)).toBe(expected));

	test('a day that stands by nobody who judged is not that of the ruling', () => {
		expect(read(undefined, ...head, '二〇二三年一月一日', prose)?.date).toBeUndefined();
	});

	test('it keeps its own head, and its title is that of the page', () => {
		const title = '甲与乙合同纠纷二审民事判决书';
		expect(evidence(title, ...head, prose, ...end)).toEqual({
			official: true,
			isRuling: true,
			title,
			issuers: [ruling.court],
			number: ruling.number,
			issued: ruling.date,
		});
		expect(evidence(undefined, ...head, prose, ...end).title).toBe('民事判决书');
	});
});
