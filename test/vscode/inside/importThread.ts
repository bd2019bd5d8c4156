// The thread that reads documents, in the extension host itself: what wants more memory than the thread may have ends
// that, and nothing else.
import * as assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { ImportClient } from '../../../src/workers/import/client';
import { startImporter } from '../../../src/workers/import/startNode';

/** Megabytes: the limit of the product is this one with another number, and no file that is accepted reaches it. */
const memory = 64;
const patience = 80_000;

const work = () => mkdtempSync(join(tmpdir(), 'policy-writing-memory-'));

/** A client of threads with little memory, and how many were started. */
function clientOf(): { readonly client: ImportClient; readonly started: () => number } {
	const folder = vscode.extensions.getExtension('policy-writing.policy-writing')?.extensionPath ?? '';
	let started = 0;
	const start = () => {
		started++;
		return Promise.resolve(startImporter(folder, memory));
	};
	return { client: new ImportClient(start, () => Promise.resolve()), started: () => started };
}

async function read(client: ImportClient, folder: string, name: string, text: string) {
	writeFileSync(join(folder, name), text);
	return client.ask({ type: 'read', file: { name, path: join(folder, name) } }, patience);
}

export const importThreadTests: readonly (readonly [string, (note: (line: string) => void) => Promise<void>])[] = [
	[
		'a file that wants more memory than the thread that reads may have ends the thread, not the editor',
		async note => {
			const folder = work();
			const { client, started } = clientOf();
			try {
				const large = await read(client, folder, 'elements.html', '<p>字</p>'.repeat(390_000));
				assert.equal('none' in large ? large.none : 'an answer', 'failed');
				assert.match('none' in large ? large.why : '', /memory/);
				note('none' in large ? large.why : '');
				// The host works on: the next file is read by another thread, and commands answer.
				const small = await read(client, folder, 'small.txt', '题目\n\n第一段话。\n\n第二段话。\n');
				assert.equal('value' in small ? small.value.documents.length : small.why, 1);
				assert.equal(started(), 2);
				assert.ok((await vscode.commands.getCommands()).length > 100);
			} finally {
				client.end();
				rmSync(folder, { recursive: true, force: true });
			}
		},
	],
	[
		'lists that one call would make without end are refused: that would end the editor too',
		async () => {
			const folder = work();
			const { client, started } = clientOf();
			try {
				const deep = await read(client, folder, 'lists.json', '['.repeat(5_000_000) + ']'.repeat(5_000_000));
				assert.deepEqual(
					'value' in deep ? deep.value.problems.map(({ code, data }) => [code, data.reason]) : deep.why,
					[['import.entry', 'large']],
				);
				assert.equal(started(), 1);
			} finally {
				client.end();
				rmSync(folder, { recursive: true, force: true });
			}
		},
	],
];
