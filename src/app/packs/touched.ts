// Which files may have changed since packs were last looked at. A watcher tells of a file, or of a folder above it;
// what tells nothing (a window that is in front again, a setting) means that anything may have.

/** What was told of between two looks. */
export interface Touched {
	/** Anything may have changed. */
	readonly all: boolean;
	/** These, as addresses in small letters; see {@link isTouched}. */
	readonly uris: ReadonlySet<string>;
}

/**
 * Whether a file was told of itself, not a folder above it. On Windows a watcher may tell of it in another case than a
 * setting names it; where the case counts, that is a look too many at worst.
 */
export function isTouched({ uris }: Touched, uri: string): boolean {
	return uris.has(uri.toLowerCase());
}

/** Collects what is told of until somebody looks. */
export class TouchedFiles {
	private all = true;
	private uris = new Set<string>();

	/** One file or folder may have changed; without one, anything. */
	add(uri?: string): void {
		if (uri === undefined) this.all = true;
		else this.uris.add(uri.toLowerCase());
	}

	/** What was told of since the last time; from now on it counts as looked at. */
	take(): Touched {
		const taken = { all: this.all, uris: this.uris };
		this.all = false;
		this.uris = new Set();
		return taken;
	}

	/** Puts back what was taken and not looked at after all. */
	giveBack({ all, uris }: Touched): void {
		this.all ||= all;
		for (const uri of uris) this.uris.add(uri);
	}
}

/** Whether a file is to be looked at again: it, or a folder above it, was told of, or anything may have changed. */
export function mayDiffer(touched: Touched, uri: string): boolean {
	const { all, uris } = touched;
	if (all || isTouched(touched, uri)) return true;
	if (uris.size === 0) return false;
	const address = uri.toLowerCase();
	for (let at = address.lastIndexOf('/'); at > 0; at = address.lastIndexOf('/', at - 1))
		if (uris.has(address.slice(0, at)) || uris.has(address.slice(0, at + 1))) return true;
	return false;
}
