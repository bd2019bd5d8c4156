import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';

let vs: Window;
beforeAll(async () => { console.time('open'); vs = await open({ files: { 'report.md': '# 报告\n' } }); console.timeEnd('open'); });
afterAll(async () => { await vs.close(); });

test('what is typed and committed stands in the draft', async () => {
	await vs.draft('第一行\n要|');
	await vs.type('abc');
	await vs.ime('jiakuai', '加快');
	expect(await vs.line()).toBe('要abc加快');
	await vs.ime('xinzhi', '新质');
	console.log(await vs.suggestions());
	console.log(await vs.details());
	await vs.screenshot('driver1');
	await vs.accept('新质生产力');
	expect(await vs.line()).toBe('要abc加快新质生产力');
	await vs.noSuggestions();
	await vs.type('新');
	console.log(await vs.labels());
});
test('hover', async () => {
	await vs.draft('数字经济和数字经济，甲乙');
	console.log(await vs.hover('数字经济', { occurrence: 2, at: 1 }));
	await vs.screenshot('driver2');
	await vs.noHover('甲乙');
	await vs.run('Search Citations…');
	console.log(await vs.picks());
	await vs.press('Enter');
	console.log(await vs.until('n', async () => { const n = await vs.notifications(); return n.length ? n : undefined; }));
	await vs.command('pw.v.focus');
	const f = await vs.frame('#query');
	await f.fill('#query', 'abc');
	console.log(await f.innerText('#out'));
	await vs.screenshot('driver3');
});
test('web', async () => {
	await vs.close();
	console.time('web');
	vs = await open({ host: 'web', locale: 'zh-CN' });
	console.timeEnd('web');
	await vs.draft('新|');
	await vs.type('质');
	console.log(await vs.labels());
	await vs.screenshot('driver4');
});
