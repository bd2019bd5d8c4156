// How often a list would show while real prose is written word by word, how often it holds what comes, and how often
// Enter would take something else at the end of a clause.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createService, type CompiledPack } from '../../src/core/service';
import { printTable, progress, type Target } from './report';
import type { Source } from './source';

const characters = 60_000;

export function benchProse(source: Source): Target[] {
	const compiled = join(source.root, 'dist/corpus.json');
	if (!existsSync(compiled)) {
		console.log('\nProse: no dist/corpus.json (npm run build makes it); not measured.');
		return [
			{
				name: 'Enter takes what was not meant (shipped corpus)',
				wanted: '≤ 0.5 % of words',
				measured: 'not measured',
				reached: false,
			},
		];
	}
	progress('writing prose with the shipped corpus');
	const { service } = createService([{ compiled: JSON.parse(readFileSync(compiled, 'utf8')) as CompiledPack }]);
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
	const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
	console.log(`\nProse: the last ${characters} characters, word by word, with the shipped corpus`);
	printTable(
		['words', 'a list shows', 'it holds what comes', 'Enter would take something else'],
		[[String(written), share(lists, written), share(right, lists), share(wrong, written)]],
	);
	return [
		{
			name: 'Enter takes what was not meant (shipped corpus)',
			wanted: '≤ 0.5 % of words',
			measured: share(wrong, written),
			reached: wrong <= written * 0.005,
		},
	];
}
