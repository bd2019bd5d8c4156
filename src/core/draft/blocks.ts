// A draft cut into paragraphs that can be reviewed one by one: prose as it stands, everything else blanked out.

import { technical } from './latex';
import { blank, maskDraft } from './mask';

/** One paragraph. */
export interface Block {
	readonly start: number;
	/** As long as the paragraph in the draft; marks of Markdown, keys and labels are blanked out. */
	readonly text: string;
	readonly kind: 'paragraph' | 'heading' | 'quote' | 'note';
	/** Keys and footnote labels that are cited in it, as written. */
	readonly cites: readonly Cite[];
	/**
	 * Codes a comment before it says to leave out (a family, such as `quotation`, stands for all of its codes); `*`: all.
	 */
	readonly ignored: readonly string[];
	/**
	 * The line behind it that says whose words they are (——习近平，2024年1月31日), where it is no part of the paragraph;
	 * offset relative to `start`.
	 */
	readonly attribution?: { readonly start: number; readonly text: string };
}

/** `<!-- policy-writing: ignore -->`, or with codes; in LaTeX behind `%`. */
export const ignoreComment = /(?:<!--|%)\s*policy-writing:\s*ignore(?:\s+([\w., \t]+?))?\s*(?:-->|$)/;

/** A citation in a paragraph: offsets into the paragraph, half-open. */
export interface Cite {
	readonly label: string;
	readonly start: number;
	readonly end: number;
	readonly form: 'note' | 'key';
}

/** Environments of LaTeX that set quotations apart. */
const quoting = /^(?:quote|quotation|displayquote)$/;

/** A longer paragraph is cut: looking at all of it at once would be felt. */
const longest = 50_000;

/** The paragraphs of a draft, in order. Costs one pass over the draft. */
export function blocksOf(draft: string, language: string): Block[] {
	const { lines, masked, closed } = maskDraft(draft, language);
	const markdown = language === 'markdown';
	const tex = language === 'latex' || language === 'tex';
	const blocks: Block[] = [];
	let first = -1;
	let kind: Block['kind'] = 'paragraph';
	let ignored: readonly string[] = [];
	let inList = false;
	let inQuote = false;
	const push = (end: number) => {
		if (first < 0) return;
		for (let from = first; from < end; from += longest)
			blocks.push(blockOf(masked, from, Math.min(end, from + longest), kind, markdown, ignored));
		first = -1;
		ignored = [];
	};
	lines.forEach((line, at) => {
		const text = masked.slice(line.start, line.start + line.text.length);
		const before = lines[at - 1];
		const end = before ? before.start + before.text.length : 0;
		if (/^\s*(?:<!--|%)\s*\/?policy-writing:\s*references/.test(line.text) && closed[at] !== 'code') {
			push(end);
			inList = !/\/policy-writing/.test(line.text);
			return;
		}
		// What we wrote ourselves is no prose of the writer's.
		if (inList) return;
		const told = line.text.includes('policy-writing') && closed[at] !== 'code' ? ignoreComment.exec(line.text) : null;
		if (told && text.slice(0, told.index).trim() === '') {
			push(end);
			ignored = told[1] === undefined ? ['*'] : told[1].split(/[\s,]+/);
			if (
				masked.slice(line.start + told.index + told[0].length, line.start + line.text.length).trim() === '' ||
				!markdown
			)
				return;
		}
		if (closed[at] || text.replaceAll(blank, '').trim() === '') return push(end);
		const environment = tex ? /^\s*\\(begin|end)\{(\w+)\*?\}/.exec(text) : null;
		if (environment) {
			push(end);
			inQuote = environment[1] === 'begin' && quoting.test(environment[2]!);
			if (text.slice(environment[0].length).trim() === '') return;
		}
		const own = !markdown
			? inQuote
				? 'quote'
				: 'paragraph'
			: /^ {0,3}#{1,6}\s/.test(text)
				? 'heading'
				: /^ {0,3}>/.test(text)
					? 'quote'
					: /^ {0,3}\[\^[^\]\s]+\]:/.test(text)
						? 'note'
						: 'paragraph';
		// Only Markdown and LaTeX join lines; a list item begins a paragraph.
		const goesOn =
			first >= 0 &&
			language !== 'plaintext' &&
			(own === kind || (own === 'paragraph' && kind === 'note')) &&
			own !== 'heading' &&
			own !== 'note' &&
			!/^\s*(?:[-*+]|\d{1,9}[.)])\s|^\u3000/.test(text);
		if (goesOn) return;
		push(end);
		first = line.start;
		kind = own;
	});
	const last = lines.at(-1)!;
	push(last.start + last.text.length);
	return attributed(blocks);
}

/**
 * A line that says whose words stand before it: a name, or who spoke, when or where they are printed. ——坚持创新。 is
 * an item of a list.
 */
const attributing =
	/^\s*(?:——|--)\s*(?:[\p{Script=Han}·]{2,4}|(?=[^。；：]*(?:总书记|總書記|主席|总理|總理|书记|書記|委员长|部长|省长|市长|会议|會議|《|强调|強調|指出|讲话|講話|致辞|摘自|引自|出自|\d{4}\s*[年.\-/]|[（(]\d{4}))[^。；：]+)\s*$/u;

/** Short paragraphs right before a line that begins with a dash are quotations set apart, which it attributes. */
function attributed(blocks: readonly Block[]): Block[] {
	const made = [...blocks];
	blocks.forEach((block, at) => {
		if (block.text.length > 120 || !attributing.test(block.text.replaceAll(blank, ' '))) return;
		for (let before = at - 1; before >= Math.max(0, at - 5); before--) {
			const one = made[before]!;
			const apart = one.kind === 'quote' && before === at - 1;
			if (!apart && (one.kind !== 'paragraph' || one.text.length > 200 || !/[。！？…]["”’」』]?\s*$/.test(one.text)))
				break;
			made[before] = { ...one, kind: 'quote', attribution: { start: block.start - one.start, text: block.text } };
			if (apart) break;
		}
	});
	return made;
}

function blockOf(
	masked: string,
	start: number,
	end: number,
	kind: Block['kind'],
	markdown: boolean,
	ignored: readonly string[],
): Block {
	let text = masked.slice(start, end);
	const cites: Cite[] = [];
	if (markdown) {
		text = text.replace(/^ {0,3}(?:#{1,6}\s|(?:> ?)+)/gm, mark => blank.repeat(mark.length));
		if (text.includes('[')) {
			text = text.replace(/\[\^([^[\]\s]+)\](:?)/g, (all: string, label: string, colon: string, at: number) => {
				if (colon === '' || at > 4) cites.push({ label, start: at, end: at + all.length, form: 'note' });
				return blank.repeat(all.length);
			});
			text = text.replace(/\[[^[\]]*@[^[\]]*\]/g, (all: string, at: number) => {
				for (const key of all.matchAll(/@(\{[^}]*\}|[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*)/gu))
					cites.push({ label: key[1]!.replace(/^\{|\}$/g, ''), start: at, end: at + all.length, form: 'key' });
				return blank.repeat(all.length);
			});
		}
		text = text.replace(/[*_]{1,3}/g, mark => blank.repeat(mark.length));
	} else if (text.includes('\\')) {
		text = text.replace(/\\(?:begin|end)\{[^{}]*\}/g, mark => blank.repeat(mark.length));
		for (const note of text.matchAll(/\\footnote(?:text|mark)?(?:\[[^\]]*\])?\{/g))
			cites.push({ label: '', start: note.index, end: note.index + note[0].length, form: 'note' });
		text = text
			.replace(
				/\\[A-Za-z]*[cC]ite[A-Za-z]*\*?(?:\[[^\]]*\])*\{([^{}]*)\}/g,
				(all: string, keys: string, at: number) => {
					for (const label of keys.split(','))
						cites.push({ label: label.trim(), start: at, end: at + all.length, form: 'key' });
					return blank.repeat(all.length);
				},
			)
			// Names, paths and numbers that commands are given are no prose.
			.replace(/\\([A-Za-z]+)\*?(?:\[[^\]]*\])*\{[^{}]*\}/g, (all: string, name: string) =>
				technical.has(name) ? blank.repeat(all.length) : all,
			)
			.replace(/\\[A-Za-z]+\*?|(?<!\\)[{}]/g, mark => blank.repeat(mark.length));
	}
	return { start, text, kind, cites, ignored };
}
