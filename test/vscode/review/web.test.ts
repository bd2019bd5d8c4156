// The review in the web-worker host: nothing in it needs Node.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../../support/driver';
import type { Window } from '../../support/window';

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '' }, host: 'web' });
});
afterAll(async () => {
	await vs.close();
});

test('a slip is found while typing, and told in a hover', async () => {
	await vs.draft('|\n\n后文。\n');
	await vs.type('习近平总书记指出，“科技创新能够崔生新产业、新模式、新动能，是发展新质生产力的核心要素。”');
	await vs.cursorAfter('后文');
	await vs.until('the finding', async () => (await vs.problems()).find(one => one.code === 'quotation.differs'));
	await expect.poll(async () => (await vs.hover('能够')).text).toContain('[崔 should be 催]');
});
