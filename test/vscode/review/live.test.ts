// What a person sees of the review while writing: squiggles, the hover on them, what waits, and what goes away again.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { open } from '../../support/driver';
import type { Problem, Window } from '../../support/window';

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '' }, width: 1300, height: 900 });
});
afterAll(async () => {
	await vs.close();
});

const ours = async (): Promise<Problem[]> =>
	(await vs.problems()).filter(one => /^(?:quotation|wording|punctuation)\./.test(one.code));
const found = (code: string) => vs.until(code, async () => (await ours()).find(one => one.code === code));
const nothing = () => vs.until('no finding', async () => (await ours()).length === 0 || undefined);
beforeEach(async () => {
	await vs.escape();
	await vs.draft('', { language: 'markdown' });
	await nothing(); // of the test before
});
/** Waits until the draft was looked at: a slip put at its end is found. */
const looked = async () => {
	await vs.press('Control+End');
	await vs.type('\n\n');
	await vs.type('科技创薪很重要。'); // and no Enter after it, which a list that comes late would take for itself
	await found('wording.wrong');
};

/** Waits until the draft was looked at with the cursor where it is, and nothing was found but the slip put at the end for that. */
const lookedWhileWriting = async () => {
	await vs.append('\n\n科技创薪很重要。\n');
	await found('wording.wrong');
	await expect.poll(async () => (await ours()).map(one => one.code)).toEqual(['wording.wrong']);
};

test('a quotation that was changed: a squiggle after typing, with default settings; the hover shows draft and source in words', async () => {
	await vs.draft('习近平总书记指出：|\n\n后文。\n');
	await vs.type('“科技创新能够崔生新产业、新模式、');
	await vs.ime('dongneng', '新动能');
	await vs.type('，是发展新质生产力的核心要素。”');
	await vs.cursorAfter('后文');
	const problem = await found('quotation.differs');
	expect(problem).toMatchObject({ severity: 'Warning', source: 'Policy Writing' });
	expect(problem.message).toMatch(/《.+》 \(2024.*\), paragraph 2: “崔” instead of “催”/);
	await vs.until('a squiggle', async () => (await vs.page.locator('.squiggly-warning').count()) > 0 || undefined);
	const hover = await vs.hover('能够'); // no term stands there
	await vs.screenshot('review-hover');
	expect(hover.text).toContain(
		'Draft: 科技创新能够[崔 should be 催]生新产业、新模式、新动能，是发展新质生产力的核心要素',
	);
	expect(hover.text).toContain('The source has: 科技创新能够催生新产业');
	expect(hover.text).toContain('习近平');
	expect(hover.text).toContain('中共中央政治局第十一次集体学习');
	expect(hover.html).toContain('<del>崔</del>');
	expect(hover.html).toContain('<strong>催</strong>');
	expect(hover.text.split('《').length - 1, 'the source is named once').toBe(1);
	await vs.clickHover('Open source');
	await vs.until(
		'the source',
		async () => (/核心要素/.test(await vs.text()) && !/崔/.test(await vs.text())) || undefined,
	);
	await vs.open('report.md');
});

test('on a term that stands in a finding, the finding is told first, what it means below', async () => {
	await vs.draft(
		'习近平总书记指出：“科技创新能够崔生新产业、新模式、新动能，是发展新质生产力的核心要素。”\n\n后文。\n',
	);
	await found('quotation.differs');
	const { text } = await vs.hover('新质生产力');
	await vs.screenshot('review-hover-term');
	const order = ['“崔” instead of “催”', 'Draft: 科技创新', 'new quality productive forces'].map(words =>
		text.indexOf(words),
	);
	expect(order, text).toEqual([...order].sort((a, b) => a - b));
	expect(order).not.toContain(-1);
});

test('words in another script are said to be the same words', async () => {
	await vs.draft('习近平总书记指出，“科技創新能夠催生新產業、新模式、新動能，是發展新質生產力的核心要素。”\n');
	await expect.poll(async () => (await found('quotation.form')).message).toContain('in another script');
	await expect
		.poll(async () => (await vs.hover('模式')).text)
		.toContain('Compared without regard to punctuation, width and script.');
});

test('where other words may be meant, the hover says that no wording is offered', async () => {
	await vs.draft('习近平总书记指出，“加快建设现代化体系”。\n');
	await expect.poll(async () => (await found('quotation.differs')).message).toContain('“经济” is left out');
	await expect.poll(async () => (await vs.hover('建设')).text).toContain('Other words may be meant as well');
});

test('other marks: shown as marks, not as signs of Markdown', async () => {
	await vs.draft('习近平总书记指出，“科技创新能够催生新产业，新模式；新动能，是发展新质生产力的核心要素。”\n');
	await expect.poll(async () => (await found('quotation.form')).message).toContain('with other punctuation');
	const { text } = await vs.hover('能够');
	expect(text).toContain('新产业[， should be 、]新模式[； should be 、]新动能');
	expect(text).toContain('The source has: 科技创新能够催生新产业、新模式、新动能');
	expect(text).not.toMatch(/[*~]/);
});

test('what is not in the corpus is information and no judgement', async () => {
	await vs.draft('有人说，“山那边的羊群在雨后慢慢走回了村口的老井旁边。”\n');
	await expect
		.poll(() => found('quotation.unknown'))
		.toMatchObject({
			severity: 'Information',
			message: 'Not in this corpus, so it could not be compared.',
		});
	await expect.poll(async () => (await vs.hover('羊群')).text).toContain('This says nothing about whether it is right');
});

test('a verbatim quotation without citation gets a hint, no squiggle', async () => {
	await vs.draft('习近平总书记指出，“科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。”\n');
	await expect.poll(async () => (await found('quotation.uncited')).severity).toBe('Hint');
	await vs.until('the dots', async () => (await vs.page.locator('.squiggly-hint').count()) > 0 || undefined);
	await expect.poll(() => vs.page.locator('.squiggly-warning, .squiggly-error, .squiggly-info').count()).toBe(0);
});

test('code, front matter, comments and formulas are not reviewed', async () => {
	await vs.draft(
		'---\ntitle: 科技创薪\n---\n\n```\n科技创薪\n```\n\n用`科技创薪`写，$科技创薪$。\n\n<!-- 科技创薪 -->\n',
		{ literal: true },
	);
	await looked();
	await expect.poll(() => ours()).toHaveLength(1);
});

test('a word that is just being written is left in peace, for a while', async () => {
	await vs.draft('|');
	await vs.type('要抓好科技创薪');
	const written = Date.now();
	await found('wording.wrong');
	expect(Date.now() - written).toBeGreaterThan(900); // longer than the pause after which a draft is looked at
	await vs.press('Backspace');
	await nothing();
});

test('a quotation that is being written is compared once it is closed, or the cursor has left it', async () => {
	await vs.draft('习近平总书记指出：“|”\n\n后文。\n');
	await vs.ime('keji', '科技创新能够促成新产业、新模式、新动能');
	await lookedWhileWriting();
	await vs.press('ArrowRight');
	await found('quotation.differs');
	await vs.draft('|\n\n后文。\n');
	await nothing();
	await vs.type('习近平总书记指出：“科技创新能够促成新产业、新模式、新动能');
	await lookedWhileWriting();
	await vs.type('，是发展新质生产力的核心要素。”');
	await found('quotation.differs');
});

test('a mark that nothing closes, over the whole draft, is no quotation', async () => {
	await vs.draft('');
	const paragraph = '都说“加快发展新质生产力，是大事。\n\n有人说「各地都要重视。（再说一遍\n\n';
	await vs.draft(paragraph.repeat(300), { literal: true });
	await looked();
	await expect
		.poll(async () => (await ours()).filter(one => one.code.startsWith('quotation.')).map(one => one.text))
		.toEqual([]);
});

test('everything deleted while it is looked at: nothing is left behind', async () => {
	const quoted = '习近平总书记指出，“科技创新能够崔生新产业、新模式、新动能，是发展新质生产力的核心要素。”\n\n';
	await vs.draft(quoted.repeat(400), { literal: true });
	// The review has begun, of which there is no sign; the test holds whenever that is.
	// eslint-disable-next-line no-restricted-syntax
	await vs.page.waitForTimeout(450);
	await vs.press('Control+a', 'Delete');
	await nothing();
	await looked();
	await expect.poll(() => ours()).toHaveLength(1);
});

test('plain text and LaTeX are reviewed, other languages are not', async () => {
	for (const language of ['plaintext', 'latex']) {
		await vs.draft('科技创薪很重要。\n', { language });
		await found('wording.wrong');
	}
	await vs.draft('科技创薪很重要。\n', { language: 'json' });
	await nothing();
});
