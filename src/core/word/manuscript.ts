// A draft as it is handed in: blocks with what stands in them, its footnotes in the order in which Word counts them,
// what its front matter says.

/** How a stretch of text is set. */
export interface TextStyle {
	readonly bold?: true;
	readonly italic?: true;
	readonly struck?: true;
	readonly code?: true;
	readonly raised?: true;
	readonly lowered?: true;
	readonly underlined?: true;
	readonly small?: true;
}

/** What a caption counts. */
export type Counted = 'figure' | 'table';

/** What stands before the numbers of captions, longer ones first: each counts for itself. */
export const captionSigns = ['图表', '附图', '附表', '图', '表'] as const;

/** What stands in a line. */
export type Inline =
	| { readonly type: 'text'; readonly text: string; readonly style: TextStyle }
	/** `own`: a line end of the draft before a line that a person means to stand alone. */
	| { readonly type: 'break'; readonly own?: true }
	| { readonly type: 'link'; readonly address: string; readonly content: readonly Inline[] }
	/** A footnote, by its index; `again`: it was referred to before, so that the number comes a second time. */
	| { readonly type: 'note'; readonly note: number; readonly again: boolean }
	/** A picture in a line, by its index. */
	| { readonly type: 'image'; readonly image: number; readonly words: string };

/** The words under a picture or over a table; `number` where they begin with one (图1, 表2-1). */
export interface Caption {
	readonly counted: Counted;
	/** One of the signs with what stands between it and the number, as written. */
	readonly label: string;
	readonly number: string;
	readonly content: readonly Inline[];
}

export type Alignment = 'left' | 'center' | 'right';

export interface Table {
	readonly type: 'table';
	/** A column each. */
	readonly alignments: readonly (Alignment | undefined)[];
	readonly header: readonly (readonly Inline[])[];
	readonly rows: readonly (readonly (readonly Inline[])[])[];
	readonly caption?: Caption;
}

export interface List {
	readonly type: 'list';
	readonly ordered: boolean;
	readonly start: number;
	readonly items: readonly (readonly Block[])[];
}

/** What a paragraph is in an official document or a list of references. */
export type Role =
	'recipient' | 'annexes' | 'annexFirst' | 'annexItem' | 'annexTitle' | 'signer' | 'date' | 'annex' | 'reference';

export interface Paragraph {
	readonly type: 'paragraph';
	readonly content: readonly Inline[];
	readonly align?: Alignment;
	readonly role?: Role;
	/** How far the paragraph stands from the right margin, in characters; for signatures. */
	readonly right?: number;
	/** Whether lines stay free above it. */
	readonly apart?: true;
	/** Whether it stays on the page of what follows it. */
	readonly keep?: boolean;
}

export interface Heading {
	readonly type: 'heading';
	/** From 1. */
	readonly level: number;
	readonly content: readonly Inline[];
}

export type Block =
	| Paragraph
	| Heading
	| List
	| Table
	| { readonly type: 'quote'; readonly blocks: readonly Block[] }
	| { readonly type: 'code'; readonly text: string }
	| { readonly type: 'figure'; readonly image: number; readonly words: string; readonly caption?: Caption }
	| { readonly type: 'rule' };

/** What the front matter of a draft says beyond its text; nothing of it is asked for. */
export interface Particulars {
	readonly title?: string;
	readonly subtitle?: string;
	readonly author?: string;
	readonly date?: string;
	/** 发文机关标志, 发文字号, 签发人, 份号, 密级, 紧急程度, 主送机关, 抄送机关, 印发机关, 印发日期. */
	readonly organ?: string;
	readonly number?: string;
	readonly approver?: string;
	readonly copy?: string;
	readonly secrecy?: string;
	readonly urgency?: string;
	readonly recipient?: string;
	readonly copiedTo?: string;
	readonly printedBy?: string;
	readonly printedOn?: string;
	/** 附件: what each annex is called. */
	readonly annexes?: readonly string[];
}

/** What of a draft does not reach Word as it is written, and why. */
export interface WordProblem {
	readonly code: WordCode;
	/** The address, the label, the number that is meant. */
	readonly what: string;
}

/**
 * `image.outside`: it lies out of the folders that are open. `image.remote`: it is on the web. `image.kind`: neither
 * PNG nor JPEG. `image.missing`: it cannot be read. `image.large`: too large. `link.unsafe`: no address of the web or
 * of mail. `control`: characters that no Word file may have. `note.unused`: nothing refers to a footnote.
 * `note.doubled`: another definition has the same label, and this one is lost. `note.nested`: a footnote within one.
 * `label`: a label that no figure and no table has. `field`: what looks like a field or a formula of Office.
 * `html`: tags that mean nothing here. `math`: formulas stand as they were written. `table.large`: more columns
 * than Word opens. `table.cells`: cells beyond the columns of the head. `table.tabs`: lines of plain text with
 * tabs between their words stay lines. `matter.left`: what the front matter has and the layout has no place for.
 * `contents.estimated`: the pages of the contents are not counted yet. `latex`: a command of LaTeX that is not
 * known. `latex.file`: a file that the draft takes in. `template.style`: a style of ours has none in the template.
 * `template.unread`: it is no template.
 */
export type WordCode =
	| 'image.outside'
	| 'image.remote'
	| 'image.kind'
	| 'image.missing'
	| 'image.large'
	| 'link.unsafe'
	| 'control'
	| 'note.unused'
	| 'note.doubled'
	| 'note.nested'
	| 'label'
	| 'field'
	| 'html'
	| 'math'
	| 'table.large'
	| 'matter.left'
	| 'table.cells'
	| 'table.tabs'
	| 'contents.estimated'
	| 'latex'
	| 'latex.file'
	| 'template.style'
	| 'template.unread';

/** A draft read for Word. */
export interface Manuscript {
	readonly particulars: Particulars;
	/** Its lines, where a person broke it. */
	readonly title: readonly (readonly Inline[])[];
	readonly blocks: readonly Block[];
	/** Each the blocks of a footnote. */
	readonly notes: readonly (readonly Block[])[];
	/** Where its pictures are, as the draft writes it. */
	readonly images: readonly string[];
	readonly problems: readonly WordProblem[];
}

/** Stand around what is raised in a finished copy; private use, so no draft has them. */
export const raisedMarks = { open: '\uE0F2', close: '\uE0F3' } as const;

/** The layouts there are. */
export const wordLayouts = ['official', 'report'] as const;
export type WordLayout = (typeof wordLayouts)[number];

/** The text of a paragraph; nothing of any other block. */
export function paragraphText(block: Block | undefined): string {
	if (block?.type !== 'paragraph') return '';
	return plainText(block.content).trim();
}

/** The text of inlines, without notes and pictures; a break is a line end. */
export function plainText(content: readonly Inline[]): string {
	return content.map(textOf).join('');
}

function textOf(inline: Inline): string {
	switch (inline.type) {
		case 'text':
			return inline.text;
		case 'link':
			return plainText(inline.content);
		case 'break':
			return '\n';
		default:
			return '';
	}
}
