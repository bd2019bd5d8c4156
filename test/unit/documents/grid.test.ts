// Cells that span rows and columns: heads are said in every place they take, what fills up a row of a form once.
import { expect, test } from 'vitest';
import { Grid, type GridCell } from '../../../src/core/documents/grid';

const cell = (text: string, columns = 1, rows = 1): GridCell => ({ text, columns, rows });

/** The rows of a table as they are printed. */
function printed(rows: readonly (readonly GridCell[])[]): readonly string[] {
	const grid = new Grid();
	return rows.map(row => grid.row(row).cells.join(' | '));
}

test('a figure stands under its heads', () => {
	expect(
		printed([
			[cell('地区', 1, 2), cell('目标（个）', 3)],
			[cell('2024年'), cell('2025年'), cell('2026年')],
			[cell('东区'), cell('12'), cell('15'), cell('18')],
		]),
	).toEqual(['地区 | 目标（个） | 目标（个） | 目标（个）', '地区 | 2024年 | 2025年 | 2026年', '东区 | 12 | 15 | 18']);
	const deep = [cell('地区', 1, 2), cell('二季度', 4)];
	expect(printed([deep, [cell('收入', 1), cell('其中', 3)]])[1]).toBe('地区 | 收入 | 其中 | 其中 | 其中');
});

test('what takes the rest of a row of a form is said once; a cell before others keeps its places', () => {
	expect(
		printed([
			[cell('时间'), cell('8月29日'), cell('地点'), cell('三楼')],
			[cell('出席人员'), cell('张三、李四', 3)],
			[cell('主持', 3), cell('张三')],
			[cell('小计'), cell('12', 2), cell('15')],
			[cell('全部都好', 4)],
		]),
	).toEqual([
		'时间 | 8月29日 | 地点 | 三楼',
		'出席人员 | 张三、李四',
		'主持 | 主持 | 主持 | 张三',
		'小计 | 12 | 12 | 15',
		'全部都好',
	]);
});

test('beside a cell that reaches down from above every place is kept', () => {
	const rows = [
		[cell('甲'), cell('乙'), cell('丙'), cell('丁'), cell('戊')],
		[cell('1'), cell('2'), cell('3'), cell('4'), cell('注', 1, 2)],
		[cell('5'), cell('6', 3)],
	];
	expect(printed(rows)[2]).toBe('5 | 6 | 6 | 6 | 注');
});
