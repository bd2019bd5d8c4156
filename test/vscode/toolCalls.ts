// The tools as another extension calls them: the same right and wrong calls in every host.
import { expect } from 'vitest';
import { rightCalls, wrongCalls } from '../contract/assistants/calls';
import type { Window } from '../support/window';

/** Right calls are answered, each in at most 8,000 characters. */
export async function expectAnswers(vs: Window): Promise<void> {
	for (const { call, has } of rightCalls) {
		const { answer, error } = await vs.tool(...call);
		expect({ call, error, answer }).toMatchObject({ answer: expect.stringContaining(has) as string });
		expect(answer?.length).toBeLessThanOrEqual(8000);
	}
}

/** Wrong calls are refused, and told what to do instead. */
export async function expectRefusals(vs: Window): Promise<void> {
	for (const { call, has } of wrongCalls) {
		const { error } = await vs.tool(...call);
		expect({ call, error }).toMatchObject({ error: expect.stringContaining(has) as string });
	}
}

export const toolCalls = {
	right: rightCalls.length,
	wrong: wrongCalls.length,
} as const;
