// The footnotes and endnotes of a Word document.

import { readBody } from './docxBody';
import { joined } from './tableRows';

/** The notes of a part (footnotes.xml, endnotes.xml): text by id; separators have a type and are none. */
export function readNotes(xml: string, tableLimit: number): ReadonlyMap<string, string> {
	const beginnings: { id: string | undefined; from: number }[] = [];
	const body = readBody(xml, tableLimit, (id, from) => beginnings.push({ id, from }));
	const notes = new Map<string, string>();
	if (typeof body === 'string') return notes;
	beginnings.forEach(({ id, from }, i) => {
		if (id === undefined) return;
		const blocks = body.blocks.slice(from, beginnings[i + 1]?.from);
		notes.set(id, joined(blocks.map(block => block.text)));
	});
	return notes;
}
