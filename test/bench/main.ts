// Runs the benches and says which targets are reached. Ratios within one run count; the machine does not.
// Must not measure anything itself.

import { benchCompletion } from './completion';
import { benchDraft } from './draft';
import { benchGroup } from './group';
import { benchHostile } from './hostile';
import { benchKeystroke } from './keystroke';
import { benchLibraries } from './libraries';
import { benchLibrary } from './library';
import { benchMending } from './mending';
import { benchPages } from './pages';
import { benchPhrases } from './phrases';
import { benchProse } from './prose';
import { printTargets, type Target } from './report';
import { benchReview } from './review';
import { benchSearch } from './search';
import { readSource, type Source } from './source';
import { benchSpotting } from './spotting';
import { benchWord } from './word';

const benches: Record<string, (source: Source) => Target[] | Promise<Target[]>> = {
	spotting: benchSpotting,
	completion: benchCompletion,
	keystroke: benchKeystroke,
	prose: benchProse,
	phrases: benchPhrases,
	search: benchSearch,
	review: benchReview,
	draft: benchDraft,
	mending: benchMending,
	libraries: benchLibraries,
	library: benchLibrary,
	group: benchGroup,
	hostile: benchHostile,
	pages: benchPages,
	word: benchWord,
};

/** Runs the benches that are named, or all of them; what begins with `--`, and what follows it, they read themselves. `root` is the folder of the project. */
export async function main(root: string, given: readonly string[]): Promise<void> {
	const names = given.filter((name, at) => !name.startsWith('--') && !given[at - 1]?.startsWith('--'));
	const source = readSource(root);
	console.log(
		`Terms and passages are made from ${source.name}: ${source.text.length} characters. Node ${process.version}.`,
	);
	const begin = performance.now();
	const targets: Target[] = [];
	for (const name of names.length > 0 ? names : Object.keys(benches)) {
		const bench = benches[name];
		if (bench) targets.push(...(await bench(source)));
		else console.log(`There is no bench ${name}; there are ${Object.keys(benches).join(', ')}.`);
	}
	console.log(`\nTargets (${((performance.now() - begin) / 1000).toFixed(0)} s)`);
	printTargets(targets);
}
