// The source as `npm run house` reads it: every TypeScript file below src, parsed once.
// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * One file of the source.
 * @typedef {object} SourceText
 * @property {string} file its path below src, with `/`
 * @property {string} text
 * @property {readonly string[]} lines without their ends; the empty one after the last end of line is none
 * @property {ts.SourceFile} tree
 */

/**
 * A file of the source from its text.
 * @param {string} file its path below src
 * @param {string} text
 * @returns {SourceText}
 */
export function parseSource(file, text) {
	const lines = text.split(/\r?\n/);
	if (lines.at(-1) === '') lines.pop();
	return { file, text, lines, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true) };
}

/**
 * Every TypeScript file below a folder except declarations, in the order of the names.
 * @param {string} folder
 * @returns {SourceText[]}
 */
export function readSource(folder) {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map(file => file.replaceAll('\\', '/'))
		.filter(file => /(?<!\.d)\.tsx?$/.test(file))
		.sort()
		.map(file => parseSource(file, readFileSync(join(folder, file), 'utf8')));
}
