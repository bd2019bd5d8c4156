// The styles of a Word file, from the layout.

import type { Layout, Look, StyleKey } from '../layout/layout';
import { styleIds, styleNames } from '../layout/layout';
import type { IParagraphStyleOptions, IStylesOptions } from './docx';

type ParagraphLook = NonNullable<IParagraphStyleOptions['paragraph']>;

/** All styles: those Word has, as the layout sets them, and ours. */
export function stylesOf(layout: Layout): IStylesOptions {
	const { body } = layout.looks;
	return {
		default: { document: { run: { ...runOf(body, layout), language: { value: 'en-US', eastAsia: 'zh-CN' } } } },
		paragraphStyles: [
			{ id: 'Normal', name: 'Normal', quickFormat: true, run: runOf(body, layout) },
			...(Object.keys(styleIds) as StyleKey[]).map(key => styleOf(key, layout)),
		],
		characterStyles: [
			{ id: 'VerbatimChar', name: 'Verbatim Char', run: { font: { ascii: 'Courier New', hAnsi: 'Courier New' } } },
			{ id: 'FootnoteReference', name: 'footnote reference', run: { superScript: true } },
			{ id: 'Hyperlink', name: 'Hyperlink', run: { color: '000000' } },
		],
	};
}

function styleOf(key: StyleKey, layout: Layout): IParagraphStyleOptions {
	const look = layout.looks[key];
	return {
		id: styleIds[key],
		name: styleNames[key],
		basedOn: 'Normal',
		next: nextOf(key),
		quickFormat: true,
		uiPriority: 9,
		run: runOf(look, layout),
		paragraph: {
			alignment: look.align,
			spacing: spacingOf(look),
			indent: indentOf(look, layout),
			keepNext: look.keepNext,
			outlineLevel: outlineOf(key),
		},
	};
}

/** What follows a heading is text; a note goes on as it is. */
function nextOf(key: StyleKey): string | undefined {
	if (key === 'note') return undefined;
	return styleIds.body;
}

function outlineOf(key: StyleKey): number | undefined {
	const level = /^heading(\d)$/.exec(key)?.[1];
	if (level === undefined) return undefined;
	return Number(level) - 1;
}

function runOf({ face, size, bold }: Look, { characterSpacing }: Layout): NonNullable<IParagraphStyleOptions['run']> {
	return {
		font: { ascii: face.latin, hAnsi: face.latin, cs: face.latin, eastAsia: face.eastAsia },
		size,
		color: '000000',
		bold: bold ?? false,
		italics: false,
		characterSpacing,
	};
}

const lineRules = ['auto', 'exact'] as const;

function spacingOf({ exact, lines, before, after }: Look): NonNullable<ParagraphLook['spacing']> {
	return {
		before: before ?? 0,
		after: after ?? 0,
		line: exact ?? lines ?? 240,
		lineRule: lineRules[Number(exact !== undefined)],
	};
}

/** Characters as twips: two of the text of this paragraph. */
function indentOf(look: Look, { characterSpacing }: Layout): NonNullable<ParagraphLook['indent']> {
	const character = look.size * 10 + characterSpacing;
	const twips = (count: number | undefined) => Math.round((count ?? 0) * character);
	return {
		left: twips(look.left),
		hanging: look.hanging && twips(look.hanging),
		firstLine: look.firstLine && twips(look.firstLine),
		firstLineChars: look.firstLine && look.firstLine * 100,
	};
}
