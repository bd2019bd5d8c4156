// How many altered quotations the review finds, with the right source and characters, how many false alarms it
// raises, and what it costs.

import { Draft } from '../../src/core/draft/draft';
import { readPack } from '../../src/core/corpus/yaml/read';
import { mergePacks } from '../../src/core/corpus/merge';
import type { CompiledPack } from '../../src/core/corpus/compile';
import type { Corpus } from '../../src/core/corpus/corpus';
import type { Change, Finding } from '../../src/core/draft/finding';
import { numeralsIn } from '../../src/core/review/compare/numerals';
import { Reviewer } from '../../src/core/review/review';
import { sentences } from '../../src/core/text/sentences';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchAttribution } from './attribution';
import { benchCondensed } from './condensed';
import { benchFigures } from './figures';
import { benchClean } from './clean';
import { benchFullTexts } from './fullTexts';
import { generate, kinds, lettersOf, readReports, withDocuments, type Sample, type Yearly } from './quotations';
import { ms, printTable, timed, type Target } from './report';
import type { Source } from './source';

/** The corpus as the build made it, or as it stands in corpus/ (then without the sounds of characters). */
function shippedCorpus(root: string): Corpus {
	const built = join(root, 'dist/corpus.json');
	if (existsSync(built))
		return mergePacks([{ compiled: JSON.parse(readFileSync(built, 'utf8')) as CompiledPack }]).corpus;
	const folder = join(root, 'corpus');
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter(name => /\.ya?ml$/.test(name))
		.map(name => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(folder, name), 'utf8') }));
	return mergePacks([{ compiled: { data: readPack(files).data, pinyin: {}, traditional: {} } }]).corpus;
}

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

/** Whether the finding names the right source, and what was changed to the letter. */
function right(
	sample: Sample,
	found: Finding | undefined,
	start: number,
	holding: (words: string) => ReadonlySet<string>,
	texts: ReadonlyMap<string, string>,
): { found: boolean; source: boolean; characters: boolean } {
	const no = { found: false, source: false, characters: false };
	if (!found) return no;
	const { code, data } = found;
	const originals = sample.originals.map(lettersOf);
	const source = originals.some(one => holding(one).has(String(data.source)));
	const wording = lettersOf(String(data.wording));
	const changes = (data.changes ?? []) as readonly Change[];
	const stands = (words: string): boolean =>
		((data.sources as readonly string[]) ?? [String(data.source)]).some(id => texts.get(id)?.includes(words));
	switch (sample.kind) {
		case 'verbatim':
		case 'partial':
			return { found: code === 'quotation.verbatim', source, characters: wording === originals[0] };
		case 'traditional':
		case 'punctuation':
			return { found: code === 'quotation.form', source, characters: wording === originals[0] };
		case 'replaced':
		case 'dropped':
		case 'inserted': {
			// Undoing the changes gives words that stand in that source; there are not more of them than were made.
			let undone = sample.written;
			for (const change of [...changes].reverse())
				undone = undone.slice(0, change.start - start) + change.original + undone.slice(change.end - start);
			const size = changes.reduce((sum, one) => sum + sizeOf(one), 0);
			return {
				found: code === 'quotation.differs',
				source,
				characters: lettersOf(undone) === wording && stands(wording) && size <= sample.edits,
			};
		}
		case 'reordered':
		case 'spliced':
		case 'elided': {
			const pieces = ((data.pieces as readonly string[]) ?? []).map(lettersOf);
			const whole =
				pieces.length > 1 &&
				changes.length === 0 &&
				pieces.every(stands) &&
				pieces.join('') === lettersOf(sample.written);
			return {
				found: code === 'quotation.spliced' || (sample.kind !== 'elided' && code === 'quotation.differs'),
				source,
				characters: whole || code === 'quotation.differs',
			};
		}
	}
}

/** How many characters a change changes; a number is one thing, also one of which a part is no number any more. */
function sizeOf({ written, original }: Change): number {
	const things = (text: string): number =>
		numeralsIn(text).reduce((size, one) => size - (one.end - one.start) + 1, lettersOf(text).length);
	const numbers = numeralsIn(written + original).length > 0;
	return (numbers ? Math.min : Math.max)(things(written), things(original));
}

function benchQuality(texts: readonly Yearly[], until: number, corpus: Corpus, show: boolean): Target[] {
	const held = texts.filter(one => one.year <= until);
	const reviewer = new Reviewer(corpus);
	const { samples, clean } = generate(texts, 200, 1000, until);
	const letters = new Map(held.map(one => [one.id, lettersOf(one.paragraphs.join(''))]));
	const holding = (words: string): ReadonlySet<string> =>
		new Set([...letters].flatMap(([id, text]) => (text.includes(words) ? [id] : [])));
	const rows: string[][] = [];
	const sums = { altered: 0, alteredRight: 0, verbatim: 0, verbatimRight: 0 };
	const wrong: string[] = [];
	for (const kind of kinds) {
		const own = samples.filter(one => one.kind === kind);
		const counts = { found: 0, source: 0, characters: 0, all: 0 };
		for (const sample of own) {
			const draft = `报告里写道：“${sample.written}”`;
			const found = reviewer
				.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'], all: true })
				.findings.find(one => !['quotation.uncited', 'quotation.attribution'].includes(one.code));
			const result = right(sample, found, 7, holding, letters);
			for (const key of ['found', 'source', 'characters'] as const) if (result[key]) counts[key]++;
			if (result.found && result.source && result.characters) counts.all++;
			else
				wrong.push(
					`${kind}\t${Object.entries(result)
						.filter(([, yes]) => !yes)
						.map(([key]) => key)
						.join()}\t${sample.written}\t${sample.originals.join(' | ')}\t${found?.code ?? '–'} ${JSON.stringify(found?.data ?? {})}`,
				);
		}
		rows.push([
			kind,
			String(own.length),
			...[counts.found, counts.source, counts.characters, counts.all].map(one => percent(one / own.length)),
		]);
		if (kind === 'verbatim' || kind === 'partial') {
			sums.verbatim += own.length;
			sums.verbatimRight += counts.all;
		} else {
			sums.altered += own.length;
			sums.alteredRight += counts.all;
		}
	}
	console.log(`\nQuotations, generated with a fixed seed, against ${held.length} documents up to ${until}`);
	printTable(['kind', 'n', 'found', 'right source', 'right characters', 'all three'], rows);
	if (show) for (const line of wrong) console.log(line);
	else for (const line of wrong.slice(0, 3)) console.log(`  e.g. ${line.slice(0, 300)}`);
	const targets: Target[] = [
		{
			name: 'altered quotations: found, source, characters',
			wanted: '≥ 99 %',
			measured: percent(sums.alteredRight / sums.altered),
			reached: sums.alteredRight / sums.altered >= 0.99,
		},
		{
			name: 'verbatim quotations recognised',
			wanted: '≥ 99.5 %',
			measured: percent(sums.verbatimRight / sums.verbatim),
			reached: sums.verbatimRight / sums.verbatim >= 0.995,
		},
	];
	if (clean.length > 0) {
		const alarms = clean.flatMap(sentence =>
			reviewer
				.reviewNow(new Draft(sentence, 'markdown'), { families: ['quotation', 'wording'] })
				.findings.filter(one => /^(?:quotation\.(?:differs|form|spliced)|wording\.)/.test(one.code))
				.map(one => `${one.code} ${sentence.slice(one.start, one.end)} → ${JSON.stringify(one.data)}`),
		);
		for (const line of show ? alarms : alarms.slice(0, 5)) console.log(`  alarm: ${line}`);
		targets.push({
			name: `false alarms on ${clean.length} clean sentences after ${until}`,
			wanted: '≤ 0.5 %',
			measured: percent(alarms.length / clean.length),
			reached: alarms.length / clean.length <= 0.005,
		});
	}
	return targets;
}

/** A draft of so many characters with so many quotations, half of them changed. */
function draftOf(texts: readonly Yearly[], until: number, size: number, quotations: number): string {
	const { samples, clean } = generate(texts, Math.ceil(quotations / kinds.length), 5000, until, 7);
	const prose = clean.length > 0 ? clean : texts.flatMap(one => one.paragraphs);
	const paragraphs: string[] = [];
	let length = 0;
	for (let at = 0; length < size; at++) {
		const sample = samples[(at * 37) % samples.length]!;
		const quoted =
			paragraphs.length * 1.0 < quotations && at % Math.max(1, Math.floor(size / 160 / quotations)) === 0
				? `报告指出：“${sample.written}”`
				: '';
		const paragraph = Array.from({ length: 3 }, (_, one) => prose[(at * 3 + one) % prose.length]!).join('') + quoted;
		paragraphs.push(paragraph);
		length += paragraph.length + 2;
	}
	return paragraphs.join('\n\n').slice(0, size);
}

function benchCost(texts: readonly Yearly[], until: number, base: Corpus): Target[] {
	const held = texts.filter(one => one.year <= until);
	const rows: string[][] = [];
	let full = NaN;
	let edited = NaN;
	for (const [size, quotations, share] of [
		[12_500, 75, 1],
		[25_000, 150, 1],
		[50_000, 300, 0.25],
		[50_000, 300, 1],
		[50_000, 300, 1.3],
		[100_000, 600, 1.3],
	] as const) {
		// More than there is: the first ones once more, as other documents, up to 1.1 million characters.
		const documents = Array.from(
			{ length: Math.ceil(held.length * share) },
			(_, one) => held[one] ?? { ...held[one - held.length]!, id: `${held[one - held.length]!.id}-again` },
		);
		const corpus = withDocuments(documents, base);
		const draft = draftOf(texts, until, size, quotations);
		const warm = new Reviewer(corpus);
		const built = timed(() => warm.reviewNow(new Draft('“没有这样的话没有这样的话”', 'markdown'))).ms;
		const first = timed(() => warm.reviewNow(new Draft(draft, 'markdown'))).ms;
		const at = draft.indexOf('\n\n', size >> 1) - 3;
		const changed = `${draft.slice(0, at)}又${draft.slice(at)}`;
		const after = [0, 1, 2, 3, 4]
			.map(
				one =>
					timed(() =>
						warm.reviewNow(new Draft(`${changed.slice(0, at)}${'甲乙丙丁戊'[one]!}${changed.slice(at)}`, 'markdown')),
					).ms,
			)
			.sort((a, b) => a - b)[2]!;
		const characters = documents.reduce((sum, one) => sum + one.paragraphs.join('').length, 0);
		const paragraphs = documents.reduce((sum, one) => sum + one.paragraphs.length, 0);
		rows.push([
			`${size}`,
			`${(draft.match(/“/g) ?? []).length}`,
			`${characters}`,
			`${paragraphs}`,
			ms(built),
			ms(first),
			ms(after),
		]);
		if (size === 50_000 && share === 1.3) [full, edited] = [first, after];
	}
	console.log('\nCost of a review, ms');
	printTable(['draft', 'quotations', 'documents', 'paragraphs', 'first use', 'full review', 'after one edit'], rows);
	return [
		{
			name: '50,000 characters, 300 quotations: full review',
			wanted: '< 1000 ms',
			measured: `${ms(full)} ms`,
			reached: full < 1000,
		},
		{ name: 'the same after one edit', wanted: '< 30 ms', measured: `${ms(edited)} ms`, reached: edited < 30 },
	];
}

/** Texts of the corpus where the reports are not at hand: its quotations as one document a source. */
function corpusTexts(corpus: Corpus): Yearly[] {
	return corpus.sources.map(({ id, title }) => ({
		id,
		title,
		year: 2000,
		paragraphs: corpus.citations
			.filter(one => one.source === id)
			.map(one => one.text)
			.filter(text => sentences(text).length > 0),
	}));
}

export function benchReview(source: Source): Target[] {
	const base = shippedCorpus(source.root);
	const reports = readReports(source.root);
	const show = process.argv.includes('--show');
	if (reports.length === 0) {
		console.log('The reports are not here: quotations are made of the corpus, and there are no clean sentences.');
		const texts = corpusTexts(base);
		return benchQuality(texts, 2012, withDocuments(texts), show);
	}
	const until = 2012;
	const corpus = withDocuments(
		reports.filter(one => one.year <= until),
		base,
	);
	return [
		...benchQuality(reports, until, corpus, show),
		...benchClean(reports, base, until, show),
		...benchCondensed(reports, base, until, show),
		...benchAttribution(reports),
		...benchCost(reports, until, base),
		...benchFullTexts(reports, base),
		...benchFigures(reports, withDocuments(reports, base)),
	];
}
