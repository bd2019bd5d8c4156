// What the front matter says and a Word file shows as it stands: the title, who it is of, its number. Changed there, it
// is changed in the front matter.

import type { Draft } from '../../draft/draft';
import type { Edit } from '../../draft/edit';
import { readScalar, type Scalar } from '../../draft/yamlScalar';
import type { Unit } from './units';
import { joinedLines } from '../../text/words/textEnd';

const shown = /^(title|标题|题名|subtitle|副标题|organ|发文机关|发文机关标志|number|文号|发文字号)\s*[:：=]\s*(?=\S)/i;

/** The values that are shown as they stand, each a unit; one with marks of its own is none. */
export function matterUnits({ lines, closed, language }: Draft): readonly Unit[] {
	if (language !== 'markdown') return [];
	return lines.flatMap(({ text, start }, at) => {
		const mark = closed[at] === 'frontMatter' ? shown.exec(text)?.[0] : undefined;
		const scalar = mark === undefined ? undefined : readScalar(text, mark.length);
		if (mark === undefined || !scalar || scalar.value !== text.slice(scalar.start, scalar.end)) return [];
		if (/\\|<br|^[[{]/i.test(scalar.value)) return [];
		return [unitOf(scalar, start, text.slice(0, scalar.start))];
	});
}

function unitOf({ value, start }: Scalar, line: number, mark: string): Unit {
	const places = [...value.matchAll(/\S/gu)].flatMap(({ 0: character, index }) =>
		character.split('').map((_, at) => line + start + index + at),
	);
	return {
		text: value.replace(/\s+/gu, ''),
		from: places,
		to: places.map(place => place + 1),
		kind: 'matter',
		mark,
		start: line + start,
		end: line + start + value.length,
	};
}

/** Whether a unit is the title of the front matter. */
export function isTitle({ kind, mark }: Unit): boolean {
	return kind === 'matter' && /^(?:title|标题|题名)/i.test(mark);
}

/** Plain values that mean nothing else to YAML. */
const plain = /^[\p{L}\p{N}《〈“‘（〔【「『][^\n]*$/u;
const meaning = /:(?:\s|$)|\s#|^(?:true|false|null|yes|no|on|off|[\d.eE+-]+)$/i;

/** Edits of a value; in quotation marks where they leave what is no plain value. */
export function matterEdits({ text }: Draft, { start, end, mark }: Unit, edits: readonly Edit[]): readonly Edit[] {
	const quote = /["']$/.exec(mark)?.[0];
	const quoted = (words: string) => {
		if (quote === undefined) return words;
		return quote === "'" ? words.replaceAll("'", "''") : words.replace(/["\\]/g, '\\$&');
	};
	const own = edits.map(edit => ({ ...edit, text: quoted(joinedLines(edit.text, '')) }));
	const value = own.reduceRight(
		(sum, edit) => sum.slice(0, edit.start - start) + edit.text + sum.slice(edit.end - start),
		text.slice(start, end),
	);
	if (quote !== undefined || (plain.test(value) && !meaning.test(value))) return own;
	return [{ start, end, text: JSON.stringify(value) }];
}
