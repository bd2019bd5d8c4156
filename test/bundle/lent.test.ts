// What is large and seldom asked lies in files of its own, which are read when they are asked for and not before.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type * as Core from '../../src/entries/main.core';
import type { CompiledPack } from '../../src/core/service';

const dist = join(import.meta.dirname, '../../dist');
const load = createRequire(import.meta.url);
const read = () =>
	Object.keys(load.cache)
		.map(path => basename(path))
		.filter(name => /^main\.(?:fuse|characters|packs|uses)\.js$/.test(name));

test('the dictionary comes with the first comparison, the ranking with the first search that finds too little', async () => {
	const core = load(join(dist, 'main.core.js')) as typeof Core;
	expect(read()).toEqual([]);
	const { service } = core.createService([{ compiled: load(join(dist, 'corpus.json')) as CompiledPack }]);
	expect(service.terms('发展新質生產力').map(span => span.end - span.start)).toEqual([5]);
	expect(read()).toEqual(['main.characters.js']);
	expect((await service.find({ text: '科技创新能过催生新产业' })).hits.length).toBeGreaterThan(0);
	expect(read().sort()).toEqual(['main.characters.js', 'main.fuse.js']);
	expect((await service.library.timeline('新质生产力'))?.uses).toBeGreaterThan(0);
	expect(await service.library.candidates()).toBeDefined();
	expect(read().sort()).toEqual(['main.characters.js', 'main.fuse.js', 'main.uses.js']);
});

test('what the worker of a browser is made of asks only for what it is given', () => {
	const asked = (name: string) =>
		[...readFileSync(join(dist, name), 'utf8').matchAll(/require\(["'](\.\/[^"']*)["']\)/g)].map(([, file]) => file);
	expect(asked('main.import.js')).toEqual([]);
	expect(asked('main.packs.js')).toEqual(['./main.characters.js']);
});
