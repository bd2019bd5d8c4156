// Nothing that comes of files and drafts reaches the terminal as a command to it; programs read it as it is.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printable } from '../../../src/cli/printable';
import { run } from '../../../src/cli/run';
import type { CompiledPack } from '../../../src/core/corpus/compile';

/** Clears the screen, names the window, the same in eight bits, deletes, rings, turns the direction, goes back to the start of the line. */
const evil = '\u001b[2J\u001b]0;名\u0007\u009b2J\u009d0;名\u009c\u007f\u0008\u202e\u2066\u2069\u200f\u061c\r';
const harmful = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

const pack: CompiledPack = {
	data: {
		info: { id: 'small', title: `小${evil}` },
		sources: [
			{
				id: 'jin',
				type: 'article-newspaper',
				title: `一起抓${evil}`,
				author: [{ literal: `金观平${evil}` }],
				'container-title': `经济日报${evil}`,
				issued: '2024-02-14',
			},
		],
		citations: [
			{
				id: 'core',
				kind: 'quotation',
				text: `科技创新是发展新质生产力${evil}的核心要素。`,
				speaker: `习近平${evil}`,
				date: '2024-01-31',
				source: 'jin',
				paragraph: 2,
				terms: ['nqpf'],
			},
		],
		terms: [
			{
				id: 'nqpf',
				term: '新质生产力',
				english: `new${evil}`,
				definition: { text: `先进${evil}。`, basis: ['core'] },
				wrong: ['新质生产利'],
			},
		],
		formulations: [],
	},
	pinyin: {},
	traditional: {},
};
let root = '';
const write = (name: string, text: string) => writeFileSync(join(root, name), text);
async function call(argv: readonly string[]): Promise<string[]> {
	const lines: string[] = [];
	await run(argv, {
		cwd: root,
		dist: join(root, 'dist'),
		out: line => void lines.push(line),
		err: line => void lines.push(line),
	});
	return lines;
}

beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'policy-printable-'));
	for (const folder of ['dist', 'pack', 'pack/sources', 'pack/documents']) mkdirSync(join(root, folder));
	write('dist/corpus.json', JSON.stringify(pack));
	write(
		'draft.md',
		`---\nbibliography: [gone${evil}.bib, bad.bib]\n---\n他说：“科技创新是发展新质生产力${evil}的核心。”[^x${evil}y]发展新质生产利${evil}。[@no${evil}body]\n`,
	);
	write(`name${'\u001b[2J'}.md`, '甲[^x]');
	write('bad.bib', `@book{bad${evil}, title = {坏${evil},\n}\n@nothing${evil}{a}\n`);
	write('good.bib', `@book{zhang${evil}2020, title = {书${evil}}, author = {张三${evil}}, year = {2020}}\n`);
	write('pack/pack.yaml', `id: mine\ntitle: "我的\\e[2J\\x9b"\nlanguage: zh-CN\nlicence: x\n`);
	write(
		'pack/sources/a.yaml',
		`- id: "a\\e[2J"\n  type: "书\\e[2J\\x9b"\n- id: b\n  type: book\n  title: "题\\e[2J\\u202e"\n  nothing\\e: "x"\n`,
	);
	write('pack/documents/d.md', `---\nid: d\ntype: webpage\ntitle: "题\\e[2J"\n---\n\n新质生产力${evil}文。\n`);
	write('plain.txt', `题${evil}\n\n新质生产力${evil}文。\n`);
	write('batch.jsonl', `{"query": "新质\\u001b[2J"}\n{bad\u001b[2J\n`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const commands: readonly (readonly string[])[] = [
	['check', 'draft.md', '--all', '--corpus', 'pack'],
	['check', 'draft.md', '--only', 'reference,quotation,wording,figure,punctuation'],
	['check', `name${'\u001b[2J'}.md`, '--only', 'reference'],
	['check', `absent${evil}.md`],
	['check', 'draft.md', '--only', `x${evil}`],
	['terms', 'draft.md'],
	['complete', '--before', '要发展新质'],
	['explain', '新质生产力'],
	['explain', `没有${evil}`],
	['search', '核心要素'],
	['search', '新质生产力', '--corpus', 'pack', '--corpus', 'good.bib', '--corpus', 'bad.bib'],
	['search', '--batch', 'batch.jsonl'],
	['cite', 'jin'],
	['cite', `none${evil}`],
	['export', '--format', 'bibtex'],
	['export', '--format', 'ris', '--cited', 'draft.md'],
	['export', '--format', 'csl-json', '--corpus', 'good.bib'],
	['import', 'plain.txt', '--into', 'pack'],
	['import', `absent${evil}.txt`, '--into', 'pack'],
	['corpus', 'check', 'pack'],
	['corpus', 'list'],
	['corpus', 'list', '--corpus', 'pack'],
	['timeline', '新质生产力'],
	['candidates', '--corpus', 'pack'],
	[`no${evil}`],
	['corpus', `no${evil}`],
	['check', 'draft.md', `--no${evil}`],
];
test.each(commands.map(argv => [argv.join(' ').replaceAll(evil, '…').replaceAll('\u001b', '…'), argv] as const))(
	'%s',
	async (_, argv) => {
		const said = [...(await call(argv)), ...(await call([...argv, '--json']))];
		expect(said.length).toBeGreaterThan(0);
		for (const line of said) expect(harmful.test(line), JSON.stringify(line)).toBe(false);
	},
);

test('--json says exactly what the record says', async () => {
	const [line] = await call(['cite', 'jin', '--json']);
	expect((JSON.parse(line!) as { reference: string }[])[0]!.reference).toContain('\u001b[2J');
	const sarif = (await call(['check', 'draft.md', '--sarif'])).find(one => one.startsWith('{'));
	expect(harmful.test(sarif!)).toBe(false);
	expect(JSON.stringify(JSON.parse(sarif!))).toContain('\\u001b[2J');
});

test('a text without them stays as it is', () => {
	const text = '引用\t“甲”👨‍👩‍👧 𠮷\n第二行 ﻿—';
	expect(printable(text)).toBe(text);
	expect(JSON.parse(printable(JSON.stringify(evil)))).toBe(evil);
});
