// Titles are broken between words, into lines of like length.
import { expect, test } from 'vitest';
import { titleLines } from '../../../src/core/word/write/titleLines';

test.each([
	['关于发展的意见', 17, ['关于发展的意见']],
	[
		'关于我市加快发展低空经济推动产业转型升级的调研报告',
		17,
		['关于我市加快发展低空经济', '推动产业转型升级的调研报告'],
	],
	['某省人民政府办公厅关于加快发展新质生产力推动经济社会高质量发展若干政策措施的通知', 20, undefined],
] as const)('%s', (title, room, expected) => {
	const lines = titleLines(title, room);
	expect(lines.join('')).toBe(title);
	for (const line of lines) expect(line.length).toBeLessThanOrEqual(room);
	const lengths = lines.map(line => line.length);
	expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(4);
	if (expected) expect(lines).toEqual(expected);
});

test('a title that no line holds stays as it is', () => {
	expect(titleLines('a'.repeat(400), 10)).toEqual(['a'.repeat(400)]);
});
