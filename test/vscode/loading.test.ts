// What people have to read, in the order that keeps nobody waiting: one bad name takes no other with it, and a small pack does not wait for a
// large library.
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import { tried } from '../support/patience.mjs';
import type { Window } from '../support/window';

const pack = {
	'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的语料\n',
	'policy-corpus/terms/mine.yaml': '- { id: qingke-chuangfu, term: 青稞创富 }\n',
};
const entry = (key: string, title: string) => `@book{${key},\n  author = {王五},\n  title = {${title}}\n}\n`;

let vs: Window;
beforeAll(async () => {
	vs = await open({
		files: {
			'report.md': '',
			'refs.bib': entry('wang2020', '青稞志'),
			'file-as-folder': '',
			'folder.bib/x.txt': '',
			...pack,
		},
	});
});
afterAll(() => vs.close());

/** Waits until something is offered behind these words, which are put at the end of a draft. */
async function offered(draft: string, words: string, label: string): Promise<void> {
	await vs.until(`${label} to be offered`, async () => {
		await vs.draft(`${draft}${words.slice(0, -1)}|`);
		await vs.ime('pinyin', words.slice(-1));
		return (await vs.labels()).includes(label) || undefined;
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
async function watch(label: string, status: string): Promise<void> {
	await vs.page.evaluate(
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
const seen = (): Promise<Seen> => vs.page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);

test('a draft names what can be no file: that is told of at its name, and own packs and libraries are in use', async () => {
	const matter = `---\nbibliography:\n  - "\\\\\\\\server\\\\share\\\\refs.bib"\n  - "a\\0b.bib"\n  - folder.bib\n  - '////.bib'\n  - refs.bib\n---\n\n`;
	await offered(matter, '发展青稞', '青稞创富');
	await offered(matter, '见《青稞', '青稞志');
	const problems = await vs.until('the problems', async () => {
		const all = (await vs.problems()).filter(one => one.code === 'library.missing');
		return all.length === 4 ? all : undefined;
	});
	expect(problems.map(one => one.line)).toEqual([3, 4, 5, 6]);
	expect(problems[2]?.message).toBe('The library “folder.bib” is not in use. This is a folder, not a file.');
	await vs.screenshot('loading-bad-names');
});

test('settings hold what can be no file: packs and libraries beside it are in use, and the status of the draft tells of it', async () => {
	symlinkSync('loop', join(vs.folder, 'loop'));
	mkdirSync(join(vs.folder, 'policy-corpus/formulations'));
	await vs.setting('policyWriting.packs', [
		7,
		'',
		'a\0b',
		'////',
		'//server/share/pack',
		'file-as-folder',
		'loop/pack',
		'policy-corpus',
	]);
	await vs.setting('policyWriting.bibliographies', [
		null,
		' ',
		'////x.bib',
		'folder.bib',
		'loop/refs.bib',
		'{[',
		'refs.bib',
	]);
	const status = vs.page.locator('.statusbar-item[id="status.languageStatus"]');
	const shown = vs.page.locator('.hover-language-status', { hasText: 'settings that are not in use' }).first();
	// What shows is as things stood when the mouse came, and goes when the status is drawn anew.
	await vs.until('the settings that are not in use', async () => {
		await vs.page.mouse.move(0, 0);
		await tried(soon => status.hover(soon));
		if (!(await tried(soon => shown.waitFor(soon)))) return undefined;
		await vs.screenshot('loading-bad-settings-status');
		return tried(soon => shown.getByText('Show them').click(soon));
	});
	// The list draws only what is in view.
	const said = async (words: string) => {
		await vs.pickType(words);
		return vs.until(`an entry with ${words}`, async () => {
			const rows = await vs.picks();
			return rows.every(row => row.label.includes(words)) && rows[0]
				? rows.map(row => [row.description, row.detail])
				: undefined;
		});
	};
	await expect.poll(() => said('file-as-folder')).toEqual([['packs', 'This is a file, not a folder.']]);
	await vs.screenshot('loading-bad-settings');
	await expect.poll(() => said('folder.bib')).toEqual([['bibliographies', 'This is a folder, not a file.']]);
	await expect.poll(() => said('x.bib')).toEqual([['bibliographies', 'This is no path.']]);
	await expect
		.poll(() => said('null'))
		.toEqual([['bibliographies', 'An entry should be a name in double quotation marks.']]);
	await expect.poll(() => said('loop/refs.bib')).toEqual([['bibliographies', expect.any(String)]]);
	await vs.press('Escape');
	await offered('', '发展青稞', '青稞创富');
	await offered('', '见《青稞', '青稞志');
	await vs.setting('policyWriting.packs', undefined);
	await vs.setting('policyWriting.bibliographies', undefined);
});

test('a term of a small pack is offered while a large library is still being read', async () => {
	const matter = '---\nbibliography: big.bib\n---\n\n';
	// As large as libraries may be (50 MB): several seconds of work on any machine.
	const abstract = '本文研究了若干问题，并提出了建议。'.repeat(9);
	const big = Array.from({ length: 80_000 }, (_, n) =>
		entry(`key${n}`, `大库第${n}项青稞研究`).replace('\n}\n', `,\n  abstract = {${abstract}}\n}\n`),
	).join('');
	await vs.draft(matter);
	await watch('沿江绿道', 'Reading the library big.bib');
	vs.write('big.bib', big);
	vs.write('policy-corpus/terms/more.yaml', '- { id: yanjiang, term: 沿江绿道 }\n');
	await offered(matter, '建设沿江', '沿江绿道');
	await vs.screenshot('loading-library');
	await offered(matter, '见《大库第79999', '大库第79999项青稞研究');
	// What is read is in use before the status bar has it that nothing is being read any more.
	const { offered: term, read } = await vs.until('the library read', async () => {
		const now = await seen();
		return now.read === undefined ? undefined : now;
	});
	expect(term).toBeLessThan(read ?? 0);
});
