// An import finds the same files of folders, and tells the same of what it leaves: in memory and on the disk, where the
// editor looks, and by the command line that was built.
import { afterAll, describe, expect, test } from 'vitest';
import { bytesToImport, filesToImport } from '../../src/app/importFiles';
import type { ImportProblem } from '../../src/core/documents/document';
import { freshFolder, jsonOf, layInMemory, layOnDisk, removeFolders, type Laid, type Tree } from '../support/hosts';

afterAll(removeFolders);

const prose = '从调研情况看，企业规模偏小，创新投入不足，产业链条不长，人才队伍不稳，需要下大力气加以解决。';
const tree: Tree = {
	'in/a.txt': `题目\n\n${prose}甲。\n`,
	'in/sub/b.md': `# 题目\n\n${prose}乙。\n`,
	'in/sub/empty.txt': '',
	'in/terms.csv': '术语,定义\n青稞,高原的粮食\n',
	'in/~$terms.xlsx': '打开着',
	'in/picture.png': Uint8Array.from([1, 2, 3]),
	'in/.hidden/c.txt': prose,
	'in/node_modules/d.txt': prose,
	'in/mine/pack.yaml': 'id: mine\ntitle: 我的\n',
	'in/mine/notes.txt': prose,
	'in/same.txt': { link: 'a.txt' },
	'in/hidden.txt': { link: '.hidden/c.txt' },
	'in/out.txt': { link: '../outside.txt' },
	'in/dead.txt': { link: 'nowhere.txt' },
	'in/loop.txt': { link: 'loop.txt' },
	'in/up': { link: '..' },
	'in/picture.link.png': { link: '../outside.txt' },
	'outside.txt': `${prose}外。`,
};

const found = async ({ files, root }: Laid, ...names: readonly string[]) =>
	(
		await filesToImport(
			files,
			names.map(name => files.join(root, name)),
			files.join(root, 'in/mine'),
		)
	).map(({ name, problem }) => `${name}${problem ? ` ${problem.code} ${problem.severity}` : ''}`);

describe.skipIf(process.platform === 'win32')('files to be imported', () => {
	test('the same in memory, on the disk and on the command line', async () => {
		const disk = layOnDisk(freshFolder(), tree);
		const inMemory = await found(layInMemory(tree), 'in', 'outside.txt', 'gone.txt');
		expect(inMemory).toEqual([
			'a.txt',
			'dead.txt import.link information',
			'hidden.txt',
			'loop.txt import.link information',
			'out.txt import.link information',
			'picture.link.png import.link information',
			'picture.png',
			'sub/b.md',
			'sub/empty.txt',
			'terms.csv',
			'up import.link information',
			'outside.txt',
			'gone.txt import.unreadable error',
		]);
		expect(await found(disk, 'in', 'outside.txt', 'gone.txt')).toEqual(inMemory);
		interface Row {
			readonly file: string;
			readonly problems: readonly ImportProblem[];
		}
		const rows = jsonOf<Row[]>(disk.root, 'import', 'in', 'outside.txt', 'gone.txt', '--into', 'in/mine', '--dry-run');
		const told = rows.map(({ file, problems }) => {
			const left = problems.find(({ code }) => code === 'import.link' || code === 'import.unreadable');
			return `${file.replace(/^in\//, '')}${left ? ` ${left.code} ${left.severity}` : ''}`;
		});
		expect(told).toEqual(inMemory);
	});

	test('a file that is too large, or gone, says so and is not read', async () => {
		for (const { files, root } of [layInMemory(tree), layOnDisk(freshFolder(), tree)]) {
			const place = files.join(root, 'outside.txt');
			expect(await bytesToImport(files, place, 10)).toMatchObject({ code: 'import.large', data: { limit: 10 } });
			expect(await bytesToImport(files, place, 1000)).toEqual(await files.read(place));
			expect(await bytesToImport(files, files.join(root, 'gone.txt'), 10)).toMatchObject({ code: 'import.unreadable' });
		}
	});
});
