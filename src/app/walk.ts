// The files below a folder, in the order of their names: one walk for whatever goes through folders (drafts that are
// reviewed, documents that are imported), with one rule for links.
import { comparedPlace } from './homeFolder';
import { FileError, type Entry, type Files, type Place } from './ports';
import { present } from '../core/text/values/fields';

/** A file below a folder, or what is not looked at there and why. */
export interface WalkedFile {
	readonly place: Place;
	/** Below the folder, with `/`; of the folder itself its name. */
	readonly name: string;
	readonly left?: LeftOut;
}

/**
 * Why something is not looked at. `link`: it leads out of the folder, to a folder, nowhere, or it cannot be told where;
 * `excluded`: it is left out; `depth` and `files`: there is more than anybody means.
 */
export type LeftOut =
	| { readonly why: 'link' | 'excluded' }
	| { readonly why: 'depth' | 'files'; readonly limit: number }
	| { readonly why: 'unreadable'; readonly error: FileError };

/** What a walk looks at. */
export interface WalkOptions {
	/** Whether a file is worth looking at, by its name. */
	readonly wanted: (name: string) => boolean;
	/** Whether a file or folder, by its path below the one that is walked, is left out with all in it. */
	readonly leftOut?: (path: string) => boolean;
	/** Whether what is left out is told of, the folder without what is in it. */
	readonly tellLeftOut?: boolean;
	/** Folders that are not gone into, in whatever case a person named them. */
	readonly except?: Iterable<Place>;
	/** Folders in folders, and files. */
	readonly limits: { readonly depth: number; readonly files: number };
	readonly stopped?: () => boolean;
}

/**
 * The files below a folder that are wanted. Hidden ones and packages that somebody installed are nobody's. A link to a
 * file below the folder is that file, and taken once; no other link is followed, so that a walk ends and never leaves
 * the folder a person has named. FileError where the folder itself cannot be looked into.
 */
export async function filesBelow(files: Files, root: Place, options: WalkOptions): Promise<readonly WalkedFile[]> {
	const walk = new Walk(files, root, options);
	await walk.folder(root, '', 0);
	return walk.found();
}

/** Whether a name is nobody's: hidden, or of packages somebody installed. */
export function isHiddenName(name: string): boolean {
	return name.startsWith('.') || name === 'node_modules';
}

class Walk {
	private readonly walked: (WalkedFile & { readonly real?: Place })[] = [];
	private readonly except: ReadonlySet<string>;
	private realRoot: Place | undefined;

	constructor(
		private readonly files: Files,
		private readonly root: Place,
		private readonly options: WalkOptions,
	) {
		this.except = new Set([...(options.except ?? [])].map(comparedPlace));
	}

	/** What was walked, without links to files that were walked themselves. */
	found(): readonly WalkedFile[] {
		const { realRoot } = this;
		if (realRoot === undefined) return this.walked;
		const own = new Set(
			this.walked.filter(({ real, left }) => !real && !left).map(({ name }) => this.files.join(realRoot, name)),
		);
		return this.walked
			.filter(({ real }) => real === undefined || !own.has(real))
			.map(({ place, name, left }) => present({ place, name, left }));
	}

	async folder(folder: Place, prefix: string, depth: number): Promise<void> {
		const { limits, stopped } = this.options;
		if (stopped?.()) return;
		const here = prefix.replace(/\/$/, '') || this.files.nameOf(folder);
		if (depth > limits.depth) return this.leave(folder, here, { why: 'depth', limit: limits.depth });
		let entries: readonly Entry[];
		try {
			entries = await this.files.list(folder);
		} catch (error) {
			if (depth === 0 || !(error instanceof FileError)) throw error;
			return this.leave(folder, here, { why: 'unreadable', error });
		}
		for (const entry of entries) {
			if (this.isFull) return;
			await this.entry(folder, prefix, entry, depth);
			if (this.isFull) return this.leave(folder, here, { why: 'files', limit: limits.files });
		}
	}

	private get isFull(): boolean {
		return this.walked.length >= this.options.limits.files;
	}

	private async entry(folder: Place, prefix: string, entry: Entry, depth: number): Promise<void> {
		const { wanted, leftOut } = this.options;
		const name = prefix + entry.name;
		if (isHiddenName(entry.name)) return;
		const place = this.files.join(folder, entry.name);
		if (this.except.has(comparedPlace(place))) return;
		if (leftOut?.(name)) {
			const isTold = this.options.tellLeftOut === true && (entry.kind === 'folder' || wanted(entry.name));
			if (isTold) this.leave(place, name, { why: 'excluded' });
			return;
		}
		if (entry.link) await this.link(place, name, entry);
		else if (entry.kind === 'folder') await this.folder(place, `${name}/`, depth + 1);
		else if (entry.kind === 'file' && wanted(entry.name)) this.walked.push({ place, name });
	}

	private async link(place: Place, name: string, { name: own, kind }: Entry): Promise<void> {
		const isWanted = this.options.wanted(own);
		if (kind !== 'folder' && !isWanted) return;
		this.realRoot ??= await this.files.real(this.root);
		const real = kind === 'file' ? await this.files.real(place) : undefined;
		if (real !== undefined && this.realRoot !== undefined && this.files.isBelow(this.realRoot, real))
			this.walked.push({ place, name, real });
		else this.leave(place, name, { why: 'link' });
	}

	private leave(place: Place, name: string, left: LeftOut): void {
		this.walked.push({ place, name, left });
	}
}
