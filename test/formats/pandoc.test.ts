// What pandoc makes of a draft and of the library exported for it: every key resolves.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Draft } from '../../src/core/draft/draft';
import { run } from '../../src/cli/run';
import { planInsertion } from '../../src/core/citations/edits/insert';
import type { Source } from '../../src/core/corpus/records';
import { smallPack as pack } from '../support/smallPack';

const pandoc = spawnSync('pandoc', ['--version']).status === 0;
let root = '';
const write = (name: string, text: string) => writeFileSync(join(root, name), text);
const read = (name: string) => readFileSync(join(root, name), 'utf8');

async function call(...argv: string[]): Promise<{ code: number; out: string; err: string[] }> {
	const out: string[] = [];
	const err: string[] = [];
	const code = await run(argv, {
		cwd: root,
		dist: join(root, 'dist'),
		out: line => void out.push(line),
		err: line => void err.push(line),
	});
	return { code, out: out.join('\n'), err };
}

beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'policy-pandoc-'));
	mkdirSync(join(root, 'dist'));
	write('dist/corpus.json', JSON.stringify(pack));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.skipIf(!pandoc)('pandoc with citeproc', () => {
	/** The sample with a key of every source, and keys as libraries have them, behind its sentences. */
	function draft(sources: readonly Source[]): string {
		return sources.reduce(
			(text, source, n) => {
				const places = [...text.matchAll(/(?<=[^\n]{20})。(?=\n|$)/g)].map(match => match.index);
				const at = places[n % places.length]!;
				const plan = planInsertion(new Draft(text, 'markdown'), [at], { source }, 'pandoc', {
					locator: n % 2 === 0 ? { paragraph: n + 1 } : undefined,
				});
				return plan.edits.reduceRight(
					(done, { start, end, text: put }) => done.slice(0, start) + put + done.slice(end),
					text,
				);
			},
			readFileSync(resolve(import.meta.dirname, '../../sample/report.md'), 'utf8'),
		);
	}

	test.each([
		['csl-json', 'refs.json'],
		['bibtex', 'refs.bib'],
	])('resolves every key we write, exported as %s', async (format, name) => {
		const library: Source[] = [
			{ id: 'gbt7714.b.3:2', type: 'book', title: '标准书' },
			{ id: '张三2021', type: 'book', title: '中文键' },
			{ id: 'Porter_1990-b', type: 'book', title: 'English', author: [{ family: 'Porter', given: 'M.' }] },
		];
		write('library.json', JSON.stringify(library));
		const all = [...pack.data.sources, ...library];
		write('draft.md', draft(all));
		expect(
			await call('export', '--format', format, '--cited', 'draft.md', '--corpus', 'library.json', '--out', name),
		).toMatchObject({ code: 0 });
		const exported = JSON.parse(
			(await call('export', '--format', format, '--cited', 'draft.md', '--corpus', 'library.json', '--json')).out,
		) as { ids: string[] };
		expect(new Set(exported.ids)).toEqual(new Set(all.map(source => source.id)));
		for (const { id } of all) expect(read(name)).toContain(id);
		const made = spawnSync(
			'pandoc',
			['draft.md', '--citeproc', `--bibliography=${name}`, '-t', 'plain', '--wrap=none'],
			{ cwd: root, encoding: 'utf8' },
		);
		expect([made.status, made.stderr]).toEqual([0, '']); // it warns of every key it does not find
		expect(made.stdout).not.toMatch(/\?\?\?|\[@/);
		for (const { title } of all) expect(made.stdout).toContain(title);
		const word = spawnSync('pandoc', ['draft.md', '--citeproc', `--bibliography=${name}`, '-o', 'draft.docx'], {
			cwd: root,
			encoding: 'utf8',
		});
		expect([word.status, word.stderr]).toEqual([0, '']);
		expect(statSync(join(root, 'draft.docx')).size).toBeGreaterThan(5000);
	});
});
