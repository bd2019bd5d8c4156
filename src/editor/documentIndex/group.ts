// A group's documents beside the person's own, as features are given them.
import type { PassageLibrary } from '../../app/library/connection';
import type { Corpus, Source } from '../../core/service';
import type { GroupSheet } from '../../webviews/timeline/protocol';

export interface GroupDocuments {
	/**
	 * Both as one; `own`: nothing where the person has no documents. `isPatient`: searches wait for the group's hits
	 * rather than answer with own ones alone.
	 */
	with(own: PassageLibrary | undefined, isPatient?: boolean): PassageLibrary;
	/** How many there are, as far as that is known. */
	readonly documents: number;
	/** What is missing in what was found, in a sentence; empty where nothing is. */
	missing(): string;
	/** Whether all of it could be asked; what it was not asked cannot be said to be nowhere. */
	readonly isWhole: boolean;
	/** The source of a document, as whoever brought it has it; nothing where it is not there. */
	source(document: string): Promise<Source | undefined>;
	/**
	 * Makes known to a corpus what it lacks: the sources of the group's documents that some keys mean. Answers the keys
	 * of which it cannot be told just now whether they mean one.
	 */
	learn(keys: readonly string[], corpus: Pick<Corpus, 'know'>): Promise<readonly string[]>;
	/** How often its documents use words, but for some sources, those of one's own. */
	countUses(words: string, without: readonly string[], signal: { readonly aborted: boolean }): Promise<GroupSheet>;
	/** Shows a document at a paragraph (from 1). */
	open(document: string, title: string, paragraph: number): Promise<void>;
}
