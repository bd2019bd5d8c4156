// What drafts are held against, built in steps: shared, given up, of a corpus of which one document changed; and drafts that are a source themselves.
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import { mergePacks } from '../../../src/core/corpus/merge';
import { readPack } from '../../../src/core/corpus/yaml/read';
import type { Corpus } from '../../../src/core/corpus/corpus';
import { ReferenceSets } from '../../../src/core/review/references';
import { NormalizedTexts, normalizedText } from '../../../src/core/review/compare/comparedText';
import { Reviewer } from '../../../src/core/review/review';
import { finished, Shared, unless, type Steps } from '../../../src/core/review/steps';

const sentence = '我们要坚持先立后破、因地制宜、分类指导，把发展新质生产力作为高质量发展的内在要求和重要着力点。';
const document = (id: string, head: string, body: string) => ({
	name: `documents/${id}.md`,
	text: `---\n${head}\n---\n\n${body}\n`,
});
const first = document(
	'first',
	'id: first\ntype: report\ntitle: 第一份报告',
	`${sentence}\n\n各级政府要把这件事办好，办实，办出成效来。`,
);
const long = document(
	'long',
	'id: long\ntype: report\ntitle: 长报告',
	Array.from({ length: 3000 }, (_, at) => `第${at}段讲的是第${at * 7919}件事，要抓好第${at * 104729}项落实工作。`).join(
		'\n\n',
	),
);

function corpusOf(...files: readonly { name: string; text: string }[]): Corpus {
	const read = readPack([{ name: 'pack.yaml', text: 'id: mine\ntitle: 我的\n' }, ...files]);
	expect(read.problems).toEqual([]);
	return mergePacks([{ compiled: { data: read.data, pinyin: {}, traditional: {} } }]).corpus;
}

/** Works off steps and answers how many there were. */
function count<T>(steps: Steps<T>): { readonly steps: number; readonly value: T } {
	for (let number = 1; ; number++) {
		const step = steps.next();
		if (step.done) return { steps: number, value: step.value };
	}
}

const quoting = `报告指出：“${sentence}”`;

describe('the texts a draft is held against', () => {
	test('is built in many steps, once: whoever asks moves it on, and afterwards it is there', () => {
		const sets = new ReferenceSets(corpusOf(first, long));
		const draft = new Draft(quoting, 'markdown');
		const one = sets.steps(draft);
		for (let at = 0; at < 5; at++) expect(one.next().done).toBe(false);
		const other = count(sets.steps(draft));
		expect(other.steps).toBeGreaterThan(3);
		expect(one.next()).toEqual({ done: true, value: other.value });
		expect(count(sets.steps(draft))).toEqual({ steps: 1, value: other.value });
		expect(sets.of(draft)).toBe(other.value);
	});

	test('holds the same whether built at once or in steps', async () => {
		const corpus = corpusOf(first, long);
		let pauses = 0;
		const review = await new Reviewer(corpus).review(new Draft(quoting, 'markdown'), { all: true }, () => {
			pauses++;
			return Promise.resolve();
		});
		expect(pauses).toBeGreaterThan(5);
		expect(review).toEqual(new Reviewer(corpus).reviewNow(new Draft(quoting, 'markdown'), { all: true }));
		expect(review.findings.map(one => one.code)).toContain('quotation.verbatim');
	});

	test('that nobody waits for any more is left as far as it is, and finished by the next', async () => {
		const corpus = corpusOf(first, long);
		const sets = new ReferenceSets(corpus);
		const signal = { aborted: false };
		let pauses = 0;
		const given = await new Reviewer(corpus, sets).review(new Draft(quoting, 'markdown'), { signal }, () => {
			if (++pauses === 3) signal.aborted = true;
			return Promise.resolve();
		});
		expect(given).toEqual({ findings: [], partial: true, reviewed: 0, open: [] });
		expect(pauses).toBe(3);
		expect(new Reviewer(corpus, sets).reviewNow(new Draft(quoting, 'markdown'), { all: true }).partial).toBe(false);
	});

	test('of a corpus of which one document changed takes the letters of the others as they are', () => {
		const letters = new NormalizedTexts();
		const files = [first, long].map(
			file => readPack([{ name: 'pack.yaml', text: 'id: mine\ntitle: 我的\n' }, file]).data.documents![0]!,
		);
		const before = count(letters.of(files[1]!.paragraphs));
		expect(before.value).toEqual(files[1]!.paragraphs.map(normalizedText));
		const after = count(letters.of(files[1]!.paragraphs));
		expect(after.value).toBe(before.value);
		expect(after.steps).toBe(1);
		expect(before.steps).toBeGreaterThan(1);
	});
});

describe('a draft that is a full text itself', () => {
	const heads: readonly (readonly [string, string])[] = [
		['by its title', 'id: first\ntype: report\ntitle: 第一份报告'],
		['by its id, the title being written otherwise', 'type: report\nid: "first"\ntitle: "别的题目"'],
		['as one that only extends a source', "extends: 'first'"],
	];
	test.each(heads)('%s is not full of quotations of itself', (_, head) => {
		const reviewer = new Reviewer(corpusOf(first, long));
		const body = `各方面要记住：“${sentence}”`;
		const own = document('first', head, body).text;
		expect(
			reviewer.reviewNow(new Draft(own, 'markdown'), { all: true }).findings.filter(one => one.data.source === 'first'),
		).toEqual([]);
		expect(
			reviewer.reviewNow(new Draft(body, 'markdown'), { all: true }).findings.map(one => one.data.source),
		).toContain('first');
	});

	test('whose line ends are those of Windows is known as well; an id elsewhere than at the top says nothing', () => {
		const reviewer = new Reviewer(corpusOf(first, long));
		const own = `\uFEFF${document('first', 'id: first\ntitle: 别的', quoting).text}`.replaceAll('\n', '\r\n');
		expect(
			reviewer.reviewNow(new Draft(own, 'markdown'), { all: true }).findings.filter(one => one.data.source === 'first'),
		).toEqual([]);
		expect(
			reviewer
				.reviewNow(new Draft(`${quoting}\n\n---\nid: first\n---\n`, 'markdown'), { all: true })
				.findings.map(one => one.data.source),
		).toContain('first');
	});
});

describe('letters', () => {
	test('of a very long paragraph are those of the whole, also where it is cut between the halves of a character', () => {
		const text = `${'政'.repeat(29_999)}𠮷${'，策'.repeat(40_000)}`;
		expect(finished(new NormalizedTexts().of([text]))).toEqual([normalizedText(text)]);
	});
});

describe('steps', () => {
	test('that fail are begun anew by whoever asks next', () => {
		let runs = 0;
		const shared = new Shared(function* (): Steps<number> {
			yield;
			if (++runs === 1) throw new Error('once');
			return runs;
		});
		expect(() => finished(shared.steps())).toThrow('once');
		expect(finished(shared.steps())).toBe(2);
		expect(finished(shared.steps())).toBe(2);
		expect(runs).toBe(2);
	});

	test('nobody waits for end without an answer', () => {
		const shared = new Shared(function* (): Steps<string> {
			yield;
			yield;
			return 'done';
		});
		let left = 1;
		expect(finished(unless(() => left-- === 0, shared.steps()))).toBeUndefined();
		expect(finished(unless(() => false, shared.steps()))).toBe('done');
	});
});
