// A library of another program that somebody imports → sources of their own pack.

import { fold } from '../core/text/fold';
import { readItem } from '../core/citations/gbt7714/item';
import type { Name, Source } from '../core/corpus/records';
import type { PackTools } from '../core/corpus/tools';
import type { ReadPack } from '../core/corpus/yaml/read';
import { importProblem, type ImportProblem } from '../core/documents/document';
import type { TableRecord, TableRecords } from '../core/documents/table/table';
import { decode, decodeLegacy } from './decode';

/** Endings that only libraries have; `.json`, `.yaml` and `.txt` may be anything. */
const endings = /\.(?:bib|bibtex|biblatex|ris|enw|net)$/i;

/** Whether a file may be a library, by its name. */
export function maybeLibrary(name: string): boolean {
	return endings.test(name) || /\.(?:txt|text)$/i.test(name);
}

/** How an export for EndNote, RefWorks, NoteExpress, or a RIS file begins. */
const firstLine = /^\s*(?:%0 \S|RT [A-Z]|\{Reference Type\}\s*:|TY {1,2}- )/;

/** Whether a file that is imported is a library: by its name, or by how it begins where the name says nothing. */
export function isLibraryFile(name: string, bytes: Uint8Array): boolean {
	if (endings.test(name)) return true;
	if (!maybeLibrary(name)) return false;
	const beginning = bytes.subarray(0, 200);
	// Of UTF-16 the halves that are zero go, and every order mark.
	const narrow = String.fromCharCode(...beginning.filter(byte => byte !== 0)).replace(/^(?:ÿþ|þÿ|ï»¿)/, '');
	return firstLine.test(narrow);
}

/** The text of a library, in UTF-8 or an older encoding; nothing where it is none. */
export function libraryText(bytes: Uint8Array): string | undefined {
	const inUtf8 = decode(bytes);
	const decoded = 'reason' in inUtf8 && inUtf8.reason === 'encoding' ? decodeLegacy(bytes) : inUtf8;
	return 'text' in decoded ? decoded.text : undefined;
}

/** What a pack lends to the sources of a library. */
export interface LibraryHome {
	/** The sources it has. */
	readonly sources: readonly Source[];
	/** Whether a record anywhere has an id. */
	readonly taken: (id: string) => boolean;
	readonly tools: Pick<PackTools, 'propose' | 'add'>;
}

/** The sources of a library that was read as records of a pack, with ids as packs have them, and what was left out. */
export function libraryRecords(read: ReadPack, home: LibraryHome): TableRecords {
	const records: TableRecord[] = [];
	const problems: ImportProblem[] = read.problems
		.filter(({ severity, code }) => severity === 'error' && code !== 'key.duplicate')
		.map(({ line }) => importProblem('import.entry', { reason: 'record' }, line));
	const known = new Map<string, Details[]>();
	for (const source of home.sources) remember(known, nameOf(source), detailsOf(source));
	const given = new Set<string>();
	for (const source of read.data.sources) {
		const row = read.places.place(source).line;
		const name = nameOf(source);
		const details = detailsOf(source);
		if (known.get(name)?.some(one => isSameWork(one, details))) {
			problems.push(importProblem('import.entry', { reason: 'known', text: source.title, pack: 'own' }, row));
			continue;
		}
		const id = idFor(source, home, given);
		remember(known, name, details);
		given.add(id);
		records.push({ row, kind: 'source', record: packSource({ ...source, id }, home.tools) });
	}
	return { records, problems };
}

/** What two entries of the same work have in common. */
function nameOf({ title, issued = '', author }: Source): string {
	const [first] = author ?? [];
	return fold([title, issued.slice(0, 4), first?.literal ?? first?.family ?? ''].join('\n'));
}

/** Fields of which two entries of one work cannot both have one and yet not the same. */
const telling = ['container-title', 'volume', 'issue', 'number', 'edition', 'DOI'] as const;

/** What an entry has in these fields, without unit words and zeros. */
type Details = readonly (string | undefined)[];

function detailsOf(source: Source): Details {
	const item = readItem(source);
	return telling.map(field => item.text(field)).map(text => text && fold(text));
}

/** Whether two entries of one name are the same work: 编者按 stands in every issue, and each is another. */
function isSameWork(one: Details, other: Details): boolean {
	return one.every((text, at) => text === undefined || other[at] === undefined || text === other[at]);
}

function remember(known: Map<string, Details[]>, name: string, details: Details): void {
	const same = known.get(name);
	if (same) same.push(details);
	else known.set(name, [details]);
}

/**
 * A source as packs have it: what has no field there (a code of the type, a range of years, who wrote the host) goes
 * into its note as `field: value`, where references read it.
 */
function packSource(source: Source, { add }: LibraryHome['tools']): Source {
	const added = add('source', '', source);
	if (!('fields' in added)) return source;
	const without = new Set(added.fields);
	const kept = Object.entries(source).filter(([field]) => !without.has(field));
	const moved = added.fields.flatMap(field => linesOf(field, (source as Source & Fields)[field]));
	// A type that packs do not know is still a document.
	const type = without.has('type') ? 'document' : source.type;
	const note = [source.note, ...moved].filter(line => line !== undefined).join('\n');
	return { ...(Object.fromEntries(kept) as unknown as Source), type, note };
}

type Fields = Readonly<Record<string, unknown>>;

/** A field as the lines of a note that act like it: a text in one, names in one each. */
function linesOf(field: string, value: unknown): string[] {
	if (!Array.isArray(value)) return typeof value === 'string' ? [`${field}: ${value}`] : [];
	return (value as readonly Name[]).map(
		({ literal, family, given }) => `${field}: ${literal ?? [family, given].filter(Boolean).join(' || ')}`,
	);
}

/** The key of an entry where a pack may have it as an id, else one made of its author, year and title. */
function idFor(source: Source, home: LibraryHome, given: ReadonlySet<string>): string {
	const taken = (id: string) => given.has(id) || home.taken(id);
	if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(source.id) && !/-[pt]\d+$/.test(source.id) && !taken(source.id))
		return source.id;
	const [first] = source.author ?? [];
	const name = first?.literal ?? `${first?.family ?? ''}${first?.given ?? ''}`;
	return home.tools.propose('source', name || source.title, taken, source.issued?.slice(0, 4));
}
