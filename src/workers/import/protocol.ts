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
import type * as channel from '../channel/contract';

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

/** Which document of the file that was read last is planned, from 0; `source`: its fields as the person wants them. */
export interface PlanRequest {
	readonly at: number;
	readonly source?: ProvedFields;
	readonly onDuplicate: OnDuplicate;
}

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

/** What the thread can be asked, and what it answers. */
export interface ImportContract {
	readonly pack: { readonly request: PackPart; readonly answer: null };
	readonly read: { readonly request: { readonly file: ImportFile }; readonly answer: ReadAnswer };
	readonly plan: { readonly request: PlanRequest; readonly answer: Planned };
	readonly forget: { readonly request: { readonly planned: Planned }; readonly answer: null };
	readonly table: {
		readonly request: { readonly file: ImportFile; readonly known: KnownTexts };
		readonly answer: TableRecords;
	};
}

export type ImportRequest = channel.RequestOf<ImportContract>;
export type Asked = channel.Asked<ImportContract>;
export type Answered = channel.Answered<ImportContract>;

/** The way to a thread and back. */
export interface ImportPort extends channel.AskedPort<ImportContract> {
	/** Whether it opens files by their paths. */
	readonly paths: boolean;
}
