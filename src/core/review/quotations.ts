// The quotations of one paragraph → findings: those in marks, block quotes, and speech reported without marks.

import type { Corpus } from '../corpus/corpus';
import { movedBy, type Finding } from '../draft/finding';
import { readLabel } from '../draft/locator';
import { sentences } from '../text/sentences';
import type { Passage } from './compare/passageRun';
import type { ReferenceTexts } from './compare/referenceTexts';
import type { Block, Cite } from '../draft/blocks';
import { cellsOf, rowAround } from './attribution/signatures';
import { quotedIn, type Quoted } from './quoted';
import { judgedWithin, type HeldAgainst } from './quotedWithin';
import { areInner } from './innerMarks';
import type { Judged, Unjudged } from './judged';
import { judge, judgeLong, type Candidate, type Verdict } from './verdict';
import { present } from '../text/values/fields';
import { dashLine } from './dashLine';

/** Quotations of fewer letters need no citation of their own. */
const shortestCited = 10;

/** Where a quotation is from, in brackets at its end: （《经济日报》2024年2月14日，第1段）。 */
const namedBehind = /（(?:《|[^（）\n]*，〔)(?:[^（）\n]|（[^（）\n]*）)*）[。.\s\0]*$/;

/** What is quoted as a block, and in marks in a paragraph; a block before the marks within it. */
export function markedIn(block: Block, corpus: Corpus): Candidate[] {
	const quoted = quotedIn(block);
	if (block.kind === 'quote') {
		const attribution = dashLine(block.text) ?? namedBehind.exec(block.text);
		const whole = { start: 0, end: attribution ? attribution.index : block.text.length };
		if (areInner(block.text, whole, quoted)) quoted.unshift({ ...whole, marks: 'block' });
	}
	const isFree = (cell: Quoted) => quoted.every(({ start, end }) => end <= cell.start || cell.end <= start);
	quoted.push(...cellsOfWords(block.text).filter(isFree));
	return quoted.map(({ start, end, open }) =>
		present({
			start,
			end,
			manner: 'marked',
			cited: citedAt(block, start, end, corpus),
			open,
		}),
	);
}

/** Columns of a table whose cells are somebody's words, in marks or not. */
const columnOfWords = /^(?:原话|引文|引语|语录|引述|Quot\w+)$/;

/** What stands without marks in such a column, half-open. */
function cellsOfWords(text: string): Quoted[] {
	const head = text.indexOf('\n');
	if (head < 0 || !text.trimStart().startsWith('|')) return [];
	const column = cellsOf(text.slice(0, head)).findIndex(one => columnOfWords.test(one.words));
	const found: Quoted[] = [];
	for (let at = head + 1; column >= 0 && at < text.length; at = text.indexOf('\n', at) + 1 || text.length) {
		const row = rowAround(text, at);
		const cell = cellsOf(row?.text ?? '')[column];
		if (row && cell && /\p{Script=Han}{4}/u.test(cell.words))
			found.push({ start: row.start + cell.at, end: row.start + cell.at + cell.words.length, marks: 'block' });
	}
	return found;
}

/** Ids of the sources cited behind a quotation, in its sentence or directly behind that. */
export function citedAt(block: Block, start: number, end: number, corpus: Corpus): string[] {
	const stop = sentenceEnd(block.text, end);
	return block.cites
		.filter(cite => cite.start >= start && cite.start <= stop)
		.flatMap(cite => sourceOf(cite, corpus) ?? []);
}

/** The id of the source a key or a footnote label means. */
export function sourceOf(cite: Cite, corpus: Corpus): string | undefined {
	if (cite.form === 'key') return corpus.source(cite.label)?.id;
	for (const { key } of readLabel(cite.label)) {
		const source = corpus.source(key);
		if (source) return source.id;
	}
	return undefined;
}

/** A title or the type of a source: in a note the reference stands behind the words. */
const reference = /《[^《》]+》|\[[A-Z]{1,2}(?:\/[A-Z]{2})?\]/;

/** Whether anything at all cites behind a quotation: a key, a note, a number, or words in brackets. */
export function isCited(block: Block, start: number, end: number): boolean {
	const stop = sentenceEnd(block.text, end);
	return (
		hasKey(block, start, end) ||
		(block.kind === 'note' && reference.test(block.text.slice(end))) ||
		/[（(][^（()）]*(?:《|\d{4}|第\d+)|\[\d+(?:[-,，]\d+)*\]/.test(
			/^[^\n]*/.exec(block.text.slice(end, stop + 40))?.[0] ?? '',
		)
	);
}

/** Whether a key or a note cites behind a quotation, in its sentence or directly behind that. */
export function hasKey(block: Block, start: number, end: number): boolean {
	const stop = sentenceEnd(block.text, end);
	return block.cites.some(cite => cite.start >= start && cite.start <= stop + 1);
}

function sentenceEnd(text: string, from: number): number {
	const ends = /[。！？；\n]/g;
	ends.lastIndex = from;
	const found = ends.exec(text);
	let end = found ? found.index + 1 : text.length;
	while (end < text.length && /[”’」』）)\s\0]/.test(text.charAt(end))) end++;
	return end;
}

/** What a verdict is worth saying; offsets of the draft. */
export function findingsOf({ candidate, verdict }: Judged, block: Block, corpus: Corpus, all: boolean): Finding[] {
	const { passages, size, ...found } = verdict;
	const finding = movedBy(found, block.start);
	const { code, start, end, data } = finding;
	const own = code !== 'quotation.verbatim' || all ? [finding] : [];
	if (code === 'quotation.unknown') return own;
	const asSaid = code === 'quotation.verbatim' || code === 'quotation.form';
	if (candidate.manner !== 'marked' && !asSaid) return own;
	const findings: Finding[] = [...own];
	const other = otherSource(candidate.cited, passages);
	if (other !== undefined) {
		// Where only a part of a source is at hand the words may stand in the rest of it.
		const read = candidate.cited.every(id => isReadWhole(id, corpus));
		findings.push({
			code: 'quotation.attribution',
			severity: read ? 'warning' : 'information',
			start,
			end,
			data: { ...data, why: 'source', cited: other, ...(read ? {} : { unread: true }) },
		});
	}
	if (asSaid && size >= shortestCited && needsCitation(candidate, block))
		findings.push({ code: 'quotation.uncited', severity: 'hint', start, end, data: { ...data } });
	return findings;
}

/** The source that is cited, where the words stand in others only. */
function otherSource(cited: readonly string[], passages: readonly Passage[]): string | undefined {
	if (passages.length === 0 || passages.some(one => cited.includes(one.source))) return undefined;
	return cited[0];
}

/** Whether all of the text of a source is at hand. */
function isReadWhole(id: string, corpus: Corpus): boolean {
	if (/damaged|excerpt/.test(corpus.source(id)?.fidelity ?? '')) return false;
	return corpus.documents.some(one => one.source === id);
}

/** Whether a quotation in marks stands there whole, and without any citation. */
function needsCitation({ manner, open, later, cited, start, end }: Candidate, block: Block): boolean {
	return manner === 'marked' && !open && !later && cited.length === 0 && !isCited(block, start, end);
}

/** The verdicts on candidates; none on one there is nothing to say of. */
export function* judgeAll(
	block: Block,
	candidates: readonly Candidate[],
	references: HeldAgainst,
): Generator<Judged | Unjudged> {
	const { authority } = references;
	for (const whole of candidates) {
		const isLong = whole.end - whole.start > longestWhole;
		const verdict = isLong ? yield* judgedLong(block.text, whole, authority) : judge(block.text, whole, authority);
		if (!isLong || verdict) {
			const within = verdict && judgedWithin(block.text, { candidate: whole, verdict }, references);
			yield within ?? { candidate: whole, verdict };
			continue;
		}
		// Of parts in a row that stand nowhere one says so for all.
		let unknown: Judged | undefined;
		for (const part of partsOf(block.text, whole)) {
			const verdict = judge(block.text, part, authority);
			if (verdict?.code === 'quotation.unknown') {
				unknown = unknown
					? {
							candidate: { ...unknown.candidate, end: part.end },
							verdict: { ...unknown.verdict, end: verdict.end, size: unknown.verdict.size + verdict.size },
						}
					: { candidate: part, verdict };
				yield { candidate: part, verdict: undefined };
				continue;
			}
			if (unknown && verdict) {
				yield unknown;
				unknown = undefined;
			}
			yield { candidate: part, verdict };
		}
		if (unknown) yield unknown;
	}
}

/** Of a longer quotation that stands nowhere as a whole it is said of each sentence what it is. */
const longestWhole = 800;
/** And what is longer still is looked at so alone, so that the rest need not wait. */
const longestJudged = 20_000;
const longestPart = 300;

/** The verdict on all of a long quotation; nothing is said while it is looked at, so that others can run. */
function* judgedLong(
	text: string,
	whole: Candidate,
	authority: ReferenceTexts,
): Generator<Unjudged, Verdict | undefined> {
	if (whole.end - whole.start > longestJudged) return undefined;
	const steps = judgeLong(text, whole, authority);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		yield { candidate: { ...whole, end: whole.start }, verdict: undefined };
	}
}

function partsOf(text: string, whole: Candidate): Candidate[] {
	const parts: Candidate[] = [];
	for (const span of sentences(text.slice(whole.start, whole.end))) {
		for (let at = span.start; at < span.end; at += longestPart) {
			const start = whole.start + at;
			parts.push(
				present({
					...whole,
					start,
					end: Math.min(whole.start + span.end, start + longestPart),
					later: parts.length > 0 || undefined,
				}),
			);
		}
	}
	return parts;
}
