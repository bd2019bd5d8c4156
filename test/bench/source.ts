// Where the benches take their text from, and how terms and passages are made of it: fixed seed, real pairs of
// characters.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../../src/core/text/fold';

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

export interface Source {
	/** The folder of the project. */
	readonly root: string;
	/** What was read, for the report. */
	readonly name: string;
	readonly text: string;
	/** Runs of Han between marks, folded: no engine is to be slower or worse for traditional script. */
	readonly clauses: readonly string[];
}

/** A document of the reports beside the project. */
export interface DatedText {
	readonly title: string;
	readonly year: string;
	readonly content: string;
}

const reports = '../shared/data/government_work_reports_1954_2015.jsonl';

/** The documents of a file that has one a line. */
export function readJsonLines(file: string): DatedText[] {
	const lines = readFileSync(file, 'utf8').split('\n');
	return lines.filter(line => line !== '').map(line => JSON.parse(line) as DatedText);
}

/** The government work reports beside the project, the newest first; none where they are not. */
export function readTexts(root: string): DatedText[] {
	const file = join(root, reports);
	if (!existsSync(file)) return [];
	return readJsonLines(file).sort((a, b) => Number(b.year) - Number(a.year));
}

/** The government work reports beside the project where they are, else the shipped corpus. */
export function readSource(root: string): Source {
	let name = reports;
	let text = readTexts(root)
		.map(one => one.content)
		.join('\n');
	if (text === '') {
		name = 'corpus/ (the reports are not here: less varied text)';
		const files = readdirSync(join(root, 'corpus'), { recursive: true, encoding: 'utf8' })
			.filter(file => file.endsWith('.yaml'))
			.sort();
		text = files
			.map(file => readFileSync(join(root, 'corpus', file), 'utf8').replace(/^\s*-?\s*[\w-]+:\s?/gm, ''))
			.join('\n');
	}
	return {
		root,
		name,
		text,
		clauses: fold(text)
			.split(/[^\p{Script=Han}]+/u)
			.filter(clause => clause.length >= 2),
	};
}

/** Clauses that have the source's pairs of neighbouring characters, but are new. */
export class Prose {
	private readonly following = new Map<string, string>();

	constructor(
		private readonly clauses: readonly string[],
		private readonly random: () => number,
	) {
		const parts = new Map<string, string[]>();
		for (const clause of clauses) {
			for (let at = 0; at < clause.length; at++) {
				const list = parts.get(clause[at]!);
				if (list) list.push(clause[at + 1] ?? '\n');
				else parts.set(clause[at]!, [clause[at + 1] ?? '\n']);
			}
		}
		for (const [character, list] of parts) this.following.set(character, list.join(''));
	}

	clause(): string {
		let made = this.clauses[Math.floor(this.random() * this.clauses.length)]![0]!;
		for (;;) {
			const next = this.following.get(made[made.length - 1]!)!;
			const character = next[Math.floor(this.random() * next.length)]!;
			if (character === '\n' || made.length === 30) return made;
			made += character;
		}
	}

	/** Clauses and marks, so many characters or some more, but at most `most`. */
	passage(length: number, most: number): string {
		let made = this.clause();
		while (made.length < length) made += (this.random() < 0.3 ? '。' : '，') + this.clause();
		return `${made.slice(0, most)}。`;
	}
}

/** Different words of 2 to 8 characters cut from the source, most of 4; when it has too few, from prose made like it. */
export function makeTerms(source: Source, count: number, seed: number): string[] {
	const random = randomFrom(seed);
	const prose = new Prose(source.clauses, random);
	const terms = new Set<string>();
	for (let tried = 0; terms.size < count; tried++) {
		const clause = tried < count * 4 ? source.clauses[Math.floor(random() * source.clauses.length)]! : prose.clause();
		const length = 2 + Math.floor((random() + random()) * 3.5);
		if (clause.length < length) continue;
		const start = Math.floor(random() * (clause.length - length + 1));
		terms.add(clause.slice(start, start + length));
	}
	return [...terms];
}

/** Passages of 40 to 160 characters. */
export function makePassages(source: Source, count: number, seed: number): string[] {
	const random = randomFrom(seed);
	const prose = new Prose(source.clauses, random);
	return Array.from({ length: count }, () => prose.passage(40 + Math.floor(random() * 120), 180));
}

/** The source itself, again and again, cut at a length in characters; flat, as a document is. */
export function makeText(source: Source, length: number): string {
	return Buffer.from(source.text.repeat(Math.ceil(length / source.text.length)).slice(0, length), 'utf16le').toString(
		'utf16le',
	);
}
