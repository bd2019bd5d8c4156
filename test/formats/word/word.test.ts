// Word files of ours as other programs read them: LibreOffice makes pages of them, pandoc and our own import read them
// back. Twenty drafts, in both layouts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../src/core/documents/document';
import { readFileWith } from '../../../src/core/documents/importer';
import { createDocumentReaders } from '../../../src/core/documents/readers';
import { wordLayouts } from '../../../src/core/word/manuscript';
import { wordOf, type WrittenWord } from '../../support/wordFile';

const has = (program: string) => spawnSync(program, ['--version']).error === undefined;
const office = has('soffice') && has('pdftotext');
const pandoc = has('pandoc');

const sentence = '发展新质生产力是推动高质量发展的内在要求和重要着力点必须继续做好创新这篇大文章';
const filled = (count: number) => sentence.repeat(Math.ceil(count / sentence.length)).slice(0, count);
const many = (count: number, make: (at: number) => string, between = '\n\n') =>
	Array.from({ length: count }, (_, at) => make(at + 1)).join(between);

/** Each with how many notes and tables it has. */
const drafts: Readonly<Record<string, readonly [text: string, notes: number, tables: number]>> = {
	empty: ['', 0, 0],
	title: ['# 关于发展的<br>若干意见\n', 0, 0],
	official: [
		'# 通知\n\n各区，各部门：\n\n一、总则\n\n（一）加强领导。各地要落实。\n\n1. 甲\n\n附件：1. 表\n\n某市某局\n2024年3月18日\n\n## 附件1\n\n| 甲 | 乙 |\n|-|-|\n| 丙 | 丁 |\n',
		0,
		1,
	],
	notesInTables: [
		`| 甲[^1] | 乙[^2] |\n|-|-|\n| 丙[^3] | 丁[^4] |\n\n${many(4, n => `[^${n}]: 注文${n}号`, '\n')}\n`,
		4,
		1,
	],
	notesInLists: [`- 甲[^1]\n  1. 乙[^2]\n     - 丙[^3]\n\n${many(3, n => `[^${n}]: 注文${n}号`, '\n')}\n`, 3, 0],
	manyNotes: [`${many(300, n => `段落${n}号[^${n}]。`)}\n\n${many(300, n => `[^${n}]: 注文${n}号`, '\n')}\n`, 300, 0],
	longNote: ['甲[^1]\n\n[^1]: 第一段\n\n    第二段\n\n    - 第三段\n', 1, 0],
	sixLevels: [`# 题\n\n${many(6, n => `${'#'.repeat(Math.min(6, n + 1))} 标题${n}号\n\n正文${n}号`)}\n`, 0, 0],
	mixed: ['中文 English 日本語のテスト 한국어 Ελληνικά русский العربية 😀👨‍👩‍👧𠮷 “引号”……——\n', 0, 0],
	lists: ['3. 甲\n   - 乙\n     1. 丙\n4. 丁\n\n正文\n\n- [ ] 戊\n- [x] 己\n', 0, 0],
	quotes: ['> 甲\n>\n> > 乙\n>\n> - 丙\n', 0, 0],
	code: ['```js\nconst a = 1;\n\tif (a < 2 && b) {}\n```\n\n    缩进\n', 0, 0],
	tables: [many(3, n => `表${n} 题\n\n| 甲${n} | 乙 |\n|:-|-:|\n| ${filled(60)} | 2 |`), 0, 3],
	wideTable: [
		`|${many(20, n => `列${n}`, '|')}|\n|${many(20, () => '-', '|')}|\n|${many(20, n => `值${n}`, '|')}|\n`,
		0,
		1,
	],
	longTable: [`| 甲 | 乙 |\n|-|-|\n${many(400, n => `| 行${n} | ${n} |`, '\n')}\n`, 0, 1],
	references: ['见图1、表1。\n\n![图1 路线](none.png)\n\n表1 数\n\n| 甲 |\n|-|\n| 1 |\n', 0, 1],
	hostile: [
		'=cmd|"/c calc"!A1\n\nDDEAUTO c:\\\\x\n\n[甲](javascript:alert(1)) \u0007\u0000乙 <script>x()</script> ]]> &#0; <w:p/>\n',
		0,
		0,
	],
	emphasis: ['**甲***乙***~~丙~~`丁`<u>戊</u>**“己”**的\n', 0, 0],
	breaks: ['甲  \n乙\\\n丙<br>丁\n', 0, 0],
	long: [many(1500, n => `段落${n}号。${filled(60)}`), 0, 0],
};

let folder = '';
const written = new Map<string, WrittenWord>();
const cases = wordLayouts.flatMap(layout => Object.keys(drafts).map(name => [name, layout] as const));
const path = (name: string, layout: string, ending = 'docx') => join(folder, `${name}-${layout}.${ending}`);

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'policy-word-'));
	for (const [name, layout] of cases) {
		const word = await wordOf(drafts[name]?.[0] ?? '', { layout });
		written.set(`${name}-${layout}`, word);
		writeFileSync(path(name, layout), word.bytes);
	}
	writeFileSync(path('grid', 'official'), (await wordOf(`${filled(28 * 22 * 3)}\n`)).bytes);
	if (!office) return;
	const all = [...cases.map(([name, layout]) => path(name, layout)), path('grid', 'official')];
	const home = `-env:UserInstallation=file://${join(folder, 'office')}`;
	spawnSync('soffice', [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...all], { timeout: 250_000 });
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The words of a text, which every reader must give back. */
const wordsOf = (lines: readonly string[]) =>
	lines.flatMap(line => line.split(/[^\p{L}\p{N}]+/u)).filter(word => word !== '');

describe.skipIf(!office)('LibreOffice', () => {
	test.each(cases)('%s, %s: makes pages of it', (name, layout) => {
		expect(existsSync(path(name, layout, 'pdf'))).toBe(true);
	});

	test('a page has 22 lines of 28 characters', () => {
		const pages = spawnSync('pdftotext', ['-layout', path('grid', 'official', 'pdf'), '-'])
			.stdout.toString()
			.split('\f');
		const full = pages
			.slice(1, 2)
			.flatMap(page => page.split('\n'))
			.map(line => line.replaceAll(' ', ''))
			.filter(line => /\p{Script=Han}/u.test(line));
		expect(full).toHaveLength(22);
		expect(new Set(full.map(line => line.length))).toEqual(new Set([28]));
	});
});

interface PandocNode {
	readonly t?: string;
	readonly c?: unknown;
}

/** Counts nodes of a type in what pandoc reads. */
function count(node: unknown, type: string): number {
	if (Array.isArray(node)) return node.reduce((sum: number, one) => sum + count(one, type), 0);
	if (typeof node !== 'object' || node === null) return 0;
	const { t, c } = node as PandocNode;
	return Number(t === type) + count(c ?? Object.values(node), type);
}

describe.skipIf(!pandoc)('pandoc', () => {
	test.each(cases)('%s, %s: reads every word, note and table back', (name, layout) => {
		const run = spawnSync('pandoc', [path(name, layout), '-t', 'json'], { maxBuffer: 1e9 });
		expect(run.status).toBe(0);
		const read = JSON.parse(run.stdout.toString()) as unknown;
		const [, notes = 0, tables = 0] = drafts[name] ?? [];
		expect({ notes: count(read, 'Note'), tables: count(read, 'Table') }).toEqual({ notes, tables });
		const plain = spawnSync('pandoc', [path(name, layout), '-t', 'plain', '-s', '--wrap=none'], {
			maxBuffer: 1e9,
		}).stdout.toString();
		const letters = plain.replace(/[^\p{L}\p{N}]/gu, '');
		const lines = written.get(`${name}-${layout}`)?.lines ?? [];
		expect(wordsOf(lines).filter(word => !letters.includes(word))).toEqual([]);
	});
});

test.each(cases)('%s, %s: our import reads every paragraph back', async (name, layout) => {
	const { bytes, lines = [] } = written.get(`${name}-${layout}`) ?? {};
	if (!bytes || lines.join('').trim() === '') return;
	const { documents } = await readFileWith(createDocumentReaders({}), bytes, `${name}.docx`, defaultLimits);
	const read = documents.flatMap(one => [
		one.source.title ?? '',
		...one.paragraphs,
		...one.dropped.map(({ text }) => text),
	]);
	const letters = read.join('\n').replace(/[^\p{L}\p{N}]/gu, '');
	const shown = lines.filter(line => !/^\d*$/.test(line.trim()));
	expect(wordsOf(shown).filter(word => !letters.includes(word))).toEqual([]);
});

test('nothing in any of them leads out of the file but links', () => {
	for (const [name, layout] of cases) {
		const word = written.get(`${name}-${layout}`);
		const outside = word?.names
			.filter(part => part.endsWith('.rels'))
			.flatMap(part =>
				[...word.part(part).matchAll(/Target="([^"]*)" TargetMode="External"/g)].map(([, target]) => target),
			);
		expect(outside).toEqual([]);
	}
	expect(readFileSync(path('grid', 'official')).length).toBeGreaterThan(0);
});
