// Forms the corpus has something to say of: wrong ones, older ones, and two forms of one term in one draft.

import type { Corpus } from '../corpus/corpus';
import type { Term } from '../corpus/records';
import type { Block } from '../draft/blocks';
import type { Change, Finding } from '../draft/finding';
import { buildAutomaton, type TermAutomaton } from '../text/automaton';
import { fold } from '../text/fold';
import { quotedIn } from './quoted';

/** One occurrence of a form of a term that has several; offsets of the paragraph. */
export interface Use {
	readonly term: number;
	readonly form: string;
	readonly start: number;
	readonly end: number;
}

export class Forms {
	private readonly said: TermAutomaton;
	private readonly about: readonly {
		readonly code: 'wording.wrong' | 'wording.superseded';
		readonly wording: string;
		readonly record: string;
	}[];
	private readonly terms: TermAutomaton;
	private readonly owner: readonly { readonly term: number; readonly form: string; readonly several: boolean }[];

	constructor(corpus: Corpus) {
		const patterns: string[] = [];
		const about: { code: 'wording.wrong' | 'wording.superseded'; wording: string; record: string }[] = [];
		const forms: string[] = [];
		const owner: { term: number; form: string; several: boolean }[] = [];
		corpus.terms.forEach((term, number) => {
			const own = [term.term, ...(term.aliases ?? [])].filter(form => form.length >= 2);
			for (const form of own) {
				forms.push(form);
				owner.push({ term: number, form, several: own.length > 1 });
			}
			for (const wrong of term.wrong ?? []) {
				patterns.push(wrong);
				about.push({ code: 'wording.wrong', wording: formMeant(wrong, term), record: term.id });
			}
			for (const older of term.supersedes ?? []) {
				patterns.push(corpus.term(older)?.term ?? older);
				about.push({ code: 'wording.superseded', wording: term.term, record: term.id });
			}
		});
		this.said = buildAutomaton(patterns, corpus.stands);
		this.about = about;
		this.terms = buildAutomaton(forms, corpus.stands);
		this.owner = owner;
	}

	/** Wrong and older forms in a paragraph; not where they are part of a longer term. */
	in(text: string): Finding[] {
		const found = this.said.longest(text);
		if (found.length === 0) return [];
		const terms = this.terms.longest(text);
		return found
			.filter(
				one =>
					!terms.some(
						term => term.start <= one.start && one.end <= term.end && term.end - term.start > one.end - one.start,
					),
			)
			.flatMap(({ start, end, pattern }): Finding[] => {
				const about = this.about[pattern];
				if (!about) return [];
				const { code, wording, record } = about;
				const severity = code === 'wording.wrong' ? 'warning' : 'information';
				return [{ code, severity, start, end, data: { wording, record } }];
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
			const owner = this.owner[pattern];
			return owner?.several ? [{ term: owner.term, form: owner.form, start, end }] : [];
		});
	}
}

/** So many places of a form are changed at once. */
const mostUses = 1000;

/** One form of a term in a draft; `first` of its uses. */
interface FormUses {
	readonly form: string;
	readonly first: Use;
	readonly uses: Use[];
}

/** The forms that are used of each term, by its number. */
function formsByTerm(uses: readonly Use[]): ReadonlyMap<number, ReadonlyMap<string, FormUses>> {
	const byTerm = new Map<number, Map<string, FormUses>>();
	for (const use of uses) {
		const { term, form } = use;
		const forms = byTerm.get(term) ?? new Map<string, FormUses>();
		byTerm.set(term, forms);
		const known = forms.get(form);
		if (!known) forms.set(form, { form, first: use, uses: [use] });
		else if (known.uses.length < mostUses) known.uses.push(use);
	}
	return byTerm;
}

/**
 * Terms written in two forms in one draft: the first place of each form but the one used most. `uses` with offsets of
 * the draft.
 */
export function inconsistent(uses: readonly Use[], corpus: Corpus): Finding[] {
	const found: Finding[] = [];
	for (const [term, forms] of formsByTerm(uses)) {
		const [usual, ...rarer] = [...forms.values()].sort(
			(a, b) => b.uses.length - a.uses.length || a.first.start - b.first.start,
		);
		const record = corpus.terms[term]?.id;
		if (!usual || record === undefined) continue;
		const wording = usual.form;
		for (const { form, first, uses: places } of rarer) {
			if (!isVariant(form, wording)) continue;
			const changes = places.map(({ start, end }): Change => ({
				kind: 'replaced',
				start,
				end,
				written: form,
				original: wording,
			}));
			found.push({
				code: 'wording.inconsistent',
				severity: 'hint',
				start: first.start,
				end: first.end,
				data: { wording, record, changes },
			});
		}
	}
	return found;
}

/**
 * Whether two forms are one name written in two ways: 数智技术 beside 数智化技术. Another name for the same (从0到1
 * beside 原始创新) explains it, an abbreviation and a word within a longer one (先进制造 in 先进制造能力 beside
 * 先进制造业) are how papers are written.
 */
function isVariant(a: string, b: string): boolean {
	const [short, long] = a.length <= b.length ? [fold(a), fold(b)] : [fold(b), fold(a)];
	if (long.length - short.length > 1 || long.includes(short) || !/^\p{Script=Han}+$/u.test(short + long)) return false;
	let same = 0;
	while (same < short.length && short[same] === long[same]) same++;
	return long.slice(same + 1) === short.slice(long.length === short.length ? same + 1 : same);
}

/** Uses that are the writer's own words: not those in quotation marks and titles, which say what others wrote. */
export function ownUses(uses: readonly Use[], block: Pick<Block, 'text' | 'carried'>): readonly Use[] {
	if (uses.length === 0) return uses;
	const others = [
		...quotedIn(block),
		...[...block.text.matchAll(/《[^《》]{1,200}》/g)].map(one => ({
			start: one.index,
			end: one.index + one[0].length,
		})),
	];
	return uses.filter(
		use =>
			!others.some(
				one => one.start <= use.start && use.end <= one.end && one.end - one.start > use.end - use.start + 2,
			),
	);
}

/** The form of a term that a wrong one is a slip of: an alias from which one character differs, else its name. */
function formMeant(wrong: string, { term, aliases = [] }: Term): string {
	const changes = (form: string) =>
		form.length === wrong.length ? [...wrong].filter((one, at) => one !== form.charAt(at)).length : Infinity;
	return aliases.reduce((best, form) => (changes(form) === 1 && changes(best) > 1 ? form : best), term);
}
