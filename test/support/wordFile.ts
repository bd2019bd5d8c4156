// A draft written as a Word file, and what is in that.
import { Draft } from '../../src/core/draft/draft';
import type { DraftLanguage } from '../../src/core/draft/language';
import { openZip } from '../../src/core/documents/office/zip';
import type { WordLayout, WordProblem } from '../../src/core/word/manuscript';
import { createWordTools, type PictureBytes } from '../../src/core/word/tools';

export interface WrittenWord {
	readonly bytes: Uint8Array;
	readonly problems: readonly WordProblem[];
	readonly names: readonly string[];
	/** A part of the file as text. */
	part(name: string): string;
	/** The text of the document itself, runs joined, a line a paragraph. */
	readonly lines: readonly string[];
}

export interface WrittenAs {
	readonly layout?: WordLayout;
	readonly language?: DraftLanguage;
	readonly pictures?: readonly PictureBytes[];
}

export async function wordOf(text: string, as: WrittenAs = {}): Promise<WrittenWord> {
	const tools = createWordTools();
	const { language = 'markdown', layout = 'official' } = as;
	const manuscript = tools.read(new Draft(text, language).text, language);
	const pictures = as.pictures ?? manuscript.images.map(() => 'image.missing' as const);
	return opened(await tools.write(manuscript, layout, pictures));
}

/** The parts of a Word file. */
export function opened(written: Pick<WrittenWord, 'bytes' | 'problems'>): WrittenWord {
	const zip = openZip(written.bytes);
	if (typeof zip === 'string') throw new Error(zip);
	const part = (name: string) => {
		const found = zip.read(name);
		if (typeof found === 'string') throw new Error(`${name}: ${found}`);
		return new TextDecoder().decode(found);
	};
	return { ...written, names: zip.names, part, lines: linesIn(part('word/document.xml')) };
}

/** The parts of a Word file by their names, to be written anew with some of them changed. */
export function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
	const zip = openZip(bytes);
	if (typeof zip === 'string') throw new Error(zip);
	return new Map(
		zip.names.map((name): [string, Uint8Array] => {
			const part = zip.read(name);
			if (typeof part === 'string') throw new Error(`${name}: ${part}`);
			return [name, part];
		}),
	);
}

/** The paragraphs of a part, without the instructions of fields. */
export function linesIn(xml: string): string[] {
	return [...xml.matchAll(/<w:p[ >](.*?)<\/w:p>|<w:p\/>/gs)].map(([, inner = '']) =>
		[...inner.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<w:tab\/>/g)]
			.map(([, text]) => (text === undefined ? '\n' : unescaped(text)))
			.join(''),
	);
}

function unescaped(text: string): string {
	return text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&apos;', "'")
		.replaceAll('&amp;', '&');
}
