// A draft and its Word file, edited together as a person edits the file: what each edit makes of both.
import { zipOf } from '../../../src/core/documents/office/zip';
import { partsOf } from '../wordFile';
import { rowLine, written, type BlockKind, type DraftModel, type Line, type Piece } from './model';

const who = 'w:author="王某" w:date="2024-03-18T09:00:00Z"';
export type State = 'same' | 'ins' | 'del';

/** A piece of a paragraph: how the draft writes it, and the XML that stands for it in the file. */
export interface Token {
	readonly text: string;
	readonly kind: 'word' | 'mark' | 'other';
	state: State;
	readonly xml: string;
	/** A note stands behind it, or it was copied with one: neither another note nor none takes its place. */
	isCited?: boolean;
}

export interface Paragraph {
	readonly kind: Exclude<BlockKind, 'row'> | 'cell';
	tokens: Token[];
	/** What stands before its runs. */
	readonly open: string;
	/** How its end was changed. */
	end: State;
	/** Tracked as moved. */
	isMoved?: boolean;
	/** Something was done with the whole of it: nothing else is. */
	isBusy?: boolean;
	/** A note of it was taken out: nothing is copied to its place. */
	isBare?: boolean;
	/** Something of it was copied. */
	isKept?: boolean;
	/** The first of the draft: whom it is for. */
	readonly isFirst: boolean;
}

/** The places of the elements of a run: what is written for a note, a field, a run, a bookmark. */
const runs =
	/<w:bookmarkStart[^>]*\/><w:r>(?:(?!<\/w:r>).)*<w:footnoteReference[^>]*\/><\/w:r><w:bookmarkEnd[^>]*\/>|<w:r[ >](?:(?!<\/w:r>).)*fldCharType="begin".*?fldCharType="end"\/><\/w:r>|<w:r[ >](?:(?!<\/w:r>).)*<\/w:r>|<w:bookmark[^>]*\/>/gs;
const paragraphs = /<w:p>((?:(?!<\/w:p>).)*)<\/w:p>/gs;
const noteElement = /<w:footnote w:id="(\d+)".*?<\/w:footnote>/gs;

interface Atom {
	readonly xml: string;
	/** Nothing of what is no text. */
	readonly character?: string;
}

function atomsOf(inner: string): Atom[] {
	return [...inner.matchAll(runs)].flatMap(([xml]): Atom[] => {
		const found = /^<w:r>(<w:rPr>.*?<\/w:rPr>)?<w:t[^>]*>([^<]*)<\/w:t><\/w:r>$/s.exec(xml);
		if (!found) return [{ xml }];
		const [, look = '', text = ''] = found;
		return text
			.split('')
			.map(character => ({ character, xml: `<w:r>${look}<w:t xml:space="preserve">${character}</w:t></w:r>` }));
	});
}

/** Takes what stands for the pieces of a paragraph off its atoms, in order. */
class Reader {
	private at = 0;

	constructor(private readonly atoms: readonly Atom[]) {}

	token({ text, shown, isMark }: Piece): Token {
		const kind = /\p{L}/u.test(shown) ? 'word' : 'other';
		return { text, kind: isMark ? 'mark' : kind, state: 'same', xml: isMark ? this.mark() : this.words(shown) };
	}

	rest(): string {
		return this.take(() => true);
	}

	/** A note, raised numbers, what stands in brackets. */
	private mark(): string {
		let depth = 0;
		return this.take(({ character, xml }) => {
			const isOpen = depth > 0 || character === undefined || xml.includes('superscript');
			if (character === '（') depth++;
			else if (character === '）') depth--;
			return isOpen || character === '（';
		});
	}

	private words(shown: string): string {
		const before = this.take(({ character }) => character === undefined);
		const from = this.at;
		const xml = this.take(() => this.at < from + shown.length);
		const found = this.atoms.slice(from, this.at).map(({ character }) => character);
		if (found.join('') !== shown) throw new Error(`${shown} is written as ${found.join('')}`);
		return before + xml;
	}

	private take(isWanted: (atom: Atom) => boolean): string {
		let xml = '';
		for (let atom = this.atoms[this.at]; atom && isWanted(atom); atom = this.atoms[++this.at]) xml += atom.xml;
		return xml;
	}
}

export class EditedFile {
	/** Paragraphs of the draft, and the XML that stands between them. */
	readonly parts: (string | Paragraph)[] = [];
	readonly definitions: Map<string, string>;
	/** The XML of the notes, by their ids. */
	readonly notes = new Map<string, string>();
	private readonly files: Map<string, Uint8Array>;
	private readonly cited: ReadonlySet<string>;
	private nextNote = 100;

	constructor(
		bytes: Uint8Array,
		private readonly draft: DraftModel,
	) {
		this.files = partsOf(bytes);
		this.definitions = new Map(draft.notes);
		for (const [xml, id = ''] of this.read('word/footnotes.xml').matchAll(noteElement))
			if (id !== '0') this.notes.set(id, xml);
		this.readParagraphs();
		this.cited = this.labels();
	}

	get paragraphs(): Paragraph[] {
		return this.parts.filter(part => typeof part !== 'string');
	}

	/** What is there and was not touched as a whole. */
	get free(): Paragraph[] {
		return this.paragraphs.filter(({ end, isBusy }) => end === 'same' && !isBusy);
	}

	remove(paragraph: Paragraph, token: Token, isTracked: boolean): void {
		if (isTracked) token.state = 'del';
		else paragraph.tokens.splice(paragraph.tokens.indexOf(token), 1);
	}

	/** Words that look like others. */
	word(text: string, state: State, like: Token): Token {
		const look = /<w:rPr>.*?<\/w:rPr>/s.exec(like.xml)?.[0].replace(/<w:b\/>|<w:bCs\/>/g, '') ?? '';
		return { text, kind: 'word', state, xml: `<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r>` };
	}

	newNote(words: string, state: State): Token {
		const id = String(this.nextNote++);
		const look = (style: string) => `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>`;
		const sign = `<w:r>${look('FootnoteReference')}<w:footnoteRef/></w:r>`;
		const inner = `<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>${sign}<w:r><w:t>${words}</w:t></w:r></w:p>`;
		this.notes.set(id, `<w:footnote w:id="${id}">${inner}</w:footnote>`);
		const xml = `<w:r>${look('FootnoteReference')}<w:footnoteReference w:id="${id}"/></w:r>`;
		return { text: `^[${words}]`, kind: 'mark', state, xml };
	}

	/** As Word copies: notes anew with the same words. */
	copy(token: Token, state: State): Token {
		const bare = token.xml.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '');
		const xml = bare.replace(/<w:footnoteReference w:id="(\d+)"\/>/g, (_, old: string) => {
			const id = String(this.nextNote++);
			this.notes.set(id, (this.notes.get(old) ?? '').replace(/<w:footnote w:id="\d+"/, `<w:footnote w:id="${id}"`));
			return `<w:footnoteReference w:id="${id}"/>`;
		});
		return { ...token, state, xml };
	}

	/** The file; its notes are numbered in their order. */
	bytes(): Uint8Array {
		const xml = this.parts.map(part => (typeof part === 'string' ? part : paragraphXml(part))).join('');
		const ids = [...xml.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id = '']) => id);
		const body = xml.replace(/(<w:footnoteReference w:id=")(\d+)/g, (_, open: string, id) => open + numberIn(ids, id));
		const notes = ids.map((id, at) =>
			(this.notes.get(id) ?? '').replace(/<w:footnote w:id="\d+"/, `<w:footnote w:id="${at + 1}"`),
		);
		const kept = this.read('word/footnotes.xml').replace(noteElement, (all, id) => (id === '0' ? all : ''));
		const files = new Map(this.files);
		files.set('word/document.xml', new TextEncoder().encode(body));
		files.set('word/footnotes.xml', new TextEncoder().encode(kept.replace(/(?=<\/w:footnotes>)/, notes.join(''))));
		return zipOf(files);
	}

	/** The draft as it should be. */
	expected(): string {
		const lines: Line[] = [];
		let carried: Line | undefined;
		let row: string[] = [];
		for (const { kind, tokens, end } of this.paragraphs) {
			const text = textLeft(tokens);
			if (kind === 'cell') {
				row.push(text);
				if (row.length < 2) continue;
				lines.push(rowLine(row, lines.at(-1)?.kind !== 'row'));
				row = [];
				continue;
			}
			const line: Line = carried ? { ...carried, text: carried.text + text } : { kind, text };
			carried = end === 'del' && line.text !== '' ? line : undefined;
			if (!carried && line.text !== '') lines.push(line);
		}
		const left = this.labels();
		return written(
			lines,
			[...this.definitions].filter(([label]) => !this.cited.has(label) || left.has(label)),
		);
	}

	private read(name: string): string {
		return new TextDecoder().decode(this.files.get(name));
	}

	private readParagraphs(): void {
		const body = this.read('word/document.xml');
		const wanted = this.draft.blocks.flatMap(({ kind, cells }) =>
			cells.map(pieces => ({ kind: kind === 'row' ? ('cell' as const) : kind, pieces })),
		);
		let [last, at] = [0, 0];
		for (const { 0: whole, 1: inner = '', index } of body.matchAll(paragraphs)) {
			this.parts.push(body.slice(last, index));
			last = index + whole.length;
			const next = wanted[at];
			const shown = [...inner.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');
			if (!next || shown === '' || !shown.startsWith(next.pieces[0]?.shown ?? '')) {
				this.parts.push(whole);
				continue;
			}
			const open = /^<w:pPr>.*?<\/w:pPr>(?=<w:r|<w:bookm|$)/s.exec(inner)?.[0] ?? '';
			const reader = new Reader(atomsOf(inner.slice(open.length)));
			const tokens = next.pieces.map(piece => reader.token(piece));
			for (const [at, token] of tokens.entries()) token.isCited = tokens[at + 1]?.kind === 'mark';
			const end = tokens.pop();
			if (end) tokens.push({ ...end, xml: end.xml + reader.rest() });
			this.parts.push({ kind: next.kind, tokens, open, end: 'same', isFirst: at === 0 });
			at++;
		}
		this.parts.push(body.slice(last));
		if (at !== wanted.length) throw new Error(`paired ${at} of ${wanted.length} paragraphs`);
	}

	/** The labels that are cited. */
	private labels(): Set<string> {
		const text = this.paragraphs.map(({ tokens }) => textLeft(tokens)).join('');
		return new Set([...text.matchAll(/\[\^(\w+)\]/g)].map(([, label = '']) => label));
	}
}

function textLeft(tokens: readonly Token[]): string {
	return tokens.map(({ text, state }) => (state === 'del' ? '' : text)).join('');
}

function numberIn(ids: readonly string[], id: unknown): string {
	return String(ids.indexOf(String(id)) + 1);
}

function paragraphXml(paragraph: Paragraph): string {
	const { open, end, tokens } = paragraph;
	const mark = end === 'same' ? '' : `<w:rPr><w:${end} w:id="8" ${who}/></w:rPr>`;
	const properties = mark === '' ? open : (open || '<w:pPr></w:pPr>').replace('</w:pPr>', `${mark}</w:pPr>`);
	return `<w:p>${properties}${tokens.map(token => trackedXml(token, paragraph.isMoved ?? false)).join('')}</w:p>`;
}

function trackedXml({ state, xml }: Token, isMoved: boolean): string {
	if (state === 'same') return xml;
	const deleted = xml
		.replace(/<w:t(?=[ >])/g, '<w:delText')
		.replace(/<\/w:t>/g, '</w:delText>')
		.replace(/w:instrText/g, 'w:delInstrText');
	const moved = state === 'ins' ? 'moveTo' : 'moveFrom';
	const element = isMoved ? moved : state;
	const inner = state === 'del' ? deleted : xml;
	return inner.replace(/<w:r[ >].*<\/w:r>/s, all => `<w:${element} w:id="9" ${who}>${all}</w:${element}>`);
}
