// A draft of 5 MB: what a person types is on the screen as fast as ever while it is reviewed, and it is said how far the review went.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../../support/driver';
import type { Window } from '../../support/window';

const paragraphs = Array.from(
	{ length: 5400 },
	(_, at) => `第${at}段，各地因地制宜推进工作，第${at}个项目已经开工，`.repeat(10).padEnd(420, '推进工作。') + '。',
);
const large = `习近平总书记指出，“科技创新能够崔生新产业、新模式、新动能，是发展新质生产力的核心要素。”\n\n${paragraphs.join('\n\n')}\n`;

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'large.md': large }, width: 1300, height: 900 });
});
afterAll(async () => {
	await vs.close();
});

/** Types behind the words of a place. Milliseconds from each key to the frame on which its character stands on the screen. */
async function latencies(place: string, text: string): Promise<number[]> {
	await vs.cursorAfter(place);
	const times: number[] = [];
	for (const [at, letter] of [...text].entries()) {
		const shown = text.slice(0, at + 1);
		const begin = Date.now();
		await vs.page.keyboard.type(letter);
		await vs.page.waitForFunction(
			words =>
				[...document.querySelectorAll('.editor-group-container.active .view-line')].some(line =>
					line.textContent?.replaceAll('\u00a0', ' ').includes(words),
				),
			shown,
			{ polling: 'raf' },
		);
		times.push(Date.now() - begin);
	}
	return times;
}

/** The time that so large a share of them does not exceed. */
const share = (times: readonly number[], part: number): number =>
	[...times].sort((a, b) => a - b)[Math.ceil(times.length * part) - 1] ?? 0;

test('typing does not wait for the review, and what was not looked at is said', async () => {
	expect(Buffer.byteLength(large)).toBeGreaterThan(5_000_000);
	await vs.until('the review of the beginning', async () =>
		(await vs.problems()).find(one => one.code === 'quotation.differs'),
	);
	const said = await vs.until('how far it went', async () =>
		(await vs.problems()).find(one => one.code === 'review.partial'),
	);
	expect(said).toMatchObject({ severity: 'Information', line: 1 });
	const [, characters] = /only its first (\d+) characters/.exec(said.message) ?? [];
	expect(Number(characters)).toBeGreaterThan(10_000);
	// The same without the review, before and after, says what the editor itself takes on this machine.
	await vs.setting('policyWriting.review.enabled', false);
	await vs.until('no review', async () => (await vs.problems()).length === 0 || undefined);
	const before = await latencies('第0段，', 'typed while there is none');
	await vs.setting('policyWriting.review.enabled', undefined);
	const reviewed = await latencies('第1段，', 'this is typed while the review is at work again and again and again');
	await vs.setting('policyWriting.review.enabled', false);
	await vs.until('no review', async () => (await vs.problems()).length === 0 || undefined);
	const alone = [...before, ...(await latencies('第2段，', 'and again without'))];
	console.log(
		`${large.length} characters, checked ${characters}; from key to screen: median ${share(reviewed, 0.5)} ms, slowest ${share(reviewed, 1)} ms; without review ${share(alone, 0.5)} and ${share(alone, 1)} ms`,
	);
	expect(share(reviewed, 0.9)).toBeLessThan(Math.max(400, 4 * share(alone, 0.9)));
});
