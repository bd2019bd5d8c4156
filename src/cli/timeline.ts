// `timeline` and `candidates`: what all documents of a corpus say together – when something is used, and what recurs
// without being a term yet.
import type { Candidates, Timeline } from '../core/service';
import { atMost } from './args';
import type { Command } from './command';
import { UsageError } from './io';
import type { IndexTimeline } from '../core/search/index/engine';
import { groupSearchOptions } from './group/connect';
import { asCommand, countOf, flagsOf, textOf, truthOf, type Question } from './question';
import { present } from '../core/text/values/fields';

/** What this corpus has, and beside it what a group's library has, where one was asked. */
type BothTimelines = Timeline & { readonly group?: IndexTimeline };

const timeline: Question<BothTimelines> = {
	name: 'timeline',
	usage: '<term> [--nested] [--server https://… --library name [--user name] [--ca file]]',
	summary:
		'术语、提法或词语在本语料库（和共享库）中逐年、逐篇的使用次数 | uses by year and by document, in this corpus and in a group’s library',
	options: { nested: { type: 'boolean' }, ...groupSearchOptions },
	read: args => ({ term: args.positionals.join(' '), ...flagsOf(args, 'nested') }),
	async answer(service, request, documents) {
		const asked = textOf(request, 'term') ?? textOf(request, 'id') ?? '';
		const found = await service.library.timeline(asked, { nested: truthOf(request, 'nested') ?? false });
		if (!found)
			throw new UsageError(
				`请给出至少两个字的术语、提法或词语 name a term, a formulation or words of two characters or more: ${asked}`,
			);
		// What the library has of the same sources was counted as one's own.
		const own = found.documents.map(({ source }) => source);
		return present({ ...found, group: await documents.groupTimeline(found.subject.text, own) });
	},
	show: found => [...shownOwn(found), ...(found.group ? shownGroup(found.group) : [])],
};

/** So many documents of a group's library are listed. */
const mostListed = 50;

function shownGroup({ documents, years, uses, atLeast }: IndexTimeline): string[] {
	const least = atLeast ? '至少 at least ' : '';
	return [
		`共享库 ${documents.length} 篇，${least}${uses} 次 | the group’s library: ${uses} uses in ${documents.length} documents`,
		...years.map(one => `${one.year}\t${one.uses}\t${one.documents}`),
		...documents
			.slice(0, mostListed)
			.map(one => [one.date ?? '无日期 undated', one.uses, one.source, one.title, `第${one.paragraph}段`].join('\t')),
		...(documents.length > mostListed
			? [`只列出前 ${mostListed} 篇，全部见 --json the first ${mostListed}; all of them: --json`]
			: []),
	];
}

function shownOwn(found: Timeline): string[] {
	const { subject, uses, documents, forms, within, looked, texts, undated } = found;
	if (uses === 0)
		return [
			`本语料库的 ${looked} 个来源（全文 ${texts} 篇）里没有“${subject.text}” not used in this corpus${within > 0 ? `；在更长的术语里 within longer terms: ${within}` : ''}`,
		];
	const highest = Math.max(...found.years.map(year => year.uses), undated.uses);
	const bar = (count: number) => '█'.repeat(Math.max(1, Math.round((count / highest) * 30)));
	return [
		`${subject.text}：本语料库 ${looked} 个来源（全文 ${texts} 篇）中的 ${documents.length} 个，共 ${uses} 次 | ${uses} uses in ${documents.length} of ${looked} sources of this corpus`,
		...(forms.length > 1 ? [forms.map(({ form, uses: count }) => `${form} ${count}`).join('，')] : []),
		...(within > 0 ? [`另有 ${within} 次在更长的术语里，未计（--nested 计入） within longer terms, not counted`] : []),
		...found.years
			.filter(year => year.uses > 0)
			.map(
				year =>
					`${year.year}\t${bar(year.uses)} ${year.uses}\t${year.documents}/${year.looked}${year.held > 0 ? `\t其中 ${year.held} 次只有转载页日期 dated by the copy only` : ''}`,
			),
		...(undated.uses > 0
			? [`无日期 undated\t${bar(undated.uses)} ${undated.uses}\t${undated.documents}/${undated.looked}`]
			: []),
		...documents.map(one =>
			[
				one.date === undefined ? '无日期 undated' : `${one.date}${one.of === 'held' ? '（转载页 copy）' : ''}`,
				one.uses,
				one.source,
				one.title,
				one.paragraph === undefined ? '' : `第${one.paragraph}段`,
				one.first.text,
			].join('\t'),
		),
	];
}

const candidates: Question<Candidates> = {
	name: 'candidates',
	usage: '[--limit n] [--documents n]',
	summary: '文献全文里反复出现、语料库还没有的词语 | what recurs in the documents and is no term yet',
	options: { limit: { type: 'string' }, documents: { type: 'string' } },
	read(args) {
		atMost(args, 0);
		return flagsOf(args, 'limit', 'documents');
	},
	async answer(service, request) {
		const documents = countOf(request, 'documents');
		const found = await service.library.candidates(
			present({
				limit: countOf(request, 'limit') ?? 50,
				documents,
			}),
		);
		if (!found) throw new UsageError('没有完成 not finished');
		return found;
	},
	show({ candidates: found, texts }) {
		if (texts === 0)
			return [
				'没有文献全文：用 --corpus 指定带有 documents 文件夹的语料包 no full texts: name a pack with documents by --corpus',
			];
		if (found.length === 0) return [`${texts} 篇全文里没有反复出现的新词语 nothing new recurs in ${texts} documents`];
		return found.map(({ text, uses, documents, first }) =>
			[
				text,
				uses,
				documents,
				first.date === undefined ? '无日期 undated' : `${first.date}${first.of === 'held' ? '（转载页 copy）' : ''}`,
				first.source,
				first.example.text,
			].join('\t'),
		);
	},
};

export const timelineCommands: readonly Command[] = [asCommand(timeline)];
export const candidatesCommands: readonly Command[] = [asCommand(candidates)];
