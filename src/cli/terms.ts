// `complete`, `terms` and `explain`: what the editor offers, finds and says of terms, for a line, a file or a term.

import type { Explanation, Offer, PlacedTerm } from '../core/service';
import { atMost, flag } from './args';
import { asCommand, countOf, flagsOf, textOf, truthOf, type Question } from './question';
import type { Command } from './command';
import { readText, UsageError } from './io';

const complete: Question<readonly Offer[]> = {
	name: 'complete',
	usage: '--before "…" [--after "…"] [--limit n]',
	summary: '光标处可补全的术语、提法、题名、原话 | what may be meant at a cursor',
	options: { before: { type: 'string' }, after: { type: 'string' }, limit: { type: 'string' } },
	read(args) {
		atMost(args, 0);
		return flagsOf(args, 'before', 'after', 'limit');
	},
	async answer(service, request) {
		const before = textOf(request, 'before');
		if (before === undefined) throw new UsageError('请给出 --before 光标前的文字 the text before the cursor');
		const after = textOf(request, 'after') ?? '';
		const limit = countOf(request, 'limit') ?? 20;
		await service.prepareCompletion();
		return service.complete({ before, after, limit }, () => before + after).items;
	},
	show: offers =>
		offers.map(offer => [offer.label, offer.kind, offer.id, `${offer.replace.start}-${offer.replace.end}`].join('\t')),
};

const terms: Question<
	readonly { readonly id: string; readonly term: string; readonly start: number; readonly end: number }[]
> = {
	name: 'terms',
	usage: '<file> [--nested]',
	summary: '文中的术语 | the terms in a text',
	options: { nested: { type: 'boolean' } },
	async read(args, io) {
		atMost(args, 1);
		if (args.positionals[0] === undefined) throw new UsageError('请给出文件 name a file');
		return { text: await readText(io, args.positionals[0]), nested: flag(args, 'nested') };
	},
	answer(service, request) {
		const text = textOf(request, 'text');
		if (text === undefined) throw new UsageError('缺少 text is missing');
		return service
			.terms(text, truthOf(request, 'nested') ?? false)
			.map(({ id, term, start, end }: PlacedTerm) => ({ id, term, start, end }));
	},
	show: found => found.map(one => [`${one.start}-${one.end}`, one.term, one.id].join('\t')),
};

const explain: Question<Explanation> = {
	name: 'explain',
	usage: '<term>',
	summary: '一个术语的释义、依据、首见、原话 | what is known about a term',
	options: {},
	read: args => ({ term: args.positionals.join(' ') }),
	answer(service, request) {
		const term = textOf(request, 'term') ?? textOf(request, 'id') ?? '';
		const found = service.explain(service.corpus.term(term)?.id ?? service.corpus.termOfForm(term)?.id ?? '');
		if (!found) throw new UsageError(`没有这个术语 no such term: ${term}`);
		return found;
	},
	show(found) {
		const { term, basis, firstUse } = found;
		const rests =
			basis?.kind === 'general' ? '常识 general knowledge' : basis?.citations.map(one => one.citation.id).join(', ');
		return [
			`${term.term}${term.english ? ` (${term.english})` : ''}${term.aliases?.length ? ` 又称 ${term.aliases.join('、')}` : ''}`,
			...(term.definition ? [term.definition.text, `依据 basis: ${rests ?? ''}`] : []),
			...(term.usage ? [`用法 usage: ${term.usage}`] : []),
			...(firstUse ? [`首见 first use: ${firstUse.date} (${firstUse.source?.title ?? firstUse.citation.source})`] : []),
			...(found.related.length ? [`相关 related: ${found.related.map(one => one.term).join('、')}`] : []),
			...found.quotations.map(
				({ citation, source }) =>
					`“${citation.text}” ${[citation.speaker, citation.date, source?.title].filter(Boolean).join('，')}`,
			),
		];
	},
};

export const completeCommands: readonly Command[] = [asCommand(complete)];
export const termsCommands: readonly Command[] = [asCommand(terms)];
export const explainCommands: readonly Command[] = [asCommand(explain)];
