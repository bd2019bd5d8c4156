// Small packs for tests: YAML by kind → files, and the pack read from them.
import { readPack, type ReadPack } from '../../../src/core/corpus/yaml/read';

export interface Written {
	readonly sources?: string;
	readonly citations?: string;
	readonly terms?: string;
	readonly formulations?: string;
	readonly pack?: string;
}

/** A pack of the given YAML; `pack.yaml` says `id: mine` unless given. */
export function pack(written: Written): ReadPack {
	const files = Object.entries(written)
		.filter(([kind]) => kind !== 'pack')
		.map(([kind, text]) => ({ name: `${kind}/a.yaml`, text: text as string }));
	return readPack([{ name: 'pack.yaml', text: written.pack ?? 'id: mine\ntitle: 我的\n' }, ...files]);
}
