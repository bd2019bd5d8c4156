// What boxes and tables of government pages say of a document: 发文机关：…, a cell 索引号 beside its value, a line of
// several such.

import type { PartialDate } from '../../corpus/records';
import { dateOf } from '../dateOf';
import { numberOfValue } from './documentNumber';
import { organsOf } from './organ';
import { dayOf } from './writtenDate';

/** What labels name. */
export interface Labelled {
	readonly title?: string;
	readonly issuers?: readonly string[];
	readonly number?: string;
	/** The day the document was signed, issued or adopted (成文日期). */
	readonly signed?: PartialDate;
	/** The same, from a label that may also mean the page's day. */
	readonly issued?: PartialDate;
	/** The day the page was published. */
	readonly published?: PartialDate;
	readonly index?: string;
	readonly subject?: string;
}

type Field = keyof Labelled;

/** Labels as they stand without the spaces within them. */
const fields: ReadonlyMap<string, Field> = new Map(
	(
		[
			['title', '标题 名称 文件名称 信息名称 文件标题 公文名称 法规名称 发文标题 法规标题'],
			['issuers', '发文机关 发文机构 发文单位 发文部门 发布机关 发布机构 发布单位 发布部门 制定机关 制定单位 制发机关'],
			['issuers', '印发机关 颁布机关 颁布单位 公布机关 制文机关 公开主体 信息公开机构 制定部门'],
			[
				'number',
				'发文字号 发文文号 文件编号 文件字号 文号 文件文号 公文文号 公文字号 发文编号 文件号 发布文号 颁布文号',
			],
			['signed', '成文日期 成文时间 签发日期 签署日期 签发时间'],
			['issued', '印发日期 印发时间 发文日期 发文时间 制定日期 通过日期 生成日期 公布日期 颁布日期 颁布时间 公布时间'],
			['published', '发布日期 发布时间 公开日期 公开时间 上网日期 上网时间 发文公开日期'],
			['index', '索引号 信息索引 索取号 信息索引号 索引'],
			['subject', '主题分类 信息分类 组配分类 主题类别 主题'],
		] as const
	).flatMap(([field, names]) => names.split(' ').map((name): [string, Field] => [name, field])),
);
const setOf = (names: string) => new Set(names.split(' '));
/** Labels that only boxes have. */
const ofBox = setOf(
	[
		'统一编号 实施日期 施行日期 生效日期 文件状态 有效性 时效性 效力状态 废止日期 失效日期 公文种类 文种 体裁分类 体裁',
		'公开方式 公开形式 公开范围 公开类别 公开程序 公开属性 责任部门 有效期 服务对象 信息来源 有效期至 统一登记号 登记号',
		'规范性文件登记号 规范性文件编号 内容概述 法律效力位阶 效力级别 信息类别 所属机构 公开时限',
		'文件来源 所属类别 法规类型 所属行业 所属区域 实施时间 生效时间 失效时间 发文内容',
	].join(' '),
);
/** Labels that stand elsewhere, too: their values belong to none of those above. */
const anywhere = setOf(
	'来源 关键词 主题词 字号 浏览次数 责任编辑 作者 概述 备注 摘要 效力 访问量 点击数 语种 编辑 打印 保存',
);
const isLabel = (text: string) => fields.has(text) || ofBox.has(text) || anywhere.has(text);

/** A cell with `label：value`, perhaps several of them. */
interface Cell {
	readonly text: string;
	/** The number of its line. */
	readonly line: number;
}

/** Reads labels in the lines of a page; the first value of a field counts. */
export function labelledIn(lines: readonly string[]): Labelled {
	const cells = lines.flatMap((line, i) => (line.length > 400 ? [] : cellsOf(unbracketed(line), i)));
	const found: Partial<Record<Field, unknown>> = {};
	cells.forEach(({ text, line }, at) => {
		const label = withoutSpaces(text.replace(/[【\[\]】]/g, '')).replace(/[:：]$/, '');
		const next = cells[at + 1];
		const parts = isLabel(label) ? [{ label, value: nextValue(next, line) }] : pairsIn(text);
		for (const { label, value } of parts) {
			const field = fields.get(label);
			if (field === undefined || found[field] !== undefined || value === undefined) continue;
			found[field] = valueOf(field, value);
		}
	});
	return found as Labelled;
}

/** Whether a line begins with a label: a row of a box, or a label alone. */
export function isLabelRow(line: string): boolean {
	const [first = '', ...others] = unbracketed(line).split(/[|｜]/);
	const label = withoutSpaces(first);
	const name = label.replace(/[:：].*$/, '');
	return (fields.has(name) || ofBox.has(name)) && (others.length > 0 || name.length < label.length || name.length >= 4);
}

/**
 * Whether a line is a row with a value of a label that only boxes have (时效性：现行有效), or 【发布单位】 with one or
 * without.
 */
export function isBoxValue(line: string): boolean {
	if (bracketed.test(line)) return isLabelRow(line);
	const [, label = '', value = ''] = /^([^:：|｜]{2,16})[:：]\s*(\S.*)$/.exec(line) ?? [];
	return value !== '' && ofBox.has(withoutSpaces(label));
}

/** - 【发布单位】某市人民政府 */
const bracketed = /^(?:[-*•·]\s*)?【([^】]{2,12})】\s*/;
const unbracketed = (line: string) => line.replace(bracketed, '$1：');

function cellsOf(line: string, number: number): readonly Cell[] {
	const cells = line.split(/[|｜]/).map(text => ({ text: text.trim(), line: number }));
	// An empty cell at the end of a line is no value of the next one's.
	return cells.length > 1 ? cells : cells.filter(cell => cell.text !== '');
}

/** The value behind a label that stands alone: the next cell of its row, or the next line. */
function nextValue(next: Cell | undefined, line: number): string | undefined {
	if (!next || next.line > line + 1 || next.text === '') return undefined;
	const label = withoutSpaces(next.text).replace(/[:：].*$/, '');
	return isLabel(label) ? undefined : next.text;
}

/** `label：value label：value`, or a label without a colon right before its value. */
function pairsIn(text: string): readonly { readonly label: string; readonly value: string }[] {
	const labels = [...text.matchAll(/[:：]/g)].flatMap(({ index }) => {
		const found = labelBefore(text, index);
		return found ? [{ ...found, end: index + 1 }] : [];
	});
	if (labels.length > 0)
		return labels.map(({ label, end }, i) => ({
			label,
			value: text
				.slice(end, labels[i + 1]?.start)
				.replace(/[【】[\]]\s*$/, '')
				.trim(),
		}));
	const glued = [...fields.keys()].find(label => label.length >= 3 && text.startsWith(label));
	return glued === undefined ? [] : [{ label: glued, value: text.slice(glued.length).trim() }];
}

const longestLabel = 8;

/**
 * The longest label that ends at an offset, spaces within it not counted; one of two or three characters stands
 * apart.
 */
function labelBefore(text: string, end: number): { readonly label: string; readonly start: number } | undefined {
	let label = '';
	let found: { readonly label: string; readonly start: number } | undefined;
	for (let start = end - 1; start >= 0 && label.length < longestLabel; start--) {
		const character = text.charAt(start);
		if (/\s/.test(character)) continue;
		if (!/\p{Script=Han}/u.test(character)) break;
		label = character + label;
		const isApart = start === 0 || !/\p{Script=Han}/u.test(text.charAt(start - 1));
		if (isLabel(label) && (isApart || label.length >= 4)) found = { label, start };
	}
	return found;
}

function withoutSpaces(text: string): string {
	return text.replace(/^[•·●○◆■◇▪]+|[\s\u00a0\u3000]+/g, '');
}

/** A value only where it is one of its field. */
function valueOf(field: Field, text: string): unknown {
	switch (field) {
		case 'number':
			return numberOfValue(text);
		case 'issuers': {
			const organs = organsOf(text);
			return organs.length > 0 ? organs : undefined;
		}
		case 'signed':
		case 'issued':
		case 'published':
			return dayOf(text) ?? fullDay(text);
		default:
			return /^[-—/\\无]*$/.test(text) || text.length > 300 ? undefined : text;
	}
}

/** A date to the day at the beginning of a text, with or without the hour. */
function fullDay(text: string): PartialDate | undefined {
	const date = /^\D{0,2}(?:19|20)\d{2}/.test(text) ? dateOf(text) : undefined;
	return date?.length === 10 ? date : undefined;
}
