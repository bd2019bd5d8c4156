// A version of a draft is parsed once, however much is asked about it.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import type { DraftLanguage } from '../../../src/core/draft/language';
import { createPolicyService } from '../../../src/core/service';
import { CountedDraft } from '../../support/countedDraft';
import { small } from '../review/corpus';

const service = createPolicyService(small);
const source = small.sources[0]!.id;
const wrong = '他说“要加快改变经济发展方式，推动产业结构优化升级”。';

/** Everything that is asked about one version of a draft, several times over; answers how much a review found. */
async function askEverything(draft: Draft): Promise<number> {
	const reviewer = service.reviewer();
	const { findings } = reviewer.reviewNow(draft);
	expect((await reviewer.review(draft)).findings).toEqual(findings);
	for (const finding of findings) service.fixes(draft, finding, 'footnote');
	for (const form of ['footnote', 'pandoc', 'note', 'quotation', 'numeric'] as const)
		for (const offset of [0, 10, draft.text.length]) service.insertion(draft, [offset], source, form);
	const { citing } = service;
	citing.check(draft);
	citing.list(draft, {}, true);
	citing.update(draft, {});
	citing.finish(draft, 'note', {});
	citing.keyAt(draft, 5);
	citing.switchAt(draft, 5, {});
	citing.orderNotes(draft, {});
	citing.keyOffers(draft, { form: 'pandoc', start: 0, typed: 're' }, 5);
	return findings.length;
}

describe('one version of a draft', () => {
	test.each<[DraftLanguage, string]>([
		['markdown', `# 题目\n\n${`${wrong}[^1] 又见[@report-a]。\n\n`.repeat(20)}\n[^1]: 注。\n`],
		['latex', `${wrong}\\cite{report-a}\n\n`.repeat(20)],
		['plaintext', `${wrong}[1]\n`.repeat(20)],
	])('%s: whatever is asked, each part is parsed once', async (language, text) => {
		const draft = new CountedDraft(text, language);
		expect(await askEverything(draft)).toBeGreaterThan(10);
		expect(Object.keys(draft.parses)).toEqual(expect.arrayContaining(['maskOf', 'blocksIn', 'conventionsIn']));
		expect(Object.entries(draft.parses).filter(([, count]) => count > 1)).toEqual([]);
	});

	test('what nobody asks for is not parsed', () => {
		const draft = new CountedDraft('甲\n\n乙', 'markdown');
		expect(draft.parses).toEqual({});
		expect(draft.lines).toHaveLength(3);
		expect(draft.parses).toEqual({ maskOf: 1 });
	});

	test('an insertion needs no paragraphs, however many cursors there are', () => {
		const draft = new CountedDraft(`${wrong}\n`, 'markdown');
		service.insertion(draft, [3, 5], source, 'footnote');
		expect(draft.parses).toMatchObject({ maskOf: 1, definitionsIn: 1, citationsIn: 1 });
		expect(draft.parses).not.toHaveProperty('blocksIn');
	});

	test('what others read off it is read once, and kept apart for each draft', () => {
		const read = vi.fn((draft: Draft) => draft.text.length);
		const [one, other] = [new Draft('甲', 'markdown'), new Draft('甲乙', 'plaintext')];
		expect([one.part(read), one.part(read), other.part(read), one.part(read)]).toEqual([1, 1, 2, 1]);
		expect(read).toHaveBeenCalledTimes(2);
		const nothing = vi.fn(() => undefined);
		expect([one.part(nothing), one.part(nothing)]).toEqual([undefined, undefined]);
		expect(nothing).toHaveBeenCalledTimes(1);
	});
});

describe('nobody else parses drafts', () => {
	const src = resolve(import.meta.dirname, '../../../src');
	const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
		.map(file => file.replaceAll('\\', '/'))
		.filter(file => file.endsWith('.ts'));
	const codes = new Map(files.map(file => [file, readFileSync(join(src, file), 'utf8')]));
	const code = (file: string) => codes.get(file) ?? '';

	test('what cuts a text is imported by nothing outside of its room', () => {
		const parsers =
			/\b(?:textLines|maskDraft|blocksOf|noteDefinitions|noteReferences|pandocCitations|latexCitations)\b/;
		const importing = files.filter(file =>
			[...code(file).matchAll(/^import [^;]*;/gm)].some(([line]) => parsers.test(line)),
		);
		expect(importing).toContain('core/draft/draft.ts');
		expect(importing.filter(file => !file.startsWith('core/draft/'))).toEqual([]);
	});

	test('a draft is made where a text comes in, and of the copies that commands write', () => {
		expect(files.filter(file => code(file).includes('new Draft(')).sort()).toEqual([
			'cli/check/drafts.ts',
			'cli/export.ts',
			'cli/word/changes.ts',
			'cli/word/docx.ts',
			'core/citations/citing.ts',
			'core/citations/edits/finishNotes.ts',
			'core/citations/edits/insert.ts',
			// The thread that writes Word files is given the text.
			'core/citations/finisher.ts',
			'core/service.ts',
			'core/word/read/read.ts',
			'core/word/tools.ts',
		]);
	});

	test('the editor keeps the draft of a version instead of making one for each question', () => {
		const making = files.filter(file => file.startsWith('editor/') && /\bservice\.draft\(/.test(code(file)));
		expect(making.sort()).toEqual([
			'editor/base/draftVersions.ts',
			'editor/preview/preview.ts', // of a text: VS Code does not say which document it draws
			'editor/references/commands.ts',
			'editor/review/reviews.ts',
		]);
	});
});
