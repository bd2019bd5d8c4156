// What makers of pages put together: what is expected of a page, and the parts that many have.

import { written, type Content } from './pageContent';

/** What a file must come in as. Fields that are `undefined` must be missing. */
export interface Expected {
	readonly type: string;
	readonly title: string;
	readonly author?: string;
	readonly number?: string;
	readonly issued?: string;
	readonly container?: string;
	readonly page?: string;
	readonly issue?: string;
	/** The day of the copy. */
	readonly held?: string;
	/** Every paragraph, in order. */
	readonly text: readonly string[];
}

export interface Made {
	readonly name: string;
	readonly bytes: Uint8Array;
	readonly expected: Expected;
}

export type Maker = (content: Content) => Made;

/** The bytes of a text. */
export const utf8 = (text: string) => new TextEncoder().encode(text);
/** A page. */
export const html = (head: string, body: string) =>
	utf8(`<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`);
/** Paragraphs, each with the tag it opens with. */
export const p = (texts: readonly string[], open = '<p>') => texts.map(text => `${open}${text}</p>`).join('\n');
export const menu = '<div class="nav"><a href="/">首页</a><a href="/a">要闻动态</a><a href="/b">政务公开</a></div>';
export const share =
	'<div class="share">【字号：<a>大</a> <a>中</a> <a>小</a>】 <a>打印</a> <a>分享</a> <a>收藏</a></div>';
export const foot =
	'<div class="footer"><a href="/m">网站地图</a><p>主办单位：某市人民政府办公室 网站标识码：0000000001 京ICP备00000000号</p></div>';
export const addressees = '各县（区）人民政府，市政府各部门、各直属机构：';

/** The text of a paper from its number to its signature. */
export function paperText(c: Content, day: 'plain' | 'padded' | 'numerals' = 'plain'): readonly string[] {
	const [first = '', ...others] = c.paragraphs;
	return [c.number, addressees, first, '一、总体要求', ...others, c.organ, written(c.signed, day), '（此件公开发布）'];
}

/** What a paper with a box must come in as. */
export const paper = (c: Content, text: readonly string[], more: Partial<Expected> = {}): Expected => ({
	type: 'legislation',
	title: c.paperTitle,
	author: c.organ,
	number: c.number,
	issued: c.signed,
	held: c.published,
	text,
	...more,
});
