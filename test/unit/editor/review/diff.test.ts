import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../../src/core/service';
import { differsInForm, diffParts, excerpt, omittedParts } from '../../../../src/editor/review/diff';

const replaced = (start: number, written: string, original: string): Change => ({
	kind: written === '' ? 'dropped' : original === '' ? 'inserted' : 'replaced',
	start,
	end: start + written.length,
	written,
	original,
});
const read = (parts: ReturnType<typeof diffParts>) =>
	parts
		.map(({ kind, written, original }) =>
			kind === 'same' ? written : kind === 'gap' ? '…' : `[${written}|${original}]`,
		)
		.join('');

describe('the pieces of a changed quotation', () => {
	test('one character replaced, one dropped, one put in', () => {
		expect(
			read(
				diffParts('科技成果改化为生产的力', 10, [
					replaced(14, '改', '转'),
					replaced(17, '', '现实'),
					replaced(19, '的', ''),
				]),
			),
		).toBe('科技成果[改|转]化为[|现实]生产[的|]力');
	});

	test('what stands far from a change is left away, on both sides of it', () => {
		const far = '甲'.repeat(100);
		expect(read(diffParts(`${far}改${far}改${far}`, 0, [replaced(100, '改', '转'), replaced(201, '改', '转')]))).toBe(
			`…${'甲'.repeat(40)}[改|转]${'甲'.repeat(40)}…${'甲'.repeat(40)}[改|转]${'甲'.repeat(40)}…`,
		);
	});

	test('a character outside the basic plane is never cut', () => {
		const text = `${'𠀀'.repeat(60)}改${'𠀀'.repeat(60)}`;
		expect(read(diffParts(text, 0, [replaced(120, '改', '转')]))).toBe(`…${'𠀀'.repeat(40)}[改|转]${'𠀀'.repeat(40)}…`);
	});

	test('line ends and the marks of a block quote behind them are no words', () => {
		expect(read(diffParts('科技创新\r\n> 能够崔生\n新产业', 0, [replaced(10, '崔', '催')]))).toBe(
			'科技创新能够[崔|催]生新产业',
		);
	});

	test('a change of a place that is shown already, or outside, is left alone', () => {
		expect(
			read(diffParts('甲乙丙', 5, [replaced(6, '乙丙', '丁'), replaced(7, '丙', '戊'), replaced(40, '外', '')])),
		).toBe('甲[乙丙|丁]');
	});

	test('the draft can be read back from the pieces of a short one, whatever the changes', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom(...'甲乙丙，。“”ab'), maxLength: 30 }),
				fc.array(fc.record({ at: fc.nat(30), length: fc.nat(4), original: fc.constantFrom('', '转', '经济') })),
				(text, cuts) => {
					const changes = cuts.map(({ at, length, original }) => {
						const start = Math.min(at, text.length);
						return replaced(start, text.slice(start, start + length), original);
					});
					expect(
						diffParts(text, 0, changes)
							.map(part => part.written)
							.join(''),
					).toBe(text);
				},
			),
		);
	});
});

describe('whether words are the same only when form is left aside', () => {
	test.each([
		['科技创新', '科技创新', false],
		['科技創新', '科技创新', true],
		['科技,创新', '科技，创新', true],
		['「科技创新」', '“科技创新”', false],
	])('%s against %s', (text, wording, expected) => expect(differsInForm(text, 3, [], wording)).toBe(expected));

	test('changes are undone first', () => {
		expect(differsInForm('成果改化', 0, [replaced(2, '改', '转')], '成果转化')).toBe(false);
		expect(differsInForm('成果改化,', 0, [replaced(2, '改', '转')], '成果转化，')).toBe(true);
	});
});

describe('the source’s words', () => {
	test('short ones as they are', () => expect(excerpt('科技创新', [], 10)).toBe('科技创新'));
	test('of long ones what is around the first change', () => {
		expect(excerpt(`${'甲'.repeat(50)}转${'乙'.repeat(50)}`, [replaced(0, '改', '转')], 10)).toBe(
			'…甲甲甲甲甲转乙乙乙乙…',
		);
		expect(excerpt(`${'甲'.repeat(50)}`, [], 10)).toBe(`${'甲'.repeat(10)}…`);
		expect(excerpt(`${'甲'.repeat(50)}转`, [replaced(0, '改', '转')], 10)).toBe(`…${'甲'.repeat(9)}转`);
	});
});

describe('what a draft leaves out of its source', () => {
	const original = '发展是要求，必须做好创新这篇文章，推动加快发展。';
	test('stands between what it has', () =>
		expect(read(omittedParts(original, ['发展是要求', '推动加快发展'])!)).toBe(
			'发展是要求[|，必须做好创新这篇文章，]推动加快发展[|。]',
		));
	test('is not told where the order is another one', () =>
		expect(omittedParts(original, ['推动加快发展', '发展是要求'])).toBeUndefined());
});
