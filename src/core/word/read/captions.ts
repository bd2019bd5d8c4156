// The words of figures and tables, their numbers as written, and which paragraph beside a figure or a table they are.

import {
	captionSigns,
	plainText,
	type Block,
	type Caption,
	type Counted,
	type Inline,
	type Table,
} from '../manuscript';

type Figure = Extract<Block, { type: 'figure' }>;

/** 图1, 表2-1, 附表 3, 图表一 at the beginning of words, with what parts the number from them. */
const numbered = new RegExp(
	`^((${captionSigns.join('|')})\\s*)([0-9０-９]+(?:[-.–][0-9０-９]+)*|[一二三四五六七八九十]{1,3})(?=$|[\\s\\u3000:：.．、])`,
);
const captionStart = new RegExp(`^(?:${captionSigns.join('|')})(?:[0-9０-９]|[一二三四五六七八九十]{1,3})`);
/** pandoc: `Table: words` or `: words` before or behind a table. */
const pandocTable = /^(?:Table)?:\s+/;
const tableLabel = /(?<!\s)\s*\{#tbl:([\w-]+)(?![\w-])[^{}]*\}\s*$/;
const names: Readonly<Record<Counted, string>> = { figure: '图', table: '表' };
/** Signs that count both. */
const both = /^图表/;
/** A longer paragraph is none. */
const longest = 100;

/**
 * A caption of words; the number is what they begin with, as written; one that is given was counted by a label. Nothing
 * where there are no words.
 */
export function captionOf(counted: Counted, content: readonly Inline[], number?: string): Caption | undefined {
	if (number !== undefined) return labelledCaption(counted, number, content);
	if (content.length === 0) return undefined;
	const found = numberIn(counted, plainText(content));
	if (!found) return { counted, label: '', number: '', content };
	const { label, number: own } = found;
	return { counted, label, number: own, content: withoutStart(content, label.length + own.length) };
}

/** The sign and the number that words begin with, where they count what is asked for. */
function numberIn(counted: Counted, text: string): { readonly label: string; readonly number: string } | undefined {
	const [, label = '', sign = '', number = ''] = numbered.exec(text) ?? [];
	if (number === '' || !(both.test(sign) || sign.endsWith(names[counted]))) return undefined;
	return { label, number };
}

/** A caption whose number the draft leaves to be counted, with a label. */
function labelledCaption(counted: Counted, number: string, content: readonly Inline[]): Caption {
	const space = content.slice(0, 1).map((): Inline => ({ type: 'text', text: ' ', style: {} }));
	return { counted, label: names[counted], number: number.replace(/^\D+/, ''), content: [...space, ...content] };
}

/** A label, with the words of the picture that it is of. */
const labelled = /(?:!\[([^\][]*)\]\([^)\n]*\)[ \t]*)?\{#(fig|tbl):([\w-]+)[^{}\n]*\}/g;

/**
 * The numbers of what has a label, in the order of the draft: `fig:map` → 图1. A picture within a line has no caption
 * and no number: it is named by its words.
 */
export function labelNumbers(text: string): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	const counts = { fig: 0, tbl: 0 };
	for (const { 0: written, 1: words, 2: kind = '', 3: name = '', index } of text.matchAll(labelled)) {
		const key = kind as keyof typeof counts;
		if (words !== undefined && !isAlone(text, index, index + written.length)) {
			found.set(`${kind}:${name}`, words.trim() === '' ? '图' : `“${words.trim()}”`);
			continue;
		}
		if (!found.has(`${kind}:${name}`)) found.set(`${kind}:${name}`, `${{ fig: '图', tbl: '表' }[key]}${++counts[key]}`);
	}
	return found;
}

/** Whether nothing else stands in the paragraph of a stretch, but what makes it an item or a quotation. */
function isAlone(text: string, start: number, end: number): boolean {
	const before = text.slice(Math.max(0, start - 2000), start).split(/\n[ \t>]*\r?\n/);
	const [behind = ''] = text.slice(end, end + 2000).split(/\r?\n[ \t>]*(?:\r?\n|$)/);
	return /^[ \t>\r\n]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/.test(before.at(-1) ?? '') && behind.trim() === '';
}

/**
 * Figures and tables take a paragraph beside them as their caption: one that begins with 图1 or 表1, or `Table: …`.
 * Where such paragraphs and figures follow each other in turn, the first of the run says on which side captions stand;
 * between two of a kind they stand below figures and above tables.
 */
export function withCaptions(blocks: readonly Block[], labels: ReadonlyMap<string, string>): readonly Block[] {
	if (!blocks.some(({ type }) => type === 'figure' || type === 'table')) return blocks;
	return captioned(
		blocks.map((block, at) => saidOnce(block, [blocks[at - 1], blocks[at + 1]])),
		labels,
	);
}

/** A picture whose own words are said again beside it has none. */
function saidOnce(block: Block, beside: readonly (Block | undefined)[]): Block {
	if (block.type !== 'figure' || !isCounted(block)) return block;
	const { caption: own, ...bare } = block;
	const again = beside.some(one => {
		const other = one && captionIn(one, 'figure', new Map());
		return other !== undefined && other.number === own?.number;
	});
	return again ? bare : block;
}

function captioned(blocks: readonly Block[], labels: ReadonlyMap<string, string>): readonly Block[] {
	const captions = new Map<Block, Caption>();
	const taken = new Set<Block>();
	for (const counted of ['figure', 'table'] as const)
		for (const run of runsOf(blocks, counted, labels, taken))
			for (const [owner, words, caption] of pairsIn(run, counted)) {
				captions.set(owner, caption);
				taken.add(words);
			}
	if (taken.size === 0) return blocks;
	return blocks.flatMap(block => {
		const caption = captions.get(block);
		if (taken.has(block)) return [];
		return caption ? [{ ...block, caption } as Block] : [block];
	});
}

/** A figure or a table that has no number yet, or a paragraph that may be the caption of one. */
type Member = { readonly block: Block; readonly caption?: Caption };

/** Figures or tables and captions that follow each other in turn. */
function runsOf(
	blocks: readonly Block[],
	counted: Counted,
	labels: ReadonlyMap<string, string>,
	taken: ReadonlySet<Block>,
): readonly (readonly Member[])[] {
	const runs: Member[][] = [];
	let last: Member | undefined;
	for (const block of blocks) {
		const member = taken.has(block) ? undefined : memberOf(block, counted, labels);
		const goesOn = member && last && Boolean(member.caption) !== Boolean(last.caption);
		if (member && goesOn) runs.at(-1)?.push(member);
		else if (member) runs.push([member]);
		last = member;
	}
	return runs;
}

function memberOf(block: Block, counted: Counted, labels: ReadonlyMap<string, string>): Member | undefined {
	if (block.type === counted) return isCounted(block) ? undefined : { block };
	const caption = captionIn(block, counted, labels);
	return caption && { block, caption };
}

/** A picture's own words are its caption where they have a number. */
function isCounted({ type, caption }: Figure | Table): boolean {
	return caption !== undefined && (type === 'table' || caption.number !== '');
}

/** Each figure or table of a run with the paragraph that is its caption. */
function pairsIn(
	run: readonly Member[],
	counted: Counted,
): readonly (readonly [owner: Block, words: Block, caption: Caption])[] {
	const side = sideOf(run) ?? { figure: 1, table: -1 }[counted];
	return run.flatMap(({ block, caption }, at) => {
		const words = run[at + side];
		return caption || !words?.caption ? [] : [[block, words.block, words.caption] as const];
	});
}

/** On which side of what they name the captions of a run stand, where its ends say so. */
function sideOf(run: readonly Member[]): -1 | 1 | undefined {
	const [begins, ends] = [run[0]?.caption !== undefined, run.at(-1)?.caption !== undefined];
	if (begins === ends) return undefined;
	return begins ? -1 : 1;
}

function captionIn(block: Block, counted: Counted, labels: ReadonlyMap<string, string>): Caption | undefined {
	if (block.type !== 'paragraph' || block.role) return undefined;
	const text = plainText(block.content);
	if (text.length > longest || text.includes('\n')) return undefined;
	const start = pandocTable.exec(text)?.[0];
	const [end = '', name = ''] = tableLabel.exec(text) ?? [];
	if (start !== undefined && counted === 'table') {
		const words = withoutEnd(withoutStart(block.content, start.length), end.length);
		return captionOf('table', words, labels.get(`tbl:${name}`));
	}
	return isCaption(counted, block.content) ? captionOf(counted, plainly(block.content)) : undefined;
}

/** Words with a number that are no sentence. */
export function isCaption(counted: Counted, content: readonly Inline[]): boolean {
	const text = plainText(content).trim();
	return text.length <= longest && numberIn(counted, text) !== undefined && !/[。；！？：，]$/.test(text);
}

/** Whether a text without spaces begins as captions do. */
export function isCaptionText(text: string): boolean {
	return text.length <= longest && captionStart.test(text);
}

/** Words that are bold or slanted throughout are so because they are a caption. */
function plainly(content: readonly Inline[]): readonly Inline[] {
	const texts = content.filter(inline => inline.type === 'text');
	const isLoud = texts.every(({ style }) => style.bold ?? style.italic);
	if (!isLoud) return content;
	return content.map(inline => {
		if (inline.type !== 'text') return inline;
		const others = Object.entries(inline.style).filter(([key]) => key !== 'bold' && key !== 'italic');
		return { ...inline, style: Object.fromEntries(others) };
	});
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

/** A picture within a line has no number: its label says nothing. */
export function withoutLabels(content: readonly Inline[]): readonly Inline[] {
	return content.map((inline, at) => {
		if (inline.type !== 'text' || content[at - 1]?.type !== 'image') return inline;
		return { ...inline, text: inline.text.replace(/^[ \t]*\{#fig:[\w-]+[^{}]*\}/, '') };
	});
}
