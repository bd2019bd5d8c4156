// What `npm run house` counts: small sources with known figures, and the ceilings, which only go down.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { held, lowered, survey } from '../../scripts/house/budgets.mjs';
import { arrowsOf, circlesOf, importsOf } from '../../scripts/house/imports.mjs';
import { columns, measure } from '../../scripts/house/measure.mjs';
import { parseSource } from '../../scripts/house/source.mjs';

const measured = (text: string) => measure(parseSource('core/text/a.ts', text));
const complexities = (text: string) => measured(text).functions.map(({ name, complexity }) => [name, complexity]);

describe('one file', () => {
	test('all lines count, their ends do not', () => {
		expect(measured('// a\n\nconst a = 1;\n')).toMatchObject({ lines: 3, characters: 4 + 12 });
	});

	test('conditional expressions are nested where one is the branch of another, in parentheses too', () => {
		const { conditionals, nested } = measured(
			'const a = b ? 1 : 2;\nconst c = b\n\t? (d ? 1 : 2)\n\t: 3;\nconst e = (b ? c : d) ? 1 : 2;\n',
		);
		expect(conditionals).toEqual([1, 2, 3, 5, 5]);
		expect(nested).toEqual([2]);
	});

	test('non-null assertions: of a value, a variable, a field; not the negation', () => {
		expect(measured('let a!: string;\nclass B { c!: number }\nconst d = !e && f[0]!.g!;\n').assertions).toEqual([
			1, 2, 3, 3,
		]);
	});

	test('complexity is that of ESLint: every branch, each function for itself', () => {
		expect(
			complexities(
				'function a(b = 1, c?: string) {\n if (b) for (const d of c ?? []) d?.e;\n switch (b) { case 1: case 2: default: }\n try {} catch {}\n}',
			),
		).toEqual([['a', 9]]);
		expect(complexities('const a = () => { b.map(c => c && d); while (e) f ||= g; };')).toEqual([
			['a', 3],
			['in a', 2],
		]);
		expect(complexities('class A { b() { return 1; } constructor() { if (a) b(); } }')).toEqual([
			['b', 1],
			['constructor', 2],
		]);
		expect(complexities('declare function a(): void; interface B { c(): void }')).toEqual([]);
	});

	test('an exception is one only with a reason', () => {
		const excused = (comment: string) =>
			measured(`${comment}\nexport function a() {}`).functions.map(one => one.excused);
		expect(excused('// eslint-disable-next-line complexity -- one state a line, as the standard has them')).toEqual([
			true,
		]);
		expect(excused('// eslint-disable-next-line complexity')).toEqual([false]);
		expect(excused('// eslint-disable-next-line no-console -- the command line')).toEqual([false]);
	});

	test('columns are those of Prettier: two for Chinese letters and marks, two for a tab', () => {
		expect(columns('\tab政策，')).toBe(10);
	});

	test('a line is too wide by its code, not by its text in quotation marks', () => {
		const long = 'a'.repeat(130);
		expect(measured(`const a = '${long}';\nconst b = \`${long}\${c}${long}\`;\n`).wide).toEqual([]);
		expect(measured(`const ${long} = '';\n// ${long}\nconst a = /${long}/;\n`).wide).toEqual([1, 2, 3]);
		expect(measured(`const a = \`\n${long}\n\`;\n`).wide).toEqual([]);
	});
});

const sources = [
	parseSource('core/text/fold.ts', "import type { A } from '../draft/draft';\n"),
	parseSource('core/draft/draft.ts', "export { a } from '../text/fold';\nexport const b = () => import('./late');\n"),
	parseSource('core/draft/late.ts', "import { a } from 'yaml';\n"),
	parseSource('main.ts', "import { b } from './core/draft/draft';\n"),
];

describe('the whole source', () => {
	test('imports are found, also for types and at run time', () => {
		expect(importsOf(sources).get('core/draft/draft.ts')?.sort()).toEqual(['core/draft/late.ts', 'core/text/fold.ts']);
	});

	test('arrows between floors, and circles', () => {
		const imports = importsOf(sources);
		expect(arrowsOf(imports)).toEqual([
			['core/draft → core/text', 1],
			['core/text → core/draft', 1],
			['entries → core/draft', 1],
		]);
		expect(circlesOf(imports)).toEqual([['core/draft/draft.ts', 'core/text/fold.ts']]);
	});

	test('two nodes are of one circle where each reaches the other', () => {
		const nodes = ['a', 'b', 'c', 'd', 'e'];
		const arrow = fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(...nodes));
		const reach = (graph: Map<string, string[]>, from: string, seen = new Set<string>()): Set<string> => {
			for (const to of graph.get(from) ?? []) if (!seen.has(to)) reach(graph, to, seen.add(to));
			return seen;
		};
		fc.assert(
			fc.property(fc.array(arrow, { maxLength: 10 }), arrows => {
				const graph = new Map(nodes.map(node => [node, arrows.filter(([from]) => from === node).map(([, to]) => to)]));
				const circles = circlesOf(graph);
				for (const a of nodes)
					for (const b of nodes.filter(node => node !== a))
						expect(circles.some(circle => circle.includes(a) && circle.includes(b))).toBe(
							reach(graph, a).has(b) && reach(graph, b).has(a),
						);
			}),
			{ seed: 9 },
		);
	});

	test('what exceeds its goal, and is not held by a ceiling, is told', () => {
		const exceeded = (ceilings: Record<string, number>) =>
			held(survey(sources).budgets, ceilings).exceeded.map(one => one.key);
		expect(exceeded({})).toEqual(['circles', 'floors']);
		expect(exceeded({ circles: 1, floors: 2 })).toEqual(['circles']);
		expect(exceeded({ circles: 2, floors: 2 })).toEqual([]);
	});

	test('ceilings go down, never up, and end at the goal', () => {
		const { budgets } = survey(sources);
		expect(lowered(budgets, { circles: 5, floors: 1, nested: 3, 'room gone': 30 })).toEqual({
			circles: 2,
			floors: 1,
		});
	});
});
