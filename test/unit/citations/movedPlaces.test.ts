// A document taken in again has its paragraphs under other numbers: which citations of a draft lead elsewhere, and what
// makes them lead where they did.
import { expect, test } from 'vitest';
import { movedPlaces } from '../../../src/core/citations/movedPlaces';
import { escapeFor } from '../../../src/core/citations/edits/escape';
import { Draft } from '../../../src/core/draft/draft';
import { applyEdits } from '../../../src/core/draft/edit';
import { newspaper, ref, sources } from './drafts';

const note = (paragraph: number, label = `jin-2024-p${paragraph}`) =>
	`[^${label}]: ${escapeFor('markdown', ref(newspaper, { locator: { paragraph } }))}`;
const moved = (text: string, moves: readonly (readonly [number, number])[]) => {
	const draft = new Draft(text, 'markdown');
	const places = movedPlaces(draft, 'jin-2024', new Map(moves), sources, { edition: '2025' });
	const edits = places.flatMap(place => place.edits).sort((a, b) => a.start - b.start);
	return {
		places: places.map(({ from, to, edits: own }) => [from, to, own.length > 0]),
		text: applyEdits(text, edits),
	};
};

test('keys and notes follow, each to its own new number, also where one takes the place of another', () => {
	const text = `甲[@jin-2024, 第3段]乙[@jin-2024, 第5段]丙[@wang-2023, 第3段]丁[@jin-2024, 第4段]。\n`;
	expect(
		moved(text, [
			[3, 5],
			[5, 6],
		]),
	).toEqual({
		places: [
			[3, 5, true],
			[5, 6, true],
		],
		text: `甲[@jin-2024, 第5段]乙[@jin-2024, 第6段]丙[@wang-2023, 第3段]丁[@jin-2024, 第4段]。\n`,
	});
	const notes = `甲[^jin-2024-p3]乙[^jin-2024-p5]，又[^jin-2024-p3]。\n\n${note(3)}\n${note(5)}\n`;
	expect(
		moved(notes, [
			[3, 5],
			[5, 6],
		]),
	).toEqual({
		places: [
			[3, 5, true],
			[5, 6, true],
		],
		text: `甲[^jin-2024-p5]乙[^jin-2024-p6]，又[^jin-2024-p5]。\n\n${note(5)}\n${note(6)}\n`,
	});
});

test('a numbered note keeps its label', () => {
	expect(moved(`甲[^1]。\n\n${note(3, '1')}\n`, [[3, 4]]).text).toBe(`甲[^1]。\n\n${note(4, '1')}\n`);
});

test('what has words of the writer, or would meet another note, is told of and stays', () => {
	const own = '甲[^jin-2024-p3]。\n\n[^jin-2024-p3]: 见金观平文，另参王某书。\n';
	expect(moved(own, [[3, 4]])).toEqual({ places: [[3, 4, false]], text: own });
	const meets = `甲[^jin-2024-p3]乙[^jin-2024-p4]。\n\n${note(3)}\n${note(4)}\n`;
	expect(moved(meets, [[3, 4]])).toEqual({ places: [[3, 4, false]], text: meets });
	const behind = '甲[见 @jin-2024, 第3段，尤其表二]。\n';
	expect(moved(behind, [[3, 4]])).toEqual({ places: [], text: behind });
});

test('tables, pages and other paragraphs stay', () => {
	const text = '甲[@jin-2024, 表3]乙[@jin-2024, 第3页]丙[@jin-2024]丁[@jin-2024, 第2段]。\n';
	expect(moved(text, [[3, 4]])).toEqual({ places: [], text });
});
