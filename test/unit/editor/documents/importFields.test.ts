import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../../../src/editor/documents/rows';
import { fieldsOf, sourceOf } from '../../../../src/editor/documents/importFields';
import type { ProvedFields, Source } from '../../../../src/core/service';

const read: ProvedFields = {
	type: 'article-newspaper',
	title: '题名',
	author: [{ family: '王', given: '小明' }],
	'container-title': '高原日报',
	held: { from: '高原网', date: '2024-02-01' },
	note: '作者系教授',
	missing: ['issued', 'page', 'URL'],
};
const before = fieldsOf(read, '王小明');

describe('the form of an import', () => {
	test('untouched, it makes the source that was read', () => expect(sourceOf(read, before, before)).toEqual(read));

	test('what is filled in is no longer missing; names that were touched are names as written', () => {
		const source = sourceOf(read, before, {
			...before,
			author: '卓玛、次仁',
			issued: '2024-01-31',
			url: 'https://example.org/a',
		});
		expect(source).toMatchObject({
			author: [{ literal: '卓玛' }, { literal: '次仁' }],
			issued: '2024-01-31',
			URL: 'https://example.org/a',
			missing: ['page'],
			note: '作者系教授',
		});
	});

	test('what is emptied is gone and, where a reference needs it, listed as missing', () => {
		const source = sourceOf(read, before, { ...before, author: '', container: '', heldFrom: '', heldDate: '' });
		expect(source).not.toHaveProperty('author');
		expect(source).not.toHaveProperty('held');
		expect(source.missing).toEqual(['author', 'container-title', 'issued', 'page', 'URL']);
	});

	test('another kind of text needs other things', () =>
		expect(sourceOf(read, before, { ...before, type: 'speech' }).missing).toEqual(['issued']));

	test('a source that lacks nothing lists nothing', () => {
		expect(
			sourceOf({ type: 'document', title: '题名' }, fieldsOf({ type: 'document', title: '题名' }, ''), {
				...before,
				type: 'document',
				issued: '2024',
			}),
		).not.toHaveProperty('missing');
	});
});

describe('the rows of the documents view', () => {
	const source = (id: string, more: Partial<Source> = {}): Source => ({ id, type: 'report', title: id, ...more });
	const pack = (folder: string, sources: readonly Source[], documents: readonly string[]) => ({
		folder,
		data: {
			info: { id: folder, title: `包${folder}` },
			sources,
			citations: [],
			terms: [],
			formulations: [],
			documents: documents.map(id => ({
				source: id,
				file: `documents/${id}.md`,
				paragraphs: ['一', '二'],
				lines: [1, 2],
			})),
		},
	});

	test('packs without texts are left out; the newest text comes first, dates of the copy count where there is no other', () => {
		const rows = rowsOf(
			[
				pack(
					'a',
					[source('x', { issued: '2020' }), source('y', { held: { date: '2024-01' } }), source('z')],
					['x', 'y', 'z'],
				),
				pack('b', [source('w')], []),
			],
			() => undefined,
		);
		expect(rows.map(row => row.title)).toEqual(['包a']);
		expect(rows[0]!.children.map(row => [row.title, row.date, row.paragraphs])).toEqual([
			['y', '2024-01', 2],
			['x', '2020', 2],
			['z', undefined, 2],
		]);
	});

	test('what is missing and damaged shows; a source of another pack is found', () => {
		const known = new Map([['far', source('far', { title: '远', damage: ['characters'] })]]);
		const [row] = rowsOf([pack('a', [source('x', { missing: ['issued'] })], ['x', 'far', 'gone'])], id =>
			known.get(id),
		);
		expect(row!.children.map(({ title, missing, damaged }) => [title, missing, damaged])).toEqual([
			['gone', [], false],
			['x', ['issued'], false],
			['远', [], true],
		]);
	});
});
