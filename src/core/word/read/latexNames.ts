// What a draft in LaTeX names: its own commands, and the numbers of what has a label.

import { groupAt } from './latexText';

/** A command that the draft defines: how many arguments it takes, and what it stands for. */
export interface Macro {
	readonly count: number;
	readonly body: string;
}

/** What a label names, and its number. */
export interface Labelled {
	readonly kind: 'figure' | 'table' | 'section' | 'equation';
	readonly number: string;
}

export interface Names {
	readonly macros: ReadonlyMap<string, Macro>;
	readonly labels: ReadonlyMap<string, Labelled>;
}

/** The commands and labels of a draft without comments. */
export function namesIn(text: string): Names {
	return { macros: macrosIn(text), labels: labelsIn(text) };
}

/** Space between the parts of a command, as far as it is counted. */
const space = String.raw`\s{0,20}`;
const definition = new RegExp(
	[
		String.raw`\\(?:(?:re)?newcommand|providecommand)\*?${space}\{?${space}\\([A-Za-z]+)${space}\}?`,
		String.raw`${space}(?:\[(\d)\])?${space}(\[[^\]]*\])?${space}\{|\\def${space}\\([A-Za-z]+)${space}\{`,
	].join(''),
	'g',
);

function joined(patterns: readonly RegExp[]): RegExp {
	return new RegExp(patterns.map(one => one.source).join('|'), 'g');
}

/** One with an argument that may be left out is none: what it stands for is not certain. */
function macrosIn(text: string): ReadonlyMap<string, Macro> {
	const found = new Map<string, Macro>();
	for (const { 0: written, 1: name, 2: count = '0', 3: optional, 4: other, index } of text.matchAll(definition))
		if (optional === undefined)
			found.set(name ?? other ?? '', { count: Number(count), body: groupAt(text, index + written.length) });
	return found;
}

/** What a command stands for, with what it is given. */
export function expanded({ body }: Macro, given: readonly string[]): string {
	return body.replace(/#(\d)/g, (_, digit: string) => given[Number(digit) - 1] ?? '');
}

const step = joined([
	/\\(begin|end)\{(figure|table|longtable|equation|align)(\*?)\}/,
	/\\(caption)(?=[[{])/,
	/\\((?:sub){0,2}section)(\*?)(?=[[{])/,
	/\\label\{([^{}]*)\}/,
]);
/** Environments that count with others. */
const countedAs: ReadonlyMap<string, keyof Counter['counts']> = new Map([
	['align', 'equation'],
	['longtable', 'table'],
]);
const sections = ['section', 'subsection', 'subsubsection'];

/** Counts as LaTeX does: a label names what was counted last around it. */
function labelsIn(text: string): ReadonlyMap<string, Labelled> {
	const counter = new Counter();
	for (const [, edge, environment = '', star, caption, section, sectionStar, label] of text.matchAll(step)) {
		if (edge === 'begin') counter.open(environment, star !== '');
		else if (edge === 'end') counter.close();
		else if (caption !== undefined) counter.caption();
		else if (section !== undefined && sectionStar === '') counter.section(sections.indexOf(section));
		else if (label !== undefined) counter.label(label);
	}
	return counter.labels;
}

class Counter {
	readonly labels = new Map<string, Labelled>();
	private readonly counts = { figure: 0, table: 0, equation: 0 };
	private readonly levels: number[] = [];
	private around: keyof Counter['counts'] | undefined;
	private captioned = false;

	open(environment: string, isStarred: boolean): void {
		const kind = countedAs.get(environment) ?? (environment as keyof Counter['counts']);
		this.around = kind;
		this.captioned = false;
		if (kind === 'equation' && !isStarred) this.counts.equation++;
	}

	close(): void {
		this.around = undefined;
	}

	caption(): void {
		if (this.around === undefined || this.around === 'equation') return;
		this.counts[this.around]++;
		this.captioned = true;
	}

	section(level: number): void {
		this.levels.length = level + 1;
		for (let at = 0; at <= level; at++) this.levels[at] ??= 0;
		this.levels[level] = (this.levels[level] ?? 0) + 1;
	}

	label(name: string): void {
		const { around } = this;
		if (around === undefined) this.labels.set(name, { kind: 'section', number: this.levels.join('.') });
		// Before its caption it is meant for what comes.
		else {
			const ahead = Number(around !== 'equation' && !this.captioned);
			this.labels.set(name, { kind: around, number: String(this.counts[around] + ahead) });
		}
	}
}
