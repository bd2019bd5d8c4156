// Silence is taken for "all clean": what a text hides from a review as code, by its length, or by how long all of it
// takes is verified, or said not to have been.
import { describe, expect, test, vi } from 'vitest';
import { sentText } from '../../../../src/app/assistants/sentText';
import { policyVerify } from '../../../../src/app/assistants/verify';
import { createService } from '../../../../src/core/service';
import { smallPack } from '../../../support/smallPack';

const holdings = { records: createService([{ compiled: smallPack }]).service };
const invented = '他指出：“谁抓住了算力，谁就抓住了未来十年的主动权。”';
const verdictsOf = (answer: Readonly<Record<string, unknown>>) =>
	(answer.findings as readonly { readonly verdict: string }[]).map(one => one.verdict);

test.each([
	['```\n', '\n```'],
	['```markdown\n# 总体要求\n\n', '\n```'],
	['~~~md\r\n', '\r\n~~~'],
	['> ```\n> ', '\n> ```'],
	['一段。\n\n    ', ''],
	['\t', ''],
	['见`', '`一句'],
	['```js\nconst a = 1;\n```\n\n', ''],
	['```\n', ''],
])('what stands as code is verified: %j…%j', async (before, after) => {
	const text = before + invented + after;
	expect(verdictsOf(await policyVerify({ text }, holdings))).toEqual(['unknown']);
	expect(sentText(text).text).toHaveLength(text.length);
});

test.each([
	'```js\nsay("谁抓住了算力，谁就抓住了未来十年的主动权。");\n```',
	'用`policy_verify`',
	'- 甲\n    - 乙\n\n1. 丙',
])('code and lists stay as they are: %j', text => {
	expect(sentText(text).text).toBe(text);
});

test('a long line is cut behind sentences, and places lead back to what was sent', () => {
	const sentence = '各地要坚持从实际出发，先立后破。';
	for (const sent of [
		sentence.repeat(6000),
		`甲\n${sentence.repeat(3001)}\n乙\n${sentence.repeat(1500)}`,
		'新'.repeat(95_000),
	]) {
		const { text, original } = sentText(sent);
		expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThanOrEqual(20_000);
		expect(text.replaceAll('\n', '')).toBe(sent.replaceAll('\n', ''));
		for (let place = 0; place < text.length; place += 997)
			if (text.charAt(place) !== '\n') expect(sent.charAt(original(place))).toBe(text.charAt(place));
	}
});

describe('a text longer than there is time for', () => {
	const one = (at: number) => `“第${at}座粮仓里住进了一位守夜的诗人${'，夜夜写诗'.repeat(at % 3)}”，很好。`;
	const text = Array.from({ length: 30 }, (_, at) => one(at)).join('\n\n');

	/** Time that passes by so many milliseconds with every look at it. */
	async function withClock<T>(step: number, work: () => Promise<T>): Promise<T> {
		let now = 0;
		const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += step));
		try {
			return await work();
		} finally {
			clock.mockRestore();
		}
	}

	test('is told of as far as it was looked at, and nothing beyond is called unknown', async () => {
		const counts = new Set<number>();
		for (const step of [1, 40, 150, 400]) {
			const answer = await withClock(step, () => policyVerify({ text }, holdings));
			const found = verdictsOf(answer).length;
			counts.add(found);
			const upTo = Number(/first (\d+) characters/.exec(String(answer.partial))?.[1] ?? text.length);
			const within = text.slice(0, upTo).match(/”/g)?.length ?? 0;
			expect(found).toBeLessThanOrEqual(within);
			if (answer.partial === undefined)
				expect(found + (answer.cursor === undefined ? 0 : 30)).toBeGreaterThanOrEqual(30);
		}
		expect(counts.size).toBeGreaterThan(1);
	});

	test('of a list it says how many quotations were looked at', async () => {
		const quotations = Array.from({ length: 30 }, (_, at) => one(at));
		const answer = await withClock(400, () => policyVerify({ quotations }, holdings));
		expect(answer.partial).toMatch(/first \d+ quotations/);
	});

	test('what was given up is not taken for all there is by the next page', async () => {
		const all = Array.from({ length: 60 }, (_, at) => invented.replace('算力', `算力${at}`)).join('\n\n');
		const first = await policyVerify({ text: all }, holdings);
		await policyVerify({ text: all }, holdings, { aborted: true });
		const next = await policyVerify({ text: all, cursor: first.cursor }, holdings);
		expect(verdictsOf(next).length).toBeGreaterThan(0);
		expect(next.partial).toBeUndefined();
	});
});

test('of more reports without marks than are looked at the rest is asked for', async () => {
	const text = Array.from({ length: 130 }, (_, at) => `习近平总书记指出，要让第${at}座粮仓都住进守夜的诗人。`).join(
		'\n',
	);
	const { partial } = await policyVerify({ text }, holdings);
	expect(partial).toContain(`first ${text.indexOf('要让第120座')} characters`);
});
