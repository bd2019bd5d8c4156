// Which records a pack takes for what a person typed.
import { describe, expect, test } from 'vitest';
import { newSource, recordSaying, recordsOf } from '../../../src/app/newRecords';
import { Corpus } from '../../../src/core/corpus/corpus';
import { createPackTools } from '../../../src/core/corpus/tools';

const tools = createPackTools();
const nobody = () => false;

describe('a term', () => {
	test('has what was typed, without blanks around it and without fields nobody filled', () => {
		const [[kind, record] = []] = recordsOf(
			'term',
			{ term: ' 青稞创富 ', definition: '', english: ' x ' },
			tools,
			nobody,
		);
		expect(kind).toBe('term');
		expect(record).toEqual({ id: 'qingke-chuangfu', term: '青稞创富', english: 'x' });
	});

	test('gets an id that nobody has', () => {
		const [[, record] = []] = recordsOf('term', { term: '青稞创富' }, tools, id => id === 'qingke-chuangfu');
		expect(record?.id).toBe('qingke-chuangfu-2');
	});
});

describe('a citation', () => {
	const typed = { kind: 'quotation', text: '青稞有用。', date: '2024年1月31日', paragraph: '3' };

	test('of a source that is there names it', () => {
		expect(recordsOf('citation', { ...typed, source: 'known' }, tools, nobody)).toEqual([
			[
				'citation',
				expect.objectContaining({ kind: 'quotation', source: 'known', date: '2024-01-31', paragraph: 3 }) as unknown,
			],
		]);
	});

	test('of a new source comes behind it, and never has its id', () => {
		const fields = { ...typed, source: newSource, 'source.title': '青稞有用。', 'source.issued': '2024.1' };
		const [first, second] = recordsOf('citation', fields, tools, nobody);
		expect(first?.[0]).toBe('source');
		expect(first?.[1]).toMatchObject({ title: '青稞有用。', type: 'document', issued: '2024-01' });
		expect(second?.[1]).toMatchObject({ source: first?.[1].id });
		expect(second?.[1].id).not.toBe(first?.[1].id);
	});

	test('that is a figure has its number, and no speaker', () => {
		const fields = {
			kind: 'figure',
			text: '青稞1,234.5吨。',
			value: '1,234.5',
			unit: '吨',
			speaker: '某人',
			source: 'known',
		};
		const [[, record] = []] = recordsOf('citation', fields, tools, nobody);
		expect(record).toMatchObject({ value: 1234.5, unit: '吨' });
		expect(record).not.toHaveProperty('speaker');
	});
});

test('what says the same already is found: a term in either script, a formulation in any width, a citation to the letter', () => {
	const corpus = new Corpus({
		packs: [],
		sources: [],
		citations: [{ id: 'c', kind: 'point', text: '青稞有用。', source: 's' }],
		terms: [{ id: 't', term: '新质生产力' }],
		formulations: [{ id: 'f', text: '要做好“三件事”' }],
		pinyin: [],
		traditional: [],
		origin: new Map(),
		aliases: new Map(),
	});
	expect(recordSaying(corpus, 'term', { term: ' 新質生產力 ' })).toBe('t');
	expect(recordSaying(corpus, 'formulation', { text: '要做好「三件事」' })).toBe('f');
	expect(recordSaying(corpus, 'formulation', {})).toBeUndefined();
	expect(recordSaying(corpus, 'citation', { kind: 'point', text: '青稞有用。' })).toBe('c');
	expect(recordSaying(corpus, 'citation', { kind: 'quotation', text: '青稞有用。' })).toBeUndefined();
});
