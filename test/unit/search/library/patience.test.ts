// How long an answer of a group's library is waited for: alike for all that a person asks for, and for whether a slow server is there again.
import { expect, test } from 'vitest';
import { GroupLibrary } from '../../../../src/core/search/library/groupLibrary';
import { mappingVersion } from '../../../../src/core/search/library/mapping';
import type { Send } from '../../../../src/core/search/library/transport';

/** An engine with nothing in it, and the milliseconds that each request may take. */
function counted(searchPatience?: number): { readonly library: GroupLibrary; readonly waits: number[] } {
	const waits: number[] = [];
	const send: Send = ({ path, lines, patience }) => {
		waits.push(patience);
		const nothing = { hits: { hits: [] } };
		if (path.endsWith('/_mapping'))
			return Promise.resolve({
				status: 200,
				body: { 'g-v1': { mappings: { _meta: { policyWriting: mappingVersion } } } },
			});
		return Promise.resolve({
			status: 200,
			body: lines ? { responses: lines.map(() => nothing) } : nothing,
		});
	};
	return { library: new GroupLibrary({ send, index: 'g', ...(searchPatience && { searchPatience }) }), waits };
}

test.each([
	['a second by itself', undefined, 1000],
	['as long as is said', 4000, 4000],
])('%s', async (_, given, most) => {
	for (const ask of [
		(library: GroupLibrary) => library.check(),
		(library: GroupLibrary) => library.status(),
		(library: GroupLibrary) => library.search({ text: '产业' }),
		(library: GroupLibrary) => library.paragraphs('d', 1, 3),
		(library: GroupLibrary) => library.document('d'),
	]) {
		const { library, waits } = counted(given);
		await ask(library);
		expect(waits.length).toBeGreaterThan(0);
		// What was asked before took some of it.
		for (const wait of waits) {
			expect(wait).toBeLessThanOrEqual(most);
			expect(wait).toBeGreaterThan(most / 2);
		}
	}
});
