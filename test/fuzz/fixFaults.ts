// What is wrong with a draft after a review fix: whatever the fix writes, the text around it and its markup stay.
import type { DraftLanguage } from '../../src/core/citations/edits/escape';
import type { Edit } from '../../src/core/draft/edit';
import type { Fix } from '../../src/core/review/fixes/fix';
import { readMarkdown, type Leaf } from './readMarkdown';

/** What a reader cannot see as text: citations, links, emphasis, code, HTML, line ends. */
const token = /□|‹[^‹›]*›|`[^`]*`|<[^>]*>|\n/g;
const mark = /⟪([a-z][a-z0-9]*-?[01]|(?:link|image) [^⟪⟫]*)⟫/g;
const citation = /⟨[^⟨⟩⟪⟫]*⟩|⟪[^⟪⟫]*⟫|⟦[^⟧]*⟧/g;
const ignoring = /<!-- policy-writing: ignore[^>]*-->/g;

/** A draft as its reader sees it; what notes say, in which a fix may stand as well, is the business of their own. */
function leavesOf(text: string): readonly Leaf[] {
	return readMarkdown(text).map(leaf => {
		let said = leaf.text.replace(mark, '‹$1›');
		for (let last = ''; said !== last;) [last, said] = [said, said.replace(citation, '□')];
		return { ...leaf, text: said };
	});
}

const tokens = (leaves: readonly Leaf[]) => leaves.flatMap(({ text }) => text.match(token) ?? []);
const line = ({ path, text }: Leaf) => `${path.trim().split(' ').at(-1)!} ${text}`;

/**
 * All of a draft but its comments. Lines with the indent of Chinese paragraphs are one to Markdown and several to their
 * writer, who may have a comment between them, and emphasis that goes on over it.
 */
const bare = (leaves: readonly Leaf[]) =>
	leaves
		.map(leaf =>
			line(leaf)
				.replace(/^p /, '')
				.replace(ignoring, '')
				.replace(/^html_block\s*$/, ''),
		)
		.join('')
		.replace(/\s+/g, '');

/** The first of some lines that does not follow in order among others. */
function missing(part: readonly string[], whole: readonly string[]): string | undefined {
	let at = 0;
	for (const one of part) {
		const found = whole.indexOf(one, at);
		if (found < 0) return one;
		at = found + 1;
	}
	return undefined;
}

function markdownFaults(kind: Fix['kind'], text: string, after: string, edits: readonly Edit[]): string[] {
	const [before, now] = [leavesOf(text), leavesOf(after)];
	if (kind === 'ignoreHere') return bare(before) === bare(now) ? [] : ['the text beside a comment: it reads otherwise'];
	const lost = missing(tokens(before), tokens(now));
	if (lost !== undefined) return [`the markup: ${JSON.stringify(lost)} is gone`];
	if (kind === 'attribute' || kind === 'cite') return [];
	if (before.length !== now.length) return [`the blocks: ${before.length} became ${now.length}`];
	if (tokens(before).length !== tokens(now).length) return ['the markup: more than before'];
	const changed = before.filter((leaf, at) => line(leaf) !== line(now[at]!));
	return changed.length > edits.length ? [`the text: ${changed.length} paragraphs changed`] : [];
}

/** Commands of LaTeX, line breaks and spaces among them; what is escaped is text. */
const commands = (text: string) => (text.match(/\\(?:[A-Za-z]+|[^])/g) ?? []).filter(one => !/^\\[%&$#_{}]$/.test(one));
const braces = (text: string) => {
	const bare = text.replace(/\\[^]/g, '');
	return bare.split('{').length - bare.split('}').length;
};

function latexFaults(kind: Fix['kind'], text: string, after: string): string[] {
	const lost = missing(commands(text), commands(after));
	if (lost !== undefined) return [`the commands: ${JSON.stringify(lost)} is gone`];
	if (braces(text) !== braces(after)) return ['the braces: they do not match as before'];
	if (kind === 'attribute' || kind === 'cite' || kind === 'ignoreHere') return [];
	return commands(text).length === commands(after).length ? [] : ['the commands: more than before'];
}

/** What is wrong after a fix that is no other citation in the place of one. */
export function fixFaults(
	{ kind, edits }: Pick<Fix, 'kind' | 'edits'>,
	text: string,
	after: string,
	language: DraftLanguage,
): string[] {
	// Nothing goes but what is read otherwise: words for words, marks for marks.
	const gone = edits.map(edit => text.slice(edit.start, edit.end)).join('');
	if (kind !== 'wording' && /[\p{L}\p{N}]/u.test(gone)) return [`words go: ${JSON.stringify(gone)}`];
	if (language === 'markdown') return markdownFaults(kind, text, after, edits);
	return language === 'latex' ? latexFaults(kind, text, after) : [];
}
