// What can be done with a passage of the person's documents: cite it, copy it, open it where it stands, make a
// citation of it.
import * as vscode from 'vscode';
import { placeOf, type Cited, type Locator, type Source } from '../../core/service';
import type { Form, Passage } from '../../webviews/panel/protocol';
import { copyReference, gone } from './copy';
import type { DraftEditor } from '../base/draftEditor';
import type { Host } from '../base/host';
import { insert } from './insert';
import { sayBriefly } from '../base/say';

/** The passage as it reads; nothing when it is no longer there. */
async function textOf(host: Host, { document, paragraph }: Passage): Promise<string | undefined> {
	return (await host.documents.askAll(library => library.paragraphs(document, paragraph, paragraph)))?.[0];
}

/**
 * Inserts a passage as `insert` does a citation: its source with the paragraph, in the form `quotation` its words
 * before it. Answers what to tell the person.
 */
export async function insertPassage(host: Host, drafts: DraftEditor, passage: Passage, form?: Form): Promise<string> {
	const { source, locator } = await citedAs(host, passage);
	if (!source) return said(passage.library ? groupNotCitable() : notCitable());
	const chosen = form ?? host.settings().citation.form;
	if (chosen !== 'quotation') return insert(host, drafts, { source }, chosen, locator);
	const text = await textOf(host, passage);
	if (text === undefined) return said(gone());
	const what: Cited = {
		source,
		citation: { id: source.id, kind: 'quotation', text, source: source.id, paragraph: passage.paragraph },
	};
	return insert(host, drafts, what, chosen, locator);
}

/** The source of a passage, and what it is cited by there: its table, its pages, or its paragraph. */
async function citedAs(
	host: Host,
	{ library, source: id, document, paragraph }: Passage,
): Promise<{ readonly source: Source | undefined; readonly locator: Locator }> {
	const { corpus } = await host.service();
	const source = corpus.source(id);
	if (library) return { source: await groupSource(host, document, source), locator: { paragraph } };
	const loaded = corpus.documents.find(text => text.source === id);
	if (source && loaded) return { source, locator: placeOf(loaded.layout, paragraph) };
	// Of a document that no pack has loaded the file says what it is.
	const read = await host.documents.document(document);
	return { source: source ?? read?.source, locator: placeOf(read?.layout, paragraph) };
}

/** The source of a document of the group's; nothing where the person's packs have another one under its id. */
async function groupSource(host: Host, document: string, known: Source | undefined): Promise<Source | undefined> {
	const source = await host.documents.group?.source(document);
	if (!known) return source;
	return source && source.title !== known.title ? undefined : known;
}

/** Copies the words of a passage, or the reference of its source; answers what to tell the person. */
export async function copyPassage(host: Host, passage: Passage, what: 'words' | 'reference'): Promise<string> {
	if (what === 'reference') {
		if (!passage.library) return copyReference(host, passage.source);
		const source = await groupSource(host, passage.document, (await host.service()).corpus.source(passage.source));
		return source ? copyReference(host, source) : groupNotCitable();
	}
	const text = await textOf(host, passage);
	if (text === undefined) return gone();
	await vscode.env.clipboard.writeText(text);
	return vscode.l10n.t('Copied: {0}', text);
}

/** Opens the document at the paragraph; one that no pack has read (of very many) by its file. */
export async function openPassage(host: Host, passage: Passage): Promise<void> {
	const { group } = host.documents;
	if (passage.library) {
		const source = await group?.source(passage.document);
		return group?.open(passage.document, source?.title ?? passage.source, passage.paragraph);
	}
	const { corpus } = await host.service();
	if (corpus.documents.some(text => text.source === passage.source)) {
		await vscode.commands.executeCommand('policyWriting.openSource', passage.source, passage.paragraph);
		return;
	}
	const read = await host.documents.document(passage.document);
	if (!read) return void said(gone());
	const at = new vscode.Position((read.lines[passage.paragraph - 1] ?? 1) - 1, 0);
	await vscode.window.showTextDocument(read.uri, { preview: true, selection: new vscode.Range(at, at) });
}

/** Opens the form that makes a citation of a passage, filled in as far as the passage says it. */
export async function recordPassage(host: Host, passage: Passage): Promise<string> {
	if (passage.library && !(await host.service()).corpus.source(passage.source))
		return said(
			vscode.l10n.t(
				'This passage is the group’s, and none of your packs has its source: import the document into your pack to make citations of it.',
			),
		);
	const text = await textOf(host, passage);
	if (text === undefined) return gone();
	await vscode.commands.executeCommand('policyWriting.addCitation', {
		text,
		source: passage.source,
		paragraph: passage.paragraph,
	});
	return '';
}

function notCitable(): string {
	return vscode.l10n.t(
		'The source of this document is not loaded, so it cannot be cited yet: the pack has more documents than are read at once. You can open it and copy its words.',
	);
}

function groupNotCitable(): string {
	return vscode.l10n.t(
		'This passage of the group’s library cannot be cited: it says nothing of its source, cannot be asked just now, or one of your packs has another source under the same id.',
	);
}

function said(words: string): string {
	sayBriefly(words);
	return words;
}
