// `search`: what the corpus has to cite for some words, and the passages of documents that hold them.

import { withoutRepeats, type FindQuery, type PolicyService, type RowKind, type PassageHit } from '../core/service';
import type { Command } from './command';
import type { Documents } from './documents';
import { UsageError } from './io';
import { asCommand, countOf, flagsOf, textOf, textsOf, wordOf, type Question } from './question';

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
	/** The file of a passage. */
	readonly document?: string;
	/** Comparable among records, and among passages. */
	readonly score: number;
}

const kinds: readonly Found['kind'][] = ['quotation', 'point', 'figure', 'source', 'document'];
const scopes = ['citations', 'documents', 'both', 'corpus'] as const;

const search: Question<readonly Found[]> = {
	name: 'search',
	usage:
		'<query> [--limit n] [--kind quotation|point|figure|source|document]… [--source id] [--speaker name] [--year n] [--in citations|documents|both] [--index folder]',
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
	},
	withoutTexts: true,
	read: args => ({
		query: args.positionals.join(' '),
		...flagsOf(args, 'limit', 'kind', 'source', 'speaker', 'year', 'in'),
	}),
	async answer(service, request, documents) {
		const given = textsOf(request, 'kind');
		for (const kind of given)
			if (!kinds.some(one => one === kind))
				throw new UsageError(`kind 只能是 must be one of: ${kinds.join(', ')} (${kind})`);
		const scope = wordOf(request, 'in', scopes) ?? 'both';
		const limit = countOf(request, 'limit') ?? 10;
		const query: FindQuery = {
			text: textOf(request, 'query') ?? textOf(request, 'text') ?? '',
			limit,
			kinds:
				given.length > 0
					? (['quotation', 'point', 'figure', 'source'] as const).filter(kind => given.includes(kind))
					: undefined,
			source: textOf(request, 'source'),
			speaker: textOf(request, 'speaker'),
			year: countOf(request, 'year'),
		};
		const ofCorpus = scope === 'documents' || query.kinds?.length === 0 ? [] : (await service.find(query)).hits;
		const passages =
			scope === 'citations' || scope === 'corpus' || (given.length > 0 && !given.includes('document'))
				? []
				: await passagesFor(service, query, documents);
		// As in the editor: half of the room is for passages, as far as there are some.
		const records = ofCorpus.slice(0, Math.max(limit - passages.length, Math.ceil(limit / 2)));
		return [
			...records.map(({ id, kind, text, source, paragraph, speaker, date, occasion, score }): Found => ({
				id,
				kind,
				text,
				source,
				paragraph,
				speaker,
				date,
				occasion,
				score,
			})),
			...withoutRepeats(records, passages)
				.slice(0, limit - records.length)
				.map(({ document, source, paragraph, text, date, score }): Found => ({
					id: `${source}-p${paragraph}`,
					kind: 'document',
					text,
					source,
					paragraph,
					date,
					document,
					score,
				})),
		];
	},
	show: found =>
		found.length === 0
			? ['没有找到 nothing found']
			: found.map(one => [one.id, one.kind, [one.speaker, one.date].filter(Boolean).join(' '), one.text].join('\t')),
};

/** Passages have no speaker, and are found by words only. */
async function passagesFor(
	service: PolicyService,
	{ text, limit, source, speaker, year }: FindQuery,
	documents: Documents,
): Promise<readonly PassageHit[]> {
	if (text.trim() === '' || speaker !== undefined) return [];
	return documents.search({
		text,
		instead: service.wordings(text),
		limit,
		...(source === undefined ? {} : { sources: [source] }),
		...(year === undefined ? {} : { from: year, to: year }),
	});
}

export const searchCommands: readonly Command[] = [asCommand(search)];
