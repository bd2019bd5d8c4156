// How often a list would show while real prose is written, how often it holds what comes, and what it saves; and how
// often Enter would take something else at the end of a clause.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePack } from '../../src/core/corpus/compile';
import { NgramCounts } from '../../src/core/text/ngrams';
import { writeNgrams } from '../../src/core/text/ngramText';
import { createPinyinReader } from '../../src/core/text/pinyinReader';
import { createService, type CompiledPack, type PolicyService } from '../../src/core/service';
import { printTable, progress, type Target } from './report';
import { readJsonLines, readTexts, type DatedText, type Source } from './source';
import { nothingTyped, typeDraft, type TypingCounts } from './typing';

/** The newest documents are typed and nowhere else; as many before them are the person's own. */
const typed = 3;
const own = 6;
/** So many proposals a person accepts: all of a list as it is asked for by default. */
const terms = 100;
const characters = 60_000;
/** Bytes of the shipped counts. */
const ngramBytes = 150_000;

/**
 * `--typed <file.jsonl>` types the documents of another file ({"title", "year", "content"} a line), `--own <file.jsonl>`
 * has others as the person's own; `--list <n>` prints what the most useless lists are of, and which terms are missed.
 */
export async function benchProse(source: Source): Promise<Target[]> {
	const compiled = join(source.root, 'dist/corpus.json');
	const wanted = 'Enter takes what was not meant (shipped corpus)';
	if (!existsSync(compiled)) {
		console.log('\nProse: no dist/corpus.json (npm run build makes it); not measured.');
		return [{ name: wanted, wanted: '≤ 0.5 % of words', measured: 'not measured', reached: false }];
	}
	const texts = readTexts(source.root);
	const built = JSON.parse(readFileSync(compiled, 'utf8')) as CompiledPack;
	const shipped = texts.length > 0 ? { ...built, ngrams: ngramsOf(texts.slice(typed)) } : built;
	const given = optionOf('--typed');
	const drafts = given === undefined ? texts.slice(0, typed) : readJsonLines(given);
	const givenOwn = optionOf('--own');
	const earlier = givenOwn === undefined ? texts.slice(typed, typed + own) : readJsonLines(givenOwn).slice(0, own);
	const targets: Target[] = [];
	if (drafts.length > 0 && earlier.length === own) {
		const documents = packOf(earlier);
		for (const library of [
			{ name: `${own} earlier reports as documents`, pack: documents, most: 3 },
			{ name: `${own} earlier reports, what recurs in them as terms`, pack: await withTerms(documents), most: 3 },
			{ name: 'no documents', pack: packOf([]), most: 4 },
		])
			targets.push(...(await benchTyping(shipped, drafts, library)));
	}
	return [...targets, await benchEnter(source, shipped)];
}

function optionOf(name: string): string | undefined {
	const at = process.argv.indexOf(name);
	return at < 0 ? undefined : process.argv[at + 1];
}

/** The counts as they are shipped (scripts/ngrams.mjs), but without the documents that are typed. */
function ngramsOf(texts: readonly DatedText[]): string {
	const counts = new NgramCounts();
	for (const { content } of texts) for (const paragraph of content.split('\n')) counts.add(paragraph);
	return writeNgrams(counts, ngramBytes);
}

async function serviceOf(shipped: CompiledPack, own: CompiledPack): Promise<PolicyService> {
	const { service } = createService([{ compiled: shipped }, { compiled: own }]);
	await service.prepareCompletion();
	return service;
}

/** Texts as a person's pack of documents. */
function packOf(texts: readonly DatedText[]): CompiledPack {
	const named = texts.map((text, at) => ({ ...text, id: `own-${at}` }));
	return {
		data: {
			info: { id: 'own', title: 'own', language: 'zh-CN', licence: 'none' },
			sources: named.map(({ id, title }) => ({ id, type: 'report', title })),
			citations: [],
			terms: [],
			formulations: [],
			documents: named.map(({ id, content }) => {
				const paragraphs = paragraphsOf(content);
				return { source: id, file: `documents/${id}.md`, paragraphs, lines: paragraphs.map((_, at) => at + 1) };
			}),
		},
		pinyin: {},
		traditional: {},
	};
}

/** The same, and what recurs in its texts as terms of the person's own: as if every proposal had been accepted. */
async function withTerms(pack: CompiledPack): Promise<CompiledPack> {
	const { candidates = [] } =
		(await createService([{ compiled: pack }]).service.library.candidates({ limit: terms })) ?? {};
	const named = candidates.map(({ text }, at) => ({ id: `own-term-${at}`, term: text }));
	return compilePack({ ...pack.data, terms: named }, createPinyinReader());
}

const paragraphsOf = (content: string): string[] =>
	content
		.split('\n')
		.map(line => line.trim())
		.filter(line => line !== '');

/** A person's library, and how many lists with nothing right a hundred characters may have with it. */
interface Library {
	readonly name: string;
	readonly pack: CompiledPack;
	readonly most: number;
}

async function benchTyping(
	shipped: CompiledPack,
	drafts: readonly DatedText[],
	{ name: who, pack, most }: Library,
): Promise<Target[]> {
	const service = await serviceOf(shipped, pack);
	const type = (commit: number): TypingCounts => {
		progress(`typing ${drafts.length} documents, ${commit} at a time, ${who}`);
		const counts = nothingTyped();
		for (const { content } of drafts) typeDraft(service, paragraphsOf(content), commit, counts);
		return counts;
	};
	const [byOne, byTwo] = [type(1), type(2)];
	console.log(`\nTyping ${drafts.map(({ title }) => title).join(', ')} with the shipped corpus, ${who}`);
	printCounts(byOne, byTwo);
	printRanks(byOne);
	const shown = Number(optionOf('--list') ?? 0);
	if (shown > 0) printMost(byOne, shown);
	const useless = (100 * byOne.useless) / byOne.characters;
	const two = byOne.after.get(2);
	const three = byOne.after.get(3);
	return [
		{
			name: `lists with nothing right, ${who}`,
			wanted: `≤ ${most} per 100 characters`,
			measured: useless.toFixed(2),
			reached: useless <= most,
		},
		atLeast(`terms first, of the lists after two characters, ${who}`, 75, two?.first, two?.opened),
		atLeast(`terms among five, of the lists after two characters, ${who}`, 95, two?.five, two?.opened),
		atLeast(`terms among five after three characters, ${who}`, 95, three?.five, three?.terms),
	];
}

function atLeast(name: string, percent: number, part = 0, whole = 0): Target {
	const reached = 100 * part >= percent * whole;
	return { name, wanted: `≥ ${percent} %`, measured: share(part, whole), reached };
}

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

function printCounts(byOne: TypingCounts, byTwo: TypingCounts): void {
	const row = (name: string, of: TypingCounts): string[] => {
		const per100 = (count: number): string => ((100 * count) / of.characters).toFixed(2);
		const net = of.saved - of.keys;
		return [name, String(of.characters), per100(of.lists), per100(of.useless), share(of.behind, of.lists), per100(net)];
	};
	printTable(
		['typed', 'characters', 'lists per 100', 'with nothing right', 'behind “as written”', 'saved net of keys, %'],
		[row('character by character', byOne), row('commits of two', byTwo)],
	);
}

function printRanks({ ranks, after }: TypingCounts): void {
	printTable(
		['character by character', 'times', 'a list', 'first', 'among five'],
		[
			...[...ranks].map(([kind, { right, first, five }]) => [
				`right rows, ${kind}`,
				String(right),
				String(right),
				share(first, right),
				share(five, right),
			]),
			...[...after]
				.sort(([a], [b]) => a - b)
				.flatMap(([count, { terms, opened, first, five }]) => [
					[`terms after ${count}`, String(terms), String(opened), share(first, terms), share(five, terms)],
					[`… of those with a list`, String(opened), String(opened), share(first, opened), share(five, opened)],
				]),
		],
	);
}

function printMost({ nothing, missed }: TypingCounts, shown: number): void {
	for (const [name, counts] of [
		['Lists with nothing right', nothing],
		['Terms not among five after three', missed],
	] as const) {
		const sorted = [...counts].sort((a, b) => b[1] - a[1]).slice(0, shown);
		console.log(`${name}: ${sorted.map(([what, times]) => `${what} ${times}`).join('; ')}`);
	}
}

/** Word by word, as an input method commits: what Enter would do where a clause ends. */
async function benchEnter(source: Source, shipped: CompiledPack): Promise<Target> {
	progress('writing prose with the shipped corpus');
	const service = await serviceOf(shipped, packOf([]));
	const words = new Intl.Segmenter('zh', { granularity: 'word' });
	let written = 0,
		lists = 0,
		right = 0,
		wrong = 0;
	for (const paragraph of source.text.slice(-characters).split('\n')) {
		let at = 0;
		for (const { segment } of words.segment(paragraph)) {
			at += segment.length;
			if (!/\p{Script=Han}/u.test(segment)) continue;
			written++;
			const before = paragraph.slice(0, at);
			const { items, written: asWritten } = service.complete({ before });
			if (items.length === 0) continue;
			lists++;
			const comes = items.some(item =>
				paragraph.startsWith(before.slice(0, item.replace.start) + item.insertText.replace(/\{.*$/s, '')),
			);
			if (comes) right++;
			else if (!asWritten && /^(?:[，。；：！？、]|$)/.test(paragraph.slice(at))) wrong++;
		}
	}
	const of = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
	console.log(`\nProse: the last ${characters} characters, word by word, with the shipped corpus`);
	printTable(
		['words', 'a list shows', 'it holds what comes', 'Enter would take something else'],
		[[String(written), of(lists, written), of(right, lists), of(wrong, written)]],
	);
	return {
		name: 'Enter takes what was not meant (shipped corpus)',
		wanted: '≤ 0.5 % of words',
		measured: of(wrong, written),
		reached: wrong <= written * 0.005,
	};
}
