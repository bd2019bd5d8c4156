// Text of records made harmless for the language of a draft: nothing in it may act as markup.

import type { DraftLanguage } from '../../draft/language';
import { joinedLines } from '../../text/words/textEnd';

export type { DraftLanguage } from '../../draft/language';

/** One line of text for a draft; addresses stay as they are in Markdown, where they are recognised. */
export function escapeFor(language: DraftLanguage, text: string): string {
	const line = joinedLines(text, ' ').trim();
	if (language === 'plaintext') return line;
	return language === 'markdown' ? markdown(line) : tex(line);
}

function markdown(text: string): string {
	return text
		.split(/(https?:\/\/[^\s<>`，。；]+)/)
		.map((part, at) =>
			at % 2 === 1
				? part
				: part
						.replace(/[\\`*<$]/g, '\\$&')
						.replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
						.replace(/\[(?=[\^@])/g, '\\[')
						.replace(/\](?=[([:])/g, '\\]'),
		)
		.join('');
}

const texSpecials: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
};

function tex(text: string): string {
	return text.replace(/[\\{}#$%&_~^]/g, mark => texSpecials[mark] ?? `\\${mark}`);
}

/** A source id as a label: ids of packs are fit, keys of other programs may have spaces or brackets. */
export function labelOf(id: string): string {
	return id.replace(/[\s[\]{}^@,;]+/g, '-');
}

/** The place cited, as a key of pandoc has it behind itself: `, 第3段`; nothing where there is none. */
export function pandocPlace(place: string | undefined): string {
	return place ? `, ${place}` : '';
}

/** The place cited, as \cite has it before its keys: `[第3段]`; nothing where there is none. */
export function texPlace(place: string | undefined): string {
	return place ? `[${place}]` : '';
}
