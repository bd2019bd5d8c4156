// What drafts are held against: authorities, recorded words, known wordings, built once for a corpus and shared by
// its reviewers.

import type { Corpus } from '../corpus/corpus';
import { Confusables } from '../text/confusables';
import { ReferenceTexts } from './compare/referenceTexts';
import type { Block } from '../draft/blocks';
import type { Draft } from '../draft/draft';
import { RepeatedQuotations } from './recordedWords';
import { Forms } from './forms';
import { NormalizedTexts, normalizedText } from './compare/comparedText';
import { NearMisses } from './nearMisses';
import { finished, Shared, type Steps } from './steps';

/** Drafts that are the text of a source need a reference set of their own; so many are kept. */
const mostKnown = 3;
/** The title of a text stands among its first paragraphs, also where a page's frame comes before it. */
const headBlocks = 80;
const longestTitle = 80;
/** So many titles or wordings are folded in a step. */
const atOnce = 2000;

export class ReferenceSets {
	private known: readonly { readonly own: string; readonly set: Shared<ReferenceSet> }[] = [];
	private readonly titles = new Shared(() => this.foldTitles());

	/**
	 * `letters` may be shared with the reference sets of other corpora: of two that share documents the second is built
	 * sooner.
	 */
	constructor(
		private readonly corpus: Corpus,
		private readonly letters = new NormalizedTexts(),
	) {}

	/** What the draft is held against, at once; see {@link steps}. */
	of(draft: Draft): ReferenceSet {
		return finished(this.steps(draft));
	}

	/**
	 * What the draft is held against: everything but the draft itself, should it be the text of a source. Built once,
	 * by all who ask together.
	 */
	*steps(draft: Draft): Steps<ReferenceSet> {
		const own = this.ownOf(draft, yield* this.titles.steps());
		const known = this.known.find(one => one.own === own) ?? { own, set: new Shared(() => this.build(own)) };
		// The one used last comes first: drafts that are sources themselves are few.
		this.known = [known, ...this.known.filter(one => one !== known)].slice(0, mostKnown);
		return yield* known.set.steps();
	}

	/**
	 * Ids of the sources whose text a draft is, joined: by its title, or by the id in its front matter as documents of
	 * a pack have it.
	 */
	private ownOf({ blocks, text }: Draft, titles: readonly string[]): string {
		const head =
			/^\uFEFF?---[ \t]*\r?\n([^]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text.slice(0, 20_000))?.[1] ?? '';
		const field = (name: string) =>
			new RegExp(`^${name}:[ \\t]*(["']?)(.*?)\\1[ \\t]*\\r?$`, 'm').exec(head)?.[2] ?? '';
		const lines = blocks
			.slice(0, headBlocks)
			.filter(mayBeTitle)
			.map(block => block.text);
		const heads = new Set([...lines, field('title')].map(normalizedText));
		heads.delete('');
		const ids = new Set(['id', 'extends'].flatMap(name => this.corpus.source(field(name))?.id ?? []));
		return this.corpus.sources
			.filter((source, at) => ids.has(source.id) || heads.has(titles[at] ?? ''))
			.map(source => source.id)
			.join();
	}

	private *foldTitles(): Steps<readonly string[]> {
		const titles: string[] = [];
		for (const { title } of this.corpus.sources) {
			titles.push(normalizedText(title));
			if (titles.length % atOnce === 0) yield;
		}
		return titles;
	}

	private *build(own: string): Steps<ReferenceSet> {
		const { corpus } = this;
		const authority = yield* ReferenceTexts.steps(corpus, new Set(own.split(',')), this.letters);
		const repeated = yield* RepeatedQuotations.steps(corpus, authority);
		const names = [...new Set(corpus.citations.flatMap(one => one.speaker ?? []))];
		const phrases = new Set<string>();
		for (const text of [
			...corpus.formulations.map(one => one.text),
			...corpus.terms.flatMap(one => [one.term, ...(one.aliases ?? [])]),
		]) {
			phrases.add(normalizedText(text));
			if (phrases.size % atOnce === 0) yield;
		}
		yield;
		return { own, authority, repeated, names, phrases, wording: wordingOf(corpus, authority) };
	}
}

/** Whether a paragraph may be the title of the draft: neither one in a quotation or a note, nor behind a dash. */
function mayBeTitle({ kind, text }: Block): boolean {
	if (text.length > longestTitle || kind === 'quote' || kind === 'note') return false;
	return !/^\s*(?:——|--|《)/.test(text);
}

/** What drafts are held against, without the sources that are the draft itself (their ids joined). */
export interface ReferenceSet {
	readonly own: string;
	readonly authority: ReferenceTexts;
	readonly repeated: RepeatedQuotations;
	readonly names: readonly string[];
	/** Terms and formulations, letters only. */
	readonly phrases: ReadonlySet<string>;
	readonly wording: () => Wording;
}

/** What is known of wordings. */
export interface Wording {
	readonly forms: Forms;
	readonly near: NearMisses;
}

/** What is known of wordings, made when it is first asked for. */
function wordingOf(corpus: Corpus, authority: ReferenceTexts): () => Wording {
	let made: Wording | undefined;
	return () => {
		if (!made) {
			const forms = new Forms(corpus);
			made = {
				forms,
				near: new NearMisses(corpus, authority, new Confusables(corpus.syllables), text => forms.isMadeOf(text)),
			};
		}
		return made;
	};
}
