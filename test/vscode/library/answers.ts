// What a person answers to the questions of an import, and reads when it is done.
import { pickRows } from '../../support/screen';
import type { Window } from '../../support/window';

/** Waits for a list with this row, and takes it. */
export async function choose(vs: Window, label: string): Promise<void> {
	await vs.pick(label);
	await vs.until(`“${label}” taken`, async () =>
		(await pickRows(vs.page)).some(row => row.label === label) ? undefined : true,
	);
}

/** “Import Documents…” in the Explorer's menu of a file or folder. */
export async function importFromExplorer(vs: Window, name: string): Promise<void> {
	await vs.explorerMenu(name, 'Import Documents…');
}
