// What grey text saves somebody who types a paper, with six earlier ones as documents, and how often it is wrong; against
// the words of open files and plain n-grams; what holding many documents costs.

import { prices, type Confidence } from '../../src/core/search/continuations/continuation';
import { Phrases, type OfferedText } from '../../src/core/search/continuations/phrases';
import { Refusals } from '../../src/core/search/continuations/refusals';
import { printFit } from './fitting';
import { memory, ms, percentile, printTable, progress, timed, type Target } from './report';
import { makePassages, readJsonLines, readTexts, type DatedText, type Source } from './source';
import { stops } from './typing';

/** The newest reports are typed, each with so many before it as documents; the model was tuned on those of 2004–2012. */
const typed = 3;
const own = 6;
/** The reports that what speaks for a character is weighed by. */
const fitted = { from: 2004, to: 2012 };
const passagesOfDocument = 50;
/** What is asked when time is measured. */
const questions = 400;

const confidences = Object.keys(prices) as Confidence[];

/** Answers what is shown where a draft stands so. */
type Suggest = (draft: string, paragraph: string) => string;

interface Outcome {
	characters: number;
	saved: number;
	keys: number;
	wrong: number;
}

/**
 * `--size <n>`: so many passages are held at most when cost is measured (default 100,000). `--typed <file.jsonl>` and
 * `--own <file.jsonl>`: another kind of document. `--fit` prints the weights of certainty, nothing else.
 */
export function benchPhrases(source: Source): Target[] {
	const texts = readTexts(source.root);
	if (process.argv.includes('--fit')) {
		fit(texts);
		return [];
	}
	const targets: Target[] = [];
	if (texts.length > typed + own) {
		const sets = texts.slice(0, typed).map((text, at) => ({ text, earlier: texts.slice(at + 1, at + 1 + own) }));
		targets.push(...benchTyping('the newest report, six earlier ones as documents', sets.slice(0, 1)));
		benchTyping(`the newest ${typed} reports, six earlier ones of each as documents`, sets);
		benchTyping(
			'the same without documents',
			sets.map(({ text }) => ({ text, earlier: [] })),
		);
	}
	const given = optionOf('--typed');
	if (given !== undefined) {
		const earlier = readJsonLines(optionOf('--own') ?? given);
		benchTyping(
			given,
			readJsonLines(given).map(text => ({ text, earlier: earlier.filter(one => one.title !== text.title) })),
		);
	}
	return [...targets, ...benchCost(source, Number(optionOf('--size') ?? 100_000))];
}

function fit(texts: readonly DatedText[]): void {
	const plain = (text: DatedText) => ({ date: text.year, paragraphs: paragraphsOf(text) });
	const isFitted = ({ year }: DatedText) => Number(year) >= fitted.from && Number(year) <= fitted.to;
	const sets = texts.map((text, at) => ({ text, earlier: texts.slice(at + 1, at + 1 + own) }));
	printFit(
		sets
			.filter(({ text }) => isFitted(text))
			.map(({ text, earlier }) => ({ ...plain(text), earlier: earlier.map(plain) })),
	);
}

function optionOf(name: string): string | undefined {
	const at = process.argv.indexOf(name);
	return at < 0 ? undefined : process.argv[at + 1];
}

interface TypedText {
	readonly text: DatedText;
	readonly earlier: readonly DatedText[];
}

function benchTyping(name: string, sets: readonly TypedText[]): Target[] {
	progress(`typing ${name}`);
	const kinds: readonly (readonly [string, (set: TypedText) => Suggest])[] = [
		['words of the open file', () => openWords()],
		['plain n-grams, share 0.7', ({ earlier }) => plainNgrams(earlier, 0.7)],
		['plain n-grams, share 0.9', ({ earlier }) => plainNgrams(earlier, 0.9)],
		...(sets.length === 1 ? confidences : (['balanced'] as const)).map(
			how => [`grey text, ${how}`, ({ earlier }: TypedText) => greyText(earlier, how)] as const,
		),
	];
	const rows = kinds.map(([kind, suggest]) => ({
		kind,
		one: outcomeOf(sets, suggest, 1),
		two: outcomeOf(sets, suggest, 2),
	}));
	console.log(`\nTyping ${name}; of 100 characters: saved, saved net of the key, wrong grey texts shown`);
	printTable(
		['', 'by character', 'net', 'wrong', 'commits of two', 'net', 'wrong'],
		rows.map(({ kind, one, two }) => [kind, ...cells(one), ...cells(two)]),
	);
	const usual = rows.find(({ kind }) => kind.endsWith('balanced'));
	if (!usual) return [];
	return [
		target('saved by character', 13, 3, usual.one),
		target('saved, commits of two', 12, 2, usual.two),
		netTarget('by character', usual.one),
		netTarget('commits of two', usual.two),
	];
}

const net = ({ saved, keys }: Outcome): number => saved - keys;
const per100 = (count: number, { characters }: Outcome): string => ((100 * count) / characters).toFixed(2);
const cells = (one: Outcome): string[] => [per100(one.saved, one), per100(net(one), one), per100(one.wrong, one)];

function target(name: string, saved: number, wrong: number, found: Outcome): Target {
	return {
		name,
		wanted: `≥ ${saved} % at ≤ ${wrong} wrong`,
		measured: `${per100(found.saved, found)} % at ${per100(found.wrong, found)}`,
		reached: found.saved >= (found.characters * saved) / 100 && found.wrong <= (found.characters * wrong) / 100,
	};
}

function netTarget(how: string, found: Outcome): Target {
	return {
		name: `saved net of the key that takes it, ${how}`,
		wanted: '≥ 9 %',
		measured: `${per100(net(found), found)} %`,
		reached: net(found) >= found.characters * 0.09,
	};
}

function outcomeOf(sets: readonly TypedText[], kind: (set: TypedText) => Suggest, commit: number): Outcome {
	const outcome = { characters: 0, saved: 0, keys: 0, wrong: 0 };
	for (const set of sets) type(paragraphsOf(set.text), kind(set), commit, outcome);
	return outcome;
}

/**
 * Types; whatever is right as a whole is taken, whatever else is shown is wrong, at every stop anew. Stops are after every
 * commit, as if nothing had been taken; the key that takes counts as one character, the letters of pinyin as none.
 */
function type(paragraphs: readonly string[], suggest: Suggest, commit: number, outcome: Outcome): void {
	let draft = '';
	for (const paragraph of paragraphs) {
		outcome.characters += paragraph.length;
		let written = 0;
		for (const at of [0, ...stops(paragraph, commit)]) {
			if (at < written || at === paragraph.length) continue;
			const before = paragraph.slice(0, at);
			const text = suggest(draft, before);
			if (text === '') continue;
			if (!paragraph.startsWith(text, at)) {
				outcome.wrong++;
				continue;
			}
			written = at + text.length;
			outcome.saved += text.length;
			outcome.keys++;
		}
		draft += `${paragraph}\n`;
	}
}

function greyText(earlier: readonly DatedText[], how: Confidence): Suggest {
	const phrases = new Phrases();
	run(phrases.take(earlier.map(offered)));
	const refusals = new Refusals();
	return (draft, before) => {
		const found = phrases.after(draft + before, how, refusals.caution);
		return refusals.shown(before, found?.text ?? '', found?.share);
	};
}

/** As VS Code completes by words: a clause of the draft that begins as this one does, if there is but one. */
function openWords(): Suggest {
	return (draft, before) => {
		const clause = /[\p{Script=Han}\w]*$/u.exec(before)?.[0] ?? '';
		if (clause.length < 2) return '';
		const found = new Set<string>();
		for (const [word] of draft.matchAll(/[\p{Script=Han}\w]+/gu))
			if (word.length > clause.length && word.startsWith(clause)) found.add(word.slice(clause.length));
		const [only = ''] = found;
		return found.size === 1 ? only : '';
	};
}

/** The longest of the last 8…2 characters that stands there twice; on while the likeliest next one has the share. */
function plainNgrams(earlier: readonly DatedText[], share: number): Suggest {
	const following = new Map<string, Map<string, number>>();
	for (const paragraph of earlier.flatMap(paragraphsOf))
		for (let at = 2; at < paragraph.length; at++)
			for (let length = 2; length <= Math.min(8, at); length++) {
				const context = paragraph.slice(at - length, at);
				const next = following.get(context) ?? new Map<string, number>();
				following.set(context, next.set(paragraph.charAt(at), (next.get(paragraph.charAt(at)) ?? 0) + 1));
			}
	const nextOf = (line: string): string => {
		for (let length = Math.min(8, line.length); length >= 2; length--) {
			const next = following.get(line.slice(-length));
			const all = [...(next?.values() ?? [])].reduce((sum, one) => sum + one, 0);
			if (!next || all < 2) continue;
			const [character, count] = [...next].reduce((a, b) => (b[1] > a[1] ? b : a));
			return count >= share * all && /\p{Script=Han}/u.test(character) ? character : '';
		}
		return '';
	};
	return (_, before) => {
		let text = '';
		for (let next = nextOf(before); next !== '' && text.length < 40; next = nextOf(before + text)) text += next;
		return text;
	};
}

function paragraphsOf({ content }: DatedText): string[] {
	return content
		.split('\n')
		.map(line => line.trim().replace(/[\u200b-\u200f]/g, ''))
		.filter(line => line !== '');
}

function offered(text: DatedText): OfferedText {
	const paragraphs = paragraphsOf(text);
	return { key: text.title, date: text.year, length: text.content.length, read: () => paragraphs };
}

function run(steps: Generator<void, void>): number {
	let longest = 0;
	for (;;) {
		const { ms: time, answer } = timed(() => steps.next());
		longest = Math.max(longest, time);
		if (answer.done) return longest;
	}
}

/** Building, memory and answers for libraries of several sizes. */
function benchCost(source: Source, most: number): Target[] {
	const rows: string[][] = [];
	const targets: Target[] = [];
	for (const size of [10_000, 100_000, 1_000_000].filter(one => one <= most)) {
		progress(`holding ${size} passages`);
		const texts = library(source, size);
		const before = memory();
		const phrases = new Phrases();
		let longest = 0;
		const { ms: build } = timed(() => (longest = run(phrases.take(texts))));
		const held = memory() - before;
		const { ms: update } = timed(() => run(phrases.take([{ ...texts[0]!, key: 'changed' }, ...texts.slice(1)])));
		const lines = texts[0]!.read().concat(texts[1]!.read());
		const draft = lines.join('\n').slice(0, 20_000);
		const times = Array.from({ length: questions }, (_, at) => {
			const end = 1000 + Math.floor((at * (draft.length - 1000)) / questions);
			return timed(() => phrases.after(draft.slice(0, end), 'balanced')).ms;
		});
		const p95 = percentile(times, 0.95);
		rows.push([String(size), ms(build), ms(longest), ms(update), held.toFixed(1), ms(percentile(times, 0.5)), ms(p95)]);
		if (size === 10_000) continue;
		const [time, room] = size === 100_000 ? [5, 40] : [20, 80];
		targets.push(
			{ name: `answer, ${size} passages`, wanted: `≤ ${time} ms`, measured: `${ms(p95)} ms`, reached: p95 <= time },
			{
				name: `memory, ${size} passages`,
				wanted: `≤ ${room} MB`,
				measured: `${held.toFixed(1)} MB`,
				reached: held <= room,
			},
		);
	}
	console.log('\nHolding documents (the latest 4,000,000 characters of them, in memory only; nothing on disk)');
	printTable(['passages', 'build ms', 'longest step', 'one file changed', 'MB', 'answer p50 ms', 'p95'], rows);
	return targets;
}

/** Made passages as documents that are read when they are wanted. */
function library(source: Source, size: number): OfferedText[] {
	const distinct = Math.min(size, 30_000);
	const passages = makePassages(source, distinct, 16);
	return Array.from({ length: Math.ceil(size / passagesOfDocument) }, (_, at) => {
		const from = (at * passagesOfDocument) % distinct;
		const read = () => passages.slice(from, from + passagesOfDocument);
		const length = read().reduce((sum, one) => sum + one.length + 1, 0);
		return { key: `document-${at}`, date: String(1950 + (at % 70)), length, read };
	});
}
