// What stands for the home folder in a name.
import { expect, test } from 'vitest';
import { withHome } from '../../../src/app/homeFolder';
import { nodeFiles } from '../../../src/cli/nodeFiles';

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

test('a place lies in a folder also where one says c: and the other C:', () => {
	expect(nodeFiles.isBelow('c:/ws', 'C:/ws/a.md')).toBe(true);
	expect(nodeFiles.isBelow('C:/ws', 'c:/ws/a.md')).toBe(true);
	expect(nodeFiles.isBelow('C:/ws', 'D:/ws/a.md')).toBe(false);
	expect(nodeFiles.isBelow('C:/ws', 'C:/ws2/a.md')).toBe(false);
	expect(nodeFiles.isBelow('/', '/a.md')).toBe(true);
	expect(nodeFiles.isBelow('/ws', '/WS/a.md')).toBe(false);
});
