// The extension from its `browser` entry, in the web-worker host: the main jobs run there too. The Markdown preview is not among
// them: VS Code's server comes without the browser half of its Markdown support, so that no preview runs beside us here.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';
import { expectAnswers, expectRefusals, toolCalls } from './toolCalls';

const pack = {
	'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的语料\nlanguage: zh-CN\n',
	'policy-corpus/terms/mine.yaml':
		'- id: qingke-chuangfu\n  term: 青稞创富\n  english: highland barley\n\n- id: mao-niu\n  tern: 牦牛经济\n',
};

let vs: Window;
beforeAll(async () => {
	vs = await open({ host: 'web', files: { 'report.md': '', ...pack } });
});
afterAll(async () => {
	await vs.close();
});

test('it does not run in the Node host here', async () => {
	await expect.poll(async () => (await vs.extension()).found).toBe(false);
});

test('a term is offered and taken', async () => {
	await vs.draft('要加快发展|');
	await vs.ime('xinzhi', '新质');
	await expect
		.poll(async () => (await vs.suggestions()).slice(0, 2).map(row => row.label))
		.toEqual(['新质', '新质生产力']);
	await vs.accept('新质生产力');
	await expect.poll(() => vs.line()).toBe('要加快发展新质生产力');
});

test('a term is explained', async () => {
	await vs.draft('要加快发展新质生产力。');
	await expect.poll(async () => (await vs.hover('新质生产力')).text).toContain('新质生产力');
});

test('a slip is found while typing, and told in a hover', async () => {
	await vs.draft('|\n\n后文。\n');
	await vs.type('习近平总书记指出，“科技创新能够崔生新产业、新模式、新动能，是发展新质生产力的核心要素。”');
	await vs.cursorAfter('后文');
	await vs.until('the finding', async () => (await vs.problems()).find(one => one.code === 'quotation.differs'));
	await expect.poll(async () => (await vs.hover('能够')).text).toContain('[崔 should be 催]');
});

test('a new draft begins there too', async () => {
	await vs.run('Policy Writing: New Draft…');
	await vs.pick('政策建议');
	await expect
		.poll(() => vs.text())
		.toMatch(/^---\ntitle: 关于……的政策建议\nauthor: \n主送机关: \ndate: \d{4}年\d+月\d+日\n---/);
	await vs.focus();
	await vs.press('Control+s');
	await expect.poll(() => vs.exists('政策建议.md')).toBe(true);
	await vs.open('report.md');
});

test(`assistants get its tools: ${toolCalls.right} right calls are answered`, () => expectAnswers(vs));

test(`${toolCalls.wrong} wrong calls are refused with a way on`, () => expectRefusals(vs));

test('its commands are there', async () => {
	await vs.draft('要|');
	await vs.run('Search Citations…');
	await expect.poll(async () => (await vs.picks()).length).toBeGreaterThan(0);
	await vs.press('Escape');
});

/** Waits until a term is offered for what is typed last. */
async function offered(text: string, label: string): Promise<void> {
	await vs.until(`${label} to be offered`, async () => {
		await vs.draft(`${text.slice(0, -1)}|`);
		await vs.ime('pinyin', text.slice(-1));
		return (await vs.labels()).includes(label) || undefined;
	});
}

test('packs are read, told of, and followed just so', async () => {
	await offered('发展青稞', '青稞创富');
	await vs.open('policy-corpus/terms/mine.yaml');
	const first = await vs.until('a problem', async () => (await vs.problems())[0]);
	expect(first).toMatchObject({ line: 5, message: '“term” is missing. The record is left out.' });
	await vs.screenshot('packs-web');
	await vs.open('report.md');
	vs.write('policy-corpus/terms/more.yaml', '- id: yanjiang-dai\n  term: 沿江绿道\n');
	await offered('建设沿江', '沿江绿道');
});
