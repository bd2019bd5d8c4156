// Files of a pack that cannot be read just now: which of them those are, and how long an import waits for them.
import { expect, test } from 'vitest';
import { readPackOnce } from '../../../../src/app/packs/pack';
import { isWithheld, stillWithheld, withheldFile } from '../../../../src/app/packs/withheld';
import { FileError, type FileFault } from '../../../../src/app/ports';
import { readPack } from '../../../../src/core/corpus/yaml/read';
import { memoryFiles } from '../../../support/memoryFiles';

test.each([
	['busy', true],
	['slow', true],
	['denied', true],
	['missing', false],
	['failed', false],
] as const)(
	'a document or a record file of a pack that is %s stops an import: %s',
	async (fault: FileFault, expected) => {
		for (const held of ['/p/documents/a.md', '/p/sources/a.yaml']) {
			const files = memoryFiles();
			for (const place of ['/p/documents/a.md', '/p/sources/a.yaml', '/p/sources/b.yaml'])
				await files.write(place, new TextEncoder().encode('- { id: ['), true);
			const error = new FileError(fault, held, 'E');
			const read = (place: string) => (place === held ? Promise.reject(error) : files.read(place));
			const pack = await readPackOnce({ ...files, read }, '/p', { read: readPack }, Infinity);
			const found = pack && 'problems' in pack ? withheldFile(pack.problems) : undefined;
			expect(found && `/p/${found.file}`).toBe(expected ? held : undefined);
			expect(isWithheld(error)).toBe(expected);
		}
	},
);

test('what is let go of is waited for, and what is not for two seconds', async () => {
	const waited: number[] = [];
	const clock = { wait: (milliseconds: number) => Promise.resolve(void waited.push(milliseconds)) };
	let looks = 0;
	expect(await stillWithheld(() => Promise.resolve(looks++ < 2 ? 'a.md' : undefined), clock)).toBeUndefined();
	expect(waited).toHaveLength(2);
	waited.length = 0;
	expect(await stillWithheld(() => Promise.resolve('a.md'), clock)).toBe('a.md');
	expect(waited.reduce((sum, one) => sum + one, 0)).toBe(2000);
});
