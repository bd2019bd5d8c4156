// What an import is given.
import type { BibliographyTools, FileLock, Locked } from '../../core/service';
import type { Host } from '../base/host';
import type { ImportPort } from '../../workers/import/protocol';
import type { Packs } from '../packs/packs';

export interface ImportContext {
	readonly host: Host;
	readonly packs: Packs;
	/** Starts the thread that reads. */
	readonly start: () => Promise<ImportPort>;
	/** What reads libraries of other programs. */
	readonly libraries: () => Promise<BibliographyTools>;
	/** Takes the lock of a pack on a disk; absent where there is none. */
	readonly lock?: (path: string, program: string) => Promise<FileLock | Locked>;
}
