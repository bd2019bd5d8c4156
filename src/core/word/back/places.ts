// Where what is new goes in a draft.

import type { Draft } from '../../draft/draft';
import type { Unit } from './units';

/** Words without what parts them from others, which is written where they go. */
export function trimmed(text: string, mark: string): string {
	const from = text.startsWith(mark) ? mark.length : 0;
	return text.endsWith(mark) && text.length > mark.length ? text.slice(from, -mark.length) : text.slice(from);
}

/** Where a paragraph ends; a cell that it is not in, with its line. */
export function placeBehind(draft: Draft, above: Unit | undefined, unit: Unit | undefined): number {
	if (!above) return draft.text.length;
	return unit || above.kind === 'text' ? above.end : lineEndAt(draft, above.end);
}

function lineEndAt(draft: Draft, offset: number): number {
	const end = draft.text.slice(offset).search(/\r?\n/);
	return end < 0 ? draft.text.length : offset + end;
}
