// Long answers in pages: as many entries as there is room for, and a cursor that leads on.
import { textOf, ToolInputError, type Fields } from './input';

/** Characters of JSON that an answer may have. */
export const answerRoom = 8000;
/** Characters that are kept for what stands around the entries: names of fields, notes, the cursor. */
const around = 1000;

/** One page of entries, and where the next begins. */
export interface Page<T> {
	readonly entries: readonly T[];
	readonly cursor?: string;
}

/**
 * Where a page begins: 0 without a cursor. A cursor belongs to one question, whose fields it was made for; that of
 * another is refused.
 */
export function pageStart(fields: Fields): number {
	const cursor = textOf(fields, 'cursor', 40);
	if (cursor === undefined) return 0;
	const [, offset, mark] = /^(\d{1,6})-([0-9a-z]+)$/.exec(cursor) ?? [];
	if (offset !== undefined && mark === markOf(fields)) return Number(offset);
	throw new ToolInputError(
		'cursor 不属于这个问题：请照抄上次回答里的 cursor，其余字段不变；或去掉它，从头开始。 This cursor belongs to another question: copy it from the last answer and keep the other fields, or leave it out to begin anew.',
	);
}

/** The entries from `start` on that there is room for, at least one of them. */
export function pageOf<T>(fields: Fields, all: readonly T[], start: number, most = Infinity): Page<T> {
	const entries: T[] = [];
	let size = 0;
	for (const entry of all.slice(start)) {
		size += JSON.stringify(entry).length + 1;
		if (entries.length > 0 && (size > answerRoom - around || entries.length >= most)) break;
		entries.push(entry);
	}
	const next = start + entries.length;
	return next < all.length ? { entries, cursor: `${next}-${markOf(fields)}` } : { entries };
}

/** A short mark of a question, the same for the same fields. */
function markOf(fields: Fields): string {
	const names = Object.keys(fields).filter(name => name !== 'cursor' && name !== 'limit');
	let mark = 0x811c9dc5;
	for (const character of JSON.stringify(names.sort().map(name => [name, fields[name]])))
		mark = Math.imul(mark ^ (character.codePointAt(0) ?? 0), 0x01000193);
	return (mark >>> 0).toString(36);
}
