// The report of what an import left out of a document: its pieces, which of them are back, and where one belongs.

/** A piece of the original that was left out. */
export interface LeftOut {
	/** As it stands in the report, which is as a document has it. */
	readonly text: string;
	/** Why, in the words of the report. */
	readonly why: string;
	/** How many paragraphs of the document stand before it; unknown for what had no place in the text. */
	readonly after?: number;
}

/** `- 第 3 段后，原文第 12 行 【页脚】 text`, as core/documents/report.ts writes it. */
const row = /^- (?:第 (\d+) 段(前|后))?(?:，?原文第 \d+ 行)? ?【([^】]*)】 (.+)$/;

/** The pieces of a report, in its order. */
export function piecesOf(report: string): readonly LeftOut[] {
	return report.split(/\r\n|\n|\r/).flatMap((line): LeftOut[] => {
		const found = row.exec(line);
		if (!found) return [];
		const [, number, side, why, text] = found;
		return [{ text: text!, why: why!, ...(number === undefined ? {} : { after: side === '前' ? 0 : Number(number) }) }];
	});
}

interface Block {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** Text between blank lines below the head and the title of a document. */
function blocksOf(text: string): { readonly blocks: readonly Block[]; readonly top: number } {
	const head = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
	const blocks: Block[] = [];
	for (const found of text.slice(head).matchAll(/(?<![^\r\n])[^\r\n]*\S[^\r\n]*(?:\r?\n[^\r\n]*\S[^\r\n]*)*/g)) {
		const start = head + found.index;
		blocks.push({ start, end: start + found[0].length, text: found[0] });
	}
	const [first] = blocks;
	const titled = first !== undefined && /^# /.test(first.text);
	return { blocks: titled ? blocks.slice(1) : blocks, top: titled ? first.end : head };
}

/** A block once for each of its paragraphs: a table has its rows, marks of pages and notes are none. */
function paragraphsOf(block: Block): readonly Block[] {
	const lines = block.text.split(/\r?\n/);
	if (/^(?:<!-- policy-writing: page |\[\^[^\]\s]+\]:)/.test(block.text)) return [];
	const isTable = lines.length > 1 && /^\|(?: --- \|)+$/.test(lines[1] ?? '');
	return lines.slice(isTable ? 1 : lines.length - 1).map(() => block);
}

/** The pieces that are not in the document again. */
export function stillOut(document: string, pieces: readonly LeftOut[]): readonly LeftOut[] {
	const there = new Set(blocksOf(document).blocks.map(block => block.text.trim()));
	return pieces.filter(piece => !there.has(piece.text.trim()));
}

/** One insertion into a document. */
export interface TakenBack {
	readonly offset: number;
	readonly text: string;
}

/**
 * The insertions that put pieces back as paragraphs at their places; what is back already is not counted among the
 * paragraphs.
 */
export function takeBack(document: string, all: readonly LeftOut[], chosen: readonly LeftOut[]): readonly TakenBack[] {
	const eol = /\r?\n/.exec(document)?.[0] ?? '\n';
	const { blocks, top } = blocksOf(document);
	const pieces = new Set(all.map(piece => piece.text.trim()));
	const own = blocks.filter(block => !pieces.has(block.text.trim())).flatMap(paragraphsOf);
	const at = new Map<number, string[]>();
	for (const piece of chosen) {
		const after = Math.min(piece.after ?? own.length, own.length);
		let offset = after === 0 ? top : own[after - 1]!.end;
		// Behind pieces that were put there before.
		for (
			let next = blocks.find(block => block.start >= offset);
			next && pieces.has(next.text.trim());
			next = blocks.find(block => block.start >= offset)
		)
			offset = next.end;
		at.set(offset, [...(at.get(offset) ?? []), piece.text]);
	}
	return [...at]
		.sort(([a], [b]) => a - b)
		.map(([offset, texts]) => ({ offset, text: insertedAt(offset, texts, document.length, eol) }));
}

/** Paragraphs as they are inserted at an offset, parted from what stands before and behind. */
function insertedAt(offset: number, paragraphs: readonly string[], length: number, eol: string): string {
	const gap = eol + eol;
	if (offset === 0) return paragraphs.join(gap) + gap;
	const inserted = paragraphs.map(text => gap + text).join('');
	return offset === length ? inserted + eol : inserted;
}
