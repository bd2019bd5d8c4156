// Holds which formulation stands at a place: with its slots filled, folded, the longest; and that few fixed words are
// none.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Formulations } from '../../../src/core/terms/formulations';
import { corpusOf } from './corpus';

const formulations = new Formulations(
	corpusOf({
		formulations: [
			{ id: 'renwu', text: '要牢牢把握{目标}这个首要任务' },
			{ id: 'ba', text: '把{产业}做强' },
			{ id: 'short', text: '首要任务' },
			{ id: 'yaoqiu', text: '发展新质生产力是内在要求' },
			{ id: 'slots', text: '{甲}{乙}' },
		],
	}),
);
const at = (text: string, of: string) => formulations.at(text, text.indexOf(of));

describe('the formulation at a place', () => {
	test.each([
		[
			'with its slot filled',
			'我们要牢牢把握高质量发展这个首要任务。',
			'高质量',
			'renwu',
			'要牢牢把握高质量发展这个首要任务',
		],
		['the longest of several', '要牢牢把握发展这个首要任务', '首要', 'renwu', '要牢牢把握发展这个首要任务'],
		['in traditional script', '發展新質生產力是內在要求。', '質', 'yaoqiu', '發展新質生產力是內在要求'],
		['the second in a line', '首要任务，还是首要任务！', '务！', 'short', '首要任务'],
	])('%s', (_, text, of, id, words) => {
		const found = at(text, of);
		expect(found?.id).toBe(id);
		expect(text.slice(found?.start, found?.end)).toBe(words);
	});

	test.each([
		['before it', '我们要牢牢把握发展这个首要任务', '我们'],
		['an empty slot', '要牢牢把握这个重要任务', '把握'],
		['beyond the end of a sentence', '要牢牢把握方向。还有这个首要的任务', '把握'],
		['too few fixed words', '把产业做强', '产业'],
		['nothing but slots', '任何话', '何'],
	])('none: %s', (_, text, of) => expect(at(text, of)).toBeUndefined());

	test('is always over the place, within the text', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('要牢牢把握', '这个首要任务', '。', '发展', '首要任务', '把', '做强'), {
					maxLength: 12,
				}),
				fc.nat(80),
				(pieces, offset) => {
					const text = pieces.join('');
					const found = formulations.at(text, offset);
					if (found) expect(found.start <= offset && offset < found.end && found.end <= text.length).toBe(true);
					else
						expect(text.slice(Math.max(0, offset - 3), offset + 4).includes('首要任务') && offset < text.length).toBe(
							false,
						);
				},
			),
		);
	});
});
