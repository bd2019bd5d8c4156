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

/**
 * A path or a file's address as it is to be compared with others: on a drive or on another machine, which are Windows',
 * without case and with `/`; elsewhere as it is.
 */
export function comparedPlace(place: string): string {
	const isOfWindows = /^(?:file:\/\/\/|\/)?[a-z](?::|%3a)(?:[\\/]|$)|^\\\\|^file:\/\/[^/]/i.test(place);
	return isOfWindows ? place.replaceAll('\\', '/').toLowerCase() : place;
}

/** Whether a place lies below a folder, compared as their system does. */
export function liesBelow(folder: string, place: string): boolean {
	return comparedPlace(place).startsWith(comparedPlace(folder).replace(/\/*$/, '/'));
}

/** The places, each once: of those that are one to their system the first. */
export function eachOnce(places: Iterable<string>): string[] {
	return [...new Map([...places].reverse().map(place => [comparedPlace(place), place])).values()].reverse();
}

/** Whether a path with `/` begins at a root: `/a`, `c:/a`, `//server/share`. */
export function isRooted(path: string): boolean {
	return /^(?:\/|[A-Za-z]:\/)/.test(path);
}
