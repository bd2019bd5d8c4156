// The blocks of a Word document with what its smaller parts say of them → the document: title, paragraphs, headings,
// tables, notes, and what its styles name of an official paper.

import type { Block, Body } from './blocks';
import { readNotes } from './docxNotes';
import { bullet, readNumbering } from './docxNumbering';
import { readProperties, readStyles, type Style } from './docxParts';
import type { DroppedText, ImportedDocument, Limits } from '../document';
import { withoutNoteSigns } from '../noteSigns';
import { numberOfLine } from '../official/documentNumber';
import { organsOf } from '../official/organ';
import { isAnnexMark } from '../official/paperTitle';
import type { ParagraphMark } from '../paragraphMarks';
import { bylineOf } from '../../text/personName';
import { present } from '../proved';
import { officeDocument } from './provenance';
import { xmlText } from './xml';
import type { Zip } from './zip';

/**
 * How often the text of a document may be put together on the way to its paragraphs: tables within each other repeat
 * it.
 */
export const repeats = 4;

/** The document; `large` where numbers of lists and notes make more text of it than a document may have. */
export function wordDocument(
	body: Body,
	zip: Zip,
	folder: string,
	limits: Limits,
): ImportedDocument | undefined | 'large' {
	const part = (name: string) => {
		const bytes = zip.read(name, limits.signal);
		return typeof bytes === 'string' ? '' : xmlText(bytes);
	};
	const styles = readStyles(part(`${folder}styles.xml`));
	const number = readNumbering(part(`${folder}numbering.xml`));
	const properties = readProperties(part('docProps/core.xml'));
	const assembly = new Assembly(styles, notesOf(body, part, folder, limits), body.hidden);
	const titleAt = findTitle(body.blocks, styles);
	for (const [i, block] of body.blocks.entries()) {
		const list = block.list ?? styles.get(block.style)?.list;
		const label = list && block.text.trim() !== '' ? number(list.id, list.level) : '';
		assembly.add(block, label, titleAt.has(i));
		if (assembly.characters > limits.characters) return 'large';
	}
	return assembly.document(properties);
}

/** A document in the making, block by block. */
class Assembly {
	/** UTF-16 code units so far. */
	characters = 0;
	private readonly dropped: DroppedText[];
	private readonly paragraphs: string[] = [];
	private readonly marks: ParagraphMark[] = [];
	private readonly labels: string[] = [];
	private readonly authors: string[] = [];
	private readonly placed = new Set<number>();
	private title = '';

	constructor(
		private readonly styles: ReadonlyMap<string, Style>,
		private readonly notes: readonly string[],
		hidden: readonly string[],
	) {
		this.dropped = hidden.filter(text => text.trim() !== '').map(text => ({ text, why: 'hidden' }));
	}

	/** `label`: its number or its bullet in a list. */
	add(block: Block, label: string, isTitle: boolean): void {
		const style = this.styles.get(block.style);
		const prefix = label === bullet ? '' : label;
		const gap = /[\w.)]$/.test(prefix) ? ' ' : '';
		const { text, notes } = withoutNoteSigns(clean(prefix + gap + block.text));
		if (text === '') return;
		this.characters += text.length;
		if (isTitle) this.addTitle(text);
		else if (style?.role === 'contents') this.drop(text, 'contents');
		else if (style?.role === 'author') this.addAuthor(text);
		else {
			this.paragraphs.push(text);
			this.marks.push({ ...this.markOf(block, style, notes), ...(label === bullet && { item: true }) });
			if (style?.label !== undefined) this.labels.push(`${style.label}：${text.replace(/^.{2,6}[:：]\s*/, '')}`);
		}
	}

	private addTitle(text: string): void {
		this.title += (/\w$/.test(this.title) && /^\w/.test(text) ? ' ' : '') + text;
	}

	/** A name or an organ; programs write the name of a login there, too. */
	private addAuthor(text: string): void {
		if (bylineOf(text) ?? organsOf(text)[0]) this.authors.push(text);
		this.drop(text, 'byline');
	}

	private drop(text: string, why: string): void {
		this.dropped.push({ text, why, after: this.paragraphs.length });
	}

	private markOf(
		{ table, outline }: Block,
		style: Style | undefined,
		signs: readonly { readonly at: number; readonly number: number }[],
	): ParagraphMark {
		for (const { number } of signs) this.placed.add(number);
		const own = outline !== undefined && outline < 9 ? outline + 1 : undefined;
		const notes = signs.flatMap(({ at, number }) => {
			const text = this.notes[number] ?? '';
			return text === '' ? [] : [{ at, text }];
		});
		return present({ table, heading: own ?? style?.level, notes: notes.length > 0 ? notes : undefined });
	}

	document(properties: ReturnType<typeof readProperties>): ImportedDocument | undefined {
		// Notes of what is no paragraph.
		for (const [i, text] of this.notes.entries()) if (text !== '' && !this.placed.has(i)) this.drop(text, 'footnote');
		const { title: property, creator, created } = properties;
		const author = this.authors.join('、') || undefined;
		const said = present({ title: this.title || undefined, author, property, creator, created });
		return officeDocument(this.paragraphs, this.dropped, { ...said, labels: this.labels }, this.marks);
	}
}

/** Spaces as one, no invisible characters; a paragraph's first indentation is none of its text. */
export function clean(text: string): string {
	return text
		.replace(/[\u200B\u2060\uFEFF\u00AD]/g, '')
		.replace(/[\s\u00A0\u3000]+/g, ' ')
		.trim();
}

/**
 * Blocks that are the title: those with Word's style for it; else the centred lines at the very top, the heads of
 * official papers (标题分一行或多行居中排布, GB/T 9704-2012 7.3.1); else a heading that nothing stands before.
 */
export function findTitle(
	blocks: readonly Block[],
	styles: ReadonlyMap<string, Pick<Style, 'role'>>,
): ReadonlySet<number> {
	const all = blocks
		.map((block, i) => ({ block, i, role: styles.get(block.style)?.role }))
		.filter(({ block, role }) => block.text.trim() !== '' && role !== 'author');
	const filled = isAnnexMark(all[0]?.block.text ?? '') ? all.slice(1) : all;
	const styled = filled.slice(0, 20).find(({ role }) => role === 'title');
	if (styled) return new Set([styled.i]);
	const found = new Set<number>();
	let before: string | undefined;
	for (const { block, i } of filled.slice(0, 3)) {
		if (!mayBeTitle(block) || (before !== undefined && isWhose(block.text, before))) break;
		if (before !== undefined && isKindOfWork(before)) found.clear();
		found.add(i);
		before = block.text;
	}
	const [first, second] = filled;
	if (found.size === 0 && first && second && isHeadingAbove(first)) found.add(first.i);
	return found;
}

/** Whether a block is a heading without a number, as a title is where nothing else is one. */
function isHeadingAbove({ block, role }: { readonly block: Block; readonly role: Style['role'] | undefined }): boolean {
	return (role === 'heading' || block.outline === 0) && !/^[一二三四五六七八九十第（(\d]/.test(block.text.trim());
}

/** Whether a line below one of a title says whose the text is; organs that announce together head a title. */
function isWhose(text: string, before: string): boolean {
	return bylineOf(text) !== undefined || (organsOf(text).length > 0 && organsOf(before).length === 0);
}

/** What a cover says above the title of a work: 某大学, 毕业设计（论文）, 开题报告. */
function isKindOfWork(line: string): boolean {
	return line.length <= 30 && !/关于|印发/.test(line) && kindOfWork.test(line.replace(/\s/g, ''));
}

const kindOfWork = new RegExp(
	[
		'(?:毕业设计|毕业论文|学位论文|课程设计|开题报告|课程论文|工作论文)',
		'(?:[（(](?:论文|设计)[）)])?(?:开题报告|报告|说明书)?$',
	].join(''),
);

/** Whether a block is set in the middle as the lines of a title are. */
function mayBeTitle({ centred, kind, text: words }: Block): boolean {
	const text = words.trim();
	if (!centred || kind === 'row' || text.length > 60) return false;
	return !/[。；;]$/.test(text) && !/^[（(—\-\d]/.test(text) && numberOfLine(text) === undefined;
}

/** The text of each note that is referred to, in order; of one that was referred to before, nothing. */
function notesOf(body: Body, part: (name: string) => string, folder: string, limits: Limits): readonly string[] {
	const texts = new Map<string, ReadonlyMap<string, string>>();
	const read = new Set<string>();
	return body.notes.map(({ kind, id }) => {
		if (read.has(`${kind} ${id}`)) return '';
		read.add(`${kind} ${id}`);
		const notes = texts.get(kind) ?? readNotes(part(`${folder}${kind}s.xml`), limits.characters * repeats);
		texts.set(kind, notes);
		return withoutNoteSigns(clean(notes.get(id) ?? '')).text;
	});
}
