// Drafts go on as the passages of a group's do that were found before: without a request, own documents first.
import { expect, test } from 'vitest';
import { Availability } from '../../../../src/core/search/library/availability';
import { BothLibraries } from '../../../../src/core/search/library/bothLibraries';
import { GroupLibrary } from '../../../../src/core/search/library/groupLibrary';
import { mappingVersion } from '../../../../src/core/search/library/mapping';
import { SeenPassages } from '../../../../src/core/search/library/seenPassages';
import type { Send } from '../../../../src/core/search/library/transport';
import { ownIndex } from '../../../contract/cases/everyLibrary';

const texts = [
	'各地要把雪莲合作社的收益按户分到人，账目每季度公开。',
	'调研发现，雪莲合作社的收益按户分到人，群众满意。',
	'会议要求，雪莲合作社的收益按户分到人，不得截留。',
];
const records = texts.map((text, at) => ({
	kind: 'passage',
	document: `zu-${at}`,
	source: `zu-${at}`,
	title: `小组${at}`,
	date: '2022-06-01',
	paragraph: at + 1,
	length: text.length,
	text,
}));

/** A group's library that finds these passages, counts its requests, and waits until what it found is taken in. */
function opened() {
	const state = { requests: 0, waiting: 0 };
	const send: Send = ({ path }) => {
		state.requests++;
		const body = path.endsWith('_mapping')
			? { 'g-v1': { mappings: { _meta: { policyWriting: mappingVersion } } } }
			: { responses: [{ hits: { hits: records.map(_source => ({ _source })) } }] };
		return Promise.resolve({ status: 200, body });
	};
	const seen = new SeenPassages(() => {
		state.waiting++;
		return Promise.resolve();
	});
	const group = new GroupLibrary({ send, index: 'g', seen });
	return { state, group };
}

const before = '今年，雪莲合作社的收益';

test('what was found is gone on with, and says whose it is; no key is a request', async () => {
	const { state, group } = opened();
	expect(await group.continuations({ before })).toEqual([]);
	expect(state.requests).toBe(0);
	await group.search({ text: '雪莲合作社' });
	const { requests } = state;
	await expect.poll(() => group.continuations({ before })).not.toEqual([]);
	const [found] = await group.continuations({ before });
	expect(found?.text).toMatch(/^按户分到人/);
	expect(found?.places.map(({ library, source, paragraph }) => [library, source, paragraph])).toContainEqual([
		'group',
		'zu-1',
		2,
	]);
	expect(state.requests).toBe(requests);
});

test('own documents come first; the group’s where they do not go on', async () => {
	const { group } = opened();
	await group.search({ text: '雪莲合作社' });
	await expect.poll(() => group.continuations({ before })).not.toEqual([]);
	const own = await ownIndex([
		{
			name: 'own',
			version: '1',
			source: 'own',
			title: '自己的',
			date: '2022',
			paragraphs: texts.map(text => text.replace('按户分到人', '归集体所有')),
		},
	]);
	const available = new Availability({ probe: () => Promise.resolve(), now: () => 0 });
	const [mine] = await new BothLibraries(own, group, available).continuations({ before });
	expect(mine?.text).toMatch(/^归集体所有/);
	expect(mine?.places.every(({ library }) => library === undefined)).toBe(true);
	const empty = await ownIndex([]);
	const [theirs] = await new BothLibraries(empty, group, available).continuations({ before });
	expect(theirs?.text).toMatch(/^按户分到人/);
});

test('of very many the last are held', async () => {
	const seen = new SeenPassages(() => Promise.resolve());
	const passage = (at: number, text: string) => ({
		document: `d${at}`,
		source: `d${at}`,
		title: '题',
		paragraph: 1,
		text,
	});
	seen.add(texts.map((text, at) => passage(at, text)));
	await expect.poll(() => seen.after({ before })).not.toEqual([]);
	seen.add(Array.from({ length: 3000 }, (_, at) => passage(10 + at, `第${at}篇说的是别的事情。`)));
	await expect.poll(() => seen.after({ before })).toEqual([]);
});
