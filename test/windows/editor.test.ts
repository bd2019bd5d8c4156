// The main ways in a VS Code whose extension host is Windows': writing, hovering, citing, an own pack that changes on the disk, line ends.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';

const draft = '文稿 😀/报告.md';
const old = '\uFEFF第一行。\r\n第二行。\r\n';
let vs: Window;
beforeAll(async () => {
	vs = await open({
		files: {
			[draft]: '',
			'old.md': old,
			'policy-corpus/pack.yaml': 'id: mine\r\ntitle: 我的语料\r\n',
			'policy-corpus/terms/mine.yaml': '\uFEFF- { id: qingke-chuangfu, term: 青稞创富 }\r\n',
		},
	});
});
afterAll(async () => {
	await vs.close();
});

/** Labels offered behind these words in the draft. */
async function offered(words: string): Promise<string[]> {
	await vs.draft(`${words.slice(0, -1)}|`);
	await vs.ime('pinyin', words.slice(-1));
	return vs.labels();
}

test('the extension runs in Windows', async () => {
	expect((await vs.documents()).join('\n')).toMatch(/c%3A\/users\/.*%F0%9F%98%80/);
});

test('a term is offered while writing with an input method, and taken', async () => {
	await vs.draft('要加快发展|');
	await vs.ime('xinzhi', '新质');
	await vs.accept('新质生产力');
	await expect.poll(() => vs.line()).toBe('要加快发展新质生产力');
});

test('the hover explains it', async () => {
	await vs.draft('加快发展新质生产力。');
	await expect
		.poll(async () => (await vs.hover('新质生产力', { at: 2 })).text)
		.toContain('new quality productive forces');
});

test('a citation is found and inserted, with its footnote and the line ends of Windows', async () => {
	await vs.draft('甲|。\n\n乙。\n', { eol: '\r\n' });
	await vs.press('Alt+q');
	await vs.pickType('国家先进制造业集群');
	await vs.until('the row', async () => (await vs.picks())[0]?.detail.includes('国家先进制造业集群') || undefined);
	await vs.press('Enter');
	const text = await vs.until('the footnote', async () => {
		const now = await vs.text();
		return now.includes('[^jinguanping-2024]:') ? now : undefined;
	});
	expect(text).toContain('甲[^jinguanping-2024]。\r\n');
	expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('a slip is found, and mended by its quick fix', async () => {
	await vs.draft('科技创薪很重要。\n\n后文|');
	await vs.until('the finding', async () => (await vs.problems()).find(one => one.code === 'wording.wrong'));
	await vs.cursorAfter('科技创');
	await vs.takeQuickFix('科技创新');
	await expect.poll(() => vs.line(1)).toBe('科技创新很重要。');
});

test('an own pack is in use, with a byte order mark and line ends of Windows; what changes in it on the disk is too', async () => {
	await expect.poll(() => offered('发展青稞')).toContain('青稞创富');
	vs.write('policy-corpus/terms/更多 😀.yaml', '- { id: yanjiang-dai, term: 沿江绿道 }\r\n');
	await expect.poll(() => offered('建设沿江')).toContain('沿江绿道');
});

test('byte order mark and line ends of a draft stay when it is saved', async () => {
	await vs.open('old.md');
	await vs.press('Control+End');
	await vs.type('第三行。');
	await expect.poll(() => vs.text()).toContain('第三行。');
	await vs.save();
	const file = join(vs.folder, 'old.md');
	await expect.poll(() => readFileSync(file, 'utf8')).toBe(`${old}第三行。`);
	writeFileSync(file, old);
});
