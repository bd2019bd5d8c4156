// The panel and the timeline on the screens of offices: how high the list is and how many hits can be read there
// (printed), that everything can be reached at 200 %, that axe-core finds nothing in four themes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { open } from '../support/driver';
import { openMenu } from '../support/panel';
import type { Window } from '../support/window';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const themes = ['Light Modern', 'Dark Modern', 'Default High Contrast', 'Default High Contrast Light'];
const files = {
	'report.md': '要发展新质生产力。\n',
	'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的语料\n',
	'policy-corpus/documents/a.md':
		'---\nid: a-2021\ntype: report\ntitle: 县域冰雪经济调研报告\nissued: 2021-03\n---\n\n发展新质生产力，把冰雪走廊修到县城。\n',
};

/** A draft in which something is wrong, with citations of every form. */
const reviewed = [
	'# 关于县域产业的调研报告',
	'',
	'科技创新是核心要素[^duchuanzhong-2024-p2]，各地要因地制宜[@yindizhiyi-2024; @jinguanping-2024, 第3段]，写法各有不同[^1]。',
	'',
	'习近平总书记强调：“科技创新能够促成新产业、新模式、新动能，是发展新质生产力的核心要素。”新质生产利是关键[@nobody-2024]。',
	'',
	'[^duchuanzhong-2024-p2]: ',
	'[^1]: 这是作者自己的**注释**。',
	'',
].join('\n');

/** The page of the panel, once it has rows. */
async function panelOf(window: Window): Promise<Frame> {
	const frame = await window.frame('#panel');
	await window.until('rows in the panel', async () =>
		(await frame.locator('#panel .row').count()) > 0 ? true : undefined,
	);
	return frame;
}

/** How much of the list is in view, and how many hits are there from their first line to their last. */
function measure(panel: Frame) {
	return panel.evaluate(() => {
		const { top, bottom } = document.querySelector('.scroll')!.getBoundingClientRect();
		const [from, to] = [Math.max(0, top) - 1, Math.min(bottom, innerHeight) + 1];
		const rows = [...document.querySelectorAll('.row')].map(row => row.getBoundingClientRect());
		return {
			width: innerWidth,
			view: innerHeight,
			list: Math.round(to - from - 2),
			hits: rows.filter(row => row.top >= from && row.bottom <= to).length,
		};
	});
}

/** What axe-core finds in a page; the ground of a page is that of the window behind it, which axe-core cannot see. */
async function faults(frame: Frame, ground: string): Promise<string[]> {
	await frame.evaluate(axe);
	await frame.evaluate(colour => {
		document.documentElement.style.backgroundColor = `var(--vscode-${colour})`;
	}, ground);
	return frame.evaluate(async () => {
		const { axe: run } = window as unknown as {
			axe: { run(of: Document): Promise<{ violations: { id: string; nodes: { target: unknown; html: string }[] }[] }> };
		};
		const { violations } = await run.run(document);
		return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${String(node.target)} ${node.html}`));
	});
}

/** Throws where axe-core finds something that stays: the colours of a theme come to a page some time after it was chosen. */
async function clean(frame: Frame, ground: string): Promise<void> {
	await expect.poll(() => faults(frame, ground)).toEqual([]);
}

describe('a fresh window', () => {
	let vs: Window | undefined;
	afterEach(async () => {
		await vs?.close();
		vs = undefined;
	});

	/** Width and height in CSS pixels; at 200 % a screen has half of them. Least height of the list and least hits. */
	test.each([
		['1366×657', 1366, 657, 270, 3],
		['1280×600', 1280, 600, 220, 3],
		['1920×1080', 1920, 1080, 600, 6],
		['1366×657 at 200 %', 683, 328, 60, 1],
		// The panel is 177×240 then, in the oldest version 180×272.
		['718×550', 718, 550, 170, 3],
	] as const)('%s', async (name, width, height, least, hits) => {
		vs = await open({ files, width, height });
		await vs.run('Show Citation Panel');
		const panel = await panelOf(vs);
		await vs.screenshot(`screen ${name}`);
		// The page has its rows before VS Code has divided the height among its views.
		await expect.poll(async () => (await measure(panel)).list).toBeGreaterThanOrEqual(least);
		await expect.poll(async () => (await measure(panel)).hits).toBeGreaterThanOrEqual(hits);
		const found = await measure(panel);
		console.log(`${name}: view ${found.width}×${found.view}, list ${found.list} px, hits ${found.hits}`);
		// What the keys come to is in view, and so is all of the menu.
		const unreached = () =>
			panel.evaluate(() =>
				[...document.querySelectorAll<HTMLElement>('.main input, .main select, .main button, .list')]
					.filter(element => element.checkVisibility() && !element.closest('.menu'))
					.filter(element => {
						element.focus();
						element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
						const box = element.getBoundingClientRect();
						const inside = box.left >= -1 && box.right <= innerWidth + 1 && box.top < innerHeight && box.bottom > 0;
						return document.activeElement !== element || !inside;
					})
					.map(element => element.outerHTML.slice(0, 80)),
			);
		await expect.poll(unreached).toEqual([]);
		await openMenu(panel);
		await vs.press('End');
		await expect
			.poll(() =>
				panel.evaluate(() => {
					const { top, bottom } = document.activeElement!.getBoundingClientRect();
					return document.activeElement!.className === 'item' && top >= 0 && bottom <= innerHeight;
				}),
			)
			.toBe(true);
	});
});

describe('in every theme', () => {
	let vs: Window;
	beforeAll(async () => {
		vs = await open({ files, width: 1366, height: 657 });
	});
	afterAll(async () => {
		await vs.setting('workbench.colorTheme', undefined);
		await vs.close();
	});

	test.each(themes)('%s: the panel', async theme => {
		await vs.setting('workbench.colorTheme', theme);
		await vs.run('Show Citation Panel');
		const panel = await vs.frame('#panel .where');
		await panel.locator('.box').fill('新质生产力');
		await expect.poll(() => panel.locator('.row .sign.document').count()).toBe(1);
		await clean(panel, 'sideBar-background');
		await panel.locator('[data-filter="kind"]').selectOption('quotation');
		await expect.poll(() => panel.locator('.chip.set').count()).toBe(1);
		await openMenu(panel);
		await clean(panel, 'sideBar-background');
		await vs.screenshot(`theme ${theme}, panel`);
		await vs.press('Escape');
		await panel.locator('.box').fill('量子鸵鸟');
		await panel.locator('.notice .title').waitFor();
		await clean(panel, 'sideBar-background');
		await expect.poll(() => panel.getByText('Nothing found').count()).toBe(1);
		await panel.locator('.notice button').click();
		await expect.poll(() => panel.locator('.chip.set').count()).toBe(0);
	});

	test.each(themes)('%s: the timeline', async theme => {
		await vs.setting('workbench.colorTheme', theme);
		await vs.command('policyWriting.showTimeline', '新质生产力');
		const frame = await vs.frame('#timeline');
		await frame.locator('table.documents button').first().waitFor();
		await frame.locator('table.years button').last().click();
		await frame.locator('.only').waitFor();
		await clean(frame, 'editor-background');
		await vs.screenshot(`theme ${theme}, timeline`);
		await frame.locator('.only button').click();
	});

	test('in a narrow editor the words of the timeline are as large as anywhere, and nothing is cut off', async () => {
		await vs.page.setViewportSize({ width: 760, height: 657 });
		const frame = await vs.frame('#timeline');
		await frame.locator('.chart').waitFor();
		const wide = () => frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		await expect.poll(wide).toBeLessThanOrEqual(0);
		const size = () =>
			frame.evaluate(() => {
				const text = document.querySelector<SVGTextElement>('.chart .name')!;
				return parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 0);
			});
		await expect.poll(size).toBeGreaterThanOrEqual(11);
		await vs.screenshot('timeline narrow');
		await vs.page.setViewportSize({ width: 1366, height: 657 });
	});

	test.each(themes)('%s: a draft with its review, its preview, the menu and the form', async theme => {
		await vs.setting('workbench.colorTheme', theme);
		await vs.open('report.md');
		await vs.draft(reviewed, { literal: true });
		await vs.command('policyWriting.review.focus');
		const review = vs.page.locator('.pane', { has: vs.page.locator('.pane-header', { hasText: 'Review' }) });
		await expect.poll(() => review.locator('.monaco-list-row').count()).toBeGreaterThan(3);
		await vs.run('Markdown: Open Preview to the Side');
		const preview = await vs.frame('.policy-list');
		await expect.poll(() => preview.locator('sup.policy-mark').allInnerTexts()).toEqual(['[1]', '[2-3]', '①']);
		await expect.poll(() => preview.locator('.policy-undefined').count()).toBe(1);
		// The page itself is VS Code's: it has no landmarks.
		const ours = async () =>
			(await faults(preview, 'editor-background')).filter(
				fault => fault.includes('policy-') && !fault.startsWith('region:'),
			);
		await expect.poll(ours).toEqual([]);
		await vs.screenshot(`theme ${theme}, draft`);
		await vs.command('workbench.action.focusFirstEditorGroup');
		await vs.page.locator('.statusbar-item[id$="policyWriting.draft"]').click();
		await vs.focusPick(row => row.label.includes('Export to Word…'));
		await vs.screenshot(`theme ${theme}, menu`);
		await vs.press('Escape');
		vs.start('policyWriting.completeSource', 'a-2021');
		await vs.focusPick(row => row.label === 'Save');
		await vs.screenshot(`theme ${theme}, form`);
		await vs.press('Escape');
		await vs.until('no form', async () =>
			(await vs.page.locator('.quick-input-widget').isVisible()) ? undefined : true,
		);
		await vs.command('workbench.action.closeEditorsInOtherGroups');
	});
});
