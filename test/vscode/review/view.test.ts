// Holds that the review view shows what was found in the draft in front, leads to it, and lists the workspace when asked.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open } from '../../support/driver';
import { gbk } from '../../support/gbk';
import { oneTry, tried } from '../../support/patience.mjs';
import type { Window } from '../../support/window';

const right = '科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素';
const misquoted = `习近平总书记强调：“${right.replace('催生', '促成')}。”`;
const pane = '.split-view-view:has(> .pane > .pane-header[aria-label^="Review"])';

let vs: Window;
beforeAll(async () => {
	vs = await open({
		files: {
			'report.md': '',
			'other.md': `# 二\n\n${misquoted}\n`,
			'clean.md': '# 无事\n\n今天天气很好。\n',
			'policy-corpus/documents/own.md': `---\nid: own\ntitle: 自己的材料\ntype: report\n---\n\n要写明是谁说的：“自己材料里的一句话，别处没有。”要加快发展新质生产利。\n`,
			'.hidden/draft.md': misquoted,
			'node_modules/x/readme.md': misquoted,
			'drafts-old/old.md': misquoted,
		},
		settings: { 'search.exclude': { 'drafts-old': true } },
		height: 1100,
	});
	writeFileSync(join(vs.folder, 'odd.txt'), Buffer.from([0xff, 0x31, 0xff, 0x32, 0x80, 0xff]));
	mkdirSync(join(vs.folder, 'notes'));
	writeFileSync(join(vs.folder, 'notes/plain.txt'), gbk('要加快发展新质生产利。\n'));
	await vs.command('policyWriting.review.focus');
	await giveRoom();
});
afterAll(async () => {
	await vs.close();
});

/** Closes the view above, as a person who reviews does: it has most of the height, and only rows on the screen are drawn. */
async function giveRoom(): Promise<void> {
	const header = vs.page.locator('.pane-header[aria-label^="Citations"]');
	await header.click();
	await vs.until('the citations closed', async () =>
		(await header.getAttribute('aria-expanded')) === 'false' ? true : undefined,
	);
}

interface Row {
	readonly label: string;
	readonly description: string;
	readonly level: number;
}

/** The rows of the view as they are drawn. */
async function rows(): Promise<Row[]> {
	return vs.page.locator(`${pane} .monaco-list-row`).evaluateAll(all =>
		all.map(row => ({
			label: row.querySelector('.label-name')?.textContent ?? '',
			description: row.querySelector('.label-description')?.textContent ?? '',
			level: Number(row.getAttribute('aria-level')),
		})),
	);
}

async function rowsWith(awaited: string, is: (rows: readonly Row[]) => boolean): Promise<Row[]> {
	let seen: Row[] = [];
	return vs
		.until(awaited, async () => (is((seen = await rows())) ? seen : undefined))
		.catch((error: unknown) => {
			throw new Error(`${String(error)}; the view shows ${JSON.stringify(seen)}`);
		});
}

const rowOf = (label: string) =>
	vs.page.locator(`${pane} .monaco-list-row`, { has: vs.page.locator('.label-name', { hasText: label }) }).first();
const welcome = async () => (await vs.page.locator(`${pane} .welcome-view-content`).allInnerTexts()).join('\n');

describe('one draft', () => {
	test('without a finding the view says so and what to do', async () => {
		await vs.draft('今天天气很好。');
		const said = await vs.until('a view that is empty', async () =>
			(await welcome()).includes('Nothing was found in this draft') ? welcome() : undefined,
		);
		expect(said).toContain('Review Workspace');
	});

	test('a misquotation is listed under its kind, with its count and its source', async () => {
		await vs.draft('前面一段。\n\n|\n');
		await vs.type(misquoted);
		const shown = await rowsWith('the misquotation', all =>
			all.some(row => row.label === 'Quotation differs from its source'),
		);
		expect(shown[0]).toMatchObject({ label: 'Quotation differs from its source', description: '1', level: 1 });
		expect(shown[1]!.label).toContain('科技创新能够促成新产业');
		expect(shown[1]!.description).toMatch(/^line 3 · 《/);
		await vs.screenshot('review-view');
		const badge = vs.page.locator('.activitybar .action-item:has([aria-label*="Policy Writing"]) .badge-content');
		await expect.poll(async () => Number((await badge.allTextContents())[0] ?? 0)).toBeGreaterThan(0);
	});

	test('a click leads to the words, also after something was written above; the keys stay in the view', async () => {
		await vs.cursorAfter('前面');
		await vs.type('又写了些字');
		const selected = async () => {
			const { text, selections } = await vs.state();
			const words = text.slice(selections[0]!.start, selections[0]!.end);
			return words.includes('促成') ? words : undefined;
		};
		// The row may move between the look at it and the click.
		const words = await vs.until('the words selected', async () => {
			await tried(soon => rowOf('科技创新能够促成').click(soon));
			return vs.until('the words', selected, oneTry).catch(() => undefined);
		});
		expect(words).toBe(right.replace('催生', '促成'));
		await expect
			.poll(() => vs.page.locator(`${pane} .monaco-list.element-focused, ${pane} .monaco-list:focus-within`).count())
			.toBeGreaterThan(0);
	});

	test('put right, it is gone', async () => {
		await vs.draft(`习近平总书记强调：“${right}。”`);
		await rowsWith('no misquotation', all => !all.some(row => row.label === 'Quotation differs from its source'));
	});

	test('what mends it is listed and done', async () => {
		await vs.draft(misquoted);
		await rowsWith('the misquotation', all => all.some(row => row.label.includes('促成')));
		await vs.pressInRow(rowOf('科技创新能够促成'), '.action-label.codicon-lightbulb');
		const picks = await vs.picks();
		expect(picks.length).toBeGreaterThan(0);
		await vs.screenshot('review-fix');
		await vs.press('Enter');
		await vs.until('the source’s words', async () => ((await vs.text()).includes(right) ? true : undefined));
	});
});

describe('the workspace', () => {
	test('lists the files that are drafts, opened or not; those that cannot be read are said', async () => {
		await vs.draft(`# 一\n\n${misquoted}`);
		await vs.run('Policy Writing: Review Workspace');
		const shown = await rowsWith(
			'the files',
			all => all[0]?.description === '2' && all.some(row => row.label === 'Files that were not reviewed'),
		);
		const labels = shown.map(row => row.label);
		expect(shown[0]).toMatchObject({ label: 'Quotation differs from its source', description: '2' });
		expect(labels).toContain('other.md');
		expect(labels).toContain('notes/plain.txt');
		expect(shown.find(row => row.label === 'odd.txt')!.description).toContain('UTF-8');
		for (const none of ['own.md', 'draft.md', 'readme.md', 'old.md', 'clean.md'])
			expect(
				labels.some(label => label.endsWith(none)),
				none,
			).toBe(false);
		await expect.poll(() => vs.documents()).not.toContain(expect.stringContaining('other.md'));
		const warnings = () =>
			vs.page.locator('.statusbar-item[id="status.problems"] a').first().getAttribute('aria-label');
		await expect
			.poll(() =>
				vs.until('the problems of all files', async () =>
					(await warnings())?.includes('Warnings: 3') ? await warnings() : undefined,
				),
			)
			.toBeTruthy();
		await vs.screenshot('review-workspace');
	});

	test('what is written, made, renamed or deleted by others meanwhile is looked at again', async () => {
		const files = async (is: (labels: readonly string[]) => boolean, awaited: string) =>
			rowsWith(awaited, all => is(all.filter(row => /\.(?:md|txt)$/.test(row.label)).map(row => row.label)));
		vs.write('later.md', misquoted);
		await files(labels => labels.includes('later.md'), 'a new file');
		renameSync(join(vs.folder, 'later.md'), join(vs.folder, 'renamed.md'));
		await files(labels => labels.includes('renamed.md') && !labels.includes('later.md'), 'its new name');
		vs.write('renamed.md', '没有引语。\n');
		await files(labels => !labels.includes('renamed.md'), 'nothing in it any more');
		vs.write('renamed.md', misquoted);
		await files(labels => labels.includes('renamed.md'), 'the misquotation again');
		rmSync(join(vs.folder, 'renamed.md'));
		await files(labels => !labels.includes('renamed.md') && labels.includes('other.md'), 'it gone');
	});

	test('a file that is open is renamed in the Explorer: its findings go along; switched off, nothing is marked in it', async () => {
		vs.write('open.md', misquoted);
		await vs.open('open.md');
		const marked = () =>
			vs.until('a mark', async () => (await vs.problems()).some(one => one.code === 'quotation.differs') || undefined);
		await marked();
		await vs.command('workbench.files.action.showActiveFileInExplorer');
		// A key that comes before the tree has the focus goes into the draft.
		await vs.page
			.locator('.explorer-folders-view .monaco-list:focus .monaco-list-row.focused', { hasText: 'open.md' })
			.waitFor();
		await vs.press('F2');
		const name = vs.page.locator('.explorer-item-edited input');
		await name.fill('moved.md');
		await name.press('Enter');
		await vs.until('its new name', async () => (await vs.state()).file.endsWith('moved.md') || undefined);
		await vs.command('policyWriting.review.focus');
		await rowsWith(
			'its findings',
			all => all.some(row => row.label === 'moved.md') && !all.some(row => row.label === 'open.md'),
		);
		await vs.setting('policyWriting.review.enabled', false);
		await vs.until('no mark', async () => (await vs.problems()).length === 0 || undefined);
		await vs.setting('policyWriting.review.enabled', undefined);
		await marked();
		rmSync(join(vs.folder, 'moved.md'));
		await vs.command('workbench.action.closeActiveEditor');
		await vs.open('report.md');
	});

	test('by file the files come first', async () => {
		await vs.command('policyWriting.reviewByFile');
		const shown = await rowsWith('files first', all => /\.(?:md|txt)$/.test(all[0]?.label ?? ''));
		expect(shown.filter(row => row.level === 1).map(row => row.label)).toContain('other.md');
		await vs.command('policyWriting.reviewByKind');
		await rowsWith('kinds first', all => all[0]?.label === 'Quotation differs from its source');
	});

	test('a finding of a file that is not open opens it there; mended there, it leaves the list', async () => {
		await vs.command('policyWriting.reviewByFile');
		await rowsWith('files first', all => /\.(?:md|txt)$/.test(all[0]?.label ?? ''));
		// The rows may move between the look at them and the click.
		await vs.until('other.md in front', async () => {
			const all = await rows();
			const file = all.findIndex(one => one.label === 'other.md');
			if (file < 0) return undefined;
			const index = all.slice(file + 1).findIndex(one => one.label.includes('促成')) + file + 1;
			await tried(soon => vs.page.locator(`${pane} .monaco-list-row`).nth(index).click(soon));
			const isThere = async () => (await vs.state()).file.endsWith('other.md') || undefined;
			return vs.until('the file', isThere, oneTry).catch(() => undefined);
		});
		await vs.draft('# 二\n\n没有引语。\n');
		await rowsWith('other.md without findings', all => !all.some(one => one.label === 'other.md'));
	});

	test('cleared, the view is about the draft again', async () => {
		await vs.command('policyWriting.clearReview');
		await rowsWith('no files', all => !all.some(row => row.label === 'Files that were not reviewed'));
		await vs.open('report.md');
		await rowsWith('the draft', all => all.some(row => row.level === 2 && row.label.includes('促成')));
	});
});

/**
 * Begins a review, and stops it once its message is as wanted; begun again, where it came to its end before that. What the view says then.
 */
function stopped(command: string, title: string, awaited: string, wanted: (words: string) => boolean): Promise<string> {
	const toast = vs.page.locator('.notification-toast', { hasText: title });
	const said = async () => {
		const text = (await vs.page.locator(`${pane} .message`).allInnerTexts()).join('');
		return text.includes(awaited) ? text : undefined;
	};
	const atWork = async () => {
		const words = await toast.allInnerTexts();
		return (words.length > 0 && wanted(words.join(''))) || undefined;
	};
	return vs.until(`${command} stopped`, async () => {
		vs.start(command);
		const isAtWork = await vs.until('it at work', atWork, oneTry).catch(() => undefined);
		if (!isAtWork || !(await tried(soon => toast.getByText('Cancel', { exact: true }).click(soon)))) return undefined;
		return vs.until('that it is not complete', said, oneTry).catch(() => undefined);
	});
}

test('a workspace review that is stopped keeps what it found, and says that it is not complete', async () => {
	for (let i = 0; i < 400; i++)
		vs.write(
			`many/${String(i).padStart(3, '0')}.md`,
			`# ${i}\n\n${misquoted}\n\n${`第${i}段。要加快发展新质生产力，推动产业转型升级。\n\n`.repeat(40)}`,
		);
	const said = await stopped('policyWriting.reviewWorkspace', 'Reviewing the workspace', 'Stopped after', words =>
		/\b(?:[2-9]\d|\d{3}) of \d+ files/.test(words),
	);
	const [, done, total] = /Stopped after (\d+) of (\d+) files/.exec(said)!;
	expect(Number(done)).toBeGreaterThan(0);
	expect(Number(done)).toBeLessThan(Number(total));
	await expect.poll(async () => (await rows()).length).toBeGreaterThan(0);
	await vs.command('policyWriting.clearReview');
});

test('a long draft is reviewed as a whole when asked, with a way to stop; what was found until then stays and is said to be partial', async () => {
	const paragraphs = Array.from(
		{ length: 13_000 },
		(_, at) => `第${at}段，会议指出，“各地因地制宜推进工作，第${at}个项目已经开工。”${'推进工作，'.repeat(60)}`,
	);
	vs.write('large/large.md', `${misquoted}\n\n${paragraphs.join('\n\n')}\n`);
	await vs.open('large/large.md');
	const said = await stopped('policyWriting.reviewDocument', 'Reviewing this document', 'Only the first', () => true);
	const [, reviewed] = /first (\d+) characters/.exec(said)!;
	expect(Number(reviewed)).toBeLessThan(paragraphs.join('\n\n').length);
	await rowsWith('what was found', all => all.some(row => row.label.includes('促成')));
});

test('after a restart the branches are as they were left', async () => {
	await vs.open('report.md');
	await vs.draft(`${misquoted}\n\n要加快发展新质生产利。\n`);
	await vs.save();
	await rowsWith('two kinds', all => all.filter(row => row.level === 1).length === 2 && all.length === 4);
	await rowOf('Quotation differs').click();
	await vs.press('ArrowLeft');
	await rowsWith('one of them closed', all => all.length === 3);
	await vs.until('it is kept', async () => ((await vs.keeps('["quotation.differs",false]')) ? true : undefined));
	const loaded = vs.page.waitForEvent('load');
	vs.start('workbench.action.reloadWindow');
	await loaded;
	await rowsWith('the same after the restart', all => all.length === 3 && all[1]?.level === 1);
	await vs.screenshot('review-view-after-restart');
});
