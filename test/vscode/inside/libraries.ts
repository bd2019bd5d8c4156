// Libraries of other programs in the extension host: named by a draft or the setting, in use soon after a change, ten thousand entries without a pause.
// Must not drive a window.
import * as assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';

type Test = readonly [name: string, run: (note: (line: string) => void) => Promise<void>];

const folder = () => vscode.workspace.workspaceFolders![0]!.uri.fsPath;
const uriOf = (name: string) => vscode.Uri.file(join(folder(), name));
const write = (name: string, text: string) => {
	mkdirSync(join(folder(), name, '..'), { recursive: true });
	writeFileSync(join(folder(), name), text);
};
const entry = (key: string, title: string) =>
	`@article{${key},\n  author = {张三 and 李四},\n  title = {${title}},\n  journal = {管理世界},\n  year = {2021}\n}\n`;

/** The titles offered at the end of a text. */
async function offered(document: vscode.TextDocument): Promise<readonly string[]> {
	const list = await vscode.commands.executeCommand<vscode.CompletionList>(
		'vscode.executeCompletionItemProvider',
		document.uri,
		document.lineAt(document.lineCount - 1).range.end,
	);
	return list.items.map(item => (typeof item.label === 'string' ? item.label : item.label.label));
}

/** Milliseconds until something holds. */
async function until(what: string, holds: () => Promise<boolean>): Promise<number> {
	const start = performance.now();
	while (!(await holds())) {
		assert.ok(performance.now() - start < 30_000, `never: ${what}`);
		await new Promise(resolve => setTimeout(resolve, 5));
	}
	return performance.now() - start;
}
const shows = (document: vscode.TextDocument, title: string, there = true) =>
	until(`${title} ${there ? 'offered' : 'gone'}`, async () => (await offered(document)).includes(title) === there);
const problems = (name: string) =>
	vscode.languages
		.getDiagnostics(uriOf(name))
		.map(one => [one.range.start.line + 1, String(one.code)] as const)
		.sort(([a], [b]) => a - b);

/** The most processor time the extension host spent without turning to anything else, from now on. */
function longestTurn(): () => number {
	let longest = 0;
	let running = true;
	let before = process.cpuUsage();
	const turn = () => {
		const { user, system } = process.cpuUsage(before);
		longest = Math.max(longest, (user + system) / 1000);
		before = process.cpuUsage();
		if (running) setTimeout(turn, 0);
	};
	setTimeout(turn, 0);
	return () => {
		running = false;
		return longest;
	};
}

export const libraryTests: readonly Test[] = [
	[
		'a library that a draft names is in use, its broken entries are told of, and changes are in use soon',
		async note => {
			write(
				'lib/refs.bib',
				`${entry('zhang2021', '青稞产业链研究')}@book{bad, title = {坏\n\n${entry('zhang2021', '重复的键')}${entry('a b', '键有空格')}`,
			);
			write('lib/draft.md', '---\ntitle: 题\nbibliography: [refs.bib, absent.bib, notes.docx]\n---\n\n正文见《青稞');
			const document = await vscode.workspace.openTextDocument(uriOf('lib/draft.md'));
			const first = await shows(document, '青稞产业链研究');
			assert.deepEqual(problems('lib/refs.bib'), [
				[7, 'library.syntax'],
				[9, 'key.duplicate'],
				[15, 'key.form'],
			]);
			await until(
				'the draft to tell of libraries that are not there',
				async () => problems('lib/draft.md').length === 2,
			);
			assert.deepEqual(problems('lib/draft.md'), [
				[3, 'library.missing'],
				[3, 'library.kind'],
			]);
			const times: number[] = [];
			for (const n of '一二三') {
				write('lib/refs.bib', entry('zhang2021', `青稞产业链研究之${n}`));
				times.push(await shows(document, `青稞产业链研究之${n}`));
			}
			assert.deepEqual(problems('lib/refs.bib'), []);
			write('lib/absent.bib', entry('li2022', '青稞与冰雪'));
			const appeared = await shows(document, '青稞与冰雪');
			assert.deepEqual(problems('lib/draft.md').length, 1);
			rmSync(join(folder(), 'lib/absent.bib'));
			await shows(document, '青稞与冰雪', false);
			note(
				`in use after ${first.toFixed(0)} ms; changes after ${times.map(time => time.toFixed(0)).join(', ')} ms; a library that appeared after ${appeared.toFixed(0)} ms`,
			);
			assert.ok(Math.min(...times) < 1000, 'no change was in use within a second');
		},
	],

	[
		'writing the name of a library into a draft is enough, and taking it out again',
		async () => {
			write('lib/other.json', JSON.stringify([{ id: 'wang2020', type: 'book', title: '青稞志' }]));
			const document = await vscode.workspace.openTextDocument(uriOf('lib/draft.md'));
			const edit = async (from: string, to: string) => {
				const at = document.getText().indexOf(from);
				const change = new vscode.WorkspaceEdit();
				change.replace(
					document.uri,
					new vscode.Range(document.positionAt(at), document.positionAt(at + from.length)),
					to,
				);
				assert.ok(at >= 0 && (await vscode.workspace.applyEdit(change)));
			};
			await edit('absent.bib', 'other.json');
			await shows(document, '青稞志');
			await edit('other.json', 'absent.bib');
			await shows(document, '青稞志', false);
		},
	],

	[
		'libraries of the setting, by name and by pattern; one that is a key twice counts once',
		async () => {
			write('refs/one.yaml', '- id: y1\n  type: book\n  title: 冰雪经济甲\n');
			write('refs/two.ris', 'TY  - BOOK\r\nID  - r1\r\nTI  - 冰雪经济乙\r\nER  - \r\n');
			write('refs/three.ris', 'TY  - BOOK\r\nID  - r1\r\nTI  - 冰雪经济丙\r\nER  - \r\n');
			const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '《冰雪经济' });
			const settings = vscode.workspace.getConfiguration('policyWriting');
			await settings.update('bibliographies', ['refs/one.yaml', 'refs/*.ris'], vscode.ConfigurationTarget.Workspace);
			try {
				await shows(document, '冰雪经济甲');
				await shows(document, '冰雪经济丙');
				assert.deepEqual(problems('refs/two.ris'), [[1, 'key.conflict']]);
				write('refs/four.ris', 'TY  - BOOK\r\nID  - r4\r\nTI  - 冰雪经济丁\r\nER  - \r\n');
				await shows(document, '冰雪经济丁');
			} finally {
				await settings.update('bibliographies', undefined, vscode.ConfigurationTarget.Workspace);
			}
			await shows(document, '冰雪经济甲', false);
		},
	],

	[
		'ten thousand entries are read without a noticeable pause',
		async note => {
			const document = await vscode.workspace.openTextDocument({
				language: 'markdown',
				content: '---\nbibliography: lib/big.bib\n---\n《青稞大库第9999',
			});
			const other = await vscode.workspace.openTextDocument({ language: 'markdown', content: '《青稞大库之' });
			const text = Array.from(
				{ length: 10_000 },
				(_, n) =>
					`@article{key${n},\n  author = {张三 and 李四 and {国务院发展研究中心} and Müller, J{\\"o}rg},\n  title = {青稞大库第${n}项：关于{GDP}与\\emph{长三角}的研究},\n  journal = {管理世界}, year = {${2000 + (n % 25)}}, number = {${n % 12}}, pages = {${n}--${n + 9}},\n  abstract = {${'本文研究了若干问题。'.repeat(20)}}\n}\n`,
			).join('');
			const used = process.cpuUsage();
			const first = longestTurn();
			write('lib/big.bib', text);
			const time = await shows(document, '青稞大库第9999项：关于GDP与长三角的研究');
			const longest = first();
			const { user, system } = process.cpuUsage(used);
			const second = longestTurn();
			write('lib/big.bib', `${text}${entry('last', '青稞大库之末')}`);
			const change = await shows(other, '青稞大库之末');
			note(
				`${(text.length / 1e6).toFixed(1)} million characters: in use after ${time.toFixed(0)} ms (${((user + system) / 1000).toFixed(0)} ms of processor, ${longest.toFixed(0)} ms at a stretch); one more entry after ${change.toFixed(0)} ms (${second().toFixed(0)} ms at a stretch)`,
			);
			assert.ok(longest < 150, `${longest.toFixed(0)} ms at a stretch`);
			rmSync(join(folder(), 'lib/big.bib'));
		},
	],

	[
		'a small pack is in use before a large library, and the library before many documents',
		async note => {
			write('lib/term.md', '发展冰川');
			write('lib/source.md', '见《冰川大库第9999');
			write('lib/document.md', '见《冰川文件第299');
			const [small, large, last] = await Promise.all(
				['lib/term.md', 'lib/source.md', 'lib/document.md'].map(name => vscode.workspace.openTextDocument(uriOf(name))),
			);
			assert.ok(small && large && last);
			const documents = Array.from({ length: 300 }, (_, n) => `policy-corpus/documents/bingchuan-${n}.md`);
			write(
				'lib/glacier.bib',
				Array.from({ length: 10_000 }, (_, n) => entry(`glacier${n}`, `冰川大库第${n}项`)).join(''),
			);
			for (const [n, name] of documents.entries())
				write(
					name,
					`---\nid: bingchuan-${n}\ntype: report\ntitle: 冰川文件第${n}号\n---\n\n${'冰川消融。'.repeat(200)}\n`,
				);
			write('policy-corpus/terms/glacier.yaml', '- { id: bingchuan-jingji, term: 冰川经济 }\n');
			const draft = await vscode.workspace.openTextDocument({
				language: 'markdown',
				content: '---\nbibliography: lib/glacier.bib\n---\n',
			});
			assert.ok(draft);
			const times = new Map<string, number>();
			const start = performance.now();
			const waiting = new Map([
				['冰川经济', small],
				['冰川大库第9999项', large],
				['冰川文件第299号', last],
			]);
			await until('all three', async () => {
				for (const [title, document] of waiting)
					if ((await offered(document)).includes(title)) {
						times.set(title, performance.now() - start);
						waiting.delete(title);
					}
				return waiting.size === 0;
			});
			note([...times].map(([title, time]) => `${title} after ${time.toFixed(0)} ms`).join(', '));
			assert.deepEqual([...times.keys()], ['冰川经济', '冰川大库第9999项', '冰川文件第299号']);
			rmSync(join(folder(), 'policy-corpus/terms/glacier.yaml'));
			rmSync(join(folder(), 'lib/glacier.bib'));
			for (const name of documents) rmSync(join(folder(), name));
		},
	],
];
