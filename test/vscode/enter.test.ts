// Enter at the end of a line breaks it: whatever two characters stand there, nothing of what was written is changed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createService, type CompiledPack } from '../../src/core/service';
import { open } from '../support/driver';
import type { Window } from '../support/window';
import { commonWords, countedWords } from './words';

const root = join(import.meta.dirname, '../..');
const reports = join(root, '../shared/data/government_work_reports_1954_2015.jsonl');
/** How a line begins whose end the word is. */
const places = ['## 三、推进', '- 着力', '这是为了我们的'] as const;

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '' } });
});
afterAll(async () => {
	await vs.close();
});

/** How a line begins, and the word it ends with. */
type Line = readonly [lead: string, word: string];

/** Each word at one place, or at all of them. */
const linesOf = (words: readonly string[], everywhere: boolean): Line[] =>
	words.flatMap((word, n) =>
		places.filter((_, place) => everywhere || place === n % 3).map(lead => [lead, word] as const),
	);

/** The shipped corpus as it was built. */
const shipped = (): CompiledPack => JSON.parse(readFileSync(join(root, 'dist/corpus.json'), 'utf8')) as CompiledPack;

/** Lines at whose end a list opens: the others Enter cannot harm. */
function opening(lines: readonly Line[]): Line[] {
	const { service } = createService([{ compiled: shipped() }]);
	return lines.filter(([lead, word]) => service.complete({ before: lead + word }).items.length > 0);
}

/** Writes each line as a person does, its last word by input method, and Enter; answers those that read otherwise, or opened no list. */
async function eaten(lines: readonly Line[], listed: boolean): Promise<string[]> {
	await vs.draft('|');
	const wrong: string[] = [];
	for (const [lead, word] of lines) {
		await vs.page.keyboard.insertText(lead);
		await vs.ime('a', word);
		// The row that is selected says the end of what is written.
		const [first] = listed ? await vs.suggestions() : await vs.suggestionsNow();
		if (first ? !(lead + word).endsWith(first.label) || !first.focused : listed)
			wrong.push(`${lead}${word}: ${first?.label ?? 'no list'}`);
		await vs.press('Enter');
	}
	const read = (await vs.text()).split('\n');
	lines.forEach(([lead, word], at) => {
		if (read[at]?.trim() !== lead + word) wrong.push(`${lead}${word} became ${read[at] ?? ''}`);
	});
	if (read.length !== lines.length + 1) wrong.push(`${read.length - 1} lines of ${lines.length}`);
	return wrong;
}

/*
 * Each of the 300 and more commonest words at all three places takes minutes: ENTER=all. `npm test` writes those at whose end a list opens,
 * each at one place.
 */
const all = process.env['ENTER'] === 'all';

describe('two characters at the end of a line', () => {
	test('the list of words is long enough, and many of them open a list', () => {
		expect(new Set(commonWords).size).toBeGreaterThanOrEqual(300);
		expect(commonWords.filter(word => word.length !== 2)).toEqual([]);
		expect(opening(linesOf(commonWords, false)).length).toBeGreaterThan(40);
	});

	test('are never changed by Enter', { timeout: all ? 1_800_000 : 600_000 }, async () => {
		const counted = existsSync(reports) && all ? countedWords(readFileSync(reports, 'utf8'), 300) : [];
		const written = linesOf([...new Set([...commonWords, ...counted])], all);
		const lines = all ? written : opening(written);
		console.log(
			`Enter after ${lines.length} lines, ${all ? 'every word at every place' : 'the words that open a list (ENTER=all: every word at every place)'}`,
		);
		const wrong: string[] = [];
		for (let at = 0; at < lines.length; at += 50) wrong.push(...(await eaten(lines.slice(at, at + 50), !all)));
		expect(wrong).toEqual([]);
	});
});

describe('wherever and however they are written', () => {
	test.each([
		['plaintext', '三、推进'],
		['latex', '\\section{概述}\n推进'],
	])('in %s', async (language, lead) => {
		await vs.draft(`${lead}|`, { language });
		await vs.ime('a', '消费');
		await expect.poll(async () => (await vs.suggestions())[0]).toMatchObject({ label: '消费', focused: true });
		await vs.press('Enter');
		await expect.poll(() => vs.text()).toBe(`${lead}消费\n`);
		await vs.draft('', { language: 'markdown' });
	});

	test('within a clause, where a paragraph is parted', async () => {
		await vs.draft('着力扩大|，推动转型');
		await vs.ime('a', '消费');
		await vs.suggestions();
		await vs.press('Enter');
		await expect.poll(() => vs.text()).toBe('着力扩大消费\n，推动转型');
	});

	test('whatever the person took before, and whatever they set for all languages', async () => {
		await vs.setting('editor.suggestSelection', 'recentlyUsed');
		await vs.setting('editor.acceptSuggestionOnEnter', 'on');
		await vs.draft('扩大|');
		await vs.ime('a', '消费');
		await vs.suggestions();
		await vs.press('Tab');
		await expect.poll(() => vs.line()).toMatch(/^扩大消费.+/);
		await vs.draft('扩大|');
		await vs.ime('a', '消费');
		await expect.poll(async () => (await vs.suggestions())[0]).toMatchObject({ label: '消费', focused: true });
		await vs.press('Enter');
		await expect.poll(() => vs.text()).toBe('扩大消费\n');
		await vs.setting('editor.suggestSelection', undefined);
		await vs.setting('editor.acceptSuggestionOnEnter', undefined);
	});

	test('Enter while composing gives the letters, and takes nothing from the list behind', async () => {
		await vs.draft('发展|');
		await vs.ime('a', '新质');
		await vs.suggestions();
		const devtools = await vs.page.context().newCDPSession(vs.page);
		await devtools.send('Input.imeSetComposition', { text: 'abc', selectionStart: 3, selectionEnd: 3 });
		// What an input method that handles the key itself lets a page see of it.
		const process = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 };
		await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...process });
		await devtools.send('Input.insertText', { text: 'abc' });
		await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...process });
		await devtools.detach();
		await expect.poll(() => vs.text()).toBe('发展新质abc');
	});
});

describe('what is most likely meant is one key away', () => {
	test.each([
		['Tab', ['Tab']],
		['the arrow and Enter', ['ArrowDown', 'Enter']],
	])('%s', async (_, keys) => {
		await vs.draft('要加快发展|');
		await vs.ime('xinzhi', '新质');
		await vs.suggestions();
		await vs.press(...keys);
		await expect.poll(() => vs.text()).toBe('要加快发展新质生产力');
	});

	test('Tab goes on to the next gap of a frame, and rewrites nothing', async () => {
		await vs.draft('|');
		await vs.ime('a', '要牢牢把握');
		const frame = await vs.until('the frame', async () =>
			(await vs.suggestions()).find(({ label }) => label.includes('首要任务')),
		);
		await vs.accept(frame.label);
		await vs.ime('a', '消费');
		await expect.poll(async () => (await vs.suggestions())[0]).toMatchObject({ label: '消费', focused: true });
		await vs.press('Tab');
		await expect.poll(() => vs.line()).toBe('要牢牢把握消费这个首要任务');
		await vs.escape();
	});
});

test('a list that is asked for by its key leaves Enter alone, too', async () => {
	await vs.draft('## 三、扩大消费|');
	await vs.press('Alt+/');
	await expect.poll(async () => (await vs.suggestions())[0]?.focused).toBe(true);
	await vs.press('Enter');
	await expect.poll(() => vs.text()).toBe('## 三、扩大消费\n');
});
