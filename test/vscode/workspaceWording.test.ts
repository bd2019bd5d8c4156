// Drafts of the workspace that are not open continue what is written, as documents do, where a person has set that.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import { drawnGreyText } from '../support/greyText';
import { patience } from '../support/patience.mjs';
import type { Window } from '../support/window';

const said = [
	'# 高原物流园',
	'我们建好高原牦牛绒毛集散中心，年内开工。',
	'继续建好高原牦牛绒毛集散中心，按期完工。',
	'明年建好高原牦牛绒毛集散中心，全部投用。',
].join('\n\n');

let vs: Window;
beforeAll(async () => {
	vs = await open({
		files: { 'report.md': '', 'notes/plan.md': `---\ntitle: 方案\n---\n\n${said}\n` },
		settings: { 'policyWriting.continue.from': 'workspaceDrafts' },
	});
});
afterAll(async () => {
	await vs.close();
});

const grey = async (): Promise<string> =>
	(await vs.page.locator(drawnGreyText).allInnerTexts()).join('').replace(/\s/g, '');

/** What shows after words that are written anew, each time by another beginning: what was typed over is not shown again. */
let times = 0;
async function shownAfterWriting(): Promise<string> {
	await vs.draft('|');
	await vs.ime('jianhao', `${'甲乙丙丁戊己庚辛壬癸'[times++ % 10] ?? ''}处建好高原`);
	return vs.page
		.locator(drawnGreyText)
		.first()
		.waitFor({ timeout: 3000 })
		.then(grey, () => '');
}

test('a draft that is not open goes on, and Tab takes it', async () => {
	await expect.poll(shownAfterWriting, { timeout: 3 * patience }).toBe('牦牛绒毛集散中心');
	await vs.press('Tab');
	await expect.poll(() => vs.line()).toMatch(/处建好高原牦牛绒毛集散中心$/);
	await vs.noNotifications();
});

test('its place opens at its line', async () => {
	await expect.poll(shownAfterWriting, { timeout: 2 * patience }).toBe('牦牛绒毛集散中心');
	await vs.run('Policy Writing: Where Grey Text Comes From…');
	await expect.poll(async () => (await vs.picks())[0]?.label).toBe('notes/plan.md');
	await expect.poll(async () => (await vs.picks())[0]?.description).toContain('line 7');
	await expect.poll(async () => (await vs.picks())[0]?.detail).toContain('我们建好高原牦牛');
	await vs.press('Enter');
	await vs.until('the draft', async () => (await vs.state()).file?.endsWith('plan.md') || undefined);
	await expect.poll(() => vs.line()).toContain('我们建好高原牦牛');
});

test('once it is deleted it does not go on', async () => {
	await vs.press('Control+F4');
	await vs.open('report.md');
	rmSync(join(vs.folder, 'notes/plan.md'));
	await expect.poll(shownAfterWriting, { timeout: 3 * patience }).toBe('');
});
