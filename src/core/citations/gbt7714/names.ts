// Names of persons and bodies as GB/T 7714 sets them: order, initials, capitals, how many, and the word for the
// others.

import type { Name } from '../../corpus/records';

/** How names are set. */
export interface NameStyle {
	/** Mark between names. */
	readonly comma: string;
	/** Up to this many are named all; of more, this many and `others`. */
	readonly limit: number;
	/** 等, or `et al.` */
	readonly others: string;
	/** 2015: family names of persons in capitals. */
	readonly capitals: boolean;
	/** Whether `Jean-Luc` keeps its hyphen (`J-L`) or not (`J L`). */
	readonly hyphen: boolean;
}

/** The names as one text; nothing when there is none. */
export function printNames(names: readonly Name[], style: NameStyle): string | undefined {
	const all = names.map(name => printName(name, style)).filter(text => text !== '');
	if (all.length === 0) return undefined;
	const shown = all.length > style.limit ? [...all.slice(0, style.limit), style.others] : all;
	return shown.join(style.comma);
}

/**
 * One name: `literal` and Chinese names as they are, Western ones with the family name first and initials without
 * points.
 */
export function printName(name: Name, style: Pick<NameStyle, 'capitals' | 'hyphen'>): string {
	if (name.literal !== undefined) return withoutBlank(name.literal.trim());
	const family = (name.family ?? '').trim();
	const given = (name.given ?? '').trim();
	if (isEastAsian(family + given)) return family + given;
	// Somebody with one name only (Plato) is called by it, not by its first letter.
	if (family === '' && given !== '') return [given, name['dropping-particle'], name.suffix].filter(Boolean).join(' ');
	// Particles written into the family name ("van der Berg") stay in small letters before it.
	const [, written = '', main = family] = /^((?:\p{Ll}[\p{L}’']*\s+)*)(.*)$/u.exec(family) ?? [];
	const particle = [name['non-dropping-particle'], written.trim()].filter(Boolean).join(' ');
	// `J.-L.` is one name with a hyphen, not two.
	const words = given
		.replace(/\.(?=[-‐‑])/g, '')
		.split(/[\s.]+/)
		.filter(Boolean);
	const initials = words.filter(w => !/^\p{Ll}/u.test(w)).map(w => initial(w, style.hyphen));
	const dropped = [...words.filter(w => /^\p{Ll}/u.test(w)), name['dropping-particle']];
	const suffix = name.suffix?.replace(/[.,]/g, '').trim();
	return [particle, style.capitals ? main.toUpperCase() : main, ...initials, ...dropped, suffix]
		.filter(Boolean)
		.join(' ');
}

/** A name of two or three characters that was spread out to fit a column: 李　昕. */
function withoutBlank(text: string): string {
	return text.replace(/^(\p{Script=Han})[ \u3000]+(\p{Script=Han}{1,2})$/u, '$1$2');
}

/**
 * Reads CSL-JSON names as other programs write them: objects, or plain texts for bodies; what is neither is left out.
 */
export function readNames(value: unknown): readonly Name[] {
	if (!Array.isArray(value)) return value === undefined ? [] : readNames([value]);
	const names: Name[] = [];
	for (const one of value as unknown[]) {
		if (typeof one === 'string' && one.trim() !== '') names.push({ literal: one });
		else if (isName(one)) names.push(one);
	}
	return names;
}

function isName(value: unknown): value is Name {
	if (typeof value !== 'object' || value === null) return false;
	const { literal, family, given } = value as Readonly<Record<string, unknown>>;
	return [literal, family, given].some(part => typeof part === 'string');
}

/** The first letter of each part of a given name; short runs of capitals (`JA`) are initials already. */
function initial(word: string, hyphen: boolean): string {
	if (/^\p{Lu}{2,3}$/u.test(word)) return [...word].join(' ');
	return word
		.split(/[-‐‑]/)
		.filter(Boolean)
		.map(([letter = '']) => letter.toUpperCase())
		.join(hyphen ? '-' : ' ');
}

/** Whether a name is written in a script that sets the family name first without a space. */
function isEastAsian(text: string): boolean {
	return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text);
}
