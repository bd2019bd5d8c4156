// What the smaller parts of a Word document say: which style is a heading, what the properties hold, how lists count.

import { attribute, readXml } from './xml';

/** What a style makes of a paragraph. */
export interface Style {
	readonly role: 'title' | 'heading' | 'contents' | 'author' | 'text';
	/** The level of a heading, from 1. */
	readonly level?: number;
	/** The part of an official paper that it is named for: 发文机关, 发文字号, 成文日期. */
	readonly label?: string;
	readonly list?: { readonly id: string; readonly level: number };
}

interface RawStyle {
	name: string;
	basedOn: string;
	outline?: number;
	id?: string;
	level: number;
}

/** Styles by id; what a style does not say itself comes from the one it is based on. */
export function readStyles(xml: string): ReadonlyMap<string, Style> {
	const raw = new Map<string, RawStyle>();
	let current: RawStyle | undefined;
	readXml(xml, {
		open(name, attributes) {
			const value = () => attribute(attributes, 'val') ?? '';
			if (name === 'style')
				raw.set(attribute(attributes, 'styleId') ?? '', (current = { name: '', basedOn: '', level: 0 }));
			else if (!current) return;
			else if (name === 'name') current.name = value().toLowerCase();
			else if (name === 'basedOn') current.basedOn = value();
			else if (name === 'outlineLvl') current.outline = Number(value());
			else if (name === 'numId') current.id = value();
			else if (name === 'ilvl') current.level = Number(value()) || 0;
		},
		close(name) {
			if (name === 'style') current = undefined;
		},
		text: () => undefined,
	});
	const known = new Map<string, Style>();
	for (const id of raw.keys()) known.set(id, styleOf(id, raw));
	return known;
}

function styleOf(id: string, raw: ReadonlyMap<string, RawStyle>): Style {
	let role: Style['role'] = 'text';
	let list: Style['list'];
	let level: number | undefined;
	let label: string | undefined;
	let at = raw.get(id);
	for (let steps = 0; at && steps < 20; steps++) {
		if (role === 'text') {
			role = roleOf(at);
			level = role === 'heading' ? levelOf(at) : undefined;
		}
		label ??= labels.find(([, name]) => name.test(at?.name ?? ''))?.[0];
		if (!list && at.id !== undefined) list = { id: at.id, level: at.level };
		at = raw.get(at.basedOn);
	}
	return { role, list, ...(level !== undefined && { level }), ...(label !== undefined && { label }) };
}

/** Styles named for parts of official papers (GB/T 9704-2012, 7.2 and 7.3). */
const labels: readonly (readonly [string, RegExp])[] = [
	['发文机关', /^(?:公文)?[-_ ]?(?:发文(?:机关|单位)(?:署名|名称)?|落款(?:单位|机关|署名)?|署名)$/],
	['发文字号', /^(?:公文)?[-_ ]?(?:发文字号|发文号|文号|字号)$/],
	['成文日期', /^(?:公文)?[-_ ]?(?:成文日期|落款日期|成文时间)$/],
];
/** 标题 alone is the title of a paper in templates that have 一级标题 or 标题1 besides it. */
const titleStyle = /^(?:title|(?:公文|文件|文章|论文|报告)[-_ ]?(?:大|主|总)?标题|大标题|主标题|总标题|标题)$/;
const numerals = '一二三四五六七八九';

function roleOf({ name, outline }: RawStyle): Style['role'] {
	if (titleStyle.test(name)) return 'title';
	if (/^(?:authors?|作者(?:姓名|署名)?)$/.test(name)) return 'author';
	if (headingName.test(name) || (outline !== undefined && outline < 9)) return 'heading';
	return /^(?:toc|目录)(?: |\d|$)/.test(name) ? 'contents' : 'text';
}

const headingName = /^(?:(?:heading|标题) ?\d|(?:公文)?[-_ ]?([一二三四五六七八九])级标题)$/;

/** By its outline, else by its name. */
function levelOf({ name, outline }: RawStyle): number {
	if (outline !== undefined && outline < 9) return outline + 1;
	const numeral = headingName.exec(name)?.[1];
	return numeral === undefined ? Number(name.slice(-1)) : numerals.indexOf(numeral) + 1;
}

/** What docProps/core.xml says of the file: of this copy of the text, not of its publication. */
export interface Properties {
	readonly title?: string;
	readonly creator?: string;
	/** The day it was made, `2024-01-31`. */
	readonly created?: string;
}

/** Names programs and shops put in where nobody said who they are. */
const nobody = new RegExp(
	[
		'^(?:administrator|admin|user|users|windows ?用户|windows user|微软用户|microsoft(?: office)?(?: user| 用户)?',
		'pc|lenovo|dell|hp|asus|thinkpad|python-docx|pandoc|unknown|author|作者|未知|匿名|\\d*)$',
	].join('|'),
	'i',
);

export function readProperties(xml: string): Properties {
	const found: Record<string, string> = {};
	let inside = '';
	const fault = readXml(xml, {
		open: name => (inside = name),
		close: () => (inside = ''),
		text: value => {
			if (inside !== '') found[inside] = (found[inside] ?? '') + value;
		},
	});
	if (fault) return {};
	const title = found.title?.trim();
	const creator = found.creator?.trim();
	const created = /^(\d{4}-\d{2}-\d{2})T/.exec(found.created?.trim() ?? '')?.[1];
	return {
		...(title && { title }),
		...(creator && !nobody.test(creator) && { creator }),
		...(created && { created }),
	};
}
