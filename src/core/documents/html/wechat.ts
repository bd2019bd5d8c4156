// A page of a WeChat account: the account, its author, the day it was published.

import { elementsOf, type Element } from './element';
import { textOf } from './elementText';
import { dateOf } from '../dateOf';
import { oneLine } from '../plain/paragraphs';
import { present, type Evidence } from '../proved';

/** What the page of an account proves; nothing of another page. */
export function accountEvidence(root: Element, html: string): Partial<Evidence> | undefined {
	const elements = elementsOf(root);
	const text = (isMeant: (element: Element) => boolean) => {
		const found = elements.find(isMeant);
		return found && (oneLine(textOf(found)) || undefined);
	};
	const byId = (id: string) => text(element => element.attributes.id === id);
	const account = byId('js_name') ?? scripted(html, 'nickname');
	if (account === undefined) return undefined;
	const named = byId('js_author_name') ?? text(isAuthor);
	const published = byId('publish_time');
	return present({
		site: account,
		author:
			named !== undefined && named !== account && /^\p{Script=Han}[\p{Script=Han}·\s、]{1,20}$/u.test(named)
				? named
				: undefined,
		date: fullDay(published) ?? fullDay(scripted(html, 'createTime')) ?? dayOfSeconds(scripted(html, 'ct')),
	});
}

/** The first of the texts beside the account's name is its author; the others have ids. */
function isAuthor({ attributes }: Element): boolean {
	return attributes.id === undefined && (attributes.class ?? '').split(/\s+/).includes('rich_media_meta_text');
}

function fullDay(text: string | undefined): string | undefined {
	const date = dateOf(text);
	return date?.length === 10 ? date : undefined;
}

/** The value a script of the page gives a name. */
function scripted(html: string, name: string): string | undefined {
	return new RegExp(`\\b${name}\\s*=\\s*(?:htmlDecode\\()?["']([^"']{1,80})["']`).exec(html)?.[1];
}

/** The day in China of a second since 1970. */
function dayOfSeconds(text: string | undefined): string | undefined {
	if (text === undefined || !/^\d{10}$/.test(text)) return undefined;
	return new Date((Number(text) + 8 * 3600) * 1000).toISOString().slice(0, 10);
}
