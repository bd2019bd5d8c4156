// A draft in plain text: every line a paragraph, the first one the title where it is no sentence; what begins with
// 一、（一）1.（1） and stands alone is a heading.

import type { Draft } from '../../draft/draft';
import { headingLevel } from '../levels';
import type { Block, Inline } from '../manuscript';
import type { Reading } from './context';
import { allowedText, fieldIn } from './text';

/** A longer line, or one that ends as a sentence does, is no title. */
const longestTitle = 60;

export function plainBlocks(draft: Draft, reading: Reading): readonly Block[] {
	const lines = draft.lines.map(line => line.text.trim()).filter(line => line !== '');
	for (const row of tabbedHeads(lines)) reading.problems.add('table.tabs', row.replace(/\t+/g, ' '));
	return lines.map((line, at): Block => {
		const { text, left } = allowedText(line.replace(/\t/g, ' '));
		if (left > 0) reading.problems.add('control', String(left));
		const field = fieldIn(text);
		if (field !== undefined) reading.problems.add('field', field);
		const content: readonly Inline[] = [{ type: 'text', text, style: {} }];
		if (at === 0 && lines.length > 1 && text.length <= longestTitle && !/[。；！？：:]$/.test(text))
			return { type: 'heading', level: 1, content };
		const level = headingLevel(text);
		if (level !== undefined || /^参考文献[：:]?$/.test(text))
			return { type: 'heading', level: (level ?? 1) + 1, content };
		return { type: 'paragraph', content };
	});
}

/** The first lines of what looks like tables: lines one below the other with as many tabs between their words. */
function tabbedHeads(lines: readonly string[]): readonly string[] {
	const columns = lines.map(line => line.split(/\t+/).length);
	return lines.filter((_, at) => {
		const own = columns[at] ?? 0;
		return own > 1 && columns[at + 1] === own && columns[at - 1] !== own;
	});
}
