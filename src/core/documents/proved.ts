// What a page or a file says of a document → the fields of its source: what is proved stands, what a reference would
// need beside is listed as missing.

import type { Name, PartialDate } from '../corpus/records';
import { dateFault } from '../corpus/dates';
import type { ProvedFields } from './document';
import { oneLine } from './plain/paragraphs';

import { bothEnds } from './bothEnds';
import { missingOf } from './missing';
import { isNobody } from './nobody';
import { organsOf } from './official/organ';
import { namesAndPosts } from '../text/personName';
import { present } from '../text/values/fields';

export { present };

/** What was found, each as written. */
export interface Evidence {
	readonly title?: string;
	readonly author?: string;
	/** What a note says of the author. */
	readonly authorNote?: string;
	/** Authors that fields of the page's head name one by one. */
	readonly authors?: readonly Name[];
	readonly volume?: string;
	readonly doi?: string;
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
	/** An official paper or a law: what its page and its text prove of it. */
	readonly official?: boolean;
	/** The official paper is a court's ruling. */
	readonly isRuling?: boolean;
	/** Page of the newspaper, number of the journal's issue. */
	readonly page?: string;
	readonly issue?: string;
	/** What the newspaper's or the journal's own line says: it goes before everything else. */
	readonly printed?: Partial<Evidence>;
	/** A report or a speech: `issued` is the day it was given, and no newspaper's. */
	readonly spoken?: boolean;
	/** The organs whose paper it is. */
	readonly issuers?: readonly string[];
	/** Its number (发文字号). */
	readonly number?: string;
	/** What it is filed under. */
	readonly filedAs?: string;
	/** The first words of an article: 新华社北京2月29日电. */
	readonly opening?: string;
	/** A page of the web, or a copy of one. */
	readonly web: boolean;
}

/** 文学报 and 科学报 are newspapers, other 学报 journals. */
const newspaper = /(?:(?<![举汇通公情预海简播申上电年月专填])(?<!(?<![文科])学)报|日報|晚報|時報)$/;
const journal = /杂志|雜誌|学报|學報|月刊|周刊|季刊|求是|瞭望|半月谈|红旗文稿|内参/;
/** What agencies and portals are called: they hand articles on, and no reference has them as newspaper or journal. */
const agency = /社$|网$|網$|网站$|客户端$|公众号$|^(?:央视|新浪|腾讯|搜狐|网易|澎湃)/;

/** What stands in a field of the source and names none: buttons, rights. */
const noName = /必究|版权|举报|转载|投稿|^(?:互联网|网络|(?:本站|本网)?原创|本站|转载|未知|其他|无|admin)$/;

/** What pages set right behind an author's name. */
const behindName = /\s*(?:返回|查看|点击|关注|下载|扫码|扫一扫|更多).*$/;

/** An author's post that stands beside the name is a note on the author. */
function withPostApart(found: Evidence): Evidence {
	const apart = namesAndPosts(found.author ?? '');
	return apart ? { ...found, author: apart.names, authorNote: found.authorNote ?? apart.note } : found;
}

/** 王　浩 is one name. */
const spaceWithin = /^(\p{Script=Han})[\s\u3000]+(\p{Script=Han})$/u;

function authorsOf({ author, source }: Evidence): readonly Name[] | undefined {
	const named = author?.replace(behindName, '').trim().replace(spaceWithin, '$1$2');
	return named === undefined || isNobody(named) || named === source ? undefined : namesOf(named);
}

/** What a page names as the source of an article. */
interface Publication {
	readonly name: string;
	/** Without what stands in brackets behind it. */
	readonly bareName: string;
	/** The type of an article in it, if it is a newspaper or a journal. */
	readonly articleType?: 'article-newspaper' | 'article-journal';
}

/** Portals say behind the source from where somebody sent it: 数说城市　广东. */
const placeBehind = new RegExp(
	[
		'\\s(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南',
		'|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)[省市]?(?:\\s举报)?$',
	].join(''),
);

function publicationOf({ source, sourceMarked, issue }: Evidence): Publication | undefined {
	const name = nameOf(
		source
			?.replace(/^来源\s*[:：]\s*/, '')
			.replace(/\s+原创稿?$|[-—]\p{Script=Han}{2,8}频道$/gu, '')
			.replace(placeBehind, '')
			.replace(/^《([^》]+)》/, '$1'),
	);
	if (name === undefined || noName.test(name)) return undefined;
	const bareName = name.replace(/[（(].*$/, '').trim();
	const isNewspaper = issue === undefined && newspaper.test(bareName);
	const isPrinted = (sourceMarked === true || isNewspaper || journal.test(name)) && !/社$/.test(bareName);
	if (!isPrinted) return { name, bareName };
	return { name, bareName, articleType: isNewspaper ? 'article-newspaper' : 'article-journal' };
}

const ends = (text: string | undefined) => (text === undefined ? undefined : bothEnds(text));

/** The fields the evidence proves, with `missing`. Values too long for a record are cut or left out. */
export function provedFields(found: Evidence): ProvedFields {
	if (found.official === true) return officialFields(found);
	const named = { ...found, ...present({ author: ends(found.author), source: ends(found.source) }) };
	if (found.printed === undefined) return articleFields(withPostApart(named));
	const { author, ...printed } = found.printed;
	const all = present({ ...named, ...printed, author: named.author ?? author, spoken: undefined });
	return articleFields(withPostApart(all));
}

/** An official paper is no part of the site or the paper that prints it: those are where the copy is from. */
function officialFields(found: Evidence): ProvedFields {
	const fields: ProvedFields = {
		type: found.isRuling === true ? 'legal_case' : 'legislation',
		title: nonEmpty(found.title, 500),
		author: organsAsNames(found),
		number: nonEmpty(found.number, 100),
		issued: validDate(found.issued),
		URL: nonEmpty(found.url, 2000, false),
		...copyOf(found, nonEmpty(found.filedAs, 500), publicationOf(found)),
	};
	return present({ ...fields, missing: missingOf({ ...fields, ...(found.web && { missing: ['URL'] }) }) });
}

function organsAsNames({ issuers = [] }: Evidence): readonly Name[] | undefined {
	return issuers.length > 0 ? issuers.map(literal => ({ literal })) : undefined;
}

function articleFields(found: Evidence): ProvedFields {
	const spoken = found.spoken === true;
	const publication = publicationOf(found);
	const type = (spoken ? undefined : publication?.articleType) ?? typeOf(found.title ?? '', found.web);
	const container = spoken ? undefined : containerOf(publication);
	const fields: ProvedFields = {
		type,
		title: nonEmpty(found.title, 500),
		author: found.authors ?? authorsOf(found) ?? organsAsNames(found) ?? organOfSource(found, type),
		'container-title': container,
		issued:
			validDate(found.issued) ?? (isOwnPage(publication, found) ? firstIssued(validDate(found.date), type) : undefined),
		page: found.page,
		volume: found.volume,
		issue: found.issue,
		DOI: found.doi,
		URL: nonEmpty(found.url, 2000, false),
		...copyOf(found, nonEmpty(found.authorNote, 500), container === undefined ? publication : undefined),
	};
	const missing = missingOf(fields)?.filter(field => !(spoken && field === 'publisher'));
	return present({ ...fields, missing: missing !== undefined && missing.length > 0 ? missing : undefined });
}

/** The fields of a page with its site as the container, where that has a name of its own: no host, no organ's. */
export function withSite(fields: ProvedFields, site = ''): ProvedFields {
	if (fields['container-title'] !== undefined || fields.type !== 'webpage') return fields;
	const isOwnName = site !== '' && !/^[\w-]+(?:\.[\w-]+)+$/.test(site) && organsOf(site).length === 0;
	return isOwnName ? { ...fields, 'container-title': site } : fields;
}

/** Where and when the copy was published; who handed it on, where the page is not theirs. */
function copyOf(
	found: Evidence,
	note: string | undefined,
	publication: Publication | undefined,
): Pick<ProvedFields, 'note' | 'held'> {
	const from = nameOf(found.site) ?? publication?.name;
	const date = validDate(found.date);
	const handedOn = publication === undefined || publication.name === from ? undefined : `来源：${publication.name}`;
	const held = from !== undefined || date !== undefined ? present({ from, date }) : undefined;
	return { note: [note, handedOn].filter(one => one !== undefined).join('；') || undefined, held };
}

/** What a reference names as the container: newspaper, journal or site, but no agency, portal or organ. */
function containerOf(publication: Publication | undefined): string | undefined {
	if (!publication) return undefined;
	if (publication.articleType !== undefined) return publication.name;
	return agency.test(publication.name) || organsOf(publication.name).length > 0 ? undefined : publication.name;
}

/**
 * The organ a page names as its source, where it is the page's own, or one for statistics: what it publishes is its
 * work. Others hand news to the sites of governments.
 */
function organOfSource({ source = '', site }: Evidence, type: string): readonly Name[] | undefined {
	const organs = type === 'webpage' ? organsOf(source) : [];
	const isTheirs = /统计局$|调查(?:总)?队$/.test(source) || site === source;
	return organs.length > 0 && isTheirs ? organs.map(literal => ({ literal })) : undefined;
}

/** Whether a page says that it is the first to publish its text: its day is that of the text. */
function isOwnPage(publication: Publication | undefined, found: Evidence): boolean {
	if (publication === undefined) return isUnattributed(found);
	return isPublisher(publication, found) || isWired(publication, found);
}

const wire = /^(?:据)?(\p{Script=Han}{2,16}?)(\d{1,2})月(\d{1,2})日(?:电|讯|报道|消息)/u;

/** Whether the agency that a page names as its source has sent the text on the day of the page. */
function isWired({ bareName, articleType }: Publication, { opening = '', date = '' }: Evidence): boolean {
	const [, agencyAndPlace = '', month = '', day = ''] = wire.exec(opening.slice(0, 40)) ?? [];
	const isTheDay = month !== '' && date.endsWith(`-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
	return isTheDay && articleType === undefined && agencyAndPlace.startsWith(bareName);
}

/** Whether a source is a newspaper or a journal by its name. */
export function isPress(source: string): boolean {
	return newspaper.test(source) || journal.test(source);
}

/** Whether a page of the web says nobody else has published its text: it is cited as it is, with its day. */
function isUnattributed({ web, source }: Evidence): boolean {
	return web && (source === undefined || /^(?:(?:本站|本网)?原创|本站|本网)$/.test(source));
}

/** Whether what a page names as its source publishes it: its site, its owner, an organ. */
function isPublisher(publication: Publication, { site, owner, web }: Evidence): boolean {
	return (
		isOf(publication, [nameOf(site), nameOf(owner)]) ||
		(web && !agency.test(publication.name) && organsOf(publication.name).length > 0)
	);
}

/** Whether a publication is the one that publishes the page itself. */
function isOf({ bareName }: Publication, publishers: readonly (string | undefined)[]): boolean {
	return bareName.length >= 2 && publishers.some(publisher => publisher?.includes(bareName));
}

/** The date of a publication's own page as that of the article; the day of an issue of a journal is another. */
function firstIssued(date: PartialDate | undefined, type: string): PartialDate | undefined {
	return type === 'article-journal' ? date?.slice(0, 4) : date;
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
