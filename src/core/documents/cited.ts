// A text of which another pack has the source and citations, but not the text → that source, and the head of a
// document that is its full text.

import type { Citation, Extension, Source } from '../corpus/records';
import { compact } from '../text/compact';
import { fold } from '../text/fold';
import type { ImportedDocument } from './document';

/** A source of another pack with the words quoted from it, each with the paragraph (from 1) it stands in. */
export interface CitedSource {
	readonly source: Source;
	readonly citations: readonly { readonly text: string; readonly paragraph: number }[];
}

/** The head of a document that `extends` a source. */
export type FullTextHead = { readonly extends: string; readonly title: string } & Partial<Omit<Source, 'id'>>;

/**
 * The sources that are quoted with paragraphs (points and figures are in other words). Of one that is an excerpt,
 * paragraphs of the whole text have other numbers.
 */
export function citedSources(sources: readonly Source[], citations: readonly Citation[]): readonly CitedSource[] {
	const words = new Map<string, { text: string; paragraph: number }[]>();
	for (const { kind, source, text, paragraph } of citations) {
		if (kind !== 'quotation' || paragraph === undefined) continue;
		const known = words.get(source);
		if (known) known.push({ text, paragraph });
		else words.set(source, [{ text, paragraph }]);
	}
	return sources.flatMap(source => {
		const cited = words.get(source.id);
		return cited && source.fidelity !== 'excerpt' ? [{ source, citations: cited }] : [];
	});
}

/**
 * Finds the source a text is the full text of: what is cited from it stands in the paragraphs that the citations name.
 */
export class Cited {
	private readonly known: readonly {
		readonly source: Source;
		readonly title: string;
		readonly words: readonly (readonly [text: string, paragraph: number])[];
	}[];

	constructor(cited: readonly CitedSource[]) {
		this.known = cited.map(({ source, citations }) => ({
			source,
			title: letters(source.title),
			words: citations
				.map(({ text, paragraph }): [string, number] => [letters(text), paragraph])
				.filter(([text]) => text.length >= 8),
		}));
	}

	/**
	 * Half of the quotations have to agree, and with another title at least five. A damaged copy is no full text of a
	 * source that is whole.
	 */
	sourceOf({ source, paragraphs }: ImportedDocument): Source | undefined {
		if (this.known.length === 0) return undefined;
		const title = letters(source.title ?? '');
		const folded: string[] = [];
		const paragraph = (n: number) => (folded[n] ??= letters(paragraphs[n - 1] ?? ''));
		return this.known.find(one => {
			const agree = one.words.filter(([text, n]) => paragraph(n).includes(text)).length;
			return (
				agree >= (one.title === title ? 1 : 5) &&
				agree * 2 >= one.words.length &&
				!(source.fidelity === 'damaged' && one.source.fidelity !== 'damaged')
			);
		})?.source;
	}
}

const letters = (text: string) => compact(fold(text)).text;

/** What a person reads in the head, whoever says it; of other fields of the target nothing is written again. */
const readFields = [
	'type',
	'title',
	'author',
	'container-title',
	'publisher',
	'issued',
	'issue',
	'page',
	'URL',
	'held',
] as const satisfies readonly (keyof Source)[];
/** What speaks of this file, not of the source. */
const ofFile: ReadonlySet<string> = new Set(['imported', 'holdings']);
const notCopied: ReadonlySet<string> = new Set(['id', 'missing', 'fidelity', ...readFields]);

/**
 * The head of the full text of `target`: it can be read alone, and nothing in it contradicts the target. What the
 * target has is its own, what it lacks comes from `fields`; `own` is what the document said before.
 */
export function fullTextHead(target: Source, fields: Source, own: Extension['fields'] = {}): FullTextHead {
	const value = (field: keyof Source): unknown => {
		const mine = own[field as keyof typeof own];
		const differs = mine !== undefined && JSON.stringify(mine) !== JSON.stringify(target[field]);
		return differs || isEmpty(target[field]) ? fields[field] : target[field];
	};
	const damaged = target.fidelity === 'damaged';
	const rest = (Object.keys(fields) as (keyof Source)[]).filter(
		field =>
			!notCopied.has(field) && (ofFile.has(field) || (isEmpty(target[field]) && (field !== 'damage' || damaged))),
	);
	const head = Object.fromEntries(
		[...readFields.map(field => [field, value(field)]), ...rest.map(field => [field, fields[field]])].filter(
			([, given]) => !isEmpty(given),
		),
	) as Partial<Source>;
	const missing = target.missing?.filter(field => isEmpty(head[field as keyof Source])) ?? [];
	return {
		extends: target.id,
		title: target.title,
		...head,
		...(missing.length > 0 && { missing }),
		...(damaged && { fidelity: 'damaged' as const }),
	};
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
