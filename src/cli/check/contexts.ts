// What drafts are checked against: the packs, and the libraries that a draft names.

import { librariesOf, type Bibliography, type NamedInDraft } from '../../app/bibliographies';
import { originalsOf, type Originals } from '../../app/material';
import type { ReviewContext } from '../../app/review';
import { createPolicyService, type PolicyService } from '../../core/service';
import type { Io } from '../io';
import { LibraryReader } from '../library';
import { loadCorpus } from '../packFolder';
import type { DraftFile } from './drafts';

/** Made once for drafts that name the same. */
export class ReviewContexts {
	private readonly known = new Map<string, PolicyService>();
	private readonly libraries: LibraryReader;

	constructor(
		private readonly io: Io,
		private readonly packs: readonly string[],
	) {
		this.libraries = new LibraryReader(io);
	}

	/** The files that documents of the packs were imported from. */
	async originals(): Promise<Originals> {
		if (this.packs.length === 0) return originalsOf([]);
		return originalsOf((await this.service([])).corpus.sources);
	}

	async of(file: DraftFile): Promise<ReviewContext> {
		const unused: NamedInDraft[] = [];
		const named = await this.libraries.namedIn(file, one => unused.push(one));
		const service = await this.service(named);
		return { service, reviewer: service.reviewer(), ...librariesOf(unused) };
	}

	private async service(named: readonly Bibliography[]): Promise<PolicyService> {
		const key = named.map(({ place }) => place).join('\n');
		const known = this.known.get(key);
		if (known) return known;
		const service = createPolicyService(await loadCorpus(this.io, this.packs, 'whole', named));
		this.known.set(key, service);
		return service;
	}
}
