// Marks of a draft that are put right as Fix All in an editor does.
import { Draft } from '../../../../src/core/draft/draft';
import { applyEdits, type Edit } from '../../../../src/core/draft/edit';
import { Reviewer } from '../../../../src/core/review/review';
import { createPolicyService, type DraftLanguage } from '../../../../src/core/service';
import { corpusOf } from '../corpus';

const corpus = corpusOf({});
const service = createPolicyService(corpus);
export const review = (draft: string, language: DraftLanguage) =>
	new Reviewer(corpus).reviewNow(new Draft(draft, language), { families: ['punctuation'] }).findings;
export const fixesOf = (text: string, language: DraftLanguage) =>
	review(text, language).map(
		finding =>
			service.fixes(new Draft(text, language), finding, 'footnote', {}).find(fix => fix.kind === 'wording')?.edits ??
			[],
	);

/** Every mark that can be put right put right; of two fixes that touch each other the first. */
export function fixAll(text: string, language: DraftLanguage = 'markdown'): string {
	const edits: Edit[] = [];
	for (const fix of fixesOf(text, language))
		if (!fix.some(one => edits.some(other => one.start < other.end && other.start < one.end))) edits.push(...fix);
	return applyEdits(
		text,
		edits.sort((a, b) => a.start - b.start),
	);
}
