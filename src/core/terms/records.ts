// The terms and formulations of a corpus as completion knows them: how each is worded in either script, and its keys.
import type { Corpus } from '../corpus/corpus';
import { hasSlots, parts } from '../corpus/slots';
import type { TermEntry } from '../search/termHits';
import { scriptOf, toSimplified, type Script } from '../text/script';

/** A record in one script; nothing stands for what nobody knows how to write in it. */
export interface Wording {
	/** What is inserted. */
	readonly text: string | undefined;
	/** What is shown in the list, where it is not the text. */
	readonly label?: string | undefined;
	/** In the order of the record. */
	readonly aliases: readonly (string | undefined)[];
}

/** A term or formulation as completion knows it. */
export interface TermRecord extends Readonly<Record<Script, Wording>> {
	readonly kind: 'term' | 'formulation';
	readonly id: string;
	/** As the corpus has it. */
	readonly text: string;
	readonly aliases: readonly string[];
	readonly weight: number;
}

/** The records of a corpus, terms first, in its order; and of each what it is found by. */
export function recordsOf(corpus: Corpus): {
	readonly records: readonly TermRecord[];
	readonly entries: readonly TermEntry[];
} {
	const records: TermRecord[] = [];
	const entries: TermEntry[] = [];
	for (const { id, term, aliases = [], english } of corpus.terms) {
		const forms = [term, ...aliases];
		const keys = forms.map(form => corpus.pinyin(form));
		const weight = corpus.weight(id);
		records.push({
			kind: 'term',
			id,
			text: term,
			aliases,
			weight,
			simplified: { text: toSimplified(term), aliases: aliases.map(toSimplified) },
			traditional: {
				text: traditional(corpus, id, term),
				aliases: aliases.map(alias => traditional(corpus, alias, alias)),
			},
		});
		entries.push({
			forms,
			english,
			full: keys.flatMap(k => k?.full ?? []),
			initials: keys.flatMap(k => k?.initials ?? []),
			weight,
			spellings: keys,
		});
	}
	for (const { id, text: label, citations = [] } of corpus.formulations) {
		const keys = corpus.pinyin(label);
		const text = begun(label);
		const other = traditional(corpus, id, label);
		const first = parts(text)[0];
		const weight = citations.length;
		records.push({
			kind: 'formulation',
			id,
			text,
			aliases: [],
			weight,
			simplified: { text: toSimplified(text), label: toSimplified(label), aliases: [] },
			traditional: { text: other && begun(other), label: other, aliases: [] },
		});
		entries.push({
			forms: first && 'text' in first ? [first.text] : [],
			full: keys?.full ?? [],
			initials: keys?.initials ?? [],
			weight,
			...(hasSlots(label) ? {} : { spellings: [keys] }),
		});
	}
	return { records, entries };
}

/**
 * A frame without the slot it begins with: what fills that is written already when the frame is recognised by the words
 * behind it.
 */
function begun(text: string): string {
	return text.replace(/^\{[^{}]*\}(?=[^{])/, '');
}

/** The form made at build; else the text itself, unless it has characters that only simplified text has. */
function traditional(corpus: Corpus, key: string, text: string): string | undefined {
	return corpus.traditional(key) ?? (scriptOf(text) === 'simplified' ? undefined : text);
}
