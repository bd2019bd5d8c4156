// What an index is offered when it is brought in line with folders: documents that can be read, and what is out of
// reach just now.

import type { IndexedDocument, IndexProblem, IndexUpdate } from './index/engine';

/**
 * Code of a problem that passes by itself, because another program has the file or the folder open just now: what is
 * known of it is kept, and the next update asks again.
 */
export const heldCode = 'file.held';

/** A document that may be taken in; it is read only if its version is a new one. */
export interface OfferedDocument {
	readonly name: string;
	readonly version: string;
	/** The document, or why it cannot be read. */
	read(): Promise<IndexedDocument | IndexProblem>;
}

/** What an update is to do. */
export interface IndexWork {
	readonly offers: readonly OfferedDocument[];
	/** Names of documents that are gone. */
	readonly remove: readonly string[];
	/** What is known before to be out of reach. */
	readonly problems: readonly IndexProblem[];
}

/** Of what was listed, what can be read. */
export function offeredOf(listed: readonly (OfferedDocument | IndexProblem)[]): OfferedDocument[] {
	return listed.flatMap(one => ('read' in one ? [one] : []));
}

/** Of what was listed, what is out of reach. */
export function problemsOf(listed: readonly (OfferedDocument | IndexProblem)[]): IndexProblem[] {
	return listed.flatMap(one => ('read' in one ? [] : [one]));
}

/** Whether a document is a file that cannot be looked at, or lies in such a folder. */
export function isOutOfReach(name: string, problems: readonly IndexProblem[]): boolean {
	return problems.some(
		({ file }) => name === file || (name.startsWith(file) && /[\\/]/.test(name.charAt(file.length))),
	);
}

/** What came of an update of an index that cannot be opened, because another program has one of its files open. */
export function notOpened(problems: readonly IndexProblem[], file: string): IndexUpdate {
	const nothing = { documents: 0, passages: 0, bytes: 0, left: 0, put: 0, removed: 0 };
	return { ...nothing, opened: 'kept', problems, cancelled: false, held: file };
}
