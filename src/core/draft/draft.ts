// One version of a draft, parsed once: whoever asks about it takes the same lines, paragraphs, notes and keys.

import { bibliographiesOf, type NamedBibliography } from './bibliographies';
import { blocksOf, type Block } from './blocks';
import { latexCitations, pandocCitations, type KeyCitation } from './clusters';
import { withCarried } from './carriedQuotes';
import { conventionsOf, type Conventions } from './conventions';
import { isTex, type DraftLanguage } from './language';
import type { TextLine } from './lines';
import { maskDraft, type MaskedDraft } from './mask';
import { noteDefinitions, noteReferences, type NoteDefinition, type NoteReference } from './notes';
import { withoutNumbers } from './referenceList';
import { countWords, readText, type WordCount } from './words/wordCount';

/**
 * A version of a draft. Immutable; each part is made when it is first asked for and kept as long as the draft is, so
 * that asking again costs nothing. Offsets are UTF-16 code units of `text`, half-open.
 */
export class Draft implements MaskedDraft {
	private readonly parts = new Map<(draft: Draft) => unknown, unknown>();

	constructor(
		readonly text: string,
		readonly language: DraftLanguage,
	) {}

	/**
	 * What a function reads off this draft; it is called once for the draft. The way for other rooms to keep something
	 * with a version of a draft; `read` must be the same function each time and depend on nothing but the draft.
	 */
	part<T>(read: (draft: Draft) => T): T {
		if (!this.parts.has(read)) this.parts.set(read, read(this));
		return this.parts.get(read) as T;
	}

	/** Its lines without their ends; there is at least one. */
	get lines(): readonly TextLine[] {
		return this.part(maskOf).lines;
	}

	/** As long as the text; what cannot hold a citation is `blank`, line ends stay. */
	get masked(): string {
		return this.part(maskOf).masked;
	}

	/** For each line that is blanked altogether, why: code, a formula, front matter, a comment. */
	get closed(): MaskedDraft['closed'] {
		return this.part(maskOf).closed;
	}

	/** Its paragraphs, in order. */
	get blocks(): readonly Block[] {
		return this.part(blocksIn);
	}

	/** Its footnote definitions, in order; only Markdown has any. */
	get definitions(): readonly NoteDefinition[] {
		return this.part(definitionsIn);
	}

	/** Where footnotes are referred to, in order; labels of definitions are none. */
	get references(): readonly NoteReference[] {
		return this.part(referencesIn);
	}

	/** Its citations by key, in order; plain text has none. */
	get citations(): readonly KeyCitation[] {
		return this.part(citationsIn);
	}

	/** Width of its marks, shape of its quotation marks, its line ends. */
	get conventions(): Conventions {
		return this.part(conventionsIn);
	}

	/** 字数 of it, or of a stretch, as Word counts. */
	wordCount(start?: number, end?: number): WordCount {
		return countWords(this.part(readTextIn).slice(start, end));
	}

	/** The libraries it names. */
	get bibliographies(): readonly NamedBibliography[] {
		return this.part(bibliographiesIn);
	}
}

const maskOf = ({ text, language }: Draft): MaskedDraft => maskDraft(text, language);
const readTextIn = (draft: Draft): string => readText(draft);
const blocksIn = (draft: Draft): readonly Block[] =>
	withCarried(withoutNumbers(blocksOf(draft, draft.language), draft));
const conventionsIn = ({ text }: Draft): Conventions => conventionsOf(text);

function definitionsIn(draft: Draft): readonly NoteDefinition[] {
	if (draft.language !== 'markdown') return [];
	return noteDefinitions(draft);
}

function referencesIn(draft: Draft): readonly NoteReference[] {
	if (draft.language !== 'markdown') return [];
	return noteReferences(draft, draft.definitions);
}

function citationsIn(draft: Draft): readonly KeyCitation[] {
	if (draft.language === 'markdown') return pandocCitations(draft);
	if (isTex(draft.language)) return latexCitations(draft);
	return [];
}

function bibliographiesIn({ lines, language }: Draft): readonly NamedBibliography[] {
	return bibliographiesOf({ count: lines.length, line: at => lines[at]?.text ?? '' }, language);
}
