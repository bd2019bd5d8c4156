// What a person allowed of a group's library, and the key to it: kept per address, the key where VS Code keeps secrets.
import type * as vscode from 'vscode';
import type { Credentials } from '../../app/library/fetchEngine';

const agreedKey = 'library.agreed';
const declinedKey = 'library.declined';

/** A library, as the settings name it. */
export interface LibraryName {
	readonly server: string;
	readonly index: string;
}

const nameOf = ({ server, index }: LibraryName) => `${server} ${index}`;
const secretOf = ({ server }: LibraryName) => `library.key ${server}`;

export class Consent {
	constructor(
		private readonly memory: vscode.Memento,
		private readonly secrets: vscode.SecretStorage,
	) {}

	/** Whether the person said yes to this very library. */
	isGiven(library: LibraryName): boolean {
		return this.memory.get(agreedKey) === nameOf(library);
	}

	/** Whether the person said no, and is not asked again unless they want to. */
	isRefused(library: LibraryName): boolean {
		return this.memory.get(declinedKey) === nameOf(library);
	}

	async give(library: LibraryName): Promise<void> {
		await this.memory.update(declinedKey, undefined);
		await this.memory.update(agreedKey, nameOf(library));
	}

	async refuse(library: LibraryName): Promise<void> {
		await this.memory.update(agreedKey, undefined);
		await this.memory.update(declinedKey, nameOf(library));
	}

	/** The key to a server; one that cannot be read is none. */
	async key(library: LibraryName): Promise<Credentials | undefined> {
		const kept = await this.secrets.get(secretOf(library));
		if (kept === undefined) return undefined;
		try {
			return JSON.parse(kept) as Credentials;
		} catch {
			return undefined;
		}
	}

	async keepKey(library: LibraryName, key: Credentials): Promise<void> {
		await this.secrets.store(secretOf(library), JSON.stringify(key));
	}

	async forgetKey(library: LibraryName): Promise<void> {
		await this.secrets.delete(secretOf(library));
	}
}
