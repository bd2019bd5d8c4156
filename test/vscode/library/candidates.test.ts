// Candidate terms in a real VS Code: what recurs in the documents of a pack is listed, accepted into the pack,
// refused for good.
import { renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../../support/driver';
import { oneTry } from '../../support/patience.mjs';
import type { Window } from '../../support/window';
import { files } from './documents';

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '' }, width: 1300, height: 900 });
});
afterAll(async () => {
	await vs.close();
});

/** Runs the command and waits for its list. */
async function candidates(): Promise<void> {
	await vs.run('Candidate Terms from My Documents…');
	await vs.until('the list of candidates', async () =>
		(await vs.page.locator('.quick-input-title').filter({ visible: true }).allInnerTexts()).some(title =>
			title.includes('Candidate terms from'),
		)
			? true
			: undefined,
	);
}
/** What is on the list; it may be empty. */
const labels = () =>
	vs.page.locator('.quick-input-list .monaco-list-row .quick-input-list-label .label-name').allInnerTexts();
const row = (label: string) => vs.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
const told = (words: string) => vs.message(words);

test('without documents it is said what to do', async () => {
	await vs.run('Candidate Terms from My Documents…');
	await told('Your packs have no documents yet.');
	await vs.clearMessages();
	// All at once, so that nobody finds half of it.
	for (const [name, text] of Object.entries(files)) vs.write(join('../', `${basename(vs.folder)}-made`, name), text);
	renameSync(join(`${vs.folder}-made`, 'policy-corpus'), join(vs.folder, 'policy-corpus'));
	rmSync(`${vs.folder}-made`, { recursive: true });
});

test('what recurs is listed with counts, first date and an example; terms of the pack are not', async () => {
	await vs.until('the pack to be read', async () => {
		await vs.draft('青稞富民');
		return vs.hover('青稞富民', { at: 1, timeout: oneTry }).catch(() => undefined);
	});
	await candidates();
	const rows = await vs.picks();
	await vs.screenshot('candidates');
	expect(rows.map(each => each.label)).toContain('冰雪走廊');
	const found = rows.find(each => each.label === '冰雪走廊')!;
	expect(found.description).toBe('7 times in 4 documents, first 2016-03-05');
	expect(found.detail).toBe('我们要建设冰雪走廊，让冰雪走廊带动旅游。');
	for (const label of rows.map(each => each.label))
		expect(['青稞富民', '青稞兴县', '冰雪走', '雪走廊', '各位代表']).not.toContain(label);
	await vs.press('Escape');
	await expect.poll(() => vs.read('policy-corpus/terms/mine.yaml')).toBe(files['policy-corpus/terms/mine.yaml']);
});

test('an accepted one goes into the pack behind what is there, and is offered and hovered at once', async () => {
	await candidates();
	await row('冰雪走廊').locator('.label-name').first().click();
	await vs.until('one ticked', async () =>
		(await vs.page.locator('.quick-input-count').filter({ visible: true }).allInnerTexts()).some(text =>
			text.startsWith('1 '),
		)
			? true
			: undefined,
	);
	await vs.press('Enter');
	await told('“冰雪走廊” was added to policy-corpus/terms/mine.yaml.');
	await expect
		.poll(() => vs.read('policy-corpus/terms/mine.yaml'))
		.toBe(`${files['policy-corpus/terms/mine.yaml'] ?? ''}\n- id: bingxue-zoulang\n  term: 冰雪走廊\n`);
	await vs.draft('要修好冰雪走|');
	await vs.ime('lang', '廊');
	await expect
		.poll(async () => (await vs.hover('冰雪走廊', { at: 1 })).links.map(link => link.text))
		.toContain('Timeline');
	await vs.open('policy-corpus/terms/mine.yaml');
	await expect.poll(async () => (await vs.problems()).filter(problem => problem.severity === 'Error')).toEqual([]);
	await vs.open('report.md');
});

test('a refused one is not offered again, until that is asked for', async () => {
	for (const [name, text] of [
		['a', '做强沿江绿道。看沿江绿道。'],
		['b', '沿江绿道好，和沿江绿道有关。'],
		['c', '又到沿江绿道。'],
	] as const) {
		vs.write(
			`policy-corpus/documents/more-${name}.md`,
			`---\nid: more-${name}\ntype: report\ntitle: 又一篇${name}\nissued: 2019\n---\n\n${text}\n`,
		);
	}
	await vs.until('the new candidate', async () => {
		await candidates();
		if ((await labels()).includes('沿江绿道')) return true;
		await vs.press('Escape');
		return undefined;
	});
	await vs.pressInRow(row('沿江绿道'), '.codicon-close');
	await expect.poll(labels).not.toContain('沿江绿道');
	await vs.press('Escape');
	await candidates();
	const again = vs.page.locator('.quick-input-titlebar .codicon-history');
	await again.waitFor();
	await expect.poll(() => labels()).not.toContain('沿江绿道');
	await vs.click(again);
	await expect.poll(labels).toContain('沿江绿道');
	await vs.click(
		row('沿江绿道').locator('input[type="checkbox"], .monaco-checkbox, .quick-input-list-checkbox').first(),
	);
	await vs.click(vs.page.locator('.quick-input-titlebar .codicon-trash'));
	await expect.poll(labels).not.toContain('沿江绿道');
	await vs.press('Escape');
});
