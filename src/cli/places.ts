// Which places of a disk lie below which, as its system compares names.
import * as path from 'node:path';
import { FileError, type Place } from '../app/ports';

/** How a system writes paths. */
type System = Pick<path.PlatformPath, 'resolve' | 'sep'>;

/** A folder with what stands before the names in it: a root (`D:\`, `\\server\share\`) has it already. */
function prefixOf(folder: Place, sep: string): string {
	return folder.replace(/[\\/]$/, '') + sep;
}

/** The place of a name in a folder; FileError where it leads out of it. */
export function placeBelow(folder: Place, name: string, { resolve, sep }: System = path): Place {
	const place = resolve(folder, name);
	const prefix = prefixOf(resolve(folder), sep);
	if (!place.startsWith(prefix) || place === prefix) throw new FileError('failed', place, 'outside');
	return place;
}

/**
 * Whether a place lies below a folder. Windows knows no case in names; elsewhere only the letter of a drive may differ,
 * where a draft from Windows names one.
 */
export function isBelow(folder: Place, place: Place, { sep }: Pick<System, 'sep'> = path): boolean {
	const compared = (one: Place) =>
		sep === '\\' ? one.replaceAll('/', sep).toLowerCase() : one.replace(/^[a-z](?=:)/, drive => drive.toUpperCase());
	return compared(place).startsWith(compared(prefixOf(folder, sep)));
}
