import { describe, expect, test } from 'vitest';
import { familyOf, findingCodes, findingFamilies, type Finding, type FindingCode } from '../../../src/core/service';
import { levelOf, weighed } from '../../../src/app/levels';
import { defaults, readSettings } from '../../../src/editor/base/settings';

const finding = (code: FindingCode) => ({ code, severity: 'warning', start: 0, end: 1, data: {} }) as Finding;

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

	test('by default families are off that are looked at only where a person asks for it, and nothing else is', () => {
		expect(defaults.review.severity).toEqual(
			Object.fromEntries(findingFamilies().flatMap(family => (familyOf(family).asked ? [[family, 'off']] : []))),
		);
		expect(findingCodes().map(code => levelOf(code, defaults.review.severity))).toContain('off');
	});
});

describe('the setting', () => {
	test('is read over the defaults; what is no level is left out', () => {
		const read = (value: unknown) =>
			readSettings(key => (key === 'review.severity' ? value : undefined)).review.severity;
		expect(read({ 'quotation.differs': 'error', wording: 'loud', figure: 3 })).toEqual({
			punctuation: 'off',
			structure: 'off',
			'quotation.differs': 'error',
		});
		expect(read({ punctuation: 'warning' })).toEqual({ punctuation: 'warning', structure: 'off' });
		for (const wrong of [null, [], 'off', 4, undefined]) expect(read(wrong)).toEqual(defaults.review.severity);
	});
});
