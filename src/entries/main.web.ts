// Entry in the browser: one file, since its extension host loads no other; what is heavy in it is set up only when it
// is asked for.
import { Uri, workspace, type ExtensionContext } from 'vscode';
import { activate as activateWith, type Api } from '../editor/activate';
import { LocalIndex, MemoryStore, type CompiledPack } from '../core/service';
import { startImporter } from '../editor/documents/startImportWeb';
import { startWord } from '../editor/word/startWordWeb';

/** Passages that are held in memory at most, where there is no disk for an index. */
const mostPassages = 100_000;

export function activate(context: ExtensionContext): Api {
	return activateWith(context, {
		shipped: async uri =>
			JSON.parse(
				new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(uri, 'dist', 'corpus.json'))),
			) as CompiledPack,
		core: () => import('./main.core'),
		tools: async () => (await import('./main.packs')).createPackTools(),
		libraries: async () => (await import('./main.packs')).createLibraryTools(),
		documents: () => import('./main.documents'),
		drafting: () => import('./main.drafting'),
		assistants: () => import('./main.assistants'),
		group: () => import('./main.group'),
		connection: () => import('./main.library'),
		importer: startImporter,
		word: startWord,
		startIndex: ({ list }) =>
			new LocalIndex({
				store: new MemoryStore(),
				list,
				mostPassages,
				pause: () => new Promise(resolve => setTimeout(resolve, 0)),
			}),
	});
}
