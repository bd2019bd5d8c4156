// What the head of a saved page says of it: title, author, source, dates, site, address.

import { elementsOf, type Element } from './tree';
import { textOf } from './lines';
import { hostOf } from '../plain/jsonLists';
import { oneLine } from '../plain/paragraphs';
import { dateOf, present, type Evidence } from '../proved';

const fields = {
	title: ['articletitle', 'citation_title', 'dc.title', 'og:title', 'twitter:title'],
	author: ['citation_author', 'author', 'article:author', 'dc.creator'],
	source: ['contentsource', 'source', 'citation_journal_title', 'dc.source'],
	date: [
		'pubdate',
		'publishdate',
		'article:published_time',
		'citation_publication_date',
		'og:published_time',
		'weibo:article:create_at',
		'dc.date',
		'date',
	],
	site: ['sitename', 'og:site_name', 'application-name'],
	url: ['url', 'og:url'],
} as const;

/** What the head proves; `saved` is the comment browsers leave when they save a page. */
export function metaOf(root: Element, html: string): Partial<Evidence> {
	const metas = new Map<string, string>();
	let canonical: string | undefined;
	let titled: string | undefined;
	for (const element of elementsOf(root)) {
		const { name, property, itemprop, content, rel, href } = element.attributes;
		const key = (name ?? property ?? itemprop)?.toLowerCase();
		if (
			element.tag === 'meta' &&
			key !== undefined &&
			content !== undefined &&
			content.trim() !== '' &&
			!metas.has(key)
		)
			metas.set(key, oneLine(content));
		else if (element.tag === 'link' && rel?.toLowerCase() === 'canonical') canonical ??= href;
		else if (element.tag === 'title') titled ??= oneLine(textOf(element));
	}
	const get = (field: keyof typeof fields) =>
		fields[field].map(key => metas.get(key)).find(value => value !== undefined);
	const saved = /<!--\s*saved from url=\(\d+\)(https?:\/\/[^\s>]{1,2000})/i.exec(html.slice(0, 4_000))?.[1];
	const url = [get('url'), canonical, saved].find(one => one !== undefined && /^https?:\/\/[^\s"<>]+$/.test(one));
	const site = get('site') ?? (url === undefined ? undefined : hostOf(url));
	const author = get('author');
	const title = get('title') ?? titled;
	return present({
		title: title === undefined ? undefined : withoutSite(title, get('site')),
		author:
			author !== undefined && /^[\p{Script=Han}·、，, ]{2,40}$/u.test(author) && author !== site ? author : undefined,
		source: get('source'),
		sourceMarked: get('source')?.startsWith('《'),
		date: dateOf(get('date')),
		site,
		url,
	});
}

/** A title of a window ends with the column and the site: 题目_栏目_网站. */
function withoutSite(title: string, site: string | undefined): string {
	const parts = title
		.split(/\s*[_|｜]\s*|\s+[-–—]+\s+|\s*--\s*|-(?=\p{Script=Han}{2,12}$)/u)
		.filter(part => part !== '');
	const first = parts.find(part => part !== site) ?? title;
	return first.length >= 4 ? first : title;
}
