// Quotations cut so that the beginning of a sentence joins its last clause, with a clause of its middle left out, or
// with words put in: how many are told as what they are. And sentences of a report the library lacks, which are like
// those of other years: none of them is a misquotation of another year's.

import type { Corpus } from '../../src/core/corpus/corpus';
import { Draft } from '../../src/core/draft/draft';
import type { Finding } from '../../src/core/draft/finding';
import { align } from '../../src/core/review/compare/align';
import { codesOf } from '../../src/core/review/compare/letterOffsets';
import { Reviewer } from '../../src/core/review/review';
import { sentences } from '../../src/core/text/sentences';
import { lettersOf, withDocuments, type Yearly } from './quotations';
import { printTable, type Target } from './report';
import { randomFrom } from './source';

const perKind = 60;

type CutKind = 'beginning joined to the last clause' | 'a clause of the middle left out' | 'words put in';

/** A sentence of a source as a draft has it. */
interface Cut {
	readonly kind: CutKind;
	readonly written: string;
	readonly sentence: string;
	/** The pieces it was made of, or what was put in. */
	readonly pieces: readonly string[];
}

/** Words a writer puts in who does not look up what was said. */
const putIn = ['持续', '进一步', '全面', '大力', '深入', '切实', '不断', '积极', '着力', '扎实'];

let words: Intl.Segmenter | undefined;

/** Offsets at which a word ends. */
function wordEnds(text: string): number[] {
	words ??= new Intl.Segmenter('zh', { granularity: 'word' });
	return [...words.segment(text)].map(({ segment, index }) => index + segment.length);
}

/** How to cut a sentence of so many clauses; nothing where it cannot be. */
const cuts: Readonly<
	Record<CutKind, (clauses: readonly string[], random: () => number) => readonly string[] | undefined>
> = {
	'beginning joined to the last clause': ([first = '', ...rest], random) => {
		const ends = wordEnds(first).filter(
			end => end >= 2 && end <= 8 && end < first.length && !/[\d０-９]/.test(first.slice(end - 1, end + 1)),
		);
		const end = ends[Math.floor(random() * ends.length)];
		const last = rest.at(-1);
		if (end === undefined || last === undefined || lettersOf(last).length < 8) return undefined;
		return [first.slice(0, end), last];
	},
	'a clause of the middle left out': (clauses, random) => {
		if (clauses.length < 3) return undefined;
		const at = 1 + Math.floor(random() * (clauses.length - 2));
		const pieces = [clauses.slice(0, at).join('，'), clauses.slice(at + 1).join('，')];
		return pieces.every(one => lettersOf(one).length >= 4) && lettersOf(clauses[at] ?? '').length >= 4
			? pieces
			: undefined;
	},
	'words put in': (clauses, random) => {
		const text = clauses.join('，');
		const ends = wordEnds(text).filter(
			end => end >= 2 && end < text.length - 2 && /\p{Script=Han}{2}/u.test(text.slice(end - 1, end + 1)),
		);
		const end = ends[Math.floor(random() * ends.length)];
		const word = putIn[Math.floor(random() * putIn.length)] ?? '';
		return end === undefined || text.includes(word) ? undefined : [text.slice(0, end), word, text.slice(end)];
	},
};

/** Sentences of texts that may be quoted: of so many letters, without marks of quotation. */
function quotable(texts: readonly Yearly[], low: number, high: number): string[] {
	return texts
		.flatMap(one => one.paragraphs)
		.flatMap(one => sentences(one).map(({ start, end }) => one.slice(start, end)))
		.filter(
			one =>
				/^\p{Script=Han}/u.test(one) && /[。；！？]$/.test(one) && !/["“”‘’「」『』《》…：；\n]/.test(one.slice(0, -1)),
		)
		.filter(one => lettersOf(one).length >= low && lettersOf(one).length <= high);
}

function makeCuts(texts: readonly Yearly[], held: string, seed: number): Cut[] {
	const random = randomFrom(seed);
	const pool = quotable(texts, 20, 90).filter(one => one.includes('，'));
	return (Object.keys(cuts) as CutKind[]).flatMap(kind => {
		const made: Cut[] = [];
		while (made.length < perKind) {
			const sentence = (pool[Math.floor(random() * pool.length)] ?? '').replace(/[。；！？]$/, '');
			const pieces = cuts[kind](sentence.split('，'), random);
			const written = pieces?.join(kind === 'a clause of the middle left out' ? '，' : '');
			// What stands somewhere as it is was not cut.
			if (!pieces || written === undefined || held.includes(lettersOf(written))) continue;
			made.push({ kind, written, sentence, pieces });
		}
		return made;
	});
}

function quotedBy(reviewer: Reviewer, draft: string): Finding | undefined {
	return reviewer
		.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'], all: true })
		.findings.find(one => one.code !== 'quotation.uncited' && one.code !== 'quotation.attribution');
}

/** Whether a cut is told as what it is: the pieces and what was left out between them, or what was put in. */
function isRight({ kind, pieces }: Cut, found: Finding | undefined, held: string): boolean {
	if (found?.code === 'quotation.differs') {
		const [change, ...more] = found.data.changes;
		if (more.length > 0) return false;
		// A few letters left out are a change like any other.
		return kind === 'words put in'
			? change?.written === pieces[1]
			: change?.kind === 'dropped' && lettersOf(change.original).length <= 4;
	}
	if (found?.code !== 'quotation.spliced' || found.data.how !== 'elided' || found.data.changes.length > 0) return false;
	const told = found.data.pieces.map(lettersOf);
	const original = lettersOf(found.data.original ?? '');
	const [first = '', last = ''] = [told[0], told.at(-1)];
	return (
		told.join('') === lettersOf(pieces.join('')) &&
		original.startsWith(first) &&
		original.endsWith(last) &&
		held.includes(original)
	);
}

function benchCuts(texts: readonly Yearly[], corpus: Corpus, show: boolean): Target[] {
	const reviewer = new Reviewer(corpus);
	const rows: string[][] = [];
	const targets: Target[] = [];
	const wanted: Readonly<Record<CutKind, number>> = {
		'beginning joined to the last clause': 58,
		'a clause of the middle left out': 59,
		'words put in': 60,
	};
	const held = lettersOf(texts.flatMap(one => one.paragraphs).join('\0'));
	const made = makeCuts(texts, held, 20240305);
	for (const kind of Object.keys(cuts) as CutKind[]) {
		const own = made.filter(one => one.kind === kind);
		let right = 0;
		for (const cut of own) {
			const found = quotedBy(reviewer, `报告里写道：“${cut.written}”`);
			if (isRight(cut, found, held)) right++;
			else
				console.log(
					`  ${kind}: ${cut.written}\n    ${cut.sentence}\n    ${found?.code ?? '–'} ${show ? JSON.stringify(found?.data) : ''}`,
				);
		}
		rows.push([kind, String(own.length), String(right)]);
		targets.push({
			name: `condensed quotations: ${kind}`,
			wanted: `≥ ${wanted[kind]} of ${perKind}`,
			measured: String(right),
			reached: right >= wanted[kind],
		});
	}
	console.log('\nCondensed quotations');
	printTable(['', 'n', 'right'], rows);
	return targets;
}

/** Years held out, one at a time. */
const heldOut = [2006, 2009, 2011, 2013, 2015];
/** Of so great a part of its letters a sentence is another one. */
const mostAlike = 0.2;

/** How great a part of a sentence is otherwise than in the words it is said to misquote; a figure counts as a letter. */
function shareOfOther(sentence: string, wording: string): number {
	const [a, b] = [sentence, wording].map(one => codesOf(lettersOf(one.replace(/[\d０-９.．,]+/g, '0'))));
	if (!a || !b) return 0;
	return align(a, 0, a.length, b, 0, b.length, true).distance / a.length;
}

/** What is told of the sentences of a year whose report is held out, in drafts that name it or do not. */
function heldOutYear(year: number, reports: readonly Yearly[], base: Corpus, isNamed: boolean) {
	const reviewer = new Reviewer(
		withDocuments(
			reports.filter(one => one.year !== year),
			base,
		),
	);
	const sentences = quotable(
		reports.filter(one => one.year === year),
		14,
		80,
	);
	return sentences.flatMap(sentence => {
		const lead = isNamed ? `${year}年政府工作报告指出：` : '报告里写道：';
		const found = quotedBy(reviewer, `${lead}“${sentence}”`);
		if (found?.code === 'quotation.verbatim' || found?.code === 'quotation.form') return [];
		const isAccused = found?.severity === 'warning';
		const share = isAccused ? shareOfOther(sentence, found.data.wording ?? '') : 0;
		return [{ sentence, found, isAccused, share }];
	});
}

function benchHeldOut(reports: readonly Yearly[], base: Corpus, show: boolean): Target[] {
	const rows: string[][] = [];
	const targets: Target[] = [];
	for (const isNamed of [false, true]) {
		const judged = heldOut.flatMap(year => heldOutYear(year, reports, base, isNamed));
		const accused = judged.filter(one => one.isAccused);
		const other = accused.filter(one => one.share >= mostAlike);
		for (const { sentence, found } of show ? accused : (isNamed ? accused : other).slice(0, 10))
			console.log(`  ${found?.code ?? ''}: ${sentence}\n    ${found?.data.wording ?? ''}`);
		rows.push([
			isNamed ? 'named by its year' : 'not named',
			String(judged.length),
			String(accused.length),
			String(other.length),
			String(judged.filter(one => one.found?.data.nearest !== undefined).length),
		]);
		targets.push({
			name: `sentences of a report that is not in the library, ${isNamed ? 'named' : 'a fifth or more otherwise'}: told as misquotations`,
			wanted: '0',
			measured: String((isNamed ? accused : other).length),
			reached: (isNamed ? accused : other).length === 0,
		});
	}
	console.log('\nSentences of a report that is not in the library');
	printTable(['', 'n', 'told as misquotations', 'a fifth or more otherwise', 'with a nearest passage'], rows);
	return targets;
}

export function benchCondensed(reports: readonly Yearly[], base: Corpus, until: number, show: boolean): Target[] {
	const texts = reports.filter(one => one.year <= until);
	return [...benchCuts(texts, withDocuments(texts), show), ...benchHeldOut(reports, base, show)];
}
