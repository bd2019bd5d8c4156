import fc from 'fast-check';
import { expect, test } from 'vitest';
import { certaintyOf } from '../../../../src/core/search/continuations/certainty';
import { contextTable } from '../../../../src/core/search/continuations/contexts';
import { Worths } from '../../../../src/core/search/continuations/continuation';
import { Nearby } from '../../../../src/core/search/continuations/nearby';
import { Phrases, type OfferedText } from '../../../../src/core/search/continuations/phrases';
import { WrittenText } from '../../../../src/core/search/continuations/predict';
import { Refusals } from '../../../../src/core/search/continuations/refusals';
import { sortedSuffixes } from '../../../../src/core/search/continuations/sortedSuffixes';
import { TextBlock } from '../../../../src/core/search/continuations/textBlock';

function end<T>(steps: Generator<void, T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

function text(key: string, date: string, ...paragraphs: string[]): OfferedText {
	return { key, date, paragraphs, length: paragraphs.join('').length, read: () => paragraphs } as OfferedText;
}

function phrasesOf(...texts: OfferedText[]): Phrases {
	const phrases = new Phrases();
	end(phrases.take(texts));
	return phrases;
}

const recurring = (key: string, date: string) =>
	text(
		key,
		date,
		'坚持稳中求进工作总基调，推进改革。',
		'我们要坚持稳中求进工作总基调。',
		'必须坚持稳中求进工作总基调。',
	);

test('goes on as the documents do, up to the next mark', () => {
	const found = phrasesOf(recurring('a', '2014'), recurring('b', '2015')).after('今年要坚持稳中', 'balanced');
	expect(found?.text).toBe('求进工作总基调');
	expect(found?.share).toBeGreaterThan(0.5);
	expect(found?.count).toBe(2);
});

test('tells the places, the latest documents first', () => {
	const found = phrasesOf(recurring('a', '2014'), recurring('b', '2015-03')).after('我们要坚持稳中', 'eager');
	expect(found?.places[0]).toEqual({ key: 'b', paragraph: 2 });
	expect(found?.places).toContainEqual({ key: 'a', paragraph: 2 });
});

test('a part of a text counts its paragraphs on', () => {
	const part = { ...recurring('a', '2014'), paragraph: 41 };
	expect(phrasesOf(part).after('我们要坚持稳中', 'eager')?.places).toContainEqual({ key: 'a', paragraph: 42 });
});

test('script and width do not matter', () => {
	expect(phrasesOf(recurring('a', '2014'), recurring('b', '2015')).after('今年要堅持穩中', 'balanced')?.text).toBe(
		'求进工作总基调',
	);
});

test('figures are not foretold', () => {
	const growth = text('a', '2014', '国内生产总值增长7.5%。', '国内生产总值增长7.5%。', '国内生产总值增长7.5%。');
	expect(phrasesOf(growth).after('国内生产总值', 'eager')?.text).toBe('增长');
	expect(phrasesOf(growth).after('国内生产总值增长', 'eager')).toBeUndefined();
});

test('what the draft itself says is one more text', () => {
	const phrases = phrasesOf();
	const said = '大力发展低空经济产业。'.repeat(4);
	expect(phrases.after(`${said}我市大力发展低`, 'eager')?.text).toBe('空经济产业');
	expect(phrases.after('我市大力发展低', 'eager')).toBeUndefined();
});

test('the surer it must be, the less is shown', () => {
	const mixed = text('a', '2014', ...['加快发展服务业。', '加快发展服务业。', '加快发展服务业。', '加快发展教育。']);
	const phrases = phrasesOf(mixed);
	const shown = (['eager', 'balanced', 'sure'] as const).map(how => phrases.after('加快发展', how)?.text ?? '');
	expect(shown).toEqual([...shown].sort((a, b) => b.length - a.length));
	expect(shown[2]).toBe('');
});

test('a document that is gone is not gone on with, a new one is', () => {
	const phrases = phrasesOf(recurring('a', '2014'));
	end(phrases.take([text('b', '2015', '新的提法是这样的话。', '新的提法是这样的话。', '新的提法是这样的话。')]));
	expect(phrases.after('今年要坚持稳中', 'eager')).toBeUndefined();
	expect(phrases.after('我们说新的提法', 'eager')?.text).toBe('是这样的话');
	// More changes than blocks are kept.
	const texts = Array.from({ length: 20 }, (_, at) => recurring(`c${at}`, '2016'));
	for (let count = 1; count <= texts.length; count++) end(phrases.take(texts.slice(0, count)));
	expect(phrases.after('我们要坚持稳中', 'balanced')?.count).toBe(20);
});

test('nothing at all is nothing to go on with', () => {
	expect(phrasesOf().after('', 'eager')).toBeUndefined();
	expect(phrasesOf(text('a', '')).after('我们', 'eager')).toBeUndefined();
});

test('places are in the order of what stands there, and every string is found where it stands', () => {
	const some = fc.string({ unit: fc.constantFrom('经', '济', '，', '7', '8', '經'), maxLength: 80 });
	fc.assert(
		fc.property(some, fc.nat(), fc.integer({ min: 1, max: 4 }), (given, from, length) => {
			const units = Uint16Array.from(given, one => one.charCodeAt(0));
			expect([...end(sortedSuffixes(units, contextTable()))].sort((a, b) => a - b)).toEqual([...units.keys()]);
			const block = end(TextBlock.of([{ key: 'a', date: '', paragraphs: [given] }]));
			const table = contextTable();
			const folded = Array.from(`\n${given}`, one => table[one.charCodeAt(0)] ?? 0);
			const start = from % folded.length;
			const sought = folded.slice(start, start + length);
			const places = block.find(sought, sought.length);
			const found = Array.from({ length: places.to - places.from }, (_, at) => block.place(places.from + at));
			const right = [...folded.keys()].filter(at => sought.every((value, by) => folded[at + by] === value));
			expect(found.sort((a, b) => a - b)).toEqual(right);
		}),
		{ seed: 16, numRuns: 300 },
	);
});

test('what was typed over stays away for some characters, or up to a mark', () => {
	const refusals = new Refusals();
	expect(refusals.shown('我们加快', '发展')).toBe('发展');
	expect(refusals.shown('我们加快', '发展')).toBe('发展');
	expect(refusals.shown('我们加快推', '进改革')).toBe('');
	expect(refusals.shown('我们加快推进，', '深化改革')).toBe('深化改革');
	expect(refusals.shown('他们加快', '发展')).toBe('发展');
	expect(refusals.shown('他们加快推，进', '一步发展')).toBe('一步发展');
});

test('what was hidden meanwhile does not keep the next one hidden', () => {
	const refusals = new Refusals();
	refusals.shown('我们加快', '发展');
	expect(refusals.shown('我们加快推动', '产业升级')).toBe('');
	expect(refusals.shown('我们加快推动各地', '区协调发展')).toBe('区协调发展');
});

test('certainty grows with the share, and is less at the beginning of a clause', () => {
	const uses = { ours: 3, all: 4 };
	const near = [uses, uses] as const;
	const certainty = (share: number, isClause = false): number =>
		certaintyOf({ share, uses: [uses, uses, uses], near, length: 6, ways: 2 }, { isClause, length: 4 });
	const grown = [0, 0.2, 0.5, 0.9, 1].map(share => certainty(share));
	expect(grown).toEqual([...grown].sort((a, b) => a - b));
	expect(grown.every(one => one > 0 && one < 1)).toBe(true);
	expect(certainty(0.9, true)).toBeLessThan(certainty(0.9));
});

test('what stands near to the words written last makes surer, what goes on otherwise there less sure', () => {
	const uses = { ours: 3, all: 4 };
	const certainty = (ours: number, all: number): number => {
		const near = { ours, all };
		return certaintyOf({ share: 0.7, uses: [uses, uses, uses], near: [near, near], length: 6, ways: 2 }, begun);
	};
	const begun = { isClause: false, length: 6 };
	expect(certainty(4, 4)).toBeGreaterThan(certainty(0, 0));
	expect(certainty(0, 4)).toBeLessThan(certainty(0, 0));
});

test('places are near where what was written last stands, not where it stands elsewhere', () => {
	const matter = '建设粮食生产功能区和重要农产品生产保护区';
	const far = '完善社会保障体系。'.repeat(40);
	const block = end(TextBlock.of([{ key: 'a', date: '2014', paragraphs: [`${matter}，加强农田水利建设。`, far] }]));
	const nearby = new Nearby([block], new WrittenText(`${matter}，今年还要`).values);
	expect(nearby.at(0, 25)).toBe(3);
	expect(nearby.at(0, 300)).toBe(0);
	expect(new Nearby([block], new WrittenText('与此无关的另一句话说的是别的').values).at(0, 25)).toBe(0);
	// What stands everywhere is no place.
	expect(new Nearby([block], new WrittenText(far).values).at(0, 200)).toBe(0);
});

test('what the next commit will tell is waited for, not shown as a guess', () => {
	const worths = new Worths(1.7);
	// The first two characters are a guess; if they are right, the other ten are sure.
	for (let length = 1; length <= 12; length++) worths.add(length, length === 1 ? 0.6 : 0.4);
	expect(worths.best).toBeUndefined();
	const sure = new Worths(1.7);
	for (let length = 1; length <= 12; length++) sure.add(length, 0.8);
	expect(sure.best).toEqual(expect.objectContaining({ length: 12, share: 0.8 }));
	const short = new Worths(1.7);
	short.add(1, 0.85);
	expect(short.best).toBeUndefined();
});

test('what is taken is followed by the next at once', () => {
	const refusals = new Refusals();
	refusals.shown('我们加快', '发展');
	expect(refusals.shown('我们加快发展', '服务业')).toBe('服务业');
});

test('what a row of a list wrote is no typing over: the next shows at once', () => {
	const refusals = new Refusals();
	refusals.shown('培育新质', '生产力带动改革');
	expect(refusals.shownAfter).toBe('培育新质');
	refusals.forget();
	expect(refusals.shownAfter).toBeUndefined();
	expect(refusals.shown('培育新质生产力', '带动改革')).toBe('带动改革');
});

test('what was refused makes the next one dearer, what was taken less so, within bounds', () => {
	const refusals = new Refusals();
	expect(refusals.caution).toBe(1);
	refusals.shown('我们加快', '发展', 0.8);
	refusals.shown('我们加快推', '', 0);
	const once = refusals.caution;
	expect(once).toBeGreaterThan(1);
	// Asked again at the same place, or with the cursor elsewhere, nothing was refused.
	refusals.shown('他们坚持', '改革开放', 0.8);
	refusals.shown('他们坚持', '改革开放', 0.8);
	refusals.shown('别处', '', 0);
	expect(refusals.caution).toBe(once);
	refusals.shown('他们坚持', '改革开放', 0.8);
	refusals.shown('他们坚持改革开放', '', 0);
	expect(refusals.caution).toBeLessThan(once);
	for (let count = 0; count < 100; count++) {
		refusals.shown(`他们${String.fromCharCode(0x4e00 + count)}`, '改革开放', 0.8);
		refusals.refuse();
	}
	expect(refusals.caution).toBeCloseTo(2);
	for (let count = 0; count < 300; count++) {
		refusals.shown(`${count}我们推动`, '改革开放', 0.8);
		refusals.shown(`${count}我们推动改革开放`, '', 0);
	}
	expect(refusals.caution).toBe(1);
});

test('the dearer a wrong one, the less is shown', () => {
	const mixed = text('a', '2014', ...['加快发展服务业。', '加快发展服务业。', '加快发展服务业。', '加快发展教育。']);
	const phrases = phrasesOf(mixed);
	expect(phrases.after('加快发展', 'eager')?.text).toBe('服务业');
	expect(phrases.after('加快发展', 'eager', 20)).toBeUndefined();
});

test('of what is taken word by word the rest stays', () => {
	const refusals = new Refusals();
	refusals.shown('修好', '冰雪走廊');
	refusals.took('冰雪');
	expect(refusals.shown('修好冰雪', '走廊')).toBe('走廊');
});

test('what is refused by Escape does not come back in the session', () => {
	const refusals = new Refusals();
	refusals.shown('我们加快', '发展');
	refusals.refuse();
	expect(refusals.shown('我们加快', '发展')).toBe('');
	expect(refusals.shown('他们加快', '发展')).toBe('');
});
