// The dictionary that leads from traditional characters to simplified ones. A function, so that a bundle can leave it
// in a file of its own until somebody asks.

import entries from 'opencc-js/dict/TSCharacters';

/** Entries with `|` between them: a character, a space, and what it becomes, the most frequent first. */
export function simplifiedEntries(): string {
	return entries;
}
