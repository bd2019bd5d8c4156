// Whether what is bundled stands in the notices with its licence.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

test('every package that is bundled has its licence in the notices', () => {
	const { inputs } = JSON.parse(readFileSync(join(root, 'dist/meta.json'), 'utf8')) as {
		inputs: Record<string, unknown>;
	};
	const names = new Set(
		Object.keys(inputs).flatMap(path => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
	);
	expect(names).toContain('fuse.js');
	const notices = readFileSync(join(root, 'dist/NOTICES.md'), 'utf8');
	for (const name of names) {
		const part = notices.split('\n## ').find(one => one.startsWith(`${name} `));
		expect(part, name).toMatch(/MIT|ISC|Apache|BSD/);
		expect(part?.length, name).toBeGreaterThan(500);
	}
});
