// The hover as a person meets it: the mouse rests on a term, and what shows is read.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '' }, width: 1300, height: 1000 });
});
afterAll(async () => {
	await vs.close();
});

test('the second occurrence in a line, with definition, basis, quotations, use and actions', async () => {
	await vs.draft('发展新质生产力，就是要发展新质生产力。');
	const hover = await vs.hover('新质生产力', { occurrence: 2, at: 2 });
	await vs.screenshot('hover');
	expect(hover.text).toContain('new quality productive forces');
	expect(hover.text).toMatch(/Rests on|General knowledge/);
	expect(hover.text).toContain('First dated use in this corpus');
	expect(hover.text).toContain('习近平');
	expect(hover.text).toContain('Uses in this draft: 2');
	expect(hover.text).toContain('Within it: 生产力');
	for (const action of ['Insert citation', 'Search citations', 'Open source'])
		expect(hover.links.map(l => l.text)).toContain(action);
});

test.each([
	['inside emphasis', '要**发展新质生产力**。', '新质生产力', 1],
	['in traditional script', '發展新質生產力。', '新質生產力', 4],
	['in a heading', '## 发展新质生产力', '新质生产力', 0],
])('%s', async (_, draft, text, at) => {
	await vs.draft(draft);
	await expect.poll(async () => (await vs.hover(text, { at })).text).toContain('new quality productive forces');
});

test('the longest term wins, and not beyond its end', async () => {
	await vs.draft('壮大战略性新兴产业。');
	await expect.poll(async () => (await vs.hover('新兴产业', { at: 1 })).text).toMatch(/^战略性新兴产业/);
	await vs.noHover('壮大', { at: 0 });
});

test('no name across two words, and the same name where it stands', async () => {
	await vs.draft('大幅提高企业效益，选择其中试点城市。\n\n培育一批高企。');
	await expect.poll(async () => (await vs.hover('批高企', { at: 2 })).text).toMatch(/^高新技术企业|高企/);
	await vs.noHover('提高企业', { at: 1 });
	await vs.noHover('提高企业', { at: 2 });
	await vs.noHover('其中试点', { at: 1 });
	await vs.screenshot('across-words');
});

test.each([
	['code', '用`新质生产力`写'],
	['a link target', '见[文](新质生产力)'],
])('no hover in %s', async (_, draft) => {
	await vs.draft(draft);
	await vs.noHover('新质生产力', { at: 1 });
});
