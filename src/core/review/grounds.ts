// What drafts are held against: authorities, recorded words, known wordings, built once for a corpus and shared by its reviewers.
// Knows nothing of findings.

import type { Corpus } from '../corpus/corpus';
import { compact } from '../text/compact';
import { fold } from '../text/fold';
import { Alike } from './alike';
import { Authority } from './authority';
import type { Block } from './blocks';
import { Echoes } from './echoes';
import { Forms } from './forms';
import { Near } from './near';

/** Drafts that are the text of a source need a ground of their own; so many are kept. */
const mostKnown = 3;
/** The title of a text stands among its first paragraphs, also where a page's frame comes before it. */
const headBlocks = 80;
const longestTitle = 80;

export class Ground {
	private known: readonly Grounds[] = [];
	private titles: readonly string[] | undefined;

	constructor(private readonly corpus: Corpus) {}

	/** What the draft is held against: everything but the draft itself, should it be the text of a source. */
	of(blocks: readonly Block[], draft: string): Grounds {
		const title = /^\uFEFF?---[ \t]*\r?\n(?:[^\n]*\n){0,40}?title:[ \t]*["']?([^\r\n]*?)["']?[ \t]*\r?\n/.exec(draft.slice(0, 5000))?.[1];
		const lines = blocks.slice(0, headBlocks).map(block => block.text).filter(text => text.length <= longestTitle);
		const heads = new Set([...lines, title ?? ''].map(lettersOf));
		heads.delete('');
		this.titles ??= this.corpus.sources.map(source => lettersOf(source.title));
		const { titles } = this;
		const own = this.corpus.sources.filter((_, at) => heads.has(titles[at]!)).map(source => source.id).join();
		let grounds = this.known.find(one => one.own === own);
		if (!grounds) {
			const authority = new Authority(this.corpus, new Set(own.split(',')));
			const names = [...new Set(this.corpus.citations.flatMap(one => one.speaker ?? []))];
			const set = [...this.corpus.formulations.map(one => one.text), ...this.corpus.terms.flatMap(one => [one.term, ...one.aliases ?? []])];
			grounds = { own, authority, echoes: new Echoes(this.corpus, authority), names, phrases: new Set(set.map(lettersOf)), wording: wordingOf(this.corpus, authority) };
		}
		// The one used last comes first: drafts that are sources themselves are few.
		this.known = [grounds, ...this.known.filter(one => one !== grounds)].slice(0, mostKnown);
		return grounds;
	}
}

/** What drafts are held against, without the sources that are the draft itself (their ids joined). */
export interface Grounds {
	readonly own: string;
	readonly authority: Authority;
	readonly echoes: Echoes;
	readonly names: readonly string[];
	/** Terms and formulations, letters only. */
	readonly phrases: ReadonlySet<string>;
	readonly wording: () => Wording;
}

/** What is known of wordings. */
export interface Wording {
	readonly forms: Forms;
	readonly near: Near;
}

/** What is known of wordings, made when it is first asked for. */
function wordingOf(corpus: Corpus, authority: Authority): () => Wording {
	let made: Wording | undefined;
	return () => {
		if (!made) {
			const forms = new Forms(corpus);
			made = { forms, near: new Near(corpus, authority, new Alike(corpus.syllables), text => forms.isMadeOf(text)) };
		}
		return made;
	};
}

/** Letters and digits of a text, folded. */
export function lettersOf(text: string): string {
	return compact(fold(text)).text;
}
