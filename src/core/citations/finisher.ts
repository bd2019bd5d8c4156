// Finished copies of one draft where the corpus is not: the thread that writes Word files.

import { Draft } from '../draft/draft';
import type { DraftLanguage } from '../draft/language';
import { finishDraft, type FinishOptions, type FinishStyle } from './edits/finish';
import type { Finished } from './edits/plan';
import { sourceNames } from './sourceNames';
import { Sources, type NamedSources, type SourceNames } from './sources';

/** A draft that is to be finished. */
export interface Finisher {
	/** What must be asked of the corpus. */
	readonly names: SourceNames;
	/** The copy that the corpus itself would make; `named`: what it knows of the names. */
	finish(style: FinishStyle, named: NamedSources, options: FinishOptions): Finished;
}

/** Reads a draft that is to be finished. */
export function createFinisher(text: string, language: DraftLanguage): Finisher {
	const draft = new Draft(text, language);
	return {
		names: sourceNames(draft),
		finish: (style, { sources, byKey }, options) =>
			finishDraft(draft, style, new Sources({ sources, source: key => byKey.get(key) }), options),
	};
}
