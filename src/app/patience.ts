// A file system that does not answer (a drive that is gone) keeps nobody waiting for ever.
import { FileError, type Files, type Place } from './ports';

/** Milliseconds after which a file that does not answer is left for later, so that others are not kept waiting. */
const patience = 30_000;

/** The answer of a file system; FileError `slow` after a time. */
export async function inTime<T>(answer: PromiseLike<T>, place: Place = ''): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new FileError('slow', place, 'no answer in time')), patience);
	});
	try {
		return await Promise.race([answer, late]);
	} finally {
		clearTimeout(timer);
	}
}

/** The same files, which answer in time wherever something is read. */
export function patient(files: Files): Files {
	return {
		...files,
		stat: place => inTime(files.stat(place), place),
		list: folder => inTime(files.list(folder), folder),
		read: place => inTime(files.read(place), place),
		readStart: (place, bytes) => inTime(files.readStart(place, bytes), place),
	};
}
