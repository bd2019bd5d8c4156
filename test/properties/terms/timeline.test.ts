// A formulation of many slots in a text that has nothing but its pieces.
import { expect, test } from 'vitest';
import { Spotter } from '../../../src/core/terms/spotter';
import { subjectOf } from '../../../src/core/terms/subject';
import { effort } from '../../support/effort';
import { corpusOf } from '../../unit/terms/corpus';

const corpus = corpusOf({});

test('hostile words end soon', async () => {
	const slots = subjectOf(corpus, () => new Spotter(corpus), Array.from({ length: 12 }, () => '一').join('{甲}'))!;
	const cost = await effort(() => {
		slots.uses('一'.repeat(5000));
	});
	expect(cost).toBeLessThan(150);
});
