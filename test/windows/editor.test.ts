// The main ways in a VS Code whose extension host is Windows': writing, hovering, citing, an own pack that changes on the disk, line ends,
// import of a folder, search in what was imported, libraries, export, a file that another program has open, what comes back from Word, grey text,
// an index that is held, and the review of the workspace.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { docx, paragraph } from '../support/archive';
import { open } from '../support/driver';
import { oneTry, patience } from '../support/patience.mjs';
import { keepOpen } from '../support/windows.mjs';
import type { Window } from '../support/window';
import { tracked } from '../support/tracked';
import { opened } from '../support/wordFile';
import { choose, importFromExplorer } from '../vscode/library/answers';

const draft = '文稿 😀/报告.md';
const bib =
	'@book{wang2020,\r\n  author = {王五},\r\n  title = {青稞志},\r\n  publisher = {高原出版社}, address = {拉萨},\r\n  year = {2020}\r\n}\r\n';
const old = '\uFEFF第一行。\r\n第二行。\r\n';
let vs: Window;
beforeAll(async () => {
	vs = await open({
		files: {
			[draft]: '',
			'old.md': old,
			'文稿 😀/refs.bib': bib,
			'other.md': '科技创薪很重要。\r\n',
			'资料 😀/草原.txt':
				'草原上的流动法庭\r\n\r\n法官骑着马到牧场去，把法庭开在毡房里，把道理讲在酥油茶旁。\r\n\r\n去年一年，这样的流动法庭办了一百二十件案子，件件有着落。\r\n',
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
	await vs.search('国家先进制造业集群');
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

test('a folder with a Chinese name is imported from the Explorer, and its texts are found and cited by paragraph', async () => {
	const word = ['关于牧道建设情况的汇报', '牧道修通以后，转场的时间由三天缩短为一天，牛羊少掉膘。'];
	writeFileSync(join(vs.folder, '资料 😀/牧道.docx'), docx(word.map(text => paragraph(text)).join('')));
	writeFileSync(join(vs.folder, '资料 😀/坏.docx'), 'PK\u0003\u0004 not an archive');
	await importFromExplorer(vs, '资料 😀');
	await choose(vs, 'Save all as read');
	await vs.message('2 documents were imported. 1 file could not be imported.');
	const documents = readdirSync(join(vs.folder, 'policy-corpus/documents')).filter(name => name.endsWith('.md'));
	expect(documents).toHaveLength(2);
	await vs.open(draft);
	await vs.draft('甲|。\n');
	await vs.until('the passage in the palette', async () => {
		await vs.escape();
		await vs.search('转场的时间由三天缩短为一天');
		const isThere = async () => (await vs.picks()).some(row => row.detail.includes('转场的时间由三天')) || undefined;
		return vs.until('the passage', isThere, oneTry).catch(() => undefined);
	});
	await vs.press('Enter');
	await expect.poll(() => vs.line(1)).toMatch(/^甲\[\^.+-p1\]。$/);
});

test('a pack outside of the workspace is named with a large drive letter and backslashes; what is written into it is in use', async () => {
	const drive = process.env['VSCODE_DRIVE_C'] ?? '';
	const pack = join(dirname(vs.folder), '外面的 语料');
	mkdirSync(join(pack, 'terms'), { recursive: true });
	writeFileSync(join(pack, 'terms/a.yaml'), '- { id: mudao, term: 牧道通村 }\r\n');
	await vs.setting('policyWriting.packs', ['policy-corpus', `C:${pack.slice(drive.length).replaceAll('/', '\\')}`]);
	await vs.open(draft);
	await expect.poll(() => offered('推进牧道')).toContain('牧道通村');
	writeFileSync(join(pack, 'terms/b.yaml'), '- { id: gaoyuan, term: 高原驿站 }\r\n');
	await expect.poll(() => offered('建设高原')).toContain('高原驿站');
	await vs.setting('policyWriting.packs', undefined);
});

test('a library is named by a path with a backslash, cited, and exported', async () => {
	const matter = '---\nbibliography: .\\refs.bib\n---\n\n';
	await vs.draft(`${matter}发展青稞[@wang2020]。\n`, { eol: '\r\n' });
	await expect.poll(async () => (await vs.hover('wang2020', { at: 2 })).text).toContain('拉萨：高原出版社');
	await vs.escape();
	await vs.focus();
	await vs.save();
	await vs.run('Export Sources…');
	await choose(vs, 'Cited in this draft');
	await choose(vs, 'BibTeX');
	await acceptName('references.bib');
	const file = join(vs.folder, dirname(draft), 'references.bib');
	await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toContain('wang2020');
});

/** Takes the name that is proposed for a file. */
async function acceptName(name: string): Promise<void> {
	const box = vs.page.locator('.quick-input-widget input').first();
	await vs.until('the proposed name', async () => (await box.inputValue()).endsWith(name) || undefined);
	await vs.press('Enter');
}

test('a draft becomes a Word file; one that is open in another program is asked about, and written when that has let go', async () => {
	// Nothing is amiss with it, so that the first question is the layout.
	await vs.draft('---\nbibliography: refs.bib\n---\n\n# 关于牧道的报告\n\n发展青稞[@wang2020]。\n');
	await vs.save();
	const file = join(vs.folder, dirname(draft), '报告.docx');
	const toWord = async () => {
		await vs.run('Export to Word…');
		await choose(vs, 'Official document');
		await choose(vs, 'Footnotes');
		await acceptName('报告.docx');
	};
	await toWord();
	await vs.message('Exported to “报告.docx”.');
	expect(opened({ bytes: new Uint8Array(readFileSync(file)), problems: [] }).lines).toContain('关于牧道的报告');
	writeFileSync(file, 'what the person has in it');
	const release = await keepOpen(process.env['VSCODE_DRIVE_C'] ?? '', file);
	const held = readFileSync(file);
	await toWord();
	await vs.page.locator('.quick-input-widget', { hasText: 'already exists' }).waitFor();
	await vs.press('Enter');
	const asked = vs.page.locator('.monaco-dialog-box', { hasText: 'is open in another program' });
	await asked.waitFor();
	expect(readFileSync(file)).toEqual(held);
	await release();
	await asked.locator('.monaco-button', { hasText: 'Try again' }).click();
	await expect.poll(() => readFileSync(file).subarray(0, 2).toString()).toBe('PK');
});

test('what came back from Word is a list whose rows are taken over', async () => {
	const sent = new Uint8Array(readFileSync(join(vs.folder, dirname(draft), '报告.docx')));
	const returned = tracked(sent, [{ at: '发展青稞', insert: '和牦牛' }]);
	writeFileSync(join(vs.folder, dirname(draft), 'back.docx'), returned);
	await vs.run('Changes from Word…');
	await vs.pick('back.docx');
	await vs.until('the change', async () => (await vs.picks()).find(one => one.label.includes('和牦牛')));
	await vs.focusPick(one => one.label.includes('和牦牛'));
	await vs.press('Enter');
	await expect.poll(() => vs.text()).toContain('发展青稞和牦牛[@wang2020]。');
	await vs.escape();
	await vs.focus();
	await vs.save();
});

test('grey text shows how the documents go on, and Tab takes it', async () => {
	const said = ['坚持青稞富民总思路，修好村庄道路。', '今年坚持青稞富民总思路，修好村庄道路。'].join('\r\n\r\n');
	for (const id of ['bg-2016', 'bg-2017'])
		vs.write(
			`policy-corpus/documents/${id}.md`,
			`---\r\nid: ${id}\r\ntype: report\r\ntitle: ${id}\r\n---\r\n\r\n${said}\r\n`,
		);
	await vs.setting('policyWriting.continue.enabled', true);
	const grey = vs.page.locator('.ghost-text-decoration, .ghost-text').first();
	let wait = 2000;
	const written = async () => {
		await vs.draft('|');
		await vs.ime('jianchi', '明年坚持青稞');
		wait *= 1.5; // a slow machine may need longer to show it than to be done with the documents
		const shown = grey.waitFor({ timeout: wait });
		return shown.then(() => grey.innerText({ timeout: oneTry })).catch(() => '');
	};
	// The documents are taken in a while after they are there.
	await expect.poll(written, { timeout: 2 * patience }).toContain('富民总思路');
	await vs.press('Tab');
	await expect.poll(() => vs.line()).toBe('明年坚持青稞富民总思路');
	await vs.setting('policyWriting.continue.enabled', undefined);
});

test('an index that another program has open is told of, and written when that has let go', async () => {
	const drive = process.env['VSCODE_DRIVE_C'] ?? '';
	const storage = join(drive, 'data/data/User/workspaceStorage');
	const manifest = () =>
		readdirSync(storage, { recursive: true, encoding: 'utf8' }).find(name => name.endsWith('manifest.bin'));
	const added = (id: string) =>
		vs.write(
			`policy-corpus/documents/${id}.md`,
			`---\r\nid: ${id}\r\ntype: report\r\ntitle: ${id}\r\n---\r\n\r\n牧道修到家门口。\r\n`,
		);
	added('bg-2018');
	const place = join(storage, await vs.until('the index', async () => manifest()));
	await vs.clearMessages();
	const release = await keepOpen(drive, place);
	added('bg-2019');
	await vs.message('The index of my documents could not be written');
	await vs.screenshot('index-held');
	await release();
	const before = readFileSync(place);
	await vs.answerMessage('The index of my documents could not be written', 'Try again');
	await expect.poll(() => readFileSync(place).equals(before)).toBe(false);
});

test('the workspace is reviewed: a draft that nobody opened is among what is found', async () => {
	await vs.draft('这里没有问题。\n');
	await vs.command('policyWriting.review.focus');
	await vs.run('Policy Writing: Review Workspace');
	const rows = vs.page.locator(
		'.split-view-view:has(> .pane > .pane-header[aria-label^="Review"]) .monaco-list-row .label-name',
	);
	await expect.poll(async () => (await rows.allInnerTexts()).join('\n')).toContain('other.md');
});
