// Whether a file that a draft names may be looked for: by its name, in a trusted folder and in another, for Windows and the rest.
import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namedKind, refusalOf, type Place } from '../../../src/core/draft/namedFile';

describe('what a name points at', () => {
	test.each([
		['refs.bib', 'relative'],
		['../refs.bib', 'relative'],
		['..\\refs.bib', 'relative'],
		['资料/文献.bib', 'relative'],
		['a//b.bib', 'relative'],
		['/home/me/refs.bib', 'absolute'],
		['\\refs.bib', 'absolute'],
		['C:\\refs.bib', 'absolute'],
		['c:/refs.bib', 'absolute'],
		['C:refs.bib', 'absolute'],
		['file:///home/me/refs.bib', 'absolute'],
		['file:/home/me/refs.bib', 'absolute'],
		['file:///C:/refs.bib', 'absolute'],
		['file://localhost/C:/refs.bib', 'absolute'],
		['~', 'home'],
		['~/refs.bib', 'home'],
		['~\\refs.bib', 'home'],
		['~other/refs.bib', 'home'],
		['%USERPROFILE%\\refs.bib', 'home'],
		['%UserProfile%/refs.bib', 'home'],
		['\\\\server\\share\\refs.bib', 'share'],
		['\\\\\\\\server\\\\share\\\\refs.bib', 'share'],
		['//server/share/refs.bib', 'share'],
		['\\/server\\share\\refs.bib', 'share'],
		['/\\server/share/refs.bib', 'share'],
		[' \t//server/share/refs.bib', 'share'],
		['\u0000//server/share/refs.bib', 'share'],
		['\\\\?\\UNC\\server\\share\\refs.bib', 'share'],
		['\\\\?\\C:\\refs.bib', 'share'],
		['\\\\.\\pipe\\refs.bib', 'share'],
		['//server@SSL/DavWWWRoot/refs.bib', 'share'],
		['file://server/share/refs.bib', 'share'],
		['FILE://server/share/refs.bib', 'share'],
		['file:\\\\server\\share\\refs.bib', 'share'],
		['file:////server/share/refs.bib', 'share'],
		['file://localhost//server/share/refs.bib', 'share'],
		['file:%2F%2Fserver/share/refs.bib', 'share'],
		['file:///%5C%5Cserver/share/refs.bib', 'share'],
	] as const)('%s: %s', (name, kind) => expect(namedKind(name)).toBe(kind));
});

/** As the editor resolves a relative name: joined to the folder, `..` taken out. */
const at = (folder: string, name: string, authority = ''): Place => ({
	scheme: 'file',
	authority,
	path: posix.join(folder, name.replaceAll('\\', '/')),
});
const folder: Place = { scheme: 'file', authority: '', path: '/d:/draft' };

describe('in a folder that is not trusted', () => {
	test.each([
		['refs.bib', undefined],
		['资料/文献.bib', undefined],
		['资料/../refs.bib', undefined],
		['../draft/refs.bib', undefined],
		['./a..b.bib', undefined],
		['../refs.bib', 'outside'],
		['..\\..\\refs.bib', 'outside'],
		['资料/../../refs.bib', 'outside'],
		['../draft2/refs.bib', 'outside'],
		['... /refs.bib', 'outside'],
		['.. /refs.bib', 'outside'],
		['C:refs.bib', 'outside'],
		['/d:/draft/refs.bib', 'outside'],
		['~/refs.bib', 'outside'],
		['//server/share/refs.bib', 'share'],
	] as const)('%s: %s', (name, refusal) =>
		expect(refusalOf(name, at(folder.path, name), false, [folder])).toBe(refusal),
	);
	test('a name that means no file is not looked for', () =>
		expect(refusalOf('refs.bib', undefined, false, [folder])).toBe('outside'));
	test('of several folders each is inside', () =>
		expect(refusalOf('../b/refs.bib', at('/a', '../b/refs.bib'), false, [at('/', 'a'), at('/', 'b')])).toBeUndefined());
	test('another machine is outside, whatever its path', () =>
		expect(refusalOf('refs.bib', at('/d:/draft', 'refs.bib', 'server'), false, [folder])).toBe('outside'));
});

describe('in a folder that is trusted', () => {
	test.each(['refs.bib', '../refs.bib', '/home/me/refs.bib', 'C:\\refs.bib', '~/refs.bib'])('%s is looked for', name =>
		expect(refusalOf(name, at(folder.path, name), true, [folder])).toBeUndefined(),
	);
	test.each(['\\\\server\\share\\refs.bib', '//server/share/refs.bib', 'file://server/share/refs.bib'])(
		'%s is not',
		name => expect(refusalOf(name, at(folder.path, name), true, [folder])).toBe('share'),
	);
});

test('whatever is let through leads neither system to another machine, nor out of the folder', () => {
	const part = fc.constantFrom('..', '.', '...', '.. ', '~', 'a', 'refs.bib', 'C:', '?', 'server', 'file:', '', ' ');
	const name = fc
		.array(fc.tuple(part, fc.constantFrom('/', '\\', '//', '\\\\', '')), { minLength: 1, maxLength: 7 })
		.map(parts => parts.map(([one, mark]) => one + mark).join(''));
	fc.assert(
		fc.property(name, fc.boolean(), (written, trusted) => {
			const place = at(folder.path, written);
			if (refusalOf(written, place, trusted, [folder]) !== undefined) return;
			expect(win32.resolve('D:\\draft', written).startsWith('\\\\')).toBe(false);
			if (trusted) return;
			expect(win32.resolve('D:\\draft', written)).toMatch(/^D:\\draft(?:\\|$)/i);
			expect(posix.resolve('/draft', written.replaceAll('\\', '/'))).toMatch(/^\/draft(?:\/|$)/);
		}),
		{ numRuns: 2000, seed: 13 },
	);
});
