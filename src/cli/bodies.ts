// A folder of page dumps, plain texts and lists of texts → bodies with numbered paragraphs, for checking records
// against their texts.

import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Body } from '../core/corpus/check/texts';
import { readDump } from '../core/documents/plain/dump';
import { readText, reason, UsageError, type Io } from './io';
import { isFolder } from './packFolder';
import { present } from '../core/text/values/fields';

/**
 * The `.txt` files of the folders, below them too, and the texts in `.jsonl` files. A folder without any is a usage
 * error: nothing would be checked.
 */
export async function readBodies(io: Io, folders: readonly string[]): Promise<readonly Body[]> {
	const bodies: Body[] = [];
	for (const folder of folders) {
		const unread = (name: string, why: string): never => {
			throw new UsageError(`无法读取文件夹 cannot read folder: ${join(folder, name)} (${why})`);
		};
		const names = (await filesUnder(io, folder, unread)).filter(name => /\.(?:txt|jsonl)$/i.test(name));
		if (names.length === 0) throw new UsageError(`文件夹里没有 .txt 原文 no .txt files in: ${folder}`);
		for (const name of names) {
			const text = await readText(io, join(folder, name));
			bodies.push(...(/\.jsonl$/i.test(name) ? listedTexts(name, text) : [bodyOfDump(name, text)]));
		}
	}
	return bodies;
}

/**
 * The names of the files in a folder, below it too, with `/`; UsageError when it is no folder. Links to files are
 * files, and those to nothing too, so that reading them says so; folders that are links are not gone into, so loops
 * end. What cannot be looked into below it is told to `unread`, and the rest is there.
 */
async function filesUnder(
	io: Io,
	folder: string,
	unread: (name: string, why: string) => void,
): Promise<readonly string[]> {
	const found: string[] = [];
	const walk = async (path: string, prefix: string): Promise<void> => {
		for (const entry of await readdir(path, { withFileTypes: true })) {
			const name = `${prefix}${entry.name}`;
			const inner = join(path, entry.name);
			if (entry.isDirectory()) await walk(inner, `${name}/`).catch((error: unknown) => unread(name, reason(error)));
			else if (entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(inner)))) found.push(name);
		}
	};
	try {
		await walk(resolve(io.cwd, folder), '');
	} catch (error) {
		throw new UsageError(`无法读取文件夹 cannot read folder: ${folder} (${reason(error)})`);
	}
	return found.sort();
}

function bodyOfDump(name: string, text: string): Body {
	const dump = readDump(text);
	return present({
		name,
		title: dump.title,
		paragraphs: dump.paragraphs.map(paragraph => paragraph.text),
	});
}

/** The texts of a list, one JSON object `{title, content}` a line; the lines of the content are paragraphs. */
export function listedTexts(name: string, lines: string): Body[] {
	return lines.split('\n').flatMap((line, at) => {
		if (line.trim() === '') return [];
		const { title, content } = readLine(line, `${name}:${at + 1}`);
		const paragraphs = content.split('\n').map(paragraph => paragraph.trim());
		return [{ name: `${name}:${at + 1}`, title, paragraphs: paragraphs.filter(paragraph => paragraph !== '') }];
	});
}

function readLine(line: string, place: string): { readonly title: string; readonly content: string } {
	try {
		const { title, content } = JSON.parse(line) as Readonly<Record<string, unknown>>;
		if (typeof title === 'string' && typeof content === 'string') return { title, content };
	} catch {
		// Said below, as of a line that has other fields.
	}
	throw new UsageError(`不是 {"title", "content"} 一行一篇 not {"title", "content"}, one text a line: ${place}`);
}
