// The layout of official documents (GB/T 9704-2012): 22 lines of 28 characters on A4.

import { faces } from './fonts';
import { millimetres, paper, type Layout, type Look, type StyleKey } from './layout';

/** 三号 and 二号, in half points. */
const [third, second] = [32, 44];
/** 22 lines fill the height of the text. The grid of characters is made by spacing: programs differ in theirs. */
const line = 579;
const spacing = -5;
const character = third * 10 + spacing;

const margin = {
	top: millimetres(37),
	bottom: millimetres(35),
	left: millimetres(28),
	right: millimetres(26),
	header: millimetres(15),
	// The page number stands 7 mm below the text.
	footer: millimetres(35 - 7 - 5),
};

const text: Look = { face: faces.fangsong, size: third, exact: line, align: 'both' };
const heading: Look = { ...text, firstLine: 2, keepNext: true };
const small: Look = { face: faces.fangsong, size: 28, lines: 240 };

const looks: Readonly<Record<StyleKey, Look>> = {
	title: { face: faces.title, size: second, align: 'center', exact: 700, after: line },
	subtitle: { face: faces.kai, size: third, align: 'center', exact: line, after: line },
	body: { ...text, firstLine: 2 },
	heading1: { ...heading, face: faces.hei },
	heading2: { ...heading, face: faces.kai },
	heading3: { ...heading, bold: true },
	heading4: heading,
	heading5: heading,
	heading6: heading,
	list: text,
	quote: { ...text, face: faces.kai, left: 2, firstLine: 2 },
	code: { face: faces.mono, size: 24, lines: 240, align: 'left', left: 2 },
	caption: { face: faces.hei, size: 28, align: 'center', lines: 240, before: 120, after: 120 },
	table: small,
	note: { face: faces.song, size: 18, lines: 240, align: 'both' },
	reference: { ...text, size: 28, left: 2, hanging: 2 },
	recipient: text,
	annexes: { ...text, align: 'left', left: 5, hanging: 3, before: line },
	// A name goes on below its first character, behind the number (7.3.4); “1. ” is as wide as a character.
	annexFirst: { ...text, align: 'left', left: 6, hanging: 4, before: line },
	annexItem: { ...text, align: 'left', left: 6, hanging: 1 },
	annex: { ...text, face: faces.hei, pageBreakBefore: true, align: 'left' },
	signature: { ...text, align: 'right', keepNext: true },
	figure: { face: faces.fangsong, size: third, lines: 240, align: 'center', before: 120, keepNext: true },
	contents: { face: faces.hei, size: third, align: 'center', exact: line, after: line },
};

export const official: Layout = {
	name: 'official',
	page: {
		margin,
		linePitch: line,
		width: paper.width - margin.left - margin.right,
		height: paper.height - margin.top - margin.bottom,
	},
	characterSpacing: spacing,
	character,
	looks,
	alternating: true,
	listIndent: 2 * character,
};
