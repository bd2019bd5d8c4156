// What is wrong with the references of a draft: keys without a source, notes without a text or without a reader,
// sources with gaps.

import type { Draft } from '../draft/draft';
import type { FindingIn } from '../draft/finding';
import { withoutIgnored, type Ignored } from '../draft/ignored';
import { labelKey } from '../draft/notes';
import { citesOf } from './cited';
import { listPlaces } from './edits/list';
import { formatReference, type ReferenceOptions } from './gbt7714/reference';
import type { Sources } from './sources';
import { wideMarks, type WideMark } from './wideMarks';
import { citedBy, definitionsByLabel, definitionText } from './edits/switch';

/** A finding about references. */
export type ReferenceFinding = FindingIn<'reference'>;

export interface CheckOptions extends ReferenceOptions {
	/** Whether the libraries that the draft names have been read; then a key they have not is a mistake. */
	readonly librariesRead?: boolean;
	/** What no draft is to be told of; default nothing. */
	readonly ignores?: readonly Ignored[];
}

/** Checks the references of a draft; findings in the order of the draft, without what comments in it leave out. */
export function checkReferences(
	draft: Draft,
	sources: Sources,
	options: CheckOptions = {},
): readonly ReferenceFinding[] {
	const { language } = draft;
	const wide = wideMarks(draft).filter(one => !one.keys.some(key => han.test(key) && !sources.byKey(key)));
	const findings =
		language === 'markdown' ? [...notes(draft, sources, wide), ...definitions(draft, sources, wide, options)] : [];
	const all = [
		...findings,
		...wide.map(inWidth),
		...keysWithout(draft, sources, options.librariesRead ?? false).filter(one => !isWithin(one, wide)),
		...gaps(draft, sources, options),
	].sort((a, b) => a.start - b.start || a.end - b.end);
	return withoutIgnored(all, draft, options.ignores ?? []);
}

/** A footnote or key with full-width marks. */
function inWidth({ start, end, wording }: WideMark): ReferenceFinding {
	return { code: 'reference.width', severity: 'warning', start, end, data: { wording } };
}

function isWithin(one: { readonly start: number; readonly end: number }, wide: readonly WideMark[]): boolean {
	return wide.some(mark => mark.start <= one.start && one.end <= mark.end);
}

/** Labels of footnotes that are defined with full-width marks, or that are referred to with them. */
function wideLabels(wide: readonly WideMark[], defines: boolean): string[] {
	return wide
		.filter(one => one.defines === defines)
		.flatMap(one => (one.label === undefined ? [] : labelKey(one.label)));
}

/** Footnotes without a definition. */
function notes(draft: Draft, sources: Sources, wide: readonly WideMark[]): ReferenceFinding[] {
	const defined = new Set([...draft.definitions.map(one => labelKey(one.label)), ...wideLabels(wide, true)]);
	return draft.references
		.filter(one => !defined.has(labelKey(one.label)) && !isWithin(one, wide))
		.map(({ label, start, end }) => {
			const source = sources.byLabel(label)?.source.id;
			return {
				code: 'reference.undefined',
				severity: 'warning',
				start,
				end,
				data: { key: label, form: 'footnote', ...(source !== undefined && { source }) },
			};
		});
}

/** Definitions nobody refers to, that are there twice, or that say something else than their source. */
function definitions(
	draft: Draft,
	sources: Sources,
	wide: readonly WideMark[],
	options: ReferenceOptions,
): ReferenceFinding[] {
	const { text } = draft;
	const used = new Set([...draft.references.map(one => labelKey(one.label)), ...wideLabels(wide, false)]);
	const seen = new Map<string, string>();
	return draft.definitions.flatMap((definition): ReferenceFinding[] => {
		const { label, labelStart, labelEnd, textStart, end } = definition;
		const key = labelKey(label);
		const place = { start: labelStart - 2, end: labelEnd + 1 };
		const words = text.slice(textStart, end).trim();
		const before = seen.get(key);
		if (before !== undefined && before !== words)
			return [{ code: 'reference.other', severity: 'warning', ...place, data: { key: label, why: 'duplicate' } }];
		seen.set(key, words);
		if (!used.has(key)) return [{ code: 'reference.unused', severity: 'information', ...place, data: { key: label } }];
		const known = citedBy(draft, label, definition, sources);
		if (!known) return [];
		const wanted = definitionText(known, options);
		if (words === wanted || words.replace(/\s+/g, '') === wanted.replace(/\s+/g, '')) return [];
		const why = sources.wrote(known, words, options) ? 'stale' : 'edited';
		return [
			{
				code: 'reference.other',
				severity: why === 'stale' ? 'information' : 'hint',
				...place,
				data: { key: label, why, source: known.source.id, wanted },
			},
		];
	});
}

/** 联系人 @张三 names a person; a library key in Chinese alone is not written without brackets. */
const han = /^\p{Script=Han}+$/u;

/**
 * Keys that mean no source. A bare `@name` may be an address somebody is called by; a draft that names a library of its
 * own may know the key from there.
 */
function keysWithout(draft: Draft, sources: Sources, librariesRead: boolean): ReferenceFinding[] {
	const own = ownKeys(draft, librariesRead);
	if (own === 'elsewhere') return [];
	return draft.citations.flatMap(citation =>
		citation.keys
			.filter(one => !sources.byKey(one.key) && !own.has(one.key) && !(citation.form === 'bare' && han.test(one.key)))
			.map((one): ReferenceFinding => ({
				code: 'reference.undefined',
				severity: citation.form === 'bare' ? 'information' : 'warning',
				start: one.start,
				end: one.end,
				data: { key: one.key, form: citation.form },
			})),
	);
}

/**
 * Keys a draft defines itself (`references:` in its front matter, \bibitem); `elsewhere` when it names a library that
 * was not read.
 */
function ownKeys(draft: Draft, librariesRead: boolean): ReadonlySet<string> | 'elsewhere' {
	const { text, lines, closed, language } = draft;
	if (language !== 'markdown') {
		if (!librariesRead && /\\(?:bibliography|addbibresource)(?:\[[^\]]*\])?\s*\{/.test(draft.masked))
			return 'elsewhere';
		return new Set([...text.matchAll(/\\bibitem(?:\[[^\]]*\])?\{([^{}]+)\}/g)].map(([, key = '']) => key.trim()));
	}
	const front = lines.filter((_, at) => closed[at] === 'frontMatter').map(line => line.text);
	if (!librariesRead && front.some(line => /^bibliography\s*:/.test(line))) return 'elsewhere';
	return new Set(front.flatMap(line => /^\s*(?:-\s*)?id\s*:\s*["']?([^"'\s]+)/.exec(line)?.[1] ?? []));
}

/**
 * Sources that lack what a reference needs, each at its first citation; not where somebody has written the reference
 * without gaps.
 */
function gaps(draft: Draft, sources: Sources, options: ReferenceOptions): ReferenceFinding[] {
	const seen = new Set<string>();
	const definitions = definitionsByLabel(draft);
	return citesOf(draft, sources, listPlaces(draft)).flatMap(
		({ source, locator, key, start, end }): ReferenceFinding[] => {
			if (seen.has(source.id)) return [];
			const definition = draft.text[start - 1] === '^' ? definitions.get(labelKey(key)) : undefined;
			const words = definition && draft.text.slice(definition.textStart, definition.end);
			if (words && !words.includes('〔') && !sources.wrote({ source, locator }, words, options)) return [];
			seen.add(source.id);
			const { missing } = formatReference(source, options);
			if (missing.length === 0) return [];
			const fields = [...new Set(missing.map(gap => gap.field))];
			return [
				{
					code: 'reference.missing',
					severity: 'information',
					start,
					end,
					data: {
						key,
						source: source.id,
						fields,
						labels: [...new Set(missing.map(gap => (gap.field === 'issued' && source.held ? '日期' : gap.label)))],
					},
				},
			];
		},
	);
}
