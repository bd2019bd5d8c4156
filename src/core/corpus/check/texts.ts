// The records of a pack against the texts they come from: do quotations stand where they say, which paragraph has
// which records.

import { compact } from '../../text/compact';
import { fold } from '../../text/fold';
import { byPlace, problem, type Problem, type Report } from '../problem';
import { hasNumber } from './numbers';
import type { ReadPack } from '../yaml/read';
import type { Citation, PackData, Source } from '../records';

/** A text records come from: the paragraphs of its cleaned body. */
export interface Body {
	/** Name of its file, for messages. */
	readonly name: string;
	readonly title?: string;
	readonly paragraphs: readonly string[];
}

/** What is known of one paragraph of a source: records of it, or the stated reason why there are none, or neither. */
export interface CoveredParagraph {
	readonly paragraph: number;
	readonly records: readonly string[];
	readonly reason?: string;
}

export interface SourceCoverage {
	readonly source: string;
	readonly text: string;
	readonly paragraphs: readonly CoveredParagraph[];
}

const bare = (text: string) => compact(fold(text)).text;
const stem = (name: string) =>
	name
		.replace(/^.*\//, '')
		.replace(/\.[a-z]+$/i, '')
		.toLowerCase();

/**
 * Which body belongs to which source id: by title, else by a file named like the source, else by the quotations that
 * stand in it (only bodies no other source has claimed). Sources without one are not in the answer.
 */
export function matchBodies(data: PackData, bodies: readonly Body[]): ReadonlyMap<string, Body> {
	const matched = new Map<string, Body>();
	const free = new Set(bodies);
	const claim = (source: Source, body: Body | undefined) => {
		if (!body) return;
		matched.set(source.id, body);
		free.delete(body);
	};
	for (const source of data.sources)
		claim(
			source,
			bodies.find(body => body.title !== undefined && bare(body.title) === bare(source.title)),
		);
	for (const source of data.sources)
		if (!matched.has(source.id))
			claim(
				source,
				bodies.find(body => stem(body.name) === source.id),
			);
	for (const source of data.sources) {
		if (matched.has(source.id)) continue;
		const quotations = data.citations.filter(
			citation => citation.source === source.id && citation.kind === 'quotation',
		);
		const counts = [...free].map(body => ({
			body,
			count: quotations.filter(quotation => body.paragraphs.some(paragraph => stands(quotation.text, paragraph)))
				.length,
		}));
		const best = counts.sort((a, b) => b.count - a.count)[0];
		if (best && best.count > 0) claim(source, best.body);
	}
	return matched;
}

/**
 * Every quotation stands in its paragraph (script, width and kind of quotation mark do not count), every number in its
 * text.
 */
export function checkTexts(pack: ReadPack, bodies: readonly Body[]): readonly Problem[] {
	const problems: Problem[] = [];
	const report: Report = (record, path, code, data = {}) => {
		problems.push(problem(pack.places.file(record), pack.places.place(record, path), code, data));
	};
	const matched = matchBodies(pack.data, bodies);
	const sources = new Map(pack.data.sources.map(source => [source.id, source]));
	for (const source of pack.data.sources)
		if (!matched.has(source.id)) report(source, 'id', 'text.absent', { id: source.id });
	for (const citation of pack.data.citations) {
		const body = matched.get(citation.source);
		if (!body) continue;
		if (citation.paragraph !== undefined && citation.paragraph > body.paragraphs.length) {
			report(citation, 'paragraph', 'paragraph.beyond', {
				paragraph: citation.paragraph,
				count: body.paragraphs.length,
				text: body.name,
			});
		} else if (citation.kind === 'quotation')
			quotation(citation, body, sources.get(citation.source)?.fidelity === 'damaged', report);
		else if (citation.kind === 'figure') checkFigure(citation, body, report);
	}
	checkCovered(pack.data, bodies, sources, report);
	return problems.sort(byPlace);
}

/** Every paragraph of a source has a record or a reason; of an excerpt only some are held, and the others need none. */
function checkCovered(
	data: PackData,
	bodies: readonly Body[],
	sources: ReadonlyMap<string, Source>,
	report: Report,
): void {
	for (const { source: id, paragraphs } of coverage(data, bodies)) {
		const source = sources.get(id);
		if (!source || source.fidelity === 'excerpt') continue;
		for (const { paragraph, records, reason } of paragraphs) {
			if (records.length === 0 && reason === undefined) report(source, 'id', 'paragraph.uncovered', { id, paragraph });
		}
	}
}

/** Per source that has a text, per paragraph: the citations of it, or the reason the source states for having none. */
export function coverage(data: PackData, bodies: readonly Body[]): readonly SourceCoverage[] {
	const matched = matchBodies(data, bodies);
	return data.sources.flatMap(source => {
		const body = matched.get(source.id);
		if (!body) return [];
		const paragraphs = body.paragraphs.map((_, i): CoveredParagraph => {
			const records = data.citations
				.filter(citation => citation.source === source.id && citation.paragraph === i + 1)
				.map(citation => citation.id);
			const reason = source.unrecorded?.find(entry => entry.paragraph === i + 1)?.reason;
			return { paragraph: i + 1, records, ...(reason !== undefined && { reason }) };
		});
		return [{ source: source.id, text: body.name, paragraphs }];
	});
}

function quotation(citation: Citation, body: Body, damaged: boolean, report: Report): void {
	const { paragraph: number } = citation;
	const paragraphs = number === undefined ? body.paragraphs : body.paragraphs.slice(number - 1, number);
	const paragraph = paragraphs.find(one => stands(citation.text, one));
	if (paragraph === undefined) {
		notFound(citation, { words: citation.text, field: 'text' }, body, paragraphs, report);
		return;
	}
	if (citation.marked === undefined || damaged) return;
	if (inMarks(citation.text, paragraph) !== citation.marked)
		report(citation, 'marked', 'quotation.marked', { marked: citation.marked ? 1 : 0 });
}

/** A quotation that does not stand in the paragraphs it may be from: in which other one, or with which other marks. */
function notFound(
	citation: Citation,
	{ words, field }: { readonly words: string; readonly field: 'text' | 'wording' },
	body: Body,
	paragraphs: readonly string[],
	report: Report,
): void {
	const { paragraph } = citation;
	const found = body.paragraphs.findIndex(one => stands(words, one)) + 1;
	if (found > 0 && paragraph !== undefined)
		report(citation, 'paragraph', 'quotation.elsewhere', { paragraph, found, text: body.name });
	else if (paragraphs.some(one => bare(one).includes(bare(words))))
		report(citation, field, 'quotation.punctuation', { text: body.name });
	else report(citation, field, 'quotation.notFound', { text: body.name, paragraph: paragraph ?? 0 });
}

/** Whether words stand in a paragraph; `……` in them stands for what was left out. */
function stands(words: string, paragraph: string): boolean {
	const text = fold(paragraph);
	let from = 0;
	for (const piece of fold(words).split(/……|…/)) {
		const at = text.indexOf(piece, from);
		if (at < 0) return false;
		from = at + piece.length;
	}
	return true;
}

/** Whether the words stand inside double quotation marks there, at any of the places they stand. */
function inMarks(words: string, paragraph: string): boolean {
	const text = fold(paragraph);
	const [first = ''] = fold(words).split(/……|…/);
	for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
		if ((text.slice(0, at).match(/"/g)?.length ?? 0) % 2 === 1) return true;
	}
	return false;
}

/** The number of a figure, and the clause that is recorded of it, stand in its paragraph. */
function checkFigure(citation: Citation, body: Body, report: Report): void {
	const { value, paragraph, wording } = citation;
	if (wording !== undefined) {
		const paragraphs = paragraph === undefined ? body.paragraphs : body.paragraphs.slice(paragraph - 1, paragraph);
		if (!paragraphs.some(one => stands(wording, one)))
			notFound(citation, { words: wording, field: 'wording' }, body, paragraphs, report);
	}
	if (value === undefined || paragraph === undefined) return;
	if (!hasNumber(body.paragraphs[paragraph - 1] ?? '', value))
		report(citation, 'value', 'figure.notFound', { value, paragraph });
}
