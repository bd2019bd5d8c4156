// Files in memory, for the use cases of app/: what a real file system answers, without one.
import { FileError, type Entry, type Files, type Place } from '../../src/app/ports';

/** Files in memory, with what tests need besides. */
export interface MemoryFiles extends Files {
	/** Every file by its place. */
	readonly files: Map<Place, Uint8Array>;
	text(place: Place): string | undefined;
}

const parent = (place: Place) => place.slice(0, place.lastIndexOf('/'));

/** `given`: texts by their places (`/pack/terms/a.yaml`). `now`: the time a file gets when it is written. */
export function memoryFiles(given: Readonly<Record<string, string>> = {}, now: () => number = () => 0): MemoryFiles {
	const files = new Map<Place, Uint8Array>();
	const times = new Map<Place, number>();
	const folders = new Set<Place>(['']);
	const makeFolders = (folder: Place) => {
		for (let at = folder; at !== '' && !folders.has(at); at = parent(at)) {
			if (files.has(at)) throw new FileError('folder', at, 'ENOTDIR');
			folders.add(at);
		}
	};
	const put = (place: Place, bytes: Uint8Array) => {
		makeFolders(parent(place));
		if (folders.has(place)) throw new FileError('folder', place, 'EISDIR');
		files.set(place, bytes);
		times.set(place, now());
	};
	const get = (place: Place) => {
		if (folders.has(place)) throw new FileError('folder', place, 'EISDIR');
		const bytes = files.get(place);
		if (!bytes) throw new FileError('missing', place, 'ENOENT');
		return bytes;
	};
	const mayTake = (place: Place, over: boolean) => {
		if (!over && (files.has(place) || folders.has(place))) throw new FileError('exists', place, 'EEXIST');
	};
	for (const [place, text] of Object.entries(given)) put(place, new TextEncoder().encode(text));
	return {
		files,
		text: place => {
			const bytes = files.get(place);
			return bytes && new TextDecoder().decode(bytes);
		},
		join(folder, name) {
			const parts: string[] = [];
			for (const part of name.split('/')) {
				if (part === '..' && parts.pop() === undefined) throw new FileError('failed', `${folder}/${name}`, 'outside');
				if (part !== '..' && part !== '.' && part !== '') parts.push(part);
			}
			if (parts.length === 0) throw new FileError('failed', `${folder}/${name}`, 'outside');
			return `${folder}/${parts.join('/')}`;
		},
		nameOf: place => place.slice(place.lastIndexOf('/') + 1),
		stat: async place => {
			const bytes = files.get(place);
			if (bytes) return { kind: 'file', size: bytes.length, modified: times.get(place) ?? 0 };
			return folders.has(place) ? { kind: 'folder', size: 0, modified: 0 } : undefined;
		},
		list: async folder => {
			if (files.has(folder)) throw new FileError('folder', folder, 'ENOTDIR');
			if (!folders.has(folder)) throw new FileError('missing', folder, 'ENOENT');
			const below = (places: Iterable<Place>, kind: Entry['kind']) =>
				[...places]
					.filter(place => place !== '' && parent(place) === folder)
					.map((place): Entry => ({ name: place.slice(folder.length + 1), kind, link: false }));
			return [...below(files.keys(), 'file'), ...below(folders, 'folder')].sort((a, b) => (a.name < b.name ? -1 : 1));
		},
		read: async place => get(place),
		readStart: async (place, bytes) => get(place).subarray(0, bytes),
		write: async (place, bytes, over) => {
			mayTake(place, over);
			put(place, bytes);
		},
		move: async (from, to, over) => {
			const bytes = get(from);
			mayTake(to, over);
			put(to, bytes);
			files.delete(from);
		},
		remove: async place => {
			for (const each of [...files.keys(), ...folders])
				if (each === place || each.startsWith(`${place}/`)) {
					files.delete(each);
					folders.delete(each);
				}
		},
		makeFolder: async folder => makeFolders(folder),
	};
}
