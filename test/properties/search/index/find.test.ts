// An index finds what the index in memory finds, whatever the documents and the words.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PassageIndex } from '../../../../src/core/search/bigramSearch';
import type { IndexedDocument } from '../../../../src/core/search/index/engine';
import { findPassages } from '../../../../src/core/search/index/find';
import { MemoryStore } from '../../../../src/core/search/index/store';
import { mentionOf, timelineOf } from '../../../../src/core/search/index/uses';
import { finish } from '../../../../src/core/search/steps';
import { holdsNearly } from '../../../../src/core/search/mostWords';
import { wordsOf } from '../../../../src/core/search/query';
import { compact } from '../../../../src/core/text/compact';
import { fold } from '../../../../src/core/text/fold';
import { indexOf } from '../../../unit/search/index/documents';

const text = fc.string({ unit: fc.constantFrom(...'新质質生产力业，a', '𠮷', '\ud800'), maxLength: 12 });
const bare = (source: string) => compact(fold(source)).text;

test('the same passages as in memory, exact and near, in the same order with the same scores', () => {
	fc.assert(
		fc.property(fc.array(fc.array(text, { maxLength: 5 }), { maxLength: 6 }), text, text, (all, one, other) => {
			const documents = all.map((paragraphs, at): IndexedDocument => ({
				name: `${at}`,
				version: '1',
				source: `s${at}`,
				title: '',
				date: '2020',
				paragraphs,
			}));
			const flat = documents.flatMap(({ name, paragraphs }) =>
				paragraphs.map((words, at) => ({ key: `${name} ${at + 1}`, words })),
			);
			const index = new PassageIndex(flat.map(passage => passage.words));
			for (const query of [one, `${one} ${other}`]) {
				// Near hits must hold the words nearly, here as in the search of citations.
				const expected = index
					.searchNow(query, { limit: 50 })
					.map(({ passage, score, exact }) => ({ key: flat[passage]!.key, text: flat[passage]!.words, score, exact }))
					.filter(({ text, exact }) => exact || holdsNearly(text, wordsOf(query)));
				// With all pairs in memory, and with hardly any.
				for (const left of [1_000_000, 0]) {
					const hits = findPassages(indexOf(documents, new MemoryStore(), { left }).hold(), { text: query, limit: 50 });
					expect(
						hits.map(hit => ({
							key: `${hit.document} ${hit.paragraph}`,
							text: hit.text,
							score: hit.score,
							exact: hit.exact,
						})),
					).toEqual(expected);
				}
			}
		}),
		{ numRuns: 200 },
	);
});

test('uses are as many as looking into all passages says', () => {
	fc.assert(
		fc.property(fc.array(fc.array(text, { maxLength: 5 }), { maxLength: 6 }), text, (all, words) => {
			const documents = all.map((paragraphs, at): IndexedDocument => ({
				name: `${at}`,
				version: '1',
				source: '',
				title: '',
				paragraphs,
			}));
			const word = bare(words.replaceAll(' ', ''));
			const uses = word === '' ? 0 : all.flat().reduce((sum, passage) => sum + bare(passage).split(word).length - 1, 0);
			const holding =
				word === '' ? 0 : all.filter(passages => passages.some(passage => bare(passage).includes(word))).length;
			const segments = indexOf(documents).hold();
			expect(finish(timelineOf(segments, words, {})).uses).toBe(uses);
			expect(finish(mentionOf(segments, words, {})).documents).toBe(holding);
		}),
		{ numRuns: 100 },
	);
});
