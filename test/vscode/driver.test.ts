// The driver itself: what is entered stands in the draft, and what it says of the screen is what the screen shows.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '# 报告\n', 'other.md': '其他' } });
});
afterAll(async () => {
	await vs.close();
});

test('keys and commits of an input method stand in the draft, nothing doubled', async () => {
	await vs.draft('第一行\n要|，第二行');
	await vs.type('abc ');
	await vs.ime('jiakuai', '加快');
	await vs.ime('tuijin', '推进');
	await expect.poll(() => vs.text()).toBe('第一行\n要abc 加快推进，第二行');
	await expect.poll(() => vs.line()).toBe('要abc 加快推进，第二行');
	await expect.poll(() => vs.line(1)).toBe('第一行');
	await expect.poll(async () => (await vs.cursor()).character).toBe(9);
});

test('several cursors, line ends, and a bar as text', async () => {
	await vs.draft('甲|乙|', { eol: '\r\n' });
	await expect.poll(async () => (await vs.state()).selections.map(s => s.cursor)).toEqual([1, 2]);
	await expect.poll(async () => (await vs.state()).eol).toBe('\r\n');
	await vs.draft('a | b', { literal: true });
	await expect.poll(() => vs.text()).toBe('a | b');
});

test('a list that shows is seen, and its absence is not claimed', async () => {
	// Several times, since what is held is that no list comes after it was said that none shows.
	for (let time = 0; time < 5; time++) {
		await vs.draft('要加快发展|');
		await vs.noSuggestions();
		await vs.ime('xinzhi', '新质');
		await expect(vs.noSuggestions()).rejects.toThrow(/a list shows: .*新质生产力/);
		await vs.type('生');
		await expect(vs.noSuggestions()).rejects.toThrow(/a list shows: .*新质生产力/);
		await vs.press('Escape');
		await vs.noSuggestions();
	}
});

test('a hover that shows is seen, in a line that wraps as well', async () => {
	await vs.draft(`${'这一行很长，'.repeat(60)}新质生产力。普通的话。`);
	await expect.poll(async () => (await vs.hover('新质生产力', { at: 2 })).text).toContain('新质生产力');
	await expect(vs.noHover('新质生产力')).rejects.toThrow(/a hover shows/);
	await vs.noHover('普通');
});

test('files, commands and messages', async () => {
	await vs.open('other.md');
	await expect.poll(() => vs.text()).toBe('其他');
	await vs.draft('改过');
	await vs.save();
	await expect.poll(() => vs.read('other.md')).toBe('改过');
	await vs.run('View: Split Editor');
	await vs.until(
		'a second editor',
		async () => (await vs.page.locator('.editor-group-container').count()) === 2 || undefined,
	);
});
