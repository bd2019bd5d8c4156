// The libraries of other programs: which files a draft means by a name, and each as a pack of sources, kept as long as
// the file does not change. One that is not there, or cannot be read, takes no other with it.
import { liesBelow } from './homeFolder';
import { isLibrary } from '../core/citations/exchange/bibliography';
import type { BibliographyTools } from '../core/citations/exchange/tools';
import type { CompiledPack } from '../core/corpus/compile';
import type { PackTools } from '../core/corpus/tools';
import type { ReadPack } from '../core/corpus/yaml/read';
import type { NamedBibliography } from '../core/draft/bibliographies';
import type { Refusal } from '../core/draft/namedFile';
import { readKnown, unreadable, type Fault, type Known, type PackText } from './fileText';
import { compiled } from './packs/compile';
import { isTouched, type Touched } from './packs/touched';
import { nextTurn, pausing } from './pause';
import type { Files, Log, Place } from './ports';
import { present } from '../core/text/values/fields';
import { filled } from '../core/text/values/optional';

/** Bytes of the largest library that is read: some fifty thousand entries with their abstracts. */
const largest = 50_000_000;

/** Nobody names more libraries in one draft. */
const mostNames = 100;

/** A name as a person wrote it, and the files it may mean. */
export interface BibliographyName {
	readonly name: string;
	/** The first that can be read counts. */
	readonly candidates: readonly Place[];
	/** Why nothing is looked for although the name means something. */
	readonly refused?: Refusal;
	/** Folders in which the file must lie with all links followed; without any, anywhere. */
	readonly within?: readonly Place[];
	/** It is an address on the web, which nobody asks: nothing is known of what it holds. */
	readonly onWeb?: true;
}

/** Where a draft lies, and what may be looked for because it says so. */
export interface DraftPlace {
	/** The folders a name is meant from, the likeliest first: its own, then those a person works in. */
	readonly folders: readonly Place[];
	/** Why a file may not be looked for; without a place, why the name alone is reason enough. */
	readonly refusal: (name: string, place?: Place) => Refusal | undefined;
	/** Folders out of which no link may lead; without any, links may lead anywhere. */
	readonly within?: readonly Place[] | undefined;
}

/** The libraries a draft names, with where it names them. `names`: as it writes them. */
export function bibliographiesIn(
	names: readonly NamedBibliography[],
	{ folders, refusal, within }: DraftPlace,
	resolve: Files['resolve'],
): NamedInDraft[] {
	return names.slice(0, mostNames).map(named =>
		present({
			name: named.path,
			named,
			...candidatesOf(named.path, folders, refusal, resolve),
			within,
		}),
	);
}

/** The files a name may mean, without those that are not looked for because a draft says so. */
function candidatesOf(
	name: string,
	folders: readonly Place[],
	refusal: DraftPlace['refusal'],
	resolve: Files['resolve'],
): Omit<BibliographyName, 'name'> {
	if (/^https?:/i.test(name)) return { candidates: [], onWeb: true };
	// Asked before the name is made a place: that of a share may be none.
	const unasked = refusal(name);
	if (unasked) return { candidates: [], refused: unasked };
	const all = (filled(folders) ?? [undefined]).flatMap(folder => resolve(folder, name) ?? []);
	const candidates = [...new Set(all)].filter(place => refusal(name, place) === undefined);
	return { candidates, ...(candidates.length === 0 && all.length > 0 ? { refused: 'outside' } : {}) };
}

/** A name a draft has for a library. */
export type NamedInDraft = BibliographyName & { readonly named: NamedBibliography };

/**
 * What a draft is held against where libraries it names are not in use: whether all are, and which are told of. Nobody
 * asks the web, so nothing is told of an address there.
 */
export function librariesOf(unused: readonly NamedInDraft[]): {
	readonly librariesRead: boolean;
	readonly unread: readonly NamedBibliography[];
} {
	return {
		librariesRead: unused.length === 0,
		unread: unused.filter(({ onWeb }) => onWeb !== true).map(({ named }) => named),
	};
}

/** A library as a pack of sources. */
export interface BibliographyPack {
	readonly read: ReadPack;
	readonly compiled: CompiledPack;
}

/** A library that is there; one with a fault is not in use. */
export interface Bibliography extends Partial<BibliographyPack> {
	readonly place: Place;
	readonly text: PackText;
}

/** Whether a library is in use. */
export function isUsed(library: Bibliography): library is Bibliography & BibliographyPack {
	return library.read !== undefined && library.compiled !== undefined;
}

/** What reads libraries, loaded when the first is there. */
export type ReadingTools = () => Promise<{
	readonly packs: Pick<PackTools, 'compile'>;
	readonly libraries: Pick<BibliographyTools, 'read'>;
}>;

/** Of what a name means: the library, or why what is there cannot be read; neither where nothing is there. */
export type Found = { readonly library: Bibliography } | { readonly library?: undefined; readonly fault?: Fault };

/** One look at the files that names mean: each is looked at once. */
export class BibliographyLook {
	private readonly looked = new Map<Place, Promise<Known | undefined>>();

	constructor(
		private readonly file: (place: Place) => Promise<Known | undefined>,
		private readonly real: Files['real'],
	) {}

	/** The files that were looked at. */
	get places(): ReadonlySet<Place> {
		return new Set(this.looked.keys());
	}

	/** The first file a name may mean that can be read; else why the first that is there cannot. */
	async first({ name, candidates, within }: BibliographyName): Promise<Found> {
		let unread: Bibliography | undefined;
		for (const place of isLibrary(name) ? candidates : []) {
			if (within && !(await this.liesIn(place, within))) continue;
			let looked = this.looked.get(place);
			if (!looked) this.looked.set(place, (looked = this.file(place)));
			const text = (await looked)?.text;
			if (text && !text.fault) return { library: { place, text } };
			if (text) unread ??= { place, text };
		}
		if (!unread) return {};
		// A folder of that name is no file a problem could be shown in.
		return unread.text.fault?.data.reason === 'folder' ? { fault: unread.text.fault } : { library: unread };
	}

	/** Whether a file lies in one of some folders, whatever links lead to it. */
	private async liesIn(place: Place, folders: readonly Place[]): Promise<boolean> {
		const real = await this.real(place);
		// Nothing is there, or there are no links here.
		if (real === undefined) return true;
		for (const folder of folders) {
			const root = (await this.real(folder)) ?? folder;
			if (liesBelow(root, real)) return true;
		}
		return false;
	}
}

/** Reads libraries, and not again while they do not change. */
export class BibliographyReader {
	private readonly known = new Map<Place, Known>();
	/** Readings under way and done: one goes on while packs are looked at anew, and is not begun again. */
	private readonly packs = new WeakMap<PackText, Promise<BibliographyPack | Fault>>();

	constructor(
		private readonly files: Files,
		private readonly log: Pick<Log, 'error'>,
	) {}

	/** Looks at files anew, where they may have changed. */
	look(touched: Touched): BibliographyLook {
		return new BibliographyLook(async place => {
			const now = await readKnown(this.files, place, this.files.nameOf(place), {
				before: this.known.get(place),
				changed: isTouched(touched, place),
				limit: largest,
				legacy: true,
			});
			if (now) this.known.set(place, now);
			else this.known.delete(place);
			return now;
		}, this.files.real);
	}

	/** Forgets all files but these. */
	keep(places: ReadonlySet<Place>): void {
		for (const place of this.known.keys()) if (!places.has(place)) this.known.delete(place);
	}

	/** A library as a pack; read in slices, so that typing goes first. `held` waits for the reading. */
	async loaded(
		library: Bibliography,
		tools: ReadingTools,
		held: <T>(work: Promise<T>) => Promise<T> = work => work,
	): Promise<Bibliography> {
		const { text } = library;
		if (text.fault) return library;
		let pack = this.packs.get(text);
		if (!pack) {
			this.packs.set(text, (pack = this.load(library, tools)));
			// What reads libraries could not be loaded: the next time it is tried again.
			pack.catch(() => this.packs.delete(text));
		}
		const loaded = await held(pack);
		return 'code' in loaded
			? { ...library, text: { name: text.name, text: '', fault: loaded } }
			: { ...library, ...loaded };
	}

	private async load({ place, text }: Bibliography, tools: ReadingTools): Promise<BibliographyPack | Fault> {
		const { packs, libraries } = await tools();
		try {
			const read = await libraries.read(text.name, text.text, nextTurn);
			return { read, compiled: await compiled(read.data, packs, pausing()) };
		} catch (error) {
			this.log.error(`library ${place}: ${String(error)}`);
			return unreadable('failed');
		}
	}
}
