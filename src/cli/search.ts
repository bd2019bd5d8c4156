// `search`: what the corpus has to cite for some words.
// Knows nothing of how it is found.

import type { RowKind } from '../core/service';
import { asCommand, countOf, flagsOf, textOf, textsOf, wordOf, type Question } from './question';
import type { Command } from './command';
import { UsageError } from './io';

/** One thing found, as `--json` prints it. */
interface Found {
	readonly id: string;
	readonly kind: RowKind;
	readonly text: string;
	readonly source: string;
	readonly paragraph?: number;
	readonly speaker?: string;
	readonly date?: string;
	readonly occasion?: string;
	readonly score: number;
}

const kinds: readonly RowKind[] = ['quotation', 'point', 'figure', 'source'];

const search: Question<readonly Found[]> = {
	name: 'search',
	usage: '<query> [--limit n] [--kind quotation|point|figure|source]… [--source id] [--speaker name] [--year n] [--in corpus|documents|both]',
	summary: '查找可引用的原话、观点、数据和来源 | finds quotations, points, figures and sources to cite',
	options: {
		limit: { type: 'string' }, kind: { type: 'string', multiple: true }, source: { type: 'string' }, speaker: { type: 'string' },
		year: { type: 'string' }, in: { type: 'string' },
	},
	read: args => ({ query: args.positionals.join(' '), ...flagsOf(args, 'limit', 'kind', 'source', 'speaker', 'year', 'in') }),
	async answer(service, request) {
		const given = textsOf(request, 'kind');
		for (const kind of given) if (!kinds.some(one => one === kind)) throw new UsageError(`kind 只能是 must be one of: ${kinds.join(', ')} (${kind})`);
		// Documents of packs are not searched yet: the corpus is all there is.
		if (wordOf(request, 'in', ['corpus', 'documents', 'both'] as const) === 'documents') return [];
		const answer = await service.find({
			text: textOf(request, 'query') ?? textOf(request, 'text') ?? '', limit: countOf(request, 'limit') ?? 10,
			kinds: given.length > 0 ? kinds.filter(kind => given.includes(kind)) : undefined,
			source: textOf(request, 'source'), speaker: textOf(request, 'speaker'), year: countOf(request, 'year'),
		});
		return answer.hits.map(({ id, kind, text, source, paragraph, speaker, date, occasion, score }) => ({ id, kind, text, source, paragraph, speaker, date, occasion, score }));
	},
	show: found => (found.length === 0 ? ['没有找到 nothing found'] : found.map(one => [one.id, one.kind, [one.speaker, one.date].filter(Boolean).join(' '), one.text].join('\t'))),
};

export const searchCommands: readonly Command[] = [asCommand(search)];
