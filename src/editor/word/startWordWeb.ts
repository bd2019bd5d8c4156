// Starts the thread that writes Word files, in the browser.
import type { LogOutputChannel, Uri } from 'vscode';
import type { WordPort } from '../../workers/word/protocol';
import { startScript } from '../base/scriptThread';

/** A thread of the extension at `extension`. */
export async function startWord(extension: Uri, log: LogOutputChannel): Promise<WordPort> {
	return startScript(extension, { entry: 'main.wordWeb.js', parts: ['main.word.js'], name: 'Word' }, log);
}
