// Notes that nothing but their numbers joins to the text: raised numbers, ① or [1] in it, and a list of them below.

/** A line of a text, and where it has raised numbers (UTF-16 offsets). */
export interface NumberedLine {
	readonly text: string;
	readonly raised?: readonly Span[];
}

interface Span {
	readonly from: number;
	readonly to: number;
}

/** A place that refers to the note of the line with this index. */
export interface PrintedReference extends Span {
	readonly note: number;
}

/** The notes among lines. */
export interface PrintedNotes {
	/** The text of each note, by the index of its line. */
	readonly texts: ReadonlyMap<number, string>;
	/** Where the other lines refer to them, by the index of the line. */
	readonly references: ReadonlyMap<number, readonly PrintedReference[]>;
}

/** How the numbers look, at the beginning of a note and in the text. */
interface Style {
	readonly note: RegExp;
	readonly reference: RegExp;
	/** Whether only raised numbers refer. */
	readonly raised?: true;
	/** What stands right before a number that counts things instead. */
	readonly notBehind?: string;
}

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const styles: readonly Style[] = [
	{ note: /^[[［〔【](\d{1,3})[\]］〕】]\s*[:：]?\s*(.+)$/, reference: /[[［〔【](\d{1,3})[\]］〕】]/g },
	{ note: /^([①-⑳])\s*(.+)$/, reference: /([①-⑳])/g, notBehind: '：:；;、（(' },
	{ note: /^(\d{1,3})(?:[.．、:：\s]\s*|(?=[\p{Script=Han}《“]))(.+)$/u, reference: /(\d{1,3})/g, raised: true },
];

const none: PrintedNotes = { texts: new Map(), references: new Map() };

/**
 * The notes among the lines of a text. The list counts from 1, stands below all that refers to it, and every note of it
 * is referred to, in order; else numbers may be anything.
 */
export function printedNotes(lines: readonly NumberedLine[]): PrintedNotes {
	for (const style of styles) {
		const list = lastList(lines, style);
		const found = list && referring(lines, list, style);
		if (found) return found;
	}
	return none;
}

interface NoteList {
	/** Index of the line of its first note. */
	readonly start: number;
	readonly texts: readonly string[];
}

/** The last lines that follow each other and count from 1. */
function lastList(lines: readonly NumberedLine[], { note }: Style): NoteList | undefined {
	let start = -1;
	let texts: string[] = [];
	lines.forEach(({ text }, at) => {
		const [, label, rest = ''] = note.exec(text) ?? [];
		const number = numberOf(label);
		if (number === 1) [start, texts] = [at, [rest]];
		else if (start >= 0 && at === start + texts.length && number === texts.length + 1) texts.push(rest);
	});
	return start > 0 ? { start, texts } : undefined;
}

/** The list with what refers to it; nothing where some note is not referred to, or out of order. */
function referring(lines: readonly NumberedLine[], { start, texts }: NoteList, style: Style): PrintedNotes | undefined {
	const references = new Map<number, readonly PrintedReference[]>();
	let seen = 0;
	let areRaised = true;
	for (const [at, line] of lines.slice(0, start).entries()) {
		const found = numbersIn(line, style);
		if (found.length === 0) continue;
		for (const { number, isRaised } of found) {
			if (number > seen + 1 || number > texts.length) return undefined;
			seen = Math.max(seen, number);
			areRaised &&= isRaised;
		}
		references.set(
			at,
			found.map(({ from, to, number }) => ({ from, to, note: start + number - 1 })),
		);
	}
	const isProved = seen === texts.length && (areRaised || texts.length > 1);
	return isProved ? { texts: new Map(texts.map((text, i) => [start + i, text])), references } : undefined;
}

/** The numbers in a line that may refer to notes; one at its beginning is that of the line. */
function numbersIn(
	{ text, raised = [] }: NumberedLine,
	{ reference, raised: onlyRaised, notBehind }: Style,
): readonly (Span & { readonly number: number; readonly isRaised: boolean })[] {
	return [...text.matchAll(reference)].flatMap(({ 0: all, 1: label, index: from }) => {
		const to = from + all.length;
		const isRaised = raised.some(one => one.from <= from && to <= one.to);
		const counts = onlyRaised === true || (from > 0 && notBehind?.includes(text.charAt(from - 1)) === true);
		return from === 0 || (counts && !isRaised) ? [] : [{ from, to, number: numberOf(label), isRaised }];
	});
}

function numberOf(label: string | undefined): number {
	if (label === undefined) return 0;
	return circled.includes(label) ? circled.indexOf(label) + 1 : Number(label);
}

/** Whether a line is the heading of a list of notes. */
export function isNotesHeading(text: string): boolean {
	const bare = text.replace(/[\s[\]【】()（）:：]/g, '').toLowerCase();
	return headings.has(bare);
}

const headings: ReadonlySet<string> = new Set(
	'注 注释 脚注 尾注 附注 备注 参考文献 参考资料 引文 引文出处 资料来源 note notes reference references'.split(' '),
);
