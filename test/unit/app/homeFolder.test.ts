// What stands for the home folder in a name.
import { expect, test } from 'vitest';
import { addressPath, isRooted, withHome } from '../../../src/app/homeFolder';

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
