// LaTeX and plain text read without anything of ours: what each citation leads to stands in its place.
import { escapeFor } from '../../src/core/citations/edits/escape';
import { formatReference } from '../../src/core/citations/gbt7714/reference';
import { places } from './drafts';
import { sources } from './sources';

const words = (text: string) => text.replace(/\s+/g, '');
const known = new Map<string, string>();
for (const source of sources)
	for (const { said, locator } of places)
		for (const edition of ['2025', '2015'] as const)
			known.set(
				words(escapeFor('latex', formatReference(source, { edition, locator }).text)),
				`⟨${source.id}|${said}⟩`,
			);

/** Where the brace that opens before an offset closes; -1 where none does. */
function closing(text: string, from: number): number {
	let depth = 1;
	for (let at = from; at < text.length; at++) {
		if (text[at] === '\\') at++;
		else if (text[at] === '{') depth++;
		else if (text[at] === '}' && --depth === 0) return at;
	}
	return -1;
}

/** A LaTeX draft with what its citations mean. */
export function readLatex(text: string): string {
	const token =
		/\\begin\{verbatim\}[^]*?\\end\{verbatim\}|(?<!\\)%[^\r\n]*|\\footnote\{|\\cite((?:\[[^\]]*\])*)\{([^{}]*)\}/g;
	let out = '';
	let at = 0;
	for (let found = token.exec(text); found; found = token.exec(text)) {
		out += text.slice(at, found.index);
		at = found.index + found[0].length;
		if (found[0].startsWith('\\footnote')) {
			const end = closing(text, at);
			const said = text.slice(at, end < 0 ? text.length : end);
			out += known.get(words(said)) ?? `⟪${readLatex(said)}⟫`;
			at = end < 0 ? text.length : end + 1;
			token.lastIndex = at;
		} else if (found[2] !== undefined) {
			const place = places.find(one => (one.said ? `[${one.said}]` : '') === found![1]);
			const ids = found[2].split(',').map(key => sources.find(one => one.id.replace(' ', '-') === key.trim())?.id);
			out += place && ids.length === 1 && ids[0] ? `⟨${ids[0]}|${place.said}⟩` : `⟨words ${found[1]!}${found[2]}⟩`;
		} else out += found[0];
	}
	return out + text.slice(at);
}

/** A plain text: its body and its list, numbers replaced by the words of what they lead to. */
export function readPlain(text: string): { readonly body: string; readonly entries: readonly string[] } {
	const lines = text.split(/\r\n|\r|\n/);
	const head = lines.findLastIndex(line => /^参考文献$/.test(line));
	const entries = new Map<string, string>();
	const rest: string[] = lines.slice(0, head < 0 ? lines.length : head);
	let last: string | undefined;
	let at = head < 0 ? lines.length : head + 1;
	for (; at < lines.length; at++) {
		const entry = /^(?:[[［〔](\d+)[\]］〕]|(\d+)\.) ?(.*)$/.exec(lines[at]!);
		if (entry) entries.set((last = entry[1] ?? entry[2]!), entry[3]!);
		// What goes on with an entry stands right below it and is indented, or the entry had no end.
		else if (
			last !== undefined &&
			lines[at]!.trim() !== '' &&
			(/^\s/.test(lines[at]!) || /[，,]$/.test(entries.get(last)!))
		)
			entries.set(last, `${entries.get(last)!}\n${lines[at]!}`);
		else if (lines[at]!.trim() !== '') break;
	}
	rest.push(...lines.slice(at));
	const lead = (words: string, depth: number): string =>
		spelledOut(words).replace(
			/([[［〔])( ?\d{1,4}(?:[,，、]\d{1,4})* ?)((?::25)?[\]］〕])/g,
			(_, open: string, inner: string, close: string) =>
				open +
				inner.replace(/\d+/g, number => {
					const said = entries.get(number);
					return said === undefined ? number : `⟪${depth > 2 ? '' : lead(said, depth + 1)}⟫`;
				}) +
				close,
		);
	return { body: lead(rest.join('\n'), 0), entries: [...entries.values()].map(one => lead(one, 1)).sort() };
}

/** Stretches of numbers as the numbers they mean: `[1-3]` and `[1]—[3]` are `[1,2,3]`. */
function spelledOut(text: string): string {
	const joined = text.replace(/(\d)[\]］〕]([-–~—至])[[［〔](?=\d)/g, '$1$2');
	return joined.replace(
		/(?<=[[［〔,，、] ?)(\d{1,3})[-–~—至](\d{1,3})(?= ?[\]］〕,，、:])/g,
		(_, from: string, to: string) => {
			const all = Array.from({ length: Math.max(1, Number(to) - Number(from) + 1) }, (__, at) => Number(from) + at);
			return all.join(',');
		},
	);
}
