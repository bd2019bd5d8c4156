// Whatever the draft, no word of it is lost on the way into a Word file: it stands there once, or is told of.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordLayouts } from '../../../src/core/word/manuscript';
import { anyDraft } from '../../support/madeDrafts';
import { linesIn, wordOf } from '../../support/wordFile';

describe.each(wordLayouts)('%s', layout => {
	test('every word stands in the file once', async () => {
		await fc.assert(
			fc.asyncProperty(anyDraft, async ({ text, words }) => {
				const word = await wordOf(text, { layout });
				const parts = word.names
					.filter(name => /^word\/(?:document|footnotes)\.xml$/.test(name))
					.map(name => word.part(name));
				// The contents repeat headings.
				const body = parts.map(xml => linesIn(xml.replace(/<w:sdt>.*?<\/w:sdt>/gs, '')).join('\n')).join('\n');
				const told = word.problems.map(problem => problem.what).join('\n');
				for (const one of words) {
					const times = body.split(one).length - 1;
					if (times === 0 && told.includes(one)) continue;
					expect(`${one} ${times}`).toBe(`${one} 1`);
				}
			}),
			{ numRuns: 100 },
		);
	});

	test('notes stand in the order of their marks', async () => {
		await fc.assert(
			fc.asyncProperty(anyDraft, async ({ text }) => {
				const word = await wordOf(text, { layout });
				const ids = [...word.part('word/document.xml').matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) =>
					Number(id),
				);
				expect(ids).toEqual(ids.map((_, at) => at + 1));
			}),
			{ numRuns: 60 },
		);
	});
});
