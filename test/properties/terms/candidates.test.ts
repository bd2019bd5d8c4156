// What sixty years of reports propose as terms, where the reports are present.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { finished } from '../../../src/core/review/steps';
import { candidatesOf } from '../../../src/core/terms/candidates';
import { corpusOf } from '../../unit/terms/corpus';

const reports = new URL('../../../../shared/data/government_work_reports_1954_2015.jsonl', import.meta.url);
test.skipIf(!existsSync(reports))('of sixty years of reports: names, in short steps', () => {
	const rows = readFileSync(reports, 'utf8')
		.trim()
		.split('\n')
		.map(line => JSON.parse(line) as { title: string; year: number; content: string });
	const corpus = corpusOf({
		sources: rows.map((row, i) => ({ id: `r${i}`, type: 'report', title: row.title, issued: String(row.year) })),
		documents: rows.map((row, i) => ({
			source: `r${i}`,
			file: `documents/${i}.md`,
			paragraphs: row.content.split(/\n+/).filter(text => text.trim() !== ''),
			lines: [],
		})),
	});
	const { candidates } = finished(candidatesOf(corpus, { limit: 50 }));
	expect(candidates.map(one => one.text)).toEqual(
		expect.arrayContaining(['国民经济', '改革开放', '宏观调控', '社会主义', '知识分子']),
	);
	expect(candidates.find(one => one.text === '改革开放')?.first.date).toBe('1988');
	for (const { text } of candidates) expect(text).not.toMatch(/^[的了和与在是]|[的了和与在是]$/);
});
