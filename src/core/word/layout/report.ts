// The layout of reports: a title page, the contents, headings in 黑体, the text in 宋体 小四 with one and a half lines.

import { faces } from './fonts';
import { millimetres, paper, type Layout, type Look, type StyleKey } from './layout';

const size = 24;
const margin = {
	top: millimetres(30),
	bottom: millimetres(25),
	left: millimetres(28),
	right: millimetres(26),
	header: millimetres(15),
	footer: millimetres(15),
};

const text: Look = { face: faces.song, size, lines: 360, align: 'both' };
const heading: Look = { face: faces.hei, size: 28, lines: 360, before: 240, after: 120, keepNext: true, align: 'left' };

const looks: Readonly<Record<StyleKey, Look>> = {
	title: { face: faces.title, size: 52, align: 'center', lines: 360, after: 480 },
	subtitle: { face: faces.kai, size: 32, align: 'center', lines: 360, after: 240 },
	body: { ...text, firstLine: 2 },
	heading1: { ...heading, size: 32, before: 360, after: 240 },
	heading2: heading,
	heading3: { ...heading, size: 24 },
	heading4: { ...heading, face: faces.song, bold: true, size: 24 },
	heading5: { ...heading, face: faces.song, bold: true, size: 24 },
	heading6: { ...heading, face: faces.song, bold: true, size: 24 },
	list: text,
	quote: { ...text, face: faces.kai, left: 2, firstLine: 2 },
	code: { face: faces.mono, size: 20, lines: 240, align: 'left', left: 1 },
	caption: { face: faces.hei, size: 21, align: 'center', lines: 300, before: 120, after: 120 },
	table: { face: faces.song, size: 21, lines: 260 },
	note: { face: faces.song, size: 18, lines: 240, align: 'both' },
	reference: { face: faces.song, size: 21, lines: 320, left: 2, hanging: 2, align: 'both' },
	recipient: text,
	annexes: { ...text, firstLine: 2, before: 240 },
	annexFirst: { ...text, left: 6, hanging: 4, before: 240 },
	annexItem: { ...text, left: 6, hanging: 1 },
	annex: { ...heading, size: 32, pageBreakBefore: true },
	signature: { ...text, align: 'right' },
	figure: { face: faces.song, size, lines: 240, align: 'center', before: 120, keepNext: true },
	contents: { face: faces.hei, size: 32, align: 'center', lines: 360, after: 240 },
};

export const report: Layout = {
	name: 'report',
	page: {
		margin,
		linePitch: 312,
		width: paper.width - margin.left - margin.right,
		height: paper.height - margin.top - margin.bottom,
	},
	characterSpacing: 0,
	character: size * 10,
	looks,
	alternating: false,
	listIndent: 2 * size * 10,
};
