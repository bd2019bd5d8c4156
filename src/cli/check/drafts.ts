// The drafts that are to be checked: files that were named, those of folders, and standard input.

import { isUtf8 } from 'node:buffer';
import { dirname, resolve } from 'node:path';
import {
	draftText,
	draftsBelow,
	isNoDraft,
	isReport,
	legacyText,
	unreadReason,
	type UnreadReason,
} from '../../app/drafts';
import { comparedPlace } from '../../app/homeFolder';
import { excludedIn } from '../../app/excluded';
import { FileError } from '../../app/ports';
import type { Originals } from '../../app/material';
import { Draft } from '../../core/draft/draft';
import { languageOf } from '../export';
import { shownPath, unreadLine, UsageError, type Io } from '../io';
import { nodeFiles } from '../nodeFiles';

/** Standard input, as a name among files. */
const piped = '-';

/** A file to be checked. */
export interface DraftFile {
	/** The folder it stands in, as named. */
	readonly folder: string;
	readonly file: string;
	readonly draft: Draft;
}

/** The drafts that were named, each once. */
export interface NamedDrafts {
	readonly drafts: readonly DraftFile[];
	/** What of folders was not read, a line each. */
	readonly unread: readonly string[];
	/** What of folders is no draft, a line each. */
	readonly noDrafts: readonly string[];
}

/** What is known of folders, and what is said of them. */
interface Looking {
	/** Folders that hold no drafts. */
	readonly packs: readonly string[];
	readonly originals: () => Promise<Originals>;
	readonly unread: string[];
	readonly noDrafts: string[];
}

/** Reads all before any is checked: a wrong name is a wrong call (UsageError). `packs`: folders that hold no drafts. */
export async function readDrafts(
	io: Io,
	paths: readonly string[],
	packs: readonly string[],
	originals: () => Promise<Originals>,
): Promise<NamedDrafts> {
	const drafts = new Map<string, DraftFile>();
	const looking: Looking = { packs, originals, unread: [], noDrafts: [] };
	for (const path of paths) {
		const found = path === piped ? [await fromInput(io)] : await named(io, path, looking);
		for (const one of found) drafts.set(comparedPlace(resolve(io.cwd, one.file)), one);
	}
	return { drafts: [...drafts.values()], unread: looking.unread, noDrafts: looking.noDrafts };
}

/** A text that comes in, taken for Markdown. */
async function fromInput(io: Io): Promise<DraftFile> {
	if (!io.input) throw new UsageError('没有输入 nothing to read from standard input');
	const bytes = await io.input();
	const text = isUtf8(bytes) ? new TextDecoder().decode(bytes) : legacyText(bytes);
	if (text === undefined) throw new UsageError(sentence('encoding', piped));
	return { folder: '.', file: 'stdin', draft: new Draft(text, 'markdown') };
}

async function named(io: Io, path: string, looking: Looking): Promise<readonly DraftFile[]> {
	const place = resolve(io.cwd, path);
	const found = await nodeFiles.stat(place).catch(() => undefined);
	if (found?.kind === 'folder') return inFolder(io, path, looking);
	const read = await draftText(nodeFiles, place);
	if (!read) throw new UsageError(`没有这个文件 no such file: ${path}`);
	if ('why' in read) throw new UsageError(sentence(read.why, path, read.error));
	return [{ folder: dirname(path), file: shownPath(io, path), draft: new Draft(read.text, languageOf(path)) }];
}

/** The drafts of a folder; what cannot be read there keeps no other from being checked. */
async function inFolder(
	io: Io,
	path: string,
	{ packs, originals, unread, noDrafts }: Looking,
): Promise<readonly DraftFile[]> {
	const except = new Set(packs.map(pack => resolve(io.cwd, pack)));
	const place = resolve(io.cwd, path);
	const folder = { place, leftOut: await excludedIn(nodeFiles, place) };
	const found = await draftsBelow(nodeFiles, [folder], except, { originals: await originals() });
	for (const file of found.unread) {
		const why = unreadReason(file);
		const error = file.left?.why === 'unreadable' ? file.left.error : undefined;
		(isNoDraft(why) ? noDrafts : unread).push(sentence(why, shownPath(io, file.place), error));
	}
	if (found.more) unread.push(`文稿太多，其余没有检查 too many drafts, the rest was not checked: ${path}`);
	const drafts: DraftFile[] = [];
	for (const { place } of found.drafts) {
		const file = shownPath(io, place);
		const read = await draftText(nodeFiles, place);
		if (read && 'why' in read) unread.push(sentence(read.why, file, read.error));
		else if (read && !isReport(read.text))
			drafts.push({ folder: dirname(place), file, draft: new Draft(read.text, languageOf(file)) });
	}
	return drafts;
}

function sentence(why: UnreadReason, path: string, error?: unknown): string {
	switch (why) {
		case 'encoding':
			return `认不出编码，请先转为 UTF-8 in an encoding nobody knows, convert it to UTF-8 first: ${path}`;
		case 'binary':
			return `不是文本 not a text: ${path}`;
		case 'large':
			return `文件太大 too large: ${path}`;
		case 'link':
			return `指向别处的链接，没有跟进 a link to another place, not followed: ${path}`;
		case 'material':
			return `导入过的材料，不是文稿，没有检查 material that was imported, no draft, not checked: ${path}`;
		case 'excluded':
			return `设置排除在外，没有检查 left out by the settings, not checked: ${path}`;
		case 'failed':
			return error instanceof FileError ? unreadLine(path, error.reason) : `无法读取 cannot read: ${path}`;
	}
}
