// What the first page of an article of a journal says of it: its authors below the title, and the journal, its volume
// and its issue at the edges of the page or in the line on how to cite it.

import { bylineOf, namesOfLine } from '../../text/personName';
import { present, type Evidence } from '../proved';
import type { Joined } from './paragraphs';

/** An article as its print has it. */
export interface Printed {
	readonly evidence: Partial<Evidence>;
	/** The line of its authors and the signs above it, which are no paragraphs. */
	readonly bylines: readonly Joined[];
}

/** An article has an abstract, words on its subject or its class within so many paragraphs. */
const paragraphsAhead = 24;
const abstract = /^[【[［]?\s*(?:内容)?(?:摘\s*要|提\s*要|关\s*键\s*词|中图分类号)/;
/** Signs of notes and workplaces that stand apart from the names they belong to. */
const onlySigns = /^[\d\s,，*＊†‡①-⑨!]+$/;
const signsBehind = /[\d\s*＊†‡①-⑨!]+$/;

/**
 * The article; nothing where a print has no abstract below its title. `edges`: heads and feet that recur; `numbers`:
 * those of the pages, in order.
 */
export function journalArticle(
	paragraphs: readonly Joined[],
	title: Joined | undefined,
	edges: readonly string[],
	numbers: readonly number[],
): Printed | undefined {
	const at = title === undefined ? -1 : paragraphs.indexOf(title);
	if (at < 0) return undefined;
	const head = paragraphs.slice(0, Math.min(at + 1 + paragraphsAhead, paragraphs.length));
	const below = head.slice(at + 1);
	const end = below.findIndex(({ text }) => abstract.test(text));
	if (end < 0) return undefined;
	const named = below.slice(0, end).findIndex(({ text }) => !onlySigns.test(text));
	const author = authorsIn(below[named]?.text ?? '');
	const lines = [...head.slice(0, at).map(({ text }) => text), ...edges].map(plain);
	const issue = citedIn(head.map(({ text }) => plain(text))) ?? issueIn(lines);
	return {
		bylines: author === undefined ? [] : below.slice(0, named + 1),
		evidence: present({ author, ...(issue && printedIn(issue, lines, numbers)) }),
	};
}

function authorsIn(line: string): string | undefined {
	const names = line.replace(signsBehind, '');
	const author = namesOfLine(names)?.join('、') ?? bylineOf(names)?.names;
	return author !== undefined && author.length > 1 ? author : undefined;
}

/** Letters and digits of half width, and no spaces between Han characters that are set apart. */
function plain(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
		.trim();
}

/** An issue, and the name of the journal where it stands beside it. */
interface Issue {
	readonly name?: string;
	readonly year: string;
	readonly volume?: string;
	readonly issue: string;
	readonly page?: string;
}

const cited =
	/\[J\][.．]\s*(\p{Script=Han}{2,20}),\s*((?:19|20)\d{2}),\s*(?:(\d{1,3})\s*)?\((\d{1,2})\)\s*:\s*(\d{1,5}-\d{1,5})/u;

/** 【引用格式】李大为.论平台治理[J].江城研究,2024,37(10):1-6. */
function citedIn(lines: readonly string[]): Issue | undefined {
	for (const [i, line] of lines.entries()) {
		if (!/^[【[]?引(?:用|文)/.test(line)) continue;
		const [, name, year, volume, issue, page] = cited.exec(`${line}${lines[i + 1] ?? ''}`) ?? [];
		if (year !== undefined && issue !== undefined) return present({ name, year, volume, issue, page });
	}
	return undefined;
}

const byYear = /((?:19|20)\d{2})年第?0*(\d{1,2})期(?:.{0,2}第(\d{1,3})卷)?/;
const byVolume = /第(\d{1,3})卷第?0*(\d{1,2})期/;
const inEnglish = /Vol\.?\s*(\d{1,3})\W{1,3}No\.?\s*(\d{1,2})/i;
const nameAhead = /^(\p{Script=Han}{2,20}?)\s*(?=(?:19|20)\d{2}年|Vol)/u;

function issueIn(lines: readonly string[]): Issue | undefined {
	for (const line of lines) {
		const [, year, issue, volume] = byYear.exec(line) ?? [];
		if (year !== undefined && issue !== undefined)
			return present({ name: nameAhead.exec(line)?.[1], year, volume, issue });
	}
	for (const line of lines) {
		const [, volume, issue] = byVolume.exec(line) ?? inEnglish.exec(line) ?? [];
		const year = /(?:19|20)\d{2}(?=年)/.exec(line)?.[0] ?? yearIn(lines);
		if (issue !== undefined && year !== undefined)
			return present({ name: lines.flatMap(one => nameAhead.exec(one)?.[1] ?? [])[0], year, volume, issue });
	}
	return undefined;
}

/** The year of an issue, where the lines around its number name one and no other. */
function yearIn(lines: readonly string[]): string | undefined {
	const said = lines.filter(line => !/DOI|ISSN|CN\s*\d|https?:/i.test(line));
	const years = new Set(said.flatMap(line => line.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []));
	return years.size === 1 ? [...years][0] : undefined;
}

/** What stands alone at the edge of several pages and says nothing else is the journal's name. */
function nameAlone(lines: readonly string[]): string | undefined {
	return lines.find((line, i) => /^\p{Script=Han}{2,12}$/u.test(line) && lines.indexOf(line) < i);
}

function printedIn(found: Issue, lines: readonly string[], numbers: readonly number[]): Partial<Evidence> {
	const name = found.name ?? nameAlone(lines);
	const { year, volume, issue } = found;
	if (name === undefined) return { issued: year };
	const page = found.page ?? pagesOf(numbers);
	return present({
		volume,
		printed: present({ source: `《${name}》`, sourceMarked: true, issued: year, issue, page }),
	});
}

/** The first and the last number of pages that count on. */
function pagesOf(numbers: readonly number[]): string | undefined {
	const [first] = numbers;
	const last = numbers.at(-1);
	const countsOn = numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1);
	return first !== undefined && last !== undefined && last > first && countsOn ? `${first}-${last}` : undefined;
}
