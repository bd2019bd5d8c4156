// Who is named beside some words with no verb of saying: behind a dash, in brackets, in a cell, before a colon.

import type { Block } from '../../draft/blocks';
import { fold } from '../../text/fold';
import { anyOf, offices } from '../../text/officialNames';
import type { Candidate } from '../verdict';
import type { Clause } from './clause';
import { meetingIn } from './meetings';
import { congressIn } from './occasion';
import { speakerByForm, titledIn } from './persons';

/** The mark that ends some words, and a stop beside it. */
const endMark = '^[。！？，]?[”」』"][。]?(?:\\s|\\0)*';
const dashBehind = new RegExp(`${endMark}(?:[—―]{1,2}|--|–)[\\s\\0]*([^。；！？“”「」|\\n]{2,60})`);
const bracketBehind = new RegExp(`${endMark}[（(]([^（()）\\n]{2,60})[）)]`);
/** Behind these stands where the words are printed, which may be later than when they were said. */
const printed = /[《〈：:]|[载见]于?[《“]|引自/;
const colonBefore = /([^\s\0|，,。；：:]{2,12})[\s\0]*[：:][\s\0]*$/;
const office = `(?:副?${anyOf(offices)}|同志|先生|教授)?`;
/** What follows who said something, where he is named as such and does nothing else. */
const aloneBehind = new RegExp(`^${office}(?:$|[，,、（(\\s\\0\\d于在]|的(?:这|讲话|话|论|报告))`);
/** In brackets a name is that of an author as often: only who is known to speak, or has an office, is a speaker. */
type Known = 'any' | 'known';

/** Who is named for the words of a candidate beside them, without a verb. `names`: speakers the corpus knows. */
export function signatureOf(block: Block, { start, end }: Candidate, names: readonly string[]): Clause | undefined {
	const behind = block.text.slice(end, end + 100);
	const before = block.text.slice(Math.max(0, start - 61), Math.max(0, start - 1));
	const leadFrom = Math.max(0, start - 61);
	return (
		signed(dashBehind.exec(behind), end, names, 'any') ??
		inBrackets(signed(bracketBehind.exec(behind), end, names, 'known')) ??
		signed(colonBefore.exec(before), leadFrom, names, 'any') ??
		cellBeside(block.text, { start, end }, names)
	);
}

/** What a pattern found from an offset on, where it begins with who speaks. */
function signed(
	found: RegExpExecArray | null,
	from: number,
	names: readonly string[],
	known: Known,
): Clause | undefined {
	const written = found?.[1];
	if (!found || written === undefined) return undefined;
	const clause = written.slice(0, printed.exec(written)?.index);
	if (!isSignature(clause, names, known)) return undefined;
	return { from: from + found.index + found[0].lastIndexOf(written), clause };
}

function inBrackets(clause: Clause | undefined): Clause | undefined {
	return clause && { ...clause, inBrackets: true };
}

/** Whether words begin with who speaks and say nothing else of him. */
export function isSignature(words: string, names: readonly string[], known: Known): boolean {
	const said = fold(words).trim();
	const titled = titledIn(said);
	const name = [...names.map(one => fold(one)), ...(titled ? [titled.name] : [])].find(one => said.startsWith(one));
	if (name !== undefined) return aloneBehind.test(said.slice(name.length));
	const occasion = congressIn(said) ?? meetingIn(said);
	if (occasion && /^(?:党的|中共)?$/.test(said.slice(0, occasion.start))) return true;
	return known === 'any' && speakerByForm(said)?.start === 0;
}

/** Columns that say whose the words of their rows are. */
const speakers = /人|者|谁|姓名|来源|出处|领导|[Ss]peaker|[Ww]ho|[Ss]ource/;

/** A cell of the same row of a table that has a name and nothing else, with the cells on its side of the words. */
function cellBeside(text: string, { start, end }: Pick<Candidate, 'start' | 'end'>, names: readonly string[]) {
	const row = rowAround(text, start);
	if (!row) return undefined;
	const header = cellsOf(text.slice(0, text.indexOf('\n')));
	for (const [column, { words, at }] of cellsOf(row.text).entries()) {
		const from = row.start + at;
		if (from + words.length > start && from < end) continue;
		const known = speakers.test(header[column]?.words ?? '') ? 'any' : 'known';
		if (!isSignature(words, names, known)) continue;
		const stop = from < start ? start - 1 : text.indexOf('\n', end);
		return { from, clause: text.slice(from, stop < 0 ? undefined : stop) };
	}
	return undefined;
}

const deepestIndent = 40;

/** The row of a table that has an offset. */
export function rowAround(text: string, at: number): { readonly text: string; readonly start: number } | undefined {
	const start = text.lastIndexOf('\n', at) + 1;
	if (!/^[^\S\n]*\|/.test(text.slice(start, start + deepestIndent))) return undefined;
	const end = text.indexOf('\n', start);
	return { text: text.slice(start, end < 0 ? undefined : end), start };
}

/** The cells of a row that a bar ends: their words, and where these begin; empty ones as well, to count columns by. */
export function cellsOf(row: string): readonly { readonly words: string; readonly at: number }[] {
	let from = 0;
	return row
		.split('|')
		.slice(0, -1)
		.map(cell => {
			const spaced = cell.replaceAll('\0', ' ');
			const at = from + spaced.length - spaced.trimStart().length;
			from += cell.length + 1;
			return { words: spaced.trim(), at };
		});
}
