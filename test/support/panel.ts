// What a mouse does with the active row of the citation panel.
import type { Frame } from 'playwright-core';
import { patience, tried } from './patience.mjs';

/** Opens the menu of the active row. */
export async function openMenu(panel: Frame): Promise<void> {
	await again(() => opened(panel));
}

/** Takes an entry of the menu of the active row: `footnote`, `words`, `open` …; a menu that is gone because rows came is opened again. */
export async function act(panel: Frame, action: string): Promise<void> {
	const entry = panel.locator(`.menu [data-action="${action}"]`);
	await again(async () => (await opened(panel)) && tried(soon => entry.click(soon)));
}

async function opened(panel: Frame): Promise<true | undefined> {
	const menu = panel.locator('.menu');
	if (await menu.isVisible()) return true;
	const isPressed = await tried(soon => panel.locator('.tools .menu-button').click(soon));
	return isPressed && tried(soon => menu.waitFor(soon));
}

async function again(attempt: () => Promise<true | undefined>): Promise<void> {
	for (const end = Date.now() + patience; !(await attempt());)
		if (Date.now() > end) throw new Error('the menu of the panel did not stay open');
}
