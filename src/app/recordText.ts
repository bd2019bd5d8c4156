// What a person selected in a draft or typed into a form → what belongs into a record.

const han = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’…—]/u;

/**
 * The words of a stretch of a draft: marks of Markdown, footnote labels and comments taken away, lines joined as
 * Chinese is (without a space between Han), invisible characters dropped, ASCII marks beside Han made full-width.
 */
export function words(selection: string): string {
	const lines = selection
		.replace(/<!--[\s\S]*?-->/g, '')
		.split(/\r\n|[\r\n\u2028\u2029]/)
		.map(line => inline(line.replace(/^\s*(?:(?:>|#{1,6}|[-*+]|\d{1,3}[.)])\s+)*/, '')))
		.filter(line => line !== '');
	let text = '';
	for (const line of lines) text += (text === '' || (han.test(text.at(-1)!) && han.test(line[0]!)) ? '' : ' ') + line;
	return text;
}

/** What is typed on one line: invisible and half characters dropped, ends trimmed. */
export function typed(text: string): string {
	return text
		.replace(/[\p{Cc}\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFD]|\p{Surrogate}/gu, c =>
			/[\t\n\r]/.test(c) ? ' ' : '',
		)
		.trim();
}

/**
 * A term or formulation without the quotation marks or book title marks around all of it, and without a closing mark.
 */
export function bare(text: string): string {
	const inner = text.replace(/[，。；：、,;:]+$/u, '');
	return unwrapped(inner, /^[“‘「『《〈"'](.+)[”’」』》〉"']$/u);
}

/** A quotation without the marks around all of it. */
export function unquoted(text: string): string {
	return unwrapped(text, /^[“「『"](.+)[”」』"]$/u);
}

/** The digits of a year or a day in Han, as official papers have them: 二〇二四, 三十一. */
const hanDigits = '〇一二三四五六七八九';

/** A number in Han as digits: 二〇二四 → 2024, 三十一 → 31; digits stay. */
function withDigits(text: string): string {
	return text
		.replace(/[零○Ｏ]/g, '〇')
		.replace(
			/([一二三]?)十([一二三四五六七八九]?)/g,
			(_, tens: string, ones: string) => `${tens || '一'}${ones || '〇'}`,
		)
		.replace(/[〇一二三四五六七八九]/g, digit => String(hanDigits.indexOf(digit)));
}

/**
 * A date as people write it (2024年1月31日, 2024/1/31, 2024.1, 二〇二四年一月) as packs write it; anything else as it
 * is.
 */
export function plainDate(text: string): string {
	const trimmed = typed(text).normalize('NFKC');
	const plain = withDigits(trimmed);
	const match =
		/^(\d{4})\s*(?:年|[-/.])\s*(?:(\d{1,2})\s*(?:月|[-/.])?\s*(?:(\d{1,2})\s*日?)?)?$/.exec(plain) ??
		/^(\d{4})(\d{2})(\d{2})$/.exec(plain);
	if (/^\d{4}$/.test(plain)) return plain;
	if (!match) return trimmed;
	return [
		match[1]!,
		...match
			.slice(2)
			.filter(part => part !== undefined && part !== '')
			.map(part => part!.padStart(2, '0')),
	].join('-');
}

/** A number as people write it (1,234.5 or full-width); nothing when it is none. */
export function plainNumber(text: string): number | undefined {
	const plain = typed(text)
		.normalize('NFKC')
		.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
	return /^[-+]?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** The first number that stands in a text and is no year or day, with what counts it. */
export function firstFigure(text: string): { readonly value: string; readonly unit: string } | undefined {
	for (const match of text.normalize('NFKC').matchAll(/(?<![\d.,-])\d+(?:,\d{3})*(?:\.\d+)?(?![\d-])/g)) {
		const after = text.normalize('NFKC').slice(match.index + match[0].length);
		if (/^\s*[年月日]/.test(after)) continue;
		return {
			value: match[0],
			unit:
				/^\s*(%|‰|[万亿]*(?:元|吨|千瓦时|千瓦|公里|平方米|人次|人|家|个|项|件|倍|户|亩|辆|台)|[万亿]+)/.exec(
					after,
				)?.[1] ?? '',
		};
	}
	return undefined;
}

function inline(line: string): string {
	const plain = line
		.replace(/\[\^[^\]\s]+\]/g, '')
		.replace(/\[@[^\]]+\]/g, '')
		.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/(\*\*|__|~~|`)(?=\S)(.+?)(?<=\S)\1/g, '$2')
		.replace(/\*(?=\S)([^*]+)(?<=\S)\*/g, '$1')
		.replace(/^(?:\*\*|__|`)|(?:\*\*|__|`)$/g, '');
	return typed(plain).replace(/[,;:?!()]/g, (mark, at: number, all: string) => {
		const beside = (c: string | undefined) => c !== undefined && /[\p{Script=Han}”’》]/u.test(c);
		const digits = /\d/.test(all[at - 1] ?? '') && /\d/.test(all[at + 1] ?? '');
		return !digits && (beside(all[at - 1]) || beside(all[at + 1]))
			? String.fromCharCode(mark.charCodeAt(0) + 0xfee0)
			: mark;
	});
}

function unwrapped(text: string, around: RegExp): string {
	const inner = around.exec(text)?.[1];
	if (inner === undefined) return text;
	const [open, close] = [text[0]!, text.at(-1)!];
	return inner.includes(open) || inner.includes(close) ? text : inner;
}
