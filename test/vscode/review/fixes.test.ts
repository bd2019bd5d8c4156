// What a person can do about a finding: each way out, taken with the keys from the menu, and one undo.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { open } from '../../support/driver';
import type { Window } from '../../support/window';

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '' }, width: 1300, height: 900 });
});
afterAll(async () => {
	await vs.close();
});
beforeEach(async () => {
	await vs.escape();
	await vs.draft('');
	await vs.until('nothing of the test before', async () => (await vs.problems()).length === 0 || undefined);
});

const found = (code: string) => vs.until(code, async () => (await vs.problems()).find(one => one.code === code));
const gone = (code: string) =>
	vs.until(`no ${code}`, async () => (await vs.problems()).every(one => one.code !== code) || undefined);

const take = (words: string) => vs.takeQuickFix(words);

/** Takes a fix where the cursor stands, checks what the draft is then, and that one undo brings back what it was. */
async function takes(words: string, after: string | RegExp): Promise<void> {
	const before = await vs.text();
	await take(words);
	const now = await vs.until(`the draft to change by “${words}”`, async () => {
		const text = await vs.text();
		return text === before ? undefined : text;
	});
	if (typeof after === 'string') expect(now).toBe(after);
	else expect(now).toMatch(after);
	await vs.press('Control+z');
	await vs.until('the draft as it was', async () => (await vs.text()) === before || undefined);
}

const quoted = '习近平总书记指出，“科技创新能够崔生新产业、新模式、新动能，是发展新质生产力的核心要素。”';

describe('a quotation that differs', () => {
	test('takes the wording of the source, with one undo', async () => {
		await vs.draft(`前文。\n\n${quoted}\n\n后文。\n`);
		await found('quotation.differs');
		await vs.cursorAfter('能够崔');
		const titles = await vs.openQuickFix('Take the wording of the source');
		await vs.screenshot('review-fixes');
		await vs.press('Escape');
		expect(titles.findIndex(title => title.startsWith('Take the wording of the source'))).toBe(0);
		expect(titles.at(-1)).toMatch(/^Do not report in any draft/);
		await takes('Take the wording of the source', `前文。\n\n${quoted.replace('崔', '催')}\n\n后文。\n`);
	});

	test('loses its marks', async () => {
		await vs.draft(`${quoted}\n`);
		await found('quotation.differs');
		await vs.cursorAfter('能够崔');
		await takes('Remove the quotation marks', `${quoted.replace(/[“”]/g, '')}\n`);
	});

	test('is left out here, and no longer found', async () => {
		await vs.draft(`前文。\n\n${quoted}\n`);
		await found('quotation.differs');
		await vs.cursorAfter('能够崔');
		await take('Do not report here: Quotation differs');
		await vs.until(
			'the comment',
			async () => (await vs.text()).includes('<!-- policy-writing: ignore quotation.differs -->\n习近平') || undefined,
		);
		await gone('quotation.differs');
		await vs.press('Control+z');
		await found('quotation.differs');
	});

	test('in a draft with CRLF the line ends stay', async () => {
		await vs.draft(`前文。\n\n${quoted}\n`, { eol: '\r\n' });
		await found('quotation.differs');
		await vs.cursorAfter('能够崔');
		await takes(
			'Do not report here: Quotation differs',
			`前文。\r\n\r\n<!-- policy-writing: ignore quotation.differs -->\r\n${quoted}\r\n`,
		);
	});
});

test('what is ignored everywhere stands in the own pack, which is made; taken out there, it is found again', async () => {
	await vs.draft('科技创薪很重要。\n\n又是科技创薪。\n');
	await found('wording.wrong');
	await vs.cursorAfter('科技创');
	await take('Do not report in any draft');
	await vs.pickType('');
	await vs.press('Enter');
	await gone('wording.wrong');
	const ignore = vs.read('policy-corpus/ignore.yaml');
	expect(ignore).toMatch(/- code: wording\.wrong\n {2}text: 科技创薪\n$/);
	await expect.poll(() => vs.read('policy-corpus/pack.yaml')).toContain('id: mine');
	await vs.message('policy-corpus/ignore.yaml');
	await vs.draft('此外，科技创薪，源始创新。\n');
	await vs.until(
		'the other slip alone',
		async () =>
			(await vs.problems())
				.filter(one => one.code === 'wording.wrong')
				.map(one => one.text)
				.join() === '源始创新' || undefined,
	);
	vs.write('policy-corpus/ignore.yaml', '');
	await vs.until(
		'both',
		async () => (await vs.problems()).filter(one => one.code === 'wording.wrong').length === 2 || undefined,
	);
});

test('a verbatim quotation without citation is cited where it stands', async () => {
	await vs.draft(`${quoted.replace('崔', '催')}\n\n后文。\n`);
	await found('quotation.uncited');
	await vs.cursorAfter('能够催');
	await takes(
		'Cite the source',
		/要素。”\[\^duchuanzhong-2024[^\]]*\][\s\S]*后文。[\s\S]*\[\^duchuanzhong-2024[^\]]*\]: /,
	);
});

test('recorded words without marks get marks and attribution', async () => {
	await vs.draft('各地认识到，发展新质生产力，必须进一步全面深化改革，形成与之相适应的新型生产关系，这是方向。\n');
	await found('quotation.unattributed');
	await vs.cursorAfter('进一步');
	await takes('Add the attribution', /习近平/);
});

test('a recorded wrong form is written right, one and all', async () => {
	await vs.draft('科技创薪很重要。\n\n要抓好科技创薪，也要抓好原始创薪。\n');
	await vs.until(
		'three',
		async () => (await vs.problems()).filter(one => one.code === 'wording.wrong').length === 3 || undefined,
	);
	await vs.cursorAfter('科技创');
	await takes('Write “科技创新”', '科技创新很重要。\n\n要抓好科技创薪，也要抓好原始创薪。\n');
	await takes(
		'Mend all recorded wrong forms in this draft (3)',
		'科技创新很重要。\n\n要抓好科技创新，也要抓好原始创新。\n',
	);
});

describe('settings', () => {
	test('half-width marks are found once they are asked for, and mended together by Fix All', async () => {
		await vs.draft('发展新质生产力,要靠创新;也要靠改革(包括制度).\n');
		await vs.setting('policyWriting.review.severity', { punctuation: 'warning' });
		await found('punctuation.halfwidth');
		await expect
			.poll(async () =>
				(await vs.problems())
					.filter(one => one.code === 'punctuation.halfwidth')
					.every(one => one.severity === 'Warning'),
			)
			.toBe(true);
		const before = await vs.text();
		await vs.run('Fix All');
		await vs.until(
			'wide marks',
			async () => (await vs.text()) === '发展新质生产力，要靠创新；也要靠改革（包括制度）。\n' || undefined,
		);
		await vs.press('Control+z');
		await vs.until('the draft as it was', async () => (await vs.text()) === before || undefined);
		await vs.setting('policyWriting.review.severity', undefined);
		await gone('punctuation.halfwidth');
	});

	test('brackets are widened in pairs: by Fix All, and by the fix of either', async () => {
		const draft = '采用政府和社会资本合作(PPP)模式，比上年提高(见表1)。\n';
		const wide = '采用政府和社会资本合作（PPP）模式，比上年提高（见表1）。\n';
		await vs.draft(draft);
		await vs.setting('policyWriting.review.severity', { punctuation: 'warning' });
		await vs.until('a finding a bracket', async () =>
			(await vs.problems()).filter(one => one.code === 'punctuation.halfwidth').length === 4 ? true : undefined,
		);
		await vs.run('Fix All');
		await vs.until('wide brackets', async () => ((await vs.text()) === wide ? true : undefined));
		await vs.press('Control+z');
		await vs.until('the draft as it was', async () => ((await vs.text()) === draft ? true : undefined));
		await vs.setting('policyWriting.review.severity', undefined);
		await gone('punctuation.halfwidth');
	});

	test('a code can be an error, or off; its family too', async () => {
		await vs.draft(`${quoted}\n`);
		await expect.poll(async () => (await found('quotation.differs')).severity).toBe('Warning');
		await vs.setting('policyWriting.review.severity', { 'quotation.differs': 'error' });
		await vs.until('an error', async () => (await found('quotation.differs')).severity === 'Error' || undefined);
		await vs.setting('policyWriting.review.severity', { quotation: 'off' });
		await gone('quotation.differs');
		await vs.setting('policyWriting.review.severity', undefined);
		await found('quotation.differs');
		await vs.setting('policyWriting.review.enabled', false);
		await gone('quotation.differs');
		await vs.setting('policyWriting.review.enabled', undefined);
		await found('quotation.differs');
	});
});
