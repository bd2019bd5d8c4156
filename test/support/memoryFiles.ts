// Files in memory, for the use cases of app/: what a real file system answers, without one.
import { withHome } from '../../src/app/homeFolder';
import { FileError, type Entry, type Files, type Place } from '../../src/app/ports';

/** Files in memory, with what tests need besides. */
export interface MemoryFiles extends Files {
	/** Every file by its place. */
	readonly files: Map<Place, Uint8Array>;
	text(place: Place): string | undefined;
	/** Makes a link that leads to a place, whether something is there or not. */
	link(place: Place, target: Place): void;
}

const parent = (place: Place) => place.slice(0, place.lastIndexOf('/'));

/** Links that lead from one to the next. */
const mostLinks = 20;

/** The parts of a path without `.` and `..`; nothing where it leads above the root. */
function plainParts(path: string): string[] | undefined {
	const parts: string[] = [];
	for (const part of path.split('/')) {
		if (part === '..' && parts.pop() === undefined) return undefined;
		if (part !== '..' && part !== '.' && part !== '') parts.push(part);
	}
	return parts;
}

/** What is stored: files, folders and links by their places, links followed on the way. */
class Tree {
	readonly files = new Map<Place, Uint8Array>();
	readonly times = new Map<Place, number>();
	readonly folders = new Set<Place>(['']);
	readonly links = new Map<Place, Place>();

	constructor(private readonly now: () => number) {}

	/** The place with all links followed; FileError where they go round in a circle. */
	real(place: Place): Place {
		let real = '';
		let left = place.split('/').filter(part => part !== '');
		for (let followed = 0; left.length > 0;) {
			const [first, ...rest] = left;
			const next = `${real}/${String(first)}`;
			const target = this.links.get(next);
			if (target === undefined) {
				real = next;
				left = rest;
				continue;
			}
			if (++followed > mostLinks) throw new FileError('failed', place, 'ELOOP');
			left = [...(plainParts(target.startsWith('/') ? target : `${real}/${target}`) ?? []), ...rest];
			real = '';
		}
		return real;
	}

	makeFolders(folder: Place): void {
		for (let at = folder; at !== '' && !this.folders.has(at); at = parent(at)) {
			if (this.files.has(at)) throw new FileError('folder', at, 'ENOTDIR');
			this.folders.add(at);
		}
	}

	put(place: Place, bytes: Uint8Array): void {
		this.makeFolders(parent(place));
		if (this.folders.has(place)) throw new FileError('folder', place, 'EISDIR');
		this.files.set(place, bytes);
		this.times.set(place, this.now());
	}

	get(place: Place): Uint8Array {
		if (this.folders.has(place)) throw new FileError('folder', place, 'EISDIR');
		const bytes = this.files.get(place);
		if (!bytes) throw new FileError('missing', place, 'ENOENT');
		return bytes;
	}

	mayTake(place: Place, over: boolean): void {
		if (!over && (this.files.has(place) || this.folders.has(place) || this.links.has(place)))
			throw new FileError('exists', place, 'EEXIST');
	}

	kindOf(place: Place): Entry['kind'] {
		try {
			const real = this.real(place);
			if (this.files.has(real)) return 'file';
			return this.folders.has(real) ? 'folder' : 'other';
		} catch {
			return 'other';
		}
	}

	list(folder: Place): readonly Entry[] {
		if (this.files.has(folder)) throw new FileError('folder', folder, 'ENOTDIR');
		if (!this.folders.has(folder)) throw new FileError('missing', folder, 'ENOENT');
		return [...this.files.keys(), ...this.folders, ...this.links.keys()]
			.filter(place => place !== '' && parent(place) === folder)
			.map(place => ({
				name: place.slice(folder.length + 1),
				kind: this.kindOf(place),
				link: this.links.has(place),
			}))
			.sort((a, b) => (a.name < b.name ? -1 : 1));
	}
}

/** `given`: texts by their places (`/pack/terms/a.yaml`). `now`: the time a file gets when it is written. */
export function memoryFiles(
	given: Readonly<Record<string, string | Uint8Array>> = {},
	now: () => number = () => 0,
): MemoryFiles {
	const tree = new Tree(now);
	for (const [place, content] of Object.entries(given))
		tree.put(place, typeof content === 'string' ? new TextEncoder().encode(content) : content);
	return {
		files: tree.files,
		text: place => {
			const bytes = tree.files.get(place);
			return bytes && new TextDecoder().decode(bytes);
		},
		link: (place, target) => {
			tree.makeFolders(parent(place));
			tree.links.set(place, target);
		},
		join(folder, name) {
			const parts = plainParts(name);
			if (!parts || parts.length === 0) throw new FileError('failed', `${folder}/${name}`, 'outside');
			return `${folder}/${parts.join('/')}`;
		},
		resolve(folder, name) {
			if (name.includes('\0')) return undefined;
			const plain = name.replaceAll('\\', '/');
			const path = withHome(plain, '/home');
			if (!path.startsWith('/') && folder === undefined) return undefined;
			const parts = plainParts(path.startsWith('/') ? path : `${String(folder)}/${path}`);
			return parts && `/${parts.join('/')}`;
		},
		isBelow: (folder, place) => place.startsWith(`${folder}/`),
		nameOf: place => place.slice(place.lastIndexOf('/') + 1),
		stat: async place => {
			const real = tree.real(place);
			const bytes = tree.files.get(real);
			if (bytes) return { kind: 'file', size: bytes.length, modified: tree.times.get(real) ?? 0 };
			return tree.folders.has(real) ? { kind: 'folder', size: 0, modified: 0 } : undefined;
		},
		real: async place => (tree.kindOf(place) === 'other' ? undefined : tree.real(place)),
		list: async folder => tree.list(tree.real(folder)),
		read: async place => tree.get(tree.real(place)),
		readStart: async (place, bytes) => tree.get(tree.real(place)).subarray(0, bytes),
		write: async (place, bytes, over) => {
			tree.mayTake(place, over);
			tree.links.delete(place);
			tree.put(place, bytes);
		},
		move: async (from, to, over) => {
			const bytes = tree.get(from);
			tree.mayTake(to, over);
			tree.put(to, bytes);
			tree.files.delete(from);
		},
		remove: async place => {
			for (const each of [...tree.files.keys(), ...tree.folders, ...tree.links.keys()])
				if (each === place || each.startsWith(`${place}/`)) {
					tree.files.delete(each);
					tree.folders.delete(each);
					tree.links.delete(each);
				}
		},
		makeFolder: async folder => tree.makeFolders(folder),
	};
}
