// The sources as a file of another program: all of them, or those that drafts cite.
import { citedIn } from '../core/citations/exchange/citedIn';
import type { BibliographyTools, ExportFormat } from '../core/citations/exchange/tools';
import type { Corpus } from '../core/corpus/corpus';
import type { Source } from '../core/corpus/records';
import type { Draft } from '../core/draft/draft';
import type { Files, Place } from './ports';

/** Sources to be exported. */
export interface ExportedSources {
	readonly sources: readonly Source[];
	/** Keys in drafts that no source has, each once. */
	readonly unknown: readonly string[];
	/** … of each draft. */
	readonly unknownIn: readonly (readonly string[])[];
}

/** The sources that drafts cite, each once, in the order in which they are cited first. */
export function sourcesCited(corpus: Corpus, drafts: readonly Draft[]): ExportedSources {
	const cited = drafts.map(draft => citedIn(corpus, draft));
	return {
		sources: [...new Set(cited.flatMap(one => one.sources))],
		unknown: [...new Set(cited.flatMap(one => one.unknown))],
		unknownIn: cited.map(one => one.unknown),
	};
}

/** Writes the sources into a file, in place of what is there; FileError where that cannot be. */
export async function exportTo(
	files: Files,
	place: Place,
	tools: Pick<BibliographyTools, 'write'>,
	format: ExportFormat,
	sources: readonly Source[],
): Promise<void> {
	await files.write(place, new TextEncoder().encode(tools.write(format, sources)), true);
}
