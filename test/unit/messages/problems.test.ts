// Problems of packs and imports: each code has one sentence, in both languages, whatever its data.
import { expect, test } from 'vitest';
import { problemCodes } from '../../../src/core/corpus/problem';
import { importCodes } from '../../../src/core/documents/document';
import { formatAdvice } from '../../../src/core/messages/importFormats';
import { wordImport } from '../../../src/core/messages/imports';
import { wordProblem } from '../../../src/core/messages/packs/problems';
import type { Bilingual } from '../../../src/core/text/bilingual';

const said = ({ zh, en }: Bilingual) => {
	expect(zh).toMatch(/\p{Script=Han}/u);
	expect(en).toMatch(/^[A-Z“"\d].*[.?:]/u);
	expect(zh + en).not.toMatch(/\{(?!目标)\w+\}|NaN/);
};

test.each(problemCodes())('%s', code => said(wordProblem({ code, data: { count: 3 } })));
test.each(importCodes())('%s', code => said(wordImport({ code, data: { count: 3 } })));

test('what is named in the data is named in both sentences', () => {
	const { zh, en } = wordProblem({ code: 'id.duplicate', data: { id: 'jin', file: 'a.yaml', line: 7 } });
	for (const sentence of [zh, en]) for (const name of ['jin', 'a.yaml', '7']) expect(sentence).toContain(name);
	expect(wordProblem({ code: 'file.large', data: { limit: 2_000_000 } }).en).toContain('2,000,000');
});

test.each(['EBUSY', 'EPERM', 'EACCES', 'NoPermissions'])(
	'a file that another program may have open names such programs, and says what to do: %s',
	reason => {
		const { zh, en } = wordImport({ code: 'import.unwritten', data: { reason } });
		for (const name of ['WPS', 'Word', '杀毒软件', '关闭']) expect(zh).toContain(name);
		for (const name of ['WPS', 'Word', 'virus scanner', 'Close']) expect(en).toContain(name);
	},
);

test('reasons and formats that are known have sentences of their own', () => {
	const unreadable = ['binary', 'encoding', 'denied', 'busy', 'x'].map(reason =>
		wordProblem({ code: 'file.unreadable', data: { reason } }),
	);
	expect(new Set(unreadable.map(one => one.zh)).size).toBe(5);
	const broken = ['comma', 'outside', 'closing', 'brace', 'quote', 'end', 'key', 'long', 'x'].map(reason =>
		wordProblem({ code: 'library.syntax', data: { reason } }),
	);
	expect(new Set(broken.map(one => one.en)).size).toBe(9);
	for (const name of ['doc', 'xls', 'caj', 'zip', 'csv', 'mhtml', 'image', 'binary', 'xyz']) said(formatAdvice(name));
	expect(formatAdvice('wps').zh).toContain('docx');
	expect(formatAdvice('et').en).toContain('xlsx');
});
