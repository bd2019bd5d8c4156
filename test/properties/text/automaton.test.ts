// What the automaton finds, against the plain reading of its rules.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildAutomaton, type TermMatch } from '../../../src/core/text/automaton';
import { fold } from '../../../src/core/text/fold';

const isWord = (char: string | undefined) =>
	char !== undefined && /[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/.test(fold(char));

/** Every occurrence by trying each pattern at each place. */
function everywhere(patterns: readonly string[], text: string): TermMatch[] {
	const folded = fold(text);
	const found: TermMatch[] = [];
	for (let start = 0; start < text.length; start++) {
		const here = new Map<number, number>();
		patterns.forEach((pattern, index) => {
			const form = fold(pattern);
			const end = start + form.length;
			if (form === '' || !folded.startsWith(form, start) || here.has(end)) return;
			if (isWord(text[start]) && isWord(text[start - 1])) return;
			if (isWord(text[end - 1]) && isWord(text[end])) return;
			here.set(end, index);
		});
		for (const [end, pattern] of [...here].sort((a, b) => a[0] - b[0])) found.push({ start, end, pattern });
	}
	return found;
}

function leftmostLongest(matches: readonly TermMatch[]): TermMatch[] {
	const kept: TermMatch[] = [];
	for (const match of [...matches].sort((a, b) => a.start - b.start || b.end - a.end)) {
		if (match.start >= (kept.at(-1)?.end ?? 0)) kept.push(match);
	}
	return kept;
}

const spans = (text: string, matches: readonly TermMatch[]) => matches.map(({ start, end }) => text.slice(start, end));

describe('longest', () => {
	test('takes the longest of nested terms and goes on behind it', () => {
		const automaton = buildAutomaton(['产业', '新兴产业', '战略性新兴产业', '未来产业', '产业集群']);
		const text = '战略性新兴产业集群和未来产业、产业';
		expect(spans(text, automaton.longest(text))).toEqual(['战略性新兴产业', '未来产业', '产业']);
	});

	test('falls back to a shorter term when a longer one breaks off', () => {
		const automaton = buildAutomaton(['科技', '科技创新和产业创新', '创新']);
		const text = '科技创新和产业升级';
		expect(automaton.longest(text)).toEqual([
			{ start: 0, end: 2, pattern: 0 },
			{ start: 2, end: 4, pattern: 2 },
		]);
	});

	test('sees through script, width and case; offsets are those of the text as given', () => {
		const automaton = buildAutomaton(['新质生产力', '人工智能+', '數字經濟', 'ESG']);
		const text = '發展「新質生產力」，人工智能＋、数字经济与ｅｓｇ。';
		expect(spans(text, automaton.longest(text))).toEqual(['新質生產力', '人工智能＋', '数字经济', 'ｅｓｇ']);
	});

	test('Latin terms stand between borders of words only', () => {
		const automaton = buildAutomaton(['AI', '5G', 'AI赋能', '智能AI']);
		for (const none of ['MAIL', 'AIs', '15G', '5G2', 'ＭＡＩＬ', 'éAI'])
			expect(automaton.longest(none), none).toEqual([]);
		expect(spans('用AI和5G网络', automaton.longest('用AI和5G网络'))).toEqual(['AI', '5G']);
		expect(automaton.longest('MAI赋能')).toEqual([]);
		expect(automaton.longest('智能AIR')).toEqual([]);
	});

	test('one character, no pattern, empty pattern, empty text', () => {
		expect(buildAutomaton(['力', '力量']).longest('生产力、力量')).toEqual([
			{ start: 2, end: 3, pattern: 0 },
			{ start: 4, end: 6, pattern: 1 },
		]);
		expect(buildAutomaton([]).longest('新质生产力')).toEqual([]);
		expect(buildAutomaton(['']).longest('新质生产力')).toEqual([]);
		expect(buildAutomaton(['力']).longest('')).toEqual([]);
	});

	test('of patterns that fold alike the first answers', () => {
		expect(buildAutomaton(['数字经济', '數字經濟']).longest('數字經濟')).toEqual([{ start: 0, end: 4, pattern: 0 }]);
	});

	test('rare Han outside the BMP is whole; torn patterns and lone surrogates never match', () => {
		const automaton = buildAutomaton(['𠮷林', '\ud842', '\udfb7林']);
		expect(automaton.longest('去𠮷林\ud842')).toEqual([{ start: 1, end: 4, pattern: 0 }]);
	});
});

describe('covering', () => {
	const text = '战略性新兴产业';
	const automaton = buildAutomaton(['产业', '新兴产业', text, '战略性']);

	test('lists what stands over the offset, longest first', () => {
		expect(spans(text, automaton.covering(text, 6))).toEqual([text, '新兴产业', '产业']);
		expect(spans(text, automaton.covering(text, 0))).toEqual([text, '战略性']);
	});

	test('answers nothing outside of the text', () => {
		expect(automaton.covering(text, text.length)).toEqual([]);
		expect(automaton.covering(text, -1)).toEqual([]);
	});
});

const letters = fc.constantFrom(...'新質质生产產力AaＡi5业𠮷', '\ud842', ' ', '，');
const word = fc.array(letters, { minLength: 1, maxLength: 5 }).map(parts => parts.join(''));
const isWhole = (pattern: string) => !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(pattern);

test('all, longest and covering agree with the plain reading', () => {
	fc.assert(
		fc.property(fc.array(word, { maxLength: 30 }), fc.array(letters, { maxLength: 30 }), (patterns, parts) => {
			const text = parts.join('');
			const automaton = buildAutomaton(patterns);
			const expected = everywhere(
				patterns.map(pattern => (isWhole(pattern) ? pattern : '')),
				text,
			);
			expect(automaton.all(text)).toEqual(expected);
			expect(automaton.longest(text)).toEqual(leftmostLongest(expected));
			for (let offset = 0; offset < text.length; offset++) {
				const over = expected.filter(match => match.start <= offset && offset < match.end);
				expect(automaton.covering(text, offset)).toEqual(
					over.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start),
				);
			}
		}),
		{ numRuns: 100 },
	);
});

test('a large dictionary finds each of its own terms', () => {
	const patterns = Array.from(
		{ length: 5000 },
		(_, at) => `第${String.fromCharCode(0x4e00 + ((at * 7919) % 5000))}${at % 97}项${at}号`,
	);
	const automaton = buildAutomaton(patterns);
	const found = patterns.map(pattern => automaton.longest(`按${pattern}。`));
	expect(found).toEqual(patterns.map((pattern, at) => [{ start: 1, end: 1 + pattern.length, pattern: at }]));
});
