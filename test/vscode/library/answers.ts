// What a person answers to the questions of an import, and reads when it is done.
import { pickRows } from '../../support/screen';
import type { Window } from '../../support/window';

/** Waits for a list with this row, and takes it. */
export async function choose(vs: Window, label: string, timeout?: number): Promise<void> {
	await vs
		.until(
			`a list with “${label}”`,
			async () => ((await pickRows(vs.page)).some(row => row.label === label) ? true : undefined),
			timeout,
		)
		.catch(async (error: unknown) => {
			throw new Error(
				`${String(error)}; there are ${(await pickRows(vs.page)).map(row => row.label).join(' · ')}; messages: ${(await vs.notifications()).join(' · ')}`,
			);
		});
	const rows = await pickRows(vs.page);
	const to = rows.findIndex(row => row.label === label);
	for (
		let i = Math.max(
			rows.findIndex(row => row.focused),
			0,
		);
		i < to;
		i++
	)
		await vs.press('ArrowDown');
	await vs.press('Enter');
	await vs.until(`“${label}” taken`, async () =>
		(await pickRows(vs.page)).some(row => row.label === label) ? undefined : true,
	);
}

/** The message that has these words. */
export async function told(vs: Window, words: string, timeout?: number): Promise<string> {
	return vs
		.until(
			`the message “${words}”`,
			async () => (await vs.notifications()).find(message => message.includes(words)),
			timeout,
		)
		.catch(async (error: unknown) => {
			throw new Error(`${String(error)}; there are ${(await vs.notifications()).join(' · ')}`);
		});
}

/** “Import Documents…” in the Explorer's menu of a file or folder. */
export async function importFromExplorer(vs: Window, name: string): Promise<void> {
	await vs.command('workbench.view.explorer');
	await vs.page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`).click({ button: 'right' });
	await vs.page.locator('.monaco-menu .action-label', { hasText: 'Import Documents…' }).hover();
	await vs.press('Enter'); // a menu takes no click before it has stood for a moment
}
