// A group's library that is slow, down, half down, refusing or out of date: the own part is answered, the group's is marked as missing.
import { describe, expect, test } from 'vitest';
import type { PassageHit } from '../../../../src/core/search/index/engine';
import { Availability, type Away } from '../../../../src/core/search/library/availability';
import { BothLibraries } from '../../../../src/core/search/library/bothLibraries';
import { GroupLibrary } from '../../../../src/core/search/library/groupLibrary';
import { mappingVersion } from '../../../../src/core/search/library/mapping';
import {
	EngineError,
	type EngineAnswer,
	type EngineRequest,
	type Send,
} from '../../../../src/core/search/library/transport';
import { sample } from '../index/documents';
import { ownIndex } from '../../../contract/cases/everyLibrary';

const mapping = (version = mappingVersion): EngineAnswer => ({
	status: 200,
	body: { 'g-v1': { mappings: { _meta: { policyWriting: version } } } },
});
const record = {
	kind: 'passage',
	document: 'g',
	source: 'g',
	title: '组里的',
	paragraph: 1,
	length: 6,
	text: '产业在组里。',
};
const listed = (failed = 0): EngineAnswer => ({
	status: 200,
	body: { responses: [{ _shards: { failed }, hits: { hits: [{ _source: record }] } }] },
});

/** Both libraries over an engine that answers as it is told, and a clock. */
async function bothOver(answer: (request: EngineRequest) => EngineAnswer | EngineError) {
	const state = { now: 0, asked: 0, told: [] as (Away | undefined)[], answer };
	const send: Send = request => {
		state.asked++;
		const given = state.answer(request);
		return given instanceof EngineError ? Promise.reject(given) : Promise.resolve(given);
	};
	const parts: { available?: Availability } = {};
	const group = new GroupLibrary({ send, index: 'g', onPart: reason => parts.available?.part(reason) });
	const available = (parts.available = new Availability({
		probe: () => group.check(),
		now: () => state.now,
		onChange: away => state.told.push(away),
	}));
	return { state, both: new BothLibraries(await ownIndex(sample), group, available) };
}

const names = (hits: readonly PassageHit[]) => [...new Set(hits.map(({ document }) => document))];
const search = { text: '产业' };

describe('an engine that cannot be asked', () => {
	test.each<[string, EngineAnswer | EngineError, string]>([
		['slow', new EngineError('slow', ''), 'slow'],
		['down', new EngineError('unreachable', 'ECONNREFUSED'), 'unreachable'],
		['refusing the password', { status: 401, body: {} }, 'denied'],
		['refusing the right', { status: 403, body: {} }, 'forbidden'],
		['without the index', { status: 404, body: {} }, 'absent'],
		['overloaded', { status: 429, body: {} }, 'busy'],
		['without a master', { status: 503, body: {} }, 'busy'],
		['of a newer version', mapping(mappingVersion + 1), 'newer'],
		['of an older version', mapping(mappingVersion - 1), 'version'],
		['of something else', { status: 200, body: { other: { mappings: {} } } }, 'version'],
		['broken', { status: 500, body: 'oops' }, 'failed'],
	])('%s: own documents are found, and the group’s part is missing', async (_, answer, fault) => {
		const { both, state } = await bothOver(() => answer);
		expect(names(await both.search(search))).toEqual(['a.md', 'b.md', 'c.md']);
		expect(both.away?.fault).toBe(fault);
		expect((await both.timeline('产业')).documents).toHaveLength(3);
		expect((await both.mention('产业')).documents).toBe(3);
		expect(await both.mention('产业')).not.toHaveProperty('group');
		expect(state.told.map(away => away?.fault)).toEqual([fault]);
	});

	test('it is left alone, tried again in the background, later each time, and asked again when it is back', async () => {
		const { both, state } = await bothOver(() => new EngineError('unreachable', ''));
		await both.search(search);
		expect(state.asked).toBe(1);
		await both.search(search);
		expect(state.asked).toBe(1);
		const tries: number[] = [];
		for (; state.now < 20_000; state.now += 100) {
			const before = state.asked;
			await both.search(search);
			if (state.asked > before) tries.push(state.now);
		}
		expect(tries).toEqual([1000, 3000, 7000, 15_000]);
		state.answer = ({ path }) => (path.endsWith('_mapping') ? mapping() : listed());
		state.now = 60_000;
		expect(names(await both.search(search))).not.toContain('g');
		expect(names(await both.search(search))).toContain('g');
		expect(both.away).toBeUndefined();
		expect(state.told.map(away => away?.fault)).toEqual(['unreachable', undefined]);
	});

	test('one that hangs after it has answered is not taken for back as long as it hangs', async () => {
		const { both, state } = await bothOver(({ path }) => (path.endsWith('_mapping') ? mapping() : listed()));
		expect(names(await both.search(search))).toContain('g');
		state.answer = () => new EngineError('slow', '');
		for (; state.now < 10_000; state.now += 100) await both.search(search);
		expect(state.told.map(away => away?.fault)).toEqual(['slow']);
	});

	test('one that answers looks but no question is asked ever more rarely', async () => {
		const { both, state } = await bothOver(({ path }) =>
			path.endsWith('_mapping') ? mapping() : new EngineError('slow', ''),
		);
		for (; state.now < 60_000; state.now += 100) await both.search(search);
		const questions = state.told.filter(away => away !== undefined).length;
		expect(questions).toBeGreaterThan(2);
		expect(questions).toBeLessThan(9);
	});

	test('half down: what it found is there, and it is said that something may be missing', async () => {
		let failed = 1;
		const { both } = await bothOver(({ path }) => (path.endsWith('_mapping') ? mapping() : listed(failed)));
		for (let times = 0; times < 3; times++) {
			expect(names(await both.search(search))).toContain('g');
			expect(both.away?.fault).toBe('part');
		}
		failed = 0;
		expect(names(await both.search(search))).toContain('g');
		expect(both.away).toBeUndefined();
	});

	test('a question that nobody waits for any more says nothing about it', async () => {
		const signal = { aborted: false };
		const { both } = await bothOver(() => {
			signal.aborted = true;
			return new EngineError('slow', 'cancelled');
		});
		await both.search(search, signal);
		expect(both.away).toBeUndefined();
	});
});
