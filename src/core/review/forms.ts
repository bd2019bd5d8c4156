// Forms the corpus has something to say of: wrong ones, older ones, and two forms of one term in one draft.
// Knows nothing of slips nobody recorded.

import type { Corpus } from '../corpus/corpus';
import type { Change, Finding } from '../draft/finding';
import { buildAutomaton, type TermAutomaton } from '../text/automaton';

/** One occurrence of a form of a term that has several; offsets of the paragraph. */
export interface Use {
	readonly term: number;
	readonly form: string;
	readonly start: number;
	readonly end: number;
}

export class Forms {
	private readonly said: TermAutomaton;
	private readonly about: readonly { readonly code: 'wording.wrong' | 'wording.superseded'; readonly wording: string; readonly record: string }[];
	private readonly terms: TermAutomaton;
	private readonly owner: readonly { readonly term: number; readonly form: string; readonly several: boolean }[];

	constructor(corpus: Corpus) {
		const patterns: string[] = [];
		const about: { code: 'wording.wrong' | 'wording.superseded'; wording: string; record: string }[] = [];
		const forms: string[] = [];
		const owner: { term: number; form: string; several: boolean }[] = [];
		corpus.terms.forEach((term, number) => {
			const own = [term.term, ...term.aliases ?? []].filter(form => form.length >= 2);
			for (const form of own) {
				forms.push(form);
				owner.push({ term: number, form, several: own.length > 1 });
			}
			for (const wrong of term.wrong ?? []) {
				patterns.push(wrong);
				about.push({ code: 'wording.wrong', wording: term.term, record: term.id });
			}
			for (const older of term.supersedes ?? []) {
				patterns.push(corpus.term(older)?.term ?? older);
				about.push({ code: 'wording.superseded', wording: term.term, record: term.id });
			}
		});
		this.said = buildAutomaton(patterns);
		this.about = about;
		this.terms = buildAutomaton(forms);
		this.owner = owner;
	}

	/** Wrong and older forms in a paragraph; not where they are part of a longer term. */
	in(text: string): Finding[] {
		const found = this.said.longest(text);
		if (found.length === 0) return [];
		const terms = this.terms.longest(text);
		return found.filter(one => !terms.some(term => term.start <= one.start && one.end <= term.end && term.end - term.start > one.end - one.start)).map(({ start, end, pattern }) => {
			const { code, wording, record } = this.about[pattern]!;
			return { code, severity: code === 'wording.wrong' ? 'warning' : 'information', start, end, data: { wording, record } };
		});
	}

	/** Whether known words make up all of a text. */
	isMadeOf(text: string): boolean {
		let end = 0;
		let count = 0;
		this.terms.visitLongest(text, (from, to) => {
			if (from === end) end = to;
			count++;
		});
		return count > 0 && end === text.length;
	}

	/** Occurrences of terms that have several forms. */
	uses(text: string): Use[] {
		return this.terms.longest(text).flatMap(({ start, end, pattern }) => {
			const { term, form, several } = this.owner[pattern]!;
			return several ? [{ term, form, start, end }] : [];
		});
	}
}

/** Terms written in two forms in one draft: the first place of each form but the one used most. `uses` with offsets of the draft. */
export function inconsistent(uses: readonly Use[], corpus: Corpus): Finding[] {
	const byTerm = new Map<number, Map<string, Use[]>>();
	for (const use of uses) {
		const forms = byTerm.get(use.term) ?? new Map<string, Use[]>();
		byTerm.set(use.term, forms);
		forms.set(use.form, [...forms.get(use.form) ?? [], use].slice(0, 1000));
	}
	const found: Finding[] = [];
	for (const [term, forms] of byTerm) {
		if (forms.size < 2) continue;
		const [most, ...rarer] = [...forms].sort((a, b) => b[1].length - a[1].length || a[1][0]!.start - b[1][0]!.start);
		for (const [form, uses] of rarer) {
			const first = uses[0];
			// An abbreviation beside the full name is how papers are written.
			if (Math.abs(form.length - most![0].length) > 1 || !/\p{Script=Han}/u.test(form) || !/\p{Script=Han}/u.test(most![0])) continue;
			found.push({ code: 'wording.inconsistent', severity: 'hint', start: first!.start, end: first!.end, data: { wording: most![0], record: corpus.terms[term]!.id, changes: uses.map(({ start, end }): Change => ({ kind: 'replaced', start, end, written: form, original: most![0] })) } });
		}
	}
	return found;
}
