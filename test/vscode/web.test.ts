// The extension from its `browser` entry, in the web-worker host: the main jobs run there too. The Markdown preview is not among
// them: VS Code's server comes without the browser half of its Markdown support, so that no preview runs beside us here.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';
import { expectAnswers, expectRefusals, toolCalls } from './toolCalls';

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

test('a new draft begins there too', async () => {
	await vs.run('Policy Writing: New Draft…');
	await vs.pick('政策建议');
	await expect
		.poll(() => vs.text())
		.toMatch(/^---\ntitle: 关于……的政策建议\nauthor: \n主送机关: \ndate: \d{4}年\d+月\d+日\n---/);
	await vs.focus();
	await vs.press('Control+s');
	await expect.poll(() => vs.exists('政策建议.md')).toBe(true);
	await vs.open('report.md');
});

test(`assistants get its tools: ${toolCalls.right} right calls are answered`, () => expectAnswers(vs));

test(`${toolCalls.wrong} wrong calls are refused with a way on`, () => expectRefusals(vs));

test('its commands are there', async () => {
	await vs.draft('要|');
	await vs.run('Search Citations…');
	await expect.poll(async () => (await vs.picks()).length).toBeGreaterThan(0);
	await vs.press('Escape');
});
