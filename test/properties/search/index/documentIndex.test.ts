// An index that changes, and one that is torn: it answers as one that was made at once, or knows that it cannot.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndexedDocument } from '../../../../src/core/search/index/engine';
import { findPassages } from '../../../../src/core/search/index/find';
import { manifestName } from '../../../../src/core/search/index/manifest';
import { DocumentIndex } from '../../../../src/core/search/index/documentIndex';
import { MemoryStore } from '../../../../src/core/search/index/store';
import { timelineOf } from '../../../../src/core/search/index/uses';
import { finish } from '../../../../src/core/search/steps';
import { sample, indexOf, update } from '../../../unit/search/index/documents';

const answers = (index: DocumentIndex, text: string) => findPassages(index.hold(), { text, limit: 100 });
const document = (name: string, version: string, paragraphs: readonly string[]): IndexedDocument => ({
	name,
	version,
	source: name,
	title: `《${name}》`,
	date: '2020-01-01',
	paragraphs,
});

/** Every answer the two could differ in. */
function same(one: DocumentIndex, other: DocumentIndex, words: readonly string[]): void {
	expect([...one.documents()].sort()).toEqual([...other.documents()].sort());
	expect(one.status.passages).toBe(other.status.passages);
	for (const name of other.documents()) {
		expect(one.version(name)).toBe(other.version(name));
		expect(one.paragraphs(name, 1, 99)).toEqual(other.paragraphs(name, 1, 99));
	}
	for (const word of words) {
		expect(answers(one, word).filter(hit => hit.exact)).toEqual(answers(other, word).filter(hit => hit.exact));
		const near = (index: DocumentIndex) =>
			answers(index, word)
				.map(hit => `${hit.document} ${hit.paragraph}`)
				.sort();
		expect(near(one)).toEqual(near(other));
		expect(finish(timelineOf(one.hold(), word, {}))).toEqual(finish(timelineOf(other.hold(), word, {})));
	}
}

describe('an index that is empty', () => {
	test('answers nothing, and is new', () => {
		const index = DocumentIndex.open(new MemoryStore());
		expect(index.status).toEqual({ documents: 0, passages: 0, bytes: 0, opened: 'new', left: 0 });
		expect(answers(index, '新质')).toEqual([]);
		finish(index.commit());
		finish(index.merge());
		expect(finish(index.check())).toBe(true);
	});

	test('documents without a paragraph are known, with nothing in them', () => {
		const store = new MemoryStore();
		indexOf([document('a', '1', []), document('b', '1', ['新质生产力']), document('c', '1', [])], store);
		const index = DocumentIndex.open(store);
		expect([...index.documents()].map(name => index.version(name))).toEqual(['1', '1', '1']);
		expect(answers(index, '新质')).toMatchObject([{ document: 'b', paragraph: 1 }]);
		expect(index.paragraphs('c', 1, 5)).toEqual([]);
	});
});

describe('an index that changes', () => {
	const text = fc.string({ unit: fc.constantFrom(...'新质生产力業，', '𠮷'), maxLength: 10 });
	const change = fc.record({
		put: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.array(text, { maxLength: 4 })), {
			maxLength: 4,
		}),
		remove: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 2 }),
		then: fc.constantFrom('merge', 'open again', 'nothing'),
	});

	test('answers as one that is made of what is left', () => {
		fc.assert(
			fc.property(fc.array(change, { maxLength: 14 }), fc.array(text, { maxLength: 3 }), (changes, words) => {
				const store = new MemoryStore();
				let index = DocumentIndex.open(store);
				const there = new Map<string, IndexedDocument>();
				changes.forEach(({ put, remove, then }, at) => {
					const documents = put.map(([name, paragraphs]) => document(name, `${at}`, paragraphs));
					update(index, documents, remove);
					for (const name of remove) there.delete(name);
					for (const one of documents) there.set(one.name, one);
					if (then === 'merge') finish(index.merge());
					if (then === 'open again') index = DocumentIndex.open(store);
				});
				const fresh = indexOf([...there.values()]);
				same(index, fresh, words);
				same(DocumentIndex.open(store), fresh, words);
				expect(store.names().length).toBe(index.hold().length + (store.files.has(manifestName) ? 1 : 0));
			}),
			{ numRuns: 60 },
		);
	});

	test('many small changes become few segments; what is mostly gone is written anew', () => {
		const store = new MemoryStore();
		const index = DocumentIndex.open(store);
		for (let at = 0; at < 40; at++) {
			update(index, [document(`${at}`, '1', [`第${at}号文件说新质生产力`])]);
			finish(index.merge());
		}
		expect(index.hold().length).toBeLessThan(16);
		expect(index.status).toMatchObject({ documents: 40, passages: 40 });
		const bytes = index.status.bytes;
		update(
			index,
			[],
			Array.from({ length: 38 }, (_, at) => `${at}`),
		);
		finish(index.merge());
		expect(index.status.bytes).toBeLessThan(bytes / 4);
		expect(answers(index, '新质生产力').map(hit => hit.document)).toEqual(['38', '39']);
	});

	test('who reads goes on reading while segments become one', () => {
		const index = DocumentIndex.open(new MemoryStore());
		for (let at = 0; at < 8; at++) update(index, [document(`${at}`, '1', ['新质生产力'])]);
		const steps = timelineOf(index.hold(), '新质生产力', {});
		steps.next();
		finish(index.merge());
		expect(finish(steps).uses).toBe(8);
		index.release();
		expect(index.hold()).toHaveLength(1);
	});

	test('memory that is taken for looking up is given back', () => {
		const room = { left: 1_000_000 };
		const index = indexOf(sample, new MemoryStore(), room);
		answers(index, '新制生产力');
		expect(room.left).toBeLessThan(1_000_000);
		index.release();
		index.close();
		expect(room.left).toBe(1_000_000);
	});

	test('abandoned before it is committed, it is as before; committed halves of a long update stay', () => {
		const store = new MemoryStore();
		const index = indexOf(sample, store);
		const before = new Map(store.files);
		index.remove('a.md');
		for (const step of index.put(document('x', '1', ['新质']))) expect(step).toBeUndefined();
		const commit = index.commit();
		commit.next();
		index.abandon();
		expect(store.files).toEqual(before);
		same(index, indexOf(sample), ['新质', '产业']);
	});

	test('a document of more passages than a segment may have', () => {
		const store = new MemoryStore();
		const paragraphs = Array.from({ length: 70_000 }, (_, at) => `第${at}段`);
		const index = indexOf(
			[document('小', '1', ['第一段']), document('长', '1', paragraphs), document('后', '1', ['第二段'])],
			store,
		);
		expect(answers(index, '第65535段')[0]).toMatchObject({ document: '长', paragraph: 65_536 });
		expect(answers(index, '第65536段')[0]).toMatchObject({ document: '长', paragraph: 65_537 });
		expect(index.paragraphs('长', 65_536, 65_538)).toEqual(['第65535段', '第65536段', '第65537段']);
		expect(index.status).toMatchObject({ documents: 3, passages: 70_002 });
		// Lost in part, it is not there at all for those who look whether to read it again.
		const [, part] = store.names().filter(name => name !== manifestName);
		store.files.set(part!, new Uint8Array(5));
		const torn = DocumentIndex.open(store);
		expect(torn.version('长')).toBeUndefined();
		expect(torn.version('小')).toBe('1');
		// Taken in anew, it is whole; twice at once, once.
		for (const step of torn.put(document('长', '2', paragraphs))) expect(step).toBeUndefined();
		update(torn, [document('长', '3', paragraphs)]);
		expect(torn.version('长')).toBe('3');
		expect(finish(timelineOf(torn.hold(), '第65536段', {})).uses).toBe(1);
	});
});

describe('a torn index', () => {
	const whole = new MemoryStore();
	indexOf([{ ...sample[1]!, paragraphs: ['国内生产总值增长', '提高产业化水平。'] }], whole);
	const segment = whole.names().find(name => name !== manifestName)!;
	const bytes = whole.files.get(segment)!;
	const torn = (name: string, made: Uint8Array): DocumentIndex => {
		const store = new MemoryStore();
		for (const [one, content] of whole.files) store.files.set(one, one === name ? made : content);
		return DocumentIndex.open(store);
	};

	test('cut off at any byte, it is left out, and its documents are not known', () => {
		for (let length = 0; length < bytes.length; length++) {
			const index = torn(segment, bytes.slice(0, length));
			if (index.status.opened !== 'repaired' || index.status.documents !== 0)
				expect.fail(`cut at ${length} of ${bytes.length}`);
		}
		expect(torn(segment, bytes).status).toMatchObject({ opened: 'kept', documents: 1 });
	});

	test('never filled from any byte on, it is left out', () => {
		for (let length = 0; length < bytes.length - 4; length++) {
			if (torn(segment, bytes.slice().fill(0, length)).status.opened !== 'repaired')
				expect.fail(`zeros from ${length} of ${bytes.length}`);
		}
	});

	test('changed in any byte, it is left out when opened or when checked, and never makes a search fail', () => {
		for (let at = 0; at < bytes.length; at++) {
			const changed = bytes.slice();
			changed[at]! ^= 0x41;
			const index = torn(segment, changed);
			if (index.status.opened === 'repaired') continue;
			answers(index, '国制生产总值');
			answers(index, '产');
			if (finish(index.check()) || index.status.documents !== 0) expect.fail(`byte ${at} of ${bytes.length}`);
		}
	});

	test('a manifest that is cut off or changed is no manifest', () => {
		const manifest = whole.files.get(manifestName)!;
		for (let at = 0; at < manifest.length; at++) {
			const changed = manifest.slice();
			changed[at]! ^= 0x41;
			for (const made of [manifest.slice(0, at), changed, manifest.slice().fill(0, at)]) {
				if (at === manifest.length - 1 && made[at] === manifest[at]) continue;
				const index = torn(manifestName, made);
				if (made.some((byte, place) => byte !== manifest[place]) || made.length !== manifest.length)
					expect(index.status).toMatchObject({ opened: 'new', documents: 0 });
			}
		}
	});

	test('a segment that is gone is left out; files nobody knows are removed; then all is taken in again', () => {
		const store = new MemoryStore();
		for (const [name, content] of whole.files) if (name !== segment) store.files.set(name, content);
		store.files.set('77.segment', new Uint8Array(9));
		const index = DocumentIndex.open(store);
		index.removeLeftovers();
		expect(store.names()).toEqual([manifestName]);
		update(index, sample);
		same(DocumentIndex.open(store), indexOf(sample), ['新质', '产业']);
	});

	test('a disk that fails in the middle leaves the index as it was', () => {
		for (const failing of ['segment', manifestName]) {
			const store = new MemoryStore();
			const index = indexOf(sample, store);
			const before = new Map(store.files);
			const write = store.write.bind(store);
			store.write = (name, parts) => {
				if (name.endsWith(failing)) throw new Error('the disk is full');
				write(name, parts);
			};
			expect(() => update(index, [document('x', '1', ['新质'])], ['a.md'])).toThrow('full');
			index.abandon();
			expect(store.files).toEqual(before);
			same(index, indexOf(sample), ['新质', '产业']);
		}
	});
});

test('where no passage has all words, those that have most of them, the fewest missing first', () => {
	const index = indexOf([
		document('a', '1', [
			'行政许可的内容应当公示，三个工作日内办结。',
			'许可期限与公示办法另行规定。',
			'本法自公布之日起施行。',
		]),
		document('b', '1', ['房产，不炒作。', '坚持房子是用来住的，房住不炒。']),
	]);
	const query = '行政许可 公示 期限 工作日';
	expect(answers(index, query).map(({ paragraph, exact, missing }) => [paragraph, exact, missing])).toEqual([
		[1, false, ['期限']],
		[2, false, ['行政许可', '工作日']],
	]);
	expect(answers(index, '行政许可 公示')).toMatchObject([{ paragraph: 1, exact: true }]);
	expect(answers(index, '房住不炒').map(hit => hit.paragraph)).toEqual([2]);
	const other = indexOf([document('b', '1', ['房产，不炒作。', '房子要住，不要炒。'])]);
	expect(answers(other, '房住不炒')).toEqual([]);
});
