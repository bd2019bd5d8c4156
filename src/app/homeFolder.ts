// The home folder in names that people write: `~`, and `%USERPROFILE%` as the Explorer of Windows takes it.

/** A path with `/`, with the home folder in place of what stands for it at its beginning; without one as it is. */
export function withHome(path: string, home: string | undefined): string {
	if (home === undefined) return path;
	return path.replace(/^(?:~|%USERPROFILE%)(?=\/|$)/i, () => home.replaceAll('\\', '/'));
}
