// Several edits of one Word file, tracked or not, in every style and layout: taken over together or one after the other,
// the draft says what the file says.
import { describe, expect, test } from 'vitest';
import { comparable, mixtureOf, outcomeOf, type MixtureOf } from '../../../support/wordEdits/mixture';
import { edits } from '../../../support/wordEdits/edits';

const styles = ['footnote', 'numeric', 'note'] as const;

/** What was done where the draft is not what it should be. */
async function faults(seeds: number, of: Omit<MixtureOf, 'layout'>): Promise<readonly string[]> {
	const found: string[] = [];
	for (let seed = 1; seed <= seeds; seed++) {
		const layout = seed % 2 === 0 ? 'official' : 'report';
		const mixture = await mixtureOf(seed * 7919, { ...of, layout });
		const { taken, oneByOne } = outcomeOf(mixture, seed);
		const wanted = comparable(mixture.expected, of.style);
		const isRight = [taken, oneByOne].every(draft => comparable(draft, of.style) === wanted);
		if (!isRight) found.push(`${seed}: ${mixture.did.join('; ')}`);
	}
	return found;
}

describe.each(styles)('as %s', style => {
	test.each([...edits.keys()])('one edit: %s', async only => {
		for (const isTracked of [true, false]) expect(await faults(5, { style, count: 1, only, isTracked })).toEqual([]);
	});

	test('four edits that may meet: of sixty drafts two may be otherwise', async () => {
		const found = await faults(60, { style, count: 4 });
		expect(found.length, found.join('\n')).toBeLessThanOrEqual(2);
	});
});
