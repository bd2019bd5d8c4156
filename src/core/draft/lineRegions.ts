// What of each line of a draft is prose, kept up to date edit by edit while the draft is written.
import { isTex } from './language';
import { latexScanner } from './latex';
import { markdownScanner } from './markdown';
import type { BlockState, LineScanner, Region } from './region';
import { whole } from './region';

/** The text of a draft, line by line without line ends; an editor's document or an array behind it. */
export interface Lines {
	readonly count: number;
	line(index: number): string;
}

/** A longer line is data somebody pasted, not a paragraph; reading it on every key would be felt. */
export const longestLine = 50_000;

/** What opens front matter, and what ends it. */
const frontMatterEnd = new Map([
	['---', /^(?:---|\.\.\.)\s*$/],
	['+++', /^\+\+\+\s*$/],
]);
const longestFrontMatter = 200;

const plain: LineScanner = { initial: 't', scan: before => ({ after: before, regions: [] }) };

/** The scanner for a language id of VS Code; an unknown language is all prose. */
export function scannerOf(language: string): LineScanner {
	if (language === 'markdown') return markdownScanner;
	if (isTex(language)) return latexScanner;
	return plain;
}

/** Lines over an array of strings. */
export function linesOf(text: string): Lines {
	const lines = text.split(/\r\n|\r|\n/);
	return { count: lines.length, line: index => lines[index] ?? '' };
}

/**
 * Block states of a draft. An edit costs the lines it touches, and the lines below only as far as their state really
 * changes (a fence that is opened changes all of them, a sentence none): the price of a key does not grow with the
 * draft.
 */
export class LineRegions {
	/** `states[i]` is the state before line i. */
	private states: BlockState[];
	private readonly scanner: LineScanner;

	constructor(
		language: string,
		private readonly lines: Lines,
	) {
		this.scanner = scannerOf(language);
		this.states = [this.first()];
	}

	/**
	 * The state before the first line. Front matter that nothing ends within a page or two is no front matter but a rule
	 * that somebody drew.
	 */
	private first(): BlockState {
		const close = frontMatterEnd.get(this.lines.line(0).trimEnd());
		if (this.scanner !== markdownScanner || !close) return this.scanner.initial;
		const last = Math.min(this.lines.count, longestFrontMatter);
		for (let line = 1; line < last; line++) if (close.test(this.lines.line(line))) return this.scanner.initial;
		return 'tb';
	}

	/** Lines [start, start + removed) were replaced by `inserted` lines; `lines` already shows the new text. */
	change(start: number, removed: number, inserted: number): void {
		if (start < longestFrontMatter && this.first() !== this.states[0]) {
			this.states = [this.first()];
			return;
		}
		if (start + 1 >= this.states.length) return;
		if (removed !== inserted) {
			// The states behind the edit move with their lines.
			const fresh = new Array<BlockState>(Math.max(0, inserted - 1)).fill('');
			this.states = this.states.slice(0, start + 1).concat(fresh, this.states.slice(start + Math.max(1, removed)));
		}
		this.rescan(start, start + Math.max(1, inserted));
	}

	/** What of a line is not prose; offsets within the line. */
	of(line: number): readonly Region[] {
		const text = this.lines.line(line);
		if (text.length > longestLine) return whole(text, 'code');
		return this.scanner.scan(this.stateBefore(line), text).regions;
	}

	private stateBefore(line: number): BlockState {
		while (this.states.length <= line && this.states.length < this.lines.count) {
			const last = this.states.length - 1;
			this.states.push(this.after(last));
		}
		return this.states[line] ?? this.scanner.initial;
	}

	/** Rescans from line `from`; done as soon as, at or behind line `edited`, the state is what it was before. */
	private rescan(from: number, edited: number): void {
		for (let line = from; line + 1 < this.states.length; line++) {
			const after = this.after(line);
			if (line + 1 >= edited && this.states[line + 1] === after) return;
			this.states[line + 1] = after;
		}
	}

	private after(line: number): BlockState {
		const before = this.states[line] ?? this.scanner.initial;
		const text = this.lines.line(line);
		if (text.length > longestLine) return before;
		return this.scanner.scan(before, text).after;
	}
}
