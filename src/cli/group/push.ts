// `library push` and `library remove`: documents of packs into a group's library, and out of it.

import { resolve } from 'node:path';
import type { MigrationAnswer } from '../../app/library/migrate';
import type { PushAnswer } from '../../app/library/push';
import { offeredOf, problemsOf } from '../../core/search/offeredDocuments';
import { listDocuments } from '../../workers/index/folders';
import { count, flag } from '../args';
import type { Args, Command } from '../command';
import { shownPath, UsageError, type Io } from '../io';
import { isFolder } from '../packFolder';
import { connectGroup, groupDetails, groupOptions } from './connect';
import { faultWords } from './words';
import { entryOf } from '../../core/text/values/fields';

/** Runs what asks the server; that it cannot be asked is one line. */
async function asked<T>(question: () => Promise<T>): Promise<T> {
	try {
		return await question();
	} catch (error) {
		const { fault, reason } = error as { readonly fault?: string; readonly reason?: string };
		const words = fault === undefined ? undefined : entryOf(faultWords, fault);
		if (words === undefined) throw error;
		throw new UsageError(`${words} (${reason ?? ''})`);
	}
}

async function push(args: Args, io: Io): Promise<number> {
	const folders = args.positionals;
	if (folders.length === 0)
		throw new UsageError('请写明语料包的文件夹 name the folders of packs: library push <pack…>');
	for (const folder of folders) {
		if (!(await isFolder(resolve(io.cwd, folder))))
			throw new UsageError(`无法读取文件夹 cannot read folder: ${folder} (ENOENT)`);
	}
	const connection = await connectGroup(args, io);
	const listed = await listDocuments(folders.map(folder => resolve(io.cwd, folder)));
	if (listed.length === 0)
		throw new UsageError(
			`没有文献可推：应写语料包的文件夹，文献在其中的 documents 里 no documents there: name folders of packs, whose documents lie in documents/: ${folders.join(', ')}`,
		);
	const pusher = connection.pusher({
		shards: count(args, 'shards', 1),
		replicas: count(args, 'replicas', 0, 0),
		update: flag(args, 'update'),
		dry: flag(args, 'dry-run'),
		...(!flag(args, 'json') && { progress: ({ done, total }) => io.err(`${done} / ${total}`) }),
		...(io.stoppable && { signal: io.stoppable() }),
	});
	const pushed = await asked(() => pusher.push(offeredOf(listed)));
	const answer = shown(io, { ...pushed, problems: [...problemsOf(listed), ...pushed.problems] });
	if (flag(args, 'json')) io.out(JSON.stringify(answer));
	else tell(io, answer, flag(args, 'dry-run'));
	return answer.cancelled || answer.differing.length + answer.problems.length + answer.refused.length > 0 ? 1 : 0;
}

/** The answer with paths as the person would write them. */
function shown(io: Io, answer: PushAnswer): PushAnswer {
	const paths = (list: readonly string[]) => list.map(path => shownPath(io, path));
	return {
		...answer,
		put: paths(answer.put),
		updated: paths(answer.updated),
		same: paths(answer.same),
		differing: paths(answer.differing),
		problems: answer.problems.map(one => ({ ...one, file: shownPath(io, one.file) })),
		refused: answer.refused.map(one => ({ ...one, file: shownPath(io, one.file) })),
	};
}

function tell(io: Io, answer: PushAnswer, dry: boolean): void {
	const { put, updated, same, differing, problems, passages, created, cancelled } = answer;
	if (dry) io.out('只试算，没有写入 a dry run: nothing is written');
	if (created) io.out('新建索引 the index is new');
	io.out(
		`新增 ${put.length} 篇，替换 ${updated.length} 篇，已有 ${same.length} 篇，共写入 ${passages} 段 | ${put.length} new, ${updated.length} replaced, ${same.length} there already, ${passages} passages written`,
	);
	for (const file of differing)
		io.out(
			`${file}: 库里同一来源的文字不同，没有替换；要替换加 --update | other words under the same id, left; to replace: --update`,
		);
	for (const { file, code } of problems)
		io.err(
			`${file}: 读不了（${code}），在哪里、怎么改见 corpus check cannot be read; where and what to mend: corpus check`,
		);
	for (const { file, reason } of answer.refused)
		io.err(`${file}: 服务器不收这一篇，其余照推 the server does not take this one, the others are pushed: ${reason}`);
	if (cancelled) io.out('已停下，下次接着推 stopped: the next push goes on');
}

async function remove(args: Args, io: Io): Promise<number> {
	if (args.positionals.length === 0)
		throw new UsageError('请写明来源的 id name the ids of sources: library remove <source…>');
	const connection = await connectGroup(args, io);
	const pusher = connection.pusher({ dry: flag(args, 'dry-run') });
	const removed = await asked(() => pusher.remove(args.positionals));
	const missing = args.positionals.filter(id => !removed.includes(id));
	if (flag(args, 'json')) io.out(JSON.stringify({ removed, missing }));
	else {
		io.out(`移除 ${removed.length} 篇 | ${removed.length} removed`);
		for (const id of missing) io.out(`${id}: 库里没有 not there`);
	}
	return missing.length > 0 ? 1 : 0;
}

async function migrate(args: Args, io: Io): Promise<number> {
	const connection = await connectGroup(args, io);
	const isDry = flag(args, 'dry-run');
	const migration = connection.migration({
		shards: count(args, 'shards', 1),
		replicas: count(args, 'replicas', 0, 0),
		dry: isDry,
		...(!flag(args, 'json') && { progress: ({ done, total }) => io.err(`${done} / ${total}`) }),
		...(io.stoppable && { signal: io.stoppable() }),
	});
	const answer = await asked(() => migration.run());
	if (flag(args, 'json')) io.out(JSON.stringify(answer));
	else io.out(migrated(answer, isDry));
	return answer.cancelled ? 1 : 0;
}

function migrated({ from, to, documents, cancelled }: MigrationAnswer, isDry: boolean): string {
	if (from === to) return `已是这个版本，不用迁移 nothing to do: ${from}`;
	if (isDry) return `只试算，没有写入：${documents} 篇，${from} → ${to} | a dry run: ${documents} documents`;
	if (cancelled) return `已停下，下次接着迁移 stopped: the next run goes on (${from} → ${to})`;
	return `已迁移，本次写入 ${documents} 篇；旧索引 ${from} 留着，不再写入 | migrated to ${to}, ${documents} documents written by this run; ${from} stays, and is written to no more`;
}

export const libraryCommands: readonly Command[] = [
	{
		name: 'library push',
		usage:
			'<pack…> --server https://… --index name [--user name] [--ca file] [--update] [--dry-run] [--shards n] [--replicas n]',
		summary: '把语料包里的文献推到小组的共享库 | pushes the documents of packs to a group’s library',
		details: [
			...groupDetails,
			'--update   库里同一来源的文字不同就替换 | replaces what has other words under the same id',
			'--dry-run  只说会做什么 | only says what it would do',
			'--shards, --replicas  新建索引时分几片、每片存几份副本 | of a new index: its parts, and copies of each',
		],
		options: {
			...groupOptions,
			update: { type: 'boolean' },
			'dry-run': { type: 'boolean' },
			shards: { type: 'string' },
			replicas: { type: 'string' },
		},
		run: push,
	},
	{
		name: 'library remove',
		usage: '<source…> --server https://… --index name [--user name] [--ca file] [--dry-run]',
		summary: '按来源的 id 从共享库移除文献 | takes documents out of a group’s library by the ids of their sources',
		details: groupDetails,
		options: { ...groupOptions, 'dry-run': { type: 'boolean' } },
		run: remove,
	},
	{
		name: 'library migrate',
		usage: '--server https://… --index name [--user name] [--ca file] [--dry-run] [--shards n] [--replicas n]',
		summary:
			'把较早版本建的共享库迁到新版本，期间照常可查 | brings a library of an older version to this one; it is read meanwhile',
		details: groupDetails,
		options: {
			...groupOptions,
			'dry-run': { type: 'boolean' },
			shards: { type: 'string' },
			replicas: { type: 'string' },
		},
		run: migrate,
	},
];
