// Names of persons and bodies as BibTeX and biblatex write them, and as people write Chinese ones → names, and back.

import type { Name } from '../../corpus/records';
import { fromLatex, toLatex } from './latexText';
import { canonical } from './normalize';
import { foundOr } from '../../text/values/optional';
import { withoutEnd } from '../../text/words/textEnd';

const han = /\p{Script=Han}/u;
/** Whether a text is Chinese throughout: no Latin letter in it. */
const chinese = (text: string) => han.test(text) && !/\p{Script=Latin}/u.test(text);
/** 复姓: family names of two characters; other names of two characters before a comma are a whole name. */
const doubleNames = new Set(
	'欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 司空 夏侯 端木 南宫 独孤 百里 呼延 澹台 公冶 太史 申屠 轩辕 钟离 闻人 濮阳 淳于 单于 拓跋 赫连 万俟 完颜 歐陽 司馬 諸葛 東方 尉遲 公孫 長孫 鍾離'.split(
		' ',
	),
);

/**
 * The names of a field: parted by “and”, Chinese ones also by ， 、 ； or by commas where no family name stands before
 * them; “others” and
 * 等 become a last name of that word. A part that is braced as a whole is a body and not divided.
 */
export function fromBibNames(raw: string, others: string): Name[] {
	const names: Name[] = [];
	const parts = splitAtAnd(raw);
	const comesFirst = familyComesFirst(parts);
	for (const part of parts) {
		const whole = braced(part);
		if (whole !== undefined) {
			const literal = fromLatex(whole);
			if (literal !== '') names.push({ literal });
		} else if (/^others$/i.test(part)) names.push({ literal: others });
		else if (han.test(part)) names.push(...(comesFirst ? familyAndGiven(part) : chineseNames(part)));
		else if (part !== '') names.push(...present(/^\s*[a-z]+\s*=/.test(part) ? extended(part) : westernName(part)));
	}
	return names;
}

/** Whether every one of several Chinese names is written `family, given`: 史密斯, 约翰 and 琼斯, 玛丽. */
function familyComesFirst(parts: readonly string[]): boolean {
	const named = parts.filter(part => !/^others$/i.test(part));
	return named.length > 1 && named.every(part => chinese(part) && /^[^,，、；;{}]+[,，][^,，、；;{}]+$/u.test(part));
}

function familyAndGiven(part: string): Name[] {
	const [family = '', given = ''] = part.split(/[,，]/).map(one => fromLatex(one.trim()));
	return [{ family, given }];
}

/** The word that “others” is in an entry: by its language, else by the script of its names and title. */
export function othersOf(text: string, language: string | undefined): string {
	return /\p{Script=Han}/u.test(text) && !/^en/i.test(language ?? '') ? '等' : 'et al.';
}

/** A name as `fromBibNames` reads it back as it is. */
export function toBibName(name: Name): string {
	if (name.literal !== undefined) return `{${toLatex(name.literal)}}`;
	const plain = [name['dropping-particle'], name.family].filter(Boolean).join(' ');
	const simple = [plain, name.suffix, name.given]
		.filter(part => part !== undefined)
		.map(part => toLatex(part))
		.join(', ');
	if (
		name.family !== undefined &&
		name['non-dropping-particle'] === undefined &&
		canonical(fromBibNames(simple, '')) === canonical([name])
	)
		return simple;
	const particle = name['non-dropping-particle'] ?? name['dropping-particle'];
	const parts: (readonly [string, string | undefined])[] = [
		['family', name.family ?? ''],
		['given', name.given ?? ''],
		['suffix', name.suffix],
		['prefix', particle],
	];
	const written = parts.flatMap(([key, value]) => (value === undefined ? [] : [`${key}={${toLatex(value)}}`]));
	return [
		...written,
		...(particle === undefined ? [] : [`useprefix=${String(name['non-dropping-particle'] !== undefined)}`]),
	].join(', ');
}

/** Parts of a text at a mark outside braces, trimmed. */
function split(text: string, mark: RegExp): string[] {
	const parts: string[] = [];
	const marks = new RegExp(`[{}]|${mark.source}`, `g${mark.flags}`);
	let depth = 0;
	let start = 0;
	for (let match = marks.exec(text); match; match = marks.exec(text)) {
		if (match[0] === '{') depth++;
		else if (match[0] === '}') depth--;
		else if (depth === 0) {
			parts.push(text.slice(start, match.index).trim());
			start = marks.lastIndex;
		}
	}
	return [...parts, text.slice(start).trim()];
}

/** Parts of a text at “and” outside of braces. */
export function splitAtAnd(text: string): string[] {
	// The white space before “and” is looked for only behind its end, so that runs of it cost nothing.
	return split(text.replace(/[ \t\r\n]+/g, ' '), / and(?= )/i).map(part => part.replace(/^(?:and )*(?:and)?$/i, ''));
}

/** What is within the braces, when they hold all of it. */
function braced(part: string): string | undefined {
	if (!part.startsWith('{') || !part.endsWith('}')) return undefined;
	let depth = 0;
	for (let at = 0; at < part.length - 1; at++) {
		if (part[at] === '{') depth++;
		else if (part[at] === '}' && --depth === 0) return undefined;
	}
	return part.slice(1, -1);
}

/** Chinese names in one part: a family and a given name, one whole name, or several that nobody parted by “and”. */
function chineseNames(part: string): Name[] {
	if (/^\s*[a-z]+\s*=/.test(part)) return present(extended(part));
	const several = split(part, /[，、；;]/).filter(one => one !== '');
	if (several.length > 1)
		return several.flatMap(one =>
			braced(one) === undefined && han.test(one) ? chineseNames(one) : fromBibNames(one, '等'),
		);
	const parts = split(withoutEnd(part, /[，、；;]/), /,/).filter(one => one !== '');
	const [family = '', given, ...rest] = parts;
	if (given === undefined) return chineseName(fromLatex(family));
	if (rest.length === 0 && chinese(family) && isFamilyName(family))
		return [{ family: fromLatex(family), given: fromLatex(given) }];
	return parts.every(chinese) ? parts.flatMap(chineseNames) : present(westernName(part));
}

/** One name of a text without commas, with the word for the others behind it. */
function chineseName(text: string): Name[] {
	// 张三等: the word for the others is no part of the name, but 平等 and 优等 may be.
	const named = /^(.{2,})(?<!平|同|优|初|中|高|上|下|特|一|二|三|头|均|相)等$/u.exec(text)?.[1];
	if (named !== undefined && [...named].length <= 4) return [{ literal: named }, { literal: '等' }];
	const [family = '', given, ...rest] = text.split(/[ \u3000]+/);
	if (given !== undefined && rest.length === 0 && chinese(text) && isFamilyName(family) && [...given].length <= 3)
		return [{ family, given }];
	return text === '' ? [] : [{ literal: text }];
}

function isFamilyName(text: string): boolean {
	return [...text].length === 1 || doubleNames.has(text);
}

/** `First von Last`, `von Last, First`, `von Last, Jr, First` (BibTeX; Patashnik 1988, section 4). */
function westernName(part: string): Name {
	const [last = '', behind, ...others] = split(part, /,/);
	if (behind !== undefined) {
		const family = lastName(wordsOf(last), wordsOf(last).length - 1);
		if (others.length === 0) return nameOf({ ...family, given: behind });
		return nameOf({ ...family, given: others.join(' '), suffix: behind });
	}
	const words = wordsOf(part);
	const small = words.findIndex((word, at) => at < words.length - 1 && isSmall(word));
	const from = foundOr(small, words.length - 1);
	return nameOf({ ...lastName(words.slice(from), words.length - from - 1), given: words.slice(0, from).join(' ') });
}

/** The words before the last one in small letters are its particle. */
function lastName(words: readonly string[], limit: number): { family: string; particle: string } {
	let count = 0;
	for (const [at, word] of words.slice(0, limit).entries()) if (isSmall(word)) count = at + 1;
	return { family: words.slice(count).join(' '), particle: words.slice(0, count).join(' ') };
}

function wordsOf(part: string): string[] {
	return split(part, /[ \t\r\n~]+/).filter(word => word !== '');
}

function isSmall(word: string): boolean {
	return !word.startsWith('{') && /^[^\p{L}]*\p{Ll}/u.test(fromLatex(word));
}

/** biblatex: `family=Berg, given=Anna, prefix=van der, useprefix=true`. */
function extended(part: string): Name {
	const fields = new Map(
		split(part, /,/).map(one => {
			const at = one.indexOf('=');
			const value = one.slice(at + 1).trim();
			return [one.slice(0, at).trim().toLowerCase(), braced(value) ?? value] as const;
		}),
	);
	const name = nameOf({ family: fields.get('family'), given: fields.get('given'), suffix: fields.get('suffix') });
	const particle = fromLatex(fields.get('prefix') ?? '');
	if (particle === '') return name;
	return { ...name, [fields.get('useprefix') === 'true' ? 'non-dropping-particle' : 'dropping-particle']: particle };
}

function nameOf(parts: { family?: string; given?: string; suffix?: string; particle?: string }): Name {
	const text = (part: string | undefined) => fromLatex(part ?? '') || undefined;
	const name: Record<string, string | undefined> = {
		family: text(parts.family),
		given: text(parts.given),
		suffix: text(parts.suffix),
		'dropping-particle': text(parts.particle),
	};
	return Object.fromEntries(Object.entries(name).filter(([, value]) => value !== undefined)) as Name;
}

function present(name: Name): Name[] {
	return Object.keys(name).length > 0 ? [name] : [];
}
