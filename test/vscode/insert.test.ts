// What an insertion leaves in drafts of every kind, and what happens where nothing can be inserted.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '', 'notes.txt': '', 'paper.tex': '', 'other.md': '' } });
});
afterAll(async () => {
	await vs.close();
});

/** Finds words in the palette and takes the first row with Enter. */
async function cite(words: string): Promise<void> {
	await vs.search(words);
	await vs.until('the row', async () => ((await vs.picks())[0]?.detail.includes(words) ? true : undefined));
	await vs.press('Enter');
}
const changed = (from: string) =>
	vs.until('the insertion', async () => {
		const text = await vs.text();
		return text === from ? undefined : text;
	});
const reference = /^\[\^jinguanping-2024\]: 金观平\. 坚持科技创新和产业创新一起抓\[N\]\. 经济日报，.*\.$/;

test('a second citation of a source uses the definition that is there', async () => {
	await vs.draft('甲|。\n\n乙。\n');
	await cite('国家先进制造业集群');
	await vs.until('the first', async () => ((await vs.text()).includes(']: ') ? true : undefined));
	await vs.cursorAfter('乙');
	await cite('合力建设世界级先进制造业集群');
	const text = await vs.until('the second', async () => ((await vs.line(3)).includes('[^') ? vs.text() : undefined));
	const lines = text.split('\n');
	expect(lines.slice(0, 4)).toEqual(['甲[^jinguanping-2024]。', '', '乙[^jinguanping-2024]。', '']);
	expect(lines[4]).toMatch(reference);
	expect(text.match(/^\[\^jinguanping-2024\]:/gm)).toHaveLength(1);
});

test('line ends of Windows stay, and the cursor stands behind the mark', async () => {
	await vs.draft('[^a]: 甲.\n\n乙丙。\n', { eol: '\r\n' });
	await vs.cursorAfter('乙');
	await cite('国家先进制造业集群');
	await vs.until('the footnote', async () => ((await vs.text()).includes('[^jinguanping-2024]:') ? true : undefined));
	const { text, eol } = await vs.state();
	expect(eol).toBe('\r\n');
	expect(text.replaceAll('\r\n', '')).not.toContain('\n');
	await vs.keysBack();
	await vs.type('丁');
	await expect
		.poll(async () => (await vs.text()).split('\r\n').find(line => line.startsWith('乙')))
		.toBe('乙[^jinguanping-2024]丁丙。');
	await vs.draft('', { eol: '\n' });
});

test('half-width marks and corner quotation marks are those of the draft', async () => {
	await vs.draft('他说「好」,又说「是」,结论:|\n');
	await vs.search('核心要素');
	await vs.until('the row', async () => ((await vs.picks())[0]?.detail.includes('核心要素') ? true : undefined));
	const row = vs.page.locator('.quick-input-list .monaco-list-row').first();
	await vs.pressInRow(row, '.action-label[aria-label^="The words in quotation marks"]');
	await vs.until('the quotation', async () =>
		(await vs.line(1)).endsWith(
			'结论:「科技创新能够催生新产业、新模式、新动能,是发展新质生产力的核心要素。」[^duchuanzhong-2024]',
		)
			? true
			: undefined,
	);
});

test('plain text: a number, and the list at the end', async () => {
	await vs.open('notes.txt');
	await vs.draft('要发展制造业|。\n');
	await cite('国家先进制造业集群');
	const text = await changed('要发展制造业。\n');
	await vs.keysBack();
	expect(text).toMatch(/^要发展制造业\[1\]。\n[\s\S]*\[1\] 金观平\. 坚持科技创新和产业创新一起抓\[N\]\. 经济日报，/);
	await vs.press('Control+z');
	await expect.poll(() => vs.text()).toBe('要发展制造业。\n');
});

test('LaTeX: a footnote with its reference, marks of LaTeX escaped', async () => {
	await vs.open('paper.tex');
	await vs.draft('要发展制造业|。\n');
	await cite('国家先进制造业集群');
	const text = await changed('要发展制造业。\n');
	expect(text).toMatch(/^要发展制造业\\footnote\{金观平\. .*\}。\n$/);
});

test('in code nothing is inserted, and it says where to put the cursor', async () => {
	await vs.open('report.md');
	await vs.draft('```\n代码|\n```\n');
	await cite('国家先进制造业集群');
	await vs.message('Put it into a sentence');
	await expect.poll(() => vs.text()).toBe('```\n代码\n```\n');
	await vs.clearMessages();
});

test('a document that may not be changed stays as it is, and it says so', async () => {
	await vs.draft('只读|。\n');
	await vs.command('workbench.action.files.setActiveEditorReadonlyInSession');
	vs.start('policyWriting.searchCitations', '国家先进制造业集群');
	await vs.until('the row', async () =>
		(await vs.picks())[0]?.detail.includes('国家先进制造业集群') ? true : undefined,
	);
	await vs.press('Enter');
	await vs.message('cannot be changed');
	await expect.poll(() => vs.text()).toBe('只读。\n');
	await vs.command('workbench.action.files.resetActiveEditorReadonlyInSession');
	await vs.clearMessages();
});

test('a draft that is closed while searching: nothing is lost, the reference can be copied', async () => {
	await vs.open('other.md');
	await vs.draft('甲|。\n');
	await vs.save();
	await vs.command('workbench.action.closeOtherEditors');
	await vs.search('国家先进制造业集群');
	await vs.until('the row', async () =>
		(await vs.picks())[0]?.detail.includes('国家先进制造业集群') ? true : undefined,
	);
	await vs.command('workbench.action.closeAllEditors');
	await vs.press('Enter');
	await vs.answerMessage('put the cursor where the citation belongs', 'Copy the reference');
	await vs.until('the reference', async () => ((await vs.clipboard()).startsWith('金观平.') ? true : undefined));
	await expect.poll(() => vs.read('other.md')).toBe('甲。\n');
});
