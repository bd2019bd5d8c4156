// The pictures of the README, from the sample draft, as a person with default settings sees it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';

const root = join(import.meta.dirname, '../..');
const sample = readFileSync(join(root, 'sample/report.md'), 'utf8');
const folder = join(root, 'media/pictures');

let vs: Window;
beforeAll(async () => {
	vs = await open({
		name: '政策研究',
		files: { '调研报告.md': sample },
		locale: 'zh-CN',
		width: 1200,
		height: 680,
		settings: { 'editor.minimap.enabled': false, 'editor.fontSize': 15, 'breadcrumbs.enabled': false },
	});
	await vs.command('workbench.action.closeSidebar');
});
afterAll(async () => {
	await vs.close();
});

/** The sample with the cursor at the end of the paragraph that waits to be finished. */
async function draft(): Promise<void> {
	const at = sample.indexOf('畅通教育、科技、人才的良性循环，') + '畅通教育、科技、人才的良性循环，'.length;
	await vs.draft(`${sample.slice(0, at)}|${sample.slice(at)}`);
}

test('this machine can draw Chinese', async () => {
	const different = await vs.page.evaluate(() => {
		const draw = (text: string) => {
			const canvas = document.createElement('canvas');
			const context = canvas.getContext('2d')!;
			context.font = '30px sans-serif';
			context.fillText(text, 0, 40);
			return canvas.toDataURL();
		};
		return draw('新') !== draw('质');
	});
	expect(different, 'install a Chinese font (fonts-noto-cjk)').toBe(true);
});

test('completion', async () => {
	await draft();
	await vs.ime('yao', '要');
	await vs.ime('jiakuai', '加快');
	await vs.ime('fazhan', '发展');
	await vs.ime('xinzhi', '新质');
	await vs.details();
	await vs.screenshot('completion', folder);
	await vs.press('Escape');
});

test('hover', async () => {
	await draft();
	await vs.hover('新质生产力发展的堵点');
	await vs.screenshot('hover', folder);
});

test('citations', async () => {
	await draft();
	await vs.command('policyWriting.citations.focus');
	const panel = await vs.frame('[role=searchbox], input');
	await panel.locator('[role=searchbox], input').first().fill('核心要素');
	await vs.until('found citations', async () => (await panel.locator('[role=option]').count()) > 0 || undefined);
	await vs.page.waitForTimeout(500);
	await vs.screenshot('citations', folder);
});
