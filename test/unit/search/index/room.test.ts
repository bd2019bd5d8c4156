// Without memory for looking up, pairs are looked up in the files, and what was found is remembered: the answers are the same.
import { describe, expect, test } from 'vitest';
import { findPassages } from '../../../../src/core/search/index/find';
import { MemoryStore } from '../../../../src/core/search/index/store';
import { indexOf } from './documents';

/** Numbers below a bound, the same in every run. */
function drawn(): (bound: number) => number {
	let state = 7;
	return bound => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
		return (state >>> 8) % bound;
	};
}

const draw = drawn();
/** Of 200 characters: so most pairs are there, each in some passages, and no two words ask for the same ones. */
const text = (length: number) => Array.from({ length }, () => String.fromCharCode(0x4e00 + draw(200))).join('');
const documents = Array.from({ length: 40 }, (_, nth) => ({
	name: `d${nth}`,
	version: '1',
	source: `d${nth}`,
	title: '',
	paragraphs: Array.from({ length: 25 }, () => text(60)),
}));
/** Every other one stands somewhere, with one character that does not in every third. */
const words = Array.from({ length: 150 }, (_, nth) => {
	const length = 2 + (nth % 7);
	if (nth % 2 === 1) return text(length);
	const cut = documents[draw(40)]?.paragraphs[draw(25)]?.slice(10, 10 + length) ?? '';
	return nth % 3 === 0 ? `${cut.slice(0, -1)}${text(1)}` : cut;
});

describe('an index with no memory for looking up', () => {
	const room = { left: 0 };
	const [plenty, none] = [indexOf(documents), indexOf(documents, new MemoryStore(), room)];

	test.each(['the first time', 'again'])('answers as one that has enough, asked %s', () => {
		for (const word of words) {
			const [right, found] = [plenty, none].map(index => findPassages(index.hold(), { text: word, limit: 50 }));
			expect(found, word).toEqual(right);
			for (const index of [plenty, none]) index.release();
		}
	});

	test('finds something for many words, and takes no memory', () => {
		const found = words.filter(word => findPassages(none.hold(), { text: word, limit: 1 }).length > 0);
		expect(found.length).toBeGreaterThan(words.length / 3);
		expect(room.left).toBe(0);
	});

	test('reads the file for a pair once while it is remembered, and not for what is not there', () => {
		const store = new MemoryStore();
		let reads = 0;
		const open = store.open.bind(store);
		store.open = name => {
			const file = open(name);
			return (
				file && {
					...file,
					read(offset, into) {
						reads++;
						return file.read(offset, into);
					},
				}
			);
		};
		const index = indexOf(documents, store, { left: 0 });
		const readsOf = (word: string): number => {
			const before = reads;
			findPassages(index.hold(), { text: word, limit: 1 });
			return reads - before;
		};
		const word = documents[3]?.paragraphs[2]?.slice(4, 6) ?? '';
		const [first, second] = [readsOf(word), readsOf(word)];
		expect(second).toBeLessThan(first);
		const absent = '\u7fff\u7ffe';
		readsOf(absent);
		expect(readsOf(absent)).toBe(0);
	});
});
