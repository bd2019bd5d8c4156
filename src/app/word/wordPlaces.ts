// Names of Word files: whether another program has one open, and which are free.
import type { Files, Place } from '../ports';

/**
 * Whether Word, WPS or LibreOffice say that they have a file open: each lays a file beside it. Word leaves out the
 * first letters of longer names.
 */
export async function isOpenElsewhere(files: Files, place: Place): Promise<boolean> {
	const name = files.nameOf(place);
	const folder = place.slice(0, place.length - lastPart(place).length - 1);
	const marks = [`~$${name}`, `~$${name.slice(2)}`, `~$${name.slice(1)}`, `.~lock.${name}#`, `.~${name}`];
	for (const mark of marks) if (await isThere(files, folder, mark)) return true;
	return false;
}

/** The end of a place as it is written there: on the command line a name, in the editor the end of an address. */
function lastPart(place: Place): string {
	return place.replace(/^.*[/\\]/, '');
}

/** A name that is not taken in a folder: 报告.docx, 报告-2.docx … */
export async function freeName(files: Files, folder: Place, name: string): Promise<string> {
	const [, stem = name, ending = ''] = /^(.*?)(\.\w+)$/.exec(name) ?? [];
	for (let number = 2; number < 1000; number++) {
		const free = `${stem}-${number}${ending}`;
		if (!(await isThere(files, folder, free))) return free;
	}
	return name;
}

async function isThere(files: Files, folder: Place, name: string): Promise<boolean> {
	const found = await files.stat(files.join(folder, name)).catch(() => undefined);
	return found !== undefined;
}
