// Files of one pack → its data, the place of every record, and problems within files.

import { parsePackFile, placeOf, type ParsedFile, type Placed } from './parse';
import { documentName, readDocument, type ParsedDocument } from '../document';
import { byPlace, fileStart, problem, type Place, type Problem } from '../problem';
import type {
	Citation,
	DocumentText,
	Extension,
	Formulation,
	Ignore,
	PackData,
	PackInfo,
	RecordKind,
	Source,
	Term,
	UnreadText,
} from '../records';
import type { FileKind } from '../schema';
import { compareCodeUnits } from '../../text/order';

/** One file of a pack: its name inside the pack, with `/`, and its text. */
export interface PackFile {
	readonly name: string;
	readonly text: string;
	/** Of a document only the beginning is at hand: its front matter is read, its paragraphs are not. */
	readonly part?: 'head';
}

/** Answers where a record or one of its fields stands; the record as the object in `PackData`. */
export interface Places {
	/** Name of the file a record stands in. */
	file(record: object): string;
	/** Place of a record, or of a field by path (`terms.0`, `definition.basis.1`). */
	place(record: object, path?: string): Place;
}

/** A pack as read. */
export interface ReadPack {
	readonly data: PackData;
	readonly places: Places;
	readonly problems: readonly Problem[];
}

const folders: Readonly<Record<string, RecordKind>> = {
	sources: 'source',
	citations: 'citation',
	terms: 'term',
	formulations: 'formulation',
};

/**
 * What a file of a pack holds, by its name: `pack.yaml`, `ignore.yaml`, or a `.yaml`, `.yml` or `.json` file in one of
 * the four folders (or so named).
 */
export function fileKind(name: string): FileKind | undefined {
	const path = name.replaceAll('\\', '/').replace(/^\.\//, '');
	if (!/\.(?:ya?ml|json)$/i.test(path)) return undefined;
	if (/^pack\.[a-z]+$/i.test(path)) return 'pack';
	if (/^ignore\.[a-z]+$/i.test(path)) return 'ignore';
	const first = path.includes('/') ? path.slice(0, path.indexOf('/')) : path.slice(0, path.lastIndexOf('.'));
	return Object.hasOwn(folders, first) ? folders[first] : undefined;
}

/**
 * Reads the files of one pack, in the order of their names. Never throws; a broken record or file is a problem and the
 * rest is there. Without `pack.yaml` the pack is called by `fallback` (a folder's name), reported. `parse` may remember
 * files that were parsed before.
 */
export function readPack(
	files: readonly PackFile[],
	fallback = 'pack',
	parse: (kind: FileKind, file: PackFile) => ParsedFile = (kind, file) => parsePackFile(kind, file.name, file.text),
	document: (file: PackFile) => ParsedDocument = file => readDocument(file.name, file.text, file.part),
): ReadPack {
	const problems: Problem[] = [];
	const origins = new Map<object, Placed>();
	const sources: Source[] = [];
	const citations: Citation[] = [];
	const terms: Term[] = [];
	const formulations: Formulation[] = [];
	const extensions: Extension[] = [];
	const documents: DocumentText[] = [];
	const unread: UnreadText[] = [];
	const ignores: Ignore[] = [];
	let info: PackInfo | undefined;
	let packFile = false;
	for (const file of [...files].sort((a, b) => compareCodeUnits(a.name, b.name))) {
		const kind = fileKind(file.name);
		if (documentName(file.name)) {
			const read = document(file);
			problems.push(...read.problems);
			if (!read.head) continue;
			const head = Object.hasOwn(read.head.value, 'extends') ? extension('source', read.head.value) : read.head.value;
			origins.set(head, read.head);
			if (head === read.head.value) sources.push(head as unknown as Source);
			else if (Object.keys((head as Extension).fields).length > 0) extensions.push(head as Extension);
			if (file.part === 'head') {
				unread.push({ source: read.source, file: file.name });
				continue;
			}
			const text: DocumentText = {
				source: read.source,
				file: file.name,
				paragraphs: read.paragraphs,
				lines: read.lines,
			};
			origins.set(text, read.head);
			documents.push(text);
			continue;
		}
		if (kind === undefined) {
			if (/\.ya?ml$/i.test(file.name)) problems.push(problem(file.name, fileStart, 'file.unknown'));
			continue;
		}
		if (kind === 'pack') packFile = true;
		const parsed = parse(kind, file);
		problems.push(...parsed.problems);
		for (const placed of parsed.records) {
			const record =
				kind !== 'pack' && kind !== 'ignore' && Object.hasOwn(placed.value, 'extends')
					? extension(kind, placed.value)
					: placed.value;
			origins.set(record, placed);
			if (kind === 'pack') info ??= record as unknown as PackInfo;
			else if (kind === 'ignore') ignores.push(record as unknown as Ignore);
			else if (record !== placed.value) extensions.push(record as Extension);
			else if (kind === 'source') sources.push(record as unknown as Source);
			else if (kind === 'citation') citations.push(record as unknown as Citation);
			else if (kind === 'term') terms.push(record as unknown as Term);
			else formulations.push(record as unknown as Formulation);
		}
	}
	// A folder that only says what to leave out needs no name.
	if (!packFile && !(ignores.length > 0 && files.length === 1))
		problems.push(problem('pack.yaml', fileStart, 'pack.missing', { name: fallback }));
	const data: PackData = {
		info: info ?? { id: fallback, title: fallback },
		sources,
		citations,
		terms,
		formulations,
		...(extensions.length > 0 ? { extensions } : {}),
		...(documents.length > 0 ? { documents } : {}),
		...(unread.length > 0 ? { unread } : {}),
		...(ignores.length > 0 ? { ignores } : {}),
	};
	return { data, places: placesOf(origins), problems: problems.sort(byPlace) };
}

function extension(kind: RecordKind, value: Readonly<Record<string, unknown>>): Extension {
	const { extends: target, id, ...fields } = value;
	return { kind, extends: target as string, ...(id === undefined ? {} : { id: id as string }), fields } as Extension;
}

function placesOf(origins: ReadonlyMap<object, Placed>): Places {
	return {
		file: record => origins.get(record)?.file ?? 'pack.yaml',
		place: (record, path) => {
			const origin = origins.get(record);
			return origin ? placeOf(origin, path) : fileStart;
		},
	};
}
