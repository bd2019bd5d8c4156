// A folder of page dumps and plain texts → bodies with numbered paragraphs, for checking records against their texts.

import { join } from 'node:path';
import type { Body } from '../core/corpus/check/texts';
import { readDump } from '../core/documents/plain/dump';
import { readText, UsageError, type Io } from './io';
import { filesUnder } from './packFolder';

/** The `.txt` files of the folders, below them too. A folder without any is a usage error: nothing would be checked. */
export async function readBodies(io: Io, folders: readonly string[]): Promise<readonly Body[]> {
	const bodies: Body[] = [];
	for (const folder of folders) {
		const unread = (name: string, why: string): never => {
			throw new UsageError(`无法读取文件夹 cannot read folder: ${join(folder, name)} (${why})`);
		};
		const names = (await filesUnder(io, folder, unread)).filter(name => /\.txt$/i.test(name));
		if (names.length === 0) throw new UsageError(`文件夹里没有 .txt 原文 no .txt files in: ${folder}`);
		for (const name of names) {
			const dump = readDump(await readText(io, join(folder, name)));
			bodies.push({
				name,
				...(dump.title === undefined ? {} : { title: dump.title }),
				paragraphs: dump.paragraphs.map(paragraph => paragraph.text),
			});
		}
	}
	return bodies;
}
