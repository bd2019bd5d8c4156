// A draft with everything blanked out in which no citation can stand: code, formulas, comments, tags, addresses,
// escaped marks.

import { scannerOf } from './lineRegions';
import { textLines, type TextLine } from './lines';
import { whole, type Region, type RegionKind } from './region';

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
	const unclosed = markdown ? unclosedIn(lines) : { frontMatter: false, comment: Infinity };
	let state = scanner.initial;
	let masked = '';
	let at = 0;
	for (const [number, line] of lines.entries()) {
		const isRule = number === 0 && unclosed.frontMatter;
		const { after, regions } =
			line.text.length > longest
				? { after: state, regions: whole(line.text, 'code') }
				: scanner.scan(state, isRule ? '***' : withoutUnclosed(line, unclosed.comment));
		state = after;
		masked += text.slice(at, line.start) + maskLine(line.text, isRule ? [] : regions, markdown);
		at = line.start + line.text.length;
		closed.push(closedBy(line.text, regions));
	}
	return { text, lines, masked: markdown ? withoutLongCode(masked) : masked, closed };
}

/** A line as it is scanned: where nothing closes a comment, its beginning is text like any other. */
function withoutUnclosed({ start, text }: TextLine, comment: number): string {
	if (start + text.length > comment) return text.replaceAll('<!--', blank.repeat(4));
	return text;
}

const blockKinds: ReadonlySet<RegionKind> = new Set<RegionKind>(['frontMatter', 'code', 'math', 'comment']);

/** Why a line is blanked altogether: one region of such a kind holds all that stands on it. */
function closedBy(line: string, regions: readonly Region[]): RegionKind | undefined {
	const [only, ...more] = regions;
	if (line === '' || !only || more.length > 0 || !blockKinds.has(only.kind)) return undefined;
	if (line.slice(0, only.start).trim() === '' && only.end >= line.trimEnd().length) return only.kind;
	return undefined;
}

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
function unclosedIn(lines: readonly TextLine[]): { readonly frontMatter: boolean; readonly comment: number } {
	const fence = /^(---|\+\+\+)\s*$/.exec(lines[0]?.text ?? '')?.[1];
	const closing = fence === '---' ? /^(?:---|\.\.\.)\s*$/ : /^\+\+\+\s*$/;
	const frontMatter = fence !== undefined && !lines.some((line, at) => at > 0 && closing.test(line.text));
	const last = lines.findLastIndex(line => line.text.includes('-->'));
	const closer = lines[last];
	const behind = closer ? closer.start + closer.text.lastIndexOf('-->') : 0;
	const opener = lines
		.slice(Math.max(0, last))
		.find(line => line.text.includes('<!--') && line.start + line.text.lastIndexOf('<!--') >= behind);
	const isComment = !opener || /^ {0,3}<!--/.test(opener.text);
	return { frontMatter, comment: isComment ? Infinity : opener.start + opener.text.lastIndexOf('<!--') };
}
