// Notes of a draft that say the same reference under different labels.

import type { Draft } from '../../draft/draft';
import { labelKey, type NoteDefinition } from '../../draft/notes';
import { removable } from './definitions';
import { plainReference } from './generated';

/** Whether a label is a number, not a name. */
export function isNumber(label: string): boolean {
	return /^\d+$/.test(label);
}

/** The words of a note, line ends as one. */
export function bodyOf(draft: Draft, { textStart, end }: NoteDefinition): string {
	return draft.text.slice(textStart, end).trim().replace(/\r\n?/g, '\n');
}

/**
 * Whether a note is a reference: a code like [N] or [EB/OL] stands in it, and it does not begin with 同 or 参见, which
 * mean something else in each place.
 */
export function isReference(text: string): boolean {
	return (
		/\[[A-Z]{1,2}(?:\/[A-Z]{2})?\]/.test(text) &&
		!/^(?:同|见|参见|另见|出处同|前引|前注|转引|ibid|id\.|op\.|see)/i.test(text)
	);
}

/**
 * Labels whose reference another label has as well → that label: the one that cannot be taken out, the one that is a
 * name, else the one that appears first. `referredOnly`: those nobody refers to are left out, for they go.
 */
export function sameReferences(
	draft: Draft,
	first: ReadonlyMap<string, NoteDefinition>,
	referredOnly: boolean,
): Map<string, string> {
	const appears = new Map<string, number>();
	for (const { label, start } of draft.references)
		if (!appears.has(labelKey(label))) appears.set(labelKey(label), start);
	const named = draft.definitions.filter(one => first.has(labelKey(one.label)));
	const free = removable(draft, new Set(named));
	const staying = new Set(named.filter(one => !free.has(one)).map(one => labelKey(one.label)));
	const byText = new Map<string, { readonly label: string; readonly stays: boolean }[]>();
	for (const [label, definition] of first) {
		if (referredOnly && !appears.has(label)) continue;
		const text = plainReference(bodyOf(draft, definition));
		if (!isReference(text)) continue;
		const note = { label, stays: staying.has(label) };
		const same = byText.get(text);
		if (same) same.push(note);
		else byText.set(text, [note]);
	}
	const alias = new Map<string, string>();
	for (const same of byText.values()) {
		const [best, ...others] = same.sort(
			(a, b) =>
				Number(b.stays) - Number(a.stays) ||
				Number(isNumber(a.label)) - Number(isNumber(b.label)) ||
				(appears.get(a.label) ?? Infinity) - (appears.get(b.label) ?? Infinity),
		);
		for (const other of others) if (best) alias.set(other.label, best.label);
	}
	return alias;
}
