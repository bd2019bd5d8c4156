// What is looked at again after a watcher told of something.
import { expect, test } from 'vitest';
import { mayDiffer, TouchedFiles, isTouched } from '../../../../src/app/packs/touched';

const file = 'file:///a/policy-corpus/documents/one.md';

test('the first look is at everything; after that only what was told of', () => {
	const files = new TouchedFiles();
	expect(mayDiffer(files.take(), file)).toBe(true);
	expect(mayDiffer(files.take(), file)).toBe(false);
	files.add(file);
	expect(mayDiffer(files.take(), file)).toBe(true);
	files.add();
	expect(mayDiffer(files.take(), file)).toBe(true);
	expect(mayDiffer(files.take(), file)).toBe(false);
});

test('a folder stands for what is in it, and no name for one that begins like it', () => {
	const told = (uri: string) => ({ all: false, uris: new Set([uri]) });
	expect(mayDiffer(told('file:///a/policy-corpus'), file)).toBe(true);
	expect(mayDiffer(told('file:///a/policy-corpus/documents/'), file)).toBe(true);
	expect(mayDiffer(told('file:///a/policy-corp'), file)).toBe(false);
	expect(mayDiffer(told('file:///a/policy-corpus/documents/one'), file)).toBe(false);
	expect(mayDiffer(told(`${file}x`), file)).toBe(false);
});

test('a look that was given up is told of the same again, and of what came meanwhile', () => {
	const files = new TouchedFiles();
	files.take();
	files.add('file:///a');
	const taken = files.take();
	files.add('file:///b');
	files.giveBack(taken);
	expect(files.take()).toEqual({ all: false, uris: new Set(['file:///a', 'file:///b']) });
	files.giveBack({ all: true, uris: new Set() });
	expect(files.take().all).toBe(true);
});

test('a watcher may tell of a file in another case, or of a folder above it instead', () => {
	const files = new TouchedFiles();
	files.take();
	files.add('file:///c%3A/WS/Policy-Corpus/documents/%E4%B8%80.MD');
	const told = files.take();
	expect(isTouched(told, 'file:///c%3A/ws/policy-corpus/documents/%E4%B8%80.md')).toBe(true);
	expect(mayDiffer(told, 'file:///c%3A/ws/policy-corpus/documents/%E4%B8%80.md')).toBe(true);
	files.add('file://SERVER/share/Policy-Corpus');
	const above = files.take();
	expect(isTouched(above, 'file://server/share/policy-corpus/documents/a.md')).toBe(false);
	expect(mayDiffer(above, 'file://server/share/policy-corpus/documents/a.md')).toBe(true);
});
