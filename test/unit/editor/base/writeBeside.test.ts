// What is left of a text when a file system fails half way, as the editor's own does on Windows: it takes the old file
// away, then cannot move the new one to its place (EPERM while a scanner holds what is being deleted).
import { expect, test } from 'vitest';
import { writeBeside, type WritingSteps } from '../../../../src/editor/base/writeBeside';

const failure = (code: string) => Object.assign(new Error(code), { code });
const bytes = (text: string) => new TextEncoder().encode(text);

/** Files that move over another one by taking it away first; `fails` says whether a step does, by its name and number. */
function filesThat(fails: (step: string) => string | undefined, before?: string) {
	const files = new Map<string, string>();
	if (before !== undefined) files.set('a.yaml', before);
	const count = new Map<string, number>();
	const check = (step: string) => {
		const number = (count.get(step) ?? 0) + 1;
		count.set(step, number);
		const code = fails(`${step} ${number}`);
		if (code) throw failure(code);
	};
	const steps: WritingSteps = {
		write: async (to, content) => {
			check('write');
			files.set(to, new TextDecoder().decode(content));
		},
		move: async (from, to, over) => {
			check('look');
			if (!over && files.has(to)) throw failure('EEXIST');
			files.delete(to);
			check('move');
			files.set(to, files.get(from) ?? '');
			files.delete(from);
		},
		remove: async file => void files.delete(file),
		isThere: async file => files.has(file),
	};
	return { files, write: (over: boolean) => writeBeside(steps, 'half', 'a.yaml', { bytes: bytes('new'), over }) };
}

test('the new text is in the place of the old one', async () => {
	const { files, write } = filesThat(() => undefined, 'old');
	await write(true);
	expect([...files]).toEqual([['a.yaml', 'new']]);
});

test('a file that was taken away and not replaced gets the new text at the second try', async () => {
	const { files, write } = filesThat(step => (step === 'move 1' ? 'EPERM' : undefined), 'old');
	await write(true);
	expect([...files]).toEqual([['a.yaml', 'new']]);
});

test('where that fails as well the only copy is left', async () => {
	const { files, write } = filesThat(step => (step.startsWith('move') ? 'EPERM' : undefined), 'old');
	await expect(write(true)).rejects.toThrow('EPERM');
	expect([...files]).toEqual([['half', 'new']]);
});

test.each([
	['the old file cannot be taken away', 'look 1', 'EBUSY'],
	['the disk is full', 'write 1', 'ENOSPC'],
])('%s: it stays as it was, and nothing is beside it', async (_, at, code) => {
	const { files, write } = filesThat(step => (step === at ? code : undefined), 'old');
	await expect(write(true)).rejects.toThrow(code);
	expect([...files]).toEqual([['a.yaml', 'old']]);
});

test('of a new file that cannot be put in its place nothing is left', async () => {
	const { files, write } = filesThat(step => (step === 'move 1' ? 'EPERM' : undefined));
	await expect(write(true)).rejects.toThrow('EPERM');
	expect([...files]).toEqual([]);
	const taken = filesThat(() => undefined, 'old');
	await expect(taken.write(false)).rejects.toThrow('EEXIST');
	expect([...taken.files]).toEqual([['a.yaml', 'old']]);
});
