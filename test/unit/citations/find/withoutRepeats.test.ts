// Passages beside citations: words that are listed as a quotation are not listed again as a passage.
import { expect, test } from 'vitest';
import type { Hit } from '../../../../src/core/citations/find/find';
import { withoutRepeats } from '../../../../src/core/citations/find/withoutRepeats';

const hit = (kind: Hit['kind'], source: string, paragraph?: number) =>
	({
		id: 'x',
		kind,
		text: '',
		source,
		sourceTitle: '',
		score: 1,
		...(paragraph === undefined ? {} : { paragraph }),
	}) as Hit;

test('the paragraph of a quotation goes; of a point, of another source and of another paragraph it stays', () => {
	const passages = [1, 2, 3].flatMap(paragraph => ['a', 'b'].map(source => ({ source, paragraph })));
	expect(
		withoutRepeats(
			[hit('quotation', 'a', 1), hit('point', 'a', 2), hit('source', 'b'), hit('quotation', 'b')],
			passages,
		),
	).toEqual(passages.slice(1));
	expect(withoutRepeats([], passages)).toEqual(passages);
});
