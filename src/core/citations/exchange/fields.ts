// Which fields of a bibliographic item hold names, which dates, and which are left behind when a library is read.

/** Fields that hold persons and bodies. */
export const roles: ReadonlySet<string> = new Set([
	'author',
	'chair',
	'collection-editor',
	'compiler',
	'composer',
	'container-author',
	'contributor',
	'curator',
	'director',
	'editor',
	'editor-translator',
	'editorial-director',
	'executive-producer',
	'guest',
	'host',
	'illustrator',
	'interviewer',
	'narrator',
	'organizer',
	'original-author',
	'performer',
	'producer',
	'recipient',
	'reviewed-author',
	'script-writer',
	'series-creator',
	'translator',
]);

/** Fields that hold dates. */
export const dateFields: ReadonlySet<string> = new Set([
	'accessed',
	'available-date',
	'event-date',
	'issued',
	'original-date',
	'submitted',
]);

/** What a library holds for its owner's own use; no reference needs it, and it would be most of what is kept. */
export const leftBehind: ReadonlySet<string> = new Set([
	'abstract',
	'annote',
	'categories',
	'keyword',
	'keywords',
	'attachments',
	'file',
	'citation-key',
	'citation-label',
	'citation-number',
	'system_id',
]);

/**
 * Fields only packs have: where the copy at hand comes from, and what nothing proves. CSL-JSON keeps such things under
 * `custom`.
 */
export const packFields = [
	'held',
	'holdings',
	'imported',
	'damage',
	'missing',
	'fidelity',
	'contributors',
	'unrecorded',
] as const;

/** The name of ours under `custom`. */
export const customName = 'policy-writing';

/** Fields whose value may be several lines. */
export const longFields: ReadonlySet<string> = new Set(['note']);
