// What reads YAML is loaded when there is a pack of a person's own, and not before; how soon a change on the disk is in use.
// Must not drive a window.
import * as assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { Module } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';

/** Whether the file with the YAML, schema and pinyin libraries is in memory. */
const loaded = () =>
	Object.keys((Module as unknown as { _cache: Record<string, unknown> })._cache).some(path =>
		path.endsWith('main.packs.js'),
	);

async function offered(document: vscode.TextDocument): Promise<readonly string[]> {
	const list = await vscode.commands.executeCommand<vscode.CompletionList>(
		'vscode.executeCompletionItemProvider',
		document.uri,
		new vscode.Position(0, document.lineAt(0).text.length),
	);
	return list.items.map(item => (typeof item.label === 'string' ? item.label : item.label.label));
}

/** Milliseconds until a term is offered after `change`. */
async function until(document: vscode.TextDocument, term: string, change: () => void): Promise<number> {
	const start = performance.now();
	change();
	while (!(await offered(document)).includes(term))
		assert.ok(performance.now() - start < 20_000, `${term} is not offered`);
	return performance.now() - start;
}

export const packTests: readonly (readonly [name: string, run: (note: (line: string) => void) => Promise<void>])[] = [
	[
		'a pack of one’s own is in use soon after a change on the disk; what reads it is loaded only then',
		async note => {
			const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
			assert.ok(folder);
			const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '发展青稞' });
			assert.deepEqual(
				(await offered(document)).filter(label => label.startsWith('青稞')),
				[],
			);
			assert.equal(loaded(), false, 'main.packs.js is loaded although there is no pack');
			const write = (name: string, text: string) => {
				mkdirSync(join(folder, 'policy-corpus/terms'), { recursive: true });
				writeFileSync(join(folder, 'policy-corpus/terms', name), text);
			};
			const first = await until(document, '青稞创富', () =>
				write('mine.yaml', '- id: qingke-chuangfu\n  term: 青稞创富\n'),
			);
			assert.ok(loaded());
			const times: number[] = [];
			for (let i = 0; i < 5; i++)
				times.push(
					await until(document, `青稞工程${'一二三四五'[i]}`, () =>
						write('more.yaml', `- id: qingke-${i}\n  term: 青稞工程${'一二三四五'[i]}\n`),
					),
				);
			note(
				`a new pack in use after ${first.toFixed(0)} ms (the libraries are loaded); changes after ${times.map(time => time.toFixed(0)).join(', ')} ms`,
			);
			assert.ok(Math.min(...times) < 1000, 'no change was in use within a second');
		},
	],
];
