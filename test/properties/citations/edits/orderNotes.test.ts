// Footnotes in order, whatever the draft: a second time changes nothing, nothing but labels and definitions is touched, and the cost grows with the draft.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { planNoteOrder, type NoteOrderOptions } from '../../../../src/core/citations/edits/orderNotes';
import { applied, bodies, newspaper, ref } from '../../../unit/citations/drafts';
import { effort } from '../../../support/effort';

const ordered = (text: string, options?: NoteOrderOptions) =>
	applied(text, planNoteOrder(new Draft(text, 'markdown'), options));

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
				const once = ordered(text, options);
				expect(ordered(once, options)).toBe(once);
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
				expect(unlabelled(ordered(text, { renumber, merge: false, orphans: false, order: false }))).toBe(
					unlabelled(text),
				);
			}),
			{ numRuns: 150 },
		);
	});

	test('definitions in order are the same definitions, and the text before them is the same', () => {
		fc.assert(
			fc.property(drafts, text => {
				const after = ordered(text, { merge: false, orphans: false });
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
				expect(leads(ordered(text, options))).toEqual(leads(text));
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
