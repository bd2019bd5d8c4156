// One import at a time into a pack, whichever program it is: the editor waits for another one and says so, and the
// command line for the editor.
import { hostname } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { start } from '../../processes/commands';
import { open } from '../../support/driver';
import { pickRows } from '../../support/screen';
import type { Window } from '../../support/window';
import { choose } from './answers';
import { documentsOf, importBehind, nothingLeft } from './lock';

let vs: Window;
beforeAll(async () => {
	vs = await open({
		files: {
			'report.md': '',
			'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的\n',
			'pile/a.txt':
				'草原上的流动法庭\n\n法官骑着马到牧场去，把法庭开在毡房里，把道理讲在酥油茶旁。\n\n去年一年，这样的流动法庭办了一百二十件案子，件件有着落。\n',
			'pile/b.txt':
				'高原粮仓里的新账本\n\n秋收刚过，粮站门口排起了长队。今年的青稞，颗粒饱满，收购价也比去年高了一成。\n\n老站长翻开账本说，过去算的是斤两，如今算的是品质。\n',
			'c.txt': '牧道上的路灯\n\n路灯沿着牧道一盏一盏亮起来，夜里转场的人家心里有了底。\n',
			'd.txt': '雪线下的图书角\n\n供销社的柜台旁添了一排书架，孩子们放学以后都往这里来。\n',
		},
	});
});
afterAll(() => vs.close());

test('in the desktop host it waits for another import, and goes on when that has ended', () =>
	importBehind(vs, 'pile', { host: hostname(), pid: process.pid }));

test('the command line waits for the editor, also while a person fills in the form', async () => {
	const before = documentsOf(vs);
	vs.start('policyWriting.importDocuments', pathToFileURL(join(vs.folder, 'c.txt')).href);
	await vs.until('the form', async () => (await pickRows(vs.page)).some(row => row.label === 'Save') || undefined);
	const second = start(vs.folder, 'import', 'd.txt', '--into', 'policy-corpus', '--json');
	await second.said(/waiting for it to end/);
	await expect.poll(() => documentsOf(vs)).toEqual(before);
	await choose(vs, 'Save');
	await vs.message('was imported.');
	const { code } = await second.ended;
	expect(code).toBe(0);
	await expect.poll(() => documentsOf(vs).length).toBe(before.length + 2);
	await nothingLeft(vs);
});
