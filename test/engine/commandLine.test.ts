// `library push` and `library remove` as a person calls them, with a real node.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { run } from '../../src/cli/run';
import { freshFolder, removeFolders } from '../support/hosts';

const dist = join(import.meta.dirname, '../../dist');
let cwd = '';
const document = (id: string, ...paragraphs: string[]) =>
	`---\nid: ${id}\ntype: report\ntitle: ${id}\nissued: 2024-02-01\n---\n\n${paragraphs.join('\n\n')}\n`;
beforeAll(() => {
	cwd = freshFolder();
	mkdirSync(join(cwd, 'pack/documents'), { recursive: true });
	writeFileSync(join(cwd, 'pack/pack.yaml'), 'id: mine\ntitle: 我的\n');
	writeFileSync(join(cwd, 'pack/documents/one.md'), document('one', '青稞是高原的主要粮食。', '粮食安全。'));
	writeFileSync(join(cwd, 'pack/documents/two.md'), document('two', '草场好了，羊也肥了。'));
});
afterAll(removeFolders);

async function command(...words: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
	const [out, err]: [string[], string[]] = [[], []];
	const io = { cwd, dist, out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
	return { code: await run(words, io), out, err };
}

const library = (...words: string[]) => command('library', ...words);

const there = () => ['--server', inject('engine'), '--index', 'command-line'];

test('pushes, says what is there already, replaces when asked to, and takes away', async () => {
	const json = async (...words: string[]) => {
		const { code, out } = await library(...words, ...there(), '--json');
		return { code, ...(JSON.parse(out.join('')) as object) };
	};
	const two = ['pack/documents/one.md', 'pack/documents/two.md'];
	expect(await json('push', 'pack', '--dry-run')).toMatchObject({ code: 0, created: true, put: two, passages: 3 });
	expect(await json('push', 'pack')).toMatchObject({ code: 0, created: true, put: two, passages: 3 });
	expect(await json('push', 'pack')).toMatchObject({ code: 0, created: false, put: [], same: two, passages: 0 });
	writeFileSync(join(cwd, 'pack/documents/two.md'), document('two', '羊更肥了。'));
	expect(await json('push', 'pack')).toMatchObject({ code: 1, differing: ['pack/documents/two.md'] });
	expect(await json('push', 'pack', '--update')).toMatchObject({ code: 0, updated: ['pack/documents/two.md'] });
	expect(await json('remove', 'one', 'nowhere')).toMatchObject({ code: 1, removed: ['one'], missing: ['nowhere'] });
	const told = await library('push', 'pack', ...there());
	expect(told).toMatchObject({ code: 0, err: ['0 / 2', '2 / 2'] });
	expect(told.out[0]).toContain('1 new, 0 replaced, 1 there already, 2 passages written');
});

test.each([
	[['push'], 'name the folders'],
	[['push', 'pack'], 'name the server'],
	[['push', '.', '--server', 'https://a.example', '--index', 'a'], 'whose documents lie in documents/'],
	[['push', 'gone', '--server', 'https://a.example', '--index', 'a'], 'cannot read folder'],
	[['push', 'pack', '--server', 'http://a.example', '--index', 'a'], 'https'],
	[['push', 'pack', '--server', 'https://a.example', '--index', 'A/b'], 'small letters'],
	[['push', 'pack', '--server', 'https://a.example', '--index', 'a', '--user', 'me'], 'POLICY_WRITING_PASSWORD'],
	[['push', 'pack', '--server', 'http://127.0.0.1:1', '--index', 'a'], 'cannot be reached'],
	[['remove'], 'ids of sources'],
])('%j is a usage error', async (words, said) => {
	const { code, err } = await library(...words);
	expect(code).toBe(2);
	expect(err.at(-1)).toContain(said);
	expect(err.join('\n')).not.toContain('internal error');
});

test('a search finds what the group has beside one’s own, and says whose it is', async () => {
	const server = ['--server', inject('engine'), '--library', 'searched'];
	await library('push', 'pack', '--server', inject('engine'), '--index', 'searched');
	mkdirSync(join(cwd, 'own/documents'), { recursive: true });
	writeFileSync(join(cwd, 'own/pack.yaml'), 'id: own\ntitle: 我的\n');
	writeFileSync(join(cwd, 'own/documents/mine.md'), document('mine', '青稞在我这里。'));
	const search = ['search', '青稞', '--in', 'documents', '--corpus', 'own', '--json'];
	const found = async (...words: string[]) => {
		const { code, out, err } = await command(...search, ...words);
		const hits = JSON.parse(out.join('')) as { readonly id: string; readonly library?: string }[];
		return { code, err, hits: hits.map(({ id, library: whose = 'own' }) => `${id} ${whose}`) };
	};
	expect(await found(...server)).toEqual({ code: 0, err: [], hits: ['mine-p1 own', 'one-p1 group'] });
	expect(await found()).toEqual({ code: 0, err: [], hits: ['mine-p1 own'] });
	const away = await found('--server', 'http://127.0.0.1:1', '--library', 'searched');
	expect(away).toMatchObject({ code: 0, hits: ['mine-p1 own'] });
	expect(away.err[0]).toContain('the group’s part is missing');
});

test('a timeline counts what the group has behind one’s own, each source once', async () => {
	await library('push', 'pack', '--server', inject('engine'), '--index', 'timed');
	mkdirSync(join(cwd, 'timed/documents'), { recursive: true });
	writeFileSync(join(cwd, 'timed/pack.yaml'), 'id: timed\ntitle: 我的\n');
	const ask = ['timeline', '青稞', '--server', inject('engine'), '--library', 'timed'];
	const found = async () => {
		const { out, err } = await command(...ask, '--corpus', 'timed', '--json');
		const { uses, group } = JSON.parse(out.join('')) as { uses: number; group?: { uses: number; years: object[] } };
		return { err, uses, group };
	};
	expect(await found()).toMatchObject({
		err: [],
		uses: 0,
		group: { uses: 1, years: [{ year: 2024, uses: 1, documents: 1 }], documents: [{ source: 'one', paragraph: 1 }] },
	});
	// What one has oneself is not counted twice.
	writeFileSync(join(cwd, 'timed/documents/one.md'), document('one', '青稞是高原的主要粮食。', '粮食安全。'));
	expect(await found()).toMatchObject({ uses: 1, group: { uses: 0, documents: [] } });
	const told = await command(...ask);
	expect(told.out.join('\n')).toContain('the group’s library: 1 uses in 1 documents');
	const away = await command('timeline', '青稞', '--server', 'http://127.0.0.1:1', '--library', 'timed', '--json');
	expect(away.err[0]).toContain('the group’s part is missing');
	expect(JSON.parse(away.out.join(''))).not.toHaveProperty('group');
});
