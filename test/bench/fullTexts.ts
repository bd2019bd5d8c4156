// What it costs to put full texts in use, and how long others wait at most for a turn: reading a pack of documents,
// building what drafts are held against.

import { Draft } from '../../src/core/draft/draft';
import { createPackTools } from '../../src/core/corpus/tools';
import type { Corpus } from '../../src/core/corpus/corpus';
import { ReferenceSets } from '../../src/core/review/references';
import { NormalizedTexts } from '../../src/core/review/compare/comparedText';
import type { Steps } from '../../src/core/review/steps';
import { withDocuments, type Yearly } from './quotations';
import { ms, printTable, type Target } from './report';

/** Milliseconds of each step. */
function stepsOf(steps: Steps<unknown>): number[] {
	const times: number[] = [];
	for (;;) {
		const begin = performance.now();
		const { done } = steps.next();
		times.push(performance.now() - begin);
		if (done) return times;
	}
}

const sum = (times: readonly number[]): number => times.reduce((all, one) => all + one, 0);

/** The steps of the first run, and of every step the shortest of all runs: what else the machine does is no cost of theirs. */
function measured(
	runs: number,
	make: () => Steps<unknown>,
): { readonly first: readonly number[]; readonly best: readonly number[] } {
	const all = Array.from({ length: runs }, () => stepsOf(make()));
	return { first: all[0]!, best: all[0]!.map((_, at) => Math.min(...all.map(run => run[at] ?? Infinity))) };
}

const draft = new Draft('报告指出：“没有这样的话没有这样的话。”\n', 'markdown');

export function benchFullTexts(texts: readonly Yearly[], base: Corpus): Target[] {
	const rows: string[][] = [];
	let longest = NaN;
	const add = (name: string, characters: number, { first, best }: ReturnType<typeof measured>) => {
		rows.push([
			name,
			String(characters),
			String(best.length),
			ms(sum(best)),
			ms(Math.max(...best)),
			ms(Math.max(...first)),
		]);
		return Math.max(...best);
	};
	const size = (some: readonly Yearly[]): number => some.reduce((all, one) => all + one.paragraphs.join('').length, 0);
	const times = (count: number): Yearly[] =>
		Array.from({ length: count }, (_, copy) =>
			texts.map(one => ({
				...one,
				id: `${one.id}-${copy}`,
				title: `${one.title}${copy}`,
				paragraphs: one.paragraphs.map(text => text.slice(copy)),
			})),
		).flat();
	for (const count of [1, 2, 4]) {
		const some = count === 1 ? texts : times(count);
		const corpus = withDocuments(some, base);
		const most = add(
			'what drafts are held against',
			size(some),
			measured(3, () => new ReferenceSets(corpus).steps(draft)),
		);
		if (count === 1) longest = most;
	}
	const letters = new NormalizedTexts();
	stepsOf(new ReferenceSets(withDocuments(texts, base), letters).steps(draft));
	const changed = () =>
		withDocuments(
			texts.map((one, at) => (at === 3 ? { ...one, paragraphs: [...one.paragraphs, '又一段。'] } : one)),
			base,
		);
	longest = Math.max(
		longest,
		add(
			'the same after one document changed',
			size(texts),
			measured(3, () => new ReferenceSets(changed(), letters).steps(draft)),
		),
	);
	const own = `# ${texts[3]?.title ?? ''}\n\n${texts[3]?.paragraphs.join('\n\n') ?? ''}\n`;
	const corpus = withDocuments(texts, base);
	longest = Math.max(
		longest,
		add(
			'the same for a draft that is one of them',
			size(texts),
			measured(3, () => new ReferenceSets(corpus, letters).steps(new Draft(own, 'markdown'))),
		),
	);
	add(
		'reading the pack: a file, then the rest, a step',
		size(texts),
		measured(3, () => reading(texts)),
	);
	console.log('\nFull texts put in use, in steps between which others get their turn, ms');
	printTable(['', 'characters', 'steps', 'total', 'longest step', 'the first time'], rows);
	return [
		{
			name: `what drafts are held against, ${size(texts)} characters: longest step`,
			wanted: '< 30 ms',
			measured: `${ms(longest)} ms`,
			reached: longest < 30,
		},
	];
}

/** Reads and compiles the texts as files of a pack, in the steps in which the editor does it. */
function* reading(texts: readonly Yearly[]): Steps<void> {
	const tools = createPackTools();
	const files = texts.map(({ id, title, paragraphs }) => ({
		name: `documents/${id}.md`,
		text: `---\nid: ${id}\ntype: report\ntitle: "${title}"\n---\n\n${paragraphs.join('\n\n')}\n`,
	}));
	for (const file of files) {
		yield;
		tools.prepare(file);
	}
	yield;
	const read = tools.read(files, 'bench');
	yield;
	tools.check(read, []);
	yield;
	tools.compile(read.data);
}
