// Whether a file that a draft names may be looked for. A draft may come from anybody: naming a file must not make the
// machine open a connection, nor, in a folder the person does not trust, look anywhere outside it.

/** What a name points at, judged by its writing alone, the same on every system. */
export type NamedKind = 'relative' | 'absolute' | 'home' | 'share';

/**
 * Why a file is not looked for. `share`: its name leads to another machine. `outside`: it lies outside a folder that is
 * not trusted.
 */
export type Refusal = 'share' | 'outside';

/** A file or folder as a URI has it; the path with `/`. */
export interface Place {
	readonly scheme: string;
	readonly authority: string;
	readonly path: string;
}

/**
 * What a name points at. `share` is whatever Windows would take to another machine or a device (`\\server\share`,
 * `//server/share`,
 * `\\?\…`, `file://server/…`), also where it stands on a system that would not.
 */
export function namedKind(name: string): NamedKind {
	// White space or a control character in front of a name must not hide what it is.
	const path = name.replace(/^[\s\p{Cc}]+/u, '').replaceAll('\\', '/');
	const address = /^file:(.*)$/is.exec(path);
	if (address) return inAddress(address[1] ?? '');
	if (path.startsWith('//')) return 'share';
	if (/^(?:\/|[A-Za-z]:)/.test(path)) return 'absolute';
	if (/^(?:~|%USERPROFILE%)/i.test(path)) return 'home';
	return 'relative';
}

/** What stands behind `file:`. A machine may also be hidden in the path: `file:////server/share`. */
function inAddress(rest: string): NamedKind {
	const path = percentDecoded(rest).replaceAll('\\', '/');
	const host = /^\/\/([^/]*)(.*)$/s.exec(path);
	if (!host) return 'absolute';
	if (/^(?:localhost)?$/i.test(host[1] ?? '') && !host[2]?.startsWith('//')) return 'absolute';
	return 'share';
}

/**
 * Why the file `place`, which a draft means by `name`, is not looked for; nothing where it may be. `within`: the
 * folders that a draft may name files of where `trusted` is false.
 */
export function refusalOf(
	name: string,
	place: Place | undefined,
	trusted: boolean,
	within: readonly Place[],
): Refusal | undefined {
	const kind = namedKind(name);
	if (kind === 'share') return 'share';
	if (trusted) return undefined;
	if (kind !== 'relative' || !place) return 'outside';
	if (within.some(folder => isInside(place, folder))) return undefined;
	return 'outside';
}

/**
 * Whether a file lies in a folder, by its name. Names that a system may read as another (`..`, and on Windows `.. ` or
 * `...`) are in none.
 */
function isInside(place: Place, folder: Place): boolean {
	if (place.scheme !== folder.scheme || place.authority !== folder.authority) return false;
	const root = folder.path.replace(/\/*$/, '/');
	if (!place.path.startsWith(root)) return false;
	return !place.path
		.slice(root.length)
		.split(/[/\\]/)
		.some(part => /^[.\s]*\.\.[.\s]*$/.test(part));
}

function percentDecoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
