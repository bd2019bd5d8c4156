// `npm run fuzz -- --edits 200000 --seed 1 [--only "switch"] [--shown 3]`: edits random drafts with every command and
// says, command by command, how often it ran, how often it changed the draft, and how often something was wrong.
import { parseArgs } from 'node:util';
import { textOf } from './drafts';
import { fuzz } from './fuzz';

export function main(args: readonly string[]): number {
	const { values } = parseArgs({
		args: [...args],
		options: {
			edits: { type: 'string', default: '200000' },
			seed: { type: 'string', default: '1' },
			only: { type: 'string', default: '' },
			shown: { type: 'string', default: '3' },
		},
	});
	const shown = new Map<string, number>();
	const started = performance.now();
	const figures = fuzz(
		Number(values.edits),
		Number(values.seed),
		values.only ? fault => show(fault) : fault => show(fault),
		values.only,
	);
	function show({ command, draft, said, after }: Parameters<Parameters<typeof fuzz>[2]>[0]): void {
		const before = shown.get(command) ?? 0;
		shown.set(command, before + 1);
		if (before < Number(values.shown))
			console.log(
				`${command} (${draft.language})\n  ${JSON.stringify(textOf(draft))}\n  → ${JSON.stringify(after)}\n  ${said}\n`,
			);
	}
	let [runs, edits, faults] = [0, 0, 0];
	for (const [name, of] of figures) {
		console.log(
			`${name.padEnd(44)} ${String(of.runs).padStart(8)} runs ${String(of.edits).padStart(8)} edits ${String(of.faults).padStart(6)} faults`,
		);
		runs += of.runs;
		edits += of.edits;
		faults += of.faults;
	}
	console.log(`${runs} runs, ${edits} edits, ${faults} faults, ${Math.round((performance.now() - started) / 1000)} s`);
	return faults > 0 ? 1 : 0;
}
