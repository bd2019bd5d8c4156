// Numbers Word puts before paragraphs by itself (一、 （二） 3.): they stand in no text, but readers see them.

import { numeral } from './numerals';
import { attribute, readXml, type XmlHandler } from './xml';

/** A level of a kind of list. */
export interface Level {
	start: number;
	format: string;
	/** `第%1章`, with a place for the number of each level. */
	text: string;
}

/** Longest pattern of a label that is read, in UTF-16 code units: nine levels with words between them. */
const longestPattern = 255;
/** A label names each level once; more places than that are no label, and cost what they write. */
const mostPlaces = 9;

/** What stands for the bullet of a list without numbers. */
export const bullet = '•';

/** Gives the number that stands before the next paragraph of a list; `bullet` for bullets, '' for unknown lists. */
export type Numbering = (id: string, level: number) => string;

/** A list of paragraphs: the kind of list it is of, and the levels it starts anew at a number of its own. */
export interface List {
	kind: string;
	readonly starts: Map<number, number>;
}

/** Reads numbering.xml (ECMA-376 part 1, 17.9). */
export function readNumbering(xml: string): Numbering {
	const visitor = new NumberingVisitor();
	readXml(xml, visitor);
	return counting(visitor.kinds, visitor.lists);
}

/** Gathers the kinds of lists (`abstractNum`) and the lists (`num`) of numbering.xml. */
class NumberingVisitor implements XmlHandler {
	/** The levels of each kind of list. */
	readonly kinds = new Map<string, Map<number, Level>>();
	readonly lists = new Map<string, List>();
	private levels: Map<number, Level> | undefined;
	private level: Level | undefined;
	private list: List | undefined;
	private overriddenLevel = 0;

	open(name: string, attributes: string): void {
		switch (name) {
			case 'abstractNum':
				this.levels = new Map();
				this.kinds.set(attribute(attributes, 'abstractNumId') ?? '', this.levels);
				break;
			case 'num':
				this.list = { kind: '', starts: new Map() };
				this.lists.set(attribute(attributes, 'numId') ?? '', this.list);
				break;
			case 'lvl':
				if (!this.list) this.openLevel(levelOf(attributes));
				break;
			case 'lvlOverride':
				this.overriddenLevel = levelOf(attributes);
				break;
			default:
				this.property(name, attribute(attributes, 'val') ?? '');
		}
	}

	close(name: string): void {
		if (name === 'abstractNum') this.levels = undefined;
		else if (name === 'num') this.list = undefined;
		else if (name === 'lvl') this.level = undefined;
	}

	text(): void {
		// Numbers are in attributes only.
	}

	private openLevel(number: number): void {
		if (!this.levels) return;
		this.level = { start: 1, format: 'decimal', text: '' };
		this.levels.set(number, this.level);
	}

	/** An element with one value, of the list or the level it stands in. */
	private property(name: string, value: string): void {
		const { list, level } = this;
		if (list && name === 'abstractNumId') list.kind = value;
		else if (list && name === 'startOverride') list.starts.set(this.overriddenLevel, Number(value) || 1);
		else if (level && name === 'start') level.start = Number(value) || 0;
		else if (level && name === 'numFmt') level.format = value;
		else if (level && name === 'lvlText') level.text = value.slice(0, longestPattern);
	}
}

function levelOf(attributes: string): number {
	return Number(attribute(attributes, 'ilvl')) || 0;
}

/** Counts the paragraphs of lists while they are asked for in reading order. */
export function counting(
	kinds: ReadonlyMap<string, ReadonlyMap<number, Level>>,
	lists: ReadonlyMap<string, List>,
): Numbering {
	const counters = new Map<string, number[]>();
	return (id, at) => {
		const list = lists.get(id);
		const levels = list && kinds.get(list.kind);
		const level = levels?.get(at);
		if (!list || !levels || !level || at > 8) return '';
		// Lists of one kind count on, unless one starts anew
		const owner = list.starts.size > 0 ? `${list.kind}/${id}` : list.kind;
		const counts = counters.get(owner) ?? [];
		counters.set(owner, counts);
		const first = (of: number) => list.starts.get(of) ?? levels.get(of)?.start ?? 1;
		counts[at] = counts[at] === undefined ? first(at) : counts[at] + 1;
		counts.length = at + 1; // deeper levels begin anew
		if (level.format === 'bullet') return bullet;
		if (level.format === 'none') return '';
		let places = 0;
		return level.text.replace(/%([1-9])/g, (_, digit: string) => {
			if (++places > mostPlaces) return '';
			const of = Number(digit) - 1;
			return numeral(counts[of] ?? first(of), levels.get(of)?.format ?? 'decimal');
		});
	};
}
