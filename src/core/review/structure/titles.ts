// Headings on lines of their own that end with a full stop; annexes that have one name where they are listed and
// another where they begin.

import type { FindingOf } from '../../draft/finding';
import { isLevel, numberedOf, type Numbered, type NumberedList, type ProseLine } from './numberedLines';

type Found = FindingOf<'structure.title'>;

/** A longer one is a sentence. */
const longest = 30;

/** Full stops behind headings. */
export function stopFindings(lines: readonly ProseLine[], lists: readonly NumberedList[]): readonly Found[] {
	const headings = lines.filter(({ depth, text }) => depth !== undefined && endsAlone(text));
	const alone = lists
		.flatMap(oddOnesOut)
		.map(({ block, start }) => lines.find(one => one.block === block && one.start === start));
	return [...headings, ...alone.filter(line => line !== undefined && line.depth === undefined)].flatMap(line =>
		line ? [stopOf(line)] : [],
	);
}

/** A heading that stands alone: one sentence. */
function endsAlone(text: string): boolean {
	return /^[^。！？；]+。$/.test(text) && text.length <= longest;
}

/** Of lines without # those that alone have a full stop, where the others of their list (two at least) have none. */
function oddOnesOut({ items, scheme }: NumberedList): readonly Numbered[] {
	if (!isLevel(scheme) || scheme > 1 || items.some(one => one.words.length > longest)) return [];
	const odd = items.filter(({ words }) => endsAlone(words));
	const plain = items.filter(({ words }) => /^[^。；！？：，…;,]+[\p{L}\p{N}）》”]$/u.test(words));
	return odd.length === 1 && odd[0] !== items.at(-1) && plain.length === items.length - 1 && plain.length > 1
		? odd
		: [];
}

function stopOf({ start, text }: ProseLine): Found {
	const at = start + text.length - 1;
	return {
		code: 'structure.title',
		severity: 'warning',
		start: at,
		end: at + 1,
		data: { written: text, wording: '' },
	};
}

/** 附件：1. … and the lines behind it; 附件1 alone on a line with its name in the next. */
export function annexFindings(lines: readonly ProseLine[]): readonly Found[] {
	const listed = listedAnnexes(lines);
	if (listed.size === 0) return [];
	return lines.flatMap((line, at) => {
		const mark = numberedOf(line);
		const name = lines[at + 1];
		if (mark?.scheme !== '附件' || mark.words !== '' || !name || name.text.length > 60) return [];
		const expected = listed.get(mark.value);
		if (expected === undefined || !isAnotherName(name.text, expected)) return [];
		const { start, text: written } = name;
		return [
			{ code: 'structure.title', severity: 'warning', start, end: start + written.length, data: { written, expected } },
		];
	});
}

/** The annexes a draft lists, by number; one alone is the first. */
export function listedAnnexes(lines: readonly ProseLine[]): ReadonlyMap<number, string> {
	const from = lines.findIndex(({ text }) => /^附件\s*[：:]\s*\S/.test(text));
	const listed = new Map<number, string>();
	for (const { text } of from < 0 ? [] : lines.slice(from, from + 30)) {
		const [, number, name = ''] = /^(?:附件\s*[：:]\s*)?(?:(\d{1,2})[.．、]\s*)?(.*)$/.exec(text) ?? [];
		const value = Number(number ?? 1);
		if (value !== listed.size + 1 || name === '') break;
		listed.set(value, name.trim());
	}
	return listed;
}

/** Whether two names are alike and not the same: names that have little in common are lines broken otherwise. */
function isAnotherName(written: string, expected: string): boolean {
	const [one, other] = [written, expected].map(nameOf);
	if (one === undefined || other === undefined || one.includes(other) || other.includes(one)) return false;
	const common = [...one].filter(character => other.includes(character)).length;
	return Math.abs(one.length - other.length) <= 4 && common >= 0.7 * Math.max(one.length, other.length);
}

function nameOf(text: string): string {
	return text.replace(/[（(][^（）()]*[)）]$/, '').replace(/[^\p{L}\p{N}]/gu, '');
}
