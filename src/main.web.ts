// Entry in the browser: one file, since its extension host loads no other; what is heavy in it is set up only when it is asked for.
import { Uri, workspace, type ExtensionContext } from 'vscode';
import { activate as activateWith } from './editor/activate';
import type { CompiledPack } from './core/service';
import { startImporter } from './main.webImport';

export function activate(context: ExtensionContext): void {
	activateWith(context, {
		shipped: async uri => JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(uri, 'dist', 'corpus.json')))) as CompiledPack,
		tools: async () => (await import('./main.packs')).createPackTools(),
		libraries: async () => (await import('./main.packs')).createLibraryTools(),
		documents: () => import('./main.documents'),
		importer: startImporter,
	});
}
