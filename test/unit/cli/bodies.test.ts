import { expect, test } from 'vitest';
import { listedTexts } from '../../../src/cli/bodies';

test('a text a line, its paragraphs the lines that are not empty', () => {
	const lines = `${JSON.stringify({ title: '甲', content: '  一段\n\n\n二段 ' })}\n\n${JSON.stringify({ title: '乙', content: '', year: 1 })}\n`;
	expect(listedTexts('reports.jsonl', lines)).toEqual([
		{ name: 'reports.jsonl:1', title: '甲', paragraphs: ['一段', '二段'] },
		{ name: 'reports.jsonl:3', title: '乙', paragraphs: [] },
	]);
});

test.each(['{', '[]', 'null', '{"title": "甲"}'])('another line is named: %s', line => {
	expect(() => listedTexts('reports.jsonl', `${JSON.stringify({ title: '甲', content: '' })}\n${line}`)).toThrow(
		'reports.jsonl:2',
	);
});
