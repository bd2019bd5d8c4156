// On a Chinese VS Code what the extension says is Chinese.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';

const titles = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.nls.zh-cn.json'), 'utf8')) as Record<
	string,
	string
>;

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '' }, locale: 'zh-CN' });
});
afterAll(async () => {
	await vs.close();
});

test('titles of commands', async () => {
	await vs.draft('要加快发展。');
	await vs.run(titles['command.searchCitations']!);
	await expect.poll(async () => (await vs.picks()).length).toBeGreaterThan(0);
	await vs.press('Escape');
});

test('the hover', async () => {
	await vs.draft('新质生产力');
	const { text, links } = await vs.hover('新质生产力');
	expect(text).toMatch(/依据/);
	for (const link of links) expect(link.text).toMatch(/\p{Script=Han}/u);
});
