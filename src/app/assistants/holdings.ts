// What assistants are answered from, and the person's say over their own documents.
import type { Seek } from '../../core/review/compare/indexed';
import type { IndexQuery, PassageHit } from '../../core/search/index/engine';
import type { Cancelled } from '../../core/search/passageSearch';
import type { PolicyService } from '../../core/service';

/** The names of the tools, the same in every door. */
export type ToolName = 'policy_search' | 'policy_verify' | 'policy_explain' | 'policy_cite';

/** What of a person's documents an answer would hand to an assistant. */
export interface Handover {
	readonly tool: ToolName;
	/** How many passages, and the titles of the documents they are from, each once. */
	readonly passages: number;
	/** Ids of their sources. */
	readonly sources: readonly string[];
	readonly titles: readonly string[];
}

/** The documents of a person, none of which goes out before a yes. */
export interface OwnDocuments {
	/** The service that knows the words of the documents, as far as they are loaded. */
	readonly service: PolicyService;
	/** Passages of the documents, best first. */
	search(query: IndexQuery, signal?: Cancelled): Promise<readonly PassageHit[]>;
	/** Looks for words in documents that are not loaded; absent where all are. */
	readonly seek?: Seek | undefined;
	/** Whether a source is known from a document only, or its words are. */
	isOwn(source: string): boolean;
	/** Whether these passages may go to the assistant; asked anew for every answer that has some. */
	allow(handover: Handover): Promise<boolean>;
}

/** What an answer may be made of. */
export interface Holdings {
	/** The shipped corpus and the person's records, without a word of any document. */
	readonly records: PolicyService;
	/** Absent where there are no documents, or none may ever be handed over. */
	readonly documents?: OwnDocuments | undefined;
}

/** An answer: data that becomes JSON. */
export type ToolAnswer = Readonly<Record<string, unknown>>;
