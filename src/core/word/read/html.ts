// HTML within Markdown: tags that set text are taken, all others go and leave the words between them.

import type { TextStyle } from '../manuscript';

/** What a tag does to the text between it and its end. */
const styles: ReadonlyMap<string, TextStyle> = new Map(
	Object.entries({
		b: { bold: true },
		strong: { bold: true },
		i: { italic: true },
		em: { italic: true },
		u: { underlined: true },
		ins: { underlined: true },
		s: { struck: true },
		del: { struck: true },
		code: { code: true },
		sup: { raised: true },
		sub: { lowered: true },
	} as const),
);

/** Tags that mean nothing for what is printed, so that nobody misses them. */
const silent = new Set([
	'a',
	'p',
	'div',
	'span',
	'center',
	'font',
	'br',
	'hr',
	'small',
	'mark',
	'nobr',
	'details',
	'summary',
]);

export interface Tag {
	readonly name: string;
	readonly closes: boolean;
	readonly style?: TextStyle;
	/** Whether leaving it out is worth a word. */
	readonly odd: boolean;
}

/** A tag as written (`<b>`, `</b>`, `<br/>`); nothing for a comment. */
export function readTag(written: string): Tag | undefined {
	const [, slash = '', name = ''] = /^<(\/?)([A-Za-z][\w-]*)/.exec(written) ?? [];
	if (name === '') return undefined;
	const tag = name.toLowerCase();
	const style = styles.get(tag);
	return { name: tag, closes: slash !== '', odd: !style && !silent.has(tag), style };
}

/** The picture that a tag shows. */
export function pictureOf(tag: string): { readonly address: string; readonly words: string } | undefined {
	const valueOf = (name: string) => {
		const [, quoted, single, bare] =
			new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag) ?? [];
		return quoted ?? single ?? bare ?? '';
	};
	const address = valueOf('src');
	if (!/^<img\b/i.test(tag) || address === '' || /[<>\n]/.test(address)) return undefined;
	return { address, words: valueOf('alt') || valueOf('title') };
}

/** A picture in Markdown, for what is read as such once its tags are gone. */
function asMarkdown(tag: string): string {
	const picture = pictureOf(tag);
	if (!picture) return '';
	const address = encodeURI(picture.address).replace(/[()]/g, mark => `%${mark.charCodeAt(0).toString(16)}`);
	return `\n\n![${picture.words.replace(/[[\]\\]/g, '\\$&')}](${address})\n\n`;
}

/** A block of HTML: comments and what is no text go, the rest is Markdown again. */
export function withoutBlockTags(html: string): { readonly text: string; readonly odd: readonly string[] } {
	const odd: string[] = [];
	const text = html
		.replace(/<!--[^]*?(?:-->|$)/g, '')
		.replace(/<(script|style|iframe|object|embed)\b[^]*?(?:<\/\1\s*>|$)/gi, (_, name: string) => {
			odd.push(name.toLowerCase());
			return '';
		})
		.replace(/<img\b[^>]*>/gi, asMarkdown)
		.replace(/<br\s*\/?>/gi, '\n')
		.replace(/<\/?(?:p|div|h[1-6]|tr|li|table|ul|ol|blockquote|center)\b[^>]*>/gi, '\n\n')
		.replace(/<\/?(?:td|th)\b[^>]*>/gi, ' ')
		.replace(/<\/?([A-Za-z][\w-]*)\b[^>]*>/g, (written: string, name: string) => {
			if (readTag(written)?.odd) odd.push(name.toLowerCase());
			return '';
		});
	return { text: text.trim(), odd };
}

/** How a block of HTML says its paragraphs are set. */
export function alignmentOf(html: string): 'center' | 'right' | undefined {
	if (/^\s*<center\b/i.test(html)) return 'center';
	const [, side] =
		/^\s*<(?:p|div|h[1-6])\b[^>]*(?:align\s*=\s*["']?|text-align\s*:\s*)(center|right)\b/i.exec(html) ?? [];
	if (side === undefined) return undefined;
	return (['center', 'right'] as const).find(one => one === side.toLowerCase());
}
