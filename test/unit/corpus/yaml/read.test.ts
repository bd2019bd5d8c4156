// Files of a pack → one pack: what each file is, what is left out, where each record stands.
import { expect, test } from 'vitest';
import { fileKind, readPack } from '../../../../src/core/corpus/yaml/read';

test.each([
	['pack.yaml', 'pack'],
	['sources/a.yaml', 'source'],
	['sources/deep/er/a.yml', 'source'],
	['citations\\a.yaml', 'citation'],
	['./terms/a.json', 'term'],
	['formulations.yaml', 'formulation'],
	['documents/a.md', undefined],
	['README.md', undefined],
	['ignore.yaml', 'ignore'],
	['terms/ignore.yaml', 'term'],
	['constructor/a.yaml', undefined],
])('%s holds %s', (name, kind) => {
	expect(fileKind(name)).toBe(kind);
});

test('records of all files, in the order of the names; other files are named or left alone', () => {
	const pack = readPack([
		{ name: 'terms/b.yaml', text: '- { id: b, term: 乙 }' },
		{ name: 'terms/a.yaml', text: '- { id: a, term: 甲 }' },
		{ name: 'pack.yaml', text: 'id: mine\ntitle: 我的' },
		{ name: 'notes.yaml', text: 'x' },
		{ name: 'ignore.yaml', text: '- code: wording' },
		{ name: 'README.md', text: '# x' },
	]);
	expect(pack.data.info).toEqual({ id: 'mine', title: '我的' });
	expect(pack.data.terms.map(term => term.id)).toEqual(['a', 'b']);
	expect(pack.problems.map(problem => [problem.file, problem.code])).toEqual([['notes.yaml', 'file.unknown']]);
	expect(pack.places.file(pack.data.terms[1]!)).toBe('terms/b.yaml');
	expect(pack.places.place(pack.data.terms[1]!, 'term')).toMatchObject({ line: 1, column: 18 });
});

test('without pack.yaml it has its folder’s name; with a broken one that alone is reported', () => {
	expect(readPack([{ name: 'terms/a.yaml', text: '- { id: a, term: 甲 }' }], 'policy-corpus')).toMatchObject({
		data: { info: { id: 'policy-corpus' } },
		problems: [{ code: 'pack.missing' }],
	});
	expect(readPack([{ name: 'pack.yaml', text: 'title: 我的' }]).problems.map(problem => problem.code)).toEqual([
		'field.missing',
	]);
});

test('a record that extends is no record of its own, and may leave everything else out', () => {
	const pack = readPack([
		{ name: 'pack.yaml', text: 'id: mine\ntitle: 我的' },
		{
			name: 'sources/a.yaml',
			text: '- extends: jinguanping-2024\n  page: 03\n- { id: x, extends: y, issue: 6 }\n- { extends: z, pgae: 3 }\n- { extends: Z }\n',
		},
	]);
	expect(pack.data.sources).toEqual([]);
	expect(pack.data.extensions).toEqual([
		{ kind: 'source', extends: 'jinguanping-2024', fields: { page: '03' } },
		{ kind: 'source', extends: 'y', id: 'x', fields: { issue: '6' } },
		{ kind: 'source', extends: 'z', fields: {} },
	]);
	expect(pack.problems.map(problem => problem.code)).toEqual(['field.unknown', 'id.form']);
	expect(pack.places.place(pack.data.extensions![1]!, 'issue').line).toBe(3);
});

test('no files at all is a pack without records', () => {
	expect(readPack([]).data).toEqual({
		info: { id: 'pack', title: 'pack' },
		sources: [],
		citations: [],
		terms: [],
		formulations: [],
	});
});

test('a document of which only the beginning is at hand: its source is there, its text is not', () => {
	const head = '---\nid: a\ntype: report\ntitle: 题目\n---\n';
	const pack = readPack([
		{ name: 'pack.yaml', text: 'id: mine\ntitle: 我的' },
		{ name: 'documents/a.md', text: head, part: 'head' },
		{ name: 'documents/b.md', text: head.replace('id: a', 'id: b'), part: 'head' },
	]);
	expect(pack.problems).toEqual([]);
	expect(pack.data.sources.map(source => source.id)).toEqual(['a', 'b']);
	expect(pack.data.documents).toBeUndefined();
	expect(pack.data.unread).toEqual([
		{ source: 'a', file: 'documents/a.md' },
		{ source: 'b', file: 'documents/b.md' },
	]);
	expect(pack.places.file(pack.data.sources[1]!)).toBe('documents/b.md');
	expect(
		readPack([{ name: 'documents/a.md', text: '---\nid: a\n', part: 'head' }]).problems.map(problem => problem.code),
	).toContain('document.head');
});
