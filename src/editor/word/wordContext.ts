// What an export to Word is given.
import type * as vscode from 'vscode';
import type { Files } from '../../app/ports';
import type { WordPort } from '../../workers/word/protocol';
import type { Host } from '../base/host';
import type { Reviews } from '../review/reviews';

export interface WordContext {
	readonly host: Host;
	readonly files: Files;
	/** Asks where a draft is not ready, its structure too where it becomes an official document; whether it goes on. */
	readonly mayExport: (document: vscode.TextDocument, official: boolean) => Promise<boolean>;
	/** Starts the thread that writes. */
	readonly start: () => Promise<WordPort>;
}

/** What the platform hands in. */
export interface WordPlatform {
	readonly documents: () => Promise<{
		readonly exportToWord: (context: WordContext, document: vscode.TextDocument) => Promise<void>;
		readonly changesFromWord: (host: Host, files: Files, given: unknown) => Promise<void>;
		readonly remarkDone: (given: unknown) => void;
		readonly exportFinishedCopy: (host: Host, reviews: Reviews, start: WordContext['start']) => Promise<void>;
		readonly mayExport: (
			host: Host,
			reviews: Reviews,
			document: vscode.TextDocument,
			official?: boolean,
		) => Promise<boolean>;
	}>;
	readonly word: (extensionUri: vscode.Uri, log: vscode.LogOutputChannel) => Promise<WordPort>;
}
