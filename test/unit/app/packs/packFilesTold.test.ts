// What a watcher tells of a pack: late, twice, of a folder instead of its files, of what is as it was.
import { expect, test } from 'vitest';
import { PackFiles } from '../../../../src/app/packs/packFiles';
import { TouchedFiles } from '../../../../src/app/packs/touched';
import { memoryFiles } from '../../../support/memoryFiles';

function world() {
	const files = memoryFiles();
	const asked: string[] = [];
	const pack = new PackFiles({ ...files, read: place => (asked.push(place), files.read(place)) }, '/p');
	const touched = new TouchedFiles();
	return {
		asked,
		touched,
		put: (name: string, text: string) => files.write(`/p/${name}`, new TextEncoder().encode(text), true),
		remove: (name: string) => files.remove(`/p/${name}`),
		move: (from: string, to: string) => files.move(`/p/${from}`, `/p/${to}`, false),
		async look() {
			const taken = touched.take();
			asked.length = 0;
			await pack.readRecords(taken, () => false);
			for await (const read of pack.readDocuments(taken)) void read;
			return pack.texts();
		},
	};
}
const namesOf = (texts: readonly { readonly name: string; readonly text: string }[]) =>
	texts.map(({ name, text }) => `${name}: ${text}`);

test('told twice, or late, of a change that was read already: the same objects stand for what is as it was', async () => {
	const { put, touched, look, asked } = world();
	await put('terms/a.yaml', 'a');
	await put('documents/b.md', 'b');
	const before = await look();
	for (const name of ['terms/a.yaml', 'documents/b.md', 'documents/b.md']) touched.add(`/p/${name}`);
	const after = await look();
	expect(asked.toSorted()).toEqual(['/p/documents/b.md', '/p/terms/a.yaml']);
	expect(after).toHaveLength(2);
	after.forEach((text, at) => expect(text).toBe(before[at]));
});

test.each(['/p/documents', '/p/documents/', '/p', '/P/Documents'])(
	'told of %s only: what is in it is looked at, also what is new there and what has gone',
	async folder => {
		const { put, remove, touched, look } = world();
		for (const name of ['a', 'b']) await put(`documents/${name}.md`, name);
		await look();
		await put('documents/a.md', 'a is another');
		await put('documents/c.md', 'c');
		await remove('documents/b.md');
		touched.add(folder);
		expect(namesOf(await look())).toEqual(['documents/a.md: a is another', 'documents/c.md: c']);
	},
);

test('a folder that was renamed is told of by its old name or its new one', async () => {
	const { put, move, touched, look } = world();
	await put('documents/旧/a.md', 'a');
	await look();
	await move('documents/旧/a.md', 'documents/新/a.md');
	touched.add('/p/documents/旧');
	expect(namesOf(await look())).toEqual(['documents/新/a.md: a']);
});

test('a change whose time and size are as before is read where it was told of', async () => {
	const files = memoryFiles();
	const pack = new PackFiles(
		{ ...files, stat: async place => ({ ...(await files.stat(place))!, size: 1, modified: 1 }) },
		'/p',
	);
	const touched = new TouchedFiles();
	const look = async () => {
		await pack.readRecords(touched.take(), () => false);
		return namesOf(pack.texts());
	};
	await files.write('/p/terms/a.yaml', new TextEncoder().encode('a'), true);
	expect(await look()).toEqual(['terms/a.yaml: a']);
	await files.write('/p/terms/a.yaml', new TextEncoder().encode('b'), true);
	touched.add('/p/terms/A.yaml');
	expect(await look()).toEqual(['terms/a.yaml: b']);
});
