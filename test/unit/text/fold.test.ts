// What folding makes equal, and that it never moves an offset.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldCode } from '../../../src/core/text/fold';

describe('fold', () => {
	test.each([
		['習近平總書記首次提到「新質生產力」', '习近平总书记首次提到"新质生产力"'],
		['意味著、藉助、覆雜', '意味着、借助、复杂'],
		['ＡＩ＋（２０２４），！：；％', 'ai+(2024),!:;%'],
		['“甲”„乙‟『丙』〝丁〟＂', '"甲""乙""丙""丁""'],
		['‘甲’‚乙‛＇', "'甲''乙''"],
		['a\u00a0b\u3000c\u2009d\u202fe', 'a b c d e'],
		['⼈⼯⺠⻓⸺', '人工民长—'],
		['\uf9dc\ufa1d', '隆精'],
		['薴', fold('苧')],
		['｡､', '。、'],
		['Ä é', 'Ä é'],
	])('%s', (text, expected) => {
		expect(fold(text)).toBe(expected);
	});

	test('keeps what means different things apart', () => {
		for (const [a, b] of [
			['、', '，'],
			['。', '.'],
			['《', '<'],
			['“', '‘'],
			['—', '-'],
		] as const)
			expect(fold(a)).not.toBe(fold(b));
	});

	test('leaves surrogates, pairs and zero-width characters as they are', () => {
		const text = '\ud842新\udfb7𠮷😀\u200b\ufeff';
		expect(fold(text)).toBe(text);
	});

	test('keeps length, folds code unit by code unit, and once is enough', () => {
		fc.assert(
			fc.property(fc.uint16Array({ maxLength: 50 }), codes => {
				const text = String.fromCharCode(...codes);
				const folded = fold(text);
				expect(folded).toBe(
					Array.from({ length: text.length }, (_, at) => String.fromCharCode(foldCode(text.charCodeAt(at)))).join(''),
				);
				expect(fold(folded)).toBe(folded);
			}),
		);
	});

	test('of every code unit once is enough', () => {
		const again: number[] = [];
		for (let code = 0; code < 65536; code++) if (foldCode(foldCode(code)) !== foldCode(code)) again.push(code);
		expect(again).toEqual([]);
	});

	test('long text folds like its parts', () => {
		const text = '發展ＡＩ、'.repeat(5000);
		expect(fold(text)).toBe('发展ai、'.repeat(5000));
	});
});
