// What an import is given.
// Types only.
import type { Host } from './host';
import type { ImportPort } from './importProtocol';
import type { Packs } from './packs';

export interface ImportContext {
	readonly host: Host;
	readonly packs: Packs;
	/** Starts the thread that reads. */
	readonly start: () => Promise<ImportPort>;
}
