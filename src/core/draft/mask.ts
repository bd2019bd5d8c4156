// A draft with everything blanked out in which no citation can stand: code, formulas, comments, tags, addresses,
// escaped marks.

import { scannerOf } from './lineRegions';
import { textLines, type TextLine } from './lines';
import type { Region, RegionKind } from './region';

/** A draft to be searched. */
export interface MaskedDraft {
	readonly text: string;
	readonly lines: readonly TextLine[];
	/** As long as the text; what cannot hold a citation is `blank`, line ends stay. */
	readonly masked: string;
	/** For each line that is blanked altogether, why: code, a formula, front matter, a comment. */
	readonly closed: readonly (RegionKind | undefined)[];
}

/** What stands where something was blanked out. No pattern for text matches it. */
export const blank = '\0';

const kinds: ReadonlySet<RegionKind> = new Set<RegionKind>(['frontMatter', 'code', 'math', 'comment', 'html', 'link']);
/** A longer line is data somebody pasted. */
const longest = 50_000;

/** Blanks out what cannot hold a citation. Costs one pass over the draft. */
export function maskDraft(text: string, language: string): MaskedDraft {
	const lines = textLines(text);
	const scanner = scannerOf(language);
	const markdown = language === 'markdown';
	const closed: (RegionKind | undefined)[] = [];
	const open = markdown ? openings(lines) : { front: false, comment: Infinity };
	let state = scanner.initial;
	let masked = '';
	let at = 0;
	lines.forEach((line, number) => {
		const data = line.text.length > longest;
		// Front matter or a comment within a line that nothing closes is text like any other.
		const read =
			number === 0 && open.front
				? '***'
				: line.start + line.text.length > open.comment
					? line.text.replaceAll('<!--', '\0\0\0\0')
					: line.text;
		const { after, regions } = data
			? { after: state, regions: [{ start: 0, end: line.text.length, kind: 'code' as const }] }
			: scanner.scan(state, read);
		state = after;
		masked += text.slice(at, line.start) + maskLine(line.text, number === 0 && open.front ? [] : regions, markdown);
		at = line.start + line.text.length;
		const [only, ...more] = line.text === '' ? [] : regions;
		const end = line.text.trimEnd().length;
		closed.push(
			only &&
				more.length === 0 &&
				line.text.slice(0, only.start).trim() === '' &&
				only.end >= end &&
				blocks.has(only.kind)
				? only.kind
				: undefined,
		);
	});
	return { text, lines, masked: markdown ? withoutLongCode(masked) : masked, closed };
}

const blocks: ReadonlySet<RegionKind> = new Set<RegionKind>(['frontMatter', 'code', 'math', 'comment']);

function maskLine(line: string, regions: readonly Region[], markdown: boolean): string {
	let out = '';
	let at = 0;
	const prose = (end: number) => {
		const part = line.slice(at, end);
		out += markdown && part.includes('\\') ? part.replace(/\\[\s\S]/g, blank + blank) : part;
		at = end;
	};
	for (const region of regions) {
		if (!kinds.has(region.kind) || region.end <= at) continue;
		// Backticks that nothing on their line closes may open code that goes on below.
		if (markdown && region.kind === 'code' && /^`+$/.test(line.slice(region.start, region.end))) continue;
		prose(Math.max(at, region.start));
		out += blank.repeat(region.end - at);
		at = region.end;
	}
	prose(line.length);
	return out;
}

/** Code within a paragraph that goes over a line end: two equal runs of backticks without a blank line between. */
function withoutLongCode(masked: string): string {
	if (!masked.includes('`')) return masked;
	return masked.replace(/(?<!`)(`+)(?!`)((?:(?!\n[ \t]*\r?\n)[^])*?)(?<!`)\1(?!`)/g, code =>
		code.replace(/[^\r\n]/g, blank),
	);
}

/**
 * Whether front matter begins that nothing closes, and from where on `<!--` is no comment, for nothing closes it and it
 * begins no line.
 */
function openings(lines: readonly TextLine[]): { readonly front: boolean; readonly comment: number } {
	const fence = /^(---|\+\+\+)\s*$/.exec(lines[0]!.text)?.[1];
	const front =
		fence !== undefined &&
		!lines.some((line, at) => at > 0 && (fence === '---' ? /^(?:---|\.\.\.)\s*$/ : /^\+\+\+\s*$/).test(line.text));
	let last = lines.length - 1;
	while (last >= 0 && !lines[last]!.text.includes('-->')) last--;
	const behind = last < 0 ? 0 : lines[last]!.start + lines[last]!.text.lastIndexOf('-->');
	const first = lines
		.slice(Math.max(0, last))
		.find(line => line.start + line.text.lastIndexOf('<!--') >= behind && line.text.includes('<!--'));
	return {
		front,
		comment: first && !/^ {0,3}<!--/.test(first.text) ? first.start + first.text.lastIndexOf('<!--') : Infinity,
	};
}
