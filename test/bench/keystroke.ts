// What a key costs in drafts of growing length: the states of the lines, the counts of terms, the list of
// completions.

import { createService, LineRegions, isProseAt, TermUse } from '../../src/core/service';
import { compilePack } from '../../src/core/corpus/compile';
import { createPinyinReader } from '../../src/core/text/pinyinReader';
import { ms, percentile, printTable, progress, timed, times, type Target } from './report';
import { makeText, type Source } from './source';

/** Han characters of a paragraph of the drafts. */
const paragraph = 180;
const keys = 400;

export function benchKeystroke(source: Source): Target[] {
	const terms = [
		'新质生产力',
		'未来产业',
		'科技创新',
		'高质量发展',
		'现代化产业体系',
		'改革开放',
		'社会主义',
		'国民经济',
	];
	const data = {
		info: { id: 'bench', title: '' },
		sources: [],
		citations: [],
		formulations: [],
		terms: terms.map((term, i) => ({ id: `t${i}`, term })),
	};
	const { service } = createService([{ compiled: compilePack(data, createPinyinReader()) }]);
	const rows: string[][] = [];
	const medians: number[] = [];
	for (const lines of [100, 1_000, 10_000, 100_000]) {
		progress(`keys in a draft of ${lines} paragraphs`);
		const base = makeText(source, Math.min(lines * paragraph, 1_000_000));
		const text = Array.from({ length: lines }, (_, i) =>
			base
				.slice((i * paragraph) % (base.length - paragraph), ((i * paragraph) % (base.length - paragraph)) + paragraph)
				.replaceAll('\n', ''),
		);
		const draft = new LineRegions('markdown', {
			get count() {
				return text.length;
			},
			line: i => text[i] ?? '',
		});
		const use = new TermUse(
			{
				get count() {
					return text.length;
				},
				line: i => text[i] ?? '',
			},
			line => service.termNumbers(line),
		);
		const first = timed(() => {
			draft.of(lines - 1);
			use.count(0);
		}).ms;
		const line = lines >> 1;
		const cost: number[] = [];
		for (let key = 0; key < keys; key++) {
			// Typing 新质 at the end of a paragraph in the middle, one character a key, and taking it back.
			text[line] = (text[line] ?? '').slice(0, paragraph) + '，发展新质'.slice(0, 1 + (key % 5));
			cost.push(
				timed(() => {
					draft.change(line, 1, 1);
					use.change(line, 1, 1);
					const before = text[line] ?? '';
					if (isProseAt(draft.of(line), before.length)) service.complete({ before, use: n => use.count(n) });
				}).ms,
			);
		}
		// A new line moves all that stand below it.
		const enter = Array.from(
			{ length: 40 },
			() =>
				timed(() => {
					text.splice(line, 1, text[line] ?? '', '');
					draft.change(line, 1, 2);
					use.change(line, 1, 2);
				}).ms,
		);
		const median = percentile(cost.slice(keys / 2), 0.5);
		medians.push(median);
		rows.push([
			String(lines),
			String(lines * paragraph),
			ms(first),
			ms(median),
			ms(percentile(cost.slice(keys / 2), 0.95)),
			ms(percentile(enter, 0.5)),
		]);
	}
	console.log('\nA key in a draft: states, counts and completion together, ms');
	printTable(['paragraphs', 'characters', 'first look', 'key p50', 'key p95', 'Enter p50'], rows);
	const growth = (medians.at(-1) ?? NaN) / (medians[0] ?? NaN);
	return [
		{ name: 'a key in a draft 1,000 times as long', wanted: '≤ 2×', measured: times(growth), reached: growth <= 2 },
	];
}
