// A library of another program as a person meets it: found, cited, opened at its entry, told of where it is broken;
// and sources exported.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';

const bib =
	'@article{zhang2021,\n  author = {张三 and 李四},\n  title = {青稞产业链研究},\n  journal = {管理世界},\n  year = {2021}, number = {3}, pages = {1--9}\n}\n\n@book{bad,\n  title = {坏,\n}\n\n@book{wang2020,\n  author = {王五},\n  title = {青稞志}\n}\n';
const matter = '---\ntitle: 青稞报告\nbibliography: refs.bib\n---\n\n';

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': `${matter}发展青稞。\n`, 'refs.bib': bib } });
});
afterAll(async () => {
	await vs.close();
});

/** The rows of the palette once one holds these words. */
const found = (words: string) =>
	vs.until(`a row with ${words}`, async () => {
		const rows = await vs.picks();
		return rows.some(row => `${row.label}${row.description}${row.detail}`.includes(words)) ? rows : undefined;
	});

test('a title is offered behind 《, as those of packs are', async () => {
	await vs.draft(`${matter}见《青|`);
	await vs.ime('ke', '稞');
	await expect
		.poll(async () => (await vs.suggestions()).map(row => row.label))
		.toEqual(expect.arrayContaining(['青稞产业链研究', '青稞志']));
	await vs.screenshot('library-title');
	await vs.accept('青稞志');
	await expect.poll(() => vs.line()).toBe('见《青稞志'); // who opens a mark closes it
});

test('an entry is found and inserted with its reference', async () => {
	await vs.draft(`${matter}发展青稞|。\n`);
	await vs.search('青稞产业');
	await found('青稞产业链研究');
	await vs.screenshot('library-palette');
	await vs.press('Enter');
	await vs.until('the footnote', async () => ((await vs.text()).includes('[^zhang2021]:') ? true : undefined));
	await expect.poll(() => vs.text()).toContain('发展青稞[^zhang2021]。');
	await expect
		.poll(() => vs.text())
		.toContain('[^zhang2021]: 张三，李四. 青稞产业链研究[J]. 管理世界，2021（3）：1-9.');
});

test('its cited sources are exported to a file the person names', async () => {
	await vs.save();
	await vs.run('Export Sources…');
	await expect
		.poll(async () => (await found('Cited in this draft')).map(row => [row.label, row.description]))
		.toEqual([
			['Cited in this draft', '1'],
			['All sources', expect.stringMatching(/^\d+$/)],
		]);
	await vs.screenshot('export-sources');
	await vs.press('Enter');
	await expect.poll(async () => (await found('BibTeX')).map(row => row.label)).toEqual(['CSL-JSON', 'BibTeX', 'RIS']);
	await vs.press('Enter');
	const box = vs.page.locator('.quick-input-widget input').first();
	await vs.until('the proposed name', async () =>
		(await box.inputValue()).endsWith('references.json') ? true : undefined,
	);
	await vs.screenshot('export-save');
	await vs.press('Enter');
	await vs.until('the file', async () => (existsSync(join(vs.folder, 'references.json')) ? true : undefined));
	await expect
		.poll((): unknown => JSON.parse(vs.read('references.json')))
		.toEqual([
			{
				id: 'zhang2021',
				type: 'article-journal',
				title: '青稞产业链研究',
				author: [{ literal: '张三' }, { literal: '李四' }],
				'container-title': '管理世界',
				issue: '3',
				page: '1–9',
				issued: { 'date-parts': [[2021]] },
			},
		]);
	await vs.message('Sources exported to “references.json”: 1.');
});

test('a broken entry is told of at its line; the entry of a source opens there', async () => {
	await vs.open('refs.bib');
	const problems = await vs.until('a problem', async () => {
		const all = await vs.problems();
		return all.length > 0 ? all : undefined;
	});
	expect(problems.map(one => [one.line, one.code, one.severity, one.message])).toEqual([
		[8, 'library.syntax', 'Error', 'This cannot be read, and the entry is left out. A brace { is never closed.'],
	]);
	await vs.screenshot('library-problem');
	await vs.command('policyWriting.openSource', 'wang2020');
	await vs.until('the entry', async () => ((await vs.cursor()).line === 12 ? true : undefined));
});
