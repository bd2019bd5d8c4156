// Annexes: how they are listed, where they begin, and where the text names them. What disagrees is found.

import type { FindingOf } from '../../draft/finding';
import { numberValue } from '../../text/numerals';
import { annexList, type AnnexEntry } from './annexList';
import { numberedOf, type Numbered, type ProseLine } from './numberedLines';
import { behindLast } from '../../text/words/textEnd';

type Title = FindingOf<'structure.title'>;
type Count = FindingOf<'structure.number'>;

/** The page that an annex begins: 附件1 alone on a line, the how manieth line that is, and the line below it. */
interface Page {
	readonly mark: Numbered;
	readonly at: number;
	readonly name: ProseLine | undefined;
}

/** So few lines between two pages of one number are no annex. */
const fewLines = 3;
/** A longer line is no name. */
const longest = 60;

/** Annexes that have two names, that are numbered wrongly, or that the text names and that are not there. */
export function annexFindings(lines: readonly ProseLine[]): readonly (Title | Count)[] {
	const listed = annexList(lines);
	const pages = pagesIn(lines);
	return [
		...misnamed(listed, pages),
		...listed.flatMap((entry, at) => misnumbered(entry, listed[at - 1])),
		...pages.flatMap((page, at) => doubled(page, pages[at - 1], listed)),
		...unlistedPages(listed, pages),
		...unlistedNames(lines, listed),
	];
}

function pagesIn(lines: readonly ProseLine[]): readonly Page[] {
	return lines.flatMap((line, at) => {
		const mark = numberedOf(line);
		return mark?.scheme === '附件' && mark.words === '' ? [{ mark, at, name: lines[at + 1] }] : [];
	});
}

/** Names that are alike and not the same, or that another annex has: others are lines broken otherwise. */
function misnamed(listed: readonly AnnexEntry[], pages: readonly Page[]): readonly Title[] {
	const nameOf = (value: number) => listed.find(one => one.value === value)?.name;
	const others = pages.filter(({ mark, name }) => name && isSame(name.text, nameOf(mark.value) ?? ''));
	const leastAlike = others.length > 0 ? 0.5 : 0.7;
	return pages.flatMap(({ mark, name }) => {
		const expected = nameOf(mark.value);
		if (expected === undefined || !name || name.text.length > longest || isWithin(name.text, expected)) return [];
		const isAnothers = listed.some(one => one.value !== mark.value && isSame(one.name, name.text));
		if (!isAnothers && likeness(name.text, expected) < leastAlike) return [];
		const { start, text: written } = name;
		return [
			{ code: 'structure.title', severity: 'warning', start, end: start + written.length, data: { written, expected } },
		];
	});
}

/** Numbers in the list that are missing or come twice. */
function misnumbered({ value, start, mark }: AnnexEntry, before: AnnexEntry | undefined): readonly Count[] {
	if (!before || value === before.value + 1) return [];
	if (value === before.value) return [finding(start, { written: mark, why: 'doubled' })];
	const expected = mark.replace(/\d+/, String(before.value + 1));
	return [finding(start, { written: mark, why: 'missing', expected })];
}

/** Two pages of one number; an annex may have annexes of its own, which begin with one. */
function doubled({ mark, at }: Page, before: Page | undefined, listed: readonly AnnexEntry[]): readonly Count[] {
	if (before?.mark.value !== mark.value) return [];
	const isNear = at - before.at <= fewLines;
	if (mark.value === 1 && !isNear && listed.length < 2) return [];
	return [finding(mark.start, { written: mark.mark, why: 'doubled' })];
}

/** Pages beyond those of a list of several. */
function unlistedPages(listed: readonly AnnexEntry[], pages: readonly Page[]): readonly Count[] {
	const last = listed.at(-1)?.value ?? 0;
	if (listed.length < 2) return [];
	const beyond = pages.filter(
		({ mark }, at) => mark.value > last && mark.value === (pages[at - 1]?.mark.value ?? 0) + 1,
	);
	return beyond.map(({ mark }) => finding(mark.start, { written: mark.mark, why: 'unlisted' }));
}

/** 附件3 of a text that has two, behind words that lead to one of its own. */
const named = new RegExp(
	[
		/(?<=[见（(和与及、至到按照据填写]\s?)附件\s?/,
		/(\d{1,2}|[一二三四五六七八九十]{1,2})/,
		/(?![\d.．\-－—一二三四五六七八九十])/,
	]
		.map(one => one.source)
		.join(''),
	'g',
);

function unlistedNames(lines: readonly ProseLine[], listed: readonly AnnexEntry[]): readonly Count[] {
	const pages = Math.max(0, ...lines.map(pageNumber));
	const own = listed.at(-1)?.value ?? 0;
	const count = listed.length > 1 ? own : Math.max(own, pages);
	if (count < 1) return [];
	return lines.flatMap(({ start, text }) =>
		[...text.matchAll(named)]
			.filter(({ 1: digits = '', index }) => valueOf(digits) > count && !isOfOther(text.slice(0, index)))
			.map(({ 0: written, index }) => finding(start + index, { written, why: 'unlisted' })),
	);
}

function valueOf(digits: string): number {
	return /\d/.test(digits) ? Number(digits) : (numberValue(undefined, digits) ?? 0);
}

/** Whether what stands before names another paper in its sentence. */
function isOfOther(before: string): boolean {
	return /[》号]/.test(behindLast(before, '。；！？'));
}

function pageNumber(line: ProseLine): number {
	const mark = numberedOf(line);
	return mark?.scheme === '附件' ? mark.value : 0;
}

function finding(start: number, data: Count['data']): Count {
	return { code: 'structure.number', severity: 'warning', start, end: start + data.written.length, data };
}

function isSame(one: string, other: string): boolean {
	return other !== '' && lettersOf(one) === lettersOf(other);
}

/** Whether one name is a part of the other: nothing is wrong with a shorter or a longer one. */
function isWithin(one: string, other: string): boolean {
	const [own, others] = [lettersOf(one), lettersOf(other)];
	return own.includes(others) || others.includes(own);
}

/** How much of the longer of two names the other has, of names about as long as each other. */
function likeness(one: string, other: string): number {
	const [own, others] = [lettersOf(one), lettersOf(other)];
	if (Math.abs(own.length - others.length) > 4) return 0;
	return [...own].filter(character => others.includes(character)).length / Math.max(1, own.length, others.length);
}

function lettersOf(text: string): string {
	return text.replace(/[（(][^（）()]*[)）]$/, '').replace(/[^\p{L}\p{N}]/gu, '');
}
