// Drafts made at random whose words are all others, so that each stands in one place; and how a draft is written.
import { randomFrom } from '../../bench/source';

/** What a paragraph is put together of. */
export interface Piece {
	/** As the draft writes it. */
	readonly text: string;
	/** As Word shows it; nothing of what cites. */
	readonly shown: string;
	readonly isMark: boolean;
}

export type BlockKind = 'text' | 'item' | 'head' | 'row';

export interface Block {
	readonly kind: BlockKind;
	/** One for all but rows. */
	readonly cells: readonly (readonly Piece[])[];
}

export interface DraftModel {
	readonly blocks: readonly Block[];
	/** Definitions of notes, by their labels. */
	readonly notes: ReadonlyMap<string, string>;
}

export class Chance {
	private readonly next: () => number;

	constructor(seed: number) {
		this.next = randomFrom(seed);
	}

	below(size: number): number {
		return Math.floor(this.next() * size);
	}

	is(share: number): boolean {
		return this.next() < share;
	}

	pick<T>(list: readonly T[]): T | undefined {
		return list[this.below(list.length)];
	}
}

const letters =
	'稳中求进发展创新改革开放安全民生治理基层落实推动优化营商环境建设现代产业体系深科技制扩大高水平对外促进区域协调乡村振兴绿色低碳转型';
const marks = ['', '', '', '[^a]', '[^b]', '[^a]', '[^c]', '[@jin-2024]', '[@jin-2024]', '[@jin-2024, 第3段]'].concat([
	'[@jin-2024]',
	'[@wang-2023, 第15页]',
	'[@wang-2023]',
	'[@jin-2024; @wang-2023]',
]);
const notes = [
	['a', '手写的注文在此。'],
	['b', '另一条注释说明。'],
	['c', '第三条来自调研。'],
] as const;

const plain = (words: string): Piece => ({ text: words, shown: words, isMark: false });

export function madeDraft(chance: Chance): DraftModel {
	const maker = new Maker(chance);
	const blocks = maker.blocks();
	const written = blocks.flatMap(({ cells }) => cells.flat().map(({ text }) => text)).join('');
	return { blocks, notes: new Map(notes.filter(([label]) => written.includes(`[^${label}]`))) };
}

class Maker {
	private readonly seen = new Set<string>();

	constructor(private readonly chance: Chance) {}

	blocks(): Block[] {
		const { chance } = this;
		const blocks: Block[] = [{ kind: 'text', cells: [[plain('各区各部门'), plain('：')]] }];
		const count = 4 + chance.below(4);
		for (let at = 0; at < count; at++) blocks.push(...this.some(blocks.at(-1)));
		const place = 2 + chance.below(blocks.length - 2);
		if (chance.is(0.5) && blocks[place]?.kind !== 'item') blocks.splice(place, 0, ...this.table());
		return [...blocks, { kind: 'text', cells: [this.paragraph()] }];
	}

	/** A heading, a list, a paragraph. */
	private some(last: Block | undefined): Block[] {
		const { chance } = this;
		if (chance.is(0.12)) return [{ kind: 'head', cells: [[plain(`一、${this.word()}`)]] }];
		if (!chance.is(0.17) || last?.kind === 'item') return [{ kind: 'text', cells: [this.paragraph()] }];
		return Array.from({ length: 2 + chance.below(2) }, () => ({ kind: 'item', cells: [this.sentence()] }));
	}

	private table(): Block[] {
		return Array.from({ length: 3 }, () => ({ kind: 'row', cells: [this.clause(false), this.clause(false)] }));
	}

	private word(): string {
		const { chance, seen } = this;
		const made = Array.from({ length: 3 + chance.below(4) }, () => letters.charAt(chance.below(letters.length)));
		const word = made.join('');
		if ([...seen].some(other => other.includes(word) || word.includes(other))) return this.word();
		seen.add(word);
		return word;
	}

	private clause(canBeBold = true): Piece[] {
		const { chance } = this;
		const word = this.word();
		const first = canBeBold && chance.is(0.15) ? { ...plain(word), text: `**${word}**` } : plain(word);
		const text = chance.pick(marks) ?? '';
		return text === '' ? [first] : [first, { text, shown: '', isMark: true }];
	}

	private sentence(): Piece[] {
		const second = this.chance.is(0.5) ? [plain('，'), ...this.clause()] : [];
		return [...this.clause(), ...second, plain('。')];
	}

	private paragraph(): Piece[] {
		return Array.from({ length: 1 + this.chance.below(3) }, () => this.sentence()).flat();
	}
}

/** A paragraph, an item, a heading, a row of a table as one line of a draft. */
export interface Line {
	readonly kind: BlockKind;
	readonly text: string;
}

/** The line of a row; the first of a table with what parts it from the others. */
export function rowLine(cells: readonly string[], isFirst: boolean): Line {
	const parting = isFirst ? `\n|${'---|'.repeat(cells.length)}` : '';
	return { kind: 'row', text: `| ${cells.join(' | ')} |${parting}` };
}

const signs: Partial<Record<BlockKind, string>> = { item: '- ', head: '## ' };

/** The draft: lines, and the definitions of notes that are there. */
export function written(lines: readonly Line[], definitions: Iterable<readonly [label: string, text: string]>): string {
	const body = lines.map(({ kind, text }, at) => {
		const isTight = (kind === 'item' || kind === 'row') && lines[at - 1]?.kind === kind;
		const between = isTight ? '\n' : '\n\n';
		return `${at === 0 ? '' : between}${signs[kind] ?? ''}${text}`;
	});
	const below = Array.from(definitions, ([label, text]) => `[^${label}]: ${text}\n`);
	return `# 关于发展的意见\n\n${body.join('')}\n\n${below.join('')}`;
}

export function textOf({ blocks, notes }: DraftModel): string {
	const lines = blocks.map(({ kind, cells }, at): Line => {
		const texts = cells.map(pieces => pieces.map(({ text }) => text).join(''));
		return kind === 'row' ? rowLine(texts, blocks[at - 1]?.kind !== 'row') : { kind, text: texts[0] ?? '' };
	});
	return written(lines, notes);
}
