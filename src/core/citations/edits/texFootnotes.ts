// The footnotes of a LaTeX draft that a citation may become.

import { innerNotes, type InnerNote } from '../../draft/innerNotes';
import type { MaskedDraft } from '../../draft/mask';

/** Every `\footnote{…}` of a draft that has no number of its own and is closed. */
export function texFootnotes({ masked }: MaskedDraft): readonly InnerNote[] {
	return innerNotes(masked, 'latex').filter(
		({ command, open, from, start }) => command === 'footnote' && !open && !masked.slice(from, start).includes('['),
	);
}
