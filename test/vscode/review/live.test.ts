// What a person sees of the review while writing: squiggles, the hover on them, and what goes away again.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../../support/driver';

import type { Problem, Window } from '../../support/window';

let vs: Window;
beforeAll(async () => { vs = await open({ files: { 'report.md': '' }, width: 1300, height: 900 }); });
afterAll(async () => { await vs.close(); });

const ours = (all: readonly Problem[]) => all.filter(one => /^(?:quotation|wording|punctuation)\./.test(String(one.code)));
const found = (code: string) => vs.until(code, async () => ours(await vs.problems()).find(one => one.code === code));
const nothing = () => vs.until('no finding', async () => ours(await vs.problems()).length === 0 || undefined);

test('a quotation that was changed: a squiggle after typing, with default settings; the hover shows draft and source', async () => {
	await vs.draft('习近平总书记指出：|');
	await vs.type('“科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要');
	await vs.ime('dongli', '动力');
	await vs.type('。”\n\n');
	const problem = await found('quotation.differs');
	expect(problem.message).toContain('《');
	await vs.until('a squiggle', async () => await vs.page.locator('.squiggly-warning, .squiggly-info').count() > 0 || undefined);
	const hover = await vs.hover('催生新产业', { at: 1 });
	await vs.screenshot('review-hover');
	console.log(hover.text, hover.html);
});
