// A Word template of one's own: a .docx or .dotx that gives the page, the header and footer, and styles by their names.

import { readXml } from '../../documents/office/xml';
import { isZip, openZip, type Zip } from '../../documents/office/zip';
import { styleIds, styleNames, type StyleKey } from '../layout/layout';

/** A template a person chose. */
export interface ChosenTemplate {
	readonly name: string;
	readonly bytes: Uint8Array;
	/** Names of its styles by what of ours they stand for: `{"heading1": "一级标题"}`. */
	readonly styles: Readonly<Record<string, string>>;
}

/** What an opened template has. */
export interface Template {
	readonly zip: Zip;
	/** A part as text; empty where there is none. */
	part(name: string): string;
	/** The ids of its paragraph styles by their names, in small letters. */
	readonly styles: ReadonlyMap<string, string>;
	/** The ids of all its styles. */
	readonly ids: ReadonlySet<string>;
	/** The id of the style of paragraphs that have none: `Normal`, or `a` where Word was Chinese. */
	readonly normal: string;
}

/** Opens a template; nothing where it is none, or holds macros. */
export function openTemplate(bytes: Uint8Array): Template | undefined {
	const zip = isZip(bytes) ? openZip(bytes) : 'damaged';
	if (typeof zip === 'string' || zip.names.some(name => /vbaProject/i.test(name))) return undefined;
	const part = (name: string) => {
		const found = zip.read(name);
		if (typeof found === 'string') return '';
		return new TextDecoder().decode(found);
	};
	if (!/<w:body[ >]/.test(part('word/document.xml')) || part('[Content_Types].xml') === '') return undefined;
	const styles = part('word/styles.xml');
	if (styles !== '' && !isWhole(styles)) return undefined;
	const ids = new Set([...styles.matchAll(/w:styleId="([^"]*)"/g)].map(([, id = '']) => id));
	return { zip, part, styles: paragraphStyles(styles), ids, normal: normalIn(styles) };
}

/** The part of a template that has its styles, with others behind them. */
export function withStyles(own: string, added: string): string {
	return own.replace(/<\/w:styles>\s*$/, () => `${added}</w:styles>`);
}

function isWhole(styles: string): boolean {
	const nothing = () => undefined;
	const fault = readXml(styles, { open: nothing, close: nothing, text: nothing });
	return fault === undefined && /<w:styles[ >]/.test(styles);
}

function normalIn(styles: string): string {
	const isDefault = (style: string) => style.includes('w:type="paragraph"') && /w:default="(?:1|true|on)"/.test(style);
	const [first = ''] = (styles.match(/<w:style [^>]*>/g) ?? []).filter(isDefault);
	return /w:styleId="([^"]*)"/.exec(first)?.[1] ?? 'Normal';
}

function paragraphStyles(xml: string): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	for (const [style = ''] of xml.matchAll(/<w:style [^>]*w:type="paragraph"[^>]*>.*?<\/w:style>/gs)) {
		const [, id = ''] = /w:styleId="([^"]*)"/.exec(style) ?? [];
		const [, name = ''] = /<w:name w:val="([^"]*)"/.exec(style) ?? [];
		const [, aliases = ''] = /<w:aliases w:val="([^"]*)"/.exec(style) ?? [];
		for (const one of [name, ...aliases.split(',')]) if (one.trim() !== '') found.set(one.trim().toLowerCase(), id);
	}
	return found;
}

/** What units call the styles of their templates, beside the names Word has. */
const otherNames: Readonly<Partial<Record<StyleKey, readonly string[]>>> = {
	title: ['标题', '公文标题', '文件标题', '大标题'],
	subtitle: ['副标题'],
	body: [
		'公文正文',
		'正文首行缩进',
		'Body Text First Indent',
		'正文缩进',
		'Normal Indent',
		'正文文本',
		'Normal',
		'正文',
	],
	heading1: ['标题 1', '一级标题'],
	heading2: ['标题 2', '二级标题'],
	heading3: ['标题 3', '三级标题'],
	heading4: ['标题 4', '四级标题'],
	heading5: ['标题 5'],
	heading6: ['标题 6'],
	list: ['列表段落', '列出段落'],
	quote: ['引用', '引文', 'Block Text'],
	caption: ['题注'],
	table: ['表格', '表格正文', '表内文字'],
	note: ['脚注文本'],
	reference: ['参考文献', '书目'],
	recipient: ['主送', '抬头'],
	annexes: ['附件'],
	signature: ['签名', '落款', '署名'],
};

/** The ids of the styles of a template that stand for ours, by the map of a person first. */
export function stylesIn(
	template: Template,
	wanted: Readonly<Record<string, string>>,
): Readonly<Partial<Record<StyleKey, string>>> {
	const keys = Object.keys(styleIds) as StyleKey[];
	const idOf = (key: StyleKey) => {
		// Plain text styles come last: what is called as ours is, is meant.
		const own = [styleNames[key]].filter(() => key !== 'body');
		const names = [wanted[key], ...own, ...(otherNames[key] ?? []), styleNames[key]];
		return names.map(name => name && template.styles.get(name.toLowerCase())).find(Boolean);
	};
	return Object.fromEntries(keys.map(key => [key, idOf(key)]));
}
