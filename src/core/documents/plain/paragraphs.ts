// Text as a file has it → clean lines and paragraphs: radicals made characters, invisible ones gone, broken lines
// joined.

import { withoutRadicals } from '../../text/radicals';
import { GrowingText } from './growingText';
import { wrapOf } from './hardWrap';
import { isMarkedHeading, lineKind, type LineKind } from './lineKinds';

/** Control characters, what has no width, half surrogates: nothing of it is the writer's. Line ends and tabs stay. */
const invisible = new RegExp(
	[
		'[\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u00ad\\u200b\\u200e\\u200f',
		'\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff\\ufff9-\\ufffb]',
	].join(''),
	'g',
);

/** A zero-width joiner is something only between the parts of a picture. */
const joiner = /(?<!\p{Extended_Pictographic}\uFE0F?)\u200d/gu;

/** The text with radicals as characters, line ends as `\n`, and without what cannot be seen. */
export function cleanText(text: string): string {
	return withoutRadicals(text)
		.replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')
		.replace(invisible, '')
		.replace(joiner, '')
		.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** One line without spaces at its ends; a row of spaces inside becomes one. */
export function oneLine(text: string): string {
	return cleanText(text)
		.split('\n')
		.map(part => part.trim())
		.join(' ')
		.replace(/[ \t\u00a0]+/g, ' ')
		.replace(/\u3000{2,}/g, '\u3000')
		.trim();
}

export interface Paragraphs {
	readonly paragraphs: readonly string[];
	/** Line each begins on, from 1. */
	readonly lines: readonly number[];
}

/** Ends of a sentence, or of what announces the next. */
const ended = /[。！？!?；;：:…][”’"』」》）)]*$/;

/**
 * The paragraphs of plain text. Where blank lines part them, a line that breaks off in the middle of a sentence goes on
 * in the next one, unless that is indented or a heading; where a machine has broken all lines at one width, a line of
 * that width does; else every line is a paragraph. Nothing is left out.
 */
export function paragraphsOf(text: string): Paragraphs {
	const rawLines = cleanText(text).split('\n');
	const filled = rawLines.filter(raw => !isBlank(raw)).length;
	const blocks = rawLines.filter((raw, i) => !isBlank(raw) && isBlank(rawLines[i - 1] ?? '')).length;
	const parted = blocks > 1 && blocks * 4 >= filled;
	const wrap = wrapOf(rawLines);
	const paragraphs: GrowingText[] = [];
	const lines: number[] = [];
	let above = '';
	rawLines.forEach((raw, i) => {
		const line = oneLine(raw);
		if (isBlank(raw)) {
			above = '';
			return;
		}
		const last = paragraphs.at(-1);
		if (above !== '' && last && (wrap?.goesOn(above, raw) ?? (parted && goesOn(last, raw, line))))
			last.add(line, gap(last.tail, line));
		else {
			paragraphs.push(new GrowingText(line));
			lines.push(i + 1);
		}
		above = raw;
	});
	return { paragraphs: paragraphs.map(paragraph => paragraph.text), lines };
}

function isBlank(line: string): boolean {
	return /^[\s\u200c]*$/.test(line);
}

function goesOn({ tail, length, sample: before }: GrowingText, raw: string, line: string): boolean {
	if (ended.test(tail) || /^(?:\u3000|\s{2,})/.test(raw)) return false;
	if (length <= 30 && !/[，、；,《“‘（(「]/.test(before)) return false; // a heading, or a title
	return !isMarkedHeading(before) && !isMarkedHeading(line) && prose.has(lineKind(before)) && prose.has(lineKind(line));
}

const prose: ReadonlySet<LineKind> = new Set(['text', 'short']);

/**
 * What stands between two lines that become one: only letters of other scripts have a space where a line was broken.
 */
export function gap(before: string, after: string): string {
	return /[A-Za-z0-9.,;:!?)%]$/.test(before) && /^[A-Za-z0-9(]/.test(after) ? ' ' : '';
}
