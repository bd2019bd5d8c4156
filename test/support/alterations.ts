// Sentences of sources altered at any place, quoted in a draft, and whether what the preferred fix writes is what a source says: for the
// property test of the unit suite and the long run of the bench `mending`.

import { Draft } from '../../src/core/draft/draft';
import { randomFrom } from '../bench/source';
import type { Corpus } from '../../src/core/corpus/corpus';
import type { Finding } from '../../src/core/draft/finding';
import { applyEdits } from '../../src/core/draft/edit';
import { fold } from '../../src/core/text/fold';
import { sentences } from '../../src/core/text/sentences';
import type { Fix, PolicyService, Reviewer } from '../../src/core/service';

/** How a sentence was altered: what was done, and where. */
export type Alteration =
	`${'replaced' | 'inserted' | 'deleted'} ${'first' | 'inside' | 'last' | 'at a mark'}` | 'number';

export interface Altered {
	readonly kind: Alteration;
	readonly source: string;
	readonly sentence: string;
	/** As the draft has it, between the marks. */
	readonly written: string;
	/** Whether the draft cites the source behind the quotation. */
	readonly cited: boolean;
}

export interface Sentence {
	readonly source: string;
	readonly text: string;
}

/** What came of one: `missed`, nothing said of it; `part`, what was left is word for word in a source. */
export type Outcome = 'right' | 'wrong' | 'unfixed' | 'missed' | 'part';

export interface Judged {
	readonly outcome: Outcome;
	readonly code: Finding['code'] | undefined;
	readonly fixed: string | undefined;
	readonly finding: Finding | undefined;
}

const common =
	'的一是不了在有人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开';
const mark = /[，。；：、！？]/;
const number = /\d[\d,]*(?:\.\d+)?(?:万亿|万|亿)?(?:%|％|个百分点|成|倍)?/g;

/** Every sentence of the records and documents of a corpus that may be quoted: of so many letters, without what is markup. */
export function sentencesOf(corpus: Corpus, low = 8, high = 200): Sentence[] {
	const damaged = (id: string): boolean => corpus.source(id)?.fidelity === 'damaged';
	const texts = [
		...corpus.citations.filter(one => one.kind === 'quotation').map(({ source, text }) => ({ source, text })),
		...corpus.documents.flatMap(({ source, paragraphs }) => paragraphs.map(text => ({ source, text }))),
	];
	return texts
		.filter(one => !damaged(one.source))
		.flatMap(({ source, text }) =>
			sentences(text).map(({ start, end }) => ({
				source: corpus.source(source)?.id ?? source,
				text: text.slice(start, end),
			})),
		)
		.filter(({ text }) => {
			const size = lettersOf(text).length;
			return size >= low && size <= high && !/[\s*_[\]<>\\`~#&$@^|{}"'…⋯\0]|\.{3}/.test(text) && paired(text);
		});
}

/** Whether marks of quotation come in pairs: what is cut in the midst of one is no sentence. */
function paired(text: string): boolean {
	let open = 0;
	for (const one of text) {
		if (one === '“') open++;
		if (one === '”') open--;
		if (open < 0 || open > 1 || /[‘’「」『』]/.test(one)) return false;
	}
	return open === 0;
}

const lettersOf = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/** So many altered sentences; the same for the same seed. */
export function* altered(pool: readonly Sentence[], count: number, seed: number): Generator<Altered> {
	const random = randomFrom(seed);
	const below = (size: number): number => Math.floor(random() * size);
	const letters = (size: number): string => Array.from({ length: size }, () => common[below(common.length)]!).join('');
	const counted = pool.filter(one => one.text.search(number) >= 0);
	for (let made = 0; made < count;) {
		const numeric = counted.length > 0 && random() < 0.3;
		const from = numeric ? counted : pool;
		const { source, text: sentence } = from[below(from.length)]!;
		const inner = sentence.replace(/“/g, '‘').replace(/”/g, '’');
		const text = random() < 0.5 ? inner.replace(/[。；！？]$/, '') : inner;
		const numbers = [...text.matchAll(number)];
		const change = numeric ? inNumber(text, numbers[below(numbers.length)]!, random) : inLetters(text, below, letters);
		if (
			!change ||
			(lettersOf(change.written) === lettersOf(text) && change.kind !== 'number') ||
			change.written === text
		)
			continue;
		made++;
		yield { ...change, source, sentence, cited: random() < 0.5 };
	}
}

/** One to three characters replaced, put in or left out, as often at the beginning, the end and the marks as anywhere else. */
function inLetters(
	text: string,
	below: (size: number) => number,
	letters: (size: number) => string,
): { kind: Alteration; written: string } | undefined {
	const size = 1 + below(3);
	const how = (['replaced', 'inserted', 'deleted'] as const)[below(3)]!;
	const where = (['first', 'inside', 'inside', 'last', 'at a mark'] as const)[below(5)]!;
	const marks = [...text.matchAll(/[，；：、]/g)].map(one => one.index);
	const end = text.length - (/[。；！？]$/.test(text) ? 1 : 0);
	const gone = how === 'inserted' ? 0 : size;
	if (where === 'at a mark' && marks.length === 0) return undefined;
	const at = {
		first: 0,
		inside: below(end - gone + 1),
		last: end - gone,
		'at a mark': marks.length === 0 ? 0 : marks[below(marks.length)]! - gone,
	}[where];
	const cut = text.slice(at, at + gone);
	if (at < 0 || /[‘’]/.test(cut) || mark.test(cut) || /\d/.test(`${text[at - 1] ?? ''}${cut}${text[at + gone] ?? ''}`))
		return undefined;
	const put = how === 'deleted' ? '' : letters(size);
	return { kind: `${how} ${where}`, written: text.slice(0, at) + put + text.slice(at + gone) };
}

/** Another number in the place of one. */
function inNumber(
	text: string,
	{ 0: whole, index }: RegExpMatchArray,
	random: () => number,
): { kind: Alteration; written: string } {
	const digits = [...whole].flatMap((one, at) => (/\d/.test(one) ? [at] : []));
	const at = digits[Math.floor(random() * digits.length)]!;
	const other = String((Number(whole[at]) + 1 + Math.floor(random() * 9)) % 10);
	const ways = [
		() => whole.slice(0, at) + other + whole.slice(at + 1),
		() => whole.slice(0, at) + other + whole.slice(at),
		() => (digits.length > 1 ? whole.slice(0, at) + whole.slice(at + 1) : whole + other),
		() => (whole.includes('.') ? whole.replace('.', '') : whole.replace(/(\d)(?=\D*$)/, '$1.' + other)),
		() =>
			/万|亿/.test(whole)
				? whole.replace(/万亿|万|亿/, found => (found === '万' ? '亿' : '万'))
				: whole.replace(/^\d+/, one => [...one].reverse().join('')),
		() =>
			/[%％]|个百分点/.test(whole)
				? whole.replace(/[%％]|个百分点/, found => (found === '个百分点' ? '%' : random() < 0.5 ? '个百分点' : ''))
				: `${Math.floor(random() * 9000) + 10}${/\D*$/.exec(whole)![0]}`,
	];
	const put = ways[Math.floor(random() * ways.length)]!();
	return {
		kind: 'number',
		written: text.slice(0, index!) + put.replace(/^[,.]|[,.]$/g, '') + text.slice(index! + whole.length),
	};
}

const opening = '报告提到：“';
export const draftOf = ({ written, source, cited }: Altered): string =>
	`${opening}${written}”${cited ? `[@${source}]` : ''}，这里不再重复。`;

/** Texts of sources as they are compared: marks of quotation are set by where words stand. */
export class Sources {
	private readonly texts = new Map<string, string>();

	constructor(corpus: Corpus) {
		for (const { source, text } of [
			...corpus.citations.filter(one => one.kind === 'quotation'),
			...corpus.documents.flatMap(one => ({ source: one.source, text: one.paragraphs.join('\n') })),
		]) {
			const id = corpus.source(source)?.id ?? source;
			this.texts.set(id, `${this.texts.get(id) ?? ''}\n${plain(text)}\n`);
		}
	}

	/** Whether words stand in a source, between marks on both sides. */
	holds(words: string, source: string | undefined): boolean {
		const text = bare(words);
		if (text === '') return false;
		for (const [id, held] of this.texts) {
			if (source !== undefined && id !== source) continue;
			for (let at = held.indexOf(text); at >= 0; at = held.indexOf(text, at + 1))
				if (isEdge(held, at - 1) && isEdge(held, at + text.length)) return true;
		}
		return false;
	}
}

const plain = (text: string): string =>
	fold(text)
		.replace(/["']/g, '"')
		.replace(/[ \u200b-\u200d\u2060\ufeff]/g, '');
const bare = (text: string): string => plain(text).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '');
/** Not in the midst of words or of a number: 5.3 is not 5, nor is 5 % that. */
function isEdge(text: string, at: number): boolean {
	const one = text[at] ?? '\n';
	if (one === '.' || one === ',') return !/\d/.test(text[at + 1] ?? '') || !/\d/.test(text[at - 1] ?? '');
	return /[^\p{L}\p{N}%]/u.test(one);
}

const told = ['quotation.differs', 'quotation.spliced', 'quotation.form', 'quotation.unknown', 'quotation.verbatim'];

/** Reviews the draft, takes the preferred fix, and holds what it writes against the sources. */
export function outcomeOf(one: Altered, service: PolicyService, reviewer: Reviewer, sources: Sources): Judged {
	const draft = draftOf(one);
	const { findings } = reviewer.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'], all: true });
	const finding = told.flatMap(code => findings.filter(each => each.code === code))[0];
	const elsewhere = findings.some(each => each.code === 'quotation.attribution');
	if (!finding) return { outcome: 'missed', code: undefined, fixed: undefined, finding };
	const { code } = finding;
	if (code === 'quotation.verbatim') return { outcome: elsewhere ? 'right' : 'part', code, fixed: undefined, finding };
	const fix: Fix | undefined = service
		.fixes(new Draft(draft, 'markdown'), finding, 'pandoc')
		.find(each => each.kind === 'wording');
	if (!fix) return { outcome: 'unfixed', code, fixed: undefined, finding };
	const whole = applyEdits(draft, fix.edits);
	const fixed = /“([^]*)”(?:\[@[^\]]*\])?，这里不再重复。$/.exec(whole)?.[1] ?? whole;
	const right = sources.holds(fixed, one.cited ? one.source : undefined);
	return { outcome: right ? 'right' : 'wrong', code, fixed, finding };
}
