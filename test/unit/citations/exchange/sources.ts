// Sources of every kind, as libraries and packs hold them, for tests that write and read them back.
import fc from 'fast-check';
import type { Name, Source } from '../../../../src/core/corpus/records';
import { collect, type KeyMaker, type Reader } from '../../../../src/core/citations/exchange/bibliography';
import { textOf } from '../../../../src/core/citations/exchange/normalize';
import { itemTypes } from '../../../../src/core/corpus/fields';
import type { ReadPack } from '../../../../src/core/corpus/yaml/read';

/** Everything at once. */
export function read(
	reader: Reader,
	text: string,
	file = 'refs.x',
	propose: KeyMaker = (_, taken) => {
		let n = 1;
		while (taken(`new-${n}`)) n++;
		return `new-${n}`;
	},
): ReadPack {
	const steps = collect(file, text, reader, propose);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

/** What was said of a text: line, code and the values behind it. */
export function said(reader: Reader, text: string): (readonly [number, string])[] {
	return read(reader, text).problems.map(problem => [problem.line, problem.code] as const);
}

const piece = fc.oneof(
	fc.constantFrom(
		'新质生产力',
		'关于',
		'张三',
		'国发〔2021〕29号',
		'《管理世界》',
		'“十四五”',
		'，',
		'：',
		'𠮷',
		'🚀',
		'GDP',
		'iPhone',
		'Müller',
		'École',
		'of',
		'and',
		'others',
		'et al.',
		'等',
		'The',
		' ',
		'  ',
		'\u3000',
		'\u00a0',
		'-',
		'--',
		'---',
		'–',
		'—',
		"'",
		"''",
		'``',
		'"',
		'1',
		'2024',
	),
	fc.constantFrom(
		'\\',
		'{',
		'}',
		'$',
		'&',
		'%',
		'#',
		'_',
		'~',
		'^',
		'@',
		',',
		';',
		':',
		'=',
		'<',
		'>',
		'[',
		']',
		'|',
		'/',
		'.',
		'*',
		'(',
		')',
		'\\emph',
		'\\"o',
		'@book{x,',
		'{:note: x}',
		'TY  - ',
		'%41',
	),
	fc.string({ unit: 'grapheme', maxLength: 5 }),
);

/** Text as a record may hold it: one line, nothing invisible, no tags, no sign of a wrong encoding (U+FFFD is reported, not kept). */
export const text: fc.Arbitrary<string> = fc
	.array(piece, { minLength: 1, maxLength: 8 })
	.map(parts => textOf(parts.join('')) ?? '')
	.filter(one => one !== '' && textOf(one) === one && !one.includes('\uFFFD'));

const western = fc.constantFrom(
	'Smith',
	'van Dyke',
	'O’Neill',
	'Müller',
	'De la Cruz',
	'King, Jr.',
	'Jean-Luc',
	'J. B.',
	'Anna Maria',
	'the',
	'A and B',
	'{X}',
	'others',
);

export const name: fc.Arbitrary<Name> = fc.oneof(
	text.map(literal => ({ literal })),
	fc.constantFrom<Name>(
		{ literal: '国务院发展研究中心' },
		{ literal: '张三' },
		{ family: '张', given: '三' },
		{ family: '欧阳', given: '锋' },
		{ family: '张三', given: '四' },
		{ family: '王' },
		{ given: '三' },
		{ literal: 'ACM, Inc.' },
		{ literal: '等' },
		{ literal: 'et al.' },
	),
	fc.record({ family: western, given: western }),
	fc.record({ family: western, given: western, suffix: fc.constantFrom('Jr.', 'III') }),
	fc.record({ family: western, given: western, 'dropping-particle': fc.constantFrom('van', 'von der') }),
	fc.record({ family: western, given: western, 'non-dropping-particle': fc.constantFrom('van', 'de La') }),
);

const year = fc.integer({ min: 1, max: 2100 }).map(n => String(n).padStart(4, '0'));
const two = (max: number) => fc.integer({ min: 1, max }).map(n => String(n).padStart(2, '0'));
const day = fc.oneof(
	year,
	fc.tuple(year, two(12)).map(parts => parts.join('-')),
	fc.tuple(year, two(12), two(28)).map(parts => parts.join('-')),
);
const date = fc.oneof(
	{ weight: 4, arbitrary: day },
	{ weight: 1, arbitrary: fc.tuple(year, year).map(ends => ends.join('/')) },
	{ weight: 1, arbitrary: year.map(one => `${one}~`) },
	{ weight: 1, arbitrary: fc.constantFrom('民国二十五年', '清光绪年间', 'forthcoming', '2024年春', '1990s') },
);

const texts = [
	'container-title',
	'publisher',
	'publisher-place',
	'volume',
	'issue',
	'page',
	'number',
	'edition',
	'collection-title',
	'collection-number',
	'genre',
	'medium',
	'archive',
	'archive_location',
	'event-title',
	'event-place',
	'ISBN',
	'ISSN',
	'CSTR',
	'title-short',
	'volume-title',
	'version',
	'mark',
	'scale',
	'status',
	'section',
	'call-number',
	'number-of-pages',
] as const;
const optional: { requiredKeys: ('id' | 'type' | 'title')[] } = { requiredKeys: ['id', 'type', 'title'] };
const key = fc
	.tuple(fc.constantFrom('a', 'Zhang', '张三', 'gbt7714.b.3:', '10.1000/x'), fc.nat({ max: 99_999 }))
	.map(([stem, n]) => `${stem}${n}`);

/** A source with any of the fields; ids of a list are unique. */
export const source: fc.Arbitrary<Source> = fc.record(
	{
		id: key,
		type: fc.constantFrom(...itemTypes),
		title: text,
		author: fc.array(name, { minLength: 1, maxLength: 4 }),
		editor: fc.array(name, { minLength: 1, maxLength: 2 }),
		translator: fc.array(name, { minLength: 1, maxLength: 2 }),
		compiler: fc.array(name, { minLength: 1, maxLength: 2 }),
		'container-author': fc.array(name, { minLength: 1, maxLength: 2 }),
		director: fc.array(name, { minLength: 1, maxLength: 1 }),
		recipient: fc.array(name, { minLength: 1, maxLength: 1 }),
		issued: date,
		accessed: day,
		'event-date': date,
		'original-date': day,
		submitted: day,
		URL: fc.webUrl({ withQueryParameters: true, withFragments: true }),
		DOI: fc.constantFrom('10.1000/xyz', '10.16511/j.cnki.2019(02)_1<x>'),
		language: fc.constantFrom('zh-CN', 'zh', 'zh-TW', 'en', 'en-US', 'en-GB', 'fr-FR', 'ug'),
		note: fc.oneof(
			text,
			fc.array(text, { minLength: 2, maxLength: 3 }).map(lines => lines.join('\n')),
			fc.constant('type: standard\nCSTR: 31253.11.x'),
		),
		...Object.fromEntries(texts.map(field => [field, text])),
	},
	optional,
) as unknown as fc.Arbitrary<Source>;

/** What only packs have; formats of others cannot hold it. */
export const packSource: fc.Arbitrary<Source> = fc
	.tuple(
		source,
		fc.record(
			{
				held: fc.record({ from: text, date: day }, { requiredKeys: [] }),
				missing: fc.uniqueArray(fc.constantFrom('issued', 'page', 'URL'), { minLength: 1 }),
				fidelity: fc.constantFrom('complete', 'damaged', 'excerpt'),
				contributors: fc.array(fc.record({ name: text }), { minLength: 1, maxLength: 2 }),
				unrecorded: fc.array(fc.record({ paragraph: fc.nat(), reason: text }), { minLength: 1, maxLength: 2 }),
			},
			{ requiredKeys: [] },
		),
	)
	.map(([one, own]) => ({ ...one, ...own }) as Source);

export const sources = (of: fc.Arbitrary<Source> = source) =>
	fc.uniqueArray(of, { selector: one => one.id.toLowerCase(), minLength: 1, maxLength: 3 });
