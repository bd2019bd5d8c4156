// The places of names in folders of a disk, as its system writes them.
import * as path from 'node:path';
import { eachOnce } from '../app/homeFolder';
import { FileError, type Place } from '../app/ports';

/** How a system writes paths. */
type System = Pick<path.PlatformPath, 'resolve' | 'sep'>;

/** The place of a name in a folder; FileError where it leads out of it. */
export function placeBelow(folder: Place, name: string, { resolve, sep }: System = path): Place {
	const place = resolve(folder, name);
	const prefix = resolve(folder).replace(/[\\/]$/, '') + sep;
	if (!place.startsWith(prefix) || place === prefix) throw new FileError('failed', place, 'outside');
	return place;
}

/** Where packs lie that a person named, each once; a drive has one name, so that what is kept of it is found again. */
export function packPlaces(cwd: Place, names: readonly string[], { resolve }: Pick<System, 'resolve'> = path): Place[] {
	return eachOnce(names.map(name => resolve(cwd, name).replace(/^[a-z](?=:)/, drive => drive.toUpperCase())));
}
