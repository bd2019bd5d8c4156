// The film `docs/film.webm`: a draft from the first word to the Word file, in a window at its defaults; `npm run pictures -- film`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import { drawnGreyText } from '../support/greyText';
import type { Window } from '../support/window';
import { captionHeight, Film } from './film';

const root = join(import.meta.dirname, '../..');
const [width, height] = [1280, 656 - captionHeight];
const name = '实施意见';
const draft = `# 关于推动科技创新的实施意见

各区，各部门：

|

某市某局
2024年3月18日
`;

/** Documents of the person's own, made up for the film, in which a sentence goes on in the same way again and again. */
const own = (id: string, year: number) => `---
id: ${id}
type: report
title: ${year}年产业链工作总结
issued: ${year}-12
---

${['今年', '各地', '全市', '明年'].map(begin => `${begin}要建立健全重点产业链供需对接机制，推动上下游企业共享仓储物流。`).join('\n\n')}
`;

let vs: Window;
let film: Film;
let keyboard: CDPSession;
beforeAll(async () => {
	vs = await open({
		name: '政策研究',
		files: {
			[`${name}.md`]: '',
			'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的语料\n',
			'policy-corpus/documents/a.md': own('gz-2022', 2022),
			'policy-corpus/documents/b.md': own('gz-2023', 2023),
		},
		locale: 'zh-CN',
		width,
		height,
		settings: {
			'editor.minimap.enabled': false,
			'editor.fontSize': 16,
			'editor.cursorBlinking': 'solid',
			'breadcrumbs.enabled': false,
		},
	});
	await vs.command('workbench.action.closeSidebar');
	keyboard = await vs.page.context().newCDPSession(vs.page);
	film = new Film(vs.page, width, height);
});
afterAll(async () => {
	await vs.close();
});

/** What an input method does, with a picture of each letter. */
async function write(letters: string, committed: string): Promise<void> {
	for (let i = 1; i <= letters.length; i++) {
		await keyboard.send('Input.imeSetComposition', {
			text: letters.slice(0, i),
			selectionStart: i,
			selectionEnd: i,
		});
		await film.show(90);
	}
	await keyboard.send('Input.insertText', { text: committed });
	await film.show(250);
}

/** Shows which key comes, then what it did. */
async function press(key: string, shown: string, done: () => Promise<unknown>, rest = 1000): Promise<void> {
	await film.show(700, shown);
	await vs.press(key);
	await done();
	await film.show(rest, shown);
}

const line = (words: string) =>
	vs.until(`“${words}” in the draft`, async () => ((await vs.text()).includes(words) ? true : undefined));
const row = (label: string) =>
	vs.until(`the row ${label}`, async () => (await vs.picks()).find(one => one.label.includes(label)));

/** Until the person's documents are taken in, there is no grey text. */
async function documentsAreRead(): Promise<void> {
	await vs.until('grey text', async () => {
		await vs.draft('|');
		await vs.ime('yao', '要建立健全重点产业链');
		return greyText().then(
			() => true,
			() => undefined,
		);
	});
}
const greyText = () => vs.page.locator(drawnGreyText).first().waitFor({ timeout: 5000 });

test('a term from the list', async () => {
	await documentsAreRead();
	await vs.draft(draft);
	film.say('用输入法照常写，列表提示术语，Tab 接受', 'Write with an input method; Tab takes the term');
	await film.show(1000);
	await write('yao', '要');
	await write('jiakuai', '加快');
	await write('fazhan', '发展');
	await write('xinzhi', '新质');
	await vs.until('the term', async () => ((await vs.shownLabels()).includes('新质生产力') ? true : undefined));
	await film.show(900);
	await press('Tab', 'Tab', () => line('发展新质生产力'));
	await vs.ime('，', '，');
	await film.show(300);
});

test('grey text', async () => {
	film.say('灰色的字：您自己的文献这样接下去，Tab 接受', 'Grey text: how your own documents go on; Tab takes it');
	await write('jianli', '建立健全');
	await write('zhongdian', '重点');
	await write('chanyelian', '产业链');
	await greyText();
	await press('Tab', 'Tab', () => line('产业链供需对接机制'));
	await vs.ime('。', '。');
	await film.show(300);
});

test('a citation', async () => {
	film.say('Alt+Q 查引文，原话和脚注一起插入', 'Alt+Q finds a quotation; it comes with its footnote');
	await press('Alt+q', 'Alt+Q', () => vs.picks(), 500);
	await write('neizaiyaoqiu', '内在要求');
	await vs.until('the row', async () => ((await vs.picks())[0]?.detail.includes('内在要求') ? true : undefined));
	const first = vs.page.locator('.quick-input-list .monaco-list-row').first();
	await first.hover();
	await film.show(1300, '点引号图标');
	await first.locator('.action-label[aria-label^="插入加引号的原话"]').click();
	await line(']: ');
	await vs.page.mouse.move(0, 0);
	await film.show(1800);
});

test('a changed quotation and its fix', async () => {
	film.say(
		'原话改了一个词，立刻标出；Ctrl+. 改回原文',
		'A changed quotation is marked; Ctrl+. takes the source’s wording',
	);
	await vs.select('内在');
	await film.show(600);
	await write('biran', '必然');
	const marked = vs.page.locator('.squiggly-warning').first();
	await marked.waitFor();
	await film.show(1500);
	await film.show(600, 'Ctrl+.');
	await vs.openQuickFix('改用来源的原文');
	await film.show(1500, 'Ctrl+.');
	await film.show(500, 'Enter');
	await vs.takeQuickFix('改用来源的原文');
	await line('内在要求');
	await marked.waitFor({ state: 'detached' });
	await film.show(1200, 'Enter');
});

/** The first page of the Word file as LibreOffice sets it, as high as the window; nothing where that is not installed. */
function page(file: string): string | undefined {
	const folder = mkdtempSync(join(tmpdir(), 'policy-film-'));
	try {
		const run = (program: string, ...args: readonly string[]) => spawnSync(program, args, { timeout: 50_000 }).status;
		const office = `-env:UserInstallation=file://${folder}/office`;
		run('soffice', office, '--headless', '--convert-to', 'pdf', '--outdir', folder, file);
		const picture = ['-png', '-singlefile', '-scale-to', String(height), join(folder, `${name}.pdf`)];
		if (run('pdftoppm', ...picture, join(folder, 'page')) !== 0) return undefined;
		return readFileSync(join(folder, 'page.png')).toString('base64');
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

test('the Word file', async () => {
	const file = join(vs.folder, `${name}.docx`);
	film.say('导出为 Word：公文格式，脚注是 Word 自己的', 'Export to Word: official layout, native footnotes');
	await vs.run('导出为 Word…');
	await row('公文');
	await film.show(1200);
	await vs.pick('公文');
	const next = await vs.until('the next question', async () =>
		(await vs.picks()).find(({ label }) => label.includes('仍然导出') || label === '脚注'),
	);
	await film.show(1300);
	if (next.label !== '脚注') await vs.press('Enter');
	await row('脚注');
	await film.show(1000);
	await vs.pick('脚注');
	// Where the file goes is not shown: that is a folder of this machine.
	const box = vs.page.locator('.quick-input-widget input').first();
	await vs.until('the name', async () => ((await box.inputValue()).endsWith(`${name}.docx`) ? true : undefined));
	await vs.press('Enter');
	await vs.until('the file', async () => (existsSync(file) ? true : undefined));
	await vs.message('已导出到');
	await film.show(2200);
	const paper = page(file);
	if (paper) film.add(paper, 2500);
});

test('it is encoded', async () => {
	const bytes = await film.encode();
	console.log(`${(film.length / 1000).toFixed(1)} s, ${Math.round(bytes.length / 1024)} KB`);
	expect(film.length).toBeGreaterThan(20_000);
	expect(film.length).toBeLessThan(40_000);
	expect(bytes.length).toBeLessThan(2 * 1024 * 1024);
	writeFileSync(join(root, 'docs/film.webm'), bytes);
});
