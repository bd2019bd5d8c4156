// The citation panel on the screens of offices: how high its list is, how many hits can be read, in a fresh window of
// each size; printed, so that a change shows.
import type { Frame } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';

let vs: Window | undefined;
afterEach(async () => {
	await vs?.close();
	vs = undefined;
});

/** Width and height in CSS pixels; at 200 % a screen has half of them. */
const screens = [
	['1366×657', 1366, 657],
	['1280×600', 1280, 600],
	['1920×1080', 1920, 1080],
	['1366×657 at 200 %', 683, 328],
] as const;

async function page(window: Window): Promise<Frame> {
	const frame = await window.frame('#panel');
	await window.until('rows in the panel', async () =>
		(await frame.locator('#panel .row').count()) > 0 ? true : undefined,
	);
	return frame;
}

test.each(screens)('%s', async (name, width, height) => {
	vs = await open({ files: { 'report.md': '要发展新质生产力。\n' }, width, height });
	await vs.run('Show Citation Panel');
	const panel = await page(vs);
	const measured = await panel.evaluate(() => {
		const box = document.querySelector('.scroll')!.getBoundingClientRect();
		const rows = [...document.querySelectorAll('.row')].map(row => row.getBoundingClientRect());
		return {
			width: innerWidth,
			view: innerHeight,
			list: Math.round(Math.min(box.bottom, innerHeight) - Math.max(0, box.top)),
			hits: rows.filter(({ top, bottom }) => top >= box.top - 1 && bottom <= Math.min(box.bottom, innerHeight) + 1)
				.length,
		};
	});
	console.log(`${name}: view ${measured.width}×${measured.view}, list ${measured.list} px, hits ${measured.hits}`);
	await vs.screenshot(`screen ${name}`);
	expect(measured.list).toBeGreaterThan(0);
});
