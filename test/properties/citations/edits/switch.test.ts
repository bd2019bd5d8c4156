// Footnotes and keys switched forth and back, whatever the draft.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { Citing } from '../../../../src/core/citations/citing';
import { planSwitch, type SwitchTo } from '../../../../src/core/citations/edits/switch';
import { all, applied, bodies, corpusOf, newspaper, ref, sources } from '../../../unit/citations/drafts';

const plan = (text: string, to: SwitchTo, at?: number) =>
	planSwitch(new Draft(text, 'markdown'), to, sources, { edition: '2025' }, at);
const turned = (text: string, to: SwitchTo, at?: number) => applied(text, plan(text, to, at));

describe('forth and back gives the same text', () => {
	const place = fc.constantFrom(
		undefined,
		{ paragraph: 3 },
		{ page: '5' },
		{ page: '5-7' },
		{ page: '5,9' },
		{ page: '5', paragraph: 3 },
	);
	const cited = fc.tuple(fc.constantFrom(...all), place);
	const say = (locator: { page?: string; paragraph?: number } | undefined) =>
		locator
			? `, ${locator.page === undefined ? '' : `第${locator.page}页`}${locator.paragraph === undefined ? '' : `第${locator.paragraph}段`}`
			: '';
	const cluster = fc
		.array(cited, { minLength: 1, maxLength: 3 })
		.map(
			list =>
				`[${list.map(([source, locator]) => `@${source.id.includes(' ') ? `{${source.id}}` : source.id}${say(locator)}`).join('; ')}]，`,
		);
	// Two pairs of brackets that touch are no citation for pandoc, so none are made here.
	const other = fc.constantFrom('[^1]', '[参见 @jin-2024]，', '[@nobody]，', ' @wang-2023 说');
	const ends = fc.constantFrom(
		'',
		'\n',
		'\n\n[^1]: 说明[@li-2022]。\n',
		'\n\n[^1]: 说明\n\n    又一段[@li-2022, 第3段]',
		'\n\n[^1]: 说明\n\n附件\n',
	);

	test('from keys', () => {
		fc.assert(
			fc.property(
				bodies(fc.oneof({ weight: 4, arbitrary: cluster }, other)),
				ends,
				fc.constantFrom('\n', '\r\n'),
				(body, end, eol) => {
					const text = (body + end).replaceAll('\n', eol);
					expect(turned(turned(text, 'footnote'), 'pandoc')).toBe(text);
				},
			),
			{ numRuns: 100 },
		);
	});

	test('from footnotes', () => {
		fc.assert(
			fc.property(
				bodies(fc.oneof({ weight: 4, arbitrary: cluster }, other)),
				ends,
				fc.constantFrom('\n', '\r\n'),
				(body, end, eol) => {
					const text = turned((body + end).replaceAll('\n', eol), 'footnote');
					expect(turned(turned(text, 'pandoc'), 'footnote')).toBe(text);
				},
			),
			{ numRuns: 100 },
		);
	});

	test('one citation', () => {
		fc.assert(
			fc.property(bodies(cluster), fc.nat(), (text, at) => {
				const { citations } = new Draft(text, 'markdown');
				const one = citations[at % Math.max(1, citations.length)];
				if (!one || one.form === 'bare' || one.keys.length > 1) return;
				const there = turned(text, 'footnote', one.start + 1);
				expect(turned(there, 'pandoc', one.start + 1)).toBe(text);
			}),
			{ numRuns: 100 },
		);
	});

	test('from numbers, where labels are numbers', () => {
		const citing = new Citing(corpusOf(all));
		const switchedAll = (text: string, to: SwitchTo) =>
			applied(text, citing.switchAll(new Draft(text, 'markdown'), to, {}, 'numbers'));
		fc.assert(
			fc.property(
				bodies(fc.oneof({ weight: 4, arbitrary: cluster }, fc.constant('[^n]'))),
				fc.constantFrom('\n\n[^n]: 说明\n', '\n\n[^n]: 说明\n\n附件\n'),
				(body, end) => {
					const text = switchedAll(body + end, 'footnote');
					expect(switchedAll(switchedAll(text, 'pandoc'), 'footnote')).toBe(text);
				},
			),
			{ numRuns: 100 },
		);
	});

	test('words of the writer are never lost', () => {
		fc.assert(
			fc.property(
				bodies(fc.constantFrom('[^jin-2024]', '[^x]', '[@jin-2024]')),
				fc.constantFrom('手写的说明', `${ref(newspaper)}又注`, '一\n\n    二段'),
				(body, words) => {
					const text = `${body}\n\n[^jin-2024]: ${words}\n[^x]: ${words}\n`;
					const after = turned(text, 'pandoc');
					expect(after.split(words).length).toBe(text.split(words).length);
				},
			),
			{ numRuns: 100 },
		);
	});
});
