// Word opens no file, or says that it mends it, whose parts are not of the schema (ECMA-376, transitional): every draft in both
// layouts and in templates of one's own. Java checks them, with the schemas in Maven's registry.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lackingFor, packagesOf } from '../../../scripts/maven.mjs';
import { openZip, zipOf } from '../../../src/core/documents/office/zip';
import { wordLayouts, type WordLayout } from '../../../src/core/word/manuscript';
import { createWordTools } from '../../../src/core/word/tools';
import { everything, png, wordDrafts } from '../../support/wordDrafts';
import { wordOf } from '../../support/wordFile';

const pom = join(import.meta.dirname, 'schema/pom.xml');
const kept = join(import.meta.dirname, '../../../.vscode-test/schema');
const lack = lackingFor(pom, kept);
const folder = mkdtempSync(join(tmpdir(), 'policy-word-schema-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The roots of these the package has no schema for; both are short and the same in every file. */
const unknown = ['[Content_Types].xml', 'docProps/core.xml'];

/** What is wrong with the parts of files, by their names. */
function faultsOf(files: readonly string[]): readonly string[] {
	const { status, stdout, stderr } = spawnSync(
		'java',
		[
			'-XX:+UseSerialGC',
			'-XX:TieredStopAtLevel=1',
			'-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory',
			'-cp',
			[join(packagesOf(pom, kept), '*')].join(delimiter),
			join(import.meta.dirname, 'schema/SchemaCheck.java'),
			...files,
		],
		{ encoding: 'utf8', maxBuffer: 1e8 },
	);
	if (status !== 0) throw new Error(stderr);
	const lines = stdout.split('\n').filter(line => line !== '');
	return lines
		.map(line => line.split('\t'))
		.filter(([, part = '', fault]) => !(fault === 'no schema has' && unknown.includes(part)))
		.map(([file = '', ...rest]) => [basename(file), ...rest].join(' '));
}

function written(name: string, bytes: Uint8Array): string {
	const path = join(folder, `${name}.docx`);
	writeFileSync(path, bytes);
	return path;
}

const latex = '\\section{一、总则}\n\n文字\\footnote{注}。\n\n\\begin{itemize}\n\\item 甲\n\\end{itemize}\n';

/** Every draft in a layout, and what has all in a template of one's own: what either layout made. */
async function draftsIn(layout: WordLayout): Promise<readonly string[]> {
	const files: string[] = [];
	for (const [name, [text]] of Object.entries({ ...wordDrafts, everything: [everything] as const }))
		files.push(written(`${name}-${layout}`, (await wordOf(text, { layout, pictures: [png] })).bytes));
	files.push(written(`latex-${layout}`, (await wordOf(latex, { layout, language: 'latex' })).bytes));
	const tools = createWordTools();
	for (const own of wordLayouts) {
		const { bytes } = await wordOf('# 题\n\n文字[^1]。\n\n1. 甲\n\n[^1]: 注\n', { layout: own });
		const template = { name: '模板.docx', bytes, styles: {} };
		const inTemplate = await tools.write(tools.read(everything, 'markdown'), layout, [png], template);
		files.push(written(`${layout}-in-${own}`, inTemplate.bytes));
	}
	return files;
}

/** A file with a part changed. */
function changed(path: string, part: string, from: string, to: string): string {
	const zip = openZip(readFileSync(path));
	if (typeof zip === 'string') throw new Error(zip);
	const parts = new Map(
		zip.names.map(name => {
			const bytes = zip.read(name);
			return [name, typeof bytes === 'string' ? new Uint8Array() : bytes];
		}),
	);
	const xml = new TextDecoder().decode(parts.get(part)).replace(from, to);
	return written('changed', zipOf(parts.set(part, new TextEncoder().encode(xml))));
}

describe.skipIf(lack !== undefined)(`the schema of Word files${lack === undefined ? '' : `: ${lack}`}`, () => {
	test('every part of every draft, in both layouts and in templates, is of it; what is not is found', async () => {
		const files = (await Promise.all(wordLayouts.map(draftsIn))).flat();
		const wrong = changed(files[0] ?? '', 'word/document.xml', '<w:body>', '<w:body><w:p><w:jc w:val="left"/></w:p>');
		const faults = faultsOf([...files, wrong]);
		expect(faults.filter(fault => !fault.startsWith('changed'))).toEqual([]);
		expect(faults).toEqual([expect.stringMatching(/^changed.docx word\/document.xml Expected .* instead of 'jc@/)]);
	});
});
