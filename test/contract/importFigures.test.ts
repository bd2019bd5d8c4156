// A table of figures is a document: its rows are found with their heads, and cited by their table.
import { afterAll, expect, test } from 'vitest';
import { freshFolder, jsonOf, layOnDisk, removeFolders } from '../support/hosts';

afterAll(removeFolders);

interface Row {
	readonly document: string | null;
	readonly title: string;
	readonly records?: number;
	readonly problems: readonly { readonly code: string }[];
}

test('figures become a document, terms become records, lists of works are told', () => {
	const root = freshFolder();
	layOnDisk(root, {
		'a.csv': '表1 各地区冰雪产业总量,,\n地区,冰雪走廊总量（亿元）,增速（%）\n东山市,1234.5,5.2\n西河市,987.6,4.8\n',
		'b.csv': '术语,定义\n冰雪走廊,沿江的一带\n',
		'c.csv': '题名,作者,关键词\n冰雪经济研究,李大为,冰雪;经济\n',
	});
	const rows = jsonOf<Row[]>(root, 'import', 'a.csv', 'b.csv', 'c.csv', '--into', 'mine');
	expect(rows.map(({ records, title }) => [title, records])).toEqual([
		['表1 各地区冰雪产业总量', undefined],
		[null, 1],
		[null, 0],
	]);
	expect(rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
		['import.table'],
		[],
		['import.empty'],
	]);
	const found = jsonOf<{ text: string; source: string }[]>(
		root,
		'search',
		'东山市',
		'--in',
		'documents',
		'--corpus',
		'mine',
	);
	expect(found[0]?.text).toContain('东山市');
	expect(found[0]?.text).toContain('1234.5');
});
