// Everything that only people with packs of their own need (YAML, schema, pinyin), behind one interface, so that it
// can be a file loaded later.

import type { SyllableReader } from '../text/pinyin';
import { createPinyinReader } from '../text/pinyinReader';
import { checkPack } from './check/records';
import { compilePack, type CompiledPack } from './compile';
import { dateFault } from './dates';
import { documentName, readDocument, type ParsedDocument } from './document';
import { parsePackFile, type ParsedFile } from './yaml/parse';
import type { Problem } from './problem';
import { proposeId } from './propose';
import { fileKind, readPack, type PackFile, type ReadPack } from './yaml/read';
import type { Ignore, PackData, PackInfo, RecordKind } from './records';
import type { FileKind } from './schema';
import { slotFault } from './slots';
import { changeRecord, replaced } from './yaml/change';
import { addIgnore, addRecord, inserted, packYaml, type Insertion, type NewRecord, type Refusal } from './yaml/write';

/** Reads, checks, compiles and extends packs that are YAML. */
export interface PackTools {
	/** Parses a file ahead of `read`, so that a large pack can be read piece by piece. */
	prepare(file: PackFile): void;
	/** Reads a pack; a file handed in as the same object as before is not parsed again. */
	read(files: readonly PackFile[], fallback: string): ReadPack;
	/** Problems across the records of a pack, used together with others. */
	check(pack: ReadPack, others: readonly PackData[]): readonly Problem[];
	compile(data: PackData): CompiledPack;
	/** The insertion that adds a record to a file (`''`: a new one), read back before it is answered. */
	add(kind: RecordKind, text: string, record: NewRecord): Insertion | Refusal;
	/**
	 * The insertion that adds to `ignore.yaml` what is not to be reported (`''`: a new file, which is headed by what
	 * may stand in it).
	 */
	addIgnore(text: string, entry: Ignore): Insertion | Refusal;
	inserted(text: string, insertion: Insertion): string;
	/** The edits that give a record of a file other values in some fields, read back before they are answered. */
	change: typeof changeRecord;
	replaced: typeof replaced;
	packYaml(info: PackInfo): string;
	/** A free id for a record that says `text`, or has these words; `ending`, say a year, is put after it. */
	propose(kind: RecordKind, text: string | readonly string[], taken: (id: string) => boolean, ending?: string): string;
	/** `form`: not a date as packs write them; `calendar`: no such day. */
	dateFault(text: string): 'form' | 'calendar' | undefined;
	/** What is wrong with the slots of a formulation. */
	slotFault(text: string): 'slot.unbalanced' | 'slot.empty' | undefined;
}

/** Makes the tools; the pinyin library is set up when it is first asked. */
export function createPackTools(): PackTools {
	const parsed = new WeakMap<PackFile, ParsedFile>();
	const texts = new WeakMap<PackFile, ParsedDocument>();
	const reader = remembering(createPinyinReader());
	const parse = (kind: FileKind, file: PackFile) => {
		let known = parsed.get(file);
		if (!known) parsed.set(file, (known = parsePackFile(kind, file.name, file.text)));
		return known;
	};
	const document = (file: PackFile) => {
		let known = texts.get(file);
		if (!known) texts.set(file, (known = readDocument(file.name, file.text, file.part)));
		return known;
	};
	return {
		prepare: file => {
			const kind = fileKind(file.name);
			if (documentName(file.name)) document(file);
			else if (kind) parse(kind, file);
		},
		read: (files, fallback) => readPack(files, fallback, parse, document),
		check: checkPack,
		compile: data => compilePack(data, reader),
		add: addRecord,
		addIgnore,
		inserted,
		change: changeRecord,
		replaced,
		packYaml: info => packYaml(info),
		propose: (kind, text, taken, ending) => proposeId(kind, text, reader, taken, ending),
		dateFault,
		slotFault: text => slotFault(text)?.code,
	};
}

/** Reading in context is slow; the texts of a pack are mostly the same from one change to the next. */
function remembering(read: SyllableReader): SyllableReader {
	const known = new Map<string, ReturnType<SyllableReader>>();
	return text => {
		let readings = known.get(text);
		if (!readings) {
			if (known.size > 50_000) known.clear();
			known.set(text, (readings = read(text)));
		}
		return readings;
	};
}
