import { filled } from '../../text/values/optional';
// Answers which wordings letters may stand for: passages have no pinyin of their own, but known terms do.

/** A wording and the letters it may be typed with, in lower case. */
export interface TypedForm {
	readonly form: string;
	readonly full: readonly string[];
	readonly initials: readonly string[];
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
	for (const { form, full, initials } of forms) {
		if (full.includes(letters) || initials.includes(letters)) whole.push(form);
		else if (full.some(key => key.startsWith(letters)) || initials.some(key => key.startsWith(letters)))
			begun.push(form);
	}
	return [...new Set([...whole, ...begun])].slice(0, mostWordings);
}
