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

/** Many objects made one by one, and many made by one call that nothing interrupts. */
const files = {
	'elements.html': () => '<p>字</p>'.repeat(390_000),
	'lists.json': () => '['.repeat(5_000_000) + ']'.repeat(5_000_000),
} as const;

export const importThreadTests = Object.entries(files).map(
	([name, text]) =>
		[
			`a file that wants more memory than the thread that reads may have ends the thread, not the editor: ${name}`,
			async (note: (line: string) => void) => {
				const folder = vscode.extensions.getExtension('policy-writing.policy-writing')?.extensionPath ?? '';
				const work = mkdtempSync(join(tmpdir(), 'policy-writing-memory-'));
				let started = 0;
				const client = new ImportClient(
					() => {
						started++;
						return Promise.resolve(startImporter(folder, memory));
					},
					() => Promise.resolve(),
				);
				try {
					writeFileSync(join(work, name), text());
					writeFileSync(join(work, 'small.txt'), '题目\n\n第一段话。\n\n第二段话。\n');
					const before = process.memoryUsage.rss();
					const large = await client.ask({ type: 'read', file: { name, path: join(work, name) } }, patience);
					assert.equal('none' in large ? large.none : 'an answer', 'failed');
					assert.match('none' in large ? large.why : '', /memory/);
					note(
						`${'none' in large ? large.why : ''}; the host has ${String(Math.round((process.memoryUsage.rss() - before) / 1_048_576))} MB more`,
					);
					// The host works on: the next file is read by another thread, and commands answer.
					const small = await client.ask(
						{ type: 'read', file: { name: 'small.txt', path: join(work, 'small.txt') } },
						patience,
					);
					assert.equal('value' in small ? small.value.documents.length : small.why, 1);
					assert.equal(started, 2);
					assert.ok((await vscode.commands.getCommands()).length > 100);
				} finally {
					client.end();
					rmSync(work, { recursive: true, force: true });
				}
			},
		] as const,
);
