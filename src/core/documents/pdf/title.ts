// What a PDF is called: by its print, and by what the program that made it wrote into it.

import type { PdfFile } from './library';
import { isMarkedHeading } from '../plain/lineKinds';
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

function mayBeTitle(text: string): boolean {
	return text.length >= 4 && text.length <= 90 && !/文件$|[。；;]$/.test(text) && !isMarkedHeading(text);
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
