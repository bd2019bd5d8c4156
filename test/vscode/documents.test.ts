// Full texts in a person's pack in a real VS Code: their problems at their line, changes known within a second,
// sources opened at the paragraph.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open } from '../support/driver';
import { slowness } from '../support/slowness';
import type { EditorState, Window } from '../support/window';

const words = '科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。';
const head = 'id: di-yi\ntype: report\ntitle: 第一份报告';
const text = (fields: string, ...paragraphs: string[]) => `---\n${fields}\n---\n\n${paragraphs.join('\n\n')}\n`;
const files = {
	'report.md':
		'按照第一份报告[^di-yi-p2]的要求，抓好落实[^di-yi]。\n\n[^di-yi-p2]: 第一份报告。\n[^di-yi]: 第一份报告。\n',
	'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的语料\n',
	'policy-corpus/ignore.yaml': '- code: quotation.unknown\n',
	'policy-corpus/citations/mine.yaml': `- id: wode-yinyu\n  kind: quotation\n  text: ${words}\n  speaker: 某人\n  source: di-yi\n  paragraph: 1\n`,
	'policy-corpus/documents/a.md': text(head, '# 第一份报告', '各位代表：', `他强调，${words}`, '会议要求，抓好落实。'),
};

let vs: Window;
beforeAll(async () => {
	vs = await open({ files });
});
afterAll(async () => {
	await vs.close();
});

/** The line in front, once a file is in front with the cursor in a line that says this. */
const at = (file: string, line: string) =>
	vs.until(`${file} at “${line}”`, async () => {
		const state = await vs.state();
		return state.file === file && lineOf(state) === line ? state : undefined;
	});
const lineOf = ({ text, selections }: EditorState) => text.split(/\r\n|\n/)[(selections[0]?.line ?? 0) - 1];

/** Waits until a source opens at a line (or as a page), and answers after how many milliseconds. */
async function opens(id: string, file: string, line: string): Promise<number> {
	const start = Date.now();
	await vs.until(`${id} to open ${file} at “${line}”`, async () => {
		await vs.command('policyWriting.openSource', id);
		const state = await vs.state();
		return state.file === file && lineOf(state) === line ? true : undefined;
	});
	return Date.now() - start;
}

/** The problems of packs in the file in front, once there are some. */
const problems = () =>
	vs.until('problems', async () => {
		const all = (await vs.problems()).filter(({ code }) => /^(?:document|file|yaml|field)\./.test(code));
		return all.length > 0 ? all : undefined;
	});
const noProblems = () =>
	vs.until('no problems', async () =>
		(await vs.problems()).some(({ code }) => /^(?:document|file|yaml|field)\./.test(code)) ? undefined : true,
	);

describe('a source with a full text in a pack', () => {
	test('opens at the paragraph in which a citation stands, whatever number it states', async () => {
		await opens('wode-yinyu', 'a.md', `他强调，${words}`);
		await vs.screenshot('documents-open');
	});

	test('opens at its beginning, or at the paragraph that is asked for', async () => {
		await vs.command('policyWriting.openSource', 'di-yi');
		await at('a.md', '---');
		await vs.command('policyWriting.openSource', 'di-yi', 3);
		await at('a.md', '会议要求，抓好落实。');
		await vs.command('policyWriting.openSource', 'di-yi', 99);
		await at('a.md', '---');
	});

	test('is where a key leads: one that cites a paragraph to the paragraph, another to the record', async () => {
		await vs.open('report.md');
		await vs.cursorAfter('[^di-yi', 1);
		await vs.command('editor.action.revealDefinition');
		await at('a.md', `他强调，${words}`);
		await vs.open('report.md');
		await vs.cursorAfter('[^di-yi', 2);
		await vs.command('editor.action.revealDefinition');
		await at('a.md', 'id: di-yi');
	});

	test('a shipped citation opens its page as before', async () => {
		await vs.command('policyWriting.openSource', 'innovation-core-element');
		await expect
			.poll(
				async () =>
					(
						await vs.until('the page', async () => {
							const state = await vs.state();
							return state.text.includes('GB/T 7714') ? state : undefined;
						})
					).file,
			)
			.toMatch(/新质生产力/);
	});
});

describe('a change of a full text', () => {
	test('on disk is in use soon: other lines, another paragraph, a text that is new or gone', async () => {
		vs.write(
			'policy-corpus/documents/a.md',
			text(head, '各位代表：', '新的一段。', '又是一段。', `他又强调，${words}`),
		);
		const changed = await opens('wode-yinyu', 'a.md', `他又强调，${words}`);
		vs.write('policy-corpus/documents/2024/b.md', text('id: di-er\ntype: report\ntitle: 第二份报告', '第一段。'));
		const added = await opens('di-er', 'b.md', '---');
		rmSync(join(vs.folder, 'policy-corpus/documents/a.md'));
		vs.write('policy-corpus/sources/mine.yaml', `- ${head.replaceAll('\n', '\n  ')}\n`);
		const gone = await opens('wode-yinyu', 'mine.yaml', '- id: wode-yinyu');
		vs.write('policy-corpus/documents/a.md', text('extends: di-yi', words));
		const extended = await opens('wode-yinyu', 'a.md', words);
		console.log(
			`on disk: changed ${changed} ms, added ${added} ms, gone ${gone} ms, as one that extends ${extended} ms`,
		);
		expect(Math.max(changed, added, gone, extended)).toBeLessThan(5000 * slowness());
	});
});

describe('a full text that cannot be used', () => {
	test('says so at its line; mended, it is in use', async () => {
		vs.write('policy-corpus/documents/c.md', '---\nid: di-san\ntype: reprot\ntitle: 第三份报告\n---\n\n第一段。\n');
		await vs.open('policy-corpus/documents/c.md');
		await expect
			.poll(async () => (await problems()).map(({ line, code, severity }) => [line, code, severity]))
			.toEqual([[3, 'field.value', 'Error']]);
		await vs.screenshot('documents-problem');
		await vs.select('reprot');
		await vs.type('report');
		await vs.save();
		const start = Date.now();
		await noProblems();
		console.log(`mended: problem gone ${Date.now() - start} ms after saving`);
		await opens('di-san', 'c.md', '---');
	});

	test.each([
		[
			'no head',
			'第一段。\n',
			1,
			'document.head',
			'A document begins with the fields of its source between two lines “---”. It is not read.',
		],
		[
			'a head that does not end',
			'---\nid: di-si\n',
			1,
			'document.head',
			'The second line “---”, after the fields of the source, is missing. The full text is not read.',
		],
		[
			'no text',
			text('id: di-si\ntype: report\ntitle: 第四份报告'),
			1,
			'document.empty',
			'This document has no text below the fields of its source.',
		],
		[
			'a text that is there already',
			text('id: di-si\nextends: di-yi', '又一段。'),
			2,
			'document.duplicate',
			'The source “di-yi” has a full text already (documents/a.md), which counts.',
		],
	])('%s', async (_, content, line, code, message) => {
		vs.write('policy-corpus/documents/d.md', content);
		await vs.open('policy-corpus/documents/d.md');
		await vs.until(`“${message}”`, async () =>
			(await problems()).some(problem => problem.message === message) ? true : undefined,
		);
		await expect
			.poll(async () => (await problems()).map(problem => [problem.line, problem.code]))
			.toEqual([[line, code]]);
		rmSync(join(vs.folder, 'policy-corpus/documents/d.md'));
	});

	test('too many: of those that do not fit any more the sources are known, the others are in use', async () => {
		// Sixteen million characters are more than one text may have; two such are more than all together may.
		vs.write('policy-corpus/documents/x.md', text('id: da\ntype: report\ntitle: 大', 'a'.repeat(16_000_001)));
		vs.write('policy-corpus/documents/y.md', text('id: tai-da\ntype: report\ntitle: 太大', 'a'.repeat(16_000_001)));
		vs.write('policy-corpus/documents/z.md', text('id: xiao\ntype: report\ntitle: 小', '第一段。'));
		await opens('xiao', 'z.md', '---');
		await vs.command('workbench.actions.view.problems');
		const shown = await vs.until('the limit in the Problems panel', async () => {
			const all = (await vs.page.locator('.markers-panel').allInnerTexts()).join('');
			return all.includes('x.md') ? all : undefined;
		});
		expect(shown).not.toContain('y.md');
		rmSync(join(vs.folder, 'policy-corpus/documents/x.md'));
		rmSync(join(vs.folder, 'policy-corpus/documents/z.md'));
		await vs.until('no problem', async () =>
			(await vs.page.locator('.markers-panel').allInnerTexts()).join('').includes('x.md') ? undefined : true,
		);
		const filler = Array.from({ length: 155 }, () => 'a'.repeat(100_000)).join('\n\n');
		vs.write('policy-corpus/documents/x.md', text('id: da\ntype: report\ntitle: 大', filler));
		vs.write(
			'policy-corpus/documents/y.md',
			text(
				'id: tai-da\ntype: report\ntitle: 太大',
				`先说一段别的。\n\n南坡的草场今年由三个村合作经营，收益按户分到人。\n\n${filler}`,
			),
		);
		await opens('tai-da', 'y.md', 'id: tai-da');
	});

	test('a quotation of such a text is compared with what the index has of it', async () => {
		await vs.open('report.md');
		await vs.draft('报告说：“南坡的草场今年由三个村合伙经营，收益按户分到人。”');
		const found = await vs.until('the misquotation', async () =>
			(await vs.problems()).find(problem => problem.code === 'quotation.differs'),
		);
		expect(found.message).toContain('太大');
		await vs.draft('报告说：“南坡的草场今年由三个村合作经营，收益按户分到人。”');
		await vs.until('the hint to cite', async () =>
			(await vs.problems()).find(problem => problem.code === 'quotation.uncited'),
		);
		await vs.command('policyWriting.openSource', 'tai-da', 2);
		await vs.until('the paragraph', async () => {
			const state = await vs.state();
			return state.file === 'y.md' && lineOf(state)?.startsWith('南坡的草场') ? true : undefined;
		});
	});
});
