// In how many of the person's own documents something is written: a line for a hover, soon or not at all.
import * as vscode from 'vscode';
import type { Corpus, DocumentMention } from '../../core/service';
import { commandLink, escaped } from '../base/markdown';
import { dateText } from '../base/hitRows';
import { doneWithin } from '../base/doneWithin';
import type { MyDocuments } from '../documentIndex/documentIndex';

/** Milliseconds that whoever rests the mouse may wait for it; the answer that comes later is there the next time. */
const patience = 150;
/** Answers that are kept until the documents change. */
const mentionLimit = 500;

/** Asks each thing once as long as the documents are the same. */
export class Mentions implements vscode.Disposable {
	private readonly known = new Map<string, Promise<DocumentMention | undefined>>();
	private readonly subscription: vscode.Disposable;

	constructor(
		private readonly documents: MyDocuments,
		private readonly log: vscode.LogOutputChannel,
	) {
		this.subscription = documents.onDidChange(() => this.known.clear());
	}

	/**
	 * “Also used in 14 of your documents, first 2016-03-05”, as Markdown, with a link that lists the passages
	 * (`linked`). Nothing where none of them has it, there are none, or they take too long to say. Of a formulation
	 * with slots the fixed words are looked for.
	 */
	async line(text: string, linked: boolean, corpus: Corpus): Promise<string | undefined> {
		const words = text.replace(/\{[^{}]*\}/g, ' ').trim();
		const mention = await doneWithin(this.mention(words, corpus.commonWords), patience, undefined);
		if (!mention || mention.documents === 0) return undefined;
		const { documents, first } = mention;
		const said =
			first?.date === undefined
				? vscode.l10n.t('Also used in {0} of your documents', documents)
				: vscode.l10n.t('Also used in {0} of your documents, first {1}', documents, dateText(first.date));
		return linked
			? `${escaped(said)} · ${commandLink(vscode.l10n.t('Show them'), 'policyWriting.showPanel', words, 'documents')}`
			: escaped(said);
	}

	dispose(): void {
		this.subscription.dispose();
	}

	private mention(words: string, common: string): Promise<DocumentMention | undefined> {
		const known = this.known.get(words);
		if (known) return known;
		if (this.known.size >= mentionLimit) this.known.clear();
		const asked: Promise<DocumentMention | undefined> = this.documents
			.ask(engine => engine.mention(words, { common }))
			.catch((error: unknown) => {
				this.log.warn('my documents: mention', error instanceof Error ? error : String(error));
				return undefined;
			});
		this.known.set(words, asked);
		// That there is nothing to ask yet is no answer.
		void asked.then(mention => mention === undefined && this.known.get(words) === asked && this.known.delete(words));
		return asked;
	}
}
