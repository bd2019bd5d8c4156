// Documents were taken in anew: the citations of drafts that lead elsewhere since then. Nothing is changed by itself.

import { Lines } from '../../core/corpus/lines';
import type { Planned } from '../../core/documents/plan';
import { createPolicyService, sayLocator, type Edit } from '../../core/service';
import { readDrafts } from '../check/drafts';
import { ReviewContexts } from '../check/contexts';
import type { Io } from '../io';
import { loadCorpus } from '../packFolder';

/** A citation whose paragraph has another number; offsets are UTF-16, of the text as read. */
export interface MovedCitation {
	readonly file: string;
	readonly line: number;
	readonly start: number;
	readonly end: number;
	readonly source: string;
	readonly from: number;
	readonly to: number;
	/** What makes it lead where it did; none where words of the writer's stand beside it. */
	readonly edits: readonly Edit[];
}

/** The citations in drafts (files and folders) of documents that were updated in a pack. */
export async function movedCitations(
	io: Io,
	pack: string,
	drafts: readonly string[],
	changed: readonly Planned[],
): Promise<readonly MovedCitation[]> {
	const moved = changed.filter(({ moves }) => moves !== undefined);
	if (drafts.length === 0 || moved.length === 0) return [];
	const contexts = new ReviewContexts(io, [pack]);
	const service = createPolicyService(await loadCorpus(io, [pack], 'whole', []));
	const read = await readDrafts(io, drafts, [pack], () => contexts.originals());
	for (const line of read.unread) io.err(line);
	return read.drafts.flatMap(({ file, draft }) => {
		const lines = new Lines(draft.text);
		return moved.flatMap(({ id, moves }) =>
			service.citing
				.moved(draft, id, new Map(moves), {})
				.map(place => ({ file, line: lines.place(place.start, place.end).line, source: id, ...place })),
		);
	});
}

/** A moved citation in one line. */
export function movedSentence({ file, line, from, to, edits }: MovedCitation): string {
	const number = (paragraph: number) => sayLocator({ paragraph }) ?? '';
	const yours = edits.length > 0 ? '' : '；旁边有您写的话，请自己改 words of yours stand beside it, change it yourself';
	return `${file}:${String(line)} 引注的段落变了 a citation leads elsewhere: ${number(from)} → ${number(to)}${yours}`;
}
