// Entry on the desktop and on servers: files are read with Node, and the libraries for YAML and pinyin are a file of their own.
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { activate as activateWith } from './editor/activate';
import type { CompiledPack } from './core/service';

export function activate(context: ExtensionContext): void {
	activateWith(context, {
		shipped: async uri => JSON.parse(await readFile(join(uri.fsPath, 'dist', 'corpus.json'), 'utf8')) as CompiledPack,
		tools: async () => (await import('./main.packs')).createPackTools(),
		home: homedir(),
	});
}
