// On a Chinese VS Code what the extension says is Chinese.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { oneTry } from '../support/patience.mjs';
import { vs } from './chineseWindow';

const titles = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.nls.zh-cn.json'), 'utf8')) as Record<
	string,
	string
>;

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

test('a hover on a term says in how many of one’s own documents it stands', async () => {
	await vs.draft('抓好青稞富民。');
	const hover = await vs.until('a hover that says so', async () => {
		const shown = await vs.hover('青稞富民', { at: 1, timeout: oneTry }).catch(() => undefined);
		return shown?.text.includes('您的文献中') ? shown : undefined;
	});
	expect(hover.text).toContain('您的文献中也有 2 篇用到，最早的是 2016年3月5日');
});
