import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const json = (path: string) => JSON.parse(read(path)) as Record<string, string>;
const editor = readdirSync(join(root, 'src/editor'), { recursive: true, encoding: 'utf8' }).filter(f =>
	f.endsWith('.ts'),
);

/** The first argument of every `l10n.t('…')` and of its short form `t('…')`. */
const strings = new Set(
	editor.flatMap(f =>
		[...read(`src/editor/${f}`).matchAll(/(?:\bl10n\.t|(?<![\w.])t)\(\s*'((?:[^'\\]|\\.)*)'/g)].map(m =>
			(m[1] ?? '').replace(/\\(.)/g, '$1'),
		),
	),
);
const chinese = json('l10n/bundle.l10n.zh-cn.json');

describe('what a person reads', () => {
	test.each([...strings])('has a Chinese form: %s', string => {
		expect(chinese[string], 'l10n/bundle.l10n.zh-cn.json').toBeTruthy();
		const slots = (text: string) => [...new Set(text.match(/\{\d+\}/g))].sort();
		expect(slots(chinese[string] ?? '')).toEqual(slots(string));
	});

	test('no Chinese form is left over', () => expect(Object.keys(chinese).filter(key => !strings.has(key))).toEqual([]));

	test('the contributions have both languages, and only those that are used', () => {
		const english = json('package.nls.json');
		const manifest = read('package.json');
		const used = new Set([...manifest.matchAll(/%([\w.]+)%/g)].map(m => m[1] ?? ''));
		expect(Object.keys(english).sort()).toEqual([...used].sort());
		expect(Object.keys(json('package.nls.zh-cn.json')).sort()).toEqual(Object.keys(english).sort());
	});
});
