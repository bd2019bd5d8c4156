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

test('the Markdown preview shows citations as numbers, with the list', async () => {
	await vs.draft('甲[@yindizhiyi-2024]乙[^a]。\n\n[^a]: 说明。\n');
	await vs.run('Markdown: Open Preview to the Side');
	const page = await vs.frame('.policy-list');
	await expect.poll(() => page.locator('sup.policy-mark').allInnerTexts()).toEqual(['[1]', '①']);
	await vs.command('workbench.action.closeActiveEditor');
	await vs.open('report.md');
});

test('a new draft begins there too', async () => {
	await vs.run('Policy Writing: New Draft…');
	await vs.pick('政策建议');
	await expect
		.poll(() => vs.text())
		.toMatch(/^---\ntitle: 关于……的政策建议\nauthor: \n主送机关: \ndate: \d{4}年\d+月\d+日\n---/);
	await vs.press('Control+s');
	await expect.poll(() => vs.exists('政策建议.md')).toBe(true);
	await vs.open('report.md');
});

test('its commands are there', async () => {
	await vs.draft('要|');
	await vs.run('Search Citations…');
	await expect.poll(async () => (await vs.picks()).length).toBeGreaterThan(0);
	await vs.press('Escape');
});
