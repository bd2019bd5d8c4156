// Files that another program has open, as Windows tells of that: an import adds nothing that may be there already, and
// each command names the file and what to do.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type * as FilesOfNode from 'node:fs/promises';
import type * as TimersOfNode from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { run as Run } from '../../../../src/cli/run';

/** What is refused: calls on files of these names, so many times. */
const refused = vi.hoisted(() => ({ calls: /^$/, name: /^$/, code: 'EBUSY', times: Infinity, waits: 0 }));
vi.mock('node:fs/promises', async original => {
	const real = await original<typeof FilesOfNode>();
	const guarded = Object.entries(real).map(([call, work]) => [
		call,
		typeof work !== 'function' || !/^(?:readFile|open|readdir|link|rm)$/.test(call)
			? work
			: (...all: readonly unknown[]) => {
					const isHeld = refused.calls.test(call) && refused.name.test(String(all[0]).replaceAll('\\', '/'));
					if (isHeld && refused.times-- > 0)
						return Promise.reject(Object.assign(new Error(`${refused.code}: ${call}`), { code: refused.code }));
					return (work as (...given: readonly unknown[]) => unknown)(...all);
				},
	]);
	return Object.fromEntries(guarded) as typeof FilesOfNode;
});
vi.mock('node:timers/promises', async original => ({
	...(await original<typeof TimersOfNode>()),
	setTimeout: () => Promise.resolve(void refused.waits++),
}));

// Test files share their modules: the command is read anew, with what stands in for the disk here, and given back after.
let run: typeof Run;
beforeAll(async () => {
	vi.resetModules();
	({ run } = await import('../../../../src/cli/run'));
});
afterAll(() => {
	vi.doUnmock('node:fs/promises');
	vi.doUnmock('node:timers/promises');
	vi.resetModules();
});

let root = '';
const write = (path: string, text: string) => {
	mkdirSync(join(root, path, '..'), { recursive: true });
	writeFileSync(join(root, path), text);
};
const importInto = (pack: string, ...argv: string[]) => call('import', ...argv, '--into', pack);
async function call(...argv: string[]) {
	const [out, err]: [string[], string[]] = [[], []];
	const code = await run(argv, {
		cwd: root,
		dist: join(root, 'dist'),
		out: line => void out.push(line),
		err: line => void err.push(line),
	});
	return { code, out: out.join('\n'), err: err.join('\n') };
}
const filesOf = (pack: string) =>
	readdirSync(join(root, pack), { recursive: true, encoding: 'utf8' })
		.map(name => name.replaceAll('\\', '/'))
		.filter(name => /\.\w+$/.test(name))
		.sort();
const prose =
	'县域经济是国民经济的基本单元，也是推进城乡融合发展的重要切入点。近年来，全县坚持把产业发展摆在突出位置。';

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'policy-held-'));
	write(
		'dist/corpus.json',
		JSON.stringify({
			data: { info: { id: 's', title: '随附' }, sources: [], citations: [], terms: [], formulations: [] },
		}),
	);
	write('青稞产业.md', `# 青稞产业\n\n${prose}\n`);
	write('术语.csv', '术语,定义\n青稞,高原的粮食\n');
});
afterEach(() => {
	Object.assign(refused, { calls: /^$/, name: /^$/, code: 'EBUSY', times: Infinity, waits: 0 });
	rmSync(root, { recursive: true, force: true });
});

test.each([
	['documents/qingke-chanye.md', ['青稞产业.md']],
	['documents/qingke-chanye.md', ['青稞产业.md', '--on-duplicate', 'update']],
	['sources/mine.yaml', ['青稞产业.md']],
	['terms/shuyu.yaml', ['术语.csv']],
	['pack.yaml', ['青稞产业.md', '术语.csv', '--json']],
] as const)('%s is open elsewhere: that is said after a while, and nothing is written', async (file, argv) => {
	await importInto('p', '青稞产业.md', '术语.csv');
	write('p/sources/mine.yaml', '- { id: qingke, type: report, title: 我的 }\n');
	const before = filesOf('p');
	expect(before).toContain(file);
	Object.assign(refused, { calls: /^(?:readFile|open)$/, name: new RegExp(`/p/${file}$`) });
	const { code, out, err } = await importInto('p', ...argv);
	expect([code, out]).toEqual([2, '']);
	for (const words of [`p/${file}`, 'WPS', '关闭它', 'close it there']) expect(err).toContain(words);
	expect(refused.waits).toBeGreaterThan(3);
	expect(filesOf('p')).toEqual(before);
});

test('what is let go of meanwhile is no obstacle: the same text is recognised', async () => {
	await importInto('p', '青稞产业.md');
	const before = filesOf('p');
	Object.assign(refused, { calls: /^readFile$/, name: /qingke-chanye\.md$/, times: 4 });
	expect((await importInto('p', '青稞产业.md')).out).toContain('1 跳过 skipped');
	expect(filesOf('p')).toEqual(before);
});

test('a folder of the pack that cannot be looked into stops it too, and no pack is begun beside it', async () => {
	write('p/documents/a.md', 'x');
	Object.assign(refused, { calls: /^readdir$/, name: /\/p\/documents$/ });
	const { code, err } = await importInto('p', '青稞产业.md');
	expect(code).toBe(2);
	expect(err).toContain('p/documents');
	expect(existsSync(join(root, 'p/pack.yaml'))).toBe(false);
});

test('a file that is broken and not open elsewhere keeps nothing from being imported', async () => {
	write('p/sources/mine.yaml', '- { id: [\n');
	expect((await importInto('p', '青稞产业.md')).code).toBe(0);
});

test.each(['EPERM', 'EBUSY'])(
	'half a file whose name a program keeps (%s) makes no failure of what is written',
	async code => {
		Object.assign(refused, { calls: /^rm$/, name: /\.tmp$/, code });
		const { code: exit, err } = await importInto('p', '青稞产业.md', '术语.csv');
		expect([exit, err]).toEqual([0, '']);
		expect(filesOf('p')).toEqual(
			expect.arrayContaining(['documents/qingke-chanye.md', 'pack.yaml', 'terms/shuyu.yaml']),
		);
		refused.calls = /^$/;
		expect((await importInto('p', '青稞产业.md')).out).toContain('1 跳过 skipped');
	},
);

test('a pack.yaml that a program has open when nothing came into the pack changes nothing of what is told', async () => {
	write('空.txt', '');
	Object.assign(refused, { calls: /^rm$/, name: /\/pack\.yaml$/, code: 'EPERM' });
	const { code, out } = await importInto('p', '空.txt');
	expect([code, out]).toEqual([1, expect.stringContaining('import.empty')]);
});

/** Each names a file of these endings that cannot be read. */
const commands: readonly (readonly [command: string, file: string, code: number])[] = [
	['docx draft.md --back away.docx', 'away.docx', 2],
	['docx away.md --out new.docx', 'away.md', 2],
	['docx draft.md --out new.docx --template away.dotx', 'away.dotx', 2],
	['check away.md', 'away.md', 2],
	['check folder', 'folder/away.md', 2],
	['check naming.md', 'away.bib', 1],
	['cite --corpus away.bib', 'away.bib', 2],
	['import 术语.csv --into mine --drafts away.md', 'away.md', 2],
];
const advice = [
	['EBUSY', '在那里关闭它', 'close it there'],
	['UNKNOWN', '云端', 'on this device'],
] as const;

test.each(commands)('%s: the reason, and what to do', async (command, file, code) => {
	for (const name of ['away.md', 'away.docx', 'away.dotx', 'away.bib', 'folder/away.md', 'draft.md'])
		write(name, '文。\n');
	write('naming.md', '---\nbibliography: away.bib\n---\n\n稿。\n');
	for (const [reason, ...words] of advice) {
		Object.assign(refused, { calls: /^readFile$/, name: /\/away\.\w+$/, code: reason });
		const said = await call(...command.split(' '));
		const line = said.err.split('\n').find(one => one.includes(file)) ?? '';
		for (const word of [reason, ...words]) expect(line).toContain(word);
		expect(said.code).toBe(code);
	}
	expect(existsSync(join(root, 'mine'))).toBe(false);
});
