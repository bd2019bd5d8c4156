// Footnotes in order: what the draft reads like afterwards, that a second time changes nothing, and that nothing but labels and definitions is touched.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { planNoteOrder, type NoteOrderOptions } from '../../../../src/core/citations/edits/orderNotes';
import { applied, bodies, newspaper, ref } from '../drafts';
import { effort } from '../../../support/effort';

const tidy = (text: string, options?: NoteOrderOptions) =>
	applied(text, planNoteOrder(new Draft(text, 'markdown'), options));
const numbers: NoteOrderOptions = { renumber: 'numbers' };

describe('labels', () => {
	test.each([
		[
			'numbers are counted anew by appearance',
			'甲[^3]乙[^1]丙[^3]\n\n[^1]: 一\n[^3]: 三\n',
			'甲[^1]乙[^2]丙[^1]\n\n[^1]: 三\n[^2]: 一\n',
			undefined,
		],
		[
			'names stay where keys are kept',
			'甲[^b]乙[^7]丙[^a]\n\n[^a]: 一\n[^b]: 二\n[^7]: 三',
			'甲[^b]乙[^1]丙[^a]\n\n[^b]: 二\n[^1]: 三\n[^a]: 一',
			undefined,
		],
		[
			'every label becomes a number',
			'甲[^b]乙[^7]丙[^a]\n\n[^a]: 一\n[^b]: 二\n[^7]: 三',
			'甲[^1]乙[^2]丙[^3]\n\n[^1]: 二\n[^2]: 三\n[^3]: 一',
			numbers,
		],
		[
			'a note within a note comes after the text',
			'甲[^1]乙[^2]\n\n[^1]: 见[^9]\n[^2]: 二\n[^9]: 九',
			'甲[^1]乙[^2]\n\n[^1]: 见[^3]\n[^2]: 二\n[^3]: 九',
			undefined,
		],
		[
			'a number without a definition stays, and nobody else gets it',
			'甲[^1]乙[^b]\n\n[^b]: 二',
			'甲[^1]乙[^2]\n\n[^2]: 二',
			numbers,
		],
		['capitals are not told apart', '甲[^A]\n\n[^a]: 一', '甲[^1]\n\n[^1]: 一', numbers],
		[
			'in a list, a table and a quotation',
			'- 甲[^9]\n\n| 乙[^8] |\n|---|\n\n> 丙[^7]\n\n[^7]: 七\n[^8]: 八\n[^9]: 九',
			'- 甲[^1]\n\n| 乙[^2] |\n|---|\n\n> 丙[^3]\n\n[^1]: 九\n[^2]: 八\n[^3]: 七',
			undefined,
		],
		[
			'not in code',
			'`[^2]`甲[^2]\n\n```\n[^2]: 码\n```\n\n[^2]: 二',
			'`[^2]`甲[^1]\n\n```\n[^2]: 码\n```\n\n[^1]: 二',
			undefined,
		],
	])('%s', (_, before, after, options) => expect(tidy(before, options)).toBe(after));
});

describe('definitions', () => {
	const one = ref(newspaper);
	test.each([
		[
			'the same reference under two labels becomes one',
			`甲[^2]乙[^1]\n\n[^1]: ${one}\n[^2]: ${one}`,
			`甲[^1]乙[^1]\n\n[^1]: ${one}`,
		],
		[
			'under a number and a name: the name stays',
			`甲[^2]乙[^jin]\n\n[^2]: ${one}\n[^jin]: ${one}`,
			`甲[^jin]乙[^jin]\n\n[^jin]: ${one}`,
		],
		[
			'同上 means something else each time',
			'甲[^1]乙[^2]\n\n[^1]: 同上。\n[^2]: 同上。',
			'甲[^1]乙[^2]\n\n[^1]: 同上。\n[^2]: 同上。',
		],
		['the same label with the same words', '甲[^a]\n\n[^a]: 一\n[^a]: 一', '甲[^a]\n\n[^a]: 一'],
		['the same label with other words stays', '甲[^a]\n\n[^a]: 一\n[^a]: 二', '甲[^a]\n\n[^a]: 一\n[^a]: 二'],
		['nobody refers to it', '甲[^a]\n\n[^x]: 旧\n    续\n\n    又\n[^a]: 一\n', '甲[^a]\n\n[^a]: 一\n'],
		['only a note nobody refers to refers to it', '甲[^a]\n\n[^a]: 一\n[^x]: 见[^y]\n[^y]: 二', '甲[^a]\n\n[^a]: 一'],
		['all of them, at the end', '甲。\n\n[^x]: 旧\n', '甲。\n'],
		['all of them, at the very end', '甲。\n\n[^x]: 旧', '甲。'],
		['all of them, in the middle', '甲。\n\n[^x]: 旧\n\n乙。', '甲。\n\n乙。'],
		['with blank lines between', '甲[^a]\n\n[^x]: 旧\n\n[^a]: 一\n\n[^y]: 旧\n', '甲[^a]\n\n[^a]: 一\n'],
		['in a quotation', '> 甲[^a]\n>\n> [^x]: 旧\n> [^a]: 一', '> 甲[^a]\n>\n> [^a]: 一'],
		['in a list item, before one that goes as well', '- 列表\n\n  [^2]: 乙\n\n[^3]: 丙', '- 列表'],
		[
			'indented, with a second paragraph',
			'甲[^b]乙[^a]\n\n [^a]: 一\n\n    又一段\n\n  [^b]: 二\n'.replace('\u200b', ''),
			'甲[^b]乙[^a]\n\n[^b]: 二\n\n[^a]: 一\n\n    又一段\n',
		],
		[
			'one that would go into the list above',
			'- 项[^a]\n\n[^x]: 旧\n   [^a]: 一\n\n    又一段\n',
			'- 项[^a]\n\n[^a]: 一\n\n    又一段\n',
		],
		['a rule that would begin front matter', '[^x]: 旧\n\n---\n\n甲\n\n---\n', '\n---\n\n甲\n\n---\n'],
		[
			'indented, with a second paragraph, and nobody refers to it',
			'甲。\n\n   [^x]: 旧\n\n    又一段\n\n乙。',
			'甲。\n\n乙。',
		],
		['as a list item it stays', '- [^x]: 旧\n- 甲', '- [^x]: 旧\n- 甲'],
		[
			'several lines move together',
			'甲[^1]乙[^2]\n\n[^2]: 二\n    续\n\n    ```\n    码\n    ```\n[^1]: 一',
			'甲[^1]乙[^2]\n\n[^1]: 一\n[^2]: 二\n    续\n\n    ```\n    码\n    ```',
		],
		[
			'each group keeps its place',
			'甲[^b]乙[^a]\n\n[^a]: 一\n\n中\n\n[^b]: 二',
			'甲[^b]乙[^a]\n\n[^a]: 一\n\n中\n\n[^b]: 二',
		],
		[
			'CRLF',
			'甲[^2]乙[^1]\r\n\r\n[^1]: 一\r\n[^2]: 二\r\n[^3]: 三\r\n',
			'甲[^1]乙[^2]\r\n\r\n[^1]: 二\r\n[^2]: 一\r\n',
		],
	])('%s', (_, before, after) => expect(tidy(before)).toBe(after));

	test('what was done is counted, what was not is told', () => {
		const text = `甲[^1]乙[^2]丙[^x]丁[^d]\n\n[^1]: ${one}\n[^2]: ${one}\n[^d]: 一\n[^d]: 二\n[^o]: 旧`;
		const plan = planNoteOrder(new Draft(text, 'markdown'));
		expect([plan.merged, plan.removed]).toEqual([1, 1]);
		expect(plan.problems.map(p => [p.code, p.key])).toEqual([
			['duplicate', 'd'],
			['undefined', 'x'],
		]);
	});

	test.each([
		['right below', '甲[^a]\n\n[^x]: 旧\n下一段文字。\n\n[^a]: 一\n'],
		['below its second paragraph', '甲[^a]\n\n[^x]: 旧\n\n    又\n下一段文字。\n\n[^a]: 一\n'],
		['in a quotation', '> 甲[^a]\n>\n> [^x]: 旧\n> 下一段文字。\n\n[^a]: 一\n'],
		['of two that say the same', `甲[^a]乙[^b]\n\n[^a]: ${one}\n下一段文字。\n[^b]: ${one}\n下一段文字。`],
	])('a paragraph that stands %s stays, and its note with it', (_, text) => {
		expect(tidy(text)).toBe(text);
	});

	test('what a note that stays refers to is still found', () =>
		expect(tidy(`甲\n\n[^1]: ${one}\n[^x]: 见[^1]和[^注]\n下一段文字。\n\n[^注]: ${one}\n`)).toBe(
			`甲\n\n[^x]: 见[^注]和[^注]\n下一段文字。\n\n[^注]: ${one}\n`,
		));

	test('nothing is made one with a note nobody refers to', () => {
		const text = `甲[^1]\n\n> [^1]: ${one}\n\n- [^3]: ${one}\n\n[^3]: 旧\n`;
		expect(tidy(text)).toBe(`甲[^1]\n\n> [^1]: ${one}\n\n- [^3]: ${one}\n`);
	});

	test('a note that stays for what stands below it is told', () =>
		expect(
			planNoteOrder(new Draft('甲[^a]\n\n[^a]: 一\n[^x]: 旧\n下一段文字。', 'markdown')).problems.map(p => [
				p.code,
				p.key,
			]),
		).toEqual([['below', 'x']]));

	test('each step can be left out', () => {
		const text = '甲[^2]乙[^1]\n\n[^1]: 一\n[^2]: 二\n[^x]: 旧';
		expect(tidy(text, { orphans: false })).toBe('甲[^1]乙[^2]\n\n[^1]: 二\n[^2]: 一\n[^x]: 旧');
		expect(tidy(text, { order: false })).toBe('甲[^1]乙[^2]\n\n[^2]: 一\n[^1]: 二');
	});
});

describe('whatever the draft', () => {
	const label = fc.constantFrom('1', '2', '3', '10', 'a', 'B', '注', 'jin-2024', 'jin-2024-p3');
	const definition = fc
		.tuple(
			label,
			fc.constantFrom(
				'一',
				'二[^2]',
				'同上。',
				`${ref(newspaper)}`,
				'三\n    续',
				'四\n\n    ```\n    [^1]\n    ```',
				'五\n　　段',
			),
		)
		.map(([name, text]) => `[^${name}]: ${text}`);
	const drafts = fc
		.tuple(
			bodies(label.map(name => `[^${name}]`)),
			fc.array(definition, { maxLength: 8 }),
			fc.constantFrom('\n', '\n\n'),
			fc.constantFrom('', '\n', '\n\n尾段。\n', '\n\n> [^3]: 引\n\n[^10]: 尾\n'),
			fc.constantFrom('\n', '\r\n'),
		)
		.map(([body, definitions, between, tail, end]) =>
			`${body}\n\n${definitions.join(between)}${tail}`.replaceAll('\n', end),
		);
	const ways = fc.record({
		renumber: fc.constantFrom('keys' as const, 'numbers' as const),
		merge: fc.boolean(),
		orphans: fc.boolean(),
		order: fc.boolean(),
	});

	test('twice changes nothing', () => {
		fc.assert(
			fc.property(drafts, ways, (text, options) => {
				const once = tidy(text, options);
				expect(tidy(once, options)).toBe(once);
			}),
			{ numRuns: 150 },
		);
	});

	/** The draft with every label the same. */
	const unlabelled = (text: string) => {
		const draft = new Draft(text, 'markdown');
		const places = [
			...draft.references.map(r => [r.start + 2, r.end - 1] as const),
			...draft.definitions.map(d => [d.labelStart, d.labelEnd] as const),
		].sort((a, b) => b[0] - a[0]);
		return places.reduce((out, [start, end]) => `${out.slice(0, start)}#${out.slice(end)}`, text);
	};

	test('counting anew loses no character outside labels', () => {
		fc.assert(
			fc.property(drafts, fc.constantFrom('keys' as const, 'numbers' as const), (text, renumber) => {
				expect(unlabelled(tidy(text, { renumber, merge: false, orphans: false, order: false }))).toBe(unlabelled(text));
			}),
			{ numRuns: 150 },
		);
	});

	test('definitions in order are the same definitions, and the text before them is the same', () => {
		fc.assert(
			fc.property(drafts, text => {
				const after = tidy(text, { merge: false, orphans: false });
				const lines = (of: string) => unlabelled(of).split(/\r?\n/).sort();
				expect(lines(after)).toEqual(lines(text));
			}),
			{ numRuns: 150 },
		);
	});

	test('each reference still leads to the words it led to', () => {
		const leads = (text: string) => {
			const draft = new Draft(text, 'markdown');
			return draft.references
				.filter(r => !draft.definitions.some(d => d.start <= r.start && r.end <= d.end))
				.map(r => {
					const found = draft.definitions.find(d => d.label.toLowerCase() === r.label.toLowerCase());
					return (
						found &&
						unlabelled(text.slice(found.textStart, found.end))
							.replace(/\[\^[^\]]*\]/g, '[^#]')
							.trim()
					);
				});
		};
		fc.assert(
			fc.property(drafts, ways, (text, options) => {
				expect(leads(tidy(text, options))).toEqual(leads(text));
			}),
			{ numRuns: 150 },
		);
	});
});

test('the cost grows with the draft and not faster', async () => {
	const draft = (count: number) => {
		const order = Array.from({ length: count }, (_, i) => (i * 7919) % count);
		return `${order.map(i => `各地要因地制宜发展新质生产力，统筹推进传统产业升级、新兴产业壮大、未来产业培育[^${i}]。`).join('\n\n')}\n\n${order.map((_, i) => `[^${i}]: 某某. 题名${i}[N]. 经济日报，2024-02-14（1）.`).join('\n')}\n`;
	};
	const cost = (text: string) => effort(() => planNoteOrder(new Draft(text, 'markdown')));
	const best = async (text: string) => Math.min(await cost(text), await cost(text), await cost(text), await cost(text));
	const [small, large] = [draft(100), draft(1600)];
	await best(small);
	// Sixteen times the notes; a cost that grew with the square would be 256 times as much.
	expect((await best(large)) / (await best(small))).toBeLessThan(80);
});
