// Answers whether what was typed is the beginning of a form with one wrong character.

const samePart = (typed: string, from: number, form: string, formFrom: number): boolean =>
	form.startsWith(typed.slice(from), formFrom);

/**
 * Whether `typed` is a beginning of `form`, or all of it, but for one character: another one, one too many, one too
 * few, or two that changed places. An exact beginning is not misspelt; neither is a form followed by one more
 * character, or preceded by one. Whether the last character is a slip or the next word cannot be seen here: 新质生产的
 * is misspelt, too.
 */
export function isMisspelt(typed: string, form: string): boolean {
	let at = 0;
	while (at < typed.length && typed[at] === form[at]) at++;
	const rest = typed.length - at;
	if (rest === 0 || at >= form.length) return false;
	if (samePart(typed, at + 1, form, at + 1)) return true;
	if (at > 0 && rest > 1 && samePart(typed, at + 1, form, at)) return true;
	if (at > 0 && samePart(typed, at, form, at + 1)) return true;
	return rest > 1 && typed[at] === form[at + 1] && typed[at + 1] === form[at] && samePart(typed, at + 2, form, at + 2);
}
