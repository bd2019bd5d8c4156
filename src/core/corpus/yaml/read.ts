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
import { entryOf } from '../../text/values/fields';

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
	return entryOf(folders, first);
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
	const builder = new PackBuilder();
	for (const file of [...files].sort((a, b) => compareCodeUnits(a.name, b.name))) {
		if (documentName(file.name)) {
			builder.addDocument(file, document(file));
			continue;
		}
		const kind = fileKind(file.name);
		if (kind !== undefined) builder.addRecords(kind, parse(kind, file));
		else if (/\.ya?ml$/i.test(file.name)) builder.problems.push(problem(file.name, fileStart, 'file.unknown'));
	}
	if (!builder.mayBeNameless(files.length))
		builder.problems.push(problem('pack.yaml', fileStart, 'pack.missing', { name: fallback }));
	return {
		data: builder.data(fallback),
		places: placesOf(builder.origins),
		problems: builder.problems.sort(byPlace),
	};
}

/** Collects what the files of one pack hold. */
class PackBuilder {
	readonly problems: Problem[] = [];
	readonly origins = new Map<object, Placed>();
	private readonly sources: Source[] = [];
	private readonly citations: Citation[] = [];
	private readonly terms: Term[] = [];
	private readonly formulations: Formulation[] = [];
	private readonly extensions: Extension[] = [];
	private readonly documents: DocumentText[] = [];
	private readonly unread: UnreadText[] = [];
	private readonly ignores: Ignore[] = [];
	private info: PackInfo | undefined;
	private hasPackFile = false;

	/** A document: its front matter is a source or adds to one; of a beginning the text is not there yet. */
	addDocument(file: PackFile, { head: placed, source, paragraphs, lines, layout, problems }: ParsedDocument): void {
		this.problems.push(...problems);
		if (!placed) return;
		const head = Object.hasOwn(placed.value, 'extends') ? extension('source', placed.value) : placed.value;
		this.origins.set(head, placed);
		if (head === placed.value) this.sources.push(head as unknown as Source);
		else if (Object.keys((head as Extension).fields).length > 0) this.extensions.push(head as Extension);
		if (file.part === 'head') {
			this.unread.push({ source, file: file.name });
			return;
		}
		const text: DocumentText = { source, file: file.name, paragraphs, lines, ...(layout && { layout }) };
		this.origins.set(text, placed);
		this.documents.push(text);
	}

	addRecords(kind: FileKind, { records, problems }: ParsedFile): void {
		if (kind === 'pack') this.hasPackFile = true;
		this.problems.push(...problems);
		for (const placed of records) this.addRecord(kind, placed);
	}

	private addRecord(kind: FileKind, placed: Placed): void {
		if (kind !== 'pack' && kind !== 'ignore' && Object.hasOwn(placed.value, 'extends')) {
			const record = extension(kind, placed.value);
			this.origins.set(record, placed);
			this.extensions.push(record);
			return;
		}
		this.origins.set(placed.value, placed);
		const record: unknown = placed.value;
		switch (kind) {
			case 'pack':
				this.info ??= record as PackInfo;
				return;
			case 'ignore':
				this.ignores.push(record as Ignore);
				return;
			case 'source':
				this.sources.push(record as Source);
				return;
			case 'citation':
				this.citations.push(record as Citation);
				return;
			case 'term':
				this.terms.push(record as Term);
				return;
			case 'formulation':
				this.formulations.push(record as Formulation);
		}
	}

	/** Whether nobody misses `pack.yaml`: a folder that only says what to leave out needs no name. */
	mayBeNameless(files: number): boolean {
		return this.hasPackFile || (this.ignores.length > 0 && files === 1);
	}

	data(fallback: string): PackData {
		const { sources, citations, terms, formulations, extensions, documents, unread, ignores } = this;
		return {
			info: this.info ?? { id: fallback, title: fallback },
			sources,
			citations,
			terms,
			formulations,
			...(extensions.length > 0 && { extensions }),
			...(documents.length > 0 && { documents }),
			...(unread.length > 0 && { unread }),
			...(ignores.length > 0 && { ignores }),
		};
	}
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
