// Holds how the panel's state changes: out-of-date answers, what is kept, keys of the list.
import { describe, expect, test } from 'vitest';
import {
	activated,
	answered,
	ask,
	counted,
	extended,
	facetsOf,
	filtered,
	followed,
	hasMore,
	kept,
	page,
	restore,
	scoped,
	typed,
	unanswered,
	unfiltered,
	walked,
	type Model,
} from '../../../../src/webviews/panel/model';
import type { Row, ToPage } from '../../../../src/webviews/panel/protocol';

const row = (id: string): Row => ({ id, kind: 'quotation', text: { text: `关于${id}`, marks: [] }, facts: [] });
const rows = (n: number): Row[] => Array.from({ length: n }, (_, i) => row(`r${i}`));
const choices = { kind: [], source: [], speaker: [], year: [] };
const found = (request: number, list: readonly Row[], total = list.length): Extract<ToPage, { type: 'found' }> => ({
	type: 'found',
	request,
	total,
	rows: list,
	choices,
});
const shown = (list: readonly Row[], total = list.length): Model =>
	answered(ask(restore(undefined), 1).model, found(1, list, total));

describe('what is kept', () => {
	test('text, filters and mode come back; nothing else does', () => {
		const model = filtered(typed(shown(rows(3)), '新质'), 'kind', 'quotation');
		expect(kept(model)).toEqual({ text: '新质', filters: { kind: 'quotation' }, follow: false, scope: 'both' });
		const again = restore(JSON.parse(JSON.stringify(kept(model))));
		expect(again).toMatchObject({
			text: '新质',
			filters: { kind: 'quotation' },
			follow: false,
			rows: [],
			phase: 'loading',
			active: -1,
		});
	});
	test.each([
		undefined,
		null,
		7,
		'x',
		[],
		{ text: 5, filters: 'kind', follow: 1 },
		{ filters: { kind: 3, colour: 'red', year: '' }, scope: 'everywhere' },
	])('%j counts as nothing kept', value => {
		expect(kept(restore(value))).toEqual({ text: '', filters: {}, follow: false, scope: 'both' });
	});
});

describe('asking', () => {
	test('a search says words without outer space, filters and limit', () => {
		const { send, model } = ask(filtered(typed(restore(undefined), ' 科技 创新 '), 'year', '2024'), 4);
		expect(send).toEqual({
			type: 'search',
			request: 4,
			text: '科技 创新',
			scope: 'both',
			filters: { year: '2024' },
			limit: page.first,
		});
		expect(model).toMatchObject({ phase: 'loading', request: 4, text: ' 科技 创新 ' });
	});
	test('following asks for the paragraph, typing ends it', () => {
		const following = followed(typed(restore(undefined), '新质'), true);
		expect(ask(following, 2).send).toEqual({ type: 'follow', request: 2, limit: page.first, scope: 'both' });
		expect(typed(following, '新质生')).toMatchObject({ follow: false, text: '新质生' });
	});
	test('filters are set, replaced, taken away one by one and all at once', () => {
		const two = filtered(filtered(restore(undefined), 'kind', 'point'), 'speaker', '习近平');
		expect(filtered(two, 'kind', 'figure').filters).toEqual({ kind: 'figure', speaker: '习近平' });
		expect(filtered(two, 'kind', '').filters).toEqual({ speaker: '习近平' });
		expect(unfiltered(two).filters).toEqual({});
	});
});

describe('where is searched', () => {
	test('is kept, is asked for, and ends following', () => {
		const documents = scoped(followed(typed(shown(rows(3)), '新质'), true), 'documents');
		expect(documents).toMatchObject({ scope: 'documents', follow: false, text: '新质', phase: 'loading', active: -1 });
		expect(restore(kept(documents)).scope).toBe('documents');
		expect(ask(documents, 3).send).toMatchObject({ type: 'search', scope: 'documents' });
	});
	test('filters that passages cannot pass are kept, but not asked for', () => {
		const all = filtered(filtered(filtered(restore(undefined), 'kind', 'point'), 'speaker', '习近平'), 'year', '2024');
		const documents = scoped(all, 'documents');
		expect(facetsOf(documents)).toEqual(['source', 'year']);
		expect(ask(documents, 1).send).toMatchObject({ filters: { year: '2024' } });
		expect(ask(scoped(documents, 'both'), 2).send).toMatchObject({
			filters: { kind: 'point', speaker: '习近平', year: '2024' },
		});
	});
	test('what is counted later belongs to the list that is shown, and is never less than it', () => {
		const list = shown(rows(3), 3);
		const year = { ...choices, year: [{ value: '2024', label: '2024', count: 7 }] };
		expect(counted(list, { type: 'counted', request: 1, total: 7, choices: year })).toMatchObject({
			total: 7,
			choices: year,
			rows: list.rows,
		});
		expect(counted(list, { type: 'counted', request: 1, total: 2, choices }).total).toBe(3);
		expect(counted(list, { type: 'counted', request: 9, total: 7, choices })).toBe(list);
		const next = ask(list, 2).model;
		expect(counted(next, { type: 'counted', request: 1, total: 7, choices })).toBe(next);
	});
});

describe('answers', () => {
	test('the first row becomes active', () => {
		expect(shown(rows(2))).toMatchObject({ phase: 'shown', active: 0, total: 2 });
		expect(shown([])).toMatchObject({ phase: 'shown', active: -1 });
	});
	test('an out-of-date answer changes nothing, good or bad', () => {
		const model = ask(ask(restore(undefined), 1).model, 2).model;
		expect(answered(model, found(1, rows(3)))).toBe(model);
		expect(answered(model, { type: 'failed', request: 1, said: 'x' })).toBe(model);
	});
	test('an answer to words that were typed over is out of date', () => {
		const over = typed(ask(restore(undefined), 1).model, '新');
		expect(over.phase).toBe('loading');
		expect(answered(over, found(1, rows(3)))).toBe(over);
	});
	test('a failure keeps words and filters, the next answer mends it', () => {
		const asked = ask(filtered(typed(restore(undefined), '新质'), 'kind', 'point'), 5).model;
		const failed = answered(asked, { type: 'failed', request: 5, said: '磁盘' });
		expect(failed).toMatchObject({ phase: 'failed', trouble: '磁盘', text: '新质', filters: { kind: 'point' } });
		expect(answered(ask(failed, 6).model, found(6, rows(1)))).toMatchObject({ phase: 'shown', trouble: '' });
	});
	test('other words start at the top, more rows and a changed corpus keep the active row', () => {
		const third = activated(shown(rows(5)), 2);
		expect(answered(ask(typed(third, '新'), 9).model, found(9, rows(5))).active).toBe(0);
		expect(answered(ask(extended(third), 9).model, found(9, rows(40))).active).toBe(2);
		expect(answered(ask(third, 9).model, found(9, [row('new'), ...rows(5)])).active).toBe(3);
		expect(answered(ask(third, 9).model, found(9, [row('new')])).active).toBe(0);
	});
	test('no answer is told once, and only for the request still waited for', () => {
		const waiting = ask(restore(undefined), 3).model;
		expect(unanswered(waiting, 3, '慢')).toMatchObject({ phase: 'failed', trouble: '慢' });
		expect(unanswered(waiting, 2, '慢')).toBe(waiting);
		const done = answered(waiting, found(3, rows(1)));
		expect(unanswered(done, 3, '慢')).toBe(done);
	});
	test('more rows are offered only where asking brings some', () => {
		expect(hasMore(shown(rows(page.first), 200))).toBe(true);
		expect(hasMore(shown(rows(page.first), page.first))).toBe(false);
		let model = shown(rows(page.most), 5000);
		for (let i = 0; i < 20; i++) model = extended(model);
		expect(model.limit).toBe(page.most);
		expect(hasMore(model)).toBe(false);
	});
});

describe('keys of the list', () => {
	const model = { ...shown(rows(30)), text: '新质' };
	test.each([
		['ArrowDown', 0, 1],
		['ArrowDown', 29, 29],
		['ArrowUp', 0, 0],
		['ArrowUp', 7, 6],
		['PageDown', 3, 13],
		['PageDown', 25, 29],
		['PageUp', 12, 2],
		['PageUp', 3, 0],
	])('%s at %i goes to %i', (key, from, to) => {
		expect(walked(activated(model, from), key, true)).toMatchObject({ active: to, walking: true });
	});
	test('Home and End are the text box’s own while typing, the list’s while walking, in the list and in an empty box', () => {
		expect(walked(model, 'End', true)).toBeUndefined();
		expect(walked(model, 'Home', true)).toBeUndefined();
		expect(walked(walked(model, 'ArrowDown', true)!, 'End', true)?.active).toBe(29);
		expect(walked(model, 'End', false)?.active).toBe(29);
		expect(walked({ ...model, text: '' }, 'End', true)?.active).toBe(29);
		expect(walked(typed(walked(model, 'ArrowDown', true)!, '新'), 'End', true)).toBeUndefined();
	});
	test('other keys and an empty list are left alone', () => {
		expect(walked(model, 'ArrowLeft', true)).toBeUndefined();
		expect(walked(shown([]), 'ArrowDown', true)).toBeUndefined();
	});
	test('a row that is not there cannot become active', () => {
		expect(activated(model, 30)).toBe(model);
		expect(activated(model, -1)).toBe(model);
	});
});
