// Makes a window that a file of tests has given back as good as a new one for drafts: other files in its folder, no editors, no settings of
// a person, nothing open. What was done is waited for by its signs.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Window } from './window';

/** Writes files into a folder. */
export function fill(folder: string, files: Readonly<Record<string, string>>): void {
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
}

/** What the driver itself has written into a workspace for its host, the same for all windows of a kind. */
const kept = '.vscode';

/** Whether a folder, or what is to be in one, is nothing but drafts: then the extension has read nothing that it would have to forget. */
export function holdsDrafts(names: readonly string[]): boolean {
	return names.every(name => name === kept || /^[^/.][^/]*\.(?:md|txt|tex)$/.test(name));
}

/** Everything VS Code shows beside the editors goes back to how a new window has it. */
const layout = [
	'workbench.action.closeQuickOpen',
	'notifications.clearAll',
	'workbench.action.closePanel',
	'workbench.action.closeAuxiliaryBar',
	'workbench.action.editorLayoutSingle',
	'workbench.view.explorer',
];

let marks = 0;

/** Writes a file, and waits until the window has heard of it: then it has heard of all that happened in the folder before. */
async function heard(window: Window): Promise<void> {
	const mark = `.heard-${process.pid}-${++marks}`;
	writeFileSync(join(window.folder, mark), '');
	await window.heard(mark);
	rmSync(join(window.folder, mark));
}

/** Clears the window, and makes it one on these files. */
export async function clear(
	window: Window,
	files: Readonly<Record<string, string>>,
	size: { readonly width: number; readonly height: number },
): Promise<void> {
	const { folder, page } = window;
	await page.setViewportSize(size);
	await window.escape();
	await window.closeEditors();
	for (const id of layout) await window.command(id);
	// First away, then written: of a file that is only written VS Code remembers how it was looked at.
	for (const name of readdirSync(folder)) if (name !== kept) rmSync(join(folder, name), { recursive: true });
	await heard(window);
	fill(folder, files);
	await heard(window);
	await window.unset();
	await window.forgetMessages();
}

/** What VS Code takes the drafts of a new window for, by the ends of their names. */
const languages = { md: 'markdown', txt: 'plaintext', tex: 'latex' } as const;

/**
 * Throws where a draft that was just opened is not looked at as a new one would be: on a busy machine VS Code may still hold the file of that
 * name which the file of tests before had made one of code, say.
 */
export async function looksNew(window: Window, name: string): Promise<void> {
	const { language } = await window.state();
	const wanted = Object.entries(languages).find(([end]) => name.endsWith(`.${end}`))?.[1];
	if (wanted && wanted !== language) throw new Error(`${name} is still taken for ${language}`);
}
