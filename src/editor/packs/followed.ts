// The pack folders of the settings and what was read of each.
import * as vscode from 'vscode';
import type { FoundPack } from '../../app/packs/compose';
import { PackFiles } from '../../app/packs/packFiles';
import type { Touched } from '../../app/packs/touched';
import type { Files } from '../../app/ports';
import type { PackFolder } from './folders';
import type { BadEntry } from './settingStatus';

/** A folder and what was read of it. */
interface Followed {
	readonly folder: PackFolder;
	readonly files: PackFiles;
}

export class FollowedPacks {
	private followed: readonly Followed[] = [];

	constructor(private readonly access: Files) {}

	/** Reads the records of these folders from now on; answers the folders that were looked into. */
	async readRecords(
		wanted: readonly PackFolder[],
		touched: Touched,
		dropped: () => boolean,
	): Promise<readonly vscode.Uri[]> {
		const before = new Map(this.followed.map(each => [each.folder.place, each]));
		this.followed = wanted.map(folder => ({
			folder,
			files: before.get(folder.place)?.files ?? new PackFiles(this.access, folder.place),
		}));
		await Promise.all(this.followed.map(({ files }) => files.readRecords(touched, dropped)));
		return this.followed.flatMap(({ files }) => files.folders.map(place => vscode.Uri.parse(place, true)));
	}

	/** What was read of each folder. */
	get files(): readonly PackFiles[] {
		return this.followed.map(({ files }) => files);
	}

	/** The packs that are there, as far as they are known. */
	found(): FoundPack<PackFolder>[] {
		return this.followed
			.filter(({ files }) => files.there)
			.map(({ folder, files }) => ({ folder, texts: files.texts() }));
	}

	/** Entries of the setting that name what cannot be looked into. */
	bad(): BadEntry[] {
		return this.followed.flatMap(({ folder: { name: entry }, files: { fault } }): BadEntry[] =>
			fault ? [{ setting: 'packs', entry, why: fault }] : [],
		);
	}
}
