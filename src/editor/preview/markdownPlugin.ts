// Footnotes and keys in the Markdown preview: a plugin of markdown-it. It finds them and where notes are written; what
// is drawn for them is the page’s.
import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it';
import { circled, escapeHtml, PreviewPage, type PreviewSource } from './page';

const note = /\[\^([^[\]\s]+)\]/y;
/** Not a link, nor a span with attributes: as the core reads it (pandoc). */
const cluster = /\[(?!\^)[^[\]@]*@[^[\]]*\](?![({]|\[(?!\^)(?![^[\]]*@))/y;
/** A key without brackets, and the place in brackets that may stand behind it. */
const bare = new RegExp(
	[
		/-?@(?:\{[^{}\n]+\}|[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*)/u,
		/(?: ?\[(?!\^)[^[\]@]*\](?![[(:]))?/u,
	]
		.map(one => one.source)
		.join(''),
	'uy',
);
const head = /^\[\^([^[\]\s]+)\]:[ \t]*/;
const opens = /^\s*<!--\s*policy-writing:\s*references\s*-->/i;
const closes = /^\s*<!--\s*\/policy-writing:\s*references\s*-->/i;
const title = /^(?:[^\s、.．]{1,3}[、.．]\s*)?参考文献$/;

/** Indent of what belongs to a note, beyond that of what the note stands in. */
const noteIndent = 4;

/** What our tokens carry themselves. VS Code sends tokens to its Markdown server, so this is data and nothing else. */
interface Meta {
	readonly label?: string;
}
const metaOf = (token: Token | undefined): Meta => (token?.meta ?? {}) as Meta;

/** What the lists are drawn with. */
interface Lists {
	readonly page: PreviewPage;
	readonly titled: boolean;
	readonly notes: ReadonlyMap<string, readonly Token[]>;
}

/**
 * What tokens are drawn with, which is known once all of a page has been parsed. It is kept beside the tokens: a page
 * leads to all that the extension has, and a token that led to the page could not be sent.
 */
interface Drawings {
	readonly pages: WeakMap<Token, PreviewPage>;
	readonly lists: WeakMap<Token, Lists>;
}

/** Makes markdown-it draw the citations of drafts. */
export function drawCitations(md: MarkdownIt, source: PreviewSource): MarkdownIt {
	md.inline.ruler.before('link', 'policy_citation', citation);
	md.block.ruler.before('blockquote', 'policy_definition', definition, { alt: ['paragraph', 'reference'] });
	const drawings: Drawings = { pages: new WeakMap(), lists: new WeakMap() };
	md.core.ruler.push('policy_notes', state => collect(state, source, drawings));
	md.renderer.rules['policy_citation'] = (tokens, at) => {
		const token = tokens[at];
		const { label } = metaOf(token);
		const page = token && drawings.pages.get(token);
		const written = token?.content ?? '';
		if (!page) return escapeHtml(written);
		return label === undefined ? page.key(written) : page.note(label, written);
	};
	md.renderer.rules['policy_notes'] = (tokens, at, options, env) => {
		const token = tokens[at];
		const lists = token && drawings.lists.get(token);
		if (!lists) return '';
		const { page, notes, titled } = lists;
		const references = page.references.map(
			(words, at) =>
				`<li id="policy-reference-${at + 1}"><span class="policy-number">[${at + 1}]</span>${md.renderInline(words)}</li>`,
		);
		const own = page.own.map((label, at) => {
			const words = md.renderer.render([...(notes.get(label) ?? [])], options, env);
			return `<li id="policy-note-${at + 1}"><span class="policy-number">${circled(at + 1)}</span>${words}</li>`;
		});
		return section('注释', own, true) + section('参考文献', references, !titled);
	};
	return md;
}

function section(heading: string, items: readonly string[], titled: boolean): string {
	if (items.length === 0) return '';
	const above = titled ? `<h2>${heading}</h2>` : '';
	return `<section class="policy-list">${above}<ol>${items.join('\n')}</ol></section>\n`;
}

/** `[^label]`, `[@key, 第3段]`, `@key`. */
function citation(state: StateInline, silent: boolean): boolean {
	const { src, pos } = state;
	const found = matchAt(note, src, pos) ?? matchAt(cluster, src, pos) ?? bareAt(src, pos);
	if (!found || isLink(state, found[0])) return false;
	if (!silent) {
		const token = state.push('policy_citation', '', 0);
		token.content = found[0];
		token.meta = found[1] === undefined ? {} : { label: found[1].toLowerCase() };
	}
	state.pos += found[0].length;
	return true;
}

/** Whether the draft has an address for what stands in brackets: `[@somebody]: https://…`. */
function isLink({ env, md }: StateInline, written: string): boolean {
	const { references = {} } = env as { readonly references?: Readonly<Record<string, unknown>> };
	return written.startsWith('[@') && Object.hasOwn(references, md.utils.normalizeReference(written.slice(1, -1)));
}

function bareAt(text: string, at: number): RegExpExecArray | undefined {
	if (/[\p{L}\p{N}_]$/u.test(text.slice(Math.max(0, at - 2), at))) return undefined;
	return matchAt(bare, text, at);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
	pattern.lastIndex = at;
	return pattern.exec(text) ?? undefined;
}

/** `[^label]: …` with all its lines. */
function definition(state: StateBlock, first: number, end: number, silent: boolean): boolean {
	const indent = state.sCount[first] ?? 0;
	if (indent - state.blkIndent >= noteIndent) return false;
	const start = (state.bMarks[first] ?? 0) + (state.tShift[first] ?? 0);
	const line = state.src.slice(start, state.eMarks[first]);
	const [written, label = ''] = head.exec(line) ?? [];
	if (written === undefined) return false;
	if (silent) return true;
	const last = lastLine(state, first, end);
	const below = state.getLines(first + 1, last + 1, state.blkIndent + noteIndent, false);
	const inner: Token[] = [];
	state.md.block.parse(`${line.slice(written.length)}\n${below}`, state.md, state.env, inner);
	const open = state.push('policy_definition_open', '', 1);
	open.meta = { label: label.toLowerCase() };
	for (const token of inner) {
		if (token.map) token.map = [token.map[0] + first, token.map[1] + first];
		state.tokens.push(token);
	}
	state.push('policy_definition_close', '', -1);
	state.line = last + 1;
	return true;
}

/** The last line of the note that begins on a line. */
function lastLine(state: StateBlock, first: number, end: number): number {
	let last = first;
	for (let line = first + 1; line < end; line++) {
		if (state.isEmpty(line)) continue;
		const indent = (state.sCount[line] ?? 0) - state.blkIndent;
		const goesOn = indent >= noteIndent || (line === last + 1 && indent >= 0 && isParagraph(state, line, end));
		if (!goesOn) break;
		last = line;
	}
	return last;
}

/** Whether a line goes on with the paragraph above it; one with the indent of Chinese paragraphs is its own. */
function isParagraph(state: StateBlock, line: number, end: number): boolean {
	if (state.src.startsWith('\u3000', state.bMarks[line])) return false;
	return !state.md.block.ruler.getRules('paragraph').some(rule => rule(state, line, end, true));
}

/** Takes the notes out of the text, tells every citation its page, and puts the place for the lists. */
function collect(state: StateCore, source: PreviewSource, { pages, lists }: Drawings): void {
	const { text, notes } = withoutDefinitions(state.tokens);
	const met = citationsOf(text);
	if (met.length === 0 && notes.size === 0) return;
	const labels = new Set<string>();
	for (const { label } of met.map(metaOf)) if (label !== undefined) labels.add(label);
	// What is cited within a note is met behind the text; the set grows while it is gone through.
	for (const label of labels)
		for (const token of citationsOf(notes.get(label) ?? [])) {
			met.push(token);
			const { label: inner } = metaOf(token);
			if (inner !== undefined) labels.add(inner);
		}
	const page = new PreviewPage(state.src, [...labels], new Set(notes.keys()), source);
	for (const token of met) pages.set(token, page);
	const list = new state.Token('policy_notes', '', 0);
	state.tokens = withList(text, list);
	lists.set(list, { page, notes, titled: isTitled(state.tokens, list) });
}

/** The citations in tokens of blocks. */
function citationsOf(tokens: readonly Token[]): Token[] {
	return tokens.flatMap(({ children }) => (children ?? []).filter(({ type }) => type === 'policy_citation'));
}

/** The tokens apart from those of notes, and those by label; a label that is defined again keeps the first. */
function withoutDefinitions(tokens: readonly Token[]): {
	readonly text: Token[];
	readonly notes: ReadonlyMap<string, readonly Token[]>;
} {
	const text: Token[] = [];
	const notes = new Map<string, readonly Token[]>();
	const open: Token[][] = [text];
	for (const token of tokens) {
		if (token.type === 'policy_definition_open') {
			const inside: Token[] = [];
			open.push(inside);
			const { label = '' } = metaOf(token);
			if (!notes.has(label)) notes.set(label, inside);
		} else if (token.type === 'policy_definition_close') open.pop();
		else open.at(-1)?.push(token);
	}
	return { text, notes };
}

/** The list between its markers, in place of what stands there; without markers, at the end. */
function withList(tokens: readonly Token[], list: Token): Token[] {
	const isMark = (pattern: RegExp) => (token: Token) => token.type === 'html_block' && pattern.test(token.content);
	const from = tokens.findIndex(isMark(opens));
	const to = tokens.findIndex(isMark(closes));
	if (from < 0 || to < from) return [...tokens, list];
	return [...tokens.slice(0, from + 1), list, ...tokens.slice(to)];
}

/** Whether the draft itself has the heading right above the list, or the markers where it wants it. */
function isTitled(tokens: readonly Token[], list: Token): boolean {
	const above = tokens.slice(0, tokens.indexOf(list));
	if (above.at(-1)?.type === 'html_block') return true;
	return above.at(-1)?.type === 'heading_close' && title.test(above.at(-2)?.content.trim() ?? '');
}
