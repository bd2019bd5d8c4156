// Headings of Markdown whose numbers and # say different things: 一、 below （一）, （一） above 一、; two that stand
// side by side and both are the first.

import type { FindingOf } from '../../draft/finding';
import { isLevel, numberedOf, type Numbered, type NumberedList, type ProseLine } from './numberedLines';

type Level = FindingOf<'structure.level'>;
type Count = FindingOf<'structure.number'>;

/** A heading, the one it stands below, and the one beside it before. */
interface Heading {
	readonly depth: number;
	readonly numbered: Numbered | undefined;
	readonly parent: Heading | undefined;
	readonly before: Heading | undefined;
}

/** What is found by the # of headings; `lists`: by their numbers. */
export function headingFindings(
	lines: readonly ProseLine[],
	lists: readonly NumberedList[],
): readonly (Level | Count)[] {
	const headings = headingsIn(lines);
	return [
		...headings.flatMap(upsideDown),
		...headings.flatMap(firstTwice),
		...lists.flatMap(list => above(list, headings)),
	];
}

function headingsIn(lines: readonly ProseLine[]): readonly Heading[] {
	const open: Heading[] = [];
	return lines.flatMap(line => {
		if (line.depth === undefined) return [];
		let before: Heading | undefined;
		while ((open.at(-1)?.depth ?? 0) >= line.depth) before = open.pop();
		const numbered = numberedOf(line);
		const beside = before?.depth === line.depth ? before : undefined;
		const heading = { depth: line.depth, numbered, parent: open.at(-1), before: beside };
		open.push(heading);
		return [heading];
	});
}

/** 一、 right below （一）: the first of those that stand there. */
function upsideDown({ numbered, parent, before }: Heading): readonly Level[] {
	const upper = parent?.numbered;
	if (!numbered || !upper || !isLevel(numbered.scheme) || !isLevel(upper.scheme)) return [];
	if (numbered.scheme >= upper.scheme || before?.numbered?.scheme === numbered.scheme) return [];
	return [levelFinding(numbered, upper)];
}

/** （一） with fewer # than 一、 that it counts below, where no heading without a number is between them. */
function above({ items, parent, scheme }: NumberedList, headings: readonly Heading[]): readonly Level[] {
	const [first] = items;
	if (!first || !parent || !isLevel(scheme) || first.depth === undefined || parent.depth === undefined) return [];
	if (!isLevel(parent.scheme) || parent.scheme >= scheme || first.depth >= parent.depth) return [];
	const depth = first.depth;
	const around = ancestors(headings.find(({ numbered }) => numbered?.start === parent.start)?.parent);
	if (around.some(one => one.depth >= depth && !one.numbered)) return [];
	return [levelFinding(first, parent)];
}

function ancestors(heading: Heading | undefined): readonly Heading[] {
	return heading ? [heading, ...ancestors(heading.parent)] : [];
}

/** （一） beside （一）; numbers that go on are looked at elsewhere. */
function firstTwice({ numbered, before }: Heading): readonly Count[] {
	const other = before?.numbered;
	if (!numbered || !other || numbered.value !== 1 || other.value !== 1) return [];
	if (numbered.scheme !== other.scheme || numbered.words === other.words || !isLevel(numbered.scheme)) return [];
	const { start, end, mark } = numbered;
	return [{ code: 'structure.number', severity: 'warning', start, end, data: { written: mark, why: 'doubled' } }];
}

function levelFinding({ start, end, mark }: Numbered, upper: Numbered): Level {
	return {
		code: 'structure.level',
		severity: 'warning',
		start,
		end,
		data: { written: mark, expected: upper.mark },
	};
}
