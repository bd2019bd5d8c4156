// Holds that a label begins where a word does.
import { describe, expect, test } from 'vitest';
import { wordStart } from '../../../../src/editor/terms/wordStart';

describe('the beginning of a word', () => {
	test.each([
		['规模以上企业', '上企业', '以上企业'],
		['推动产业链融合', '链融合', '产业链融合'],
		['要加快发展新质', '新质', '新质'],
		['企业', '企业', '企业'],
		['研发R&D经费', '经费', '经费'],
	])('%s: from %s on it is shown as %s', (text, part, shown) => {
		expect(text.slice(wordStart(text, text.indexOf(part)))).toBe(shown);
	});
	test('at the end, and in nothing', () => {
		expect(wordStart('企业', 2)).toBe(2);
		expect(wordStart('', 0)).toBe(0);
	});
});
