// What single lines of pages and texts say: reporters, newspapers with the page apart, the day of a meeting.
import { describe, expect, test } from 'vitest';
import { lineKind } from '../../../../src/core/documents/plain/lineKinds';
import { plainDocument } from '../../../../src/core/documents/plain/plainDocument';
import { printedAmong } from '../../../../src/core/documents/plain/press';
import { reportersIn } from '../../../../src/core/documents/plain/reporters';
import { bylineOf, reportersOf } from '../../../../src/core/text/personName';

describe('reporters', () => {
	test.each([
		['记者：刘洋 通讯员 赵芳', '刘洋、赵芳'],
		['记者 刘洋 通讯员 赵芳 编辑：王强', '刘洋、赵芳'],
		['本报记者 张宁、陈雨薇', '张宁、陈雨薇'],
		['记者张宁', '张宁'],
		['人民网记者 张宁', '张宁'],
		['记者从市政府获悉', undefined],
		['记者 摄影部', undefined],
		['编辑：王强', undefined],
	])('%s', (text, names) => expect(reportersOf(text)).toBe(names));

	test.each([
		[['本报讯（记者 刘洋 通讯员 赵芳）今年以来，建设加快。', '完。'], '刘洋、赵芳'],
		[['新华社北京3月5日电（记者张宁、陈雨薇）今年以来，建设加快。'], '张宁、陈雨薇'],
		[['【财新网】（记者 张宁）今年以来，建设加快。'], '张宁'],
		[['中新网北京3月5日电 (张宁)今年以来，建设加快。'], '张宁'],
		[['今年以来，建设加快。', '（记者 张宁）'], '张宁'],
		[['今年以来，建设加快。', '成效显著。（文/图 张宁 陈雨薇）'], '张宁、陈雨薇'],
		[['今年以来，建设加快。', '采写：某都见习记者 张宁'], '张宁'],
		[['【某网报道 记者 张宁】今年以来，建设加快。'], '张宁'],
		[['【最新】今年以来，建设加快。'], undefined],
		[['今年以来，建设加快（记者 张宁）。'], undefined],
		[['昨天（张宁）今年以来，建设加快。'], undefined],
		[['今年以来，建设加快。', '（图由受访者提供）'], undefined],
	])('%j', (lines, names) => expect(reportersIn(lines)).toBe(names));

	test('a line of reporters is a byline', () => {
		expect(bylineOf('本报记者 张宁 通讯员 陈雨薇')).toEqual({ names: '张宁、陈雨薇', isCalled: true });
		expect(bylineOf('记者 张宁 报道了此事')).toBeUndefined();
	});
});

describe('the head of an e-paper', () => {
	const source = '《解放日报》';
	test.each([
		[['解放日报 2024年05月20日 星期一', '版次：03 要闻'], { source, issued: '2024-05-20', page: '3' }],
		[['解放日报 2024年05月20日 星期一', '第12版：理论'], { source, issued: '2024-05-20', page: '12' }],
		[['解放日报 2024-05-20 第A02版 作者：张宁'], { source, issued: '2024-05-20', page: 'A2' }],
		[['解放日报 2024年05月20日 星期一'], undefined],
		[['第03版：要闻', '2024年05月20日'], undefined],
	])('%j', (lines, printed) => expect(printedAmong(lines)).toEqual(printed));
});

test.each([
	['2024年04月08日 10:21　来源于 财新网', 'metadata'],
	['0 分享至', 'frame'],
	['返回目录', 'frame'],
	['版权声明：本文版权归某网所有。', 'end'],
	['（记者 张宁）', 'note'],
	['【本文作者为江城大学教授】', 'note'],
	['来源于实践的理论，又回到实践。', 'text'],
])('%s is %s', (line, kind) => expect(lineKind(line)).toBe(kind));

test('the time in the head of minutes is that of the meeting', () => {
	const read = (...lines: string[]) => plainDocument(lines.join('\n\n'));
	const minutes = read('管护工作推进会', '时间：2024年3月5日', '地点：三楼会议室', '会议认为，要加强管护，落实责任。');
	expect(minutes?.source.held).toBeUndefined();
	expect(minutes?.paragraphs).toContain('时间：2024年3月5日');
	expect(read('管护见成效', '时间：2024年3月5日', '各地加强管护，落实责任，成效显著。')?.source.held).toEqual({
		date: '2024-03-05',
	});
});

test('what a page has left around a text is none of it', () => {
	const lines = ['管护见成效', '浏览量：302　时间：2024-03-05', '各地加强管护，落实责任，成效显著。', '相关附件'];
	const read = plainDocument(lines.join('\n\n'));
	expect(read?.paragraphs).toEqual(['各地加强管护，落实责任，成效显著。']);
	expect(read?.dropped.map(one => one.why)).toEqual(['title', 'frame', 'frame']);
});
