// Ids proposed for new records: readable, valid, free.
// Readings are a small table here; the library has its own tests.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeId } from '../../../src/core/corpus/propose';
import { anyCharacter } from '../../support/anyCharacter';

const readings: Readonly<Record<string, string>> = {
	新: 'xin',
	质: 'zhi',
	生: 'sheng',
	产: 'chan',
	力: 'li',
	未: 'wei',
	来: 'lai',
	业: 'ye',
	绿: 'lv',
	色: 'se',
	光: 'guang',
	明: 'ming',
	日: 'ri',
	报: 'bao',
	赋: 'fu',
	能: 'neng',
};
const read = (text: string) => [...text].map(c => (readings[c] ? [readings[c]] : []));
const free = () => false;

describe('an id', () => {
	it.each([
		['新质生产力', 'xinzhi-shengchanli'],
		['未来产业', 'weilai-chanye'],
		['生产力', 'shengchanli'],
		['绿色生产', 'lvse-shengchan'],
		['AI赋能', 'ai-funeng'],
		['力', 'li'],
		['“新质”生产力', 'xinzhi-shengchanli'],
		['ＡＩ＋产业', 'ai-chanye'],
		['🚀', 'term'],
		['', 'term'],
		['3D', '3d'],
	])('of the term %j is %j', (term, id) => expect(proposeId('term', term, read, free)).toBe(id));

	it('of a source ends with its year', () =>
		expect(proposeId('source', '光明日报', read, free, '2024')).toBe('guangming-ribao-2024'));

	it('of a long formulation is short', () =>
		expect(proposeId('formulation', '新质生产力未来产业', read, free)).toBe('xinzhi-shengchan-liwei'));

	it('of thousands of one name is free, and found without trying each', () => {
		const taken = new Set<string>();
		let asked = 0;
		for (let n = 0; n < 3_000; n++) {
			const id = proposeId('source', '材料', read, one => {
				asked++;
				return taken.has(one);
			});
			expect(taken.has(id)).toBe(false);
			taken.add(id);
		}
		expect(asked).toBeLessThan(3_000 * 60);
	});

	it('that is taken gets the first free number', () => {
		const taken = new Set(['weilai-chanye', 'weilai-chanye-2']);
		expect(proposeId('term', '未来产业', read, id => taken.has(id))).toBe('weilai-chanye-3');
	});

	it('does not read as a paragraph of another key', () =>
		expect(proposeId('source', '光明 P3', read, free)).toBe('guangming-p3-1'));

	it.each(['CON', 'aux', 'Nul', 'prn', 'COM1', 'lpt9'])('is no name that Windows keeps for a device: %s', text =>
		expect(proposeId('source', text, read, free)).toBe(`${text.toLowerCase()}-1`),
	);

	it.each(['console', 'com10', 'con 1'])('may begin like one: %s', text =>
		expect(proposeId('source', text, read, free)).toBe(text.replace(' ', '-')),
	);

	it('is always well formed', () => {
		fc.assert(
			fc.property(fc.string({ unit: anyCharacter, maxLength: 30 }), fc.string({ maxLength: 6 }), (text, ending) => {
				const id = proposeId('citation', text, read, free, ending);
				expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
				expect(id.length).toBeLessThanOrEqual(80);
			}),
		);
	});
});
