// How much of packs is read.

/**
 * Enough for any pack made by people; reading this much YAML in one file takes seconds. `texts`: bytes of the full
 * texts of a pack together, some ten million characters; what drafts are held against takes about four times as much
 * memory. Of documents beyond that only the front matter is read, of so many bytes at most (`head`): their words are
 * found by the index of documents. `depth`: folders in folders.
 */
export const packLimits = {
	bytes: 8_000_000,
	texts: 30_000_000,
	head: 16_000,
	files: 2_000,
	documents: 50_000,
	depth: 4,
} as const;
