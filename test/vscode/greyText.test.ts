// Grey text in the real editor at its defaults: it shows how documents go on, Tab takes it, Enter breaks the line.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import { drawnGreyText } from '../support/greyText';
import { patience } from '../support/patience.mjs';
import type { Window } from '../support/window';

const head = (id: string, title: string, issued: string) =>
	`---\nid: ${id}\ntype: report\ntitle: ${title}\nissued: ${issued}\n---\n\n`;
const said = [
	'各位代表：',
	'我们坚持青稞富民总思路，修好冰雪走廊沿线村庄道路。',
	'今年要坚持青稞富民总思路，修好冰雪走廊沿线村庄道路。',
	'明年还要坚持青稞富民总思路，修好冰雪走廊沿线村庄道路。',
	'发展新质生产力带动青稞富民。',
	'培育新质生产力带动青稞富民。',
	'依靠新质生产力带动青稞富民。',
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
			'policy-corpus/documents/a.md': `${head('bg-2016', '二〇一六年报告', '2016-03-05')}${said}\n`,
			'policy-corpus/documents/b.md': `${head('bg-2017', '二〇一七年报告', '2017-03-05')}${said}\n`,
		},
		width: 1366,
		height: 657,
	});
});
afterAll(async () => {
	await vs.close();
});

/** The grey text in sight. */
const grey = async (): Promise<string> =>
	(await vs.page.locator(drawnGreyText).allInnerTexts()).join('').replace(/\s/g, '');
const shows = (text: string): Promise<void> => expect.poll(grey).toBe(text);

/** The documents are taken in some seconds after the window is open: until then what is written has to be written anew. */
test('the documents are there', async () => {
	let wait = 2000;
	const written = async (): Promise<string> => {
		await vs.draft('|');
		await vs.ime('women', '我们坚持青稞');
		const shown = vs.page.locator(drawnGreyText).first();
		wait *= 1.5; // a slow machine may need longer to show it than to be done with the documents
		return shown.waitFor({ timeout: wait }).then(grey, () => '');
	};
	await expect.poll(written, { timeout: 2 * patience }).toBe('富民总思路');
});

test('after commits of an input method, and Tab takes it', async () => {
	await vs.draft('|');
	await vs.ime('houniandouyao', '后年都要');
	await vs.ime('jianchi', '坚持青稞');
	await shows('富民总思路');
	await vs.screenshot('grey-text');
	await vs.press('Tab');
	await expect.poll(() => vs.line()).toBe('后年都要坚持青稞富民总思路');
});

test('Enter breaks the line and leaves what was written', async () => {
	await vs.draft('|');
	await vs.ime('xiuhaobingxue', '必须修好冰雪');
	await shows('走廊沿线村庄道路');
	await vs.press('Enter');
	await vs.ime('ran', '然后');
	await expect.poll(() => vs.text()).toBe('必须修好冰雪\n然后');
});

test('Escape leaves it, and it does not come back there', async () => {
	await vs.draft('|');
	await vs.ime('banhao', '一定办好草原');
	await shows('那达慕大会全部赛事');
	await vs.press('Escape');
	await shows('');
	await vs.press('Enter');
	await vs.ime('banhao', '一定办好草原');
	// What comes after it does show: it was looked at, and stayed away.
	await vs.ime('jianchi', '，坚持青稞');
	await shows('富民总思路');
	await expect.poll(() => vs.text()).toBe('一定办好草原\n一定办好草原，坚持青稞');
});

test('one word of it with Ctrl+Right, the rest stays', async () => {
	await vs.draft('|');
	await vs.ime('xiuhaobingxue', '都来修好冰雪');
	await shows('走廊沿线村庄道路');
	await vs.press('Control+ArrowRight');
	await expect.poll(() => vs.line()).toMatch(/^都来修好冰雪走廊?$/);
	await expect.poll(grey).toMatch(/沿线村庄道路$/);
	await vs.press('Tab');
	await expect.poll(() => vs.line()).toBe('都来修好冰雪走廊沿线村庄道路');
});

test('what follows the cursor is not written twice', async () => {
	await vs.draft('诸位|道路。'); // no document goes on from there: nothing is shown that is then typed over
	await vs.ime('xiuhaobingxue', '修好冰雪');
	await shows('走廊沿线村庄');
	await vs.press('Tab');
	await expect.poll(() => vs.line()).toBe('诸位修好冰雪走廊沿线村庄道路。');
});

test('asked for by its command', async () => {
	await vs.draft('这里修好冰雪|');
	await vs.command('editor.action.inlineSuggest.trigger');
	await shows('走廊沿线村庄道路');
});

test('with a list open: Tab takes the grey text, Enter breaks the line', async () => {
	await vs.draft('|');
	await vs.ime('peiyuxinzhi', '到处培育新质');
	await expect.poll(() => vs.shownLabels()).toContain('新质生产力');
	await shows('生产力带动青稞富民');
	await vs.screenshot('grey-text-list');
	await vs.press('Tab');
	await expect.poll(() => vs.line()).toBe('到处培育新质生产力带动青稞富民');
	await vs.draft('|');
	await vs.ime('peiyuxinzhi', '处处培育新质');
	await shows('生产力带动青稞富民');
	await expect.poll(() => vs.shownLabels()).toContain('新质生产力');
	await vs.press('Enter');
	await expect.poll(() => vs.text()).toBe('处处培育新质\n');
});

test('with a list open: after a row that is taken grey text goes on', async () => {
	await vs.draft('|');
	await vs.ime('peiyuxinzhi', '各地培育新质');
	await shows('生产力带动青稞富民');
	await vs.accept('新质生产力');
	await expect.poll(() => vs.line()).toBe('各地培育新质生产力');
	await shows('带动青稞富民');
	await vs.press('Tab');
	await expect.poll(() => vs.line()).toBe('各地培育新质生产力带动青稞富民');
});

test('with a list open: what is typed as the grey text says leaves Enter alone', async () => {
	await vs.draft('|');
	await vs.ime('yikao', '一起依靠新');
	await shows('质生产力带动青稞富民');
	await vs.ime('zhi', '质');
	await expect.poll(() => vs.shownLabels()).toContain('新质生产力');
	await vs.press('Enter');
	await expect.poll(() => vs.text()).toBe('一起依靠新质\n');
});

test('the places it comes from, the latest first, open there', async () => {
	await vs.draft('|');
	await vs.ime('xiuhaobingxue', '总之修好冰雪');
	await shows('走廊沿线村庄道路');
	await vs.run('Policy Writing: Where Grey Text Comes From…');
	await expect.poll(async () => (await vs.picks())[0]?.label).toBe('二〇一七年报告');
	await expect.poll(async () => (await vs.picks())[0]?.detail).toContain('修好冰雪走廊');
	await vs.screenshot('grey-text-places');
	await vs.press('Enter');
	await vs.until('the document', async () => (await vs.state()).file?.endsWith('b.md') || undefined);
});

test('nothing in code, nothing while it is paused', async () => {
	await vs.draft('```\n|\n```');
	await vs.ime('xiuhaobingxue', '务必修好冰雪');
	await vs.press('Control+End', 'Enter');
	await vs.ime('jianchi', '大家坚持青稞');
	await shows('富民总思路');
	await expect.poll(() => vs.text()).toContain('务必修好冰雪\n```');
	await vs.setting('policyWriting.continue.enabled', false);
	await vs.press('Enter');
	await vs.ime('jianchi', '你我坚持青稞');
	await shows('');
	await vs.setting('policyWriting.continue.enabled', undefined);
});
