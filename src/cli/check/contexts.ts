// What drafts are checked against: the packs, and the libraries that a draft names.

import { librariesOf, type NamedInDraft } from '../../app/bibliographies';
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

	async of(file: DraftFile): Promise<ReviewContext> {
		const unused: NamedInDraft[] = [];
		const named = await this.libraries.namedIn(file, one => unused.push(one));
		const key = named.map(({ place }) => place).join('\n');
		let service = this.known.get(key);
		if (!service) {
			service = createPolicyService(await loadCorpus(this.io, this.packs, 'whole', named));
			this.known.set(key, service);
		}
		return { service, reviewer: service.reviewer(), ...librariesOf(unused) };
	}
}
