// Notes written in the text cost as much as the text is long, however many are begun in one another.
import { expect, test } from 'vitest';
import { innerNotes } from '../../../src/core/draft/innerNotes';
import { effort } from '../../support/effort';

test.each(['^[', '\\footnote{', '\\a[', '{\n\n', '[\n\n'])(
	'four times as many of %j cost no more than so many times as much',
	async one => {
		const cost = (times: number) =>
			effort(() => (['markdown', 'latex'] as const).map(language => innerNotes(one.repeat(times), language)));
		await cost(1000);
		expect(await cost(40_000)).toBeLessThan(20 * ((await cost(10_000)) + 0.2));
	},
);
