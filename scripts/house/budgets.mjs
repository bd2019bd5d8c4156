// The budgets of the house: what is counted over the whole source, the goal for each, and the ceiling where the goal is not reached yet.
// @ts-check
import { measure } from './measure.mjs';
import { circlesOf, coarser, floorOf, importsOf, roomOf } from './imports.mjs';

/** @typedef {import('./source.mjs').SourceText} SourceText */
/** @typedef {Readonly<Record<string, number>>} Ceilings by the key of a budget; may only go down */

/**
 * One line of the table.
 * @typedef {object} Budget
 * @property {string} key
 * @property {string} title
 * @property {number} now
 * @property {number} goal
 * @property {number} [ceiling] above the goal, while that is not reached
 * @property {readonly string[]} places where it is exceeded, as far as it has places
 */

const files300 = 300;
const ownFiles = 25;
const complexity = 15;
const functionsPerExcuse = 500;

/**
 * @param {readonly SourceText[]} sources
 * @returns figures that are told but have no budget, and the budgets
 */
export function survey(sources) {
	const measured = sources.map(source => ({ file: source.file, ...measure(source) }));
	/** @param {(one: typeof measured[number]) => number} count */
	const sum = count => measured.reduce((total, one) => total + count(one), 0);
	/** @param {(one: typeof measured[number]) => readonly number[]} places */
	const places = places => measured.flatMap(one => places(one).map(line => `${one.file}:${line}`));
	const lines = sum(one => one.lines);
	/** @param {number} count */
	const perThousand = count => (count / lines) * 1000;

	const functions = measured.flatMap(({ file, functions }) => functions.map(func => ({ file, ...func })));
	const bodies = functions.filter(({ braces }) => braces).map(one => one.complexity);
	const complex = functions.filter(one => one.complexity > complexity).sort((a, b) => b.complexity - a.complexity);
	const [excused, plain] = [complex.filter(one => one.excused), complex.filter(one => !one.excused)];
	/** @param {typeof functions} those */
	const told = those => those.map(one => `${one.file}:${one.line} ${one.name} (${one.complexity})`);

	const imports = importsOf(sources);
	const ofRooms = circlesOf(coarser(imports, roomOf));
	const long = measured.filter(one => one.lines > files300).sort((a, b) => b.lines - a.lines);
	const rooms = roomsOf(measured);

	/** @type {Budget[]} */
	const budgets = [
		{
			key: 'characters',
			title: 'Characters a line on average',
			now: sum(one => one.characters) / lines,
			goal: 40,
			places: [],
		},
		{
			key: 'conditionals',
			title: 'Conditional expressions in 1,000 lines',
			now: perThousand(sum(one => one.conditionals.length)),
			goal: 30,
			places: places(one => one.conditionals),
		},
		{
			key: 'nested',
			title: 'Nested conditional expressions',
			now: sum(one => one.nested.length),
			goal: 0,
			places: places(one => one.nested),
		},
		{
			key: 'assertions',
			title: 'Non-null assertions in 1,000 lines',
			now: perThousand(sum(one => one.assertions.length)),
			goal: 5,
			places: places(one => one.assertions),
		},
		{
			key: 'complex',
			title: `Functions above complexity ${complexity}`,
			now: plain.length,
			goal: 0,
			places: told(plain),
		},
		{
			key: 'excused',
			title: `… excused with a reason (one in ${functionsPerExcuse} functions)`,
			now: excused.length,
			goal: Math.floor(bodies.length / functionsPerExcuse),
			places: told(excused),
		},
		{
			key: 'long',
			title: `Files above ${files300} lines`,
			now: long.length,
			goal: 0,
			places: long.map(one => `${one.file} (${one.lines})`),
		},
		{
			key: 'wide',
			title: 'Lines above 120 columns without the text in quotation marks',
			now: sum(one => one.wide.length),
			goal: 0,
			places: places(one => one.wide),
		},
		circular('circles', 'Files in a circle of imports', circlesOf(imports)),
		circular('floors', 'Floors in a circle', circlesOf(coarser(imports, floorOf))),
		...rooms
			.filter(room => room.files > ownFiles)
			.map(room => ({
				key: `room ${room.name}`,
				title: `Files in the room ${room.name}`,
				now: room.files,
				goal: ownFiles,
				places: [],
			})),
	];
	return { lines, measured, functions, bodies, rooms, ofRooms, imports, budgets };
}

/**
 * @param {string} key
 * @param {string} title
 * @param {readonly string[][]} circles
 * @returns {Budget}
 */
const circular = (key, title, circles) => ({
	key,
	title,
	now: circles.flat().length,
	goal: 0,
	places: circles.map(circle => circle.join(' · ')),
});

/**
 * Folders with files of their own, the largest first.
 * @param {readonly { file: string, lines: number }[]} measured
 */
function roomsOf(measured) {
	/** @type {Map<string, { name: string, files: number, lines: number }>} */
	const rooms = new Map();
	for (const { file, lines } of measured) {
		const name = roomOf(file);
		const room = rooms.get(name) ?? { name, files: 0, lines: 0 };
		rooms.set(name, { name, files: room.files + 1, lines: room.lines + lines });
	}
	return [...rooms.values()].sort((a, b) => b.files - a.files);
}

/**
 * The budgets with their ceilings, and those among them that are exceeded.
 * @param {readonly Budget[]} budgets
 * @param {Ceilings} ceilings
 */
export function held(budgets, ceilings) {
	const all = budgets.map(one => {
		const ceiling = ceilings[one.key];
		return ceiling !== undefined && ceiling > one.goal ? { ...one, ceiling } : one;
	});
	return { all, exceeded: all.filter(one => one.now > (one.ceiling ?? one.goal)) };
}

/**
 * The ceilings as low as the source allows today: none is raised, and none stays where the goal is reached.
 * @param {readonly Budget[]} budgets
 * @param {Ceilings} ceilings
 * @returns {Ceilings}
 */
export function lowered(budgets, ceilings) {
	return Object.fromEntries(
		Object.entries(ceilings).flatMap(([key, ceiling]) => {
			const budget = budgets.find(one => one.key === key);
			const next = Math.min(ceiling, Math.ceil(budget?.now ?? 0));
			return budget && next > budget.goal ? [[key, next]] : [];
		}),
	);
}
