// What is shown of a record beside a completion list and in a hover: short, in plain words, with where it comes from.
import * as vscode from 'vscode';
import {
	markedTitle,
	standingWords,
	type Citation,
	type Explanation,
	type Formulation,
	type Placed,
	type PolicyService,
	type Source,
} from '../../core/service';
import { escaped, markdown } from './markdown';
import { say } from './say';
import { dateText, names } from './hitRows';

const t = vscode.l10n.t;

/** Where a citation stands: 《title》第 n 段. */
export function place(source: Source | undefined, paragraph: number | undefined): string {
	if (!source) return '';
	const title = markedTitle(source.title);
	// Of an excerpt the paragraphs are ours to count, not the source's.
	return paragraph === undefined || source.fidelity === 'excerpt' ? title : t('{0}, paragraph {1}', title, paragraph);
}

/** Who said it, when, on what occasion; empty where the corpus has none of it. */
export function said(citation: Citation): string {
	return [citation.speaker, citation.date && dateText(citation.date), citation.occasion].filter(Boolean).join(t(', '));
}

/**
 * A citation as a quotation block with who, when and where below it. A point or a figure is in our own words and says
 * so.
 */
export function quoted({ citation, source }: Placed): string {
	const words = citation.kind === 'quotation' ? citation.text : t('{0} (in our words)', citation.text);
	return `> ${escaped(words)}  \n> — ${escaped([said(citation), place(source, citation.paragraph)].filter(Boolean).join(' · '))}`;
}

/** The definition, and what it rests on. */
export function definition(explanation: Explanation): string | undefined {
	const text = explanation.term.definition?.text;
	if (!text) return undefined;
	const basis = explanation.basis;
	if (!basis) return escaped(text);
	if (basis.kind === 'general') return `${escaped(text)}  \n*${escaped(t('General knowledge, not from the corpus.'))}*`;
	const rests = basis.citations.map(({ citation, source }) =>
		[said(citation), place(source, citation.paragraph)].filter(Boolean).join(' · '),
	);
	return `${escaped(text)}  \n*${escaped(t('Rests on: {0}', [...new Set(rests)].join(t('; '))))}*`;
}

/** The first line: the term, what kind it is, its English. */
export function heading(explanation: Explanation): string {
	const { term } = explanation;
	return `**${escaped(term.term)}**${[term.category, term.english]
		.filter(Boolean)
		.map(x => ` · ${escaped(x ?? '')}`)
		.join('')}`;
}

/** `elsewhere`: a line on the person's own documents. */
export function termDetails(id: string, service: PolicyService, elsewhere?: string): vscode.MarkdownString | undefined {
	const explanation = service.explain(id);
	if (!explanation) return undefined;
	const [quotation] = explanation.quotations;
	return markdown([
		heading(explanation),
		definition(explanation),
		explanation.term.usage && escaped(explanation.term.usage),
		elsewhere,
		quotation && quoted(quotation),
	]);
}

export function formulationDetails(
	id: string,
	service: PolicyService,
	elsewhere?: string,
): vscode.MarkdownString | undefined {
	const formulation = service.corpus.formulation(id);
	if (!formulation) return undefined;
	const [heading, ...rest] = formulationBlocks(formulation, service);
	return markdown([heading, ...rest, elsewhere]);
}

/** What it is, how it is used, where it is quoted. */
export function formulationBlocks(formulation: Formulation, service: PolicyService): (string | undefined)[] {
	const places = (formulation.citations ?? []).flatMap(c => service.corpus.citation(c) ?? []).slice(0, 3);
	const whose = escaped(say(standingWords(formulation, service.corpus)));
	return [
		`**${whose}**${formulation.category ? ` · ${escaped(formulation.category)}` : ''}  \n${escaped(formulation.text)}`,
		formulation.usage && escaped(formulation.usage),
		...places.map(citation => quoted({ citation, source: service.corpus.source(citation.source) })),
	];
}

export function citationDetails(id: string, service: PolicyService): vscode.MarkdownString | undefined {
	const citation = service.corpus.citation(id);
	return (
		citation &&
		markdown([`**${escaped(t('Quotation'))}**`, quoted({ citation, source: service.corpus.source(citation.source) })])
	);
}

export function sourceDetails(id: string, service: PolicyService): vscode.MarkdownString | undefined {
	const source = service.corpus.source(id);
	if (!source) return undefined;
	const copyAtHand =
		source.held && t('copy at hand: {0}', [source.held.from, source.held.date].filter(Boolean).join(' '));
	return markdown([
		`**${escaped(source.title)}**`,
		escaped([names(source.author), source['container-title'], source.issued, copyAtHand].filter(Boolean).join(' · ')),
	]);
}
