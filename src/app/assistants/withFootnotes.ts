// A text put into a draft, with a footnote behind every quotation in it that is proved.
import {
	applyEdits,
	type DraftLanguage,
	type Form,
	type PolicyService,
	type ReferenceOptions,
} from '../../core/service';
import { reviewDraft, waysOut } from '../review';

/** A draft, and where in it the text stands: UTF-16 code units, half-open. */
export interface PutText {
	readonly text: string;
	readonly language: DraftLanguage;
	readonly start: number;
	readonly end: number;
}

/** So many citations are put into one text. */
const mostCited = 200;

/**
 * The draft with citations behind the proved quotations of the text that nothing cites yet, and how many. Cited is one
 * after the other, since each may need a note that the next one takes.
 */
export async function withFootnotes(
	service: PolicyService,
	{ text, language, start, end }: PutText,
	form: Form,
	references: ReferenceOptions,
): Promise<{ readonly text: string; readonly cited: number }> {
	const context = { service, reviewer: service.reviewer(), librariesRead: true };
	let written = text;
	let last = end;
	for (let cited = 0; cited < mostCited; cited++) {
		const draft = service.draft(written, language);
		const { findings } = await reviewDraft(context, draft, { families: ['quotation'], references });
		const cite = findings
			.filter(one => one.code === 'quotation.uncited' && one.start >= start && one.end <= last)
			.flatMap(one => waysOut(service, draft, one, form, references).find(way => way.kind === 'cite') ?? [])[0];
		if (!cite) return { text: written, cited };
		for (const edit of cite.edits) if (edit.start <= last) last += edit.text.length - (edit.end - edit.start);
		written = applyEdits(written, cite.edits);
	}
	return { text: written, cited: mostCited };
}
