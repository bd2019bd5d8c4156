// What people have to read, in the order that keeps nobody waiting: one bad name takes no other with it, and a small pack does not wait for a
// large library.
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { open, type Options } from '../support/driver';
import type { Window } from '../support/window';

const pack = {
	'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的语料\n',
	'policy-corpus/terms/mine.yaml': '- { id: qingke-chuangfu, term: 青稞创富 }\n',
};
const entry = (key: string, title: string) => `@book{${key},\n  author = {王五},\n  title = {${title}}\n}\n`;

let vs: Window | undefined;
/** Another window, in place of the one before; what failed in that can still be seen in it until then. */
async function reopen(options: Options): Promise<Window> {
	await vs?.close();
	return (vs = await open(options));
}
afterAll(() => vs?.close());

/** Waits until something is offered behind these words, which are put at the end of a draft. */
async function offered(window: Window, draft: string, words: string, label: string): Promise<void> {
	await window.until(`${label} to be offered`, async () => {
		await window.draft(`${draft}${words.slice(0, -1)}|`);
		await window.ime('pinyin', words.slice(-1));
		return (await window.labels()).includes(label) || undefined;
	});
}

/** When something was first seen in a window, in milliseconds of its page. */
interface Seen {
	/** A row of the list. */
	offered?: number;
	/** The status bar said that something is being read, and does not any more. */
	reading?: number;
	read?: number;
}

/** Has the page note when a row with a label stands in the list, and until when the status bar says so. */
async function watch(window: Window, label: string, status: string): Promise<void> {
	await window.page.evaluate(
		([label, status]) => {
			const seen: Seen = {};
			(globalThis as unknown as { seen: Seen }).seen = seen;
			const shows = (selector: string, text: string) =>
				[...document.querySelectorAll(selector)].some(one => one.textContent?.includes(text));
			new MutationObserver(() => {
				if (shows('.suggest-widget.visible .monaco-list-row', label)) seen.offered ??= performance.now();
				if (shows('.statusbar-item', status)) seen.reading ??= performance.now();
				else if (seen.reading !== undefined) seen.read ??= performance.now();
			}).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
		},
		[label, status] as const,
	);
}
const seen = (window: Window): Promise<Seen> =>
	window.page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);

test('a draft names what can be no file: that is told of at its name, and own packs and libraries are in use', async () => {
	const matter = `---\nbibliography:\n  - "\\\\\\\\server\\\\share\\\\refs.bib"\n  - "a\\0b.bib"\n  - folder.bib\n  - '////.bib'\n  - refs.bib\n---\n\n`;
	const window = await reopen({
		files: { 'report.md': matter, 'refs.bib': entry('wang2020', '青稞志'), 'folder.bib/x.txt': '', ...pack },
	});
	await offered(window, matter, '发展青稞', '青稞创富');
	await offered(window, matter, '见《青稞', '青稞志');
	const problems = await window.until('the problems', async () => {
		const all = (await window.problems()).filter(one => one.code === 'library.missing');
		return all.length === 4 ? all : undefined;
	});
	expect(problems.map(one => one.line)).toEqual([3, 4, 5, 6]);
	expect(problems[2]?.message).toBe('The library “folder.bib” is not in use. This is a folder, not a file.');
	await window.screenshot('loading-bad-names');
});

test('settings hold what can be no file: packs and libraries beside it are in use, and the status of the draft tells of it', async () => {
	const window = await reopen({
		files: {
			'report.md': '',
			'refs.bib': entry('wang2020', '青稞志'),
			'file-as-folder': '',
			'folder.bib/x.txt': '',
			...pack,
		},
		settings: {
			'policyWriting.packs': [
				7,
				'',
				'a\0b',
				'////',
				'//server/share/pack',
				'file-as-folder',
				'loop/pack',
				'policy-corpus',
			],
			'policyWriting.bibliographies': [null, ' ', '////x.bib', 'folder.bib', 'loop/refs.bib', '{[', 'refs.bib'],
		},
	});
	symlinkSync('loop', join(window.folder, 'loop'));
	mkdirSync(join(window.folder, 'policy-corpus/formulations'));
	await offered(window, '', '发展青稞', '青稞创富');
	await offered(window, '', '见《青稞', '青稞志');
	await window.press('Escape');
	await window.page.locator('.statusbar-item[id="status.languageStatus"]').hover();
	const shown = window.page.locator('.hover-language-status', { hasText: 'settings that are not in use' }).first();
	await shown.waitFor();
	await window.screenshot('loading-bad-settings-status');
	await shown.getByText('Show them').click();
	// The list draws only what is in view.
	const said = async (words: string) => {
		await window.pickType(words);
		return window.until(`an entry with ${words}`, async () => {
			const rows = await window.picks();
			return rows.every(row => row.label.includes(words)) && rows[0]
				? rows.map(row => [row.description, row.detail])
				: undefined;
		});
	};
	await expect.poll(() => said('file-as-folder')).toEqual([['packs', 'This is a file, not a folder.']]);
	await window.screenshot('loading-bad-settings');
	await expect.poll(() => said('folder.bib')).toEqual([['bibliographies', 'This is a folder, not a file.']]);
	await expect.poll(() => said('x.bib')).toEqual([['bibliographies', 'This is no path.']]);
	await expect
		.poll(() => said('null'))
		.toEqual([['bibliographies', 'An entry should be a name in double quotation marks.']]);
	await expect.poll(() => said('loop/refs.bib')).toEqual([['bibliographies', expect.any(String)]]);
});

test('a term of a small pack is offered while a large library is still being read', async () => {
	const matter = '---\nbibliography: big.bib\n---\n\n';
	// As large as libraries may be (50 MB): several seconds of work on any machine.
	const abstract = '本文研究了若干问题，并提出了建议。'.repeat(9);
	const big = Array.from({ length: 80_000 }, (_, n) =>
		entry(`key${n}`, `大库第${n}项青稞研究`).replace('\n}\n', `,\n  abstract = {${abstract}}\n}\n`),
	).join('');
	const window = await reopen({ files: { 'report.md': matter }, alone: true });
	await watch(window, '青稞创富', 'Reading the library big.bib');
	// A window takes some seconds to open, in which much can be read: so it is there first.
	window.write('big.bib', big);
	for (const [name, text] of Object.entries(pack)) window.write(name, text);
	await offered(window, matter, '发展青稞', '青稞创富');
	await window.screenshot('loading-library');
	await offered(window, matter, '见《大库第79999', '大库第79999项青稞研究');
	const { offered: term, read } = await seen(window);
	expect(term).toBeLessThan(read ?? 0);
});
