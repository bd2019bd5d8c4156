// Files among the arguments of a command that no shell has written out.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { withFiles } from '../../../src/cli/namedFiles';

const root = mkdtempSync(join(tmpdir(), 'policy-named-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const cwd = join(root, '文稿');
const home = join(root, '王小明').replaceAll('\\', '/');
for (const name of ['b.md', 'A.MD', '.hidden.md', 'c.txt', '报告[1].md', '下/d.md', '另/d.md']) {
	mkdirSync(join(cwd, name, '..'), { recursive: true });
	writeFileSync(join(cwd, name), '');
}
const windows = { cwd, home, isWindows: true };
const unix = { cwd, home, isWindows: false };
const files = (name: string, around = windows) =>
	withFiles({ values: {}, positionals: [name] }, 'check', around).positionals;

test.each([
	['*.md', ['A.MD', 'b.md', '报告[1].md']],
	['.\\*.md', ['./A.MD', './b.md', './报告[1].md']],
	['?.MD', ['A.MD', 'b.md']],
	['报告[1]*', ['报告[1].md']],
	['*\\d.md', ['下/d.md', '另/d.md']],
	['下\\*', ['下/d.md']],
	['.h*', ['.hidden.md']],
	['没有*.md', ['没有*.md']],
	['*/没有.md', ['*/没有.md']],
	['\\\\?\\C:\\a.md', ['\\\\?\\C:\\a.md']],
	['下\\d.md', ['下\\d.md']],
	['-', ['-']],
	['~\\x.md', [`${home}/x.md`]],
	['%USERPROFILE%\\x.md', [`${home}/x.md`]],
	['%UserProfile%', [home]],
	['~other\\x.md', ['~other\\x.md']],
])('on Windows %s means %j', (name, expected) => expect(files(name)).toEqual(expected));

test('a pattern with all its way from a root', () => {
	expect(files(`${cwd}/下/*.md`)).toEqual([`${cwd}/下/d.md`.replaceAll('\\', '/')]);
});

test('elsewhere the shell has written out patterns, and nobody makes a folder named ~', () => {
	expect(files('*.md', unix)).toEqual(['*.md']);
	expect(files('~/x.md', unix)).toEqual([`${home}/x.md`]);
	expect(files('~\\x.md', unix)).toEqual(['~\\x.md']);
});

test('a folder that is called ~ is meant where it is there', () => {
	mkdirSync(join(cwd, '~'));
	expect([files('~/x.md'), files('~/x.md', unix)]).toEqual([['~/x.md'], ['~/x.md']]);
	rmSync(join(cwd, '~'), { recursive: true });
	expect(existsSync(join(cwd, '~'))).toBe(false);
});

test('flags that are files are written out, those given once without patterns; words of a question are not', () => {
	const values = { corpus: ['~\\refs.bib', '*.txt'], into: '~\\pk', out: '*.md', before: '~/a', json: true };
	expect(withFiles({ values, positionals: ['~/a', '*.md'] }, 'search', windows)).toEqual({
		values: { corpus: [`${home}/refs.bib`, 'c.txt'], into: `${home}/pk`, out: '*.md', before: '~/a', json: true },
		positionals: ['~/a', '*.md'],
	});
});
