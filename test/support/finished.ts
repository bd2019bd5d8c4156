// A finished copy made beside the corpus, and away from it as the thread for Word files makes it: byte for byte the same.
import { expect } from 'vitest';
import { createFinisher } from '../../src/core/citations/finisher';
import { finishDraft, type FinishOptions, type FinishStyle } from '../../src/core/citations/edits/finish';
import type { Finished } from '../../src/core/citations/edits/plan';
import type { Sources } from '../../src/core/citations/sources';
import { Draft } from '../../src/core/draft/draft';
import type { DraftLanguage } from '../../src/core/draft/language';

/** The copy; fails where the two are not the same. */
export function finishedBothWays(
	text: string,
	language: DraftLanguage,
	style: FinishStyle,
	sources: Sources,
	options: FinishOptions,
): Finished {
	const beside = finishDraft(new Draft(text, language), style, sources, options);
	const finisher = createFinisher(text, language);
	const steps = sources.among(structuredClone(finisher.names));
	let step = steps.next();
	while (!step.done) step = steps.next();
	expect(finisher.finish(style, structuredClone(step.value), options)).toEqual(beside);
	return beside;
}
