// What nobody should write but somebody will: hostile text in packs and drafts, half characters, lines of megabytes, mixed line ends,
// files that go away. It is shown as it is or told of; nothing is run, asked for outside, swallowed or lost.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foreignRequests, open } from '../support/driver';
import type { Window } from '../support/window';

const outside = 'https://evil.example/';
const hostile = `[点我](command:workbench.action.closeAllEditors) <img src="${outside}a.png" onerror="alert(1)"> ![图](${outside}b.png) <script>alert(1)</script> $(trash) \${CLIPBOARD}`;
const quoted = JSON.stringify(hostile);
const pack = {
	'policy-corpus/pack.yaml': 'id: bad\ntitle: 坏语料\n',
	'policy-corpus/terms/bad.yaml':
		`- id: eyi-citiao\n  term: 恶意词条\n  english: ${quoted}\n  category: ${JSON.stringify('<b>类</b> $(trash)')}\n  definition: { text: ${quoted}, basis: general }\n  usage: ${quoted}\n` +
		'- id: jiyejia-moshi\n  term: 𠮷野家模式\n- __proto__: { id: polluted }\n  id: yuanxing-citiao\n  term: 原型词条\n  constructor: { prototype: { polluted: true } }\n',
	'policy-corpus/formulations/bad.yaml': `- id: eyi-jushi\n  text: ${JSON.stringify('恶意句式$TM_FILENAME`$CLIPBOARD`\\{空位}完')}\n`,
	'policy-corpus/sources/bad.yaml': `- id: eyi-laiyuan\n  type: webpage\n  title: ${quoted}\n  container-title: ${quoted}\n  URL: command:workbench.action.closeAllEditors\n`,
	'policy-corpus/citations/bad.yaml':
		`- id: eyi-yinwen\n  kind: quotation\n  text: ${JSON.stringify(`恶意词条说：${hostile}`)}\n  speaker: ${JSON.stringify('<i>某人</i>[x](command:x)')}\n  source: eyi-laiyuan\n` +
		'- id: wuyuan-yinwen\n  kind: quotation\n  text: 没有来源的话\n  speaker: 某人\n  source: meiyou-laiyuan\n',
};

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '', ...pack, 'mixed.md': '第一行\r\n第二行\n要加快发展\r\n尾行\n' } });
	await vs.until('the pack', async () => {
		await vs.draft('这是|');
		await vs.ime('eyi', '恶意词');
		return (await vs.labels()).includes('恶意词条') || undefined;
	});
});
afterAll(async () => {
	await vs.close();
});

/** Nothing ran, nothing was asked for, no tab was closed. */
async function harmless(): Promise<void> {
	expect(foreignRequests().filter(request => request.url.startsWith(outside))).toEqual([]);
	await expect.poll(() => vs.documents()).toContainEqual(expect.stringContaining('report.md'));
	await vs.noNotifications();
}

describe('text of a pack that would be markup, a command or a snippet', () => {
	test('in a hover and beside the list it is text; only our own links are links', async () => {
		await vs.draft('谈谈恶意词条。');
		const { text, html, links } = await vs.hover('恶意词条', { at: 1 });
		expect(text).toContain('[点我](command:workbench.action.closeAllEditors)');
		expect(text).toContain('<script>alert(1)</script>');
		expect(html).not.toMatch(/<img|<script|<i>/);
		expect(links.filter(link => !/^command:policyWriting\./.test(link.href))).toEqual([]);
		await vs.draft('这是|');
		await vs.ime('eyi', '恶意词');
		await vs.suggestions();
		await expect.poll(() => vs.details()).toContain('![图]');
		await expect.poll(() => vs.page.locator('.suggest-details-container').locator('img, script, a').count()).toBe(0);
		await harmless();
	});

	test('in the palette and the panel it is text', async () => {
		await vs.run('Search Citations…');
		await vs.pickType('恶意词条说');
		const found = await vs.until('the citation', async () =>
			(await vs.picks()).find(pick => pick.detail.includes('点我')),
		);
		expect(found.detail).toContain('$(trash)');
		expect(found.description).toContain('<i>某人</i>');
		await vs.press('Escape');
		await vs.run('Show Citation Panel');
		const panel = await vs.frame('[role=searchbox]');
		await panel.locator('[role=searchbox]').fill('恶意词条说');
		const row = panel.locator('[role=option]').first();
		await row.filter({ hasText: '<script>alert(1)</script>' }).waitFor();
		await expect.poll(() => row.locator('img, script, a, i, b').count()).toBe(0);
		await harmless();
	});

	test('in the draft and in a page of the source it is text', async () => {
		await vs.open('report.md');
		await vs.draft('要点|。');
		await vs.command('policyWriting.searchCitations', '恶意词条说');
		await vs.until('the citation', async () => (await vs.picks()).find(pick => pick.detail.includes('点我')));
		await vs.press('Enter');
		const text = await vs.until('the footnote', async () => {
			const now = await vs.text();
			return now.includes('[^eyi-laiyuan]: ') ? now : undefined;
		});
		expect(text).toContain('\\]('); // no link
		expect(text).not.toMatch(/<img|<script/); // no tag
		await vs.command('policyWriting.openSource', 'eyi-laiyuan');
		await vs.until(
			'the record',
			async () => (await vs.documents()).some(document => document.includes('sources/bad.yaml')) || undefined,
		);
		await vs.open('report.md');
		await harmless();
	});

	test('in a formulation nothing but the slot is a place to fill', async () => {
		await vs.draft('|');
		await vs.ime('eyi', '恶意句');
		await vs.suggestions();
		await vs.press('Tab'); // Enter is for the row as written
		await vs.ime('tian', '填');
		await vs.escape();
		await expect.poll(() => vs.line()).toBe('恶意句式$TM_FILENAME`$CLIPBOARD`\\填完');
	});

	test('a key of the prototype is an unknown field at its line; a source that is not there is told of, and the citation stays', async () => {
		await vs.open('policy-corpus/terms/bad.yaml');
		const problems = async () => (await vs.problems()).map(problem => [problem.code, problem.text]);
		await expect.poll(problems).toEqual([
			['field.unknown', '__proto__'],
			['field.unknown', 'constructor'],
		]);
		await vs.open('policy-corpus/citations/bad.yaml');
		await expect.poll(problems).toContainEqual(['reference.unknown', 'meiyou-laiyuan']);
		await vs.open('report.md');
		await vs.command('policyWriting.searchCitations', '没有来源的话');
		await vs.until('the citation', async () => (await vs.picks()).find(pick => pick.detail.includes('没有来源的话')));
		await vs.press('Escape');
	});
});

describe('characters of two halves', () => {
	test.each([
		['emoji before', '😀发展|', '😀发展新质生产力'],
		['emoji behind', '发展|😀', '发展新质生产力😀'],
		['a family of emoji on both sides', '👨‍👩‍👧发展|👨‍👩‍👧', '👨‍👩‍👧发展新质生产力👨‍👩‍👧'],
		['rare Han on both sides', '𠀀|𠮷', '𠀀新质生产力𠮷'],
		['half a character behind', '发展|\udc00尾', '发展新质生产力\udc00尾'],
	])('%s', async (_, draft, line) => {
		await vs.draft(draft);
		await vs.ime('xinzhi', '新质');
		await vs.accept('新质生产力');
		await expect.poll(() => vs.line()).toBe(line);
	});

	test('a term that begins with rare Han is offered and explained', async () => {
		await vs.draft('学习|');
		await vs.ime('jiye', '𠮷野');
		await vs.accept('𠮷野家模式');
		await expect.poll(() => vs.line()).toBe('学习𠮷野家模式');
		await expect.poll(async () => (await vs.hover('𠮷野家模式', { at: 2 })).text).toContain('𠮷野家模式');
	});

	test('a citation is put between characters, never into one', async () => {
		await vs.draft('甲😀|𠮷乙');
		await vs.command('policyWriting.searchCitations', '核心要素');
		await vs.until('the citation', async () => (await vs.picks()).find(pick => pick.detail.includes('核心要素')));
		await vs.press('Enter');
		await expect.poll(() => vs.line(1)).toMatch(/^甲😀\[\^[\w-]+\]𠮷乙$/);
	});
});

test('a line of 5 MB is left alone; the lines beside it complete, explain and take citations', async () => {
	const long = '新质生产力和数据'.repeat(210_000); // three bytes a character
	// As plain text: of such a line VS Code's own Markdown support alone takes longer than anybody waits.
	await vs.draft(`第一行\n${long}\n要加快发展|`, { language: 'plaintext' });
	await vs.ime('xinzhi', '新质');
	await vs.accept('新质生产力');
	await expect.poll(() => vs.line(3)).toBe('要加快发展新质生产力');
	await vs.command('policyWriting.searchCitations', '核心要素');
	await vs.until('the citation', async () => (await vs.picks()).find(pick => pick.detail.includes('核心要素')));
	await vs.press('Enter');
	const text = await vs.until('the footnote', async () => {
		const now = await vs.text();
		return now.includes('[1] ') ? now : undefined;
	});
	expect(text.startsWith(`第一行\n${long}\n要加快发展新质生产力[1]\n`)).toBe(true);
	await harmless();
	await vs.draft('|', { language: 'markdown' });
});

test('line ends that are mixed on the disk: what is inserted has those the editor chose, no line is doubled', async () => {
	await vs.open('mixed.md');
	await vs.cursorAfter('要加快发展');
	await vs.ime('xinzhi', '新质');
	await vs.accept('新质生产力');
	await vs.command('policyWriting.searchCitations', '核心要素');
	await vs.until('the citation', async () => (await vs.picks()).find(pick => pick.detail.includes('核心要素')));
	await vs.press('Enter');
	const text = await vs.until('the footnote', async () => {
		const now = await vs.text();
		return now.includes(']: ') ? now : undefined;
	});
	expect(text.replaceAll('\r\n', '\n')).toMatch(
		/^第一行\n第二行\n要加快发展新质生产力\[\^[\w-]+\]\n尾行\n\n\[\^[\w-]+\]: [^\r\n]+\n$/,
	);
	expect(new Set(text.match(/\r\n|\r|\n/g)).size).toBe(1);
});

test('a file that is deleted while one searches: its text is still in the editor, and takes the citation', async () => {
	vs.write('gone.md', '要加快发展。\n');
	await vs.open('gone.md');
	await vs.cursorAfter('要加快发展');
	await vs.command('policyWriting.searchCitations', '核心要素');
	await vs.until('the citation', async () => (await vs.picks()).find(pick => pick.detail.includes('核心要素')));
	rmSync(join(vs.folder, 'gone.md'));
	await vs.press('Enter');
	await expect.poll(() => vs.text()).toMatch(/^要加快发展\[\^[\w-]+\]。\n[^]*\]: /);
});
