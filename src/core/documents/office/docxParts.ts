// What the smaller parts of a Word document say: which style is a heading, what the properties hold, how lists count.

import { attribute, readXml } from './xml';

/** What a style makes of a paragraph. */
export interface Style {
	readonly role: 'title' | 'heading' | 'contents' | 'text';
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
	let at = raw.get(id);
	for (let steps = 0; at && steps < 20; steps++) {
		if (role === 'text') {
			if (at.name === 'title') role = 'title';
			else if (/^(?:heading|标题) ?\d$/.test(at.name) || (at.outline !== undefined && at.outline < 9)) role = 'heading';
			else if (/^(?:toc|目录)(?: |\d|$)/.test(at.name)) role = 'contents';
		}
		if (!list && at.id !== undefined) list = { id: at.id, level: at.level };
		at = raw.get(at.basedOn);
	}
	return { role, list };
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
