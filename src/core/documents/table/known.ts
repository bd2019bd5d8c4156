// What packs have already, as far as a table of terms is concerned.

import { fold } from '../../text/fold';
import type { RecordKind } from '../../corpus/records';
import type { Holder, TableHome } from './table';

/** Texts of packs, as they stand there. */
export interface PackTexts {
	/** Terms, with their other names. */
	readonly terms: readonly string[];
	readonly formulations: readonly string[];
	/** Ids of sources by title; of several with one title the first counts. */
	readonly sources: readonly (readonly [title: string, id: string])[];
}

/** What the pack has that a table is imported into, and what the other packs have. */
export interface KnownTexts {
	readonly own: PackTexts;
	readonly others: PackTexts;
}

/**
 * The home of a table's records. Texts are the same whatever their script, width and case. `taken`: ids of all packs,
 * to which those that are given away are added.
 */
export function tableHome(
	known: KnownTexts,
	taken: Set<string>,
	propose: (kind: RecordKind, text: string, taken: (id: string) => boolean) => string,
): TableHome {
	const own = foldedTexts(known.own);
	const others = foldedTexts(known.others);
	const sources = new Map([...known.own.sources, ...known.others.sources].reverse());
	return {
		propose(kind, text) {
			const id = propose(kind, text, one => taken.has(one));
			taken.add(id);
			return id;
		},
		holder(kind, text): Holder | undefined {
			const key = fold(text);
			if (own[kind].has(key)) return 'own';
			return others[kind].has(key) ? 'other' : undefined;
		},
		sourceId: title => sources.get(title),
	};
}

function foldedTexts({
	terms,
	formulations,
}: PackTexts): Readonly<Record<'term' | 'formulation', ReadonlySet<string>>> {
	return { term: new Set(terms.map(fold)), formulation: new Set(formulations.map(fold)) };
}
