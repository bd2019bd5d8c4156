// A draft exported with its citations written out, changed as a reader does, and compared with the draft.
import { editsOf, returnedWord, type Proposal } from '../../src/app/word/returned';
import { finishDraft, type FinishStyle } from '../../src/core/citations/edits/finish';
import type { Sources } from '../../src/core/citations/sources';
import { zipOf } from '../../src/core/documents/office/zip';
import { Draft } from '../../src/core/draft/draft';
import { applyEdits } from '../../src/core/draft/edit';
import type { DraftLanguage } from '../../src/core/draft/language';
import { raisedMarks, type WordLayout } from '../../src/core/word/manuscript';
import { partsOf, wordOf, type WrittenWord } from './wordFile';

export interface ExportedAs {
	readonly style?: FinishStyle;
	readonly layout?: WordLayout;
	readonly language?: DraftLanguage;
	/** Makes another XML of a part. */
	readonly change?: (xml: string, part: string) => string;
}

export interface CameBack {
	readonly proposals: readonly Proposal[];
	/** The draft with all of them. */
	readonly taken: string;
}

export async function cameBack(text: string, sources: Sources, as: ExportedAs = {}): Promise<CameBack> {
	const { style = 'footnote', layout = 'official', language = 'markdown', change } = as;
	const draft = new Draft(text, language);
	const { bytes } = await exported(draft, style, layout, sources);
	const proposals = returnedWord(change ? changed(bytes, change) : bytes, draft)?.proposals ?? [];
	return { proposals, taken: applyEdits(text, editsOf(proposals)) };
}

/** A draft as a Word file, its citations written out. */
export function exported(
	draft: Draft,
	style: FinishStyle,
	layout: WordLayout,
	sources: Sources,
): Promise<Pick<WrittenWord, 'bytes' | 'problems'>> {
	const raised = [raisedMarks.open, raisedMarks.close] as const;
	const finished = finishDraft(draft, style, sources, { edition: '2025', raised });
	return wordOf(finished.text, { layout, language: draft.language });
}

/** A Word file with its parts of XML changed. */
function changed(bytes: Uint8Array, change: (xml: string, part: string) => string): Uint8Array {
	const parts = partsOf(bytes);
	for (const [name, part] of parts)
		if (name.endsWith('.xml')) parts.set(name, new TextEncoder().encode(change(new TextDecoder().decode(part), name)));
	return zipOf(parts);
}
