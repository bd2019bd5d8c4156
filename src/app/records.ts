// Records that a person adds to a pack of their own: which are there already, into which file a new one goes, and what
// is written there.
import type { Corpus } from '../core/corpus/corpus';
import type { Citation, Formulation, Ignore, RecordKind, Source, Term } from '../core/corpus/records';
import type { PackTools } from '../core/corpus/tools';
import type { Replacement } from '../core/corpus/yaml/change';
import { fold } from '../core/text/fold';
import { decode } from './decode';
import { FileError, type Files, type Place } from './ports';

export type NewRecord = Source | Citation | Term | Formulation;

/** Where a record was put. `unsaved`: the file is open with unsaved changes, so it was not saved. */
export interface Written {
	readonly place: Place;
	readonly unsaved: boolean;
}

/** Texts that something is put into: of files, or of what is open of them. */
export interface Texts {
	/** `''` where there is no file, nothing where it cannot be continued as text. */
	read(place: Place): Promise<string | undefined>;
	/** Puts a text into the one that was read; answers whether that is not saved. FileError where it cannot be. */
	insert(place: Place, before: string, insertion: { readonly offset: number; readonly text: string }): Promise<boolean>;
	/** As `insert`, with other texts in place of stretches, which stand in their order. */
	replace(place: Place, before: string, edits: readonly Replacement[]): Promise<boolean>;
}

/** The texts of files that nobody has open. */
export function textsOfFiles(files: Files, tools: Pick<PackTools, 'inserted' | 'replaced'>): Texts {
	return {
		async read(place) {
			if (!(await files.stat(place))) return '';
			const decoded = decode(await files.read(place));
			return 'text' in decoded ? decoded.text : undefined;
		},
		async insert(place, before, insertion) {
			await files.write(place, new TextEncoder().encode(tools.inserted(before, insertion)), true);
			return false;
		},
		async replace(place, before, edits) {
			await files.write(place, new TextEncoder().encode(tools.replaced(before, edits)), true);
			return false;
		},
	};
}

const folders: Readonly<Record<RecordKind, string>> = {
	term: 'terms',
	formulation: 'formulations',
	citation: 'citations',
	source: 'sources',
};

/** Files that are tried, one after the other, where those before cannot be continued. */
const mostFiles = 100;

/** What records are written with. */
export interface RecordTarget {
	readonly files: Pick<Files, 'join'>;
	readonly texts: Texts;
	readonly tools: Pick<PackTools, 'add' | 'addIgnore' | 'change'>;
	/** The folder of the pack. */
	readonly pack: Place;
}

/**
 * Adds a record to the pack's own file of its kind, `terms/mine.yaml`; to `mine-2.yaml` when that one cannot be
 * continued. Throws where the record breaks the schema.
 */
export async function writeRecord(target: RecordTarget, kind: RecordKind, record: NewRecord): Promise<Written> {
	const written = await addToOwnFile(target, kind, text => target.tools.add(kind, text, record));
	if (!written) throw new FileError('failed', target.pack, 'no file can be continued');
	return written;
}

/** Puts what `add` plans into the pack's own file of a kind, or the next that can be continued; nothing without any. */
export async function addToOwnFile(
	target: RecordTarget,
	kind: RecordKind,
	add: (text: string) => ReturnType<PackTools['add']>,
): Promise<Written | undefined> {
	for (let n = 1; n < mostFiles; n++) {
		const name = n === 1 ? 'mine' : `mine-${n}`;
		const written = await writeInto(target, target.files.join(target.pack, `${folders[kind]}/${name}.yaml`), add);
		if (written) return written;
	}
	return undefined;
}

/** Adds to a pack's `ignore.yaml` what is not to be reported; nothing where that file cannot be continued. */
export function writeIgnore(target: RecordTarget, entry: Ignore): Promise<Written | undefined> {
	const place = target.files.join(target.pack, 'ignore.yaml');
	return writeInto(target, place, text => target.tools.addIgnore(text, entry));
}

/** Puts what `add` plans into a file; nothing where the file cannot be continued. */
async function writeInto(
	{ texts }: RecordTarget,
	place: Place,
	add: (text: string) => ReturnType<PackTools['add']>,
): Promise<Written | undefined> {
	const text = await texts.read(place);
	if (text === undefined) return undefined;
	const insertion = add(text);
	if (!('refused' in insertion)) return { place, unsaved: await texts.insert(place, text, insertion) };
	if (insertion.refused === 'record') throw new Error(`the record breaks the schema: ${insertion.fields.join(', ')}`);
	return undefined;
}

/** The formulation that is a text already, in whatever script, width and case; as terms are found, and tables look. */
export function formulationSaying(corpus: Corpus, text: string): Formulation | undefined {
	const key = fold(text);
	return key === '' ? undefined : corpus.formulations.find(one => fold(one.text) === key);
}

/** The citation of a kind that has these very words already: script and marks are part of a quotation. */
export function citationSaying(corpus: Corpus, kind: string | undefined, text: string): Citation | undefined {
	return corpus.citations.find(one => one.kind === kind && one.text === text);
}
