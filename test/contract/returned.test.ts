// What came back in a Word file is the same on the command line as from the use case that the editor asks.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { returnedWord } from '../../src/app/word/returned';
import { run } from '../../src/cli/run';
import { Draft } from '../../src/core/draft/draft';
import { gbk } from '../support/gbk';
import { memoryFiles } from '../support/memoryFiles';
import { tracked } from '../support/tracked';
import { wordOf } from '../support/wordFile';

const folder = mkdtempSync(join(tmpdir(), 'policy-writing-returned-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = '# 意见\n\n要坚持创新驱动。\n\n结尾的话。\n';

async function docx(...args: string[]) {
	const [out, err]: [string[], string[]] = [[], []];
	const status = await run(['docx', 'draft.md', '--back', 'back.docx', ...args], {
		cwd: folder,
		dist: folder,
		out: line => out.push(line),
		err: line => err.push(line),
	});
	return { status, out, err };
}

test('changes and remarks are the same, and --out takes over what was tracked', async () => {
	const bytes = tracked((await wordOf(text)).bytes, [
		{ at: '创新驱动', insert: '和开放' },
		{ at: '结尾', remark: '请核实' },
	]);
	writeFileSync(join(folder, 'draft.md'), text);
	writeFileSync(join(folder, 'back.docx'), bytes);
	const files = memoryFiles({});
	await files.write('/back.docx', bytes, false);
	const expected = returnedWord(await files.read('/back.docx'), new Draft(text, 'markdown'));

	const json = await docx('--json', '--out', 'new.md');
	expect(json).toMatchObject({ status: 0, err: [] });
	expect(JSON.parse(json.out.join(''))).toEqual({ file: 'back.docx', out: 'new.md', ...expected });
	expect(readFileSync(join(folder, 'new.md'), 'utf8')).toBe(text.replace('驱动', '驱动和开放'));
	expect((await docx('--out', 'new.md')).err.join('')).toContain('--force');
	expect((await docx()).out).toEqual([
		'3 修订 change 王某 2024-03-18 “” → “和开放”',
		'5 批注 comment 王某 2024-03-18 请核实',
	]);
});

test('the byte order mark and line ends of a draft stay; another encoding than UTF-8 is told', async () => {
	writeFileSync(join(folder, 'back.docx'), tracked((await wordOf(text)).bytes, [{ at: '创新驱动', insert: '和开放' }]));
	const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
	writeFileSync(join(folder, 'draft.md'), windows);
	expect((await docx('--out', 'windows.md')).err).toEqual([]);
	expect(readFileSync(join(folder, 'windows.md'), 'utf8')).toBe(windows.replace('驱动', '驱动和开放'));
	writeFileSync(join(folder, 'draft.md'), gbk(text));
	const { status, err } = await docx('--out', 'draft.md', '--force');
	expect(status).toBe(0);
	expect(err).toEqual([expect.stringMatching(/不是 UTF-8.*written in UTF-8: draft\.md/)]);
	expect(readFileSync(join(folder, 'draft.md'), 'utf8')).toBe(text.replace('驱动', '驱动和开放'));
});

test('a change that no longer fits is told, and answered with 1', async () => {
	writeFileSync(join(folder, 'draft.md'), text.replace('创新驱动', '科技引领'));
	writeFileSync(join(folder, 'back.docx'), tracked((await wordOf(text)).bytes, [{ at: '创新驱动', delete: '' }]));
	const { status, out } = await docx();
	expect(status).toBe(1);
	expect(out.join('\n')).toContain('no longer fits');
});

test('what is no Word file is one line', async () => {
	writeFileSync(join(folder, 'back.docx'), 'no zip');
	const { status, err } = await docx('--json');
	expect(status).toBe(2);
	expect(err).toHaveLength(1);
});
