// The tests that stand in inside/, run in the extension host of this VS Code, each reported as a test of its own.
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { open } from '../support/driver';
import { buildInside, readResults } from '../support/inside.mjs';

const module = await buildInside(join(process.env['VSCODE_WORK'] ?? '', 'inside'));
const vs = await open({ files: { 'notes.json': '{}' }, show: null, inside: module });
const results = await vs
	.until(
		'the tests inside the extension host to end',
		async () => {
			const { results, end } = readResults(dirname(module));
			return end ? results : undefined;
		},
		300_000, // one of them fills the memory of a thread
	)
	.finally(() => vs.close());

test('there are tests inside the extension host', () => {
	expect(results.length).toBeGreaterThan(0);
});
test.each(results)('$name', ({ error, notes }) => {
	for (const note of notes) console.log(note);
	expect(error).toBeUndefined();
});
