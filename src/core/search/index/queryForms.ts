// Answers which wordings letters may stand for: passages have no pinyin of their own, but known terms do.

import { filled } from '../../text/values/optional';
import { typedParts } from '../typedParts';

/** A wording and the letters it may be typed with, in lower case. */
export interface TypedForm {
	readonly form: string;
	readonly full: readonly string[];
	readonly initials: readonly string[];
	/** A name whose parts are meant too: a title, an author. */
	readonly inParts?: true;
}

/** Letters typed for a wording: fewer would fit too much. */
const leastLetters = 3;
const mostWordings = 8;

/**
 * What a query may stand for instead, the likeliest first, for `IndexQuery.instead`: words of letters become the forms
 * typed so, whole ones before those that only begin so; other words stay. Letters with spaces between them may be one
 * wording (xin zhi sheng chan li). Nothing if no word is pinyin of a form.
 */
export function wordingsOf(query: string, forms: readonly TypedForm[]): string[] {
	const words = query
		.trim()
		.toLowerCase()
		.split(/[\s']+/)
		.filter(word => word !== '');
	const isTyped = (word: string) => /^[a-z]+$/.test(word);
	if (words.length > 1 && words.every(isTyped)) {
		const joined = typed(words.join(''), forms);
		if (joined.length > 0) return joined;
	}
	let made = [''];
	let some = false;
	for (const word of words) {
		const found = isTyped(word) ? typed(word, forms) : [];
		some ||= found.length > 0;
		const wordings = filled(found) ?? [word];
		made = wordings
			.flatMap(wording => made.map(start => (start === '' ? wording : `${start} ${wording}`)))
			.slice(0, mostWordings);
	}
	return some ? made : [];
}

function typed(letters: string, forms: readonly TypedForm[]): string[] {
	if (letters.length < leastLetters) return [];
	const whole: string[] = [];
	const begun: string[] = [];
	const parts: string[] = [];
	for (const one of forms) {
		const { form, full, initials } = one;
		if (full.includes(letters) || initials.includes(letters)) whole.push(form);
		else if (full.some(key => key.startsWith(letters)) || initials.some(key => key.startsWith(letters)))
			begun.push(form);
		if (one.inParts) parts.push(...typedParts(one, letters));
	}
	// What is a part of many names is meant rather than what is a part of one.
	return [...new Set([...whole, ...begun, ...byFrequency(parts)])].slice(0, mostWordings);
}

function byFrequency(parts: readonly string[]): readonly string[] {
	const counts = new Map<string, number>();
	for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1]).map(([part]) => part);
}
