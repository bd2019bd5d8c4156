// What uses are counted of – a term, a formulation, or plain words – and where it stands in a text.
import type { Corpus } from '../corpus/corpus';
import { parts } from '../corpus/slots';
import { buildAutomaton, type StandsAt } from '../text/automaton';
import { fold } from '../text/fold';
import type { Spotter } from './spotter';

/**
 * A use: UTF-16 code units of the text as given, half-open; `form` is the place in `Subject.forms` of how it is written
 * there.
 */
export interface Use {
	readonly start: number;
	readonly end: number;
	readonly form: number;
}

/** What is looked for. */
export interface Subject {
	readonly kind: 'term' | 'formulation' | 'words';
	/** Of a record of the corpus. */
	readonly id?: string;
	/** As people write it. */
	readonly text: string;
	/** Every way of writing it that counts. */
	readonly forms: readonly string[];
	/** Words of which a text that uses it holds at least one, all of its letters in a row. */
	readonly sought: readonly string[];
	/**
	 * Its uses in a text from left to right, and how many more stand within longer terms of the corpus and are not
	 * counted.
	 */
	uses(text: string): { readonly uses: readonly Use[]; readonly within: number };
}

const none = { uses: [], within: 0 } as const;

/**
 * The subject a text means: the id or a form of a term, the id or the words of a formulation, else the words as they
 * are. Nothing for fewer than two characters.
 */
export function subjectOf(corpus: Corpus, spotter: () => Spotter, asked: string, nested = false): Subject | undefined {
	const text = asked.trim();
	const term = corpus.term(text) ?? corpus.termOfForm(text);
	if (term) return termSubject(corpus, spotter, term.id, nested);
	const formulation = corpus.formulation(text) ?? corpus.formulations.find(each => fold(each.text) === fold(text));
	if (formulation)
		return { kind: 'formulation', id: formulation.id, text: formulation.text, ...phrase(formulation.text) };
	return text.length < 2 ? undefined : { kind: 'words', text, ...phrase(text, corpus.stands) };
}

/**
 * A term counts where it is the longest one, unless nested ones are asked for too; its own form and its aliases are
 * one.
 */
function termSubject(corpus: Corpus, spotter: () => Spotter, id: string, nested: boolean): Subject | undefined {
	const term = corpus.term(id);
	if (!term) return undefined;
	const forms = [term.term, ...(term.aliases ?? [])];
	const folded = forms.map(fold);
	const record = corpus.terms.indexOf(term);
	const own = buildAutomaton(
		forms.filter(form => form.length > 1),
		corpus.stands,
	);
	return {
		kind: 'term',
		id,
		text: term.term,
		forms,
		sought: forms.filter(form => form.length > 1),
		uses(text) {
			// Most texts do not have it: they are read once, and only the others against all terms.
			const all = own.longest(text);
			if (all.length === 0) return none;
			const found = nested
				? all
				: spotter()
						.longest(text)
						.filter(span => span.record === record);
			const uses = found.map(({ start, end }) => ({
				start,
				end,
				form: Math.max(0, folded.indexOf(fold(text.slice(start, end)))),
			}));
			return {
				uses,
				within: all.filter(({ start, end }) => !uses.some(use => use.start < end && use.end > start)).length,
			};
		},
	};
}

/** Characters that may fill a slot; and what it never goes beyond. */
const widest = 40;
const stops = /[。！？；!?;\r\n]/;

/** The uses of a formulation, from left to right; the words in its slots are part of a use. */
export function phraseUses(text: string): (given: string) => readonly Use[] {
	const { uses } = phrase(text);
	return given => uses(given).uses;
}

/**
 * Words with slots: its pieces in order, each slot filled within one sentence. Words without: wherever they stand, not
 * across others.
 */
function phrase(text: string, stands?: StandsAt): Pick<Subject, 'forms' | 'sought' | 'uses'> {
	const pieces = parts(text)
		.flatMap(part => ('text' in part ? [fold(part.text).trim()] : []))
		.filter(piece => piece !== '');
	const forms = [text];
	const sought = [...pieces].sort((a, b) => b.length - a.length).slice(0, 1);
	if (pieces.join('').length < 2) return { forms, sought: [], uses: () => none };
	if (pieces.length === 1) {
		const own = buildAutomaton(pieces, stands);
		return {
			forms,
			sought,
			uses: given => ({ uses: own.longest(given).map(({ start, end }) => ({ start, end, form: 0 })), within: 0 }),
		};
	}
	return {
		forms,
		sought,
		uses(given) {
			const folded = fold(given);
			const uses: Use[] = [];
			const [first = '', ...rest] = pieces;
			for (let at = folded.indexOf(first); at >= 0;) {
				const end = endOf(folded, at + first.length, rest);
				if (end !== undefined) uses.push({ start: at, end, form: 0 });
				at = folded.indexOf(first, end ?? at + 1);
			}
			return { uses, within: 0 };
		},
	};
}

/** Where the pieces end that follow a place, each after something in its slot; the nearest such end. */
function endOf(text: string, from: number, pieces: readonly string[]): number | undefined {
	let ends = [from];
	for (const piece of pieces) {
		const next = new Set<number>();
		for (const end of ends) {
			const near = text.slice(end, end + widest + piece.length);
			const stop = near.search(stops);
			for (let at = near.indexOf(piece, 1); at >= 0 && (stop < 0 || at <= stop); at = near.indexOf(piece, at + 1))
				next.add(end + at + piece.length);
		}
		if (next.size === 0) return undefined;
		ends = [...next].sort((a, b) => a - b).slice(0, widest);
	}
	return ends[0];
}
