// What stands for the home folder in a name.
import { expect, test } from 'vitest';
import { addressPath, comparedPlace, isRooted, liesBelow, withHome } from '../../../src/app/homeFolder';

test.each([
	['~', '/home/wang'],
	['~/a.bib', '/home/wang/a.bib'],
	['%USERPROFILE%/语料', '/home/wang/语料'],
	['%UserProfile%', '/home/wang'],
	['~other/a.bib', '~other/a.bib'],
	['a/~/b', 'a/~/b'],
	['%USERPROFILE%x', '%USERPROFILE%x'],
])('%s is %s', (path, expected) => expect(withHome(path, '/home/wang')).toBe(expected));

test('a home folder of Windows is written with /, whatever is in its name; without one nothing changes', () => {
	expect(withHome('~/a', 'C:\\Users\\王$&明')).toBe('C:/Users/王$&明/a');
	expect(withHome('~/a', undefined)).toBe('~/a');
});

test.each([
	['\\\\server\\资料 库\\refs.bib', '//server/资料 库/refs.bib'],
	['//server/share/语料', '//server/share/语料'],
	['\\\\server\\share\\', '//server/share'],
	['\\\\?\\C:\\很长\\a.bib', 'c:/很长/a.bib'],
	['\\\\?\\UNC\\server\\share\\a.bib', '//server/share/a.bib'],
	['D:\\语料\\', 'd:/语料'],
	['D:\\', 'd:/'],
	['D:', 'd:/'],
	['d:/a\\b', 'd:/a/b'],
	['.\\refs.bib', './refs.bib'],
	['..\\库\\refs.bib', '../库/refs.bib'],
	['/', '/'],
	['~\\refs.bib', '//server/home/wang/refs.bib'],
	['%UserProfile%\\refs.bib', '//server/home/wang/refs.bib'],
	['%USERPROFILE%', '//server/home/wang'],
])('%s is the address %s', (name, expected) => {
	// A home folder may lie on another machine, too.
	expect(addressPath(name, '\\\\server\\home\\wang')).toBe(expected);
	expect(isRooted(expected)).toBe(!expected.startsWith('.'));
});

test.each(['C:refs.bib', 'refs.bib', '~other/a', 'a:b/c'])('%s is no path from a root', name => {
	expect(isRooted(addressPath(name, 'C:\\Users\\王小明'))).toBe(false);
});

test.each([
	['file:///c%3A/WS/a.md', 'file:///C%3A/ws/A.md'],
	['file:///c:/ws', 'file:///C:/WS'],
	['file://SERVER/Share/a', 'file://server/share/A'],
	['C:\\WS\\a', 'c:/ws/a'],
	['/C:/ws', '/c:/WS'],
	['\\\\server\\Share', '\\\\SERVER\\share'],
])('%s and %s are one place', (one, other) => {
	expect(comparedPlace(one)).toBe(comparedPlace(other));
	expect(liesBelow(one, `${other}/b.md`)).toBe(true);
	expect(liesBelow(one, `${other}b/b.md`)).toBe(false);
	expect(liesBelow(one, other)).toBe(false);
});

test.each([
	['/ws/a.md', '/WS/a.md'],
	['file:///ws/a.md', 'file:///WS/a.md'],
	['vscode-remote://wsl%2Bubuntu/home/a', 'vscode-remote://wsl%2Bubuntu/home/A'],
	['untitled:A', 'untitled:a'],
	['/a\\b', '/a/b'],
])('%s and %s are two', (one, other) => expect(comparedPlace(one)).not.toBe(comparedPlace(other)));
