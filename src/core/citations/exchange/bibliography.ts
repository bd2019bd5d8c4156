// What a library of another program is once it is read: a pack that holds only sources; and what can be wrong with a
// key.

import type { Corpus } from '../../corpus/corpus';
import { Lines } from '../../corpus/lines';
import {
	byPlace,
	fileStart,
	problem,
	severityOf,
	type Place,
	type Problem,
	type ProblemCode,
} from '../../corpus/problem';
import type { ReadPack } from '../../corpus/yaml/read';
import type { Source } from '../../corpus/records';
import { packFields } from './fields';
import { canonical, sourceOf, textOf, type RawItem } from './normalize';
import { entryOf } from '../../text/values/fields';

/** Formats of libraries that are read. */
export type BibliographyFormat = 'bibtex' | 'csl-json' | 'csl-yaml' | 'tagged';

/** The format of a file by its name; nothing where it is no library. */
export function formatOf(name: string): BibliographyFormat | undefined {
	const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
	return entryOf(endings, ending);
}

/** Whether a file is a library, by its name. */
export function isLibrary(name: string): boolean {
	return formatOf(name) !== undefined;
}

const endings: Readonly<Record<string, BibliographyFormat>> = {
	bib: 'bibtex',
	bibtex: 'bibtex',
	biblatex: 'bibtex',
	json: 'csl-json',
	yaml: 'csl-yaml',
	yml: 'csl-yaml',
	ris: 'tagged',
	enw: 'tagged',
	net: 'tagged',
	ciw: 'tagged',
	// What Chinese databases call their exports, whichever program they are for
	txt: 'tagged',
};

/** An entry of a library: its item in CSL-JSON names and where it and its key stand (half-open offsets). */
export interface Entry {
	readonly item: RawItem;
	/** As it is cited; empty where the entry has none. */
	readonly key: string;
	readonly start: number;
	readonly end: number;
}

/** One thing wrong: half-open offsets. */
export interface Fault {
	readonly code: ProblemCode;
	readonly start: number;
	readonly end: number;
	readonly data?: Readonly<Record<string, string | number>>;
}

/** More problems of one file tell nobody more. */
const mostProblems = 1000;

/**
 * Reads a text; each step is an entry, a fault, or nothing (only a place to pause). Offsets are those of the text
 * handed in.
 */
export type Reader = (text: string) => Generator<Entry | Fault | undefined, void>;

/** Proposes a key for an item that has none. */
export type KeyMaker = (item: RawItem, taken: (key: string) => boolean) => string;

/**
 * Takes what a reader finds into a pack. Never throws; a broken entry is a problem at its line, everything else is
 * there. The first
 * of several entries with one key wins. `file` is the name problems carry; a byte order mark in `text` is not counted
 * in offsets.
 */
export function* collect(file: string, text: string, read: Reader, propose: KeyMaker): Generator<undefined, ReadPack> {
	const body = text.replace(/^\uFEFF/, '');
	const lines = new Lines(body);
	const sources: Source[] = [];
	const spans = new Map<object, Entry>();
	const problems: Problem[] = [];
	const keys = new Keys();
	const waiting: Entry[] = [];
	const report = (fault: Fault) => {
		if (problems.length < mostProblems)
			problems.push(problem(file, lines.place(fault.start, fault.end), fault.code, fault.data));
	};
	const keep = (entry: Entry, key: string) => {
		const source = sourceOf(entry.item, key);
		if (!source) return report({ ...entry, code: 'field.missing', data: { field: 'title', id: key } });
		keys.add(key, lines.place(entry.start, entry.end).line);
		spans.set(source, entry);
		sources.push(source);
	};
	for (const step of read(body)) {
		if (step && 'code' in step) report(step);
		else if (step && step.key === '') waiting.push(step);
		else if (step) {
			const faults = keys.faults(step);
			faults.forEach(report);
			if (!faults.some(fault => fault.code === 'key.duplicate')) keep(step, step.key);
		}
		yield;
	}
	for (const entry of waiting) {
		const key = propose(entry.item, taken => keys.has(taken));
		report({ ...entry, code: 'key.missing', data: { key, title: textOf(entry.item.title) ?? '' } });
		keep(entry, key);
		yield;
	}
	const name = file.split('/').pop() || file;
	return {
		data: { info: { id: name, title: name }, sources, citations: [], terms: [], formulations: [] },
		places: { file: () => file, place: record => placeOf(lines, spans.get(record)) },
		problems: problems.sort(byPlace),
	};
}

/**
 * Problems of merging as they are said of a library. The same work in two libraries is no mistake, nobody writes
 * `extends` there, and
 * where both say the same (a library that was exported from here, or is part of another one) nothing is said.
 */
export function conflictsOf({ data }: ReadPack, merging: readonly Problem[], corpus: Corpus): readonly Problem[] {
	if (merging.length === 0) return merging;
	const own = new Map(data.sources.map(source => [source.id, source]));
	return merging.flatMap(found => {
		if (found.code !== 'id.conflict') return [found];
		const id = String(found.data.id);
		if (bibliographic(own.get(id)) === bibliographic(corpus.source(id))) return [];
		return [{ ...found, code: 'key.conflict' as const, severity: severityOf('key.conflict') }];
	});
}

/** What a source says of the work, whatever a pack says of the copy at hand. */
function bibliographic(source: Source | undefined): string {
	return canonical(
		Object.fromEntries(
			Object.entries(source ?? {}).filter(([field]) => !(packFields as readonly string[]).includes(field)),
		),
	);
}

function placeOf(lines: Lines, entry: Entry | undefined): Place {
	return entry ? lines.place(entry.start, entry.end) : fileStart;
}

/** The keys of one library, and what is wrong with another one. */
class Keys {
	private readonly lineOf = new Map<string, number>();
	private readonly small = new Map<string, string>();

	has(key: string): boolean {
		return this.lineOf.has(key) || this.small.has(key.toLowerCase());
	}

	add(key: string, line: number): void {
		this.lineOf.set(key, line);
		this.small.set(key.toLowerCase(), key);
	}

	faults({ key, start, end }: Entry): readonly Fault[] {
		const fault = (code: ProblemCode, data: Fault['data'] = { key }): readonly Fault[] => [{ code, start, end, data }];
		const line = this.lineOf.get(key);
		if (line !== undefined) return fault('key.duplicate', { key, line });
		if (/[\s[\]{}^@,;"'`\\]/u.test(key) || key.length > 200) return fault('key.form', { key: key.slice(0, 80) });
		const other = this.small.get(key.toLowerCase());
		// Labels of footnotes do not tell capitals apart.
		if (other !== undefined) return fault('key.case', { key, other, line: this.lineOf.get(other) ?? 1 });
		if (/-[pt]\d+$/.test(key)) return fault('id.locator', { id: key });
		return common.test(key) ? [] : fault('key.unusual');
	}
}

/** Keys every program takes that works with this one: ASCII, marks only inside and singly (pandoc). */
const common = /^\w(?:[:.#$%&\-+?<>~/]?\w)*$/;
