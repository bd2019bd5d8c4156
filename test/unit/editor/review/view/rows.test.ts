// Holds that the review view lists every finding once, by kind and by file, with counts that are right.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingCodes, type Finding } from '../../../../../src/core/service';
import {
	byImportance,
	countsOf,
	entriesOf,
	rowsOf,
	type FileEntries,
	type Row,
} from '../../../../../src/editor/review/view/rows';

const finding = (code: Finding['code'], start: number, end: number, severity: Finding['severity'] = 'warning') =>
	({ code, severity, start, end, data: {} }) as Finding;
const draft = '新质生产利是关键。\r\n他说“科技创新能够催生”。\n新质生产利。\r结尾';
const file = (key: string, findings: readonly Finding[], text = draft): FileEntries => ({
	key,
	name: key,
	entries: entriesOf(text, findings),
});
/** What is shown, indented. */
const drawn = (rows: readonly Row[], depth = 0): string[] =>
	rows.flatMap(row => {
		const face =
			row.type === 'finding'
				? `${row.entry.line}:${row.entry.column} ${row.entry.words}`
				: row.type === 'kind'
					? `${row.code} ${row.count} ${row.severity}`
					: row.type === 'file'
						? `${row.name} ${row.count} ${row.severity}`
						: row.type === 'unread'
							? `unread ${row.count}`
							: `${row.file.name} ${row.file.why}`;
		return [`${'  '.repeat(depth)}${face}`, ...drawn('children' in row ? row.children : [], depth + 1)];
	});

const first = [
	finding('wording.near', 0, 5),
	finding('quotation.differs', 14, 22),
	finding('wording.near', 25, 30, 'information'),
];

test('one draft: kinds, the most important first, with the draft’s words and places', () => {
	expect(drawn(rowsOf([file('a.md', first)], 'kind', false))).toEqual([
		'quotation.differs 1 warning',
		'  2:4 科技创新能够催生',
		'wording.near 2 warning',
		'  1:1 新质生产利',
		'  3:1 新质生产利',
	]);
});

test('several files: below the kinds, or above them; what could not be read comes last', () => {
	const files = [file('a.md', first), file('clean.md', []), file('b.txt', [finding('wording.near', 0, 5, 'error')])];
	expect(drawn(rowsOf(files, 'kind', true))).toEqual([
		'quotation.differs 1 warning',
		'  a.md 1 warning',
		'    2:4 科技创新能够催生',
		'wording.near 3 error',
		'  a.md 2 warning',
		'    1:1 新质生产利',
		'    3:1 新质生产利',
		'  b.txt 1 error',
		'    1:1 新质生产利',
	]);
	expect(drawn(rowsOf(files, 'file', true, [{ key: 'c.txt', name: 'c.txt', why: 'encoding' }]))).toEqual([
		'a.md 3 warning',
		'  quotation.differs 1 warning',
		'    2:4 科技创新能够催生',
		'  wording.near 2 warning',
		'    1:1 新质生产利',
		'    3:1 新质生产利',
		'b.txt 1 error',
		'  wording.near 1 error',
		'    1:1 新质生产利',
		'unread 1',
		'  c.txt encoding',
	]);
	expect(countsOf(files)).toEqual({ error: 1, warning: 2, information: 1, hint: 0 });
});

test('a row stays the same row when something is written above it', () => {
	const before = rowsOf([file('a.md', first)], 'kind', false);
	const after = rowsOf(
		[
			file(
				'a.md',
				first.map(one => ({ ...one, start: one.start + 6, end: one.end + 6 })),
				`前面一行\r\n${draft}`,
			),
		],
		'kind',
		false,
	);
	const ids = (rows: readonly Row[]): string[] =>
		rows.flatMap(row => [row.id, ...ids('children' in row ? row.children : [])]);
	expect(ids(after)).toEqual(ids(before));
	expect(drawn(after)).not.toEqual(drawn(before));
});

test('kinds come in the order of the table of rules, whatever order they are found in', () => {
	const codes = findingCodes();
	expect([...codes].sort().sort(byImportance)).toEqual(codes);
	expect(codes.indexOf('quotation.differs')).toBeLessThan(codes.indexOf('quotation.unknown'));
});

describe('words of the draft', () => {
	test('stand in one line and are cut at a character, never through one', () => {
		const text = `一\r\n二\t三${'𠀀'.repeat(500)}`;
		const [entry] = entriesOf(text, [finding('quotation.unknown', 0, text.length)]);
		expect(entry!.words).toBe(`一 二 三${'𠀀'.repeat(75)}…`);
	});

	test('of a number are the clause it stands in', () => {
		const text = '据统计，国家先进制造业集群已有46个[^jin]，势头良好。';
		const at = text.indexOf('46');
		const [entry] = entriesOf(text, [
			{
				code: 'figure.differs',
				severity: 'warning',
				start: at,
				end: at + 2,
				data: {
					source: 's',
					citation: 'c',
					wording: '45',
					written: '46',
					changes: [{ kind: 'replaced', start: at, end: at + 2, written: '46', original: '45' }],
				},
			},
		]);
		expect(entry).toMatchObject({ words: '国家先进制造业集群已有46个', marks: [[11, 13]], quote: '46' });
	});

	test('begin near what differs, which is marked', () => {
		const text = `${'前'.repeat(20)}改 与\n更后面`;
		const data = {
			source: 's',
			wording: '转',
			changes: [
				{ kind: 'replaced' as const, start: 20, end: 21, written: '改', original: '转' },
				{ kind: 'dropped' as const, start: 22, end: 22, written: '', original: '了' },
				{ kind: 'inserted' as const, start: 24, end: 26, written: '更后', original: '' },
			],
		};
		const [entry] = entriesOf(text, [
			{ code: 'quotation.differs', severity: 'warning', start: 0, end: text.length, data },
		]);
		expect(entry!.words).toBe(`…${'前'.repeat(8)}改 与 更后面`);
		expect(entry!.marks.map(([start, end]) => entry!.words.slice(start, end))).toEqual(['改', '更后']);
	});

	test('a quotation of a million characters costs no more than a long one', () => {
		const text = '长'.repeat(1_000_000);
		expect(entriesOf(text, [finding('quotation.unknown', 0, text.length)])[0]!.words).toBe(`${'长'.repeat(80)}…`);
	});
});

test('places are those of the text, whatever ends its lines, and ids are unique', () => {
	const piece = fc.constantFrom('字', '\n', '\r', '\r\n', 'a', '𠀀');
	fc.assert(
		fc.property(
			fc.array(piece, { maxLength: 60 }),
			fc.array(
				fc.tuple(
					fc.nat(80),
					fc.nat(6),
					fc.constantFrom<Finding['code']>('wording.near', 'quotation.differs', 'quotation.unknown'),
				),
				{ maxLength: 20 },
			),
			(pieces, spans) => {
				const text = pieces.join('');
				const findings = spans.map(([at, length, code]) =>
					finding(code, Math.min(at, text.length), Math.min(at + length, text.length)),
				);
				const entries = entriesOf(text, findings);
				expect(entries).toHaveLength(findings.length);
				for (const {
					finding: { start },
					line,
					column,
				} of entries) {
					const before = text.slice(0, start);
					// Between \r and \n a line has not ended yet.
					const lines = (text[start - 1] === '\r' && text[start] === '\n' ? before.slice(0, -1) : before).split(
						/\r\n|\r|\n/,
					);
					expect(line).toBe(lines.length);
					expect(column).toBeGreaterThan(0);
					if (text[start - 1] !== '\r') expect(column).toBe(lines.at(-1)!.length + 1);
				}
				const ids: string[] = [];
				const visit = (rows: readonly Row[]) =>
					rows.forEach(row => {
						ids.push(row.id);
						if ('children' in row) visit(row.children);
					});
				for (const grouping of ['kind', 'file'] as const) {
					ids.length = 0;
					const tree = rowsOf(
						[
							{ key: 'a', name: 'a', entries },
							{ key: 'b', name: 'b', entries },
						],
						grouping,
						true,
					);
					visit(tree);
					expect(new Set(ids).size).toBe(ids.length);
					expect(tree.reduce((total, row) => total + ('count' in row ? row.count : 0), 0)).toBe(2 * findings.length);
				}
			},
		),
	);
});
