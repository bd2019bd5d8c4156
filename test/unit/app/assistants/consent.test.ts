// A yes goes as far as it was given, and no further.
import { expect, test } from 'vitest';
import { Consent, type Say, type Yes } from '../../../../src/app/assistants/consent';
import type { Handover } from '../../../../src/app/assistants/holdings';

const inside: Handover = { tool: 'policy_search', passages: 1, sources: ['here'], titles: ['甲'] };
const outside: Handover = { ...inside, sources: ['here', 'elsewhere'], titles: ['甲', '乙'] };

/** A person who gives these answers in turn, and what they were asked. */
function personWith(said: Say, ...answers: readonly (Yes | undefined)[]) {
	const asked: (readonly Yes[])[] = [];
	let says = said;
	let next = 0;
	const consent = new Consent({
		says: () => says,
		isOfWorkspace: id => id === 'here',
		ask: async (_, kinds) => {
			asked.push(kinds);
			await Promise.resolve();
			return answers[next++];
		},
		keepWorkspace: () => Promise.resolve(void (says = 'workspace')),
	});
	return { consent, asked, set: (say: Say) => (says = say) };
}

test.each([
	['always', outside, true],
	['never', inside, false],
	['workspace', inside, true],
] as const)('the settings decide without a question: %s', async (say, handover, isAllowed) => {
	const { consent, asked } = personWith(say);
	expect(await consent.allow(handover)).toBe(isAllowed);
	expect(asked).toEqual([]);
});

test('a yes for the workspace is offered for its documents alone, and is none to others', async () => {
	const { consent, asked } = personWith('ask', 'workspace', undefined, undefined);
	expect(await consent.allow(inside)).toBe(true);
	expect(await consent.allow(inside)).toBe(true);
	expect(asked).toEqual([['these', 'window', 'workspace']]);
	expect(await consent.allow(outside)).toBe(false);
	expect(await consent.allow({ ...outside, sources: [] })).toBe(false);
	expect(asked.slice(1)).toEqual([
		['these', 'window'],
		['these', 'window'],
	]);
});

test('a yes for once is asked again, one for the window is not, and never is never', async () => {
	const { consent, asked, set } = personWith('ask', 'these', undefined, 'window');
	expect(await Promise.all([inside, inside, outside].map(one => consent.allow(one)))).toEqual([true, false, true]);
	expect(await consent.allow(outside)).toBe(true);
	expect(asked).toHaveLength(3);
	set('never');
	expect(await consent.allow(inside)).toBe(false);
});
