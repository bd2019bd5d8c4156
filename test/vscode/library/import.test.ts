// One's own documents in a real window: imported from the Explorer, one by one through the form, twice, broken; seen in the view, quoted, taken back.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open } from '../../support/driver';
import { pickRows } from '../../support/screen';
import type { Window } from '../../support/window';
import * as answers from './answers';

const pane = '.split-view-view:has(> .pane > .pane-header[aria-label^="My Documents"])';
const title = '把青稞产业做成富民产业';
const sentence = '青稞是高原人民的主粮，也是高原农业的根基，抓住青稞就抓住了高原农民增收的牛鼻子';
const more = [
	'近年来，各地把青稞良种繁育、精深加工、品牌建设连成一条链，种得好，也卖得好。',
	'下一步，要继续在良种、良田、良法上下功夫，让发展新质生产力的要求落到田间地头，让更多群众从产业链上受益。',
];
const html = `<!doctype html><html><head><meta charset="utf-8"><title>${title}_高原新闻网</title></head><body>
<nav><a href="/">首页</a> <a href="/news">新闻</a> <a href="/video">视频</a></nav>
<article><h1>${title}</h1><p>2023-06-05 来源：高原日报 作者：扎西</p><p>${sentence}。</p>${more.map(text => `<p>${text}</p>`).join('')}</article>
<div class="related"><h3>相关阅读</h3><ul><li><a href="/a">高原又添新公路</a></li><li><a href="/b">牧民新居落成</a></li></ul></div>
<footer>版权所有 高原新闻网 Copyright 2023 技术支持：某某公司</footer></body></html>`;
const dump =
	'首页 > 新闻 > 时评\n冰雪走廊要修通民心路\n2024-02-01 来源：雪山晚报\n\n修路不只是修路。一条冰雪走廊，把沿线十几个村庄连成一片，也把游客带进了农家院。\n\n走廊修到哪里，服务就要跟到哪里。厕所、停车、急救，一样不能少，群众才会说这条路修得值。\n\n把路修通，更要把民心修通。干部多到路边村里走一走，听一听大家怎么说，这条走廊才算真正修成。\n\n上一篇：没有了\n下一篇：春耕备耕进行时\n分享到：微信 微博\n';
const word = [
	'关于做好牧区饮水工程的报告',
	'牧区饮水工程关系千家万户，今年共完成管网改造三百公里，覆盖四十二个行政村。',
	'下一步要抓好后续管护，明确责任人，做到有人管、有钱管、管得好，让牧民一年四季喝上放心水。',
];

const one =
	'高原粮仓里的新账本\n\n秋收刚过，粮站门口排起了长队。今年的青稞，颗粒饱满，收购价也比去年高了一成。\n\n老站长翻开账本说，过去算的是斤两，如今算的是品质，账本变了，日子也就变了。\n';

function docx(paragraphs: readonly string[]): Uint8Array {
	const body = paragraphs.map(text => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
	return zipSync({
		'[Content_Types].xml': strToU8(
			'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
		),
		'_rels/.rels': strToU8(
			'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
		),
		'word/document.xml': strToU8(
			`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
		),
	});
}

let vs: Window;
const documents = () =>
	existsSync(join(vs.folder, 'policy-corpus/documents'))
		? readdirSync(join(vs.folder, 'policy-corpus/documents'))
				.filter(name => name.endsWith('.md'))
				.sort()
		: [];
const address = (name: string) => pathToFileURL(join(vs.folder, name)).href;

beforeAll(async () => {
	vs = await open({
		files: {
			'report.md': '',
			'pile/page.html': html,
			'pile/dump.txt': dump,
			'pile/broken.docx': 'PK\u0003\u0004 not an archive at all',
			'one.txt': one,
			// An export of a database for EndNote, as it is downloaded: a text file without keys
			'CNKI-20240501.txt':
				'%0 Journal Article\n%A 赵六\n%A 钱七\n%T 高原农业的数字治理\n%J 某学报\n%D 2023\n%N 04\n%P 10-18\n%W CNKI\n',
			'terms.csv': '术语,定义,提法\n雪域粮仓,高原上的产粮区,\n,,要把雪域粮仓守护好、建设好\n,只有定义,\n',
		},
	});
	writeFileSync(join(vs.folder, 'pile/word.docx'), docx(word));
	await vs.command('policyWriting.documents.focus');
});
afterAll(async () => {
	await vs.close();
});

const shownPicks = () => pickRows(vs.page);
const choose = (label: string) => answers.choose(vs, label);
const told = (words: string) => vs.message(words);

async function rows(): Promise<string[]> {
	return vs.page
		.locator(`${pane} .monaco-list-row`)
		.evaluateAll(all =>
			all.map(
				row =>
					`${row.getAttribute('aria-level')} ${row.querySelector('.label-name')?.textContent ?? ''} | ${row.querySelector('.label-description')?.textContent ?? ''}`,
			),
		);
}

describe('a folder from the Explorer', () => {
	test('before, the view says what to do', async () => {
		const said = await vs.until(
			'the empty view',
			async () => (await vs.page.locator(`${pane} .welcome-view-content`).allInnerTexts()).join('\n') || undefined,
		);
		expect(said).toContain('Import Documents…');
	});

	test('is imported whole, what is broken beside what is not', async () => {
		await answers.importFromExplorer(vs, 'pile');
		await choose('Create my pack and save');
		await choose('Save all as read');
		const message = await told('documents were imported');
		expect(message).toContain('3 documents were imported.');
		expect(message).toContain('1 file could not be imported.');
		await expect.poll(() => documents()).toHaveLength(3);
		await expect
			.poll(() => readdirSync(join(vs.folder, 'policy-corpus')).filter(name => name.startsWith('.')))
			.toEqual([]);
		const page = documents()
			.map(name => vs.read(`policy-corpus/documents/${name}`))
			.find(text => text.includes(title))!;
		expect(page).toContain(`${sentence}。`);
		for (const text of more) expect(page).toContain(text);
		expect(page).not.toContain('牧民新居');
		expect(page).toContain('高原日报');
		expect(page).toMatch(/imported:\s+file: page\.html\s+sha256: "?[0-9a-f]{64}/);
		await expect.poll(() => vs.read('pile/page.html')).toBe(html);
	});

	test('stands in the view', async () => {
		await vs.command('policyWriting.documents.focus');
		const shown = await vs.until('three rows', async () => {
			const all = await rows();
			return all.length === 4 ? all : undefined;
		});
		expect(shown[0]).toBe('1 My pack | 3 documents');
		expect(shown.join('\n')).toContain(`2 ${title} | 2023-06-05 · 3 paragraphs`);
		await vs.screenshot('import-view');
	});

	test('what went wrong is listed in plain words', async () => {
		await vs.answerMessage('could not be imported', 'Show problems');
		const listed = await vs.until('the list', async () => {
			const text = await vs.text();
			return text.includes('broken.docx') ? text : undefined;
		});
		expect(listed).toContain('Not imported\n\nbroken.docx\n    The file is damaged and cannot be read.');
		expect(listed).not.toMatch(/\bat \w+ \(|Error:/);
		await vs.screenshot('import-problems');
		await vs.open('report.md');
		await vs.clearMessages();
	});
});

/** Begins an import that will ask. */
const begin = (...names: string[]) =>
	vs.start(
		'policyWriting.importDocuments',
		...(names.length === 1 ? [address(names[0]!)] : [address(names[0]!), names.map(address)]),
	);
const staged = () => readdirSync(join(vs.folder, 'policy-corpus')).filter(name => name.startsWith('.'));
/** The name of the document with these words. */
const documentWith = (words: string) =>
	documents().find(name => vs.read(`policy-corpus/documents/${name}`).includes(words));

describe('one file', () => {
	test('left with Escape writes nothing', async () => {
		begin('one.txt');
		await vs.until('the form', async () => (await shownPicks()).some(row => row.label === 'Save') || undefined);
		await vs.press('Escape');
		await told('Left out: 1.');
		await expect.poll(() => documents()).toHaveLength(3);
		await expect.poll(() => staged()).toEqual([]);
		await vs.clearMessages();
	});

	test('is put right in the form, and saved as it was put', async () => {
		begin('one.txt');
		const rows = await vs.until('the form', async () => {
			const all = await shownPicks();
			return all.some(row => row.label === 'Save') ? all : undefined;
		});
		expect(rows.find(row => row.label === 'Title')?.description).toBe('高原粮仓里的新账本');
		expect(rows.find(row => row.label === 'Author')?.description).toBe('not in the text; a reference will need it');
		await vs.screenshot('import-form');
		await choose('Author');
		await vs.form('the field', ({ message }) => message.includes('Who wrote it'));
		await vs.ime('zhuoma', '卓玛、次仁');
		await vs.press('Enter');
		await vs.until(
			'the author in the form',
			async () => (await shownPicks()).find(row => row.label === 'Author')?.description === '卓玛、次仁' || undefined,
		);
		await choose('Save');
		await told('“高原粮仓里的新账本” was imported.');
		const text = vs.read(`policy-corpus/documents/${documentWith('新账本')!}`);
		expect(text).toContain('author: [{ literal: 卓玛 }, { literal: 次仁 }]');
		expect(text).toContain('missing: [issued]');
		await vs.clearMessages();
	});

	test('that is there already is asked about; left, it stays', async () => {
		const name = documentWith(title)!;
		const before = vs.read(`policy-corpus/documents/${name}`);
		begin('pile/page.html');
		await choose('Leave what is there');
		await told('There already: 1.');
		await expect.poll(() => documents()).toHaveLength(4);
		await expect.poll(() => vs.read(`policy-corpus/documents/${name}`)).toBe(before);
		await vs.clearMessages();
	});

	test('that is nearly there replaces it as an edit, which can be undone', async () => {
		const name = documentWith(title)!;
		const before = vs.read(`policy-corpus/documents/${name}`);
		writeFileSync(join(vs.folder, 'pile/page.html'), html.replace('种得好，也卖得好', '种得好，更卖得好'));
		begin('pile/page.html');
		await choose('Replace the text');
		await choose('Save');
		await told('Changed: 1.');
		await expect.poll(() => vs.read(`policy-corpus/documents/${name}`)).toContain('种得好，更卖得好');
		await vs.open(`policy-corpus/documents/${name}`);
		await vs.focus();
		await vs.press('Control+z');
		await vs.until('the old text', async () => (await vs.text()) === before || undefined);
		await vs.press('Control+Shift+z');
		await vs.save();
		await vs.clearMessages();
	});
});

describe('what was left out', () => {
	test('is shown, and a piece comes back as an edit, which can be undone', async () => {
		const name = documentWith('冰雪走廊要修通民心路')!;
		await vs.open(`policy-corpus/documents/${name}`);
		await vs.run('Show What Was Left Out');
		const report = await vs.until('the report', async () => {
			const text = await vs.text();
			return text.includes('春耕备耕') ? text : undefined;
		});
		expect(report).toContain('首页 > 新闻 > 时评');
		await vs.screenshot('import-left-out');
		await vs.click(vs.page.locator('.editor-actions .action-label', { hasText: 'Take Back What Was Left Out…' }));
		await vs.focusPick(row => row.label.includes('春耕备耕'));
		await vs.press('Space');
		await vs.until('the piece ticked', async () =>
			(await vs.page.locator('.quick-input-count').filter({ visible: true }).allInnerTexts()).some(text =>
				text.startsWith('1 '),
			)
				? true
				: undefined,
		);
		await vs.screenshot('import-take-back');
		await vs.press('Enter');
		const state = await vs.until('the piece in the document', async () => {
			const now = await vs.state();
			// What was left out stands in a file of the same name, and is shown until the document is.
			const document = now.file === name && now.text.includes('真正修成');
			return document && now.text.includes('春耕备耕') ? now : undefined;
		});
		expect(state.text).toMatch(/真正修成。\n\n(?:.+\n\n)*下一篇：春耕备耕进行时\n/);
		await vs.press('Control+z');
		await vs.until('as it was', async () => !(await vs.text()).includes('春耕备耕') || undefined);
		await vs.save();
	});
});

describe('in use', () => {
	test('a quotation of it is recognised, and terms are explained as before', async () => {
		await vs.open('report.md');
		await vs.draft(`文章指出：“${sentence.replace('主粮', '口粮')}。”\n\n发展新质生产力。\n`);
		const found = await vs.until('a finding', async () =>
			(await vs.problems()).find(one => one.code.startsWith('quotation.')),
		);
		expect(found.code).toContain('quotation.differs');
		expect(found.message).toContain(title);
		await expect.poll(async () => (await vs.hover('新质生产力')).text).toContain('新质生产力');
		await vs.screenshot('import-quoted');
	});

	test('its citation goes into the draft from the view', async () => {
		await vs.draft('结尾一句|。');
		await vs.command('policyWriting.documents.focus');
		const row = vs.page.locator(`${pane} .monaco-list-row`, { hasText: title });
		await vs.pressInRow(row, '.action-label[aria-label*="Insert Citation"]');
		await vs.until('a footnote', async () => /结尾一句\[\^[a-z0-9-]+\]。/.test(await vs.text()) || undefined);
		await expect.poll(() => vs.text()).toContain('扎西. 把青稞产业做成富民产业');
	});
});

describe('a table of terms', () => {
	test('says what it holds and what not, and becomes records', async () => {
		begin('terms.csv');
		const shown = await vs.until('the question', async () => {
			const all = await shownPicks();
			return all.some(row => row.label.startsWith('Add ')) ? all : undefined;
		});
		expect(shown[0]!.label).toBe('Add 2 records to my pack');
		expect(shown[1]!.label).toBe('Line 4: No term and no formulation; left out.');
		await vs.screenshot('import-table');
		await choose('Add 2 records to my pack');
		await told('Records added from “terms.csv”: 2.');
		await expect.poll(() => vs.read('policy-corpus/terms/terms.yaml')).toContain('term: 雪域粮仓');
		await expect.poll(() => vs.read('policy-corpus/formulations/terms.yaml')).toContain('要把雪域粮仓守护好');
		await expect.poll(() => staged()).toEqual([]);
		await vs.open('report.md');
		await vs.draft('守好雪域粮仓。');
		await expect.poll(async () => (await vs.hover('雪域粮仓')).text).toContain('高原上的产粮区');
		await vs.clearMessages();
	});
});

describe('a library of another program', () => {
	test('becomes sources of the pack, which can be cited at once', async () => {
		begin('CNKI-20240501.txt');
		const shown = await vs.until('the question', async () => {
			const all = await shownPicks();
			return all.some(row => row.label.startsWith('Add ')) ? all : undefined;
		});
		expect(shown[0]!.label).toBe('Add 1 records to my pack');
		await vs.screenshot('import-library');
		await choose('Add 1 records to my pack');
		await told('Records added from “CNKI-20240501.txt”: 1.');
		await expect.poll(() => vs.read('policy-corpus/sources/cnki-20240501.yaml')).toContain('title: 高原农业的数字治理');
		await vs.clearMessages();
		await vs.open('report.md');
		await vs.draft('');
		await vs.type('数字治理[@zhaoliu');
		await expect.poll(async () => (await vs.suggestions()).map(row => row.label)).toContain('高原农业的数字治理');
	});
});
