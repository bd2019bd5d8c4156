// Several imports into one pack: each text is written once, nothing fails, and what a crash left is swept.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { start, type Ended } from './commands';

const texts = 200;
let root = '';
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'policy-writing-processes-'));
	mkdirSync(join(root, 'in'));
	for (let i = 0; i < texts; i++)
		writeFileSync(
			join(root, `in/${i}.txt`),
			`第${i}号文件如何迈向中高端\n\n${Array.from({ length: 20 }, (_, k) => `这是第${i * 31 + k * 7}件事，${'推动高质量发展'.repeat((i + k) % 5)}要牢牢把握第${i}个方面的第${k}项任务。`).join('\n\n')}\n`,
		);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

interface Row {
	readonly action: string;
	readonly problems: readonly { readonly severity: string }[];
}
const importAll = () => start(root, 'import', 'in', '--into', 'mine', '--json');
const actions = ({ out }: Ended) => (JSON.parse(out) as Row[]).map(row => row.action);
const documents = () => readdirSync(join(root, 'mine/documents')).filter(name => name.endsWith('.md'));
const copies = async () =>
	(JSON.parse((await start(root, 'corpus', 'check', 'mine', '--json').ended).out) as { code: string }[]).filter(
		one => one.code === 'document.copy',
	);

test('two imports of the same at once: the second waits, and finds all there', async () => {
	const both = [importAll(), importAll()];
	const ended = await Promise.all(both.map(one => one.ended));
	expect(
		ended
			.map(actions)
			.map(all => all.filter(one => one === 'new').length)
			.sort((a, b) => a - b),
	).toEqual([0, texts]);
	expect(
		ended
			.map(actions)
			.map(all => all.filter(one => one === 'skip').length)
			.sort((a, b) => a - b),
	).toEqual([0, texts]);
	expect(
		ended
			.flatMap(({ out }) => (JSON.parse(out) as Row[]).flatMap(row => row.problems))
			.filter(one => one.severity !== 'information'),
	).toEqual([]);
	expect(ended.filter(({ err }) => /waiting for it to end/.test(err)).length).toBe(1);
	expect(documents().length).toBe(texts);
	expect(await copies()).toEqual([]);
	expect(readdirSync(join(root, 'mine')).sort()).toEqual(['documents', 'pack.yaml']);
});

test('one that was ended in the middle is no hindrance, and what it left is swept', async () => {
	const killed = importAll();
	await new Promise<void>(done => {
		const look = setInterval(() => {
			if (!existsSync(join(root, 'mine/documents')) || documents().length < 3) return;
			clearInterval(look);
			done();
		}, 1);
	});
	killed.child.kill('SIGKILL');
	await killed.ended;
	expect(existsSync(join(root, 'mine/.import.lock'))).toBe(true);
	writeFileSync(join(root, 'mine/documents/.1-1.tmp'), 'half');
	const after = await importAll().ended;
	expect(after.err).not.toMatch(/waiting/);
	expect(actions(after).every(one => one === 'new' || one === 'skip')).toBe(true);
	expect(documents().length).toBe(texts);
	expect(await copies()).toEqual([]);
	expect(
		readdirSync(join(root, 'mine'), { recursive: true, encoding: 'utf8' }).filter(name => /\.tmp$|lock/.test(name)),
	).toEqual([]);
});

test('of another machine it is waited for until that has long said nothing; stopped, it says so', async () => {
	mkdirSync(join(root, 'mine'));
	const lock = join(root, 'mine/.import.lock');
	writeFileSync(
		lock,
		JSON.stringify({ token: 't', program: 'VS Code', started: 1, host: `not ${hostname()}`, pid: 1 }),
	);
	const waiting = importAll();
	await waiting.said(/另一个导入（VS Code 1）.*another import \(VS Code 1\)/);
	waiting.child.kill('SIGINT');
	expect((await waiting.ended).code).toBe(130);
	expect(readdirSync(join(root, 'mine'))).toEqual(['.import.lock']);
	const other = importAll();
	await other.said(/VS Code 1/);
	utimesSync(lock, 1, 1);
	expect(actions(await other.ended).filter(one => one === 'new').length).toBe(texts);
});
