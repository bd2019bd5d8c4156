// The names of a corpus with the pinyin they may be typed in: terms in all their forms, titles and authors of sources,
// speakers.
import type { Corpus } from '../corpus/corpus';
import type { TypedForm } from '../search/index/queryForms';

/** Terms first; titles and names stand for their parts too. */
export function typedFormsOf(corpus: Corpus): TypedForm[] {
	const typed = (form: string): TypedForm[] => {
		const keys = corpus.pinyin(form);
		return keys ? [{ form, full: keys.full, initials: keys.initials }] : [];
	};
	const terms = corpus.terms.flatMap(({ term, aliases = [] }) => [term, ...aliases].flatMap(typed));
	const names = new Set([
		...corpus.sources.flatMap(({ title, author = [] }) => [
			title,
			...author.map(name => name.literal ?? `${name.family ?? ''}${name.given ?? ''}`),
		]),
		...corpus.citations.flatMap(({ speaker }) => speaker ?? []),
	]);
	return [...terms, ...[...names].flatMap(typed).map((one): TypedForm => ({ ...one, inParts: true }))];
}
