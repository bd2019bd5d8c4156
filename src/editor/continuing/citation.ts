// The next step after words of a recorded quotation, or of a document the draft cites, were taken: their citation.
import * as vscode from 'vscode';
import type { Corpus } from '../../core/service';
import type { Continued } from '../../app/drafting/continuations';
import { isDraft } from '../base/draftDocuments';
import type { Host } from '../base/host';
import { cites } from './place';

const t = vscode.l10n.t;

/** So many letters taken over are a quotation. */
const least = 13;
/** Places of a continuation that are looked at. */
const placesRead = 5;

/** Grey text that was taken, and where it stands. */
export class Taken {
	constructor(
		readonly text: string,
		readonly places: Continued['places'],
	) {}
}

/** Offers the citation of what the words before the cursor are taken from. */
export async function offerCitation(host: Host, { text, places }: Taken): Promise<void> {
	const editor = vscode.window.activeTextEditor;
	if (!editor || !isDraft(editor.document)) return;
	const { corpus } = await host.service();
	const { active } = editor.selection;
	const before = editor.document.lineAt(active.line).text.slice(0, active.character);
	const words = before.slice(-Math.max(least, text.length));
	if (words.length < least) return;
	const line =
		recordedLine(corpus, words) ?? (await documentLine(host.documents, words, places, editor.document.getText()));
	if (line === undefined) return;
	const cite = t('Cite it');
	if ((await vscode.window.showInformationMessage(line, cite)) === cite)
		await vscode.commands.executeCommand('policyWriting.searchCitations', words.slice(0, least));
}

function recordedLine(corpus: Corpus, words: string): string | undefined {
	const citation = corpus.citations.find(({ kind, text }) => kind === 'quotation' && text.includes(words));
	return citation && t('These are recorded words: “{0}”', citation.text);
}

/** Words of a document that the draft does not cite are how the person writes. */
async function documentLine(
	documents: Host['documents'],
	words: string,
	places: Continued['places'],
	draft: string,
): Promise<string | undefined> {
	for (const { draft: isDraftPlace, document, source, title, paragraph } of places.slice(0, placesRead)) {
		if (isDraftPlace || !cites(draft, source)) continue;
		const read = await documents.ask(engine => engine.paragraphs(document, paragraph, paragraph));
		if (read?.[0]?.includes(words))
			return t('These are words of “{0}”, paragraph {1}, which you cite.', title, paragraph);
	}
	return undefined;
}
