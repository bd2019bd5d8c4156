// Errors of files go from one bundle to another, each of which has the class anew.
import { expect, test, vi } from 'vitest';
import { FileError } from '../../../src/app/ports';

test('a failure that another bundle has thrown is known for what it is', async () => {
	vi.resetModules();
	const other = await import('../../../src/app/ports');
	expect(other.FileError).not.toBe(FileError);
	const error = new other.FileError('denied', 'a.docx', 'EPERM');
	expect(error instanceof FileError).toBe(true);
	expect(error.message).toBe('EPERM: a.docx');
	expect(new Error('EPERM') instanceof FileError).toBe(false);
});
