// Tables of binary Word files: the edges of their cells say which columns they take; headings have their levels.
import { expect, test } from 'vitest';
import { BinaryTable, rowShape, type RowShape } from '../../../../src/core/documents/office/binary/tables';

const block = (text: string) => ({ text, kind: 'paragraph' as const, style: '0', centred: false });
/** A row of cells that end at these edges; one that begins with ^ goes on with the one above. */
const row = (texts: readonly string[], ends: readonly number[]) => ({
	cells: texts.map(text => [block(text.replace('^', ''))]),
	shape: {
		start: 0,
		cells: ends.map((end, i) => ({ end, besideOn: false, aboveOn: texts[i]?.startsWith('^') === true })),
	} as RowShape,
	isHead: false,
});

const textsOf = (rows: readonly ReturnType<typeof row>[]) => {
	const table = new BinaryTable();
	for (const one of rows) table.add(one);
	return table.blocks().map(({ text, kind }) => [text, kind]);
};

test('heads over several columns and rows become one row; a figure stands under its head', () => {
	const rows = [
		row(['地区', '2023年'], [100, 300]),
		row(['^', '总量', '增速'], [100, 205, 300]),
		row(['东山市', '1', '2'], [101, 200, 302]),
	];
	expect(textsOf(rows)).toEqual([
		['地区 | 2023年 总量 | 2023年 增速', 'row'],
		['东山市 | 1 | 2', 'row'],
	]);
});

test('a name above and a note below are paragraphs with what was known of them', () => {
	const rows = [
		row(['表1 指标'], [300]),
		row(['甲', '乙'], [100, 300]),
		row(['1', '2'], [100, 300]),
		row(['注：略。'], [300]),
	];
	expect(textsOf(rows)).toEqual([
		['表1 指标', 'paragraph'],
		['甲 | 乙', 'row'],
		['1 | 2', 'row'],
		['注：略。', 'paragraph'],
	]);
});

test('a cell that goes on beside is one with the other; rows of other files without edges have a column a cell', () => {
	const merged = row(['甲', '', '乙'], [100, 200, 300]);
	const beside = {
		...merged,
		shape: { start: 0, cells: merged.shape.cells.map((one, i) => ({ ...one, besideOn: i === 1 })) },
	};
	expect(textsOf([beside, row(['1', '2', '3'], [100, 200, 300])])[0]).toEqual(['甲 | 甲 | 乙', 'row']);
	const bare = (texts: readonly string[]) => ({ ...row(texts, []), shape: undefined });
	const table = new BinaryTable();
	table.add(bare(['甲', '乙']));
	table.add(bare(['1', '2']));
	expect(table.blocks().map(({ text }) => text)).toEqual(['甲 | 乙', '1 | 2']);
});

test('the definition of a row: edges, merged beside and above; broken ones say nothing', () => {
	const bytes = new Uint8Array(3 + 6 + 40);
	const view = new DataView(bytes.buffer);
	bytes[2] = 2;
	[-108, 400, 900].forEach((edge, i) => view.setInt16(3 + i * 2, edge, true));
	view.setUint16(9, 1 << 5, true);
	view.setUint16(29, 2, true);
	expect(rowShape(bytes)).toEqual({
		start: -108,
		cells: [
			{ end: 400, besideOn: false, aboveOn: true },
			{ end: 900, besideOn: true, aboveOn: false },
		],
	});
	expect(rowShape(Uint8Array.of(0, 0, 0))).toBeUndefined();
	expect(rowShape(Uint8Array.of(9, 0, 60, 1))).toBeUndefined();
});
