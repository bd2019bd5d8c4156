// The parts of an official document (GB/T 9704-2012) that a draft has: 主送机关, 附件说明, 署名, 成文日期, 附件; the
// levels of its headings by their numbers. Nothing is added that the draft does not say.

import { numberOfLine } from '../documents/official/documentNumber';
import { dayOf, dayPattern } from '../documents/official/writtenDate';
import { dateWords } from '../text/bilingual';
import { levelOf } from './levels';
import {
	paragraphText,
	plainText,
	type Block,
	type Heading,
	type Inline,
	type Manuscript,
	type Paragraph,
	type Particulars,
} from './manuscript';

/** The manuscript with its parts marked. */
export function asOfficial(manuscript: Manuscript): Manuscript {
	const { particulars } = manuscript;
	const body = signed(annexed(addressed(manuscript.blocks, particulars)), manuscript);
	return { ...manuscript, blocks: body.map(levelled) };
}

/** A report with the annexes that its front matter names at its end. */
export function withAnnexes(manuscript: Manuscript): Manuscript {
	const blocks = annexed(manuscript.blocks);
	return { ...manuscript, blocks: [...manuscript.blocks, ...listedAnnexes(blocks, manuscript.particulars)] };
}

/** A heading whose number names a level has that one. */
function levelled(block: Block): Block {
	if (block.type !== 'heading') return block;
	return { ...block, level: levelOf(plainText(block.content)) ?? block.level };
}

/**
 * The first paragraph names who is written to, where it ends with a colon; else the front matter does. 发文字号 may
 * stand above it, as on pages of the web: in the middle, or not at all where the head has it.
 */
function addressed(blocks: readonly Block[], particulars: Particulars): readonly Block[] {
	const [first, ...rest] = blocks;
	const { number, recipient } = particulars;
	if (first?.type === 'paragraph' && numberOfLine(paragraphText(first)) !== undefined) {
		const below = addressed(rest, particulars);
		const isInHead = lettersOf(paragraphText(first)) === lettersOf(number ?? '') && first.content.every(isText);
		return isInHead ? below : [{ ...first, align: 'center' }, ...below];
	}
	if (first?.type === 'paragraph' && /^[^。；！？\n]{2,120}[：:]$/.test(paragraphText(first)))
		return [{ ...first, role: 'recipient' }, ...rest];
	if (recipient === undefined) return blocks;
	return [
		{ type: 'paragraph', role: 'recipient', content: textOf(`${recipient.trimEnd().replace(/[：:]$/, '')}：`) },
		...blocks,
	];
}

function isText({ type }: Inline): boolean {
	return type === 'text';
}

function lettersOf(text: string): string {
	return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** 附件：… below the text; 附件1 alone on a line, which begins a page, and what the annex is called below it. */
function annexed(blocks: readonly Block[]): readonly Block[] {
	let isNumbered = false;
	return blocks.map((block, at): Block => {
		if (block.type !== 'paragraph' && block.type !== 'heading') return block;
		const role = annexRole(block, blocks[at - 1], isNumbered);
		isNumbered = role === 'annexFirst' || role === 'annexItem';
		return role ? { ...block, type: 'paragraph', role } : block;
	});
}

/** `isNumbered`: a name of an annex stands right above, with its number. */
function annexRole(block: Paragraph | Heading, above: Block | undefined, isNumbered: boolean): Paragraph['role'] {
	const text = plainText(block.content).trim();
	if (isAnnexMark(block)) return 'annex';
	if (block.type === 'heading') return isAnnexMark(above) && levelOf(text) === undefined ? 'annexTitle' : undefined;
	if (isNumbered && /^\d{1,2}[.．、]/.test(text)) return 'annexItem';
	if (/^附件\s*[：:]\s*\d{1,2}[.．、]/.test(text)) return 'annexFirst';
	return /^附件\s*[：:]\s*\S/.test(text) ? 'annexes' : undefined;
}

const longestMark = 40;

function isAnnexMark(block: Block | undefined): boolean {
	if (block?.type !== 'paragraph' && block?.type !== 'heading') return false;
	const text = plainText(block.content).trim();
	return text.length <= longestMark && /^附件\s*[\d一二三四五六七八九十]*\s*[：:]?$/.test(text);
}

/** The annexes that the front matter names, where the text lists none. */
export function listedAnnexes(blocks: readonly Block[], { annexes = [] }: Particulars): readonly Paragraph[] {
	const isListed = blocks.some(block => block.type === 'paragraph' && /^annex(?:es|First)$/.test(block.role ?? ''));
	if (isListed || annexes.length === 0) return [];
	const [only, ...others] = annexes;
	if (only !== undefined && others.length === 0) return [{ ...paragraphOf(`附件：${only}`), role: 'annexes' }];
	return annexes.map((name, at) => ({
		...paragraphOf(`${at === 0 ? '附件：' : ''}${at + 1}. ${name}`),
		role: at === 0 ? 'annexFirst' : 'annexItem',
	}));
}

/** A day alone at the end of the text, with the name above it, before annexes. */
function signed(blocks: readonly Block[], { particulars }: Manuscript): readonly Block[] {
	const annex = blocks.findIndex(block => block.type === 'paragraph' && block.role === 'annex');
	const end = [annex, blocks.length].find(at => at >= 0) ?? 0;
	const close = Math.max(0, end - 3);
	const parted = signedWithin([...blocks.slice(0, close), ...blocks.slice(close, end).flatMap(onOneLine)]);
	const annexes = listedAnnexes(blocks, particulars);
	const day = parted.findLastIndex((block, at) => at >= parted.length - 2 && dayIn(block) !== undefined);
	const rest = blocks.slice(end);
	if (day < 0) {
		const signature = signatureOf(particulars.author, particulars.date);
		const text = [...parted, ...annexes];
		return [...(signature.length > 0 ? kept(text) : text), ...signature, ...rest];
	}
	const date = parted[day] as Paragraph;
	const above = parted[day - 1];
	const signer = [above].filter(isSigner)[0];
	const before = [...parted.slice(0, day - Number(signer !== undefined)), ...annexes];
	return [...kept(before), ...placed(signer, date), ...parted.slice(day + 1), ...rest];
}

/** A name and a day below a sentence, with text behind them: of a notice, before the paper that it hands on. */
function signedWithin(blocks: readonly Block[]): readonly Block[] {
	const found = [...blocks];
	for (let at = 2; at < blocks.length - 2; at++) {
		const [above, signer, date] = blocks.slice(at - 2, at + 1);
		if (above?.type !== 'paragraph' || date?.type !== 'paragraph' || !isSigner(signer)) continue;
		const isBelowText = above.role !== undefined || /[。！？；）)]$/.test(paragraphText(above));
		if (dayIn(date) === undefined || !isBelowText) continue;
		found.splice(at - 2, 3, { ...above, keep: true }, ...placed(signer, date));
	}
	return found;
}

/** A signature is on no page without text (7.3.5): the last paragraph and the names of annexes stay with it. */
function kept(blocks: readonly Block[]): readonly Block[] {
	const isName = (block: Block) => block.type === 'paragraph' && /^annex(?:es|First|Item)$/.test(block.role ?? '');
	const last = blocks.findLastIndex(block => !isName(block));
	return blocks.map((block, at) => (at >= last && block.type === 'paragraph' ? { ...block, keep: true } : block));
}

/** What the front matter has of it, where the text has none. */
function signatureOf(author: string | undefined, date: string | undefined): readonly Block[] {
	if (date === undefined) return [];
	const day = dateWords(dayOf(date) ?? date).zh;
	const [signer] = [author].filter(name => name !== undefined).map(paragraphOf);
	return placed(signer, paragraphOf(day));
}

/** 成文日期 ends four characters before the margin, 署名 is centred over it (7.3.5.1). */
function placed(signer: Paragraph | undefined, date: Paragraph): readonly Block[] {
	const fromRight = 4;
	if (!signer) return [{ ...date, role: 'date', right: fromRight, apart: true }];
	const right = fromRight + (widthOf(plainText(date.content)) - widthOf(plainText(signer.content))) / 2;
	// A name longer than the day pushes the day to the left, and ends two characters before the margin.
	const shift = Math.max(0, 2 - right);
	return [
		{ ...signer, role: 'signer', right: right + shift, apart: true },
		{ ...date, role: 'date', right: fromRight + shift },
	];
}

/** How many characters wide a text is; digits and Latin letters are half as wide. */
function widthOf(text: string): number {
	return [...text.trim()].reduce((sum, character) => sum + 1 - Number(/[\u0020-\u007e]/.test(character)) / 2, 0);
}

function dayIn(block: Block): string | undefined {
	return dayOf(paragraphText(block));
}

/** A name: short, no sentence. */
function isSigner(block: Block | undefined): block is Paragraph {
	if (block?.type !== 'paragraph' || block.role !== undefined) return false;
	const text = paragraphText(block);
	return text.length >= 2 && text.length <= 40 && !/[。；：！？，:;]/.test(text) && levelOf(text) === undefined;
}

const nameAndDay = new RegExp(`^([\\p{Script=Han}（）()\\s]{2,40}?)\\s*((?:${dayPattern}))$`, 'u');

/** A name and a day on one line, or on two of one paragraph, are two paragraphs. */
function onOneLine(block: Block): readonly Block[] {
	if (block.type !== 'paragraph' || block.content.some(one => one.type === 'note' || one.type === 'image'))
		return [block];
	const [, name, day] = nameAndDay.exec(paragraphText(block)) ?? [];
	if (name === undefined || day === undefined) return [block];
	return [paragraphOf(name.trim()), paragraphOf(day)];
}

function paragraphOf(text: string): Paragraph {
	return { type: 'paragraph', content: textOf(text) };
}

function textOf(text: string): readonly Inline[] {
	return [{ type: 'text', text, style: {} }];
}
