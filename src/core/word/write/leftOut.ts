// What the front matter of a draft has and a layout has no place for: it is told of, not dropped.

import type { Manuscript, Particulars, WordLayout } from '../manuscript';
import type { Sheet } from './sheet';

type Name = keyof Particulars;

const names: Readonly<Partial<Record<Name, string>>> = {
	subtitle: '副标题',
	author: '署名',
	date: '日期',
	organ: '发文机关',
	number: '发文字号',
	approver: '签发人',
	copy: '份号',
	secrecy: '密级',
	urgency: '紧急程度',
	recipient: '主送机关',
	copiedTo: '抄送机关',
	printedBy: '印发机关',
	printedOn: '印发日期',
};

/** What is only of official papers, and what stands on the title page of a report. */
const official: readonly Name[] = ['approver', 'recipient', 'copiedTo', 'printedBy', 'printedOn'];
const titlePage: readonly Name[] = ['copy', 'secrecy', 'urgency', 'organ', 'number', 'author', 'date'];

/** Tells of what has no place in a document, all at once. */
export function tellLeftOut(manuscript: Manuscript, layout: WordLayout, sheet: Sheet): void {
	const left = leftOut(manuscript, layout, sheet.template !== undefined);
	if (left.length > 0) sheet.tell('matter.left', left.join('、'));
}

function leftOut(manuscript: Manuscript, layout: WordLayout, hasTemplate: boolean): readonly string[] {
	const { particulars, title } = manuscript;
	const absent = layout === 'official' ? absentInOfficial(manuscript) : [...official];
	if (layout === 'report' && (hasTemplate || title.length === 0)) absent.push(...titlePage);
	if (title.length === 0) absent.push('subtitle');
	return absent.filter(name => particulars[name] !== undefined).map(name => names[name] ?? name);
}

/** 签发人 stands beside a number, 署名 above a day. */
function absentInOfficial({ particulars, blocks }: Manuscript): Name[] {
	const { organ, number } = particulars;
	const isSigned = blocks.some(block => block.type === 'paragraph' && block.role === 'signer');
	const absent: Name[] = [];
	if (!isSigned) absent.push('author');
	if (organ === undefined && number === undefined) absent.push('approver');
	return absent;
}
