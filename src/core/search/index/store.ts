// Where an index lies: files that are read at any place and written whole. What a platform has to provide, and the
// same in memory.

/** A file that is open for reading. */
export interface StoredFile {
	/** In bytes. */
	readonly size: number;
	/** Fills `into` with the bytes from an offset on; answers how many there were. Throws if the disk does. */
	read(offset: number, into: Uint8Array): number;
	close(): void;
}

/** A file of a store that another program (a virus scanner, a synchronised folder) has open; it is whole. */
export class HeldStoreFile extends Error {
	/** `file`: as a person would find it; `code`: what the system said. */
	constructor(
		readonly file: string,
		code: string,
	) {
		super(`${file}: ${code}`);
	}
}

/** A folder that belongs to one index. Everything answers at once: it is to be used off the thread people wait for. */
export interface Store {
	/**
	 * A file by its name; nothing if there is none or it cannot be opened. Throws {@link HeldStoreFile} where it could
	 * be when another program has let go of it.
	 */
	open(name: string): StoredFile | undefined;
	/**
	 * Writes a file whole, from parts in their order. When this returns, the file is there even after a loss of power;
	 * when it does not, there is what was there before. Throws {@link HeldStoreFile} where another program is in the way.
	 */
	write(name: string, parts: readonly Uint8Array[]): void;
	/** Removes a file; nothing happens if there is none. */
	remove(name: string): void;
	/** The names of all files. */
	names(): readonly string[];
	/** Whether what was written last is in memory only, since there is no room for it. */
	readonly unkept?: boolean;
}

/** Files in memory, for the web and for tests. */
export class MemoryStore implements Store {
	readonly files = new Map<string, Uint8Array>();

	open(name: string): StoredFile | undefined {
		const bytes = this.files.get(name);
		return (
			bytes && {
				size: bytes.length,
				read(offset, into) {
					const part = bytes.subarray(offset, offset + into.length);
					into.set(part);
					return part.length;
				},
				close() {
					/* nothing is held */
				},
			}
		);
	}

	write(name: string, parts: readonly Uint8Array[]): void {
		const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
		let at = 0;
		for (const part of parts) {
			bytes.set(part, at);
			at += part.length;
		}
		this.files.set(name, bytes);
	}

	remove(name: string): void {
		this.files.delete(name);
	}

	names(): readonly string[] {
		return [...this.files.keys()];
	}
}
