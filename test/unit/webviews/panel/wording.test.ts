// Holds the marks of a found text and what the panel says in each state.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	answered,
	ask,
	filtered,
	followed,
	restore,
	scoped,
	typed,
	type Model,
} from '../../../../src/webviews/panel/model';
import type { Row, Strings } from '../../../../src/webviews/panel/protocol';
import { fill, notice, pieces, status } from '../../../../src/webviews/panel/wording';

describe('pieces', () => {
	test('marks every stretch', () => {
		expect(
			pieces({
				text: '新质生产力是新质',
				marks: [
					{ start: 0, end: 2 },
					{ start: 6, end: 8 },
				],
			}),
		).toEqual([
			{ text: '新质', mark: true },
			{ text: '生产力是', mark: false },
			{ text: '新质', mark: true },
		]);
	});
	test('joins what overlaps and touches, whatever the order', () => {
		expect(
			pieces({
				text: '科技创新能够',
				marks: [
					{ start: 2, end: 4 },
					{ start: 0, end: 3 },
					{ start: 4, end: 5 },
				],
			}),
		).toEqual([
			{ text: '科技创新能', mark: true },
			{ text: '够', mark: false },
		]);
	});
	test('a mark never cuts a character outside the BMP', () => {
		expect(pieces({ text: 'a𠮷b', marks: [{ start: 2, end: 3 }] })).toEqual([
			{ text: 'a', mark: false },
			{ text: '𠮷', mark: true },
			{ text: 'b', mark: false },
		]);
	});
	test('joined they are the text, for any marks', () => {
		const span = fc.record({ start: fc.integer({ min: -5, max: 40 }), end: fc.integer({ min: -5, max: 40 }) });
		const unit = fc.constantFrom('新', 'a', '𠮷', '\ud842', '\udfb7', '\n');
		fc.assert(
			fc.property(fc.string({ unit, maxLength: 20 }), fc.array(span, { maxLength: 6 }), (text, marks) => {
				const cut = pieces({ text, marks });
				expect(cut.map(p => p.text).join('')).toBe(text);
				expect(cut.every(p => p.text !== '')).toBe(true);
				expect(cut.some((p, i) => p.mark && cut[i + 1]?.mark)).toBe(false);
			}),
		);
	});
	test('every character asked for is marked', () => {
		fc.assert(
			fc.property(
				fc.string({ maxLength: 12 }),
				fc.array(fc.record({ start: fc.nat(12), end: fc.nat(12) }), { maxLength: 4 }),
				(text, marks) => {
					const flags = pieces({ text, marks }).flatMap(p => Array.from({ length: p.text.length }, () => p.mark));
					for (let i = 0; i < text.length; i++) expect(flags[i]).toBe(marks.some(m => m.start <= i && i < m.end));
				},
			),
		);
	});
});

test('fill puts values in their places and leaves the rest', () => {
	expect(fill('{0} / {1} {0} {2}', 3, '四')).toBe('3 / 四 3 {2}');
	expect(fill('{0}', '$&{1}')).toBe('$&{1}');
});

const strings = {
	loading: 'loading',
	failed: 'failed',
	count: 'all {0}',
	countOf: '{0} of {1}',
	nothing: 'nothing',
	nothingHelp: 'try',
	nothingFiltered: 'loosen',
	nothingFits: 'none fits',
	nothingFitsHelp: 'write on',
	noParagraph: 'no draft',
	noParagraphHelp: 'open one',
	noDocuments: 'no documents',
	noDocumentsHelp: 'bring some',
	typeWords: 'type',
	typeWordsHelp: 'among {0}',
} as Strings;
const row: Row = { id: 'a', kind: 'point', text: { text: '一', marks: [] }, facts: [] };
const choices = { kind: [], source: [], speaker: [], year: [] };
const answer = (model: Model, rows: readonly Row[], total: number, paragraph?: string) =>
	answered(ask(model, 1).model, { type: 'found', request: 1, rows, total, choices, paragraph });
const inDocuments = (model: Model, documents: number) =>
	answered(ask(model, 1).model, {
		type: 'found',
		request: 1,
		rows: [],
		total: 0,
		choices,
		library: { documents, said: '' },
	});

describe('what is said', () => {
	const empty = restore(undefined);
	const following = followed(empty, true);
	const said = (model: Model) => [status(model, strings), notice(model, strings)?.help, notice(model, strings)?.button];
	test.each([
		['before the first answer', empty, ['loading', '', undefined]],
		['all rows', answer(empty, [row], 1), ['all 1', undefined, undefined]],
		['some rows', answer(empty, [row], 70), ['1 of 70', undefined, undefined]],
		['none', answer(empty, [], 0), ['nothing', 'try', undefined]],
		['no documents', inDocuments(scoped(empty, 'documents'), 0), ['no documents', 'bring some', 'importDocuments']],
		['no documents, but citations are searched too', inDocuments(empty, 0), ['nothing', 'try', undefined]],
		['documents, but no words', inDocuments(scoped(empty, 'documents'), 6), ['type', 'among 6', undefined]],
		[
			'documents, and words that are in none',
			inDocuments(typed(scoped(empty, 'documents'), '青稞'), 6),
			['nothing', 'try', undefined],
		],
		[
			'documents, and a kind that does not count there',
			inDocuments(typed(filtered(scoped(empty, 'documents'), 'kind', 'point'), '青稞'), 6),
			['nothing', 'try', undefined],
		],
		['none with filters', answer(filtered(empty, 'kind', 'point'), [], 0), ['nothing', 'loosen', 'clearFilters']],
		['nothing fits', answer(following, [], 0, '一段'), ['none fits', 'write on', undefined]],
		['nothing to follow', answer(following, [], 0), ['no draft', 'open one', undefined]],
		[
			'failure',
			answered(ask(empty, 1).model, { type: 'failed', request: 1, said: 'disk' }),
			['failed', 'disk', 'again'],
		],
		['asking again over a list', ask(answer(empty, [row], 1), 2).model, ['all 1', undefined, undefined]],
	] as const)('%s', (_, model, expected) => {
		expect(said(model)).toEqual(expected);
	});
});
