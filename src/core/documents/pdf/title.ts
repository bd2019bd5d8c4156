// What a PDF is called: by its print, and by what the program that made it wrote into it.

import type { PdfFile } from './library';
import { isAnnexMark } from '../official/paperTitle';
import { isMarkedHeading } from '../plain/lineKinds';
import { organsOf } from '../official/organ';
import { bylineOf } from '../../text/personName';
import { plain } from './lines';
import type { Joined } from './paragraphs';

/** Paragraphs from the beginning among which a title is looked for. */
const headParagraphs = 8;

/**
 * The title: the largest print at the top of the first page, above all prose, if it is larger than the text. The red
 * head of an official paper is none.
 */
export function printedTitle(paragraphs: readonly Joined[]): Joined | undefined {
	const body = bodySize(paragraphs);
	const firstPage = paragraphs[0]?.page;
	const head = paragraphs.slice(0, headParagraphs);
	const prose = head.findIndex(({ text, size }) => isProse(text) && size < body * 1.12);
	return head
		.slice(0, prose < 0 ? head.length : prose)
		.filter(({ page, text, size }) => page === firstPage && size > body * 1.12 && mayBeTitle(text))
		.reduce<Joined | undefined>((best, next) => (best && best.size >= next.size ? best : next), undefined);
}

/** The title with the lines it goes on with: those right below it, in the same print. */
export function titleLines(paragraphs: readonly Joined[]): readonly Joined[] {
	const first = printedTitle(paragraphs);
	if (first === undefined) return [];
	const lines = [first];
	for (const next of paragraphs.slice(paragraphs.indexOf(first) + 1, paragraphs.indexOf(first) + mostLines)) {
		const isSame = next.page === first.page && Math.abs(next.size - first.size) < 0.1;
		if (!isSame || !goesOn(lines, next.text)) break;
		lines.push(next);
	}
	return lines;
}

/** A title may be broken into so many lines. */
const mostLines = 4;

/** Whether a line may be more of a title: no organ, no names, no number, no day. */
function goesOn(lines: readonly Joined[], text: string): boolean {
	const length = lines.reduce((sum, line) => sum + line.text.length, text.length);
	const isOther =
		organsOf(text).length > 0 || bylineOf(text) !== undefined || /\d/.test(text) || /^[（(—―-]/.test(text);
	return length <= 90 && !isOther && !/[。；;：:]$/.test(text) && !isMarkedHeading(text);
}

/** What a journal calls a part of its issue: 工作探讨. */
const column = /^[·•]?\p{Script=Han}{0,4}(?:探讨|论坛|综述|论著|交流|园地|视点|笔谈|述评|研究)[·•]?$/u;
const longestColumn = 6;

function mayBeTitle(text: string): boolean {
	if (text.length <= longestColumn && column.test(text)) return false;
	return (
		text.length >= 4 &&
		text.length <= 90 &&
		!/文件$|[。；;]$/.test(text) &&
		!isMarkedHeading(text) &&
		!isAnnexMark(text)
	);
}

/** A sentence as texts have them; a line of names or of an address above a title is none. */
function isProse(text: string): boolean {
	return text.length >= shortestProse && /[。；.]$/.test(text);
}

const shortestProse = 24;

/** The size of print, in points, that holds most of the text. */
function bodySize(paragraphs: readonly Joined[]): number {
	const lengths = new Map<number, number>();
	for (const { size, text } of paragraphs) {
		const points = Math.round(size);
		lengths.set(points, (lengths.get(points) ?? 0) + text.length);
	}
	return [...lengths].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}

/** What a program wrote into the file about it: of this copy, not of the publication. */
export interface Properties {
	readonly title?: string;
	readonly creator?: string;
	/** `2024-01-31` */
	readonly created?: string;
}

/** Names of files and what programs call a file by themselves are no titles. */
const noTitle = /\.(?:docx?|wps|html?|pdf|txt|rtf|indd|pptx?)$|^(?:untitled|无标题|幻灯片 ?1|PowerPoint.*)$/i;
/** Accounts of a computer are no authors. */
const noAuthor = /^(?:admin.*|user|微软用户|windows.*)$/i;

/** The properties of a file; nothing of those it lacks or that cannot be read. */
export async function propertiesOf(file: PdfFile): Promise<Properties> {
	const { info } = await file.getMetadata().catch(() => ({ info: {} as Readonly<Record<string, unknown>> }));
	const property = (key: string) => (typeof info[key] === 'string' ? plain(info[key]) : '');
	const title = property('Title').replace(/^Microsoft (?:Word|PowerPoint) - /, '');
	const creator = property('Author');
	const date = /^D:(\d{4})(\d{2})(\d{2})/.exec(property('CreationDate'));
	return {
		...(title !== '' && !noTitle.test(title) && { title }),
		...(creator.length > 1 && !noAuthor.test(creator) && { creator }),
		...(date && { created: date.slice(1).join('-') }),
	};
}
