// What is wrong with a finished copy: its paragraphs in order, each with its own words in order between its citations.
import { readMarkdown, type Leaf } from './readMarkdown';

/** Citations as a draft has them, which become numbers, notes or words in brackets. */
const cites = /⟨[^⟨⟩⟪⟫]*⟩|⟪[^⟪⟫]*⟫|⟦[^⟧]*⟧|@(?:\{[^}]*\}|[\w-]+)(?: ?\[[^\]]*\])?/g;

/** The words between citations, letters and emoji alone. */
function wordsOf(text: string): readonly string[] {
	let out = text;
	for (let last = ''; out !== last;) [last, out] = [out, out.replace(cites, '\n')];
	return out.split(/[^\p{L}\p{Extended_Pictographic}]+/u).filter(Boolean);
}

/** Whether words stand in a text in order, each behind the one before. */
function holds(text: string, words: readonly string[]): boolean {
	let at = 0;
	return words.every(word => {
		const found = text.indexOf(word, at);
		at = found + word.length;
		return found >= 0;
	});
}

/** The paragraphs of a draft without HTML and lists that are written anew. */
function paragraphs(text: string): readonly Leaf[] {
	return readMarkdown(text).filter(leaf => !leaf.path.endsWith('html_block'));
}

/** A paragraph of the draft that does not stand in the copy, in its place among the others. */
export function finishFaults(text: string, after: string): string[] {
	const copy = paragraphs(after);
	let at = 0;
	for (const leaf of paragraphs(text)) {
		const words = wordsOf(leaf.text);
		const found = copy.findIndex((one, number) => number >= at && holds(one.text, words));
		if (found < 0) return [`words: ${JSON.stringify(leaf.text)} is not there in its place`];
		// What has no words of its own may be anywhere.
		if (words.length > 0) at = found;
	}
	return [];
}
