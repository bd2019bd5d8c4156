// The words of figures and tables, their numbers as written, and which paragraph is the caption of a table.

import { plainText, type Block, type Caption, type Counted, type Inline, type Table } from '../manuscript';

const numbered: Readonly<Record<Counted, RegExp>> = {
	figure: /^(图\s*)([0-9]+(?:[-.–][0-9]+)*)(?=$|[\s\u3000:：.、])/,
	table: /^(表\s*)([0-9]+(?:[-.–][0-9]+)*)(?=$|[\s\u3000:：.、])/,
};
/** pandoc: `Table: words` or `: words` before or behind a table. */
const pandocTable = /^(?:Table)?:\s+/;
const tableLabel = /\s*\{#tbl:([\w-]+)[^}]*\}\s*$/;
const names: Readonly<Record<Counted, string>> = { figure: '图', table: '表' };
/** A longer paragraph is none. */
const longest = 100;

/**
 * A caption of words; the number is what they begin with, as written; one that is given was counted by a label. Nothing
 * where there are no words.
 */
export function captionOf(counted: Counted, content: readonly Inline[], number?: string): Caption | undefined {
	if (number !== undefined) return labelledCaption(counted, number, content);
	if (content.length === 0) return undefined;
	const [written = '', label = '', own = ''] = numbered[counted].exec(plainText(content)) ?? [];
	return { counted, label, number: own, content: withoutStart(content, written.length) };
}

/** A caption whose number the draft leaves to be counted, with a label. */
function labelledCaption(counted: Counted, number: string, content: readonly Inline[]): Caption {
	const space = content.slice(0, 1).map((): Inline => ({ type: 'text', text: ' ', style: {} }));
	return { counted, label: names[counted], number: number.replace(/^\D+/, ''), content: [...space, ...content] };
}

/** The numbers of what has a label, in the order of the draft: `fig:map` → 图1. */
export function labelNumbers(text: string): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	const counts = { fig: 0, tbl: 0 };
	for (const [, kind = '', name = ''] of text.matchAll(/\{#(fig|tbl):([\w-]+)/g)) {
		const key = kind as keyof typeof counts;
		if (!found.has(`${kind}:${name}`)) found.set(`${kind}:${name}`, `${{ fig: '图', tbl: '表' }[key]}${++counts[key]}`);
	}
	return found;
}

/** Tables take the paragraph before them that begins with 表1, or behind them `Table: …`, as their caption. */
export function withCaptions(blocks: readonly Block[], labels: ReadonlyMap<string, string>): readonly Block[] {
	if (!blocks.some(block => block.type === 'table')) return blocks;
	const taken = new Set<Block>();
	const captioned = blocks.map((block, at) => {
		if (block.type !== 'table') return block;
		for (const beside of [blocks[at - 1], blocks[at + 1]]) {
			const caption = tableCaption(beside, labels);
			if (!beside || !caption || taken.has(beside)) continue;
			taken.add(beside);
			return { ...block, caption } satisfies Table;
		}
		return block;
	});
	return captioned.filter((_, at) => !taken.has(blocks[at] as Block));
}

function tableCaption(block: Block | undefined, labels: ReadonlyMap<string, string>): Caption | undefined {
	if (block?.type !== 'paragraph') return undefined;
	const text = plainText(block.content);
	if (text.length > longest || text.includes('\n')) return undefined;
	const start = pandocTable.exec(text)?.[0];
	const [end = '', name = ''] = tableLabel.exec(text) ?? [];
	if (start !== undefined) {
		const words = withoutEnd(withoutStart(block.content, start.length), end.length);
		return captionOf('table', words, labels.get(`tbl:${name}`));
	}
	if (!numbered.table.test(text) || /[。；！？]$/.test(text)) return undefined;
	return captionOf('table', block.content);
}

/** Inlines without so many characters of text at their start. */
export function withoutStart(content: readonly Inline[], length: number): readonly Inline[] {
	let left = length;
	return content.flatMap(inline => {
		if (left === 0 || inline.type !== 'text') return [inline];
		const gone = Math.min(left, inline.text.length);
		left -= gone;
		return [{ ...inline, text: inline.text.slice(gone) }].filter(({ text }) => text !== '');
	});
}

/** … at their end. */
export function withoutEnd(content: readonly Inline[], length: number): readonly Inline[] {
	const last = content.at(-1);
	if (length === 0 || last?.type !== 'text') return content;
	return [...content.slice(0, -1), { ...last, text: last.text.slice(0, -length) }];
}
