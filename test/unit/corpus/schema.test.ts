// The form of records by itself, and the JSON Schema editors are given.
import { expect, test } from 'vitest';
import { itemTypes, missingFields, nearestField } from '../../../src/core/corpus/fields';
import { problemCodes, severityOf } from '../../../src/core/corpus/problem';
import { checkValue, jsonSchema } from '../../../src/core/corpus/schema';

const codes = (kind: Parameters<typeof checkValue>[0], value: unknown) =>
	checkValue(kind, value).faults.map(fault => `${fault.path.join('.')} ${fault.code}`);

test('what every kind needs', () => {
	expect(codes('source', {})).toEqual(['id field.missing', 'type field.missing', 'title field.missing']);
	expect(codes('citation', {})).toEqual([
		'id field.missing',
		'kind field.missing',
		'text field.missing',
		'source field.missing',
	]);
	expect(codes('term', {})).toEqual(['id field.missing', 'term field.missing']);
	expect(codes('formulation', {})).toEqual(['id field.missing', 'text field.missing']);
	expect(codes('pack', {})).toEqual(['id field.missing', 'title field.missing']);
	for (const value of [null, 'text', 7, []]) expect(codes('term', value)).toEqual([' record.expected']);
});

test('every fault says which field, what was found and what may be', () => {
	expect(
		checkValue('source', { id: 'a', type: 'newspaper', title: '', missing: ['page', 'colour'], held: { when: '2024' } })
			.faults,
	).toMatchObject([
		{ path: ['type'], code: 'field.value', data: { value: 'newspaper' } },
		{ path: ['title'], code: 'field.empty' },
		{ path: ['held', 'when'], code: 'field.unknown', data: { field: 'held.when' } },
		{ path: ['missing', 1], code: 'field.value', data: { value: 'colour' } },
	]);
	expect(codes('term', { id: 'a', term: '词'.repeat(61) })).toEqual(['term field.long']);
	expect(codes('citation', { id: 'a', kind: 'point', text: '一', source: 's', paragraph: 0 })).toEqual([
		'paragraph field.value',
	]);
	expect(codes('citation', { id: 'a', kind: 'point', text: '一', source: 's', value: Number.NaN })).toEqual([
		'value field.type',
	]);
	expect(codes('term', { id: 'a', term: '词', pinyin: '词 cí' })).toEqual(['pinyin pinyin.form']);
	expect(codes('term', { id: 'a', term: '词', definition: { text: '义', basis: [] } })).toEqual([
		'definition.basis field.empty',
	]);
	expect(codes('term', { id: 'a', term: '词', definition: { text: '义', basis: ['b', 'B'] } })).toEqual([
		'definition.basis.1 id.form',
	]);
});

test('unknown fields are taken away at every depth, and the value is otherwise as it was', () => {
	const value = { id: 'a', term: '词', extra: 1, definition: { text: '义', basis: 'general', more: [] } };
	const checked = checkValue('term', value);
	expect(checked.value).toEqual({ id: 'a', term: '词', definition: { text: '义', basis: 'general' } });
	expect(checked.faults.map(fault => fault.code)).toEqual(['field.unknown', 'field.unknown']);
	expect(value).toHaveProperty('extra');
});

test('a record that extends needs nothing but what it extends; a pack extends nothing', () => {
	expect(checkValue('source', { extends: 'jin', page: '3' })).toEqual({
		value: { extends: 'jin', page: '3' },
		faults: [],
	});
	expect(codes('source', { extends: '' })).toEqual(['extends id.form']);
	expect(codes('source', { extends: 'jin', type: 'no' })).toEqual(['type field.value']);
	expect(codes('pack', { id: 'a', title: '包', extends: 'b' })).toEqual(['extends field.unknown']);
});

test('JSON Schema: lists of records, described in Chinese, numbers allowed where they are natural', () => {
	const schema = jsonSchema('source') as {
		type: string;
		items: {
			properties: Record<string, { type?: unknown; description?: string; pattern?: string; enum?: string[] }>;
			anyOf: { required: string[] }[];
			additionalProperties: boolean;
		};
	};
	expect(schema.type).toBe('array');
	expect(schema.items.anyOf).toEqual([{ required: ['id', 'type', 'title'] }, { required: ['extends'] }]);
	expect(schema.items.additionalProperties).toBe(false);
	expect(schema.items.properties.page!.type).toEqual(['string', 'integer']);
	expect(schema.items.properties.title!.type).toBe('string');
	expect(schema.items.properties.type!.enum).toEqual(itemTypes);
	expect(new RegExp(schema.items.properties.id!.pattern!).test('Not_an_id')).toBe(false);
	for (const kind of ['source', 'citation', 'term', 'formulation', 'pack', 'ignore'] as const) {
		const made = jsonSchema(kind) as { items?: object };
		const { properties } = (made.items ?? made) as { properties: Record<string, { description?: string }> };
		expect(
			Object.entries(properties)
				.filter(([, property]) => !/\p{Script=Han}|^URL|^DOI/u.test(property.description ?? ''))
				.map(([field]) => `${kind}.${field}`),
		).toEqual([]);
		expect(JSON.stringify(made)).not.toContain('readOnly');
	}
});

test('a mistyped field finds the one meant', () => {
	expect(nearestField('term', 'englsh')).toBe('english');
	expect(nearestField('source', 'containertitle')).toBe('container-title');
	expect(nearestField('source', 'url')).toBe('URL');
	expect(nearestField('term', 'zzz')).toBeUndefined();
});

test('what may be missing are fields of sources', () => {
	const fields = Object.keys((jsonSchema('source') as { items: { properties: object } }).items.properties);
	expect(missingFields.filter(field => !fields.includes(field))).toEqual([]);
});

test('every code has a severity, and its first part says what it is about', () => {
	for (const code of problemCodes()) {
		expect(['error', 'warning', 'information']).toContain(severityOf(code));
		expect(code).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
	}
});
