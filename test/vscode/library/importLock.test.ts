// One import at a time into a pack, whichever program it is: the editor waits for another one and says so, and the
// command line for the editor.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { start } from '../../processes/commands';
import { open, type Options } from '../../support/driver';
import { pickRows } from '../../support/screen';
import type { Window } from '../../support/window';
import { choose, importFromExplorer } from './answers';

const texts = {
	'pile/a.txt':
		'草原上的流动法庭\n\n法官骑着马到牧场去，把法庭开在毡房里，把道理讲在酥油茶旁。\n\n去年一年，这样的流动法庭办了一百二十件案子，件件有着落。\n',
	'pile/b.txt':
		'高原粮仓里的新账本\n\n秋收刚过，粮站门口排起了长队。今年的青稞，颗粒饱满，收购价也比去年高了一成。\n\n老站长翻开账本说，过去算的是斤两，如今算的是品质。\n',
};
let vs: Window;
/** Another window, in place of the one before; what failed in that can still be seen in it until then. */
async function reopen(options: Options): Promise<void> {
	await (vs as Window | undefined)?.close();
	vs = await open(options);
}
afterAll(() => vs.close());
const inPack = (name = '') => join(vs.folder, 'policy-corpus', name);
const documents = () =>
	existsSync(inPack('documents')) ? readdirSync(inPack('documents')).filter(name => name.endsWith('.md')) : [];

/** Another import has the pack: of this machine, or of one that nothing is known of. */
const lockedBy = (holder: object) => ({
	'policy-corpus/.import.lock': JSON.stringify({
		token: 'x',
		program: 'policy-writing import',
		started: 1,
		...holder,
	}),
});

test.each([
	['desktop', { host: hostname(), pid: process.pid }],
	['web', { host: 'another-machine', pid: 1 }],
] as const)('in the %s host it waits for another import, and goes on when that has ended', async (host, holder) => {
	await reopen({ files: { 'report.md': '', ...texts, ...lockedBy(holder) }, ...(host === 'web' ? { host } : {}) });
	await importFromExplorer(vs, 'pile');
	await choose(vs, 'Save all as read');
	await vs.message(`another import (policy-writing import ${String(holder.pid)}) writes into this pack`);
	await expect.poll(() => documents()).toEqual([]);
	rmSync(inPack('.import.lock'));
	await vs.message('2 documents were imported.');
	await expect.poll(() => documents().length).toBe(2);
	await expect.poll(() => readdirSync(inPack()).filter(name => name.startsWith('.'))).toEqual([]);
});

test('the command line waits for the editor, also while a person fills in the form', async () => {
	await reopen({ files: { 'report.md': '', 'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的\n', ...texts } });
	vs.start('policyWriting.importDocuments', pathToFileURL(join(vs.folder, 'pile/a.txt')).href);
	await vs.until('the form', async () => (await pickRows(vs.page)).some(row => row.label === 'Save') || undefined);
	const second = start(vs.folder, 'import', 'pile/b.txt', '--into', 'policy-corpus', '--json');
	await second.said(/waiting for it to end/);
	await expect.poll(() => documents()).toEqual([]);
	await choose(vs, 'Save');
	await vs.message('was imported.');
	const { code } = await second.ended;
	expect(code).toBe(0);
	await expect.poll(() => documents().length).toBe(2);
	await expect.poll(() => readdirSync(inPack()).filter(name => name.startsWith('.'))).toEqual([]);
});
