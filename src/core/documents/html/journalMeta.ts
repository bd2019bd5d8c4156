// What the head of a journal's page says of an article for those who index it: citation_*, DC.*, prism.*.

import type { Name } from '../../corpus/records';
import { dateOf } from '../dateOf';
import { present, type Evidence } from '../proved';
import { isByline } from '../../text/personName';

type Values = ReadonlyMap<string, readonly string[]>;

/** Names of each field, in lower case; the first that is there counts. */
const fields = {
	journal: ['citation_journal_title', 'prism.publicationname', 'dcterms.ispartof', 'dc.relation.ispartof'],
	date: [
		'citation_publication_date',
		'citation_date',
		'citation_year',
		'prism.publicationdate',
		'citation_cover_date',
		'dc.date.issued',
		'dcterms.issued',
		'citation_online_date',
	],
	author: ['citation_author', 'citation_authors', 'dc.creator.personalname', 'dc.creator', 'dcterms.creator'],
	volume: ['citation_volume', 'prism.volume', 'dc.source.volume', 'dc.citation.volume'],
	issue: ['citation_issue', 'prism.number', 'prism.issueidentifier', 'dc.source.issue', 'dc.citation.issue'],
	first: ['citation_firstpage', 'prism.startingpage', 'dc.citation.spage'],
	last: ['citation_lastpage', 'prism.endingpage', 'dc.citation.epage'],
	doi: ['citation_doi', 'prism.doi', 'dc.identifier.doi', 'dc.identifier'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What is proved of an article in a journal; nothing where the head names no journal. */
export function journalEvidence(values: Values): Partial<Evidence> {
	const all = (field: keyof typeof fields): readonly string[] =>
		fields[field].map(key => values.get(key)).find(found => found !== undefined) ?? [];
	const [journal] = all('journal');
	if (journal === undefined) return {};
	const authors = all('author').flatMap(severalIn).map(asName);
	const [issued, volume, issue, doi] = [all('date'), all('volume'), all('issue'), all('doi')].map(found => found[0]);
	return present({
		authors: authors.length > 0 ? authors : undefined,
		doi: doiOf(doi),
		volume: numberOf(volume),
		printed: present({
			source: journal,
			sourceMarked: true,
			issued: dateOf(issued)?.slice(0, 4),
			issue: numberOf(issue),
			page: pagesOf(all('first')[0], all('last')[0]),
		}),
	});
}

/** Some heads have all authors in one value: 张三;李四. */
function severalIn(text: string): readonly string[] {
	const parts = text
		.split(/[;；、]/)
		.map(part => part.trim())
		.filter(part => part !== '');
	return parts.length === 1 && isByline(text) ? text.split(/[\s\u3000、，,]+/) : parts;
}

/** Smith, Anna is family and given name; others stay whole. */
function asName(text: string): Name {
	const [, family, given] = /^([\p{Script=Latin}'’ -]{1,40}),\s*([\p{Script=Latin}'’. -]{1,40})$/u.exec(text) ?? [];
	return family !== undefined && given !== undefined ? { family, given } : { literal: text };
}

function doiOf(text: string | undefined): string | undefined {
	return /(?:^|doi:|doi\.org\/)\s*(10\.\d{4,9}\/\S{1,200})$/i.exec(text ?? '')?.[1];
}

function numberOf(text: string | undefined): string | undefined {
	return text !== undefined && /^[\dA-Za-zSs./–-]{1,20}$/.test(text) ? text.replace(/^0+(?=\d)/, '') : undefined;
}

function pagesOf(first: string | undefined, last: string | undefined): string | undefined {
	const [from, to] = [numberOf(first), numberOf(last)];
	return from !== undefined && to !== undefined && from !== to ? `${from}-${to}` : from;
}
