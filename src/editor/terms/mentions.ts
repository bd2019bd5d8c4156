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
	private readonly knownToAll = new Map<string, Promise<DocumentMention | undefined>>();
	private readonly subscription: vscode.Disposable;

	constructor(
		private readonly documents: MyDocuments,
		private readonly log: vscode.LogOutputChannel,
	) {
		this.subscription = documents.onDidChange(() => {
			this.known.clear();
			this.knownToAll.clear();
		});
	}

	/**
	 * “Also used in 14 of your documents, first 2016-03-05”, as Markdown, with a link that lists the passages
	 * (`linked`). Nothing where none of them has it, there are none, or they take too long to say. Of a formulation
	 * with slots the fixed words are looked for.
	 */
	async line(text: string, linked: boolean, corpus: Corpus): Promise<string | undefined> {
		const words = text.replace(/\{[^{}]*\}/g, ' ').trim();
		const mention = await this.mentionOf(words, corpus.commonWords, linked);
		if (!mention || mention.documents === 0) return undefined;
		const said = mentionWords(mention);
		return linked
			? `${escaped(said)} · ${commandLink(vscode.l10n.t('Show them'), 'policyWriting.showPanel', words, 'documents')}`
			: escaped(said);
	}

	dispose(): void {
		this.subscription.dispose();
	}

	/** Of the group's documents, too, where they are asked (`all`) and answer in time. */
	private async mentionOf(words: string, common: string, all: boolean): Promise<DocumentMention | undefined> {
		const { documents } = this;
		const own = this.asked(this.known, words, () => documents.ask(engine => engine.mention(words, { common })));
		const both =
			all && documents.group
				? this.asked(this.knownToAll, words, () => documents.askAll(library => library.mention(words, { common })))
				: own;
		const [small, large] = await Promise.all([own, both].map(one => doneWithin(one, patience, undefined)));
		return large ?? small;
	}

	private asked(
		answers: Map<string, Promise<DocumentMention | undefined>>,
		words: string,
		ask: () => Promise<DocumentMention | undefined>,
	): Promise<DocumentMention | undefined> {
		const known = answers.get(words);
		if (known) return known;
		if (answers.size >= mentionLimit) answers.clear();
		const asked: Promise<DocumentMention | undefined> = ask().catch((error: unknown) => {
			this.log.warn('my documents: mention', error instanceof Error ? error : String(error));
			return undefined;
		});
		answers.set(words, asked);
		// That there is nothing to ask yet is no answer.
		void asked.then(mention => mention === undefined && answers.get(words) === asked && answers.delete(words));
		return asked;
	}
}

function mentionWords({ documents, group = 0, first }: DocumentMention): string {
	const t = vscode.l10n.t;
	const own = documents - group;
	const said = [
		...(own > 0 ? [t('Also used in {0} of your documents', own)] : []),
		...(group > 0 ? [t('{0} of the group’s documents use it', group)] : []),
		...(first?.date === undefined ? [] : [t('first {0}', dateText(first.date))]),
	];
	return said.join(t(', '));
}
