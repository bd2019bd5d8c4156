// The extension from its `browser` entry, in the web-worker host: the main jobs run there too.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';

let vs: Window;
beforeAll(async () => {
	vs = await open({ host: 'web', files: { 'report.md': '' } });
});
afterAll(async () => {
	await vs.close();
});

test('it does not run in the Node host here', async () => {
	await expect.poll(async () => (await vs.extension()).found).toBe(false);
});

test('a term is offered and taken', async () => {
	await vs.draft('要加快发展|');
	await vs.ime('xinzhi', '新质');
	await expect
		.poll(async () => (await vs.suggestions()).slice(0, 2).map(row => row.label))
		.toEqual(['新质', '新质生产力']);
	await vs.accept('新质生产力');
	await expect.poll(() => vs.line()).toBe('要加快发展新质生产力');
});

test('a term is explained', async () => {
	await vs.draft('要加快发展新质生产力。');
	await expect.poll(async () => (await vs.hover('新质生产力')).text).toContain('新质生产力');
});

test('its commands are there', async () => {
	await vs.draft('要|');
	await vs.run('Search Citations…');
	await expect.poll(async () => (await vs.picks()).length).toBeGreaterThan(0);
	await vs.press('Escape');
});
