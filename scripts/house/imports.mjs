// Who imports whom in the source: arrows between floors, and circles of files.
// @ts-check
import { posix } from 'node:path';
import ts from 'typescript';

/** @typedef {import('./source.mjs').SourceText} SourceText */

/**
 * The files of the source that each file imports, also for their types only and also when it is running.
 * @param {readonly SourceText[]} sources
 * @returns {Map<string, string[]>}
 */
export function importsOf(sources) {
	const files = new Set(sources.map(({ file }) => file));
	return new Map(
		sources.map(({ file, text }) => {
			const named = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
			const below = named.filter(name => name.startsWith('.')).map(name => posix.join(posix.dirname(file), name));
			const found = below.map(path => [path, `${path}.ts`, `${path}.tsx`].find(one => files.has(one)));
			return [file, [...new Set(found.filter(one => one !== undefined))]];
		}),
	);
}

/**
 * The floor a file belongs to: its uppermost folder, within the core the one below; `entries` for what lies loose.
 * @param {string} file
 */
export function floorOf(file) {
	const [first = '', second = '', ...rest] = file.split('/');
	if (second === '') return 'entries';
	return first === 'core' ? `core/${rest.length > 0 ? second : posix.parse(second).name}` : first;
}

/**
 * How many files of one floor import files of another, the most first.
 * @param {ReadonlyMap<string, readonly string[]>} imports
 * @returns {[arrow: string, imports: number][]}
 */
export function arrowsOf(imports) {
	/** @type {Map<string, number>} */
	const arrows = new Map();
	for (const [file, targets] of imports)
		for (const target of targets) {
			const arrow = `${floorOf(file)} → ${floorOf(target)}`;
			if (floorOf(file) !== floorOf(target)) arrows.set(arrow, (arrows.get(arrow) ?? 0) + 1);
		}
	return [...arrows].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/**
 * Groups of nodes that reach each other in a circle, by Tarjan's walk: each node of a group reaches every other one of it.
 * @param {ReadonlyMap<string, readonly string[]>} graph
 * @returns {string[][]} nodes in the order of their names
 */
export function circlesOf(graph) {
	/** @type {string[][]} */
	const found = [];
	/** @type {Map<string, number>} */
	const order = new Map();
	/** The earliest open node that each node is known to lead back to; none when its group is closed. @type {Map<string, number>} */
	const back = new Map();
	/** @type {string[]} */
	const open = [];
	/** @param {string} node @returns {number} */
	const visit = node => {
		const own = order.size;
		let earliest = own;
		order.set(node, own);
		back.set(node, own);
		open.push(node);
		for (const target of graph.get(node) ?? [])
			earliest = Math.min(earliest, order.has(target) ? (back.get(target) ?? Infinity) : visit(target));
		back.set(node, earliest);
		if (earliest < own) return earliest;
		const group = open.splice(open.indexOf(node));
		for (const one of group) back.set(one, Infinity);
		if (group.length > 1) found.push(group.sort());
		return Infinity;
	};
	for (const node of graph.keys()) if (!order.has(node)) visit(node);
	return found;
}

/**
 * The same graph with coarser nodes: floors, or rooms.
 * @param {ReadonlyMap<string, readonly string[]>} imports
 * @param {(file: string) => string} nodeOf
 * @returns {Map<string, string[]>}
 */
export function coarser(imports, nodeOf) {
	/** @type {Map<string, string[]>} */
	const nodes = new Map();
	for (const [file, targets] of imports) {
		const from = nodeOf(file);
		const others = targets.map(nodeOf).filter(to => to !== from);
		nodes.set(from, [...new Set([...(nodes.get(from) ?? []), ...others])]);
	}
	return nodes;
}

/**
 * The room of a file: its folder, `entries` for what lies loose.
 * @param {string} file
 */
export const roomOf = file => (file.includes('/') ? posix.dirname(file) : 'entries');
