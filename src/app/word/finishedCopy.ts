// A finished copy of a draft, its citations written out in a thread: whatever takes long is the thread's.
import type { Citing } from '../../core/citations/citing';
import type { FinishOptions, FinishStyle } from '../../core/citations/edits/finish';
import type { Finished } from '../../core/citations/edits/plan';
import type { NamedSources } from '../../core/citations/sources';
import type { Draft } from '../../core/draft/draft';
import { inSlices } from '../pause';
import type { WordWriter } from './wordFile';

/** What finishes drafts, in a thread or not: one draft at a time. */
export interface CopyWriter extends Pick<WordWriter, 'open'> {
	/** A copy of what was opened last; `sources`: those that its names may mean. */
	copy(style: FinishStyle, sources: NamedSources, options: FinishOptions): Promise<Finished>;
}

/** A copy and, where its notes hold words of the person's that could stand in the text, the copy in which they do. */
export interface FinishedCopy {
	readonly copy: Finished;
	readonly inText?: Finished;
	/** How many notes that is about. */
	readonly own: number;
}

export async function finishedCopy(
	citing: Pick<Citing, 'among'>,
	writer: CopyWriter,
	draft: Pick<Draft, 'text' | 'language'>,
	style: FinishStyle,
	options: FinishOptions,
): Promise<FinishedCopy> {
	const names = await writer.open(draft.text, draft.language);
	const sources = await inSlices(citing.among(names));
	const copy = await writer.copy(style, sources, options);
	const stay = editedIn(copy).size;
	if (style !== 'note' || stay === 0) return { copy, own: 0 };
	const inText = await writer.copy(style, sources, { ...options, ownWords: 'inText' });
	const own = stay - editedIn(inText).size;
	return own === 0 ? { copy, own } : { copy, inText, own };
}

/** Labels of notes that stay because they hold words of the person. */
function editedIn({ problems }: Finished): ReadonlySet<string> {
	return new Set(problems.filter(one => one.code === 'edited').map(one => one.key.toLowerCase()));
}
