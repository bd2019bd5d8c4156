// A document that is imported gets the same title, paragraphs and problems in the editor, which reads and plans in a
// thread, and by the command line that was built: pages and texts written here, and the cases beside the project.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CompiledPack } from '../../src/core/corpus/compile';
import { citedSources } from '../../src/core/documents/cited';
import type { ImportProblem } from '../../src/core/documents/document';
import type { Planned } from '../../src/core/documents/plan';
import { wordImport } from '../../src/core/messages/imports';
import type { Answered, PackPart, ReadAnswer } from '../../src/workers/import/protocol';
import { serveImport } from '../../src/workers/import/service';
import { freshFolder, jsonOf, layOnDisk, removeFolders, type Tree } from '../support/hosts';

const dist = join(import.meta.dirname, '../../dist');
const { data } = JSON.parse(readFileSync(join(dist, 'corpus.json'), 'utf8')) as CompiledPack;
const prose = '从调研情况看，企业规模偏小，创新投入不足，产业链条不长，人才队伍不稳，需要下大力气加以解决。';

const written: Tree = {
	'a.txt': `县域产业如何迈向中高端\n\n${prose}甲。\n\n${prose}乙。\n`,
	'b.md': `# 题目\n\n${prose}\n\n> ${prose}引。\n`,
	'c.html': `<html><head><title>讲话 - 某网</title></head><body><h1>讲话</h1><p>来源：某报 2024-01-02</p><p>${prose}</p><p>${prose}二。</p></body></html>`,
	'd.jsonl': `{"title":"丙","text":"${prose}"}\n{"title":"丁","text":"${prose}丁。"}\n不是\n`,
	'e.txt': '',
	'f.docx': '不是压缩文件',
	'g.txt': Uint8Array.from([0xd0, 0xc2, 0xd6, 0xca, 0xa1, 0xa3]),
	'h.md': `---\ntitle: 有头\nauthor: 某人\ndate: 2024-03-04\n---\n\n${prose}\n`,
};

const folder = join(import.meta.dirname, '../../../shared/cases/documents');
const cases = existsSync(folder)
	? readdirSync(folder).filter(name => name !== 'README.md' && statSync(join(folder, name)).isFile())
	: [];

/** What is told of a file. */
interface Row {
	readonly file: string;
	readonly title: string | null;
	readonly paragraphs: number;
	readonly action: string;
	readonly problems: readonly (ImportProblem & { readonly message?: string })[];
}

/** The thread of the editor, told of the shipped pack; what it answers to one request after the other. */
async function startThread(): Promise<(request: Parameters<ReturnType<typeof serveImport>>[0]['request']) => unknown> {
	let heard: (answer: Answered) => void = () => undefined;
	const post = serveImport(
		{
			documents: () => import('../../src/entries/main.import'),
			packs: () => import('../../src/entries/main.packs'),
			maps: async () => JSON.parse(readFileSync(join(dist, 'cmaps.json'), 'utf8')) as Record<string, string>,
		},
		answer => heard(answer),
	);
	let id = 0;
	const ask = async (request: Parameters<typeof post>[0]['request']): Promise<unknown> => {
		const answered = new Promise<Answered>(resolve => (heard = resolve));
		post({ id: ++id, request });
		const answer = await answered;
		if ('error' in answer) throw new Error(answer.error);
		return answer.value;
	};
	const part: PackPart = {
		type: 'pack',
		documents: [],
		sources: [],
		extensions: [],
		cited: citedSources(data.sources, data.citations),
		taken: [data.sources, data.citations, data.terms, data.formulations].flat().map(one => one.id),
		files: [],
		done: true,
	};
	await ask(part);
	return ask;
}

/** Reads and plans as the editor does where all is saved as read. */
async function inThread(root: string, names: readonly string[]): Promise<Row[]> {
	const ask = await startThread();
	const rows: Row[] = [];
	for (const name of names) {
		const bytes = new Uint8Array(readFileSync(join(root, name)));
		const read = (await ask({ type: 'read', file: { name, bytes } })) as ReadAnswer;
		for (const at of read.documents.keys()) {
			const planned = (await ask({ type: 'plan', at, onDuplicate: 'skip' })) as Planned;
			const { title, paragraphs, action, problems } = planned;
			rows.push({ file: name, title, paragraphs, action, problems });
		}
		if (read.problems.length > 0 || read.documents.length === 0)
			rows.push({ file: name, title: null, paragraphs: 0, action: 'none', problems: read.problems });
	}
	return rows;
}

/** What the command line would do. */
function printed(root: string, names: readonly string[]): Row[] {
	const rows = jsonOf<Row[]>(root, 'import', ...names, '--into', 'mine', '--dry-run');
	return rows.map(({ file, title, paragraphs, action, problems }) => ({ file, title, paragraphs, action, problems }));
}

const plain = (rows: readonly Row[]): unknown =>
	JSON.parse(
		JSON.stringify(
			rows.map(row => ({
				...row,
				problems: row.problems.map(({ code, severity, line, data: facts }) => ({ code, severity, line, data: facts })),
			})),
		),
	);

describe('documents', () => {
	let root = '';
	beforeAll(() => {
		root = freshFolder();
		layOnDisk(root, written);
	});
	afterAll(removeFolders);

	test('written here', async () => {
		const names = Object.keys(written);
		const rows = printed(root, names);
		expect(plain(rows)).toEqual(plain(await inThread(root, names)));
		expect(new Set(rows.map(({ file }) => file)).size).toBe(names.length);
		for (const { problems } of rows)
			for (const problem of problems) expect(problem.message).toContain(wordImport(problem).zh.slice(0, 6));
	});

	if (cases.length === 0) test.skip('the documents of the cases, which are not beside the project', () => undefined);
	else
		test(`${cases.length} of the cases beside the project`, async () => {
			expect(plain(printed(folder, cases))).toEqual(plain(await inThread(folder, cases)));
		});
});
