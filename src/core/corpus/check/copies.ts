// Documents of a pack that are the same text under two ids, as two imports at once may have written them.

import { compact } from '../../text/compact';
import { fold } from '../../text/fold';
import type { Report } from '../problem';
import type { DocumentText, PackData } from '../records';

/** Texts of fewer letters (a form, a notice of two lines) are often the same without one being a copy. */
const shortest = 40;

/**
 * Reports every document of some length whose letters are those of another one; marks, width and script do not count.
 */
export function checkCopies({ documents = [] }: PackData, report: Report): void {
	// A copy is as long as what it was made from: only where lengths are the same is more looked at.
	const lengthOf = ({ paragraphs }: DocumentText) => paragraphs.reduce((sum, text) => sum + text.length, 0);
	const long = documents.filter(document => lengthOf(document) >= shortest);
	for (const alike of grouped(long, lengthOf)) {
		for (const [first, ...copies] of grouped(alike, ({ paragraphs }) => lettersOf(paragraphs)))
			for (const copy of copies)
				if (first && copy.source !== first.source)
					report(copy, 'id', 'document.copy', { id: copy.source, other: first.file });
	}
}

/** What has the same key as something else, in order. */
function grouped<K>(documents: readonly DocumentText[], keyOf: (document: DocumentText) => K): DocumentText[][] {
	const groups = new Map<K, DocumentText[]>();
	for (const document of documents) {
		const key = keyOf(document);
		const group = groups.get(key);
		if (group) group.push(document);
		else groups.set(key, [document]);
	}
	return [...groups.values()].filter(group => group.length > 1);
}

const known = new WeakMap<readonly string[], string>();

/** Two hashes of the letters (FNV-1a, 32 bits, forwards and backwards): a text that was hashed is not folded again. */
function lettersOf(paragraphs: readonly string[]): string {
	let key = known.get(paragraphs);
	if (key === undefined) {
		const letters = compact(fold(paragraphs.join('\n'))).text;
		let forward = 0x811c9dc5;
		let backward = 0x811c9dc5;
		for (let i = 0; i < letters.length; i++) {
			forward = Math.imul(forward ^ letters.charCodeAt(i), 0x01000193);
			backward = Math.imul(backward ^ letters.charCodeAt(letters.length - 1 - i), 0x01000193);
		}
		key = `${letters.length} ${forward >>> 0} ${backward >>> 0}`;
		known.set(paragraphs, key);
	}
	return key;
}
