// One's own documents in a real window: imported from the Explorer, one by one through the form, twice, broken; seen in the view, quoted, taken back.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open } from '../../support/driver';
import type { Window } from '../../support/window';

const pane = '.split-view-view:has(> .pane > .pane-header[aria-label^="My Documents"])';
const title = '把青稞产业做成富民产业';
const sentence = '青稞是高原人民的主粮，也是高原农业的根基，抓住青稞就抓住了高原农民增收的牛鼻子';
const more = ['近年来，各地把青稞良种繁育、精深加工、品牌建设连成一条链，种得好，也卖得好。', '下一步，要继续在良种、良田、良法上下功夫，让发展新质生产力的要求落到田间地头，让更多群众从产业链上受益。'];
const html = `<!doctype html><html><head><meta charset="utf-8"><title>${title}_高原新闻网</title></head><body>
<nav><a href="/">首页</a> <a href="/news">新闻</a> <a href="/video">视频</a></nav>
<article><h1>${title}</h1><p>2023-06-05 来源：高原日报 作者：扎西</p><p>${sentence}。</p>${more.map(text => `<p>${text}</p>`).join('')}</article>
<div class="related"><h3>相关阅读</h3><ul><li><a href="/a">高原又添新公路</a></li><li><a href="/b">牧民新居落成</a></li></ul></div>
<footer>版权所有 高原新闻网 Copyright 2023 技术支持：某某公司</footer></body></html>`;
const dump = '首页 > 新闻 > 时评\n冰雪走廊要修通民心路\n2024-02-01 来源：雪山晚报\n\n修路不只是修路。一条冰雪走廊，把沿线十几个村庄连成一片，也把游客带进了农家院。\n\n走廊修到哪里，服务就要跟到哪里。厕所、停车、急救，一样不能少，群众才会说这条路修得值。\n\n把路修通，更要把民心修通。干部多到路边村里走一走，听一听大家怎么说，这条走廊才算真正修成。\n\n上一篇：没有了\n下一篇：春耕备耕进行时\n分享到：微信 微博\n';
const word = ['关于做好牧区饮水工程的报告', '牧区饮水工程关系千家万户，今年共完成管网改造三百公里，覆盖四十二个行政村。', '下一步要抓好后续管护，明确责任人，做到有人管、有钱管、管得好，让牧民一年四季喝上放心水。'];

function docx(paragraphs: readonly string[]): Uint8Array {
	const body = paragraphs.map(text => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
	return zipSync({
		'[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
		'_rels/.rels': strToU8('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'),
		'word/document.xml': strToU8(`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`),
	});
}

let vs: Window;
const documents = () => (existsSync(join(vs.folder, 'policy-corpus/documents')) ? readdirSync(join(vs.folder, 'policy-corpus/documents')).filter(name => name.endsWith('.md')).sort() : []);
const address = (name: string) => pathToFileURL(join(vs.folder, name)).href;

beforeAll(async () => {
	vs = await open({ files: { 'report.md': '', 'pile/page.html': html, 'pile/dump.txt': dump, 'pile/broken.docx': 'PK\u0003\u0004 not an archive at all' } });
	writeFileSync(join(vs.folder, 'pile/word.docx'), docx(word));
	await vs.command('policyWriting.documents.focus');
});
afterAll(async () => { await vs.close(); });

/** Waits for a quick pick with this row, and takes it. */
async function choose(label: string): Promise<void> {
	await vs.until(`a list with “${label}”`, async () => (await shownPicks()).some(row => row.label === label) ? true : undefined)
		.catch(async (error: unknown) => { throw new Error(`${String(error)}; there are ${(await shownPicks()).map(row => row.label).join(' · ')}`); });
	const rows = await shownPicks();
	const to = rows.findIndex(row => row.label === label);
	for (let i = Math.max(rows.findIndex(row => row.focused), 0); i < to; i++) await vs.press('ArrowDown');
	await vs.press('Enter');
	await vs.until(`“${label}” taken`, async () => (await shownPicks()).some(row => row.label === label) ? undefined : true);
}

async function shownPicks() {
	return await vs.page.locator('.quick-input-widget').filter({ visible: true }).count() > 0 ? vs.picks() : [];
}

/** The message that has these words. */
async function told(words: string): Promise<string> {
	return vs.until(`the message “${words}”`, async () => (await vs.notifications()).find(message => message.includes(words)))
		.catch(async (error: unknown) => { throw new Error(`${String(error)}; there are ${(await vs.notifications()).join(' · ')}`); });
}

async function rows(): Promise<string[]> {
	return vs.page.locator(`${pane} .monaco-list-row`).evaluateAll(all => all.map(row => `${row.getAttribute('aria-level')} ${row.querySelector('.label-name')?.textContent ?? ''} | ${row.querySelector('.label-description')?.textContent ?? ''}`));
}

describe('a folder from the Explorer', () => {
	test('before, the view says what to do', async () => {
		const said = await vs.until('the empty view', async () => (await vs.page.locator(`${pane} .welcome-view-content`).allInnerTexts()).join('\n') || undefined);
		expect(said).toContain('Import Documents…');
	});

	test('is imported whole, what is broken beside what is not', async () => {
		await vs.command('workbench.view.explorer');
		await vs.page.locator('.explorer-folders-view .monaco-list-row[aria-label^="pile"]').click({ button: 'right' });
		await vs.page.locator('.monaco-menu .action-label', { hasText: 'Import Documents…' }).click();
		await choose('Create my pack and save');
		await choose('Save all as read');
		const message = await told('documents were imported');
		expect(message).toContain('3 documents were imported.');
		expect(message).toContain('1 file could not be imported.');
		expect(documents()).toHaveLength(3);
		expect(readdirSync(join(vs.folder, 'policy-corpus')).filter(name => name.startsWith('.'))).toEqual([]);
		const page = documents().map(name => vs.read(`policy-corpus/documents/${name}`)).find(text => text.includes(title))!;
		expect(page).toContain(`${sentence}。`);
		for (const text of more) expect(page).toContain(text);
		expect(page).not.toContain('牧民新居');
		expect(page).toContain('高原日报');
		expect(page).toMatch(/imported: \{ file: page\.html, sha256: [0-9a-f]{64} \}/);
		expect(vs.read('pile/page.html')).toBe(html);
	});

	test('stands in the view', async () => {
		await vs.command('policyWriting.documents.focus');
		const shown = await vs.until('three rows', async () => { const all = await rows(); return all.length === 4 ? all : undefined; });
		expect(shown[0]).toBe('1 My pack | 3 documents');
		expect(shown.join('\n')).toContain(`2 ${title} | 2023-06-05 · 3 paragraphs`);
		await vs.screenshot('import-view');
	});

	test('what went wrong is listed in plain words', async () => {
		await vs.page.locator('.notification-toast .monaco-button', { hasText: 'Show problems' }).click();
		const listed = await vs.until('the list', async () => {
			const text = (await vs.page.locator('.part.panel .view-lines').allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
			return text.includes('broken.docx') ? text : undefined;
		});
		expect(listed).toContain('Not imported: The file is damaged and cannot be read.');
		expect(listed).not.toMatch(/\bat \w+ \(|Error:/);
		await vs.screenshot('import-problems');
		await vs.command('workbench.action.closePanel');
		await vs.command('notifications.clearAll');
	});
});
