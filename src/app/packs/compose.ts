// Packs and libraries as they are known now → one service, and what is wrong with each. A pack that cannot be used is
// left out, and the others are in use.
import { conflictsOf } from '../../core/citations/exchange/bibliography';
import type { LoadedPack } from '../../core/corpus/merge';
import type { Problem } from '../../core/corpus/problem';
import type { PackTools } from '../../core/corpus/tools';
import type { ReadPack } from '../../core/corpus/yaml/read';
import type { PolicyService } from '../../core/service';
import type { Bibliography, BibliographyPack } from '../bibliographies';
import type { PackText } from '../fileText';
import type { Files, Place } from '../ports';
import { compiled, type Compiled } from './compile';
import { faultProblems, numbered, packIdOf, problemsBeside, problemsOf } from './pack';

/** Makes a service out of packs, the shipped one first, and tells what does not fit together. */
export type CreateService = (packs: readonly LoadedPack[]) => {
	readonly service: PolicyService;
	readonly problems: readonly Problem[];
};

/** A folder that holds a pack. */
export interface PackRoot {
	readonly place: Place;
}

/** A pack of a person's own, as it was read last. */
export interface OwnPack<F extends PackRoot> {
	readonly folder: F;
	readonly read: ReadPack;
	/** Its files, those too that could not be read. */
	readonly texts: readonly PackText[];
}

/** A pack folder and what is known of its files. */
export interface FoundPack<F extends PackRoot> {
	readonly folder: F;
	readonly texts: readonly PackText[];
}

/** The problems of one pack folder or library, of its records and of files that could not be read. */
export interface FileProblems {
	/** The files that are known, in their order. */
	readonly texts: readonly PackText[];
	/** Where a file of it is, by the name that problems carry. */
	readonly placeOf: (file: string) => Place;
	readonly problems: readonly Problem[];
}

/** What came of it. */
export interface Composed<F extends PackRoot> {
	readonly service: PolicyService;
	readonly own: readonly OwnPack<F>[];
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

/** What packs and libraries are composed with. */
export interface Composing {
	/** Reads YAML; absent where there is no pack and no library. */
	readonly tools: PackTools | undefined;
	readonly create: CreateService;
	/** Waited for between pieces of work; may give up by throwing. */
	readonly pause: () => Promise<void>;
}

/** A pack as it is composed. */
interface Part<F extends PackRoot> extends OwnPack<F> {
	readonly loaded: LoadedPack;
}

export class PackComposer<F extends PackRoot> {
	private readonly made = new Map<string, Made>();
	private readonly compiled: Compiled = new WeakMap();

	/** `failed` is told of what nobody foresaw, by the name of the pack or library it belongs to. */
	constructor(
		private readonly files: Pick<Files, 'join' | 'nameOf'>,
		private readonly failed: (name: string, error: unknown) => void,
	) {}

	/** A service out of everything. */
	async compose(
		shipped: LoadedPack,
		found: readonly FoundPack<F>[],
		libraries: readonly (Bibliography & BibliographyPack)[],
		{ tools, create, pause }: Composing,
	): Promise<Composed<F>> {
		const own: Part<F>[] = [];
		for (const { folder, texts } of found) {
			const made = tools && (await this.make(folder, texts, tools, pause));
			if (!made) continue;
			const loaded = { compiled: made.pack, places: numbered(made.read, own.length) };
			own.push({ folder, texts, read: made.read, loaded });
		}
		const others = libraries.map((library, i) => ({
			...library,
			loaded: { compiled: library.compiled, places: numbered(library.read, own.length + i) },
		}));
		await pause();
		const { service, problems: merging } = this.merged(shipped, [...own, ...others], create);
		const within = () => [
			...own.map(part => this.problemsWithin(part)),
			...others.map(({ place, text, read }): FileProblems => ({
				texts: [text],
				placeOf: () => place,
				problems: read.problems,
			})),
		];
		const acrossOf = (i: number): readonly Problem[] => {
			const library = others[i - own.length];
			if (library) return conflictsOf(library.read, problemsOf(merging, i), service.corpus);
			const pack = own[i];
			const before = [shipped, ...own.slice(0, i).map(one => one.loaded), ...others].map(one => one.compiled.data);
			return pack && tools ? problemsBeside(pack.read, before, [merging, i], tools.check) : [];
		};
		const across = () => within().map((each, i) => ({ ...each, problems: [...each.problems, ...acrossOf(i)] }));
		return { service, own, within, across };
	}

	private problemsWithin({ folder, texts, read }: Part<F>): FileProblems {
		return {
			texts,
			placeOf: file => this.files.join(folder.place, file),
			problems: [...faultProblems(texts), ...read.problems],
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
		{ place: key }: PackRoot,
		texts: readonly PackText[],
		tools: PackTools,
		pause: () => Promise<void>,
	): Promise<Made | undefined> {
		const before = this.made.get(key);
		if (before && before.texts.length === texts.length && before.texts.every((text, i) => text === texts[i]))
			return before;
		const readable: PackText[] = [];
		for (const text of texts) {
			await pause();
			if (!text.fault && this.works(`${key}/${text.name}`, () => tools.prepare(text))) readable.push(text);
		}
		const read = this.works(key, () => tools.read(readable, packIdOf(this.files.nameOf(key))));
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

/** What a service is made of: as long as it is the same, so is the service. */
export function seenOf(found: readonly FoundPack<PackRoot>[], libraries: readonly Bibliography[]): readonly unknown[] {
	return [
		...found.flatMap(({ folder, texts }): unknown[] => [folder.place, ...texts]),
		...libraries.flatMap(({ place, text }): unknown[] => [place, text]),
	];
}
