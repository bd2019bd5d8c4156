import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding, FindingCode } from '../../../../src/core/service';
import { levelOf, levels, weighed } from '../../../../src/editor/review/severity';
import { defaults, readSettings } from '../../../../src/editor/base/settings';

const root = resolve(import.meta.dirname, '../../../..');
const finding = (code: FindingCode): Finding => ({ code, severity: 'warning', start: 0, end: 1, data: {} });
/** Every code there is, as the core's own types list them. */
const codes = [
	...new Set(
		[
			...readFileSync(resolve(root, 'src/core/draft/finding.ts'), 'utf8').matchAll(
				/'((?:quotation|wording|punctuation|reference|figure)\.[a-z]+)'/g,
			),
		].map(found => found[1]!),
	),
];

describe('how heavy a finding is', () => {
	test('the code counts before its family, the family before the core', () => {
		expect(
			weighed([finding('quotation.differs'), finding('quotation.unknown'), finding('wording.wrong')], {
				quotation: 'hint',
				'quotation.unknown': 'error',
			}).map(one => one.severity),
		).toEqual(['hint', 'error', 'warning']);
	});

	test('what is off is left out, and one code of a family that is off can be on', () => {
		expect(
			weighed([finding('punctuation.halfwidth'), finding('punctuation.unbalanced')], {
				punctuation: 'off',
				'punctuation.halfwidth': 'information',
			}).map(one => [one.code, one.severity]),
		).toEqual([['punctuation.halfwidth', 'information']]);
	});

	test('by default marks are off and nothing else is', () => {
		for (const code of codes as FindingCode[])
			expect(levelOf(code, defaults.review.severity), code).toBe(code.startsWith('punctuation.') ? 'off' : undefined);
	});
});

describe('the setting', () => {
	interface Property {
		additionalProperties?: boolean;
		properties: Record<string, { enum: string[]; description: string }>;
	}
	const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
		contributes: { configuration: { properties: Record<string, Property> } };
	};
	const { properties } = manifest.contributes.configuration.properties['policyWriting.review.severity']!;

	test('offers every code that can be shown, and every family', () => {
		const shown = codes.filter(code => code !== 'quotation.verbatim');
		expect(Object.keys(properties).sort()).toEqual(
			[...shown, ...new Set(shown.map(code => code.split('.')[0]!))].sort(),
		);
	});

	test('offers every level for each', () => {
		for (const [code, { enum: offered, description }] of Object.entries(properties)) {
			expect(offered, code).toEqual(levels);
			expect(description).toBe(`%setting.review.severity.${code}%`);
		}
	});

	test('is read over the defaults; what is no level is left out', () => {
		const read = (value: unknown) =>
			readSettings(key => (key === 'review.severity' ? value : undefined)).review.severity;
		expect(read({ 'quotation.differs': 'error', wording: 'loud', figure: 3 })).toEqual({
			punctuation: 'off',
			'quotation.differs': 'error',
		});
		expect(read({ punctuation: 'warning' })).toEqual({ punctuation: 'warning' });
		for (const wrong of [null, [], 'off', 4, undefined]) expect(read(wrong)).toEqual(defaults.review.severity);
	});
});
