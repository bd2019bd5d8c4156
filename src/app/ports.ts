// What use cases need of the machine they run on. The editor and the command line each bring their own; tests bring
// files in memory.

/**
 * Where a file or folder is: an absolute path on the command line, a URI in the editor. Only {@link Files} takes it
 * apart; everybody else passes it on.
 */
export type Place = string;

export type EntryKind = 'file' | 'folder' | 'other';

/** What a folder has directly in it. A link counts as what it leads to, unless it leads nowhere (`other`). */
export interface Entry {
	readonly name: string;
	readonly kind: EntryKind;
	/** Whether it is a link. */
	readonly link: boolean;
}

export interface FileStat {
	readonly kind: EntryKind;
	/** Bytes. */
	readonly size: number;
	/** Milliseconds since 1970. */
	readonly modified: number;
}

/**
 * Why a file could not be had. `missing`: it is not there; `exists`: something is there already; `denied`: no right to
 * it; `busy`: another program holds it; `full`: no room; `folder`: it is a folder, or no folder; `slow`: no answer in
 * time; `failed`: all else.
 */
export type FileFault = 'missing' | 'exists' | 'denied' | 'busy' | 'full' | 'folder' | 'slow' | 'host' | 'failed';

/** The only error that {@link Files} throws. */
export class FileError extends Error {
	override readonly name = 'FileError';

	/** Told by its name: every bundle that is loaded has this class anew, and errors go from one to another. */
	static override [Symbol.hasInstance](error: unknown): boolean {
		return error instanceof Error && error.name === 'FileError';
	}

	constructor(
		readonly fault: FileFault,
		readonly place: Place,
		/** The system's own word for it (ENOSPC, NoPermissions), for the log. */
		readonly reason: string,
	) {
		super(`${reason}: ${place}`);
	}
}

/** Files and folders. Every call may throw a {@link FileError}. */
export interface Files {
	/**
	 * The place of something below a folder; `name` may have `/`, and never leads out of the folder (FileError `failed`).
	 */
	join(folder: Place, name: string): Place;
	/**
	 * The place a person means by a name: below a folder or not, absolute, or from the home folder (`~/`). Nothing where
	 * it can be none, as a relative name without a folder.
	 */
	resolve(folder: Place | undefined, name: string): Place | undefined;
	/** Whether a place lies in a folder, however deep; by its name, no link is followed. */
	isBelow(folder: Place, place: Place): boolean;
	/** The last part of a place. */
	nameOf(place: Place): string;
	/** Nothing where nothing is, as below a file. */
	stat(place: Place): Promise<FileStat | undefined>;
	/**
	 * The place of a file with all links on the way to it followed; nothing where that leads nowhere, or this cannot be
	 * told here.
	 */
	real(place: Place): Promise<Place | undefined>;
	/** In the order of their names. FileError `missing` where there is no such folder. */
	list(folder: Place): Promise<readonly Entry[]>;
	read(place: Place): Promise<Uint8Array>;
	/** The first bytes, as far as there are so many. */
	readStart(place: Place, bytes: number): Promise<Uint8Array>;
	/**
	 * Writes beside the place and moves it there, so that nobody ever sees half a file; makes the folders above. Without
	 * `over`, FileError `exists` where something is.
	 */
	write(place: Place, bytes: Uint8Array, over: boolean): Promise<void>;
	/** Moves a file; FileError `exists` without `over` where something is. */
	move(from: Place, to: Place, over: boolean): Promise<void>;
	/** Takes a file or a folder with all that is in it away; nothing happens where nothing is. */
	remove(place: Place): Promise<void>;
	makeFolder(folder: Place): Promise<void>;
}

/** The time, so that tests need not wait for it. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/** Settled after so many milliseconds, or at once when the signal is aborted. */
	wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** What went on, for whoever looks into a failure; never shown to a person unasked. */
export interface Log {
	info(message: string): void;
	warn(message: string): void;
	error(message: string): void;
}
