// Milliseconds from a key to the list in a real VS Code, with a library of documents and with none, key by key in turns: what the machine does
// otherwise falls on both. LATENCY_PASSAGES: passages of the library (100,000); LATENCY_KEYS: keys for each (160).
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';
import { makeLibrary } from './libraryCorpus';
import { percentile, printTable } from './report';
import { randomFrom, readSource } from './source';

const size = Number(process.env['LATENCY_PASSAGES'] ?? 100_000);
const keys = Number(process.env['LATENCY_KEYS'] ?? 160);
/** Keys in one window before it is the other's turn. */
const turn = 10;

interface Library {
	readonly files: Readonly<Record<string, string>>;
	readonly quoted: readonly string[];
	readonly last: string;
}

/** The documents of a library by name, some sentences of it, and words of its last document. */
function library(): Library {
	const folder = mkdtempSync(join(tmpdir(), 'policy-writing-latency-'));
	try {
		const source = readSource(resolve(import.meta.dirname, '../..'));
		console.log(`${size} passages are made of ${source.name}`);
		makeLibrary(source, size, folder, 0);
		const names = readdirSync(join(folder, 'documents')).sort();
		const files = Object.fromEntries(
			names.map(name => [`policy-corpus/documents/${name}`, readFileSync(join(folder, 'documents', name), 'utf8')]),
		);
		const sentences = Object.values(files)
			.slice(0, 20)
			.map(text => text.split('\n\n')[2]!.slice(0, 24));
		return {
			files,
			quoted: sentences,
			last: /[^\p{P}\s]{5}/u.exec(files[`policy-corpus/documents/${names.at(-1)!}`]!.split('\n\n').at(-1)!)![0],
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** A draft of some pages with a term in its title, quotations, and a line to type in. */
const draft = (quoted: readonly string[], term: string) =>
	`# 报告${term}\n\n要加快发展新\n\n${quoted.map((words, i) => `第${i}点，要推进高质量发展，坚持科技创新。有人说：“${words}”。各地都在落实。`).join('\n\n')}\n`;

/** Has the page tell when a list with a label stands on the screen, counted from when it is told to, right before the character comes in. */
async function watch(vs: Window): Promise<void> {
	await vs.page.evaluate(() => {
		const page = globalThis as unknown as { shown?: Promise<number>; expectList(label: string, limit: number): void };
		page.expectList = (label, limit) => {
			page.shown = new Promise(done => {
				const since = performance.now();
				const finish = (value: number) => {
					observer.disconnect();
					clearTimeout(timer);
					done(value);
				};
				const look = () => {
					const rows = [...document.querySelectorAll('.suggest-widget.visible .monaco-list-row .label-name')];
					if (rows.some(row => row.textContent === label)) finish(performance.now() - since);
				};
				const observer = new MutationObserver(look);
				observer.observe(document.body, {
					subtree: true,
					childList: true,
					attributes: true,
					attributeFilter: ['class', 'style', 'aria-label'],
				});
				const timer = setTimeout(() => finish(Infinity), limit);
			});
		};
	});
}

/** Commits one character behind 新 and waits for the list; then takes both back. */
async function key(vs: Window): Promise<number> {
	await vs.page.evaluate(() =>
		(globalThis as unknown as { expectList(label: string, limit: number): void }).expectList('新质生产力', 10_000),
	);
	await vs.ime('', '质');
	const milliseconds = await vs.page.evaluate(() => (globalThis as unknown as { shown: Promise<number> }).shown);
	await vs.press('Escape', 'Backspace');
	return milliseconds;
}

/** A difference of two samples at a quantile, and between which values it lies in 95 of 100 draws with replacement. */
function difference(
	a: readonly number[],
	b: readonly number[],
	share: number,
): readonly [value: number, from: number, to: number] {
	const random = randomFrom(41);
	const drawn = (list: readonly number[]) =>
		percentile(
			list.map(() => list[Math.floor(random() * list.length)]!),
			share,
		);
	const all = Array.from({ length: 2000 }, () => drawn(b) - drawn(a));
	return [percentile(b, share) - percentile(a, share), percentile(all, 0.025), percentile(all, 0.975)];
}

const whole = (value: number) => value.toFixed(0);

test('typing with a library and without', async () => {
	const { files, quoted, last } = library();
	const report = draft(quoted, last);
	const empty = await open({ files: { 'report.md': report } });
	const begun = Date.now();
	const full = await open({
		files: {
			'report.md': report,
			'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的语料\n',
			'policy-corpus/terms/mine.yaml': `- { id: last, term: ${last} }\n`,
			...files,
		},
	});
	const windows = { empty, full };
	const taken: Record<'empty' | 'full' | 'loading', number[]> = { empty: [], full: [], loading: [] };
	for (const vs of [empty, full]) {
		await watch(vs);
		await vs.cursorAfter('要加快发展新');
	}
	// While packs are read and documents are taken in, one types too.
	const known = async () =>
		(await full.hover(last, { at: 1 }).catch(() => undefined))?.text.includes('Also used in') === true;
	let at = Date.now();
	const random = randomFrom(47);
	await full.page.bringToFront();
	for (let ready = false; !ready && Date.now() - begun < 600_000;) {
		taken.loading.push(await key(full));
		await full.page.waitForTimeout(100 + random() * 300);
		if (Date.now() - at < 15_000) continue;
		ready = await known();
		await full.escape();
		await full.cursorAfter('要加快发展新');
		at = Date.now();
	}
	console.log(`all of it was found ${((Date.now() - begun) / 1000).toFixed(0)} s after the window was opened`);
	for (let round = 0; taken.full.length < keys; round++) {
		for (const name of round % 2 === 0 ? (['empty', 'full'] as const) : (['full', 'empty'] as const)) {
			const vs = windows[name];
			await vs.page.bringToFront();
			await vs.page.waitForTimeout(500);
			for (let i = 0; i < turn; i++) {
				const milliseconds = await key(vs);
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
			['while they are taken in', taken.loading],
		] as const
	).map(([name, list]) => [name, String(list.length), ...[0.5, 0.95, 1].map(share => whole(percentile(list, share)))]);
	console.log('\nFrom a key to the list, ms');
	printTable(['library', 'keys', 'p50', 'p95', 'most'], rows);
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
