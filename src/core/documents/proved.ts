// What a page or a file says of a document → the fields of its source: what is proved stands, what a reference would
// need beside is listed as missing.

import type { Name, PartialDate } from '../corpus/records';
import { dateFault } from '../corpus/dates';
import type { ProvedFields } from './document';
import { oneLine } from './plain/paragraphs';

/** What was found, each as written. */
export interface Evidence {
	readonly title?: string;
	readonly author?: string;
	/** What a note says of the author. */
	readonly authorNote?: string;
	/** Newspaper, journal, agency or site the page names as the source. */
	readonly source?: string;
	/** The source's name stands in title marks. */
	readonly sourceMarked?: boolean;
	/** Who publishes the page itself: a name, else a host. */
	readonly site?: string;
	/** Who the page belongs to, where that is said apart. */
	readonly owner?: string;
	/** Date the page was published; proves nothing of an article that first stood elsewhere. */
	readonly date?: PartialDate;
	/** Date the article was first published, where something says so. */
	readonly issued?: PartialDate;
	readonly url?: string;
	/** A page of the web, or a copy of one. */
	readonly web: boolean;
}

const newspaper = /(?:报|日報|晚報|時報|早报|《[^》]*报》)$/;
const journal = /杂志|雜誌|学报|學報|月刊|周刊|季刊|求是|瞭望|半月谈|红旗文稿|内参/;
/** What agencies and portals are called: they hand articles on, and no reference has them as newspaper or journal. */
const agency = /社$|网$|網$|网站$|客户端$|公众号$|^(?:央视|新浪|腾讯|搜狐|网易|澎湃)/;

/** What a page names as the source of an article. */
interface Publication {
	readonly name: string;
	/** Without what stands in brackets behind it. */
	readonly bareName: string;
	/** The type of an article in it, if it is a newspaper or a journal. */
	readonly articleType?: 'article-newspaper' | 'article-journal';
}

function publicationOf({ source, sourceMarked }: Evidence): Publication | undefined {
	const name = nameOf(source?.replace(/^《([^》]+)》/, '$1'));
	if (name === undefined) return undefined;
	const bareName = name.replace(/[（(].*$/, '').trim();
	const isNewspaper = newspaper.test(bareName);
	const isPrinted = (sourceMarked === true || isNewspaper || journal.test(name)) && !/社$/.test(bareName);
	if (!isPrinted) return { name, bareName };
	return { name, bareName, articleType: isNewspaper ? 'article-newspaper' : 'article-journal' };
}

/** Fields every type needs but those of the press. */
const neededOfDocuments = ['author', 'issued'] as const satisfies readonly (keyof ProvedFields)[];

/** What a reference to each type would need (GB/T 7714). */
const needed: ReadonlyMap<string, readonly (keyof ProvedFields & string)[]> = new Map<
	string,
	readonly (keyof ProvedFields & string)[]
>([
	['article-newspaper', ['author', 'container-title', 'issued', 'page', 'URL']],
	['article-journal', ['author', 'container-title', 'issued', 'issue', 'page', 'URL']],
	['webpage', ['container-title', 'issued', 'URL']],
	['report', ['author', 'publisher', 'issued']],
	['speech', ['author', 'issued']],
	['legislation', ['issued']],
]);

/** The fields the evidence proves, with `missing`. Values too long for a record are cut or left out. */
export function provedFields(found: Evidence): ProvedFields {
	const site = nameOf(found.site);
	const date = validDate(found.date);
	const publication = publicationOf(found);
	const type = publication?.articleType ?? typeOf(found.title ?? '', found.web);
	const container = containerOf(publication);
	const isOwnPage = publication !== undefined && isOf(publication, [site, nameOf(found.owner)]);
	const fields: ProvedFields = {
		type,
		title: nonEmpty(found.title, 500),
		author: namesOf(found.author),
		'container-title': container,
		issued: validDate(found.issued) ?? (isOwnPage ? firstIssued(date, type) : undefined),
		URL: nonEmpty(found.url, 2000, false),
		note: noteOf(found.authorNote, container === undefined ? publication : undefined),
		held: site !== undefined || date !== undefined ? present({ from: site, date }) : undefined,
	};
	return present({ ...fields, missing: missingOf(fields) });
}

/** What a reference names as the container: newspaper, journal or site, but no agency or portal. */
function containerOf(publication: Publication | undefined): string | undefined {
	if (!publication) return undefined;
	return publication.articleType !== undefined || !agency.test(publication.name) ? publication.name : undefined;
}

/** Whether a publication is the one that publishes the page itself. */
function isOf({ bareName }: Publication, publishers: readonly (string | undefined)[]): boolean {
	return bareName.length >= 2 && publishers.some(publisher => publisher?.includes(bareName));
}

/** The date of a publication's own page as that of the article; the day of an issue of a journal is another. */
function firstIssued(date: PartialDate | undefined, type: string): PartialDate | undefined {
	return type === 'article-journal' ? date?.slice(0, 4) : date;
}

/** What is known and has no field: of the author, and where the text was handed on. */
function noteOf(authorNote: string | undefined, publication: Publication | undefined): string | undefined {
	const notes = [nonEmpty(authorNote, 500), publication && `来源：${publication.name}`];
	return notes.filter(note => note !== undefined).join('；') || undefined;
}

/**
 * The fields a reference of this type would need and these do not have. A page whose site is known needs no other
 * container.
 */
export function missingOf(fields: ProvedFields): ProvedFields['missing'] {
	const hasSite = fields.type === 'webpage' && fields.held?.from !== undefined;
	const missing = (needed.get(fields.type ?? 'document') ?? neededOfDocuments).filter(
		field => fields[field] === undefined && !(field === 'container-title' && hasSite),
	);
	return missing.length > 0 ? missing : undefined;
}

/** A type only where the title says what it is. */
function typeOf(title: string, web: boolean): string {
	if (/(?:政府|财政|预算|工作|调研|调查|研究|审计|执行情况)报告(?:[（(].{1,12}[）)])?$|白皮书/.test(title))
		return 'report';
	if (/(?:讲话|致辞|演讲|报告会上的讲话)(?:[（(].{1,12}[）)])?$|^在.{2,60}上的(?:讲话|致辞|发言)/.test(title))
		return 'speech';
	if (/^中华人民共和国.{1,40}(?:法|条例)(?:[（(].{1,12}[）)])?$/.test(title)) return 'legislation';
	return web ? 'webpage' : 'document';
}

/** Names as written: several where marks part them, never split into family and given. */
export function namesOf(text: string | undefined): readonly Name[] | undefined {
	const whole = nonEmpty(text, 200);
	if (whole === undefined) return undefined;
	const parts = whole
		.split(/\s*[、，,;；]\s*|\s+(?=\p{Script=Han}{2,4}(?:\s|$))/u)
		.map(part => part.trim())
		.filter(part => part !== '');
	const several =
		parts.length > 1 && parts.length <= 20 && parts.every(part => /^[\p{Script=Han}·]{2,12}$/u.test(part));
	return (several ? parts : [whole]).map(literal => ({ literal }));
}

/** A date in whatever form pages write it, as packs write dates; nothing when it is no date. */
export function dateOf(text: string | undefined): PartialDate | undefined {
	const found =
		/(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)/.exec(text ?? '') ??
		/((?:18|19|20)\d{2})(?:\s*[-年./]\s*(\d{1,2})(?:\s*[-月./]\s*(\d{1,2}))?)?/.exec(text ?? '');
	if (!found) return undefined;
	const parts = found
		.slice(1)
		.filter((part: string | undefined) => part !== undefined)
		.map(part => part.padStart(2, '0'));
	for (let length = parts.length; length > 0; length--) {
		const date = parts.slice(0, length).join('-');
		if (dateFault(date) === undefined) return date;
	}
	return undefined;
}

/** The address of a page, where a text is one. */
export function webAddress(text: string | undefined): string | undefined {
	return text !== undefined && /^https?:\/\/\S+$/.test(text) ? text : undefined;
}

const validDate = (date: string | undefined) =>
	date !== undefined && dateFault(date) === undefined ? date : undefined;

/** A name as a record may have it. */
function nameOf(text: string | undefined): string | undefined {
	return nonEmpty(text, 300);
}

function nonEmpty(text: string | undefined, limit: number, cut = true): string | undefined {
	const line = oneLine(text ?? '').replaceAll('\uFFFD', '□'); // no record may have what could not be read
	if (line === '' || (line.length > limit && !cut)) return undefined;
	return line.slice(0, limit).trim();
}

/** The object without fields that are `undefined`. */
export function present<T extends object>(fields: T): T {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
