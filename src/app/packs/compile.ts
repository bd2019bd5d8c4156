// A pack's pinyin, made in slices: reading characters aloud is slow, and typing goes first.
import type { CompiledPack } from '../../core/corpus/compile';
import type { PackData } from '../../core/corpus/records';
import type { PackTools } from '../../core/corpus/tools';

type Pinyin = CompiledPack['pinyin'];

/** So many records are read aloud at a time: a few milliseconds. */
const atOnce = 10;

/** What was made of records before, by the slice they stand in. */
export type Compiled = WeakMap<object, { readonly slice: readonly object[]; readonly pinyin: Pinyin }>;

/**
 * Compiles a pack as the tools do, with pauses. Records that are in `before` next to each other as they were then are
 * not read again.
 */
export async function compiled(
	data: PackData,
	tools: Pick<PackTools, 'compile'>,
	pause: () => Promise<void>,
	before: Compiled = new WeakMap(),
): Promise<CompiledPack> {
	const pinyin: Record<string, Pinyin[string]> = {};
	const none: PackData = { info: data.info, sources: [], citations: [], terms: [], formulations: [] };
	// In the order of the tools, where the first that reads a text counts.
	for (const kind of ['terms', 'formulations', 'sources', 'citations'] as const) {
		for (let at = 0; at < data[kind].length;) {
			const known = before.get(data[kind][at] ?? none);
			const same = known?.slice.every((record, i) => data[kind][at + i] === record);
			const slice = same && known ? known.slice : data[kind].slice(at, at + atOnce);
			const made = same && known ? known.pinyin : tools.compile({ ...none, [kind]: slice }).pinyin;
			before.set(slice[0] ?? none, { slice, pinyin: made });
			for (const [text, keys] of Object.entries(made)) if (!Object.hasOwn(pinyin, text)) pinyin[text] = keys;
			await pause();
			at += slice.length;
		}
	}
	return { data, pinyin, traditional: {} };
}
