// A file that a command makes where the person said; one that is there only with --force.

import { resolve } from 'node:path';
import { FileError } from '../../app/ports';
import { unwritten, UsageError, type Io } from '../io';
import { nodeFiles } from '../nodeFiles';

export async function writeOut(io: Io, out: string, bytes: Uint8Array, over: boolean): Promise<void> {
	try {
		await nodeFiles.write(resolve(io.cwd, out), bytes, over);
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		if (error.fault === 'exists')
			throw new UsageError(`已有这个文件，要覆盖请加 --force the file is there; --force replaces it: ${out}`);
		throw unwritten(out, error);
	}
}
