// Which terms stand in which texts, by folded wording; one pass over the texts, whatever the number of terms.

import type { StandsAt } from '../text/automaton';
import { fold } from '../text/fold';
import type { Term } from './records';

/**
 * For every term that stands in any of the texts, the indices of those texts, in order. Nested terms count as well as
 * the longer ones around them. Forms are the term and its aliases, folded; one-character forms are left out as noise,
 * and so is what does not stand by itself.
 */
export function occurrences(
	terms: readonly Term[],
	texts: readonly string[],
	stands: StandsAt = () => true,
): ReadonlyMap<string, readonly number[]> {
	const byStart = new Map<string, { readonly form: string; readonly id: string }[]>();
	for (const term of terms) {
		for (const written of [term.term, ...(term.aliases ?? [])]) {
			const form = fold(written);
			if (form.length < 2) continue;
			const start = form.slice(0, 2);
			const same = byStart.get(start);
			if (same) same.push({ form, id: term.id });
			else byStart.set(start, [{ form, id: term.id }]);
		}
	}
	const found = new Map<string, number[]>();
	texts.forEach((text, index) => {
		const folded = fold(text);
		for (let at = 0; at + 1 < folded.length; at++) {
			for (const { form, id } of byStart.get(folded.slice(at, at + 2)) ?? []) {
				if (!folded.startsWith(form, at) || !stands(folded, at, at + form.length)) continue;
				const list = found.get(id);
				if (!list) found.set(id, [index]);
				else if (list.at(-1) !== index) list.push(index);
			}
		}
	});
	return found;
}
