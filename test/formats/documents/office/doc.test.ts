// Binary Word files made here; `docs/decisions/doc.md` has what public ones gave.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLimits, type ReadFile } from '../../../../src/core/documents/document';
import { readDoc } from '../../../../src/core/documents/office/binary/doc';
import { binaryWord, compound, type BinaryExtras, type BinaryParagraph } from '../../../support/binaryWord';

const sentence = '县域经济是国民经济的基本单元，也是推进城乡融合发展的重要切入点。';
const read = (paragraphs: readonly BinaryParagraph[], extras?: BinaryExtras) =>
	readDoc(binaryWord(paragraphs, extras), 'a.doc', defaultLimits);
const code = ({ problems: [problem] }: ReadFile) =>
	`${problem?.code ?? ''} ${String(problem?.data.format ?? problem?.data.reason ?? '')}`.trim();

async function document(paragraphs: readonly BinaryParagraph[], extras?: BinaryExtras) {
	const { documents } = await read(paragraphs, extras);
	return documents[0];
}

describe('what a reader of the printed page sees', () => {
	test('a centred title, paragraphs, numbers that Word makes', async () => {
		const found = await document([
			{ text: '关于促进县域经济发展的意见', centred: true },
			{ text: '总体要求', counted: true },
			{ text: sentence },
			{ text: '重点任务', counted: true },
			{ text: `${sentence}二` },
		]);
		expect(found?.source.title).toBe('关于促进县域经济发展的意见');
		expect(found?.paragraphs).toEqual(['一、总体要求', sentence, '二、重点任务', `${sentence}二`]);
	});

	test('rows of a table, an empty cell, a frame of one cell', async () => {
		const cell = (text: string) => ({ text, cell: 'end' }) as const;
		const row = { text: '', cell: 'row' } as const;
		const found = await document([
			{ text: sentence },
			...[cell('指标'), cell('数值'), row, cell('增速'), cell(''), row, cell('只有一格'), row],
			{ text: `${sentence}二` },
		]);
		expect(found?.paragraphs).toEqual([sentence, '指标 | 数值', '增速', '只有一格', `${sentence}二`]);
	});

	test('links show their words, not their addresses; breaks and marks are none of the text', async () => {
		const link = '见\u0013 HYPERLINK "https://example.org" \u0014公报\u0015，\u0001第一\u000B行';
		const found = await document([{ text: sentence }, { text: link }]);
		expect(found?.paragraphs).toEqual([sentence, '见公报，第一 行']);
	});

	test('what is deleted in tracked changes is gone and said; what is hidden is told apart', async () => {
		const found = await document([{ text: '应当依法公开信息。' }, { text: sentence }], {
			deleted: [0, 2],
			hidden: [4, 6],
		});
		expect(found?.paragraphs).toEqual(['依法信息。', sentence]);
		expect(found?.dropped).toContainEqual({ text: '公开', why: 'hidden' });
		expect(found?.problems.map(one => one.code)).toContain('import.changes');
	});

	test('a paragraph whose mark is deleted goes on in the next', async () => {
		const found = await document([{ text: '前半句' }, { text: '后半句。' }, { text: sentence }], { deleted: [3, 4] });
		expect(found?.paragraphs).toEqual(['前半句后半句。', sentence]);
	});

	test('footnotes stand apart', async () => {
		const found = await document([{ text: sentence }, { text: `${sentence}二` }], { footnotes: '见年度公报。' });
		expect(found?.paragraphs).toHaveLength(2);
		expect(found?.dropped).toContainEqual({ text: '见年度公报。', why: 'footnote', after: 2 });
	});
});

describe('what is not read, and why', () => {
	test('older formats, passwords, other files', async () => {
		expect(code(await read([{ text: sentence }], { magic: 0xa5dc }))).toBe('import.format doc');
		expect(code(await read([{ text: sentence }], { flags: 0x0100 }))).toBe('import.encrypted');
		expect(code(await readDoc(compound([['EncryptedPackage', [1]]]), 'a.docx', defaultLimits))).toBe(
			'import.encrypted',
		);
		expect(code(await readDoc(compound([['Workbook', [1]]]), 'a.wps', defaultLimits))).toBe('import.format wps');
		expect(code(await readDoc(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'a.doc', defaultLimits))).toBe(
			'import.damaged parts',
		);
		expect(code(await read([{ text: '' }]))).toBe('import.empty nothing');
	});

	test('more text than may be', async () => {
		const few = { ...defaultLimits, characters: 10 };
		expect(code(await readDoc(binaryWord([{ text: sentence }]), 'a.doc', few))).toBe('import.large');
	});

	test('whatever is broken ends in an answer', async () => {
		const whole = binaryWord(
			[
				{ text: sentence, counted: true },
				{ text: 'x', cell: 'end' },
				{ text: '', cell: 'row' },
			],
			{
				deleted: [0, 2],
			},
		);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
				fc.nat(whole.length),
				async (changes, cut) => {
					const broken = whole.slice(0, changes.length % 3 === 0 ? cut : whole.length);
					for (const [at, byte] of changes) if (at < broken.length) broken[at] = byte;
					const { documents, problems } = await readDoc(broken, 'a.doc', defaultLimits);
					expect(documents.length + problems.length).toBeGreaterThan(0);
				},
			),
			{ seed: 11, numRuns: 500 },
		);
	});

	test('chains that lead in circles end', async () => {
		const bytes = binaryWord([{ text: sentence.repeat(300) }]);
		const view = new DataView(bytes.buffer);
		view.setUint32(512 + 8 * 4, 2, true);
		const { documents, problems } = await readDoc(bytes, 'a.doc', defaultLimits);
		expect(documents.length + problems.length).toBeGreaterThan(0);
	});
});
