// A folder with every kind of file an office keeps, imported as a person does: what comes in, what does not, and why; a
// page of the PDF and a table are cited then.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { docx, paragraph, xlsx } from '../../support/archive';
import { binaryWord, compound } from '../../support/binaryWord';
import { open } from '../../support/driver';
import { gbk } from '../../support/gbk';
import { content, object, ofd } from '../../support/ofd';
import { act } from '../../support/panel';
import { pdf, typeset } from '../../support/pdf';
import { oneTry } from '../../support/patience.mjs';
import { pickRows } from '../../support/screen';
import type { Window } from '../../support/window';
import { choose, importFromExplorer } from './answers';

let vs: Window;
const place = (name: string) => join(vs.folder, name);
const documents = () => {
	const folder = place('policy-corpus/documents');
	if (!existsSync(folder)) return [];
	return readdirSync(folder).filter(name => name.endsWith('.md'));
};
const texts = () => documents().map(name => vs.read(`policy-corpus/documents/${name}`));

/** Of each kind: a title, a sentence nobody else has, and a last paragraph. */
const kind = {
	html: '网页',
	mht: '存档',
	txt: '文本',
	md: '笔记',
	docx: '新文',
	doc: '旧文',
	wps: '金山',
	pdf: '版式',
	ofd: '电子',
	jsonl: '清单',
};
const title = (name: string) => `关于${name}材料归档工作的情况`;
const sentence = (name: string) => `${name}一类的材料今年收了四十二份，逐份登记，逐份核对，件件有着落。`;
const last = (name: string) => `下一步还要把${name}一类的目录补齐，做到随时可查、随时可用。`;
const lines = (name: string) => [title(name), sentence(name), last(name)];
const page = (name: string, charset: string) =>
	`<html><head><meta charset="${charset}"><title>${title(name)}</title></head><body><h1>${title(name)}</h1><div id="zoom"><p>${sentence(name)}</p><p>${last(name)}</p></div></body></html>`;
const typed = (name: string) => binaryWord(lines(name).map((text, i) => ({ text, centred: i === 0 })));
const utf8 = (text: string) => new TextEncoder().encode(text);
const saved = (name: string) =>
	`From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(page(name, 'utf-8')).toString('base64')}\r\n--x--\r\n`;
const drawn = (name: string) =>
	ofd([
		content(
			lines(name)
				.map((text, i) => object({ text, x: i === 0 ? 55 : 40, y: 25 + i * 20, size: i === 0 ? 8 : 4 }))
				.join(''),
		),
	]);

/** On the second page of the PDF. */
const overleaf = '桥梁每两年检测一次，检测的费用列入年度预算，由财政按季度拨付。';
const sheetRow = (cells: readonly string[], i: number) =>
	`<row r="${i + 1}">${cells.map((text, at) => `<c r="${'ABCD'.charAt(at)}${i + 1}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
const sheet = [
	['旧路改造', '公里', '86', '81'],
	['新路修建', '公里', '42', '57'],
] as const;

function made(): Readonly<Record<string, Uint8Array>> {
	return {
		'a.html': gbk(page(kind.html, 'gb2312')),
		'b.mht': utf8(saved(kind.mht)),
		'c.txt': gbk(lines(kind.txt).join('\n\n')),
		'd.md': utf8(`# ${lines(kind.md).join('\n\n')}\n`),
		'e.docx': docx(
			lines(kind.docx)
				.map(text => paragraph(text))
				.join(''),
		),
		'f.doc': typed(kind.doc),
		'g.wps': typed(kind.wps),
		'h.pdf': pdf([...typeset(lines(kind.pdf)), ...typeset([overleaf])]),
		'i.ofd': drawn(kind.ofd),
		'j.jsonl': utf8(
			JSON.stringify({ title: title(kind.jsonl), content: `${sentence(kind.jsonl)}\n${last(kind.jsonl)}` }),
		),
		's.csv': utf8('表3 主要农业物资投入\n物资,单位,2023年,2024年\n化肥投入,吨,"1,250",1310\n农膜投入,吨,86,81\n'),
		't.xlsx': xlsx([['工程', '单位', '2023年', '2024年'], ...sheet].map(sheetRow).join(''), [], {
			'xl/worksheets/sheet2.xml': '<worksheet><sheetData></sheetData></worksheet>',
		}),
		'k.rtf': utf8('{\\rtf1\\ansi 1}'),
		'l.caj': utf8('CAJ\0\0'),
		'm.ceb': utf8('Founder CEB\0'),
		'n.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
		'o.pdf': pdf([[], []]),
		'p.doc': binaryWord([{ text: 'old' }], { magic: 0xa5dc }),
		'q.wps': compound([['MatOST', [1]]]),
		'r.docx': docx(paragraph('断')).subarray(0, 300),
	};
}

/** What is said of each file that does not come in: what it is, and the way out. */
const refused: readonly (readonly [file: string, said: RegExp])[] = [
	['k.rtf', /rtf.*Save it as docx/],
	['l.caj', /caj.*Save it as PDF/],
	['m.ceb', /ceb.*Save it as PDF/],
	['n.png', /picture.*recognised/],
	['o.pdf', /scanned pictures.*recognised/],
	['p.doc', /Word 97.*Save it as docx/],
	['q.wps', /Word 97.*Save it as docx/],
	['r.docx', /damaged/],
];

beforeAll(async () => {
	vs = await open({ files: { 'report.md': '桥梁有人管。\n\n化肥够用。\n' } });
	mkdirSync(place('kinds'));
	for (const [name, bytes] of Object.entries(made())) writeFileSync(place(`kinds/${name}`), bytes);
});
afterAll(async () => {
	await vs.close();
});

/** The frame of the panel, once it has a list. */
const panelOf = (): Promise<Frame> =>
	vs.until('the panel', async () => {
		for (const frame of vs.page.frames())
			if (
				(await frame
					.locator('#panel .where')
					.count()
					.catch(() => 0)) > 0
			)
				return frame;
		return undefined;
	});

/** The first row for some words, once it has them. */
const rowOf = (panel: Frame, words: string): Promise<string> =>
	vs.until(`a passage for ${words}`, async () => {
		await panel.locator('.box').fill(words);
		const [first] = await panel.locator('.row').allInnerTexts();
		return first?.includes(words) ? first : undefined;
	});

/** The list of problems behind the button of the message. */
async function problemList(): Promise<string> {
	await vs.answerMessage('could not be imported', 'Show problems');
	return vs.until('the list of problems', async () => {
		const text = await vs.text();
		return text.includes('r.docx') ? text : undefined;
	});
}

test('from the Explorer: twelve kinds come in whole, eight files are named with the way out', async () => {
	await importFromExplorer(vs, 'kinds');
	await choose(vs, 'Create my pack and save');
	await choose(vs, 'Save all as read');
	await vs.message('12 documents were imported. 8 files could not be imported.');
	const listed = await problemList();
	await vs.screenshot('import-kinds');
	const said = new Map(
		listed.split(/\n(?=\S)/).map(part => [/[a-z]\.[a-z]+/.exec(part)?.[0] ?? '', part.replace(/\s+/g, ' ')]),
	);
	for (const [file, words] of refused) expect(said.get(file) ?? `nothing of ${file}: ${listed}`).toMatch(words);
	await expect.poll(() => texts().length).toBe(12);
	for (const name of Object.values(kind)) {
		const text = texts().find(one => one.includes(sentence(name))) ?? '';
		expect(text, name).toContain(`title: ${title(name)}\n`);
		expect(text, name).toContain(last(name));
	}
	for (const row of ['| 化肥投入 | 吨 | 1,250 | 1310 |', `| ${sheet[0].join(' | ')} |`])
		expect(texts().some(one => one.includes(row))).toBe(true);
});

test('a page of the PDF and a table of the folder are cited', async () => {
	await vs.open('report.md');
	await vs.clearMessages();
	await vs.run('Show Citation Panel');
	const panel = await panelOf();
	await panel.locator('select.where').selectOption('documents');
	const passage = await rowOf(panel, '桥梁每两年检测一次');
	expect(passage).toContain('p. 2');
	await vs.cursorAfter('桥梁有人管', 1);
	await act(panel, 'pandoc');
	await expect.poll(() => vs.text()).toMatch(/桥梁有人管\[@[\w-]+, 第2页\]。/);
	const row = await rowOf(panel, '化肥投入');
	expect(row).toContain('table 3');
	await vs.cursorAfter('化肥够用', 1);
	await act(panel, 'pandoc');
	await expect.poll(() => vs.text()).toMatch(/化肥够用\[@[\w-]+, 表3\]。/);
	await vs.screenshot('import-kinds-cited');
	await vs.save();
});

test('with the command: a folder typed into the dialog is answered alike, and what is there already is not taken twice', async () => {
	const before = documents();
	await vs.open('report.md');
	await vs.clearMessages();
	await vs.run('Policy Writing: Import Documents…');
	await choose(vs, 'A folder…');
	// VS Code's dialog is in the folder once nothing but the way up is left; Enter before goes there and no further.
	// What is typed before the dialog has listed the folder it begins in is replaced by that folder's path.
	const listed = async () => {
		const rows = await pickRows(vs.page);
		return (rows.length === 1 && rows[0]?.label === '..') || undefined;
	};
	await vs.until('the folder', async () => {
		await vs.pickType(`${place('kinds')}/`);
		return vs.until('its rows', listed, oneTry).catch(() => undefined);
	});
	await vs.click(vs.page.locator('.quick-input-widget .monaco-button', { hasText: 'Import' }));
	await choose(vs, 'Save all as read');
	await choose(vs, 'Leave what is there');
	await choose(vs, 'For all that are there already');
	await vs.message('There already: 12. 8 files could not be imported.');
	expect(documents()).toEqual(before);
});
