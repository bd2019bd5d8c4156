// Entry on the desktop and on servers: files are read with Node, and the libraries for YAML and pinyin are a file of
// their own.
import { watch, type Stats } from 'node:fs';
import { open, readFile, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Uri, workspace, type ExtensionContext } from 'vscode';
import { activate as activateWith, type Api } from '../editor/activate';
import { withHome } from '../app/homeFolder';
import type { CompiledPack } from '../core/service';
import type { EntryKind } from '../app/ports';
import { startImporter } from '../workers/import/startNode';
import { startIndex } from '../workers/index/start';
import { startWord } from '../workers/word/startNode';

export function activate(context: ExtensionContext): Api {
	return activateWith(context, {
		shipped: async uri => JSON.parse(await readFile(join(uri.fsPath, 'dist', 'corpus.json'), 'utf8')) as CompiledPack,
		core: () => import('./main.core'),
		tools: async () => (await import('./main.packs')).createPackTools(),
		libraries: async () => (await import('./main.packs')).createLibraryTools(),
		documents: () => import('./main.documents'),
		drafting: () => import('./main.drafting'),
		assistants: () => import('./main.assistants'),
		group: () => import('./main.group'),
		connection: () => import('./main.library'),
		authority: async path => (await import('./main.tls')).fetchWithAuthority(withHome(path, homedir())),
		node: process.execPath,
		importer: async uri => startImporter(uri.fsPath),
		word: async uri => startWord(uri.fsPath),
		lock: async (path, program) => (await import('./main.disk')).takeLock(path, program),
		startIndex: ({ extension, folder }) => startIndex(join(extension.fsPath, 'dist', 'main.index.js'), folder.fsPath),
		disk: {
			stat: async path => {
				const found = await stat(path);
				const { size, mtime } = found;
				return { kind: kindOf(found), size, modified: mtime.getTime() };
			},
			read: path => readFile(path),
			head: (uri, bytes) =>
				uri.scheme === 'file' ? readHead(uri.fsPath, bytes) : Promise.resolve(workspace.fs.readFile(uri)),
			real: async uri => (uri.scheme === 'file' ? Uri.file(await realpath(uri.fsPath)) : undefined),
			replace: async (from, to) => (await import('./main.disk')).moveOver(from.fsPath, to.fsPath),
			home: homedir(),
		},
		watch: process.platform === 'linux' ? watchFolder : undefined,
	});
}

function kindOf(found: Stats): EntryKind {
	if (found.isFile()) return 'file';
	return found.isDirectory() ? 'folder' : 'other';
}

/** The first bytes of a file. */
async function readHead(path: string, bytes: number): Promise<Uint8Array> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(new Uint8Array(bytes), 0, bytes, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}

/**
 * Tells the names of files that change directly in a folder. Only on Linux: there the editor's own watcher loses
 * folders that are made one
 * in the other at once; elsewhere it does not, and a watched folder could not be renamed on Windows.
 */
function watchFolder(path: string, onChange: (name: string | null) => void): { dispose(): void } {
	const watcher = watch(path, { persistent: false }, (_, name) => onChange(name));
	watcher.on('error', () => watcher.close());
	return { dispose: () => watcher.close() };
}
