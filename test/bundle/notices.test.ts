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

test('so have the packages that linkedom depends on', () => {
	const parts = readFileSync(join(root, 'dist/NOTICES.md'), 'utf8').split('\n## ');
	const inside =
		'boolbase css-select css-what cssom dom-serializer domelementtype domhandler domutils entities html-escaper htmlparser2 nth-check uhyphen';
	for (const name of inside.split(' ')) {
		const part = parts.find(one => one.startsWith(`${name} `));
		expect(part, name).toMatch(/MIT|ISC|BSD/);
		expect(part, name).toMatch(/copyright|AS IS/i);
	}
});

test('so have the character maps of Adobe', () => {
	const parts = readFileSync(join(root, 'dist/NOTICES.md'), 'utf8').split('\n## ');
	const part = parts.find(one => one.startsWith('Adobe CMap resources'));
	expect(part).toContain('Copyright 1990-2009 Adobe Systems Incorporated.');
	expect(part).toContain('Redistributions in binary form must reproduce the above');
});
