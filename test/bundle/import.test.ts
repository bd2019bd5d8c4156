// The readers of documents as they are built: from the files of dist/ alone, without the network, without code made of strings.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type * as Built from '../../src/entries/main.import';
import { docx, paragraph } from '../support/archive';
import { pdf, typeset } from '../support/pdf';

const dist = join(import.meta.dirname, '../../dist');
const built = createRequire(import.meta.url)(join(dist, 'main.import.js')) as typeof Built;
const maps = JSON.parse(readFileSync(join(dist, 'cmaps.json'), 'utf8')) as Record<string, string>;
const text =
	'要牢牢把握高质量发展这个首要任务，因地制宜发展新质生产力，建立与之相适应的新型生产关系，为全面推进强国建设提供坚实支撑。';
const read = (bytes: Uint8Array, name: string) =>
	built.readFileWith(built.createDocumentReaders(maps), bytes, name, built.defaultLimits);

test.each(['ucs2', 'gbk', 'identity'] as const)('a PDF with a font of kind %s', async font => {
	expect((await read(pdf(typeset([text, text]), { font }), 'a.pdf')).documents[0]?.paragraphs).toEqual([text, text]);
});

test('a Word file', async () => {
	expect((await read(docx(paragraph(text) + paragraph(text)), 'a.docx')).documents[0]?.paragraphs).toEqual([
		text,
		text,
	]);
});

test('there is nothing in it that makes code of strings, or asks for a module', () => {
	expect(
		readFileSync(join(dist, 'main.import.js'), 'utf8').match(/new Function\b|[^\w.]eval\(|\brequire\(/g),
	).toBeNull();
});

test('maps of both Chinese character collections are there, and none of the others', () => {
	expect(Object.keys(maps)).toEqual(
		expect.arrayContaining([
			'UniGB-UCS2-H',
			'GBK-EUC-H',
			'Adobe-GB1-UCS2',
			'UniCNS-UTF16-H',
			'ETen-B5-H',
			'Adobe-CNS1-UCS2',
		]),
	);
	expect(
		Object.keys(maps).filter(name => /JIS|Japan|Korea|KS/.test(name.replace('HKSCS', '').replace(/^HKscs/, ''))),
	).toEqual([]);
});
