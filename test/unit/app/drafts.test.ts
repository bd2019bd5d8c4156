// Which files of folders are drafts, and which are to be imported, where a pack is named in another case.
import { expect, test } from 'vitest';
import { draftsBelow } from '../../../src/app/drafts';
import { filesToImport } from '../../../src/app/importFiles';
import { memoryFiles } from '../../support/memoryFiles';

const below = (root: string) =>
	memoryFiles({ [`${root}/报告.md`]: '甲', [`${root}/policy-corpus/documents/a.md`]: '乙' });

test.each(['/c:/ws/Policy-Corpus', '/C:/ws/policy-corpus', '/C:/WS/POLICY-CORPUS'])(
	'on a drive the pack %s is gone into by no review and no import',
	async pack => {
		const files = below('/c:/ws');
		const { drafts } = await draftsBelow(files, [{ place: '/c:/ws' }], new Set([pack]));
		expect(drafts.map(({ name }) => name)).toEqual(['报告.md']);
		const sources = await filesToImport(files, ['/c:/ws'], pack);
		expect(sources.map(({ name }) => name)).toEqual(['报告.md']);
	},
);

test('elsewhere a folder of another case is another one', async () => {
	const { drafts } = await draftsBelow(below('/ws'), [{ place: '/ws' }], new Set(['/ws/Policy-Corpus']));
	expect(drafts).toHaveLength(2);
});

test('a draft that lies in two folders, which are one but for the case, is reviewed once', async () => {
	const files = memoryFiles({ '/c:/ws/报告.md': '甲', '/C:/ws/报告.md': '甲' });
	const { drafts } = await draftsBelow(files, [{ place: '/c:/ws' }, { place: '/C:/ws' }], new Set());
	expect(drafts).toHaveLength(1);
});
