// The table of finding codes, and everything outside of the code that follows from it.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asTheTableHasIt, files } from '../../../scripts/codes.mjs';
import * as table from '../../../src/core/rules/table';

const root = resolve(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const texts = {
	manifest: read(files.manifest),
	english: read(files.english),
	chinese: read(files.chinese),
	readme: read(files.readme),
};
const wanted = asTheTableHasIt(table, texts);

describe('what follows from the table is as it has it: npm run codes', () => {
	test.each(Object.keys(files) as (keyof typeof files)[])('%s', name => {
		expect(wanted[name]).toBe(texts[name]);
	});

	test('of every code and family: where one is taken away, it is missed', () => {
		for (const name of [...table.findingFamilies(), ...table.findingCodes()]) {
			const isSet = name !== 'quotation.verbatim';
			expect(texts.manifest.includes(`%setting.review.severity.${name}%`), name).toBe(isSet);
			if (name.includes('.')) expect(texts.readme, name).toContain(`| \`${name}\` | `);
		}
		const less = { ...texts, readme: texts.readme.replace(/^\| `wording\.near`.*\n/m, '') };
		expect(less.readme).not.toBe(texts.readme);
		expect(asTheTableHasIt(table, less).readme).toBe(texts.readme);
	});
});

test('every rule has a row, and every row a file that is called like its code', () => {
	const named = table.findingCodes().map(code => `${code.replace('.', '/')}.ts`);
	const there = readdirSync(join(root, 'src/core/rules'), { recursive: true, encoding: 'utf8' })
		.map(file => file.replaceAll('\\', '/'))
		.filter(file => file.endsWith('.ts') && !['rule.ts', 'table.ts'].includes(file));
	expect(there.sort()).toEqual([...named].sort());
});

test.each(table.findingCodes())('%s says in both languages what it is, what it means and what to do', code => {
	const { name, meaning, advice, together } = table.ruleOf(code);
	for (const { zh, en } of [name, meaning, advice, ...(together ? [together(3)] : [])]) {
		expect(zh).toMatch(/\p{Script=Han}/u);
		expect(en).toMatch(/^[A-Z][^\p{Script=Han}]+$/u);
	}
});
