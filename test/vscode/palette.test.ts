// The search in the palette of a real VS Code: our order, what is found in the detail, a button for each form, Enter.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Pick, Window } from '../support/window';

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '要发展新质生产力。\n' } });
});
afterAll(async () => {
	await vs.close();
});

const draft = '要发展|新质生产力。\n';
const plain = draft.replace('|', '');

/** The rows once the search for what was typed has been answered. */
async function found(wanted: (rows: readonly Pick[]) => boolean): Promise<Pick[]> {
	return vs.until('the rows', async () => {
		const rows = await vs.picks();
		return wanted(rows) ? rows : undefined;
	});
}
const rowOf = (text: string) => vs.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();

test('Alt+Q opens it with everything; the words typed bring what contains them, in our order, the words in the detail', async () => {
	await vs.draft(draft);
	await vs.press('Alt+q');
	await found(rows => rows.length > 3);
	await vs.pickType('科技创新');
	const rows = await found(all => all[0]?.detail.startsWith('科技创新能够催生') === true);
	for (const { label, detail } of rows) {
		expect(label.trim()).toBe('');
		expect(detail).toContain('科技创新');
	}
	expect(rows[0]?.description).toContain('Quotation · 习近平 · 2024-01-31');
	expect(rows[0]?.focused).toBe(true);
	const shown = await rowOf('科技创新能够催生').locator('.quick-input-list-label-meta .highlight').allInnerTexts();
	expect(shown).toEqual(['科技创新']);
});

test('Enter inserts in the form of the settings; the cursor stands behind it; one undo', async () => {
	await vs.press('Enter');
	await vs.until('the footnote', async () => ((await vs.text()).includes('[^duchuanzhong-2024]:') ? true : undefined));
	await expect.poll(() => vs.line(1)).toBe('要发展[^duchuanzhong-2024]新质生产力。');
	await vs.keysBack();
	await vs.type('，');
	await expect.poll(() => vs.line(1)).toBe('要发展[^duchuanzhong-2024]，新质生产力。');
	await vs.press('Control+z', 'Control+z');
	await expect.poll(() => vs.text()).toBe(plain);
	await vs.setting('policyWriting.citation.form', 'pandoc');
	await vs.search('核心要素');
	await found(rows => rows[0]?.detail.includes('核心要素') === true);
	await vs.press('Enter');
	await vs.until('the key', async () =>
		(await vs.line(1)) === '要发展[@duchuanzhong-2024]新质生产力。' ? true : undefined,
	);
	await vs.setting('policyWriting.citation.form', undefined);
});

test.each([
	['Footnote at the cursor', '要发展[^duchuanzhong-2024]新质生产力。'],
	['Pandoc key', '要发展[@duchuanzhong-2024]新质生产力。'],
	['Source in brackets', '要发展（习近平，2024年1月31日，中共中央政治局第十一次集体学习）新质生产力。'],
	[
		'The words in quotation marks',
		'要发展“科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。”[^duchuanzhong-2024]新质生产力。',
	],
])('the button “%s”', async (button, line) => {
	await vs.draft(draft);
	await vs.search('核心要素');
	await found(rows => rows[0]?.detail.includes('核心要素') === true);
	await vs.pressInRow(rowOf('核心要素'), `.action-label[aria-label^="${button}"]`);
	await vs.until('the insertion', async () => ((await vs.line(1)) === line ? true : undefined));
});

test('what is selected is searched for, and the citation goes behind it', async () => {
	await vs.draft('科技创新是核心要素。\n');
	await vs.select('核心要素');
	await vs.press('Alt+q');
	await found(rows => rows[0]?.detail.includes('核心要素') === true);
	await vs.form('the words', ({ value }) => value === '核心要素');
	await vs.press('Enter');
	await vs.until('the footnote', async () =>
		(await vs.line(1)).startsWith('科技创新是核心要素[^duchuanzhong-2024]。') ? true : undefined,
	);
});

test('Enter before the answer is there takes what answers the words', async () => {
	await vs.draft(draft);
	await vs.press('Alt+q');
	await found(rows => rows.length > 3);
	await vs.type('核心要素');
	await vs.press('Enter');
	await vs.until('the footnote', async () => ((await vs.text()).includes('[^duchuanzhong-2024]:') ? true : undefined));
});

test('nothing found: one row says what to do, and Enter on it does nothing', async () => {
	await vs.draft(draft);
	await vs.search('量子鸵鸟饲养技术');
	const rows = await found(all => all.length === 1 && all[0]?.description === 'Nothing found');
	expect(rows[0]?.detail).toContain('fewer or other words');
	await vs.press('Enter');
	await vs.pickType('核心要素');
	await found(all => all[0]?.detail.includes('核心要素') === true);
	await vs.press('Escape');
	await expect.poll(() => vs.text()).toBe(plain);
});

test('for a term: all there is on it, under its name', async () => {
	await vs.draft(draft);
	vs.start('policyWriting.insertCitation', 'weilai-chanye');
	const rows = await found(all => all.length > 3);
	expect(rows[0]?.detail).toContain('未来产业');
	await vs.form('its name', ({ title }) => title === 'Citations on “未来产业”');
	await vs.press('Enter');
	await vs.until('the footnote', async () =>
		/^要发展\[\^[\w-]+\]新质生产力。$/.test(await vs.line(1)) ? true : undefined,
	);
});
