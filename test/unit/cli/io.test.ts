// Files that people name on the command line, as programs on Windows write them and keep them open.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { FileError } from '../../../src/app/ports';
import { readText, unwritten, type Io } from '../../../src/cli/io';
import { gbk } from '../../support/gbk';

const cwd = mkdtempSync(join(tmpdir(), 'policy-writing-io-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
const io: Io = { cwd, dist: cwd, out: () => undefined, err: () => undefined };
const read = (bytes: string | Uint8Array) => {
	writeFileSync(join(cwd, '稿.md'), bytes);
	return readText(io, '稿.md');
};

test.each([
	['UTF-8', '发展新质\r\n', '发展新质\r\n'],
	['UTF-8 with a byte order mark', '\uFEFF发展\r\n', '发展\r\n'],
	['GBK', gbk('中文草稿。中文草稿。中文草稿。'), '中文草稿。中文草稿。中文草稿。'],
	['UTF-16, as Notepad says Unicode', Buffer.from('\uFEFF发展新质\r\n', 'utf16le'), '发展新质\r\n'],
] as const)('a draft in %s is read as it was written', async (_, bytes, text) => {
	expect(await read(bytes)).toBe(text);
});

test('what is no text is refused in one line, rather than read as something else', async () => {
	await expect(read(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff]))).rejects.toThrow(/稿\.md .*编码不明/);
	await expect(readText(io, '没有.md')).rejects.toThrow('无法读取 cannot read: 没有.md (ENOENT)');
});

test.each([
	['busy', 'EBUSY'],
	['denied', 'EPERM'],
	['denied', 'EACCES'],
] as const)('a file that another program has open (%s, %s): which that may be, and what to do', (fault, reason) => {
	const { message } = unwritten('报告.docx', new FileError(fault, '报告.docx', reason));
	for (const words of ['报告.docx', reason, 'WPS', '在那里关闭它', 'close it there']) expect(message).toContain(words);
});

test('a full disk is not blamed on a program', () => {
	expect(unwritten('a', new FileError('full', 'a', 'ENOSPC')).message).toBe('无法写入 cannot write: a (ENOSPC)');
});
