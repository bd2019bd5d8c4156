// How lists are numbered: 1. 2. 3., or a mark, at every level.

import type { Layout } from '../layout/layout';
import { AlignmentType, LevelFormat, LevelSuffix, type NumberingDefinition } from './docx';
import { listReference } from './sheet';

const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
const bullets = ['●', '○', '■'] as const;
const formats = ['%1.', '(%1)'] as const;

/** What numbers the lists of a document, which begin with 1 or with one of `starts`. */
export function numberingOf(layout: Layout, starts: ReadonlySet<number>): NumberingDefinition[] {
	const bulleted: NumberingDefinition = {
		reference: listReference(false, 1),
		levels: levels.map(level => ({
			level,
			format: LevelFormat.BULLET,
			text: bullets[level % bullets.length] ?? '●',
			alignment: AlignmentType.LEFT,
			style: { paragraph: { indent: indentAt(level, layout) }, run: { size: 16 } },
		})),
	};
	return [bulleted, ...[1, ...starts].map(start => ordered(start, layout))];
}

function ordered(start: number, layout: Layout): NumberingDefinition {
	const isOfficial = layout.name === 'official';
	return {
		reference: listReference(true, start),
		levels: levels.map(level => ({
			level,
			format: LevelFormat.DECIMAL,
			text: (formats[level % 2] ?? '%1.').replace('1', String(level + 1)),
			alignment: AlignmentType.LEFT,
			start: level === 0 ? start : 1,
			// In official documents a number stands in the text, two characters in, and lines go on at the margin.
			suffix: isOfficial ? LevelSuffix.NOTHING : LevelSuffix.TAB,
			style: { paragraph: { indent: isOfficial ? inText(level, layout) : indentAt(level, layout) } },
		})),
	};
}

function inText(level: number, { listIndent }: Layout): { readonly left: number; readonly firstLine: number } {
	return { left: level * listIndent, firstLine: listIndent };
}

function indentAt(level: number, { listIndent }: Layout): { readonly left: number; readonly hanging: number } {
	return { left: (level + 2) * listIndent, hanging: Math.round(listIndent * 0.8) };
}
