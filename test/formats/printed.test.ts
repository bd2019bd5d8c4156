// Pages that a real browser prints to PDF and pandoc writes as Word files come back whole; what is not there is skipped.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { defaultLimits } from '../../src/core/documents/document';
import { readDocx } from '../../src/core/documents/office/docx';
import { readHtml } from '../../src/core/documents/html/html';
import { createPdfReader } from '../../src/core/documents/pdf/pdf';

const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path =>
	existsSync(path),
);
const pandoc = spawnSync('pandoc', ['--version']).status === 0;

const work = mkdtempSync(join(tmpdir(), 'policy-writing-printed-'));
afterAll(() => {
	rmSync(work, { recursive: true, force: true });
});

const maps = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');
const readPdf = createPdfReader(name =>
	existsSync(join(maps, `${name}.bcmap`)) ? new Uint8Array(readFileSync(join(maps, `${name}.bcmap`))) : undefined,
);

const title = '因地制宜发展新质生产力';
const sentences = [
	'高质量发展需要新的生产力理论来指导——新质生产力已经在实践中形成，并展示出对高质量发展的强劲推动力、支撑力。',
	'要牢牢把握高质量发展这个首要任务，长风破浪，见贤思齐；门、马、鸟、鱼、贝、页、齿、龙、一、二、人、入、八、十、又、口、土、士、大、女、子、小、山、工、己、巾、干都是部首，也都是字。',
	'2024年，战略性新兴产业增加值占国内生产总值比重达到13.4%，“专精特新”企业超过14万家，AI、5G等new quality productive forces加快应用。',
	'各地区各部门要坚持从实际出发，先立后破、因地制宜、分类指导，根据本地的资源禀赋、产业基础、科研条件等，有选择地推动新产业、新模式、新动能发展。',
];
const paragraphs = Array.from(
	{ length: 25 },
	(_, i) => `（第${i + 1}处）${'又'.repeat(i)}${sentences[i % 4]!}${sentences[(i * 3 + 1) % 4]!}`,
);

const pageOf = (style: string) =>
	`<!doctype html><meta charset="utf-8"><title>${title}</title><style>body{font-family:"Noto Serif CJK SC",serif;font-size:12pt;line-height:1.7}h1{text-align:center}${style}</style><h1>${title}</h1>${paragraphs.map(text => `<p>${text}</p>`).join('')}`;

function printed(name: string, style: string): Uint8Array<ArrayBuffer> {
	const page = join(work, `${name}.html`);
	const out = join(work, `${name}.pdf`);
	writeFileSync(page, pageOf(style));
	spawnSync(
		browser!,
		[
			'--headless',
			'--no-sandbox',
			'--disable-gpu',
			`--user-data-dir=${join(work, 'profile')}`,
			`--print-to-pdf=${out}`,
			`file://${page}`,
		],
		{ timeout: 60_000 },
	);
	return new Uint8Array(readFileSync(out));
}

test('the page that is printed', async () => {
	const { documents, problems } = await readHtml(new TextEncoder().encode(pageOf('')), 'page.html', defaultLimits);
	expect(problems).toEqual([]);
	expect(documents[0]!.source.title).toBe(title);
	expect(documents[0]!.paragraphs).toEqual(paragraphs);
});

describe.skipIf(!browser)('what Chromium prints', () => {
	test.each([
		['indented', 'p{text-indent:2em;margin:0;text-align:justify}'],
		['parted', 'p{margin:0 0 1em}'],
		[
			'columns',
			'@page{size:A4;margin:2cm} body{columns:2;column-gap:2em;font-size:10pt} h1{column-span:all} p{text-indent:2em;margin:0;text-align:justify}',
		],
	])(
		'%s: every paragraph and the title, without the heads and numbers of pages',
		async (name, style) => {
			const { documents, problems } = await readPdf(printed(name, style), `${name}.pdf`, defaultLimits);
			expect(problems).toEqual([]);
			expect(documents[0]!.source.title).toBe(title);
			const found = documents[0]!.paragraphs;
			expect(
				found.findIndex((text, i) => text !== paragraphs[i]),
				found.find((text, i) => text !== paragraphs[i]),
			).toBe(-1);
			expect(found).toHaveLength(paragraphs.length);
			expect(documents[0]!.dropped.map(dropped => dropped.why).sort()).toContain('running-head');
		},
		90_000,
	);
});

test.skipIf(!pandoc)('what pandoc writes: every paragraph, heading, row and note', async () => {
	const out = join(work, 'a.docx');
	spawnSync('pandoc', ['-f', 'markdown', '-o', out], {
		input: `---\ntitle: ${title}\n---\n\n# 总体要求\n\n${paragraphs.join('\n\n')}\n\n脚注[^1]在此。\n\n[^1]: 见报告。\n\n| 术语 | 定义 |\n|---|---|\n| 未来产业 | 前沿技术驱动 |\n`,
	});
	const { documents } = await readDocx(new Uint8Array(readFileSync(out)), 'a.docx', defaultLimits);
	expect(documents[0]!.source.title).toBe(title);
	expect(documents[0]!.paragraphs).toEqual([
		'总体要求',
		...paragraphs,
		'脚注在此。',
		'术语 | 定义',
		'未来产业 | 前沿技术驱动',
	]);
	const noted = paragraphs.length + 2;
	expect(documents[0]!.layout).toMatchObject({
		headings: [{ paragraph: 1 }],
		tables: [{ first: noted + 1, last: noted + 2 }],
		notes: [{ paragraph: noted, at: '脚注'.length, text: '见报告。' }],
	});
});
