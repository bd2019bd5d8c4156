// Packs and libraries as they are known now → one service, and what is wrong with each. A pack that cannot be used is
// left out, and the others are in use.
import * as vscode from 'vscode';
import {
	conflictsOf,
	type LoadedPack,
	type PackTools,
	type PolicyService,
	type Problem,
	type ReadPack,
} from '../../core/service';
import type { PackText } from './fileRead';
import type { Library, UsedLibrary } from './bibliographies';
import { compiled, type Compiled } from './compile';
import type { PackFolder } from './folders';
import type { FileProblems } from './problems';

/** Makes a service out of packs, the shipped one first, and tells what does not fit together. */
export type CreateService = (packs: readonly LoadedPack[]) => {
	readonly service: PolicyService;
	readonly problems: readonly Problem[];
};

/** A pack of a person's own, as it was read last. */
export interface OwnPack {
	readonly folder: PackFolder;
	readonly read: ReadPack;
}

/** A pack folder and what is known of its files. */
export interface FoundPack {
	readonly folder: PackFolder;
	readonly texts: readonly PackText[];
}

/** What came of it. */
export interface Composed {
	readonly service: PolicyService;
	readonly own: readonly OwnPack[];
	/** What is wrong within files: known at once. */
	readonly within: () => readonly FileProblems[];
	/** … and across packs, which can be said once all of them have been read. */
	readonly across: () => readonly FileProblems[];
}

/** What was made last of the texts of a pack. */
interface Made {
	readonly texts: readonly PackText[];
	readonly read: ReadPack;
	readonly pack: LoadedPack['compiled'];
}

export class PackComposer {
	private readonly made = new Map<string, Made>();
	private readonly compiled: Compiled = new WeakMap();

	/** `failed` is told of what nobody foresaw, by the name of the pack or library it belongs to. */
	constructor(private readonly failed: (name: string, error: unknown) => void) {}

	/** A service out of everything; `pause` is waited for between pieces of work, and may give up by throwing. */
	async compose(
		shipped: LoadedPack,
		found: readonly FoundPack[],
		libraries: readonly UsedLibrary[],
		tools: PackTools | undefined,
		create: CreateService,
		pause: () => Promise<void>,
	): Promise<Composed> {
		const own: (OwnPack & { readonly texts: readonly PackText[]; readonly loaded: LoadedPack })[] = [];
		for (const { folder, texts } of found) {
			const made = tools && (await this.make(folder, texts, tools, pause));
			if (made)
				own.push({
					folder,
					texts,
					read: made.read,
					loaded: { compiled: made.pack, places: inFolder(made.read, own.length) },
				});
		}
		const others = libraries.map((library, i) => ({
			...library,
			loaded: { compiled: library.compiled, places: inFolder(library.read, own.length + i) },
		}));
		await pause();
		const { service, problems: merging } = this.merged(shipped, [...own, ...others], create);
		const mergingOf = (number: number) =>
			merging
				.filter(one => one.file.startsWith(`${number}/`))
				.map(one => ({ ...one, file: one.file.slice(`${number}/`.length) }));
		const within = (): FileProblems[] => [
			...own.map(({ folder, texts, read }) => ({ folder: folder.uri, texts, problems: read.problems })),
			...others.map(({ uri, text, read }) => ({
				folder: vscode.Uri.joinPath(uri, '..'),
				texts: [text],
				problems: read.problems,
			})),
		];
		return {
			service,
			own,
			within,
			across: () =>
				within().map((each, i) => {
					const pack = own[i];
					const library = others[i - own.length];
					const before = own.slice(0, i).map(one => one.loaded);
					const checked =
						pack && tools
							? tools.check(
									pack.read,
									[shipped, ...before, ...others].map(one => one.compiled.data),
								)
							: [];
					const conflicts = library ? conflictsOf(library.read, mergingOf(i), service.corpus) : mergingOf(i);
					return { ...each, problems: [...each.problems, ...checked, ...conflicts] };
				}),
		};
	}

	/** Parses texts ahead of time, a few at a time. */
	async prepare(texts: readonly PackText[], tools: PackTools, pause: () => Promise<void>): Promise<void> {
		for (const text of texts) {
			await pause();
			if (!text.fault) this.works(text.name, () => tools.prepare(text));
		}
	}

	/** A pack out of its texts; nothing where that cannot be done. */
	private async make(
		folder: PackFolder,
		texts: readonly PackText[],
		tools: PackTools,
		pause: () => Promise<void>,
	): Promise<Made | undefined> {
		const key = folder.uri.toString();
		const before = this.made.get(key);
		if (before && before.texts.length === texts.length && before.texts.every((text, i) => text === texts[i]))
			return before;
		const readable: PackText[] = [];
		for (const text of texts) {
			await pause();
			if (!text.fault && this.works(`${key}/${text.name}`, () => tools.prepare(text))) readable.push(text);
		}
		const read = this.works(key, () => tools.read(readable, folder.uri.path.split('/').pop() || folder.name));
		if (!read) return undefined;
		await pause();
		const made = { texts, read: read.answer, pack: await compiled(read.answer.data, tools, pause, this.compiled) };
		this.made.set(key, made);
		return made;
	}

	/** All packs as one; where that fails, those that can be used alone. */
	private merged(
		shipped: LoadedPack,
		packs: readonly { readonly loaded: LoadedPack }[],
		create: CreateService,
	): ReturnType<CreateService> {
		const all = packs.map(({ loaded }) => loaded);
		const whole = this.works('all packs', () => create([shipped, ...all]));
		if (whole) return whole.answer;
		const sound = all.filter(pack => this.works(pack.compiled.data.info.id, () => create([shipped, pack])));
		return create([shipped, ...sound]);
	}

	private works<T>(name: string, work: () => T): { readonly answer: T } | undefined {
		try {
			return { answer: work() };
		} catch (error) {
			this.failed(name, error);
			return undefined;
		}
	}
}

/** Places that name files with the number of their pack, so that problems of merging find their way back. */
function inFolder(read: ReadPack, number: number): NonNullable<LoadedPack['places']> {
	return {
		file: record => `${number}/${read.places.file(record)}`,
		place: (record, path) => read.places.place(record, path),
	};
}

/** What a service is made of: as long as it is the same, so is the service. */
export function seenOf(found: readonly FoundPack[], libraries: readonly Library[]): readonly unknown[] {
	return [
		...found.flatMap(({ folder, texts }): unknown[] => [folder.uri.toString(), ...texts]),
		...libraries.flatMap(({ uri, text }): readonly (string | PackText)[] => [uri.toString(), text]),
	];
}
