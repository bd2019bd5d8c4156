// Sources out and libraries in, as a person asks for it on the command line.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/run';
import type { Source } from '../../../src/core/corpus/records';
import { smallPack as pack } from '../../support/smallPack';

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
	root = mkdtempSync(join(tmpdir(), 'policy-export-'));
	mkdirSync(join(root, 'dist'));
	write('dist/corpus.json', JSON.stringify(pack));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('export', () => {
	test.each([
		['csl-json', 'all.json'],
		['bibtex', 'all.bib'],
		['ris', 'all.ris'],
	])('%s: all sources, and they come back by --corpus', async (format, name) => {
		expect(await call('export', '--format', format, '--out', name)).toMatchObject({ code: 0, err: [] });
		write('dist/corpus.json', JSON.stringify({ ...pack, data: { ...pack.data, sources: [] } }));
		const back = JSON.parse(
			(await call('corpus', 'list', '--kind', 'source', '--json', '--corpus', name)).out,
		) as Source[];
		write('dist/corpus.json', JSON.stringify(pack));
		const without = (source: Source) =>
			Object.fromEntries(Object.entries(source).filter(([field]) => field !== 'held' && field !== 'missing'));
		expect(back).toEqual(format === 'csl-json' ? pack.data.sources : pack.data.sources.map(without));
	});
	test('only what a draft cites: keys, footnotes, several drafts; a key nobody has is told of', async () => {
		write('one.md', '见[@jin, 第3段]。\n');
		write('two.md', '见[^1]和[@nobody]。\n\n[^1]: 杜传忠. 强大动力[J]. 学刊，2024，3（2）：1-9.\n');
		const { code, out, err } = await call('export', '--format', 'csl-json', '--cited', 'one.md', 'two.md');
		expect((JSON.parse(out) as Source[]).map(one => one.id)).toEqual(['jin', 'du']);
		expect([code, err]).toEqual([1, ['two.md: 没有这个来源 no such source: nobody']]);
		write('three.tex', '\\cite{wuyi,du}');
		expect(JSON.parse((await call('export', '--format', 'ris', '--json', '--cited', 'three.tex')).out)).toMatchObject({
			ids: ['wuyi', 'du'],
			unknown: [],
		});
	});
	test.each([
		[[]],
		[['--format', 'word']],
		[['--format', 'ris', 'stray.md']],
		[['--format', 'ris', '--cited', 'absent.md']],
		[['--format', 'ris', '--out', 'no/such/folder.ris']],
	])('a wrong call is one line and 2: %j', async flags => {
		const { code, out, err } = await call('export', ...flags);
		expect([code, out, err.length]).toEqual([2, '', 1]);
	});
});

describe('a library by --corpus', () => {
	test('is searched and cited; what is wrong with it is told of with its line', async () => {
		write(
			'refs.bib',
			'@book{Zhang2020, author={张三，李四，王五，赵六}, title={数字经济学}, publisher={社}, address={北京}, year=2020}\n@book{bad, title={坏\n\n@book{Zhang2020, title={重}}\n',
		);
		const { code, out, err } = await call('cite', 'Zhang2020', '--corpus', 'refs.bib');
		expect([code, out]).toEqual([0, '张三，李四，王五，等. 数字经济学[M]. 北京：社，2020.']);
		expect(err.map(line => line.split(' ').slice(0, 3).join(' '))).toEqual([
			'refs.bib:2:1 error library.syntax:',
			'refs.bib:4:1 warning key.duplicate:',
		]);
		expect((await call('search', '数字经济', '--corpus', 'refs.bib', '--json')).out).toContain('Zhang2020');
		expect((await call('search', 'szjj', '--corpus', 'refs.bib', '--json')).out).toContain('Zhang2020');
	});
	test('beside a pack, in any format', async () => {
		write('a.yaml', '- id: y1\n  title: 甲\n');
		write('b.ris', 'TY  - BOOK\nID  - r1\nTI  - 乙\nER  - \n');
		write('c.json', '[{"id":"j1","type":"book","title":"丙"}]');
		expect(
			(
				await call(
					'cite',
					'y1',
					'r1',
					'j1',
					'--no-gaps',
					...['a.yaml', 'b.ris', 'c.json'].flatMap(name => ['--corpus', name]),
				)
			).out,
		).toBe('甲[Z].\n乙[M].\n丙[M].');
	});
	test('that cannot be read is one line and 2', async () => {
		writeFileSync(join(root, 'bytes.bib'), Uint8Array.of(0x40, 0xff, 0xd0));
		for (const name of ['absent.bib', 'bytes.bib'])
			expect(await call('cite', 'jin', '--corpus', name)).toMatchObject({
				code: 2,
				out: '',
				err: [expect.stringContaining(name) as string],
			});
	});
});

describe('a library that the draft names', () => {
	test('has what it cites, without --corpus; the file to be written is not read, one that is not there costs nothing', async () => {
		mkdirSync(join(root, 'named'));
		write('named/own.bib', '@book{own2020, title={书}, year={2020}}');
		write('named/draft.md', '---\nbibliography: [own.bib, out.json, absent.bib]\n---\n甲[@own2020; @du]\n');
		write('named/out.json', '[{"id":"own2020","type":"book","title":"旧"}]');
		expect(
			await call('export', '--format', 'csl-json', '--cited', 'named/draft.md', '--out', 'named/out.json'),
		).toMatchObject({ code: 0, err: [] });
		expect((JSON.parse(read('named/out.json')) as Source[]).map(one => [one.id, one.title])).toEqual([
			['own2020', '书'],
			['du', '强大动力'],
		]);
	});
});

describe('docx', () => {
	test('nothing but a .docx is written over, not even when that is asked for: the draft stays', async () => {
		write('draft.md', '甲。\n');
		const answer = await call('docx', 'draft.md', '--out', 'draft.md', '--force');
		expect(answer.code).toBe(2);
		expect(answer.err.join()).toContain('.docx');
		expect(read('draft.md')).toBe('甲。\n');
	});

	test('what is not ready is listed as before an export in the editor', async () => {
		write('unready.md', '# 通知\n\n## 一、甲。\n\n甲[^zz]，TODO 补数据[@nobody]。\n');
		const listed = async (...args: string[]) => {
			const { out } = await call('docx', 'unready.md', '--out', 'u.docx', '--force', '--json', ...args);
			const { notReady } = JSON.parse(out) as { notReady: { finding?: { code: string }; mark?: string }[] };
			return notReady.map(({ finding, mark }) => finding?.code ?? mark);
		};
		const others = ['reference.undefined', 'TODO', 'reference.undefined'];
		expect(await listed()).toEqual(['structure.title', ...others]);
		expect(await listed('--layout', 'report')).toEqual(others);
		const { err } = await call('docx', 'unready.md', '--out', 'u.docx', '--force');
		expect(err.filter(line => line.startsWith('5: '))).toHaveLength(3);
	});
});
