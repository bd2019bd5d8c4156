// What tells a script, held against the character sets the two scripts were first written in.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/core/text/fold';
import { isTraditionalOnly, scriptOf, soleScriptOf, toSimplified } from '../../../src/core/text/script';
import { big5, gb2312 } from './characterSets';

test('the sets are whole', () => {
	expect(gb2312()).toHaveLength(6763);
	expect(big5()).toHaveLength(5401);
});

test('no character of GB 2312 tells traditional script, none of the first level of Big5 simplified', () => {
	expect(gb2312().filter(character => scriptOf(character) === 'traditional')).toEqual([]);
	expect(big5().filter(character => scriptOf(character) === 'simplified')).toEqual([]);
});

test('but most of what only the other has tells its script', () => {
	const [simple, traditional] = [new Set(gb2312()), new Set(big5())];
	const folds = big5().filter(character => !simple.has(character) && fold(character) !== character);
	expect(folds.length).toBeGreaterThan(1500);
	expect(folds.filter(character => scriptOf(character) !== 'traditional').join('')).toBe('氾昇剋祕陞甦瞭');
	const made = folds.map(character => fold(character)).filter(character => !traditional.has(character));
	expect(made.length).toBeGreaterThan(1200);
	expect(made.filter(character => scriptOf(character) !== 'simplified')).toEqual([]);
});

describe('the script of a text', () => {
	test.each([
		['发展新质生产力', 'simplified'],
		['發展新質生產力', 'traditional'],
		['显著提高，覆盖全国，颠覆性技术，慰藉，乾坤，瞭望', 'simplified'],
		['著名作家於前後三年', undefined],
		['人工智能', undefined],
		['', undefined],
		['GDP 4.6%，“”🔴𠮷', undefined],
		['他引《論語》中的话说明这一点', 'simplified'],
		['引自《人民日报》的報導說：經濟發展', 'traditional'],
	])('%s', (text, script) => expect(scriptOf(text)).toBe(script));
});

test('a text is in one script throughout, or in none', () => {
	expect(['发展', '發展著', '发展，發展', '人工'].map(soleScriptOf)).toEqual([
		'simplified',
		'traditional',
		undefined,
		undefined,
	]);
});

test('what is simplified has no traditional character left, keeps its length and what both scripts have', () => {
	expect(toSimplified('發展新質生產力，乾坤、顯著')).toBe('发展新质生产力，乾坤、显著');
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...big5(), '，', '🔴', 'Ａ', 'b'), { maxLength: 20 }), characters => {
			const text = characters.join('');
			const simple = toSimplified(text);
			expect(simple).toHaveLength(text.length);
			expect([...simple].filter(character => isTraditionalOnly(character.charCodeAt(0)))).toEqual([]);
			expect(fold(simple)).toBe(fold(text));
			expect(toSimplified(simple)).toBe(simple);
		}),
	);
});
