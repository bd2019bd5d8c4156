// Whether a reference in a draft is one of ours: what some edition and options of ours make of its source, or made of
// it before a gap was filled.

import type { Source } from '../../corpus/records';
import type { Locator } from '../../draft/locator';
import { formatReference, type ReferenceOptions } from '../gbt7714/reference';

/** A reference as it is compared: without white space and without the escapes of Markdown and TeX. */
export function plainReference(text: string): string {
	return text
		.replace(/\\text(backslash|asciitilde|asciicircum)\{\}/g, (_, name: string) => signs[name] ?? '')
		.replace(/\\([!-/:-@[-`{-~])/g, '$1')
		.replace(/\s+/g, '');
}

const signs: Readonly<Record<string, string>> = { backslash: '\\', asciitilde: '~', asciicircum: '^' };
/** What a reference may lack, to be filled later by a record of one's own. */
const fillable = [
	'author',
	'issued',
	'accessed',
	'URL',
	'page',
	'issue',
	'volume',
	'container-title',
	'publisher',
	'publisher-place',
	'number',
	'edition',
] as const;

/** Knows our references; keeps what it has worked out for as long as it is kept itself. */
export class GeneratedReferences {
	private readonly known = new WeakMap<Source, Map<string, ReadonlySet<string>>>();

	/**
	 * Whether a text is the reference of a source at a place as any edition and options of ours write it. `first`: the
	 * likeliest options.
	 */
	wrote(source: Source, locator: Locator | undefined, text: string, first: ReferenceOptions = {}): boolean {
		const plain = plainReference(text);
		if (plain === plainReference(formatReference(source, { ...first, locator }).text)) return true;
		if (this.wordings(source, locator).has(plain)) return true;
		const before = plain.includes('〔') ? withGaps(source, plain) : undefined;
		return before !== undefined && this.wordings(before, locator).has(plain);
	}

	/** Everything we would write for a source at a place. */
	private wordings(source: Source, locator: Locator | undefined): ReadonlySet<string> {
		const key = JSON.stringify([locator?.page, locator?.paragraph]);
		let places = this.known.get(source);
		if (!places) this.known.set(source, (places = new Map<string, ReadonlySet<string>>()));
		let set = places.get(key);
		if (!set) {
			if (places.size > 20) places.clear();
			places.set(
				key,
				(set = new Set(
					[...variants(source, locator === undefined)].map(options =>
						plainReference(formatReference(source, { ...options, locator }).text),
					),
				)),
			);
		}
		return set;
	}
}

/** Every combination of options that can matter for a source; the style of lists by author where no place is cited. */
function* variants(source: Source, listed: boolean): Iterable<ReferenceOptions> {
	const people = Math.max(...[source.author, source.editor, source.translator].map(names => names?.length ?? 0));
	const styles: readonly ReferenceOptions['style'][] = listed ? ['numeric', 'author-date'] : ['numeric'];
	for (const { edition, latin } of editions)
		for (const gaps of [true, false])
			for (const url of source.URL ? [true, false] : [true])
				for (const accessed of source.accessed ? [true, false] : [true])
					for (const authors of counts(people))
						for (const style of styles) yield { edition, gaps, latin, url, accessed, authors, style };
}

/** The editions, with the width of marks in Latin entries where one leaves it open. */
const editions = [
	{ edition: '2025', latin: 'edition' },
	{ edition: '2025', latin: 'half' },
	{ edition: '2015', latin: 'edition' },
] as const;

/** How many persons may be named of so many, as far as it makes a difference; the usual number first. */
function counts(people: number): readonly number[] {
	const some = [...new Set([3, ...Array.from({ length: 12 }, (_, n) => n + 1)])].filter(n => n < people);
	return [...some, Math.max(people, 1)];
}

/** The source as it was while it lacked what a reference shows as gaps. */
function withGaps(source: Source, plain: string): Source | undefined {
	const shown = new Set([...plain.matchAll(/〔([^〔〕]+)〕/g)].map(one => one[1]));
	const lacking = fillable.filter(
		field =>
			source[field] !== undefined &&
			(['2025', '2015'] as const).some(edition => {
				const without = { ...source, [field]: undefined, missing: [...(source.missing ?? []), field] };
				return formatReference(without, { edition }).missing.some(gap => gap.field === field && shown.has(gap.label));
			}),
	);
	if (lacking.length === 0) return undefined;
	return {
		...source,
		...Object.fromEntries(lacking.map(field => [field, undefined])),
		missing: [...(source.missing ?? []), ...lacking],
	};
}
