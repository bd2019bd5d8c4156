// `npm run house`: how the source stands, and whether it keeps the budgets of the project. Where a goal is not reached yet, a ceiling
// in test/house/ceilings.json holds what is there; ceilings only go down (`npm run house -- --lower`, after a piece of work that
// reached less). `npm run house -- --list nested` prints the places of one budget, `--short` only the table.
// @ts-check
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { held, lowered, survey } from './house/budgets.mjs';
import { arrowsOf } from './house/imports.mjs';
import { readSource } from './house/source.mjs';

/** @typedef {import('./house/budgets.mjs').Budget} Budget */

const root = join(import.meta.dirname, '..');
const file = join(root, 'test/house/ceilings.json');
const longest = 10;

const { values } = parseArgs({
	options: { lower: { type: 'boolean' }, short: { type: 'boolean' }, list: { type: 'string' } },
});
/** @type {import('./house/budgets.mjs').Ceilings} */
let ceilings = JSON.parse(readFileSync(file, 'utf8'));
const found = survey(readSource(join(root, 'src')));

/** @param {number} number */
const short = number => (Number.isInteger(number) ? String(number) : number.toFixed(1));

/**
 * Rows of texts, set in columns: the first to the left, the others to the right.
 * @param {readonly (readonly string[])[]} rows
 */
function table(rows) {
	const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map(row => row[at]?.length ?? 0)));
	const set = rows.map(row =>
		row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))),
	);
	return set.map(row => `  ${row.join('  ')}`).join('\n');
}

/**
 * The value below which a share of the values lies.
 * @param {readonly number[]} values
 * @param {number} share
 */
const percentile = (values, share) => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

if (values.lower) {
	ceilings = lowered(found.budgets, ceilings);
	writeFileSync(file, `${JSON.stringify(ceilings, null, '\t')}\n`);
}
const { all, exceeded } = held(found.budgets, ceilings);

if (values.list !== undefined) {
	const budget = all.find(one => one.key === values.list);
	console.log(budget ? budget.places.join('\n') : `There are: ${all.map(one => one.key).join(', ')}`);
	process.exit(budget ? 0 : 2);
}

console.log(
	`The source without tests: ${found.measured.length} files, ${found.lines} lines, blank lines and comments counted\n`,
);
/** @param {Budget} one */
const mark = one => (exceeded.includes(one) ? '✗' : one.now > one.goal ? '·' : '✓');
console.log(
	table([
		['', 'today', 'ceiling', 'goal'],
		...all.map(one => [
			`${mark(one)} ${one.title}`,
			short(one.now),
			one.ceiling === undefined ? '' : short(one.ceiling),
			String(one.goal),
		]),
	]),
);
const above = found.bodies.filter(complexity => complexity > 15).length;
console.log(
	`\nComplexity of the ${found.bodies.length} functions with a body in braces (of ${found.functions.length}): 90th percentile ${percentile(found.bodies, 0.9)}, above 15: ${((above / found.bodies.length) * 100).toFixed(1)} %`,
);

const unitTime = join(root, '.vscode-test/unit-processor-time.txt');
console.log(
	`Processor time of the unit tests when all ran last: ${existsSync(unitTime) ? readFileSync(unitTime, 'utf8') : 'not run here (npm test -- unit)'}`,
);

if (!values.short) tell();

const next = lowered(found.budgets, ceilings);
const lower = Object.keys(ceilings).filter(key => next[key] !== ceilings[key]);
if (lower.length > 0) console.log(`\nCan be lowered (npm run house -- --lower): ${lower.join(', ')}`);
for (const { title, key, now, ceiling, goal, places } of exceeded) {
	console.log(`\n✗ ${title}: ${short(now)}, and at most ${short(ceiling ?? goal)} are allowed`);
	if (places.length > 0)
		console.log(
			`  The first places (all: npm run house -- --list ${key}):\n  ${places.slice(0, longest).join('\n  ')}`,
		);
}
console.log(exceeded.length > 0 ? `\n${exceeded.length} budgets are exceeded` : '\nThe budgets are kept');
process.exitCode = exceeded.length > 0 ? 1 : 0;

/** Rooms, arrows, and what is largest. */
function tell() {
	console.log(`\nRooms (${found.rooms.length}), with the files of their own and lines`);
	console.log(table(found.rooms.map(room => [room.name, String(room.files), String(room.lines)])));
	console.log('\nArrows between floors, with the imports they stand for');
	console.log(table(arrowsOf(found.imports).map(([arrow, imports]) => [arrow, String(imports)])));
	console.log('\nRooms that reach each other in a circle');
	for (const circle of found.ofRooms) console.log(`  ${circle.join(' · ')}`);
	console.log('\nLongest files');
	const byLength = [...found.measured].sort((a, b) => b.lines - a.lines).slice(0, longest);
	console.log(table(byLength.map(one => [one.file, String(one.lines)])));
	console.log('\nFunctions of the highest complexity');
	const byComplexity = [...found.functions].sort((a, b) => b.complexity - a.complexity).slice(0, longest);
	console.log(table(byComplexity.map(one => [`${one.file}:${one.line} ${one.name}`, String(one.complexity)])));
}
