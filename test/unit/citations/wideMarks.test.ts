// Footnotes and keys with full-width marks: told of as such, and their fix makes them what was meant.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Citing } from '../../../src/core/citations/citing';
import { Draft } from '../../../src/core/draft/draft';
import { applyEdits } from '../../../src/core/draft/edit';
import { all, corpusOf } from './drafts';

const citing = new Citing(corpusOf(all));
const findings = (text: string) => citing.check(new Draft(text, 'markdown'));
const told = (text: string) =>
	findings(text).map(one => `${one.code.replace('reference.', '')} ${text.slice(one.start, one.end)}`);

/** The draft with every full-width mark of a footnote or key mended. */
function mended(text: string): string {
	const draft = new Draft(text, 'markdown');
	const edits = citing
		.check(draft)
		.filter(one => one.code === 'reference.width')
		.flatMap(one => citing.mend(draft, one, {}) ?? []);
	return applyEdits(text, edits);
}

describe('full-width marks', () => {
	test.each([
		['the colon of a definition', '甲[^1]\n\n[^1]：一', ['width [^1]：'], '甲[^1]\n\n[^1]: 一'],
		['brackets', '甲［^2］乙\n\n［^2］：二', ['width ［^2］', 'width ［^2］：'], '甲[^2]乙\n\n[^2]: 二'],
		['black brackets', '甲【^2】乙\n\n[^2]: 二', ['width 【^2】'], '甲[^2]乙\n\n[^2]: 二'],
		['one bracket', '甲[^2］乙\n\n[^2]: 二', ['width [^2］'], '甲[^2]乙\n\n[^2]: 二'],
		['the caret', '甲[＾2]乙\n\n[＾2]: 二', ['width [＾2]', 'width [＾2]:'], '甲[^2]乙\n\n[^2]: 二'],
		['in a block quote', '> 甲[^1]\n>\n> [^1]：一', ['width [^1]：'], '> 甲[^1]\n>\n> [^1]: 一'],
		['at', '甲[＠wang-2023]乙', ['width [＠wang-2023]'], '甲[@wang-2023]乙'],
		['brackets of a key', '甲［@wang-2023］乙', ['width ［@wang-2023］'], '甲[@wang-2023]乙'],
		['with a place', '甲【＠wang-2023，第3段】', ['width 【＠wang-2023，第3段】'], '甲[@wang-2023，第3段]'],
		[
			'of two keys',
			'甲［＠wang-2023；＠jin-2024］',
			['width ［＠wang-2023；＠jin-2024］'],
			'甲[@wang-2023; @jin-2024]',
		],
	])('%s', (_, text, found, right) => {
		expect(told(text)).toEqual(found);
		expect(mended(text)).toBe(right);
		expect(told(right)).toEqual([]);
	});

	test.each([
		['a line that begins with a reference', '他说\n[^1]：“好。”\n\n[^1]: 一'],
		['prose in black brackets', '【要点】甲［乙］丙［邮箱：a@b.cn］'],
		['somebody who is called', '【@张三】请看，联系［＠李四］'],
		['a link', '［甲］[甲](a＠b)'],
		['code', '`［^1］`和`[＠x]`'],
		['references in their right form', '甲[^1]乙[@wang-2023]：\n\n[^1]: 一'],
	])('nothing of %s', (_, text) => expect(told(text)).toEqual([]));

	test('nothing in LaTeX', () => {
		expect(citing.check(new Draft('甲［^1］[＠x]', 'latex'))).toEqual([]);
	});

	test('whatever the draft, mending changes only marks, once and for all', () => {
		const pieces = fc.constantFrom(
			...['[', '［', '【', ']', '］', '】', '^', '＾', '@', '＠', '；', '：', ':', '\n', '\n\n', ' ', '1', '甲', 'a1'],
			...['[^1]：', '［^1］', '[＠wang-2023]', '［@a；＠b］', '`', '\\', '> '],
		);
		const letters = (text: string) => text.replace(/[[\]［］【】^＾@＠；;：: ]/g, '');
		fc.assert(
			fc.property(
				fc.array(pieces, { maxLength: 20 }).map(parts => parts.join('')),
				text => {
					const after = mended(text);
					expect(letters(after)).toBe(letters(text));
					expect(mended(after)).toBe(after);
				},
			),
			{ numRuns: 1000, seed: 10 },
		);
	});
});
