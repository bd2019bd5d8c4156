// What a mouse does with the active row of the citation panel.
import type { Frame } from 'playwright-core';

/** Opens the menu of the active row. */
export async function openMenu(panel: Frame): Promise<void> {
	if (!(await panel.locator('.menu').isVisible())) await panel.locator('.tools .menu-button').click();
	await panel.locator('.menu').waitFor();
}

/** Takes an entry of the menu of the active row: `footnote`, `words`, `open` … */
export async function act(panel: Frame, action: string): Promise<void> {
	await openMenu(panel);
	await panel.locator(`.menu [data-action="${action}"]`).click();
}
