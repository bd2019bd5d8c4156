// Grey text of 13 letters and more that was taken from recorded words, or from a document the draft cites: their
// citation is the next step, and stands in the draft when it is taken.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import { drawnGreyText } from '../support/greyText';
import { patience } from '../support/patience.mjs';
import type { Window } from '../support/window';

const said = [
	'各位代表：',
	'我们坚持青稞富民总思路，修好冰雪走廊沿线村庄道路。',
	'今年要坚持青稞富民总思路，修好冰雪走廊沿线村庄道路。',
	'明年还要坚持青稞富民总思路，修好冰雪走廊沿线村庄道路。',
	'大家办好草原那达慕大会全部赛事。',
	'我们办好草原那达慕大会全部赛事。',
	'依法办好草原那达慕大会全部赛事。',
].join('\n\n');

let vs: Window;
beforeAll(async () => {
	vs = await open({
		files: {
			'report.md': '',
			'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的语料\n',
			'policy-corpus/documents/b.md': `---\nid: bg-2017\ntype: report\ntitle: 二〇一七年报告\nissued: 2017-03-05\n---\n\n${said}\n`,
			'policy-corpus/citations/a.yaml':
				'- id: daolu\n  kind: quotation\n  text: 我们坚持青稞富民总思路，修好冰雪走廊沿线村庄道路。\n  source: bg-2017\n  paragraph: 2\n',
		},
	});
});
afterAll(async () => {
	await vs.close();
});

const grey = async (): Promise<string> =>
	(await vs.page.locator(drawnGreyText).allInnerTexts()).join('').replace(/\s/g, '');

/** The grey text after words; they are written anew until the documents are there. */
async function shownAfter(draft: string, words: string): Promise<string> {
	await vs.draft(draft);
	await vs.ime('women', words);
	return vs.page
		.locator(drawnGreyText)
		.first()
		.waitFor({ timeout: 3000 })
		.then(grey, () => '');
}

test('recorded words that were taken are cited', async () => {
	await expect
		.poll(() => shownAfter('|', '我们坚持青稞富民总思路，修好冰雪'), { timeout: 3 * patience })
		.toBe('走廊沿线村庄道路');
	await vs.press('Tab');
	await expect.poll(() => vs.line()).toBe('我们坚持青稞富民总思路，修好冰雪走廊沿线村庄道路');
	await vs.answerMessage('These are recorded words', 'Cite it');
	await expect.poll(async () => (await vs.picks())[0]?.detail).toContain('修好冰雪走廊沿线村庄道路');
	await vs.screenshot('taken-recorded');
	await vs.press('Enter');
	await expect.poll(() => vs.text()).toMatch(/^我们坚持青稞富民总思路，修好冰雪走廊沿线村庄道路\[\^bg-2017[^\]]*\]/);
});

test('words of a document the draft cites are cited', async () => {
	await vs.clearMessages();
	await expect
		.poll(() => shownAfter('前文引过。[^bg-2017]\n\n|\n\n[^bg-2017]: 二〇一七年报告', '大家办好草原'), {
			timeout: 3 * patience,
		})
		.toBe('那达慕大会全部赛事');
	await vs.press('Tab');
	await vs.answerMessage('These are words of “二〇一七年报告”', 'Cite it');
	await expect.poll(async () => (await vs.picks())[0]?.detail).toContain('办好草原那达慕大会全部赛事');
	await vs.screenshot('taken-document');
	await vs.press('Enter');
	await expect.poll(() => vs.text()).toMatch(/\n大家办好草原那达慕大会全部赛事\[\^bg-2017[^\]]*\]/);
});
