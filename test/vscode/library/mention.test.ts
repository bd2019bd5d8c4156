// What a hover and the details of a completion say of the person's own documents: in how many, since when, and the
// way there. In Chinese: language.test.ts.
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../../support/driver';
import { oneTry } from '../../support/patience.mjs';
import type { Hover, Window } from '../../support/window';
import { files } from './passages';

const more = {
	...files,
	'policy-corpus/formulations/mine.yaml': '- id: dailvyou\n  text: 让{什么}带动旅游\n  usage: 讲旅游时用。\n',
};
let vs: Window;
beforeAll(async () => {
	vs = await open({ files: more, width: 1300, height: 900 });
});
afterAll(async () => {
	await vs.close();
});

/** The hover once it says this; the documents have to be taken in first. */
async function hoverWith(words: string, text: string, at: number): Promise<Hover> {
	return vs.until(`a hover with “${words}”`, async () => {
		const hover = await vs.hover(text, { at, timeout: oneTry }).catch(() => undefined);
		return hover?.text.includes(words) ? hover : undefined;
	});
}
const count = (hover: Hover) => hover.text.split('Also used in').length - 1;

test('on a term: in how many documents it stands, and the date of the earliest that has one', async () => {
	await vs.draft('抓好青稞富民，发展新质生产力，要让草原带动旅游。');
	const hover = await hoverWith('Also used in 2 of your documents, first 2016-03-05', '青稞富民', 1);
	await vs.screenshot('mention');
	expect(hover.text).not.toContain('first ever');
	await expect
		.poll(async () => (await hoverWith('Also used in', '新质生产力', 2)).text)
		.toContain('Also used in 1 of your documents, first 2020');
});

test('on a formulation with something in its slot', async () => {
	const hover = await hoverWith('Also used in 1 of your documents, first 2016-03-05', '带动旅游', 1);
	expect(hover.text).toContain('formulation');
	expect(hover.text).toContain('让{什么}带动旅游');
	expect(hover.links.map(link => link.text)).toEqual(['Search citations', 'Timeline', 'Show them']);
});

test('what none of them has says nothing of them', async () => {
	await vs.draft('培育未来产业。');
	await expect.poll(async () => count(await vs.hover('未来产业', { at: 1 }))).toBe(0);
});

test('the link lists the passages', async () => {
	await vs.draft('抓好青稞富民。');
	await hoverWith('Also used in', '青稞富民', 1);
	await vs.clickHover('Show them');
	const listed = (frame: Frame) => frame.locator('.row .text').allInnerTexts();
	const panel = await vs.frame('select.where option[value="documents"]:checked');
	await expect
		.poll(async () => (await listed(panel)).sort())
		.toEqual(['我们要建设冰雪走廊，让冰雪走廊带动旅游。抓青稞富民。', '讲青稞富民，也讲青稞兴县。'].sort());
	await expect.poll(() => panel.locator('.box').inputValue()).toBe('青稞富民');
});

test('it is counted again when the documents change', async () => {
	vs.write(
		'policy-corpus/documents/g.md',
		'---\nid: bg-2014\ntype: report\ntitle: 二〇一四年报告\nissued: 2014-03\n---\n\n最早也抓青稞富民。\n',
	);
	await expect
		.poll(async () => (await hoverWith('Also used in 3', '青稞富民', 1)).text)
		.toContain('Also used in 3 of your documents, first 2014-03');
});

test('beside the completion list', async () => {
	await vs.draft('要抓好青稞富|');
	await vs.ime('min', '民');
	await vs.press('Backspace');
	await vs.ime('mi', '敏');
	await vs.press('Backspace');
	await vs.command('editor.action.triggerSuggest');
	// The row as written shows the details of what Tab takes.
	await expect
		.poll(async () => (await vs.suggestions()).slice(0, 2).map(row => row.label))
		.toEqual(['青稞富', '青稞富民']);
	await expect.poll(() => vs.details()).toContain('Also used in 3 of your documents, first 2014-03');
});
