// What the head of a saved page says of it: title, author, source, dates, site, address.

import { elementsOf, type Element } from './element';
import { organsOf } from '../official/organ';
import { isByline } from '../../text/personName';
import { bothEnds } from '../bothEnds';
import { textOf } from './elementText';
import { journalEvidence } from './journalMeta';
import { isSiteName } from './pageTitle';
import { hostOf } from '../plain/jsonLists';
import { oneLine } from '../plain/paragraphs';
import { dateOf } from '../dateOf';
import { present, type Evidence } from '../proved';

const fields = {
	title: ['articletitle', 'citation_title', 'dc.title', 'og:title', 'twitter:title'],
	author: ['citation_author', 'author', 'article:author', 'og:article:author', 'dc.creator'],
	source: ['contentsource', 'source', 'dc.source'],
	date: [
		'pubdate',
		'publishdate',
		'article:published_time',
		'og:published_time',
		'weibo:article:create_at',
		'dc.date',
		'date',
	],
	site: ['sitename', 'og:site_name', 'application-name'],
	url: ['url', 'og:url'],
} as const;

interface Head {
	/** Values of `meta` by their name in lower case; the first counts. */
	readonly metas: ReadonlyMap<string, string>;
	/** All values of each name, in order. */
	readonly values: ReadonlyMap<string, readonly string[]>;
	readonly canonical: string | undefined;
	readonly title: string | undefined;
}

/** What the head proves, and the comment browsers leave when they save a page. */
export function metaOf(root: Element, html: string): Partial<Evidence> {
	const head = headOf(root);
	const value = (field: keyof typeof fields) =>
		fields[field].map(key => head.metas.get(key)).find(found => found !== undefined);
	const url = [value('url'), head.canonical, savedFrom(html)].find(isAddress);
	const site = value('site') ?? siteOfWindow(head.title) ?? (url === undefined ? undefined : hostOf(url));
	const title = value('title') ?? head.title;
	const author = value('author');
	const journal = journalEvidence(head.values);
	return present({
		...journal,
		title: title === undefined ? undefined : withoutSite(title, value('site')),
		author: author !== undefined && author !== site && isAuthor(author, head, html) ? author : undefined,
		source: value('source'),
		sourceMarked: value('source')?.startsWith('《'),
		date: dateOf(value('date')),
		site,
		url,
	});
}

/** A name with more values than this is none of an article. */
const mostValues = 50;

function headOf(root: Element): Head {
	const metas = new Map<string, string>();
	const values = new Map<string, string[]>();
	let canonical: string | undefined;
	let title: string | undefined;
	for (const element of elementsOf(root)) {
		const meta = metaValue(element);
		if (meta && !metas.has(meta.key)) metas.set(meta.key, meta.value);
		if (meta) values.set(meta.key, [...(values.get(meta.key) ?? []), meta.value].slice(0, mostValues));
		canonical ??= canonicalOf(element);
		if (element.tag === 'title') title ??= oneLine(textOf(element));
	}
	return { metas, values, canonical, title };
}

function metaValue({ tag, attributes }: Element): { readonly key: string; readonly value: string } | undefined {
	const { name, property, itemprop, content } = attributes;
	const key = name ?? property ?? itemprop;
	if (tag !== 'meta' || key === undefined || content === undefined || content.trim() === '') return undefined;
	return { key: key.toLowerCase(), value: oneLine(content) };
}

function canonicalOf({ tag, attributes }: Element): string | undefined {
	return tag === 'link' && attributes.rel?.toLowerCase() === 'canonical' ? attributes.href : undefined;
}

function savedFrom(html: string): string | undefined {
	return /<!--\s*saved from url=\(\d+\)(https?:\/\/[^\s>]{1,2000})/i.exec(html.slice(0, 4_000))?.[1];
}

function isAddress(text: string | undefined): text is string {
	return text !== undefined && /^https?:\/\/[^\s"<>]+$/.test(text);
}

/** Names of people and bodies; others are those of a site, and on a government's pages often of who put them there. */
function isAuthor(text: string, head: Head, html: string): boolean {
	if (noAuthor.test(text) || !(isByline(text) || organsOf(text).length > 0)) return false;
	if (isEditor(text, html)) return false;
	const isOfGovernment =
		head.metas.has('siteidcode') || html.includes('网站标识码') || ofGovernment.test(head.title ?? '');
	return (
		!isOfGovernment ||
		html.split(text).some(before => /(?:记者|通讯员|作者|文)\s*[:：/／]?\s*$/.test(before.slice(-40)))
	);
}

/** A title of a window that ends with the name of a government's site. */
const ofGovernment = /(?:政府网站?|人民政府(?:门户)?(?:网站?)?)$/;

/** Whether the page itself calls a name its editor's. */
function isEditor(name: string, html: string): boolean {
	return html
		.split(name)
		.some(before => /(?:责任编辑|责编|编辑)\s*[:：]\s*(?:<[^<>]{0,200}>\s*)*$/.test(before.slice(-400)));
}

/** What content systems write into the author's field: the site itself, a portal, whoever keeps the pages. */
const noAuthor = new RegExp(
	[
		'网$|网站$|报$|社$|客户端$|^(?:网易|新浪|腾讯|搜狐|凤凰|澎湃|百度|今日头条)',
		'管理员|责任编辑|超级用户|匿名|系统|公众平台|^(?:编辑|作者|佚名|未知|本站|原创|无)$',
	].join('|'),
);

/** Whether a part behind the name of a site is a title: a short one is a column's. */
function mayFollow(part: string, site: string | undefined): boolean {
	return part.length >= 6 && !isSiteName(part, site);
}

/** A title of a window ends with the column and the site, or begins with it: 题目_栏目_网站, 网站-题目. */
function withoutSite(title: string, site: string | undefined): string {
	const parts = titleParts(title);
	const others = parts.filter(part => part !== site);
	const [ahead = title] = others;
	const [, second] = others;
	// 李大为 陈雨 | 论平台治理
	if (second !== undefined && isByline(ahead) && mayFollow(second, site)) return `${ahead} | ${second}`;
	const behind = isSiteName(ahead, site) ? others.find(part => mayFollow(part, site)) : undefined;
	const first = behind ?? ahead;
	return first.length >= 4 ? first : title;
}

/** The site that a title of a window ends with: 题目_栏目_江城网. */
function siteOfWindow(title: string | undefined): string | undefined {
	const parts = titleParts(title ?? '');
	const last = parts.at(-1);
	if (last === undefined || parts.length < 2) return undefined;
	return /^\p{Script=Han}{2,12}(?:网|在线|日报|晚报)$/u.test(last) || organsOf(last).length > 0 ? last : undefined;
}

function titleParts(title: string): readonly string[] {
	return bothEnds(title)
		.split(/\s*[_|｜]\s*|\s+[-–—]+\s+|\s*--\s*|-(?=\p{Script=Han}{2,12}$)/u)
		.filter(part => part !== '');
}

/** The parts of the title of a page's window. */
export function windowTitle(root: Element): readonly string[] {
	return titleParts(headOf(root).title ?? '');
}
