// Every type with every field that a reference prints, in both languages and editions, as a page that is read.
import { formatReference, type Edition, type Item } from '../../../../src/core/citations/gbt7714/reference';
import { itemTypes } from '../../../../src/core/corpus/fields';

type Fields = Readonly<Record<string, unknown>>;

const chinese: Fields = {
	language: 'zh-CN',
	title: '题名',
	author: [{ literal: '作者甲' }, { literal: '作者乙' }],
	issued: '2024-03-05',
};
const english: Fields = {
	language: 'en',
	title: 'The title',
	author: [
		{ family: 'Doe', given: 'Jane Ann' },
		{ family: 'Roe', given: 'R.' },
	],
	issued: '2024-03-05',
};

/** Each field that may be printed, as a Chinese and as an English item has it. */
const fields: readonly (readonly [field: string, chinese: unknown, english: unknown])[] = [
	['container-title', '刊物', 'Journal'],
	['container-author', [{ literal: '书作者' }], [{ family: 'Host', given: 'H.' }]],
	['editor', [{ literal: '编者' }], [{ family: 'Edd', given: 'E.' }]],
	['translator', [{ literal: '译者' }], [{ family: 'Tran', given: 'T.' }]],
	['director', [{ literal: '导演' }], [{ family: 'Dir', given: 'D.' }]],
	['event-title', '年会', 'Congress'],
	['publisher', '出版社', 'House'],
	['publisher-place', '北京', 'London'],
	['volume', '2', '2'],
	['volume-title', '上册', 'Part A'],
	['issue', '3', '3'],
	['page', '10-12', '10-12'],
	['number', '文号1', 'No 1'],
	['edition', '2', '2'],
	['version', '1.0', '1.0'],
	['archive', '档案馆', 'Archive'],
	['archive-place', '武汉', 'Kew'],
	['archive_location', 'A-1', 'A-1'],
	['scale', '1：100', '1:100'],
	['dimensions', '10 cm', '10 cm'],
	['medium', 'CD', 'CD'],
	['accessed', '2025-01-02', '2025-01-02'],
	['URL', 'https://e.org/a', 'https://e.org/a'],
	['DOI', '10.1000/x', '10.1000/x'],
	['CSTR', '31253.11', '31253.11'],
];

const editions: readonly Edition[] = ['2025', '2015'];

/** The references of an item of a type in both editions, without gaps. */
function both(type: string, item: Fields): readonly string[] {
	return editions.map(edition => formatReference({ id: 'k', type, ...item } as Item, { edition, gaps: false }).text);
}

function row(name: string, references: readonly string[]): string {
	return `| ${name} | ${references.map(text => text.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** The rows of a type: with title, authors and date; with each field more that changes anything; with all of them. */
function rowsOf(type: string): string[] {
	const rows: string[] = [];
	for (const [base, at] of [[chinese, 1] as const, [english, 2] as const]) {
		const plain = both(type, base);
		rows.push(row(at === 1 ? '（题名、作者、日期）' : '(title, authors, date)', plain));
		for (const each of fields) {
			const found = both(type, { ...base, [each[0]]: each[at] });
			// What only one edition prints shows in the other as nothing.
			const shown = found.map((text, i) => (text === plain[i] ? '' : text));
			if (shown.some(text => text !== '')) rows.push(row(`+ ${each[0]}`, shown));
		}
		const all = Object.fromEntries(fields.filter(([field]) => field !== 'medium').map(each => [each[0], each[at]]));
		rows.push(row('+ …', both(type, { ...base, ...all })));
	}
	return rows;
}

/** The page as Markdown. */
export function referenceTable(): string {
	const head = [
		'# 参考文献一览 References',
		'',
		'每一种文献类型，只有题名、作者、日期时，每多一个字段时，以及字段全有时，两版标准各著录成什么样；空格表示这一版不著录这个字段。由测试生成并核对：',
		'',
		'Every type of item with title, authors and date alone, with each field more that changes anything, and with all of them, in both editions; an empty cell means that the edition does not print the field. Made and compared by a test:',
		'',
		'```sh',
		'npx vitest run --project unit test/unit/citations/gbt7714/referenceTable.test.ts --update',
		'```',
		'',
	];
	const parts = itemTypes.map(type =>
		[`## ${type}`, '', '| 字段 field | 2025 | 2015 |', '| --- | --- | --- |', ...rowsOf(type), ''].join('\n'),
	);
	return `${[...head, ...parts].join('\n').trimEnd()}\n`;
}
