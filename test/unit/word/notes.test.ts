// Notes and cells on the way into a Word file: numbers that would run together, words that would be lost unsaid.
import { expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import type { Inline } from '../../../src/core/word/manuscript';
import { readManuscript } from '../../../src/core/word/read/read';
import { wordOf } from '../../support/wordFile';

/** The first paragraph: raised text in ^^, notes as [1]. */
function shown(text: string, comma?: string): string {
	const [block] = readManuscript(new Draft(text, 'markdown'), comma).blocks;
	const sign = (inline: Inline): string => {
		if (inline.type === 'note') return `[${inline.note + 1}]`;
		if (inline.type !== 'text') return '';
		return inline.style.raised ? `^${inline.text}^` : inline.text;
	};
	return block?.type === 'paragraph' ? block.content.map(sign).join('').replaceAll('^^', '') : '';
}
const notes = '\n\n[^1]: 一\n[^2]: 二\n[^3]: 三\n';

test.each([
	['two', '甲[^1][^2]。', '甲[1]^，^[2]。'],
	['three, one of them again', '甲[^1]乙[^2][^1][^3]', '甲[1]乙[2]^，^[1]^，^[3]'],
	['on two lines', '甲[^1]\n[^2]', '甲[1]^，^[2]'],
	['a note in the text', '甲[^1]^[注]', '甲[1]^，^[2]'],
	['emphasis between', '**甲[^1]**[^2]', '甲[1]^，^[2]'],
	['a raised number before', '10<sup>2</sup>[^1]', '10^2，^[1]'],
	['a raised sign before', '10 m²[^1]', '10 m²^，^[1]'],
	['a raised number behind', '甲[^1]<sup>2</sup>', '甲[1]^，2^'],
	['words between', '甲[^1]、[^2] [^3]', '甲[1]、[2] [3]'],
	['text behind', '甲[^1]2024年', '甲[1]2024年'],
])('numbers that touch are parted: %s', (_, text, expected) => expect(shown(text + notes)).toBe(expected));

test('they are parted as the edition parts numbers', () =>
	expect(shown(`甲[^1][^2]${notes}`, ',')).toBe('甲[1]^,^[2]'));

test('what has no place in a Word file is told of', async () => {
	const told = async (text: string) => (await wordOf(text)).problems.map(({ code, what }) => `${code} ${what}`);
	expect(await told('甲[^1]\n\n[^1]: 注一\n[^1]: 注二\n')).toEqual(['note.doubled 1: 注一']);
	expect(await told('甲[^1]\n\n[^1]: 注一\n[^1]: 注一\n')).toEqual([]);
	expect(await told('| a | b |\n|---|---|\n| 多 | 一 | 格 | |\n| 少 |\n| x\\|y | z |\n')).toEqual(['table.cells 格']);
	expect(await told('> | a |\n> |---|\n> | 多 | 格 |\n')).toEqual(['table.cells 格']);
	expect(await told('<div>\n| a |\n|---|\n| 多 | 格 |\n</div>\n')).toEqual(['table.cells 格']);
});
