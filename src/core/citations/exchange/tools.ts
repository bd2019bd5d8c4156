// Everything about libraries of other programs behind one interface, so that it can be a file loaded later.

import { proposeId } from '../../corpus/propose';
import type { ReadPack } from '../../corpus/yaml/read';
import type { Source } from '../../corpus/records';
import type { SyllableReader } from '../../text/pinyin';
import { createPinyinReader } from '../../text/pinyinReader';
import { readBib } from './bibRead';
import { writeBib } from './bibWrite';
import { readCslJson, readCslYaml } from './cslRead';
import { writeCslJson } from './cslWrite';
import { collect, formatOf, type KeyMaker, type BibliographyFormat, type Reader } from './bibliography';
import { writeRis } from './risWrite';
import { readTagged } from './taggedRead';

/** Formats sources are exported in. */
export type ExportFormat = 'csl-json' | 'bibtex' | 'ris';

export const exportFormats: readonly ExportFormat[] = ['csl-json', 'bibtex', 'ris'];

/** Reads and writes libraries of other programs. */
export interface BibliographyTools {
	/**
	 * A library as a pack that holds only sources, whose ids are the keys as they are; `file` says by its ending which
	 * format it is,
	 * and is the name problems carry. `pause` is asked every few milliseconds and waited for; without it all is read at
	 * once.
	 */
	read(file: string, text: string, pause?: () => Promise<void>): Promise<ReadPack>;
	/** The sources as a file of another program. */
	write(format: ExportFormat, sources: readonly Source[]): string;
}

/** So long nobody notices (a frame of the screen is 16 ms). */
const slice = 8;

const readers: Readonly<Record<BibliographyFormat, Reader>> = {
	bibtex: readBib,
	'csl-json': readCslJson,
	'csl-yaml': readCslYaml,
	tagged: readTagged,
};

/**
 * Makes the tools. Chinese names are read aloud only for the keys of entries that have none; the library for that is
 * set up then.
 */
export function createLibraryTools(): BibliographyTools {
	let reader: SyllableReader | undefined;
	const syllables: SyllableReader = text => (reader ??= createPinyinReader())(text);
	const propose: KeyMaker = (item, taken) => {
		const [first] = Array.isArray(item.author) ? (item.author as readonly Readonly<Record<string, unknown>>[]) : [];
		const name = [first?.literal ?? first?.family, first?.literal === undefined ? first?.given : undefined]
			.filter(part => typeof part === 'string')
			.join('');
		return proposeId(
			'source',
			name === '' && typeof item.title === 'string' ? item.title : name,
			syllables,
			taken,
			/\d{4}/.exec(JSON.stringify(item.issued ?? ''))?.[0] ?? '',
		);
	};
	return {
		async read(file, text, pause) {
			const steps = collect(file, text, readers[formatOf(file) ?? 'bibtex'], propose);
			for (let since = Date.now(), step = steps.next(); ; step = steps.next()) {
				if (step.done) return step.value;
				if (!pause || Date.now() - since < slice) continue;
				await pause();
				since = Date.now();
			}
		},
		write: writeSources,
	};
}

/** The sources as a file of another program. */
export function writeSources(format: ExportFormat, sources: readonly Source[]): string {
	switch (format) {
		case 'csl-json':
			return writeCslJson(sources);
		case 'bibtex':
			return writeBib(sources);
		case 'ris':
			return writeRis(sources);
	}
}
