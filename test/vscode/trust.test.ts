// A folder the person does not trust: what a draft there names is looked for within the folder only, until it is trusted; and what lies on
// another machine never is. Here such a name is a file of this machine, so that it would be found if it were looked for.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import { heldEngine, type HeldEngine } from '../support/heldEngine';
import type { Window } from '../support/window';

const entry = (key: string, title: string) =>
	`@book{${key},\n  author = {张三},\n  title = {${title}},\n  year = {2020}\n}\n`;
let vs: Window;
let engine: HeldEngine;
let draft = '';
beforeAll(async () => {
	engine = await heldEngine([
		{ source: 'zu-2022', title: '小组的调查', paragraphs: ['冰雪走廊的民宿由三个村合作经营。'] },
	]);
	vs = await open({
		trusted: false,
		name: 'drafts',
		// A folder may name packs; a group's library only the person does, for this machine.
		settings: { 'policyWriting.packs': ['policy-corpus'], 'policyWriting.library.server': engine.address },
		files: {
			'report.md': '',
			'refs/inside.bib': entry('inside2020', '里面的书'),
			'../outside.bib': entry('outside2020', '外面的书'),
			'../absolute.bib': entry('absolute2020', '绝对的书'),
			'../share.bib': entry('share2020', '别处的书'),
		},
	});
	draft = [
		'---',
		'bibliography:',
		'  - refs/inside.bib',
		'  - ../outside.bib',
		`  - ${join(vs.folder, '../absolute.bib')}`,
		`  - /${join(vs.folder, '../share.bib')}`,
		'---',
		'',
		'甲[@inside2020]乙[@outside2020]丙[@absolute2020]丁[@share2020]。',
		'',
	].join('\n');
});
afterAll(async () => {
	await vs.close();
	await engine.stop();
});

/** Which libraries are told not to be read, and why. */
const missing = async () =>
	(await vs.problems())
		.filter(one => one.code === 'library.missing')
		.map(one => one.message.replace(/“[^”]*\/(\w+\.bib)”/, '“$1”').replace(/, (?:which|and) .*$/, ''));

const menuRows = async () => {
	await vs.run('Policy Writing: Words, Findings, Pause…');
	const rows = await vs.picks();
	await vs.press('Escape');
	return rows.map(row => row.label);
};

test('that packs of the folder’s settings are not read is said once, and stands in the menu', async () => {
	await vs.message('Restricted Mode: the packs and libraries that this folder’s settings name are not read.');
	await vs.screenshot('trust-obstacle');
	// It goes away by itself; among all messages it stays.
	await vs.command('notifications.showList');
	await vs.page.locator('.notifications-center .monaco-button', { hasText: 'Manage trust' }).waitFor();
	await vs.command('notifications.hideList');
	await expect.poll(menuRows).toEqual(expect.arrayContaining([expect.stringContaining('Manage trust')]));
});

const library = () => vs.page.locator('.statusbar-item[id$="policyWriting.library"]');
const asksAboutLibrary = 'Connect to the group’s library “group”';

test('a group’s library is asked nothing, neither one that the folder names nor one’s own', async () => {
	await vs.setting('policyWriting.library.index', 'group');
	await vs.setting('policyWriting.library.server', engine.address);
	await expect.poll(() => library().innerText()).toContain('restricted');
	await vs.screenshot('trust-library');
	await vs.draft('他说：“冰雪走廊的民宿去年由三个村合作经营的。”[@zu-2022]\n');
	await vs.until('the quotation to be looked at', async () =>
		(await vs.problems()).some(one => one.code?.startsWith('quotation.')) ? true : undefined,
	);
	await vs.run('Group’s Library: Push My Documents…');
	await vs.message('Restricted Mode: the group’s library is not asked');
	expect(engine.asked).toEqual([]);
});

test('nothing outside the folder is looked for, and what is inside is read', async () => {
	await vs.draft(draft, { literal: true });
	await vs.until('what is not read', async () => ((await missing()).length === 3 ? true : undefined));
	await vs.screenshot('trust-restricted');
	await expect
		.poll(() => missing())
		.toEqual([
			'“outside.bib” lies outside this folder',
			'“absolute.bib” lies outside this folder',
			'“share.bib” lies on another machine',
		]);
	await expect.poll(async () => (await vs.hover('inside2020')).text).toContain('里面的书');
});

test('once the folder is trusted what lies outside is read, but nothing on another machine', async () => {
	await vs.trust();
	await vs.open('report.md');
	await vs.until('what is not read', async () => ((await missing()).length === 1 ? true : undefined));
	await vs.screenshot('trust-trusted');
	await expect.poll(() => missing()).toEqual(['“share.bib” lies on another machine']);
	await expect.poll(async () => (await vs.hover('outside2020')).text).toContain('外面的书');
	await expect.poll(async () => (await vs.hover('absolute2020')).text).toContain('绝对的书');
	await expect.poll(async () => (await menuRows()).some(label => label.includes('Manage trust'))).toBe(false);
});

test('… and whether the group’s library is asked is asked, as everywhere', async () => {
	await vs.answerMessage(asksAboutLibrary, 'Not now');
	await expect.poll(() => library().innerText()).toContain('not connected');
	expect(engine.asked).toEqual([]);
	await vs.setting('policyWriting.library.server', undefined);
	await vs.setting('policyWriting.library.index', undefined);
	await expect.poll(() => library().count()).toBe(0);
});
