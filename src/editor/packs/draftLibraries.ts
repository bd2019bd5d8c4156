// What a draft that is not open is held against: the packs and libraries in use, and the libraries it names itself.
import type * as vscode from 'vscode';
import {
	BibliographyReader,
	isUsed,
	librariesOf,
	type Bibliography,
	type BibliographyPack,
	type NamedInDraft,
	type ReadingTools,
} from '../../app/bibliographies';
import type { Files, Place } from '../../app/ports';
import type { ReviewContext } from '../../app/review';
import type { Draft, PolicyService } from '../../core/service';
import { namedIn } from './bibliographyNames';

type Used = Bibliography & BibliographyPack;

/** What is in use, and how a service is made of more. */
export interface InUse {
	readonly service: PolicyService;
	readonly libraries: readonly Bibliography[];
	readonly withMore: (more: readonly Used[]) => Promise<PolicyService>;
}

/** What drafts that name libraries of their own are held against; those that name the same share it. */
export class DraftLibraries {
	private readonly reader: BibliographyReader;
	/** The services over more than is in use, by what they were made of. */
	private made = new Map<string, { readonly texts: readonly unknown[]; readonly service: Promise<PolicyService> }>();
	private over: PolicyService | undefined;

	constructor(
		private readonly files: Files,
		private readonly tools: ReadingTools,
		log: vscode.LogOutputChannel,
	) {
		this.reader = new BibliographyReader(files, log);
	}

	/** The service a draft is held against, and whether every library it names is in it. */
	async of(uri: vscode.Uri, draft: Draft, inUse: InUse): Promise<Omit<ReviewContext, 'reviewer'>> {
		const names = namedIn(uri, draft, this.files.resolve);
		const used = new Set(inUse.libraries.filter(isUsed).map(({ place }) => place));
		const look = this.reader.look({ all: true, uris: new Set() });
		const more = new Map<Place, Used>();
		const unused: NamedInDraft[] = [];
		for (const name of names) {
			if (name.candidates[0] !== undefined && used.has(name.candidates[0])) continue;
			const { library } = await look.first(name);
			const read = library && (used.has(library.place) ? undefined : await this.reader.loaded(library, this.tools));
			if (read && isUsed(read)) more.set(read.place, read);
			else if (!library || read) unused.push(name);
		}
		const service = await this.service([...more.values()], inUse);
		return { service, ...librariesOf(unused) };
	}

	private service(more: readonly Used[], { service, withMore }: InUse): PolicyService | Promise<PolicyService> {
		if (more.length === 0) return service;
		if (this.over !== service) this.made = new Map();
		this.over = service;
		const key = more.map(({ place }) => place).join('\n');
		const texts = more.map(({ text }) => text);
		const known = this.made.get(key);
		if (known?.texts.every((text, i) => text === texts[i])) return known.service;
		const made = { texts, service: withMore(more) };
		made.service.catch(() => this.made.delete(key));
		this.made.set(key, made);
		return made.service;
	}
}
