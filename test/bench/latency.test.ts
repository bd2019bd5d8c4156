// Milliseconds from a key to the list in a real VS Code, with a library of documents and with none, key by key in turns: what the machine does
// otherwise falls on both. Before that, idle and while a share of the library is taken in, in turns in one window. LATENCY_PASSAGES: passages of
// the library (100,000); LATENCY_KEYS: keys for each (160).
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { open } from '../support/driver';
import { difference, keyToList, watchLists } from '../support/keyToList';
import type { Window } from '../support/window';
import { makeLibrary } from './libraryCorpus';
import { percentile, printTable } from './report';
import { randomFrom, readSource } from './source';

const size = Number(process.env['LATENCY_PASSAGES'] ?? 100_000);
const keys = Number(process.env['LATENCY_KEYS'] ?? 160);
/** Keys in one window before it is the other's turn. */
const turn = 10;

/** The library is taken in in so many shares. */
const shares = 3;

interface Share {
	/** Documents by the paths of their files. */
	readonly files: Readonly<Record<string, string>>;
	/** Words of its last document: that they are known tells that it is taken in. */
	readonly last: string;
}

/** A library in shares, and some of its sentences. */
function library(): { readonly shares: readonly Share[]; readonly quoted: readonly string[] } {
	const folder = mkdtempSync(join(tmpdir(), 'policy-writing-latency-'));
	try {
		const source = readSource(resolve(import.meta.dirname, '../..'));
		console.log(`${size} passages are made of ${source.name}`);
		makeLibrary(source, size, folder, 0);
		const texts = readdirSync(join(folder, 'documents'))
			.sort()
			.map(name => [name, readFileSync(join(folder, 'documents', name), 'utf8')] as const);
		return {
			shares: Array.from({ length: shares }, (_, share) => shareOf(texts.filter((_, at) => at % shares === share))),
			quoted: texts.slice(0, 20).map(([, text]) => text.split('\n\n')[2]!.slice(0, 24)),
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function shareOf(texts: readonly (readonly [name: string, text: string])[]): Share {
	return {
		files: Object.fromEntries(texts.map(([name, text]) => [`policy-corpus/documents/${name}`, text])),
		last: /[^\p{P}\s]{5}/u.exec(texts.at(-1)![1].split('\n\n').at(-1)!)![0],
	};
}

/** A draft of some pages with terms in its titles, quotations, and a line to type in. */
const draft = (quoted: readonly string[], terms: readonly string[]) =>
	`${terms.map(term => `# 报告${term}\n\n`).join('')}要加快发展新\n\n${quoted.map((words, i) => `第${i}点，要推进高质量发展，坚持科技创新。有人说：“${words}”。各地都在落实。`).join('\n\n')}\n`;

const whole = (value: number) => value.toFixed(0);

/** Types while nothing is done, then while a share is taken in, share by share. */
async function takeIn(vs: Window, all: readonly Share[]): Promise<Record<'idle' | 'loading', readonly number[]>> {
	const random = randomFrom(47);
	const taken: Record<'idle' | 'loading', number[]> = { idle: [], loading: [] };
	const type = async (into: number[]) => {
		into.push(await keyToList(vs));
		await vs.page.waitForTimeout(100 + random() * 300);
	};
	const isKnown = async (words: string) => {
		const known = (await vs.hover(words, { at: 1 }).catch(() => undefined))?.text.includes('Also used in') === true;
		await vs.escape();
		await vs.cursorAfter('要加快发展新');
		return known;
	};
	await vs.page.bringToFront();
	for (const { files, last } of all) {
		for (let i = 0; i < keys / 4; i++) await type(taken.idle);
		mkdirSync(join(vs.folder, 'policy-corpus/documents'), { recursive: true });
		for (const [name, text] of Object.entries(files)) writeFileSync(join(vs.folder, name), text);
		const begun = Date.now();
		while (Date.now() - begun < 300_000) {
			const looked = Date.now();
			while (Date.now() - looked < 10_000) await type(taken.loading);
			if (await isKnown(last)) break;
		}
		console.log(`a share was found ${((Date.now() - begun) / 1000).toFixed(0)} s after it was written`);
	}
	return taken;
}

test('typing with a library and without', async () => {
	const { shares: all, quoted } = library();
	const words = all.map(share => share.last);
	const report = draft(quoted, words);
	const empty = await open({ files: { 'report.md': report } });
	const full = await open({
		files: {
			'report.md': report,
			'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的语料\n',
			'policy-corpus/terms/mine.yaml': words.map((term, at) => `- { id: last-${at}, term: ${term} }\n`).join(''),
		},
	});
	const windows = { empty, full };
	for (const vs of [empty, full]) {
		await watchLists(vs);
		await vs.cursorAfter('要加快发展新');
	}
	const taken: Record<'empty' | 'full', number[]> & Awaited<ReturnType<typeof takeIn>> = {
		...(await takeIn(full, all)),
		empty: [],
		full: [],
	};
	const random = randomFrom(53);
	for (let round = 0; taken.full.length < keys; round++) {
		for (const name of round % 2 === 0 ? (['empty', 'full'] as const) : (['full', 'empty'] as const)) {
			const vs = windows[name];
			await vs.page.bringToFront();
			await vs.page.waitForTimeout(500);
			for (let i = 0; i < turn; i++) {
				const milliseconds = await keyToList(vs);
				// The first in a window that was behind another one waits for what is not ours.
				if (i > 0) taken[name].push(milliseconds);
				await vs.page.waitForTimeout(80 + random() * 900);
			}
		}
	}
	const rows = (
		[
			['no documents', taken.empty],
			[`${size} passages`, taken.full],
			['before each share', taken.idle],
			['while a share is taken in', taken.loading],
		] as const
	).map(([name, list]) => [
		name,
		String(list.length),
		...[0.5, 0.95, 0.99, 1].map(share => whole(percentile(list, share))),
	]);
	console.log('\nFrom a key to the list, ms');
	printTable(['library', 'keys', 'p50', 'p95', 'p99', 'most'], rows);
	const slower = (share: number) => (percentile(taken.loading, share) / percentile(taken.idle, share)).toFixed(2);
	console.log(`while taken in / before: p50 ${slower(0.5)}×, p95 ${slower(0.95)}×, p99 ${slower(0.99)}×`);
	const ratio = (share: number) => (percentile(taken.full, share) / percentile(taken.empty, share)).toFixed(2);
	const apart = (share: number) => {
		const [value, from, to] = difference(taken.empty, taken.full, share);
		return `${whole(value)} ms apart (95 of 100: ${whole(from)} … ${whole(to)})`;
	};
	const [, from] = difference(taken.empty, taken.full, 0.95);
	const halves = difference(
		taken.empty.filter((_, i) => i % 2 === 0),
		taken.empty.filter((_, i) => i % 2 === 1),
		0.95,
	)[0];
	console.log(
		`with / without: p50 ${ratio(0.5)}×, ${apart(0.5)}; p95 ${ratio(0.95)}×, ${apart(0.95)}; p95 of two halves of the empty one: ${whole(Math.abs(halves))} ms apart`,
	);
	// Not measurably different: no difference is among the likely ones.
	expect(from, 'milliseconds that typing is slower with the library at least, p95').toBeLessThanOrEqual(0);
	expect(Math.max(...taken.empty, ...taken.full)).toBeLessThan(10_000);
});
