// One export: what is wanted is asked, the file written in a thread, saved, and told of.
import * as vscode from 'vscode';
import { wordFile, type WordFile, type WordWishes } from '../../app/word/wordFile';
import type { WordClient } from '../../workers/word/client';
import { listOptions } from '../base/citeOptions';
import { chooseLayout, chooseStyle } from './choices';
import { inThread } from './inThread';
import { askPlace, saveWord } from './save';
import { chooseTemplate, readTemplate, templateSet } from './template';
import { tellExported } from './tell';
import type { WordContext } from './wordContext';

/** Exports a draft; whatever is left unanswered leaves everything as it was. */
export async function exportToWord(context: WordContext, document: vscode.TextDocument): Promise<void> {
	const form = await chooseForm(context, document);
	if (!form || !(await context.mayExport(document, form.layout === 'official' && !form.template))) return;
	const style = await styleFor(context, document);
	const uri = style && (await askPlace(document));
	if (!uri) return;
	const { host, files } = context;
	const options = listOptions(host.settings());
	const wishes = { ...form, style, options, ...placesOf(document) };
	const file = await inThread(context.start, vscode.l10n.t('Writing the Word file'), client =>
		write(context, client, document, wishes),
	);
	const saved = file && (await saveWord(files, document, uri, file.bytes));
	if (saved) tellExported(document, saved, file);
}

/** The layout, and the template whose page and styles are taken instead of ours; nothing when a question is left. */
async function chooseForm(
	{ host, files }: WordContext,
	document: vscode.TextDocument,
): Promise<Pick<WordWishes, 'layout' | 'template'> | undefined> {
	const settings = host.settings();
	const set = templateSet(files, settings, document);
	const chosen = await chooseLayout(set?.path.replace(/^.*\//, ''));
	if (chosen === undefined || chosen === 'official' || chosen === 'report') return chosen && { layout: chosen };
	const uri = chosen === 'template' ? set : await chooseTemplate();
	const template = uri && (await readTemplate(files, uri, settings.word.styles));
	return template && { layout: 'official', template };
}

/** How citations are written; not asked where there are none. */
async function styleFor(
	{ host }: WordContext,
	document: vscode.TextDocument,
): Promise<WordWishes['style'] | undefined> {
	const service = await host.service();
	const draft = host.drafts.parse(document, service);
	if (!service.citing.citesAny(draft)) return 'footnote';
	return chooseStyle();
}

/** Where the draft is, and the folders that are open. */
function placesOf(document: vscode.TextDocument): Pick<WordWishes, 'folder' | 'roots'> {
	const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
	if (document.isUntitled) return { folder: roots[0], roots };
	const folder = vscode.Uri.joinPath(document.uri, '..').toString();
	if (vscode.workspace.getWorkspaceFolder(document.uri)) return { folder, roots };
	// A draft that is opened by itself has its own folder.
	return { folder, roots: [...roots, folder] };
}

async function write(
	{ host, files }: WordContext,
	client: WordClient,
	document: vscode.TextDocument,
	wishes: WordWishes,
): Promise<WordFile> {
	const service = await host.service();
	return wordFile(files, service.citing, client, host.drafts.parse(document, service), wishes);
}
