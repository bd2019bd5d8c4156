// The pictures of the README, the extension's page and its walkthrough, from the sample draft, as a person with default settings sees it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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
		files: { '调研报告.md': sample, 'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的语料\n' },
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

const passage =
	'习近平总书记强调：“发展新质生产力是推动高质量发展的内在要求和着力点，必须继续做好创新这篇大文章，推动新质生产力更快发展。”';
const checked = `# 关于加快发展新质生产力的调研报告

${passage}

“科技创新能够促成新产业、新模式、新动能，是发展新质生产力的核心要素。”新质生产利的特点是创新[@duchuanzhong-2024]。

各地要因地制宜[@yindizhiyi-2024, 第3段; @wangming-2024]。
`;

/** Opens or closes a view in the side bar. */
async function toggle(view: string): Promise<void> {
	await vs.page.locator('.pane-header', { hasText: view }).click();
}

test('review', async () => {
	await vs.draft(`${checked}|`);
	await vs.until('a squiggle', async () => (await vs.page.locator('.squiggly-warning').count()) > 0 || undefined);
	await vs.command('policyWriting.review.focus');
	await toggle('引文');
	await vs.command('cursorTop');
	await vs.page.locator('.monaco-list-row', { hasText: '新质生产利' }).first().waitFor();
	await vs.page.mouse.move(700, 600);
	await vs.page.waitForTimeout(500);
	await vs.screenshot('review', folder);
});

test('assistants', async () => {
	await vs.clipboard(
		`科技创新是发展新质生产力的核心要素。习近平总书记指出：“科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。”他还说：“新质生产力就是明天的竞争力，谁抓得早，谁就走得远。”\n`,
	);
	await vs.draft('|');
	await vs.run('核对文字…');
	await vs.page.locator('.monaco-list-row', { hasText: '就是明天的竞争力' }).first().waitFor();
	await vs.page.waitForTimeout(500);
	await vs.screenshot('assistants', folder);
	await vs.clearMessages();
	await vs.command('workbench.action.revertAndCloseActiveEditor');
});

test('settings', async () => {
	await vs.command('workbench.action.closeSidebar');
	await vs.command('policyWriting.openSettings');
	await vs.page.locator('.settings-editor .setting-item-title').first().waitFor();
	await vs.screenshot('settings', folder);
});

test('import', async () => {
	await vs.press('Escape');
	await vs.open('调研报告.md');
	await vs.command('workbench.view.explorer');
	vs.write(
		'政府工作报告.txt',
		`政府工作报告\n\n——2024年3月5日在第十四届全国人民代表大会第二次会议上\n\n国务院总理 李强\n\n${passage}\n`,
	);
	vs.start('policyWriting.importDocuments', pathToFileURL(join(vs.folder, '政府工作报告.txt')).href);
	await vs.page.locator('.quick-input-widget', { hasText: '保存' }).waitFor();
	await vs.page.waitForTimeout(500);
	await vs.screenshot('import', folder);
	await vs.press('Escape');
});

test('the page and the walkthrough have them compressed', async () => {
	for (const name of [
		'completion',
		'hover',
		'citations',
		'review',
		'assistants',
		'import',
		'settings',
		'word-official',
		'word-report',
	]) {
		const png = readFileSync(join(folder, `${name}.png`)).toString('base64');
		const webp = await vs.page.evaluate(async data => {
			// An image of the page itself: its policy lets no data be fetched.
			const image = new Image();
			image.src = `data:image/png;base64,${data}`;
			await image.decode();
			const canvas = document.createElement('canvas');
			canvas.width = image.width;
			canvas.height = image.height;
			canvas.getContext('2d')?.drawImage(image, 0, 0);
			return canvas.toDataURL('image/webp', 0.8).split(',')[1] ?? '';
		}, png);
		writeFileSync(join(folder, `${name}.webp`), Buffer.from(webp, 'base64'));
	}
});
