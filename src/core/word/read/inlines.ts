// What stands in a line of Markdown → runs of text, notes, links and pictures.

import { labelNames } from '../labels';
import { plainText, raisedMarks, type Inline, type TextStyle } from '../manuscript';
import type { Reading } from './context';
import { pictureOf, readTag } from './html';
import type { Token } from './parser';
import { allowedText, fieldIn, isOwnLine, lineEndBetween } from './text';

/** Tokens that begin and end a style. */
const marks: Readonly<Record<string, TextStyle>> = {
	strong: { bold: true },
	em: { italic: true },
	s: { struck: true },
};

/** An address that opens nothing but a page or a letter. */
const safe = /^(?:https?:\/\/|mailto:)[^\s"<>\\^`{|}]+$/i;

/** The inlines of a token of markdown-it; none where it holds none. */
export function inlinesOf(tokens: readonly Token[] | null | undefined, reading: Reading): readonly Inline[] {
	const reader = new InlineReader(reading);
	for (const token of tokens ?? []) reader.take(token);
	const content = reader.finish();
	const field = fieldIn(plainText(content));
	if (field !== undefined) reading.problems.add('field', field);
	return content;
}

interface OpenLink {
	readonly address: string | undefined;
	readonly before: Inline[];
}

class InlineReader {
	private content: Inline[] = [];
	private readonly styles: TextStyle[] = [];
	private readonly tags: (readonly [name: string, style: TextStyle])[] = [];
	private readonly links: OpenLink[] = [];
	private raised = false;
	private lineEnd = false;

	constructor(private readonly reading: Reading) {}

	finish(): readonly Inline[] {
		while (this.links.length > 0) this.closeLink();
		return this.content;
	}

	take(token: Token): void {
		const style = marks[token.type.replace(/_(?:open|close)$/, '')];
		if (style) return this.takeStyle(style, token.nesting);
		switch (token.type) {
			case 'text':
				return this.text(token.content);
			case 'code_inline':
				return this.push(token.content, { code: true });
			case 'math_inline':
				this.reading.problems.add('math', token.content);
				return this.push(token.content, {});
			case 'softbreak':
				this.lineEnd = true;
				return;
			case 'hardbreak':
				this.content.push({ type: 'break' });
				return;
			default:
				return this.takeOther(token);
		}
	}

	private takeOther(token: Token): void {
		switch (token.type) {
			case 'link_open':
				return this.openLink(attribute(token, 'href'));
			case 'link_close':
				return this.closeLink();
			case 'image':
				return this.image(attribute(token, 'src'), token.content.trim() || attribute(token, 'title'));
			case 'html_inline':
				return this.html(token.content);
			case 'footnote_ref':
				return this.note((token.meta as { readonly id: number }).id);
			default:
				this.text(token.content);
		}
	}

	private takeStyle(style: TextStyle, nesting: Token['nesting']): void {
		if (nesting > 0) this.styles.push(style);
		else this.styles.splice(this.styles.lastIndexOf(style), 1);
	}

	/** Text, with what is raised in it. */
	private text(written: string): void {
		for (const piece of this.labelled(written).split(/([\uE0F2\uE0F3])/)) {
			if (piece === raisedMarks.open) this.raised = true;
			else if (piece === raisedMarks.close) this.raised = false;
			else this.push(piece, {});
		}
	}

	/** `[@fig:map; @tbl:a]` are the numbers of that figure and that table; what has none stands as it is written. */
	private labelled(written: string): string {
		if (!written.includes('@')) return written;
		return written.replace(labelNames, (whole: string, inner: string = whole) => {
			const names = inner.split(/\s*;\s*/).map(name => name.slice(1));
			const numbers = names.map(name => this.reading.labels.get(name));
			const without = names.filter((_, at) => numbers[at] === undefined);
			for (const name of without) this.reading.problems.add('label', `@${name}`);
			return without.length > 0 ? whole : numbers.join('、');
		});
	}

	private push(written: string, own: TextStyle): void {
		const { text, left } = allowedText(written);
		if (left > 0) this.reading.problems.add('control', String(left));
		if (text === '') return;
		const style = Object.assign({}, ...this.styles, ...this.tags.map(([, one]) => one), own) as TextStyle;
		const shown: TextStyle = { ...style, ...(this.raised && { raised: true }) };
		const joined = this.joint(text) + text;
		if (shown.raised && /^\d/.test(joined) && this.content.at(-1)?.type === 'note') this.partNumbers();
		const last = this.content.at(-1);
		if (last?.type === 'text' && sameStyle(last.style, shown))
			this.content[this.content.length - 1] = { ...last, text: last.text + joined };
		else this.content.push({ type: 'text', text: joined, style: shown });
	}

	/** What the line end that was met stands for, now that it is known what follows. */
	private joint(next: string): string {
		if (!this.lineEnd) return '';
		this.lineEnd = false;
		const last = this.content.at(-1);
		if (isOwnLine(next)) this.content.push({ type: 'break', own: true });
		else if (last?.type === 'text') return lineEndBetween(last.text, next);
		return '';
	}

	private openLink(address: string): void {
		const usable = safe.test(address);
		if (!usable && !address.startsWith('#')) this.reading.problems.add('link.unsafe', address);
		this.links.push({ address: [address].filter(() => usable)[0], before: this.content });
		const joint = this.joint('a');
		this.content = [];
		if (joint !== '') this.links.at(-1)?.before.push({ type: 'text', text: joint, style: {} });
	}

	private closeLink(): void {
		const link = this.links.pop();
		if (!link) return;
		const content = this.content;
		this.content = link.before;
		if (link.address === undefined) this.content.push(...content);
		else this.content.push({ type: 'link', address: link.address, content });
	}

	private image(address: string, words: string): void {
		this.lineEnd = false;
		this.content.push({ type: 'image', image: this.reading.imageOf(address), words: allowedText(words).text });
	}

	private html(written: string): void {
		const picture = pictureOf(written);
		if (picture) return this.image(picture.address, picture.words);
		const tag = readTag(written);
		if (!tag) return;
		if (tag.odd) this.reading.problems.add('html', tag.name);
		if (tag.name === 'br') this.content.push({ type: 'break' });
		else if (tag.style && !tag.closes) this.tags.push([tag.name, tag.style]);
		else if (tag.closes) {
			const at = this.tags.findLastIndex(([name]) => name === tag.name);
			this.tags.splice(at, Number(at >= 0));
		}
	}

	private note(id: number): void {
		this.lineEnd = false;
		if (this.reading.inNote) return this.nested(id);
		const place = this.reading.noteOf(id);
		if (!place) return;
		if (endsInNumber(this.content)) this.partNumbers();
		this.content.push({ type: 'note', ...place });
	}

	/** What is raised on both sides would be drawn as one number. */
	private partNumbers(): void {
		this.content.push({ type: 'text', text: this.reading.comma, style: { raised: true } });
	}

	/** A note within a note: its words in brackets. */
	private nested(id: number): void {
		const words = this.reading.nestedTokens(id).flatMap(inlineTokens);
		this.reading.problems.add('note.nested', this.reading.parsed[id]?.label ?? '');
		this.push('（', {});
		// A note that refers to itself says so once.
		for (const token of words) if (token.type !== 'footnote_ref') this.take(token);
		this.push('）', {});
	}
}

/** Whether the last of what stands in a line is a raised number: of a note, or of the text. */
function endsInNumber(content: readonly Inline[]): boolean {
	const last = content.at(-1);
	if (last?.type === 'text') return (last.style.raised ? /[\d\]]$/ : /[⁰¹²³⁴-⁹]$/).test(last.text);
	return last?.type === 'note';
}

/** The tokens of a line. */
function inlineTokens(token: Token): readonly Token[] {
	if (!token.block) return [token];
	return token.children ?? [];
}

function attribute(token: Token, name: string): string {
	return token.attrGet(name) ?? '';
}

function sameStyle(one: TextStyle, other: TextStyle): boolean {
	const keys = Object.keys(one) as (keyof TextStyle)[];
	return keys.length === Object.keys(other).length && keys.every(key => one[key] === other[key]);
}
