// A page of the preview: its citations as HTML, and the lists below. What they mean is asked of the corpus when the
// page is drawn, not when it is parsed: the editor parses far more often, and before the corpus is there.
import type { CitationPreview, PreviewMark } from './source';

/** Where the meaning of a draft's citations comes from. */
export interface PreviewSource {
	/** Nothing as long as the corpus is not there. */
	read(text: string): CitationPreview | undefined;
	/** Something else once what `read` answers may differ. */
	readonly version: unknown;
	/** What is said of a key without a source, and of a footnote without a text. */
	sayUnknown(keys: readonly string[]): string;
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, mark => `&#${mark.charCodeAt(0)};`);

/** Markdown escapes in words that stand where no Markdown is read. */
const unescaped = (text: string) => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** Circled numbers, by which notes are told from references; there are fifty. */
export function circled(number: number): string {
	const row = [
		[20, 0x245f],
		[35, 0x323c],
		[50, 0x328d],
	].find(([last = 0]) => number <= last);
	if (!row) return `(${number})`;
	return String.fromCharCode((row[1] ?? 0) + number);
}

export class PreviewPage {
	private read: { readonly version: unknown; readonly preview: CitationPreview | undefined } | undefined;

	/** `labels`: of the footnotes in the order in which they are met; `defined`: those that have a text here. */
	constructor(
		private readonly text: string,
		private readonly labels: readonly string[],
		private readonly defined: ReadonlySet<string>,
		private readonly source: PreviewSource,
	) {}

	/** A footnote as it stands in the text. */
	note(label: string, written: string): string {
		const { preview } = this;
		const mark = preview?.notes.get(label);
		if (preview && mark) return markHtml(mark, preview);
		const number = this.own.indexOf(label) + 1;
		if (number > 0) return `<sup class="policy-mark"><a href="#policy-note-${number}">${circled(number)}</a></sup>`;
		return this.unknown(written, preview && [label]);
	}

	/** A citation by key. A key without brackets that means nothing may be somebody’s name. */
	key(written: string): string {
		const { preview } = this;
		const mark = preview?.keys.get(written);
		if (preview && mark) return markHtml(mark, preview);
		const [, key, place] = /^(-?@[^[]*[^[ ])( ?\[.*)$/s.exec(written) ?? [];
		if (key !== undefined && place !== undefined) return this.key(key) + escapeHtml(place);
		return this.unknown(written, written.startsWith('[') ? preview?.unknown.get(written) : undefined);
	}

	/** The notes of the writer’s own, in the order of their numbers. */
	get own(): readonly string[] {
		const { preview } = this;
		if (!preview) return [];
		return this.labels.filter(label => this.defined.has(label) && !preview.notes.has(label));
	}

	/** The references, as Markdown. */
	get references(): readonly string[] {
		return this.preview?.list ?? [];
	}

	private get preview(): CitationPreview | undefined {
		const { version } = this.source;
		if (this.read?.version !== version || !this.read?.preview)
			this.read = { version, preview: this.source.read(this.text) };
		return this.read.preview;
	}

	private unknown(written: string, keys: readonly string[] | undefined): string {
		if (!keys) return escapeHtml(written);
		const title = escapeHtml(this.source.sayUnknown(keys));
		return `<span class="policy-undefined" title="${title}">${escapeHtml(written)}</span>`;
	}
}

/** A mark; each raised stretch leads to its reference, which is its title as well. */
function markHtml({ parts, entries }: PreviewMark, { list }: CitationPreview): string {
	let at = 0;
	return parts
		.map(({ text, raised }) => {
			if (!raised) return escapeHtml(text);
			const number = entries[at++] ?? 0;
			const cited = parts.filter(part => part.raised).length > 1 ? [number] : entries;
			const title = cited.map(one => unescaped(list[one - 1] ?? '')).join('\n');
			const link = `<a href="#policy-reference-${number}" title="${escapeHtml(title)}">${escapeHtml(text)}</a>`;
			return `<sup class="policy-mark">${link}</sup>`;
		})
		.join('');
}
