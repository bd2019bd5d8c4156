// Which stretches of a paragraph cite which source: a sentence up to its note, key, number, or words in brackets.

import type { Corpus } from '../../corpus/corpus';
import type { Block, Cite } from '../../draft/blocks';
import { readLabel } from '../../draft/locator';
import { workReport } from '../../text/officialNames';
import { sentences, type Span } from '../../text/sentences';
import { standingFor } from '../attribution/namedTexts';
import { numberMark, type BlockWords } from './citedWords';
import type { NamedSources } from './namedSources';

/** A stretch of a paragraph, half-open offsets, and ids of the sources it may be from: one of them is cited. */
export interface CitedStretch extends Span {
	readonly sources: readonly string[];
	/** What of its sentence is read with it. */
	readonly sentence: Span;
	/** Only who wrote them is named, or the newspaper: another of their texts may be meant. */
	readonly unsure?: true;
}

/** A citation where it stands; without sources, one of something unknown. */
interface Mark extends Span {
	readonly sources: readonly string[];
}

/** What citations are read with. */
export interface CitationReading {
	readonly corpus: Corpus;
	readonly named: NamedSources;
	readonly words: BlockWords;
}

/**
 * The stretches of a paragraph that cite a known source, and its text without what cites. Of two sources that are cited
 * together nobody knows which number is whose: then there is none.
 */
export function citedStretches(
	block: Block,
	reading: CitationReading,
): { readonly text: string; readonly stretches: readonly CitedStretch[] } {
	const marks = marksIn(block, reading);
	let text = block.text;
	for (const { start, end } of marks) text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
	const spans = sentences(text.replaceAll('\0', ' '));
	let last: readonly string[] = [];
	const stretches = spans.flatMap((span, at) => {
		const next = spans[at + 1]?.start ?? text.length;
		const line = text.slice(span.end, next).search(/[\r\n]/);
		const until = line < 0 ? next : span.end + line;
		const own = marks.filter(one => span.start <= one.start && one.start < until);
		if (own.length > 0) return stretchesOf(text, span, own);
		const stretch = named(text, span, reading.named) ?? meant(text, span, last) ?? written(text, span, reading.named);
		last = stretch?.sources ?? last;
		return stretch ?? [];
	});
	return { text, stretches };
}

/** A sentence cut at its citations, each behind what it is for. */
function stretchesOf(text: string, sentence: Span, marks: readonly Mark[]): CitedStretch[] {
	const groups: Mark[] = [];
	for (const mark of marks) {
		const last = groups.at(-1);
		if (last && /^[\s\0，,、；;]*$/.test(text.slice(last.end, mark.start)))
			groups[groups.length - 1] = { start: last.start, end: mark.end, sources: together(last, mark) };
		else groups.push(mark);
	}
	let from = sentence.start;
	return groups.flatMap((group, at) => {
		const start = from;
		from = group.end;
		// 据[1]，……: what cites stands first.
		const opens = groups.length === 1 && !/[\d一二三四五六七八九十百千]/.test(text.slice(start, group.start));
		const end =
			opens || (at === 0 && group.start <= sentence.start) ? sentence.end : Math.min(group.start, sentence.end);
		const clause = { start: sentence.start, end };
		return group.sources.length === 0 || end <= start ? [] : [{ start, end, sources: group.sources, sentence: clause }];
	});
}

/** What two marks side by side cite: of different sources, none for certain. */
function together(one: Mark, other: Mark): readonly string[] {
	return one.sources.join() === other.sources.join() ? one.sources : [];
}

/** What names a text: its title, or a report of a place and a year, in any order: 江苏省政府工作报告（2025）. */
const yearBehind = '(?:[（(]\\d{4}年?[)）])?';
const naming = new RegExp(`《[^《》]{4,80}》${yearBehind}|[^，。；：！？《》]{0,20}《?${workReport}》?${yearBehind}`);
const someYear = /\d{4}/;

/** A sentence that names its source: 《……》指出，……; 2024年政府工作报告提出，……. */
function named(text: string, sentence: Span, sources: NamedSources): CitedStretch | undefined {
	const name = naming.exec(text.slice(sentence.start, sentence.end));
	const found = name && (name[0].startsWith('《') || someYear.test(name[0])) ? sources.titled(name[0]) : [];
	return name && found.length > 0 ? stretchBehind(sentence, name, found) : undefined;
}

/** A sentence that says 该报告 or 该法 of what was named before. */
function meant(text: string, sentence: Span, sources: readonly string[]): CitedStretch | undefined {
	const name = sources.length > 0 ? standingFor.exec(text.slice(sentence.start, sentence.end)) : null;
	return name ? stretchBehind(sentence, name, sources) : undefined;
}

/** Who says what follows, or where it is printed: 金观平指出，……; 据《经济日报》报道，……. */
const saying = new RegExp(
	'(?:^|[，。；：])(\\p{Script=Han}{2,4})(?:教授)?[也还曾]?(?:在[^，。；]{2,24})?' +
		'(?:指出|认为|提出|强调|写道|表示)|据?《([^《》]{2,16})》(?:报道|文章)?',
	'u',
);

/** A sentence that names who wrote its source, or the newspaper; one of their texts may be meant. */
function written(text: string, sentence: Span, sources: NamedSources): CitedStretch | undefined {
	const name = saying.exec(text.slice(sentence.start, sentence.end));
	const found = name ? sources.written(name[1] ?? name[2] ?? '') : [];
	return name && found.length > 0 ? { ...stretchBehind(sentence, name, found), unsure: true } : undefined;
}

function stretchBehind({ start, end }: Span, name: RegExpExecArray, sources: readonly string[]): CitedStretch {
	const behind = start + name.index + name[0].length;
	return { start: behind, end, sources, sentence: { start: behind, end } };
}

/** All that cites in a paragraph, in order. */
function marksIn(block: Block, { corpus, named: sources, words }: CitationReading): Mark[] {
	const marks: Mark[] = block.cites.map(cite => ({
		start: cite.start,
		end: cite.end,
		sources: sourcesOf(cite, { corpus, named: sources, words }),
	}));
	for (const { 0: all, 1: mark = '', index } of block.text.matchAll(numberMark)) {
		const listed = words.numbered(mark);
		if (!listed) continue;
		const [first = [], ...others] = listed.map(one => sources.of(one));
		const same = others.every(one => one.join() === first.join());
		marks.push({ start: index, end: index + all.length, sources: same ? first : [] });
	}
	for (const { 0: all, index } of block.text.matchAll(/[（(][^（）()\n]{4,120}[)）]/g)) {
		const found = sources.of(all);
		if (found.length > 0) marks.push({ start: index, end: index + all.length, sources: found });
	}
	const found: Mark[] = [];
	for (const mark of marks.sort((a, b) => a.start - b.start)) {
		const last = found.at(-1);
		// Keys of one pair of brackets stand at one place.
		if (last && mark.start < last.end) found[found.length - 1] = { ...last, sources: together(last, mark) };
		else found.push(mark);
	}
	return found;
}

function sourcesOf(cite: Cite, { corpus, named: sources, words }: CitationReading): readonly string[] {
	const labels = cite.form === 'key' ? [cite.label] : readLabel(cite.label).map(one => one.key);
	const known = labels.flatMap(label => corpus.source(label)?.id ?? []);
	if (known[0] !== undefined) return [known[0]];
	const said = words.of(cite);
	return said === undefined ? [] : sources.of(said);
}
