// The styles of a Word file, from the layout: those Word has itself, under its names, and ours.

import type { Layout, Look, StyleKey } from '../layout/layout';
import { styleIds, styleNames } from '../layout/layout';
import type { Template } from '../template/template';

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The part `styles.xml` (ECMA-376, 17.7); elements stand in the order of the schema. */
export function stylesOf(layout: Layout): string {
	const { body } = layout.looks;
	const styles = [
		style('paragraph', 'Normal', 'Normal', `<w:qFormat/><w:pPr><w:widowControl w:val="0"/></w:pPr>`, true),
		style('character', 'DefaultParagraphFont', 'Default Paragraph Font', '<w:uiPriority w:val="1"/>', true),
		style('table', 'TableNormal', 'Normal Table', tableNormal, true),
		...(Object.keys(styleIds) as StyleKey[]).map(key => paragraphStyle(key, layout)),
		...[1, 2, 3].map(level => contentsStyle(level, layout)),
		verbatim,
		noteMark,
		link,
	];
	const language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>';
	const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${runOf(body, layout)}${language}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="${namespace}">${defaults}${styles.join('')}</w:styles>`;
}

/**
 * Styles that a template lacks, to be added to it: those of paragraphs asked for, of the entries of contents, and of
 * runs that it has not. `body`: the id of its text.
 */
export function addedStyles(
	layout: Layout,
	lacking: ReadonlyMap<StyleKey, string>,
	template: Template,
	body: string | undefined,
): string {
	const own = template.part('word/styles.xml');
	const isMissing = (style: string) => !own.includes(/w:styleId="[^"]*"/.exec(style)?.[0] ?? '');
	const entries = [1, 2, 3].filter(level => layout.name === 'report' && !template.styles.has(`toc ${level}`));
	const added = [
		...[...lacking].map(([key, id]) => addedStyle(key, id, layout, body)),
		...entries.map(level => contentsStyle(level, layout)).filter(isMissing),
		...[verbatim, noteMark, link].filter(isMissing),
	];
	return added
		.join('')
		.replace(/(<w:(?:basedOn|next) w:val=")Normal"/g, (_, before: string) => `${before}${template.normal}"`);
}

const codeFont = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>';
const tableNormal =
	'<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>';

function addedStyle(key: StyleKey, id: string, layout: Layout, body: string | undefined): string {
	if (key !== 'list' || body === undefined) return paragraphStyle(key, layout, id, '');
	return style('paragraph', id, styleNames[key], `<w:basedOn w:val="${body}"/><w:uiPriority w:val="34"/><w:qFormat/>`);
}

const verbatim = style('character', 'VerbatimChar', 'Verbatim Char', `<w:rPr>${codeFont}</w:rPr>`);
const noteMark = style(
	'character',
	'FootnoteReference',
	'footnote reference',
	'<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
);
const link = style('character', 'Hyperlink', 'Hyperlink', '<w:rPr><w:color w:val="000000"/></w:rPr>');

function style(type: string, id: string, name: string, content: string, isDefault = false): string {
	const first = isDefault ? ' w:default="1"' : '';
	return `<w:style w:type="${type}"${first} w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`;
}

function paragraphStyle(
	key: StyleKey,
	layout: Layout,
	id: string = styleIds[key],
	follower: string = styleIds[followers[key] ?? 'body'],
): string {
	const look = layout.looks[key];
	// What follows a heading is text; a note goes on as it is.
	const next = element('next', follower);
	const level = /^heading(\d)$/.exec(key)?.[1];
	const outline = element('outlineLvl', level && Number(level) - 1);
	return style(
		'paragraph',
		id,
		styleNames[key],
		`<w:basedOn w:val="Normal"/>${next}<w:uiPriority w:val="9"/><w:qFormat/><w:pPr>${paragraphOf(look, layout)}${outline}</w:pPr><w:rPr>${runOf(look, layout)}</w:rPr>`,
	);
}

const followers: Readonly<Partial<Record<StyleKey, StyleKey>>> = { note: 'note', list: 'list', table: 'table' };

/** An entry of the contents: further in with every level, the page at the margin. */
function contentsStyle(level: number, layout: Layout): string {
	const { width } = layout.page;
	const tabs = `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${width}"/></w:tabs>`;
	const indent = `<w:ind w:left="${(level - 1) * layout.character}"/>`;
	return style(
		'paragraph',
		`TOC${level}`,
		`toc ${level}`,
		`<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/><w:pPr>${tabs}<w:spacing w:line="360" w:lineRule="auto"/>${indent}</w:pPr>`,
	);
}

function paragraphOf(look: Look, layout: Layout): string {
	const { keepNext, pageBreakBefore, exact, lines, before, after, align } = look;
	const rule = exact === undefined ? 'auto' : 'exact';
	return [
		element('keepNext', keepNext && 1),
		element('pageBreakBefore', pageBreakBefore && 1),
		// Lines of another height than those of the grid stand as they are.
		element('snapToGrid', exact === undefined ? 0 : undefined),
		`<w:spacing w:before="${before ?? 0}" w:after="${after ?? 0}" w:line="${exact ?? lines ?? 240}" w:lineRule="${rule}"/>`,
		indentOf(look, layout),
		element('jc', align),
	].join('');
}

/** An element with one value, where there is one. */
function element(name: string, value: string | number | false | undefined): string {
	if (value === undefined || value === false || value === '') return '';
	return `<w:${name} w:val="${value}"/>`;
}

/** Characters as twips, those of this paragraph. */
function indentOf(look: Look, { characterSpacing }: Layout): string {
	const character = look.size * 10 + characterSpacing;
	const attributes = (['left', 'hanging', 'firstLine'] as const).flatMap(side => {
		const count = look[side];
		if (count === undefined) return [];
		return [`w:${side}Chars="${count * 100}" w:${side}="${Math.round(count * character)}"`];
	});
	return `<w:ind ${attributes.join(' ')}/>`;
}

function runOf({ face, size, bold }: Look, { characterSpacing }: Layout): string {
	return [
		`<w:rFonts w:ascii="${face.latin}" w:hAnsi="${face.latin}" w:eastAsia="${face.eastAsia}" w:cs="${face.latin}"/>`,
		`<w:b w:val="${Number(bold ?? false)}"/><w:i w:val="0"/>`,
		'<w:color w:val="000000"/>',
		element('spacing', characterSpacing || undefined),
		`<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
	].join('');
}
