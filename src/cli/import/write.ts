// Writes planned documents into a pack folder: whole or not at all.

import { link, mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { withComments, withHead } from '../../core/corpus/yaml/keptComments';
import { packYaml } from '../../core/corpus/yaml/write';
import { importProblem, type ImportProblem } from '../../core/documents/document';
import type { Planned } from '../../core/documents/plan';
import { reason } from '../io';
import { packIdOf } from '../../app/packs/pack';

/** Writes a document and what was left out of it; answers what went wrong, and then nothing was written. */
export async function writePlanned(folder: string, planned: Planned): Promise<ImportProblem | undefined> {
	if (planned.text === undefined) return undefined;
	const report = planned.report && join(folder, planned.report.name);
	try {
		if (planned.report) await writeWhole(folder, planned.report.name, planned.report.text, true);
		const before = planned.action === 'new' ? '' : await readFile(join(folder, planned.name), 'utf8').catch(() => '');
		await writeWhole(
			folder,
			planned.name,
			(planned.action === 'holding' ? withHead : withComments)(before, planned.text),
			planned.action !== 'new',
		);
		return undefined;
	} catch (error) {
		if (report !== undefined && planned.action === 'new') await rm(report, { force: true }).catch(() => undefined);
		return importProblem('import.unwritten', { reason: reason(error) });
	}
}

/** `pack.yaml` where a folder has none: named after the folder, to be changed by the person. */
export async function startPack(folder: string): Promise<void> {
	const id = packIdOf(basename(folder));
	await mkdir(folder, { recursive: true });
	await writeWhole(
		folder,
		'pack.yaml',
		packYaml({ id, title: folder.split(/[\\/]/).at(-1) || id, language: 'zh-CN' }),
		false,
	);
}

/** Takes the pack back that was only started, when nothing came into it. */
export async function unstartPack(folder: string): Promise<void> {
	await rm(join(folder, 'pack.yaml'), { force: true });
	await rmdir(folder).catch(() => undefined); // something else is in it
}

/**
 * Writes beside the place and moves it there, so that nobody ever sees half a file. Without `over`, a file that is
 * there stays.
 */
export async function writeWhole(folder: string, name: string, text: string, over: boolean): Promise<void> {
	const path = resolve(folder, name);
	if (!path.startsWith(resolve(folder) + sep)) throw new Error('outside');
	await mkdir(dirname(path), { recursive: true });
	const half = join(dirname(path), `.${String(process.pid)}-${String(Date.now())}.tmp`);
	try {
		await writeFile(half, text, { flag: 'wx' });
		if (over) return await rename(half, path);
		await link(half, path).catch(async (error: unknown) => {
			if (reason(error) === 'EEXIST') throw error;
			await rename(half, path); // a file system without links
		});
	} finally {
		await rm(half, { force: true }).catch(() => undefined);
	}
}

/**
 * So old a half-written file is nobody's any more, in milliseconds; the folder of an import in the editor, which may
 * wait for a person.
 */
const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * Takes away what imports that crashed have left in a pack. For the one who holds its lock; `all`: the one before has
 * crashed, so that nothing is too young.
 */
export async function sweep(folder: string, all: boolean): Promise<void> {
	const names = await readdir(folder, { recursive: true }).catch(() => []);
	for (const name of names) {
		const path = join(folder, name);
		const half = /(?:^|[\\/])\.(?:\d+-\d+(?:-\d+)?|[0-9a-f-]{36})\.tmp$/.test(name);
		if (!half && !/^\.import-(?:table-)?[0-9a-z]{8,9}$/.test(name)) continue;
		const age =
			Date.now() -
			(await stat(path).then(
				found => found.mtimeMs,
				() => Date.now(),
			));
		if (half ? all || age > minute : age > day) await rm(path, { recursive: true, force: true }).catch(() => undefined);
	}
}
