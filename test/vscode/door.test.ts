// What a person sees before the first key, of the extension as it is installed: its page, the walkthrough that is ticked by doing, the
// settings in groups; and that its page alone leads a newcomer to the first citation. In both languages.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open } from '../support/driver';
import { slowness } from '../support/slowness';
import type { Window } from '../support/window';

const languages = [
	{
		locale: 'zh-CN',
		newDraft: '政策写作: 新建文稿…',
		walkthrough: '政策写作：从第一句到交稿',
		group: '引注与交稿',
	},
	{
		locale: 'en-US',
		newDraft: 'Policy Writing: New Draft…',
		walkthrough: 'Policy Writing: From the First Sentence to the Finished Paper',
		group: 'Citing and Handing In',
	},
] as const;
/** Steps of the walkthrough. */
const all = 8;
/** The pictures of the page. */
const pictures = 9;
/** Newer versions take `data:` out of the page of an extension; its pictures are then read as their words. */
const drawn = process.env['VSCODE_VERSION'] === '1.100' ? pictures : 0;

describe.each(languages)('in $locale', ({ locale, newDraft, walkthrough, group }) => {
	let vs: Window;
	beforeAll(async () => {
		vs = await open({ files: { 'report.md': '' }, show: null, locale, alone: true, width: 1366, height: 657 });
	});
	afterAll(async () => {
		await vs.close();
	});

	/** Opens the walkthrough; the ids of steps that are ticked. */
	async function ticked(): Promise<readonly string[]> {
		await vs.command('workbench.action.openWalkthrough', 'policy-writing.policy-writing#start');
		await vs.page.locator('.getting-started-category', { hasText: walkthrough }).first().waitFor();
		await expect.poll(() => vs.page.locator('.getting-started-step').count()).toBe(all);
		const done = vs.page.locator('.getting-started-step .codicon-getting-started-step-checked');
		return done.evaluateAll(marks => marks.map(mark => mark.getAttribute('data-done-step-id')?.split('#').pop() ?? ''));
	}

	test('the walkthrough has its steps, and a picture to the first', async () => {
		await expect.poll(ticked).toEqual([]);
		const shown = vs.page.locator('.getting-started-media img').first();
		await expect
			.poll(() => shown.evaluate(each => each instanceof HTMLImageElement && each.naturalWidth > 0))
			.toBe(true);
		await vs.screenshot(`door-walkthrough-${locale}`);
		// It takes the keys when it is drawn, which may be late: what comes next begins without it.
		await vs.closeEditors();
	});

	test('a newcomer does what the page says: the first citation in two minutes', async () => {
		const begun = Date.now();
		await vs.run(newDraft);
		await vs.pick('调研报告');
		await vs.until('the new draft', async () => (await vs.text()).includes('title: 关于……') || undefined);
		await vs.focus();
		await vs.press('Control+End', 'Enter', 'Enter');
		await vs.ime('yaojiakuaifazhanxinzhi', '要加快发展新质');
		await expect.poll(() => vs.shownLabels()).toContain('新质生产力');
		await vs.screenshot(`door-completion-${locale}`);
		await vs.press('Tab');
		await expect.poll(() => vs.line()).toBe('要加快发展新质生产力');
		await vs.search('核心要素');
		await vs.until('a citation', async () => (await vs.picks())[0]?.detail?.includes('核心要素') || undefined);
		await vs.press('Enter');
		const reference = /\n\[\^[^\]]+\]: /;
		await expect.poll(() => vs.text()).toMatch(reference);
		const seconds = (Date.now() - begun) / 1000;
		console.log(`from the page to the first citation, ${locale}: ${seconds.toFixed(1)} s`);
		await vs.screenshot(`door-citation-${locale}`);
		expect(seconds).toBeLessThanOrEqual(120 * slowness());
		// One step back; then the words with it.
		await vs.focus();
		await vs.press('Control+z');
		await expect.poll(() => vs.text()).not.toMatch(reference);
		await vs.search('核心要素');
		await vs.until('a citation', async () => (await vs.picks())[0]?.detail?.includes('核心要素') || undefined);
		await vs.pressInRow(vs.page.locator('.quick-input-list .monaco-list-row').first(), '.action-label.codicon-quote');
		await expect.poll(() => vs.text()).toMatch(reference);
		await expect.poll(() => vs.text()).toContain('是发展新质生产力的核心要素');
	});

	test('what was done is ticked', async () => {
		await vs.hover('新质生产力');
		await expect.poll(ticked).toEqual(['draft', 'hover', 'cite']);
		await vs.screenshot(`door-ticked-${locale}`);
	});

	test('the page shows its icon, its text, and its pictures or their words', async () => {
		await vs.command('workbench.view.extensions');
		await vs.page.locator('.extension-list-item', { hasText: 'Policy Writing' }).first().click();
		const page = await vs.frame('img[alt^="鼠标停在术语上"]');
		await expect.poll(() => page.locator('img').count()).toBe(pictures);
		const sizes = () =>
			page
				.locator('img')
				.evaluateAll(each => each.filter(one => one instanceof HTMLImageElement && one.naturalWidth > 0));
		await expect.poll(async () => (await sizes()).length).toBe(drawn);
		const words = () => page.locator('img').evaluateAll(each => each.map(one => one.getAttribute('alt') ?? ''));
		await expect.poll(words).toContainEqual(expect.stringContaining('鼠标停在术语上，显示定义'));
		const icon = vs.page.locator('.extension-editor .icon-container img, .extension-editor img.icon').first();
		await expect.poll(() => icon.evaluate(each => each instanceof HTMLImageElement && each.naturalWidth)).toBe(256);
		await vs.screenshot(`door-page-${locale}`);
		await page.locator('img').first().scrollIntoViewIfNeeded();
		await vs.screenshot(`door-page-pictures-${locale}`);
	});

	test('the settings are in groups', async () => {
		vs.start('policyWriting.openSettings');
		await vs.page.locator('.settings-toc-entry', { hasText: group }).waitFor();
		const others = vs.page.locator('.settings-toc-entry', { hasText: 'Default Lang' });
		await expect.poll(() => others.count()).toBe(0);
		await vs.screenshot(`door-settings-${locale}`);
	});
});
