// Writing with references as a person does it: switching, putting in order, the list, finished copies, on long drafts and in every corner of one.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '', 'notes.tex': '' }, width: 1300, height: 900 });
});
afterAll(async () => {
	await vs.close();
});

const sentence = '各地要坚持从实际出发，因地制宜发展新质生产力，统筹推进传统产业升级、新兴产业壮大、未来产业培育';
/** Waits until the draft reads as it should, and says what it reads when it does not. */
async function reads(expected: string): Promise<void> {
	let text = '';
	await vs
		.until('the draft to change', async () => ((text = await vs.text()) === expected ? true : undefined))
		.catch(() => expect(text).toBe(expected));
}
const told = (words: string) => vs.told(words);
const dismiss = () => vs.clearMessages();
beforeEach(dismiss);

describe('a draft of 200 footnotes', () => {
	/** 200 notes whose numbers are in no order: those of sources, notes of one's own, some that nobody refers to. */
	const order = Array.from({ length: 200 }, (_, i) => ((i * 77) % 200) + 1);
	const body = (labels: readonly (string | number)[]) => labels.map(label => `${sentence}[^${label}]。`).join('\n\n');
	const note = (label: string | number, text: string | number) => `[^${label}]: 第${text}条说明。`;
	const shuffled = `# 报告\n\n${body(order)}\n\n${[...order]
		.sort((a, b) => a - b)
		.map(n => note(n, n))
		.join('\n')}\n[^900]: 没有引用的说明。\n`;
	const tidy = `# 报告\n\n${body(order.map((_, i) => i + 1))}\n\n${order.map((n, i) => note(i + 1, n)).join('\n')}\n`;

	test('is put in order in one step, which one undo takes back', async () => {
		await vs.draft(shuffled, { literal: true });
		const start = Date.now();
		await vs.run('Put Footnotes in Order');
		await reads(tidy);
		console.log(`200 footnotes in order: ${Date.now() - start} ms with the palette`);
		const said = await told('Footnotes put in order.');
		expect(said).toContain('Notes that nothing refers to, taken out: 1.');
		await vs.press('Control+z');
		await reads(shuffled);
		await vs.press('Control+Shift+z');
		await reads(tidy);
		await vs.run('Put Footnotes in Order');
		await told('The footnotes are in order.');
		await expect.poll(() => vs.text()).toBe(tidy);
	});

	test('is switched to keys and back to the same text', async () => {
		const ids = ['jinguanping-2024', 'duxiaogang-2024', 'yindizhiyi-2024', 'xinhua-2023'];
		const keys = `# 报告\n\n${order.map(n => `${sentence}[@${ids[n % 4]}, 第${n}段]。`).join('\n\n')}\n`;
		await vs.draft(keys, { literal: true });
		await vs.run('Switch All Citations…');
		await told('Citations switched: 200.');
		const footnotes = await vs.text();
		expect(footnotes).toContain(`[^${ids[order[0]! % 4]}-p${order[0]}]。`);
		expect(footnotes.match(/^\[\^[^\]]+\]: .+：第\d+段\..*$/gm)).toHaveLength(200);
		await vs.run('Switch All Citations…');
		await reads(keys);
		await vs.press('Control+z');
		await reads(footnotes);
	});
});

describe('a draft with footnotes in lists, tables, quotations and code', () => {
	const draft = [
		'---',
		'title: 报告[^9]',
		'---',
		'',
		'- 甲[^5]',
		'  1. 乙[^jinguanping-2024]',
		'',
		'| 丙[^3] | 丁 |',
		'|---|---|',
		'| 戊[^5] | 己[@duxiaogang-2024] |',
		'',
		'> 庚[^4]',
		'>',
		'> [^4]: 引文里的说明',
		'',
		'`[^8]`',
		'',
		'```',
		'[^5]: 码',
		'```',
		'',
		'[^3]: 三',
		'[^5]: 五',
		'    续',
		'',
		'    又一段',
		'',
	].join('\n');

	test('the notes come in order, code stays', async () => {
		await vs.draft(draft, { literal: true });
		await vs.run('Put Footnotes in Order');
		await reads(
			draft
				.replace('甲[^5]', '甲[^1]')
				.replace('丙[^3]', '丙[^2]')
				.replace('戊[^5]', '戊[^1]')
				.replace('庚[^4]', '庚[^3]')
				.replace('> [^4]:', '> [^3]:')
				.replace('[^3]: 三\n[^5]: 五\n    续\n\n    又一段\n', '[^1]: 五\n    续\n\n    又一段\n[^2]: 三\n'),
		);
	});

	test('keys and footnotes change places, ordinary notes stay', async () => {
		await vs.draft(draft, { literal: true });
		await vs.run('Switch All Citations…');
		await expect
			.poll(async () => (await vs.picks()).map(row => row.label))
			.toEqual(['Footnotes to keys [@…]', 'Keys to footnotes [^…]']);
		await vs.screenshot('references-direction');
		await vs.press('ArrowDown', 'Enter');
		await vs.until('a footnote in the table', async () =>
			(await vs.text()).includes('己[^duxiaogang-2024] |') ? true : undefined,
		);
		await expect.poll(() => vs.text()).toMatch(/又一段\n\[\^duxiaogang-2024\]: 杜小刚\..*\n$/);
		await vs.run('Switch All Citations…');
		await reads(draft.replace('[^jinguanping-2024]', '[@jinguanping-2024]'));
	});
});

test('notes that stand apart, in no order and in the middle come back exactly where they were', async () => {
	await vs.draft('甲[@duxiaogang-2024]乙[@jinguanping-2024]。\n', { literal: true });
	await vs.run('Switch All Citations…');
	await told('Citations switched: 2.');
	const [text, , first, second] = (await vs.text()).split('\n') as [string, string, string, string];
	const draft = `${text}\n\n${second}\n\n${first}\n\n尾段。\n`;
	await vs.draft(draft, { literal: true });
	await vs.run('Switch All Citations…');
	await reads('甲[@duxiaogang-2024]乙[@jinguanping-2024]。\n\n尾段。\n');
	await vs.run('Switch All Citations…');
	await reads(draft);
});

describe('one citation', () => {
	test('is switched where the cursor is, again and again', async () => {
		const keys = '甲[@jinguanping-2024, 第3段]乙[@duxiaogang-2024]。\n';
		await vs.draft(keys, { literal: true });
		await vs.cursorAfter('@jingu');
		await vs.run('Switch Citation: Footnote ↔ Key');
		await vs.until('a footnote', async () =>
			/^甲\[\^jinguanping-2024-p3\]乙\[@duxiaogang-2024\]。\n\n\[\^jinguanping-2024-p3\]: 金观平\./.test(
				await vs.text(),
			)
				? true
				: undefined,
		);
		await vs.run('Switch Citation: Footnote ↔ Key');
		await reads(keys);
	});

	test('of words somebody changed stays, and the way there is offered', async () => {
		const text = '甲[^jinguanping-2024]。\n\n[^jinguanping-2024]: 金观平的文章，待核。\n';
		await vs.draft(text, { literal: true });
		await vs.cursorAfter('[^jingu');
		await vs.run('Switch Citation: Footnote ↔ Key');
		await told('Changed by hand, so left as written: jinguanping-2024.');
		await vs.screenshot('references-edited');
		await expect.poll(() => vs.text()).toBe(text);
		await dismiss();
	});

	test('is given a paragraph', async () => {
		await vs.draft('甲[@jinguanping-2024]。\n', { literal: true });
		await vs.cursorAfter('@jingu');
		await vs.run('Give Page or Paragraph of Citation…');
		await vs.form('the question', ({ message }) => message !== '');
		await vs.pickType('第一章');
		await vs.form('what is wrong', ({ message }) => message.includes('Write a page'));
		await vs.pickType('第3段');
		await vs.press('Enter');
		await reads('甲[@jinguanping-2024, 第3段]。\n');
	});
});

test('a citation is inserted with its place from the search', async () => {
	await vs.setting('policyWriting.citation.form', 'pandoc');
	await vs.draft('发展新质生产力|。');
	await vs.run('Search Citations…');
	await vs.pickType('是发展新质生产力的重要抓手');
	await vs.until('the quotation', async () =>
		(await vs.picks())[0]?.detail?.startsWith('合力建设世界级') ? true : undefined,
	);
	await vs.pressInRow(vs.page.locator('.quick-input-list .monaco-list-row').first(), '.action-label.codicon-location');
	await vs.form('the paragraph as a proposal', ({ value }) => value === '第6段');
	await vs.screenshot('references-place');
	await vs.press('Enter');
	await reads('发展新质生产力[@jinguanping-2024, 第6段]。');
	await vs.setting('policyWriting.citation.form', undefined);
});

describe('the reference list', () => {
	const list = (text: string) =>
		/<!-- policy-writing: references -->\n\n([^]*?)\n\n<!-- \/policy-writing: references -->/
			.exec(text)?.[1]
			?.split('\n\n')
			.map(line => line.slice(0, 8));

	test('is made, and kept up to date on saving', async () => {
		await vs.open('report.md');
		await vs.draft('甲[@duxiaogang-2024]。\n\n乙[^jinguanping-2024]。\n', { literal: true });
		await vs.run('Update Reference List');
		await vs.until('the list', async () => (list(await vs.text()) ? true : undefined));
		await expect.poll(async () => list(await vs.text())).toEqual(['[1] 杜小刚.', '[2] 金观平.']);
		await expect.poll(() => vs.text()).toContain('\n\n## 参考文献\n\n<!--');
		await vs.cursorAfter('甲');
		await vs.type('[@yindizhiyi-2024');
		await vs.press('Escape');
		await vs.save();
		await vs.until('the list to follow', async () => (list(await vs.text())?.length === 3 ? true : undefined));
		await expect.poll(() => list(vs.read('report.md'))).toEqual(list(await vs.text()));
		await vs.screenshot('references-list');
	});

	test('is by author where that is set', async () => {
		await vs.setting('policyWriting.references.order', 'author');
		await vs.run('Update Reference List');
		await vs.until('the order', async () =>
			list(await vs.text())?.[0]?.startsWith('〔') || list(await vs.text())?.[0]?.startsWith('杜小刚')
				? true
				: undefined,
		);
		await expect.poll(async () => list(await vs.text())!.join()).toMatch(/杜小刚，.*金观平，/);
		await vs.setting('policyWriting.references.order', undefined);
	});

	test('with a line written by hand is not touched on saving', async () => {
		const text =
			'甲[@duxiaogang-2024]。\n\n<!-- policy-writing: references -->\n\n手写的一条。\n\n<!-- /policy-writing: references -->\n';
		await vs.draft(text, { literal: true });
		await vs.save();
		await told('was not updated');
		await expect.poll(() => vs.text()).toBe(text);
	});
});

test('another edition: every reference of ours follows, in one step', async () => {
	await vs.draft('甲[@duxiaogang-2024]乙[@jinguanping-2024]。\n', { literal: true });
	await vs.run('Switch All Citations…');
	await told('Citations switched: 2.');
	const before = await vs.text();
	expect(before).toContain('经济日报，');
	await vs.setting('policyWriting.citation.edition', '2015');
	await told('written in another way');
	await vs.screenshot('references-edition');
	await vs.answerMessage('written in another way', 'Update all references');
	await vs.until('half-width marks', async () => ((await vs.text()).includes('经济日报, ') ? true : undefined));
	await vs.focus();
	await vs.press('Control+z');
	await reads(before);
	await vs.setting('policyWriting.citation.edition', undefined);
	await dismiss();
});

test('a finished copy opens beside the draft, which stays as it is', async () => {
	const draft = '甲[@duxiaogang-2024]乙[@jinguanping-2024, 第3段]丙[@duxiaogang-2024; @jinguanping-2024]。\n';
	await vs.draft(draft, { literal: true });
	await vs.run('Export Finished Copy…');
	await vs.until('what is not ready', async () =>
		(await vs.picks()).some(row => row.label.includes('Export all the same')) ? true : undefined,
	);
	await vs.press('Enter');
	await vs.until('the styles', async () =>
		(await vs.picks()).map(row => row.label).join() === 'Numbers,Notes in the text,Footnotes' ? true : undefined,
	);
	await vs.screenshot('references-finish');
	await vs.press('Enter');
	await vs.until('the copy', async () =>
		(await vs.text()).startsWith('甲[1]乙[2]丙[1-2]。\n\n## 参考文献\n\n[1] 杜小刚.') ? true : undefined,
	);
	await vs.screenshot('references-finished');
	await expect.poll(async () => (await vs.state()).file).not.toBe('report.md');
	await vs.command('workbench.action.revertAndCloseActiveEditor');
	await reads(draft);
});

test("a finished copy as 括注 asks what is to become of words of one's own in a note", async () => {
	const note = '参见金观平文；该文第二段数据与本报告口径不同，已与作者核实。';
	const draft = `甲[^jinguanping-2024]。\n\n[^jinguanping-2024]: ${note}\n`;
	await vs.draft(draft, { literal: true });
	for (const [label, copy] of [
		['Keep these notes as footnotes', draft],
		['Put their words in brackets where they are cited', `甲（${note.slice(0, -1)}）。\n`],
	] as const) {
		await vs.run('Export Finished Copy…');
		await vs.pick('Notes in the text');
		await vs.until('the question', async () =>
			(await vs.picks()).some(row => row.label === label) ? true : undefined,
		);
		await vs.screenshot('references-finished-own-words');
		await vs.pick(label);
		await vs.until('the copy', async () =>
			(await vs.state()).file !== 'report.md' && (await vs.text()) === copy ? true : undefined,
		);
		await vs.command('workbench.action.revertAndCloseActiveEditor');
		await reads(draft);
		await dismiss();
	}
});

test('LaTeX: \\cite and \\footnote change places', async () => {
	await vs.open('notes.tex');
	const text = '甲\\cite{jinguanping-2024}乙\\footnote{说明}。\n';
	await vs.draft(text, { literal: true });
	await vs.run('Switch All Citations…');
	await vs.until('a footnote', async () => (/^甲\\footnote\{金观平\./.test(await vs.text()) ? true : undefined));
	await vs.run('Switch All Citations…');
	await reads(text);
	await vs.open('report.md');
});
