// A pack's pinyin, made in slices: reading characters aloud is slow, and typing goes first.
import type { CompiledPack, PackData, PackTools } from '../../core/service';

/** So many records are read aloud at a time: some milliseconds. */
const atOnce = 50;

/** Compiles a pack as the tools do, with pauses. */
export async function compiled(data: PackData, tools: PackTools, pause: () => Promise<void>): Promise<CompiledPack> {
	const pinyin: Record<string, CompiledPack['pinyin'][string]> = {};
	const none: PackData = { info: data.info, sources: [], citations: [], terms: [], formulations: [] };
	// In the order of the tools, where the first that reads a text counts.
	for (const kind of ['terms', 'formulations', 'sources', 'citations'] as const) {
		for (let at = 0; at < data[kind].length; at += atOnce) {
			const part = tools.compile({ ...none, [kind]: data[kind].slice(at, at + atOnce) });
			for (const [text, keys] of Object.entries(part.pinyin)) if (!Object.hasOwn(pinyin, text)) pinyin[text] = keys;
			await pause();
		}
	}
	return { data, pinyin, traditional: {} };
}
