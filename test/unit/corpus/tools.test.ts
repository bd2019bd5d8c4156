// The tools for packs of one's own, with the real YAML and pinyin libraries: read, add, read again; what did not change is not parsed again.
import { describe, expect, it } from 'vitest';
import { createPackTools } from '../../../src/core/corpus/tools';

const tools = createPackTools();
const pack = { name: 'pack.yaml', text: 'id: mine\ntitle: 我的\n' };

describe('reading', () => {
	it('takes a file that is the same object as it was parsed before, and another anew', () => {
		const terms = { name: 'terms/mine.yaml', text: '- id: a\n  term: 青稞\n' };
		tools.prepare(terms);
		const [first, second] = [tools.read([pack, terms], 'x'), tools.read([pack, terms], 'x')];
		expect(second.data.terms[0]).toBe(first.data.terms[0]);
		const changed = tools.read([pack, { ...terms, text: '- id: a\n  term: 青稞酒\n' }], 'x');
		expect(changed.data.terms).toEqual([{ id: 'a', term: '青稞酒' }]);
	});

	it('prepares nothing from a file that is no part of a pack', () => {
		expect(() => tools.prepare({ name: 'notes.txt', text: '{' })).not.toThrow();
	});

	it('compiles what people may type for a term', () => {
		const read = tools.read([{ name: 'terms/mine.yaml', text: '- id: a\n  term: 青稞创富\n' }], 'x');
		expect(tools.compile(read.data).pinyin['青稞创富']).toMatchObject({ initials: ['qkcf'] });
	});
});

describe('adding', () => {
	it('proposes an id as a person would write it, and the record reads back', () => {
		const id = tools.propose('term', '新质生产力', taken => taken === 'xinzhi-shengchanli');
		expect(id).toBe('xinzhi-shengchanli-2');
		const insertion = tools.add('term', '', { id, term: '新质生产力' });
		if ('refused' in insertion) throw new Error('refused');
		expect(tools.read([{ name: 'terms/mine.yaml', text: tools.inserted('', insertion) }], 'x').data.terms).toEqual([
			{ id, term: '新质生产力' },
		]);
	});

	it('says what is wrong with dates and slots', () => {
		expect(['2024-02-30', '2024/2', '2024-02'].map(text => tools.dateFault(text))).toEqual([
			'calendar',
			'form',
			undefined,
		]);
		expect(['以{}为', '以{甲为', '以{甲}为'].map(text => tools.slotFault(text))).toEqual([
			'slot.empty',
			'slot.unbalanced',
			undefined,
		]);
	});
});
