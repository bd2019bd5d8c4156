// The index as it is built: a real thread of its own, which leaves its files to the next one.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startIndex } from '../../src/workers/index/start';

test('a thread reads documents, answers, ends; another one finds the index as it was left', async () => {
	const script = join(import.meta.dirname, '../../dist/main.index.js');
	const folder = mkdtempSync(join(tmpdir(), 'policy-writing-thread-'));
	try {
		mkdirSync(join(folder, 'pack/documents'), { recursive: true });
		writeFileSync(
			join(folder, 'pack/documents/a.md'),
			'---\nid: a\ntype: article\ntitle: 甲\n---\n\n加快形成新质生产力。\n',
		);
		const first = startIndex(script, join(folder, 'index'));
		expect(await first.sync([join(folder, 'pack')])).toMatchObject({ put: 1, opened: 'new' });
		expect(await first.search({ text: '新制生产力' })).toMatchObject([{ source: 'a', exact: false }]);
		await first.close();
		const second = startIndex(script, join(folder, 'index'));
		expect(await second.status()).toMatchObject({ documents: 1, opened: 'kept' });
		await second.close();
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
