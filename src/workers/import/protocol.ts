// What the editor and the thread that reads documents say to each other.
// Types only: both sides are built apart.
import type {
	CitedSource,
	DocumentText,
	Extension,
	ImportProblem,
	KnownTexts,
	OnDuplicate,
	Planned,
	ProvedFields,
	Source,
	TableRecords,
} from '../../core/service';

/** A file to be read: by its path where the thread can open it, else as its bytes. */
export interface ImportFile {
	/** For the record: its name, of a file in a folder the path below that, with `/`. */
	readonly name: string;
	readonly path?: string;
	readonly bytes?: Uint8Array;
}

/** A part of what a pack has; the last part has `done`. */
export interface PackPart {
	readonly type: 'pack';
	readonly documents: readonly DocumentText[];
	readonly sources: readonly Source[];
	/** What the pack adds to sources of other packs. */
	readonly extensions: readonly Extension[];
	/** Sources of other packs that are cited there. */
	readonly cited: readonly CitedSource[];
	/** Ids that are taken. */
	readonly taken: readonly string[];
	/** Documents as they stand in files, which nobody has read yet. */
	readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
	readonly done: boolean;
}

export type ImportRequest =
	| PackPart
	| { readonly type: 'read'; readonly file: ImportFile }
	/** Plans document `at` (from 0) of the file that was read last; `source`: its fields as the person wants them. */
	| { readonly type: 'plan'; readonly at: number; readonly source?: ProvedFields; readonly onDuplicate: OnDuplicate }
	| { readonly type: 'forget'; readonly planned: Planned }
	| { readonly type: 'table'; readonly file: ImportFile; readonly known: KnownTexts };

/** A document that was read; its text stays in the thread. */
export interface ReadDocument {
	readonly source: ProvedFields;
	readonly paragraphs: number;
	/** How the text begins. */
	readonly beginning: string;
	/** How many pieces were left out. */
	readonly dropped: number;
	readonly problems: readonly ImportProblem[];
}

export interface ReadAnswer {
	readonly documents: readonly ReadDocument[];
	readonly problems: readonly ImportProblem[];
}

/** The answer to a request of each type. */
export interface ImportAnswers {
	readonly pack: null;
	readonly read: ReadAnswer;
	readonly plan: Planned;
	readonly forget: null;
	readonly table: TableRecords;
}

export type Asked = { readonly id: number; readonly request: ImportRequest };
export type Answered =
	{ readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: string };

/** The way to a thread and back. */
export interface ImportPort {
	post(message: Asked): void;
	/** `ended` when the thread is gone without having been asked to go. */
	listen(heard: (message: Answered) => void, ended: (why: string) => void): void;
	/** Ends the thread at once, whatever it is doing. */
	end(): void;
	/** Whether it opens files by their paths. */
	readonly paths: boolean;
}
