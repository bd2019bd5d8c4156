// Whether typing has gone on to another word since VS Code asked what goes on from one.

/** More than this between two questions was not typed in one go. */
const mostTyped = 30;

/** What an input method shows before it puts in its characters. */
const composing = /^[a-z']+$/i;
/** Characters at the end; letters there may be those of an input method that has not put in its characters yet. */
const ended = /\p{Script=Han}$/u;
/** A word that begins after a mark or a blank. */
const afterMark = /[\p{P}\s].*\p{Script=Han}$/u;

/**
 * Whether another word stands before the cursor than the one that was asked for. `asked` is the line up to the place
 * that was asked for, as it stood then; `now` is the line up to the cursor. So it is after a mark or a blank, and where
 * an input method has put characters in place of the letters that were asked for.
 */
export function isNewWord(asked: string, now: string): boolean {
	const same = commonLength(asked, now);
	const gone = asked.slice(same);
	const typed = now.slice(same);
	if (typed.length > mostTyped) return false;
	return gone === '' ? afterMark.test(typed) : composing.test(gone) && ended.test(typed);
}

/** How many code units two texts begin with alike. */
function commonLength(one: string, other: string): number {
	let length = 0;
	while (length < one.length && one[length] === other[length]) length++;
	return length;
}
