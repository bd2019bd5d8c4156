// Starts the thread that writes Word files, in the browser.
import type { LogOutputChannel, Uri } from 'vscode';
import type { WordPort } from '../../workers/word/protocol';
import { startScript } from '../base/scriptThread';

/** A thread of the extension at `extension`. */
export async function startWord(extension: Uri, log: LogOutputChannel): Promise<WordPort> {
	// What answers folds characters by a table of its own file.
	const parts = ['main.word.js', 'main.core.js', 'main.characters.js'];
	return startScript(extension, { entry: 'main.wordWeb.js', parts, name: 'Word' }, log);
}
