// Names of files as people write them, on Windows too: `\` between folders, `~` and `%USERPROFILE%` for the home
// folder, and `\\?\` in front of long paths.

/** A path with `/`, with the home folder in place of what stands for it at its beginning; without one as it is. */
export function withHome(path: string, home: string | undefined): string {
	if (home === undefined) return path;
	return path.replace(/^(?:~|%USERPROFILE%)(?=\/|$)/i, () => home.replaceAll('\\', '/'));
}

/**
 * A name as a path with `/`, whatever system it was written for: `C:\a` is `C:/a`, `\\server\share` is
 * `//server/share`, also with `\\?\` in front, which Windows has for long paths; `~` and `%USERPROFILE%` are the home
 * folder.
 */
export function writtenPath(name: string, home: string | undefined): string {
	const path = name.replaceAll('\\', '/').replace(/^\/\/\?\/(UNC\/)?/i, (_, share?: string) => (share ? '//' : ''));
	return withHome(path, home);
}

/**
 * The same as addresses have it: one drive has one address, with a small letter, and no `/` at the end but that of a
 * root.
 */
export function addressPath(name: string, home: string | undefined): string {
	const path = writtenPath(name, home)
		.replace(/\/+$/, '')
		.replace(/^[A-Z](?=:)/, drive => drive.toLowerCase());
	return path === '' || /^[a-z]:$/.test(path) ? `${path}/` : path;
}

/** Whether a path with `/` begins at a root: `/a`, `c:/a`, `//server/share`. */
export function isRooted(path: string): boolean {
	return /^(?:\/|[A-Za-z]:\/)/.test(path);
}
