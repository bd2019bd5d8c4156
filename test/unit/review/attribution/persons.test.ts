// Who is named as who speaks: by an office, or by the form of a name where a speaker stands.
import { describe, expect, test } from 'vitest';
import { beginsWithSpeaker, speakerByForm, titledIn } from '../../../../src/core/review/attribution/persons';

describe('a name with an office behind it', () => {
	test.each([
		['正如温家宝总理', '温家宝'],
		['国家主席胡锦涛和李克强总理', '李克强'],
		['2023年9月，张国清副总理在调研时', '张国清'],
	])('%s', (clause, name) => {
		const found = titledIn(clause);
		expect(found?.name).toBe(name);
		expect(clause.slice(found?.start, found?.end)).toBe(name);
	});

	test.each(['正如总书记', '按照总书记的', '全国政协副主席', '中央统战部部长', '江苏省省长', '省委书记', '两位总书记'])(
		'nobody in %s',
		clause => {
			expect(titledIn(clause)).toBeUndefined();
		},
	);
});

describe('who speaks by the form of the name', () => {
	test.each([
		['李克强', '李克强'],
		['正如胡锦涛所', '胡锦涛'],
		['2013年3月，王沪宁在座谈会上再次', '王沪宁'],
		['欧阳修', '欧阳修'],
	])('%s', (clause, name) => {
		expect(speakerByForm(clause)?.name).toBe(name);
	});

	test.each([
		'会议',
		'方案',
		'安徽省',
		'公报',
		'江苏',
		'白皮书',
		'文件',
		'全会',
		'经验',
		'高质量发展大会',
		'同时',
		'我们',
	])('nobody in %s', clause => {
		expect(speakerByForm(clause)).toBeUndefined();
	});
});

test('behind words only who stands first is their speaker', () => {
	expect(beginsWithSpeaker('李强总理的', ['习近平'])).toBe(true);
	expect(beginsWithSpeaker('习近平总书记2024年3月', ['习近平'])).toBe(true);
	expect(beginsWithSpeaker('我市认真落实李强总理', ['习近平'])).toBe(false);
});
