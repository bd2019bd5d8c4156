// `search`: what the corpus has to cite for some words, and the passages of documents that hold them.

import { searchAll, type SearchRequest } from '../app/search';
import { sayLocator, type Hit, type PassageHit, type RowKind } from '../core/service';
import type { Command } from './command';
import { groupSearchOptions } from './group/connect';
import { UsageError } from './io';
import { asCommand, countOf, flagsOf, textOf, textsOf, wordOf, type Question } from './question';
import { filled } from '../core/text/values/optional';

/** One thing found, as `--json` prints it. */
interface Found {
	/** Of a record; of a passage the key that cites it: the source's, with the paragraph. */
	readonly id: string;
	readonly kind: RowKind | 'document';
	readonly text: string;
	readonly source: string;
	readonly paragraph?: number;
	readonly speaker?: string;
	readonly date?: string;
	readonly occasion?: string;
	/** Of a row of a table: the number it is cited by (表2), and its head. */
	readonly table?: string;
	readonly head?: string;
	/** The pages of a passage, where they are known. */
	readonly page?: string;
	/** The file of a passage; of a group's, its id there. */
	readonly document?: string;
	/** Whose a passage is, where it is not the person's own. */
	readonly library?: 'group';
	/** Words of the query it does not have, where nothing has all. */
	readonly missing?: readonly string[];
	/** It only nearly has the words. */
	readonly near?: true;
	/** Comparable among records, and among passages. */
	readonly score: number;
}

const kinds: readonly Found['kind'][] = ['quotation', 'point', 'figure', 'source', 'document'];
const scopes = ['citations', 'documents', 'both', 'corpus'] as const;

const search: Question<readonly Found[]> = {
	name: 'search',
	usage:
		'<query> [--limit n] [--kind quotation|point|figure|source|document]… [--source id] [--speaker name] [--year n] [--in citations|documents|both] [--index folder] [--server https://… --library name [--user name] [--ca file]]',
	summary:
		'查找可引用的原话、观点、数据和来源，以及语料包 documents 里的段落 | finds quotations, points, figures, sources, and passages of the documents of packs',
	options: {
		limit: { type: 'string' },
		kind: { type: 'string', multiple: true },
		source: { type: 'string' },
		speaker: { type: 'string' },
		year: { type: 'string' },
		in: { type: 'string' },
		index: { type: 'string' },
		...groupSearchOptions,
	},
	withoutTexts: true,
	read: args => ({
		query: args.positionals.join(' '),
		...flagsOf(args, 'limit', 'kind', 'source', 'speaker', 'year', 'in'),
	}),
	async answer(service, fields, documents) {
		const given = textsOf(fields, 'kind');
		for (const kind of given)
			if (!kinds.some(one => one === kind))
				throw new UsageError(`kind 只能是 must be one of: ${kinds.join(', ')} (${kind})`);
		const scope = wordOf(fields, 'in', scopes) ?? 'both';
		const request: SearchRequest = {
			text: textOf(fields, 'query') ?? textOf(fields, 'text') ?? '',
			limit: countOf(fields, 'limit') ?? 10,
			scope: scope === 'corpus' ? 'citations' : scope,
			filters: {
				kinds: filled(given),
				source: textOf(fields, 'source'),
				speaker: textOf(fields, 'speaker'),
				year: countOf(fields, 'year'),
			},
		};
		const { corpus, passages } = await searchAll(service, request, query => documents.search(query));
		return [...corpus.hits.map(ofRecord), ...passages.map(ofPassage)];
	},
	show: found =>
		found.length === 0
			? ['没有找到 nothing found']
			: found.map(one =>
					[
						one.id,
						one.library ? '共享库 group' : one.kind,
						[one.speaker, one.date].filter(Boolean).join(' '),
						shownText(one),
						shownFit(one),
					]
						.join('\t')
						.trimEnd(),
				),
};

/** A row of a table behind its head. */
function shownText({ text, head, table, page }: Found): string {
	const place = sayLocator({ ...(page && { page }), ...(table && { table }) });
	return [place, head, text].filter(Boolean).join(' ‖ ');
}

/** What is to be said of something that is not quite what was looked for. */
function shownFit({ missing, near }: Found): string {
	if (missing) return `（缺 without: ${missing.join('、')}）`;
	return near ? '（相近 nearly）' : '';
}

function ofRecord({ id, kind, text, source, paragraph, speaker, date, occasion, score, missing, near }: Hit): Found {
	const fit = { ...(missing && { missing }), ...(near && { near }) };
	return { id, kind, text, source, paragraph, speaker, date, occasion, score, ...fit };
}

function ofPassage(hit: PassageHit): Found {
	const { document, library, source, paragraph, text, table, head, page, date, score, exact, missing } = hit;
	const fit = { ...(missing && { missing }), ...(!exact && !missing && { near: true as const }) };
	const place = { ...(table && { table }), ...(head && { head }), ...(page && { page }) };
	return {
		id: `${source}-p${paragraph}`,
		kind: 'document',
		text,
		source,
		paragraph,
		...place,
		date,
		document,
		...(library && { library }),
		score,
		...fit,
	};
}

export const searchCommands: readonly Command[] = [asCommand(search)];
