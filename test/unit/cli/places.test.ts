// Places on drives, on shares of other machines and at their roots, as Windows and others write them.
import { posix, win32 } from 'node:path';
import { expect, test } from 'vitest';
import { liesBelow } from '../../../src/app/homeFolder';
import { packPlaces, placeBelow } from '../../../src/cli/places';

test.each([
	['D:\\', 'a.md', 'D:\\a.md'],
	['d:\\语料', 'terms/甲.yaml', 'd:\\语料\\terms\\甲.yaml'],
	['\\\\server\\share', 'a.md', '\\\\server\\share\\a.md'],
	['\\\\server\\share\\', '下 层\\a.md', '\\\\server\\share\\下 层\\a.md'],
	['//server/share/语料', 'a.md', '\\\\server\\share\\语料\\a.md'],
])('on Windows %s has %s at %s', (folder, name, expected) => {
	expect(placeBelow(folder, name, win32)).toBe(expected);
	expect(liesBelow(folder, expected)).toBe(true);
});

test.each([
	['/', 'a.md', '/a.md'],
	['/语料', 'b/a.md', '/语料/b/a.md'],
])('elsewhere %s has %s at %s', (folder, name, expected) => expect(placeBelow(folder, name, posix)).toBe(expected));

test.each([
	['D:\\语料', '..\\a.md'],
	['D:\\语料', 'E:\\a.md'],
	['D:\\', '.'],
	['\\\\server\\share', '\\\\other\\share\\a.md'],
	['\\\\server\\share\\a', '..\\..\\..\\b.md'],
])('no name leads out of %s: %s', (folder, name) => {
	expect(() => placeBelow(folder, name, win32)).toThrow('outside');
});

test('a place lies in a folder whatever the case on Windows, and elsewhere as it is written', () => {
	for (const [folder, place] of [
		['c:\\ws', 'C:\\WS\\a.md'],
		['C:/ws', 'c:\\ws\\A.md'],
		['D:\\', 'd:\\a.md'],
		['\\\\SERVER\\Share', '\\\\server\\share\\a.md'],
	] as const)
		expect(liesBelow(folder, place)).toBe(true);
	for (const [folder, place] of [
		['C:\\ws', 'D:\\ws\\a.md'],
		['C:\\ws', 'C:\\ws2\\a.md'],
		['\\\\server\\share', '\\\\server\\share2\\a.md'],
	] as const)
		expect(liesBelow(folder, place)).toBe(false);
	expect(liesBelow('c:/ws', 'C:/ws/a.md')).toBe(true);
	expect(liesBelow('/', '/a.md')).toBe(true);
	expect(liesBelow('/ws', '/WS/a.md')).toBe(false);
});

test('a pack that is named twice is one, and a drive has one name in whichever case', () => {
	expect(packPlaces('c:\\文稿', ['语料', 'C:\\文稿\\语料', 'c:\\文稿\\语料\\', 'D:\\Pk', 'd:\\pk'], win32)).toEqual([
		'C:\\文稿\\语料',
		'D:\\Pk',
	]);
	expect(packPlaces('/文稿', ['语料', '/文稿/语料', 'Pk', 'pk'], posix)).toEqual([
		'/文稿/语料',
		'/文稿/Pk',
		'/文稿/pk',
	]);
});
