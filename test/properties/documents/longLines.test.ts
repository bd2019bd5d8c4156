// Lines without end, of characters that expressions look for: what reads a document, and what looks at a draft, costs as
// much more as the line is longer, not its square. The time of the processor counts, of two lengths in one run.
import { expect, test } from 'vitest';
import { defaultLimits, type DocumentReader, type ReadFile } from '../../../src/core/documents/document';
import { readDocx } from '../../../src/core/documents/office/docx';
import { readHtml } from '../../../src/core/documents/html/html';
import { readMarkdown } from '../../../src/core/documents/plain/markdown';
import { readText } from '../../../src/core/documents/plain/text';
import { readTableDocument } from '../../../src/core/documents/table/tableDocument';
import { Planner } from '../../../src/core/documents/plan';
import { Draft } from '../../../src/core/draft/draft';
import { unitsOf } from '../../../src/core/word/back/units';
import { createWordTools } from '../../../src/core/word/tools';
import { createPolicyService, structureFindings } from '../../../src/core/service';
import { corpus } from '../../fuzz/sources';
import { docx, paragraph } from '../../support/archive';

const length = 7_500;
const times = 4;
/** Work that grows with the square of a line takes 16 times as long for one of four times the length. */
const mostGrowth = 9;
/** Less is noise: what is read for the first time, what is swept up. */
const noise = 500;

const units =
	'\u3000 |：|｜|/|（|）|第|1|年|#|*|-|_|`|《|》|“|”|[|]|@|>|<|\\|$|，|。|、|字|a|①|&|{|　|1年|字 |字，|第1|[@|--|"'
		.split('|')
		.concat('|', '|-', '\t', '\0', '（字）', '“字”', '[字', '![', '字|', '年1月');
/** What stands before: lines that are something by how they begin. */
const starts = ['# ', '作者：', '《', '第', '2024年', '“', '附件'];

const sentence = '县域经济是国民经济的基本单元，也是推进城乡融合发展的重要切入点。';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\0', ' ');
const bytes = (text: string) => new TextEncoder().encode(text);

/** One line of all that length, and one of each beginning; something else at the end, where much is decided. */
const linesOf = (unit: string, size: number) =>
	['', ...starts].map((start, at) => {
		const own = at === 0 ? size : size / starts.length;
		return `${start}${unit.repeat(Math.ceil(own / unit.length))}字x`;
	});

async function imported(reader: DocumentReader, text: Uint8Array, name: string): Promise<void> {
	const read: ReadFile = await reader(text, name, defaultLimits);
	const planner = new Planner({ taken: () => false, propose: () => 'a' });
	for (const one of read.documents) planner.plan(one, { file: name, sha256: 'b'.repeat(64) }, 'skip');
}

/** Of which each takes all lines, in places where readers look for titles, labels, authors and days. */
const readers: Readonly<Record<string, (lines: readonly string[]) => Promise<void>>> = {
	txt: lines => imported(readText, bytes([...lines, sentence, ...lines].join('\n\n')), 'a.txt'),
	md: lines =>
		imported(readMarkdown, bytes([`# ${lines[0] ?? ''}`, ...lines, sentence, ...lines].join('\n\n')), 'a.md'),
	html: lines => {
		const [first = ''] = lines.map(escaped);
		const blocks = [...lines, sentence, sentence, ...lines].map(line => `<p>${escaped(line)}</p>`).join('');
		const head = `<title>${first}</title><meta name="author" content="${first.replaceAll('"', '&quot;')}">`;
		return imported(
			readHtml,
			bytes(`${head}<h1>${first}</h1>${blocks}<table><tr><td>${first}</td></tr></table>`),
			'a.html',
		);
	},
	docx: lines =>
		imported(readDocx, docx([...lines, sentence, ...lines].map(line => paragraph(escaped(line))).join('')), 'a.docx'),
	csv: lines =>
		imported(readTableDocument, bytes(`术语,定义\n${lines.map(line => `甲,${line}`).join('\n')}\n`), 'a.csv'),
};

const service = createPolicyService(corpus);
const draftOf = (lines: readonly string[]) =>
	['# 题目', ...lines, '他说“要加快转变经济发展方式。”[^a]', `[^a]: ${lines.at(-1) ?? ''}`].join('\n\n');

/** What is asked of a draft. */
const asked: Readonly<
	Record<string, (lines: readonly string[], language: 'markdown' | 'latex' | 'plaintext') => unknown>
> = {
	reviewed: (lines, language) =>
		service.reviewer().reviewNow(new Draft(draftOf(lines), language), {
			families: ['quotation', 'wording', 'punctuation', 'figure'],
			all: true,
		}),
	'its structure': (lines, language) => structureFindings(new Draft(draftOf(lines), language)),
	cited: (lines, language) => {
		const draft = new Draft(draftOf(lines), language);
		return [
			service.citing.check(draft),
			service.citing.list(draft, {}, true),
			service.citing.keyStart(draft.text, language),
		];
	},
	completed: lines => lines.map(line => service.complete({ before: line })),
	'a Word file': (lines, language) => {
		const tools = createWordTools();
		const manuscript = tools.read(draftOf(lines), language);
		return tools.write(
			manuscript,
			'official',
			manuscript.images.map(() => 'image.missing' as const),
		);
	},
	compared: lines => unitsOf(new Draft(draftOf(lines), 'markdown')),
};

/** Milliseconds of the processor that something takes. */
async function costOf(work: () => unknown): Promise<number> {
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

/** The characters of which lines cost more than they are longer. */
async function growth(work: (lines: readonly string[]) => unknown): Promise<readonly string[]> {
	const slow: string[] = [];
	for (const unit of units) {
		const many = await costOf(() => work(linesOf(unit, length * times)));
		if (many < noise) continue;
		const few = await costOf(() => work(linesOf(unit, length)));
		if (many > few * mostGrowth) slow.push(`${JSON.stringify(unit)} ${few.toFixed(0)} → ${many.toFixed(0)} ms`);
	}
	return slow;
}

test.each(Object.keys(readers))('%s: lines of 30,000 characters', async name => {
	expect(await growth(lines => readers[name]?.(lines))).toEqual([]);
});

test.each(Object.keys(asked))('a draft with lines of 30,000 characters, %s', async name => {
	expect(await growth(lines => asked[name]?.(lines, 'markdown'))).toEqual([]);
});
