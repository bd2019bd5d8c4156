// A table of terms gives the same records, files and problems in the editor, which reads it in a thread and writes
// through its own file systems, and on the command line.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { importTable, knownTexts, planTable, type TableImport } from '../../src/app/importTable';
import { FileError, type Files, type Place } from '../../src/app/ports';
import { nodeFiles } from '../../src/cli/nodeFiles';
import { run } from '../../src/cli/run';
import { createPackTools } from '../../src/core/corpus/tools';
import type { PackData } from '../../src/core/corpus/records';
import type { ImportProblem } from '../../src/core/documents/document';
import type { TableRecords } from '../../src/core/documents/table/table';
import type { Answered, PackPart } from '../../src/workers/import/protocol';
import { serveImport } from '../../src/workers/import/service';
import { memoryFiles } from '../support/memoryFiles';

const tools = createPackTools();
const shippedFiles = {
	'pack.yaml': 'id: shipped\ntitle: 随附\n',
	'terms/a.yaml': '- { id: weilai-chanye, term: 未来产业, aliases: [未來的產業] }\n',
	'sources/a.yaml': '- { id: jianghua-2024, type: document, title: 讲话, missing: [author, issued] }\n',
};
const ownFiles = {
	'pack.yaml': 'id: mine\ntitle: 我的\n',
	'terms/mine.yaml': '- { id: shuzi-jingji, term: 数字经济 }\n',
	'formulations/mine.yaml': '- { id: yao, text: 要把雪域粮仓守护好、建设好 }\n',
};
const table = [
	'术语,定义,来源,提法',
	'新质生产力,先进生产力质态,《讲话》,',
	'新質生產力,同一个词,,',
	'數字經濟,自己的语料包有,,',
	'未來產業,随附的语料包有,,',
	'未来的产业,随附的语料包有的别名,,',
	',,,要把雪域糧倉守護好、建設好',
	'雪域粮仓,高原上的产粮区,《别处》,必须坚持因地制宜发展新质生产力',
].join('\n');

/** Rows, why they are refused, who has the text. */
const refused = [
	[3, 'twice', undefined],
	[4, 'known', 'own'],
	[5, 'known', 'other'],
	[6, 'known', 'other'],
	[7, 'known', 'own'],
];

const dataOf = (files: Readonly<Record<string, string>>): PackData =>
	tools.read(
		Object.entries(files).map(([name, text]) => ({ name, text })),
		'pack',
	).data;

/** As the editor reads a table: in the thread that was told of the packs. */
async function readInThread(text: string, name: string, own: PackData, shipped: PackData): Promise<TableRecords> {
	const answers: Answered[] = [];
	let heard = () => undefined as void;
	const post = serveImport(
		{
			documents: () => import('../../src/entries/main.import'),
			packs: () => import('../../src/entries/main.packs'),
			maps: async () => ({}),
		},
		answer => {
			answers.push(answer);
			heard();
		},
	);
	const ask = async (id: number, request: Parameters<typeof post>[0]['request']) => {
		const answered = new Promise<void>(resolve => (heard = resolve));
		post({ id, request });
		await answered;
		const answer = answers.at(-1);
		if (!answer || 'error' in answer) throw new Error(answer?.error);
		return answer.value;
	};
	const ids = [shipped, own].flatMap(pack => [pack.sources, pack.citations, pack.terms, pack.formulations].flat());
	const part: PackPart = {
		type: 'pack',
		documents: [],
		sources: [],
		extensions: [],
		cited: [],
		taken: ids.map(({ id }) => id),
		files: [],
		done: true,
	};
	await ask(1, part);
	const known = knownTexts(own, shipped);
	return (await ask(2, {
		type: 'table',
		file: { name, bytes: new TextEncoder().encode(text) },
		known,
	})) as TableRecords;
}

let root = '';
let disk = '';
async function call(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
	const [out, err]: [string[], string[]] = [[], []];
	const io = { cwd: disk, dist: join(root, 'dist') };
	const code = await run(argv, { ...io, out: line => void out.push(line), err: line => void err.push(line) });
	return { code, out: out.join('\n'), err: err.join('\n') };
}

const put = (folder: string, files: Readonly<Record<string, string>>) => {
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
};

beforeAll(async () => {
	root = mkdtempSync(join(tmpdir(), 'policy-contract-table-'));
	put(join(root, 'corpus'), shippedFiles);
	disk = root;
	expect(await call('corpus', 'build')).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(() => {
	disk = mkdtempSync(join(root, 'run-'));
	put(join(disk, 'mine'), ownFiles);
});

const always = () => Promise.resolve(true);
const textsOf = async (files: Files, pack: Place, names: readonly string[]) =>
	Promise.all(
		names.map(async name => [name, new TextDecoder().decode(await files.read(files.join(pack, name)))] as const),
	);

const inMemory = () =>
	memoryFiles(Object.fromEntries(Object.entries(ownFiles).map(([name, text]) => [`/mine/${name}`, text])));

test('both hosts: the same rows, the same files, the same refusals', async () => {
	const read = await readInThread(table, '词表.csv', dataOf(ownFiles), dataOf(shippedFiles));
	const memory = inMemory();
	const inEditor = await importTable({ files: memory, pack: '/mine', tools, wanted: always }, '词表.csv', read);
	const copy = join(disk, 'copy');
	put(copy, ownFiles);
	const onDisk = await importTable({ files: nodeFiles, pack: copy, tools, wanted: always }, '词表.csv', read);
	writeFileSync(join(disk, '词表.csv'), table);
	const { out } = await call('import', '词表.csv', '--into', 'mine', '--json');
	const [row] = JSON.parse(out) as {
		records: number;
		document: string;
		problems: (ImportProblem & { message: string })[];
	}[];

	expect(inEditor.problems.map(({ line, data }) => [line, data.reason, data.pack])).toEqual(refused);
	expect(inEditor.files).toEqual([
		'sources/cibiao.yaml',
		'citations/cibiao.yaml',
		'terms/cibiao.yaml',
		'formulations/cibiao.yaml',
	]);
	const texts = await textsOf(memory, '/mine', inEditor.files);
	expect(onDisk).toEqual(inEditor);
	expect(await textsOf(nodeFiles, copy, onDisk.files)).toEqual(texts);
	expect(await textsOf(nodeFiles, join(disk, 'mine'), inEditor.files)).toEqual(texts);
	expect(row).toMatchObject({ records: inEditor.plan.entries, problems: inEditor.problems });
	expect(row?.problems.map(({ message }) => /(?:row 2|is there|another pack) already/.exec(message)?.[0])).toEqual([
		'row 2 already',
		'is there already',
		'another pack already',
		'another pack already',
		'is there already',
	]);
	// The source that the shipped pack has is named, not written once more.
	expect(Object.fromEntries(texts)['sources/cibiao.yaml']).not.toContain('讲话');
	expect(Object.fromEntries(texts)['citations/cibiao.yaml']).toContain('source: jianghua-2024');
	expect((await call('corpus', 'check', 'mine')).out).toMatch(/^0 错误 errors/m);
});

test('a second time nothing is added; what nobody wants is not written', async () => {
	const memory = inMemory();
	const target = { files: memory, pack: '/mine', tools };
	const read = await readInThread(table, '词表.csv', dataOf(ownFiles), dataOf(shippedFiles));
	const left = await importTable({ ...target, wanted: () => Promise.resolve(false) }, '词表.csv', read);
	expect([left.files, left.plan.entries, memory.files.size]).toEqual([[], 3, 3]);
	const done = await importTable({ ...target, wanted: always }, '词表.csv', read);
	const own = { ...ownFiles, ...Object.fromEntries(await textsOf(memory, '/mine', done.files)) };
	const again = await readInThread(table, '词表.csv', dataOf(own), dataOf(shippedFiles));
	const unasked = () => Promise.reject(new Error('asked, though there is nothing'));
	expect((await importTable({ ...target, wanted: unasked }, '词表.csv', again)).files).toEqual([]);
});

test('files that are there stay: all files of a table take the next name together', async () => {
	const read = await readInThread(table, '词表.csv', dataOf(ownFiles), dataOf(shippedFiles));
	const memory = inMemory();
	await memory.write('/mine/terms/cibiao.yaml', new Uint8Array(), false);
	const done = await importTable({ files: memory, pack: '/mine', tools, wanted: always }, '词表.csv', read);
	expect(done.files.map(name => name.replace(/^.*\//, ''))).toEqual(Array(4).fill('cibiao-2.yaml'));
	expect(memory.text('/mine/terms/cibiao.yaml')).toBe('');
});

test.each([
	['in memory', () => ({ files: inMemory() as Files, pack: '/mine' })],
	['on the disk', () => ({ files: nodeFiles, pack: join(disk, 'mine') })],
])('%s: a disk that is full in the middle leaves nothing behind, and says so', async (_, make) => {
	const { files, pack } = make();
	const full: Files = {
		...files,
		write: async (place, bytes, over) => {
			if (/formulations/.test(place)) throw new FileError('full', place, 'ENOSPC');
			return files.write(place, bytes, over);
		},
	};
	const read = await readInThread(table, '词表.csv', dataOf(ownFiles), dataOf(shippedFiles));
	const done: TableImport = await importTable({ files: full, pack, tools, wanted: always }, '词表.csv', read);
	expect(done.files).toEqual([]);
	expect(done.problems.at(-1)).toMatchObject({ code: 'import.unwritten', data: { reason: 'ENOSPC' } });
	for (const folder of ['sources', 'citations', 'terms'])
		expect(await files.stat(files.join(pack, `${folder}/cibiao.yaml`))).toBeUndefined();
});

test('what names a record that packs do not take is not added, nor a source that then nobody names', () => {
	const plan = planTable(tools, {
		problems: [],
		records: [
			{ kind: 'source', row: 2, record: { id: 'a', type: 'document', title: '甲', missing: ['author', 'issued'] } },
			{ kind: 'citation', row: 2, record: { id: 'b', kind: 'point', text: '\u0000', source: 'a' } },
			{ kind: 'term', row: 2, record: { id: 'c', term: '丙', definition: { text: '义', basis: ['b'] } } },
			{ kind: 'term', row: 3, record: { id: 'd', term: '丁' } },
		],
	});
	expect(plan.records.map(({ record }) => record.id)).toEqual(['d']);
	expect(plan.problems.map(({ line, data }) => [line, data.reason])).toEqual([
		[2, 'record'],
		[2, 'record'],
	]);
});
