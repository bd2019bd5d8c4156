// Starts the thread that reads documents, in the browser.
import type { LogOutputChannel, Uri } from 'vscode';
import type { Answered, Asked, ImportPort } from '../../workers/import/protocol';
import { startScript } from '../base/scriptThread';

/** A thread of the extension at `extension`. */
export async function startImporter(extension: Uri, log: LogOutputChannel): Promise<ImportPort> {
	const port = await startScript<Asked, Answered>(
		extension,
		{
			entry: 'main.importWeb.js',
			parts: ['main.import.js', 'main.packs.js', 'main.characters.js'],
			globals: { policyWritingMaps: 'cmaps.json' },
			name: 'import',
		},
		log,
	);
	return { ...port, paths: false };
}
