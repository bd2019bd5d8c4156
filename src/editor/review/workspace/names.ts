// Names of files: what language a draft is in, what is hidden, and what the settings of the search leave out.

/** The language a draft is written in, by the ending of its name. */
export function languageOfName(name: string): 'markdown' | 'latex' | 'plaintext' {
	if (/\.(?:md|markdown)$/i.test(name)) return 'markdown';
	return /\.(?:tex|latex)$/i.test(name) ? 'latex' : 'plaintext';
}

/** Whether a path below a workspace folder is nobody's draft: hidden, or a package somebody installed. */
export function isHidden(path: string): boolean {
	return path.split('/').some(part => part.startsWith('.') || part === 'node_modules');
}

/** The patterns of `search.exclude` that hold without conditions as one pattern; nothing when there is none. */
export function excludeGlob(setting: unknown): string | undefined {
	if (typeof setting !== 'object' || setting === null) return undefined;
	const patterns = Object.entries(setting)
		.filter(([, on]) => on === true)
		.flatMap(([pattern]) => alternatives(pattern));
	if (patterns.length === 0) return undefined;
	// A folder that is left out is left out with all that is in it.
	return `{${patterns.flatMap(pattern => [pattern, `${pattern.replace(/\/+(?:\*\*)?$/, '')}/**`]).join(',')}}`;
}

/** So many choices of one pattern are looked at. */
const most = 64;

/**
 * A pattern without braces for every choice in its braces, which cannot stand inside others: `*.{a,b}` → `*.a`, `*.b`.
 */
function alternatives(pattern: string): string[] {
	let patterns = [pattern];
	for (;;) {
		const braces = patterns.map(one => /\{([^{}]*)\}/.exec(one));
		if (braces.every(found => found === null)) return patterns.filter(one => !/[{},]/.test(one));
		patterns = patterns
			.flatMap((one, i) => {
				const found = braces[i];
				return found
					? found[1]!
							.split(',')
							.map(choice => one.slice(0, found.index) + choice + one.slice(found.index + found[0].length))
					: [one];
			})
			.slice(0, most);
	}
}
