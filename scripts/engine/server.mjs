// `npm run library:server [-- <port>] [-- <pack folder…>]`: a group's library on this machine to try, with the documents of the sample or of
// the packs that are named. It runs until Ctrl-C; its data stay in .vscode-test/library.
// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lacking, startNode } from './node.mjs';

const root = join(import.meta.dirname, '../..');
const [port = '9200', ...named] = process.argv.slice(2);
const packs = named.length > 0 ? named : [samplePack()];
const index = 'library';

/** Why a node does not start, as it says it, and what to do. @type {[RegExp, string][]} */
const failures = [
	[
		/BindHttpException|Address already in use/,
		`端口 ${port} 已被占用，换一个 the port ${port} is taken, name another: npm run library:server -- 9201`,
	],
	[
		/failed to obtain node locks/,
		'已有一个在用 .vscode-test/library，先停下它 one that runs already has .vscode-test/library: stop it first',
	],
	[/OutOfMemory|Could not reserve enough space/, '内存不够，要 512 MB the memory is not enough, it takes 512 MB'],
];

/** The sample draft as a document of a pack. */
function samplePack() {
	const folder = join(root, '.vscode-test/library-sample');
	mkdirSync(join(folder, 'documents'), { recursive: true });
	const text = readFileSync(join(root, 'sample/report.md'), 'utf8');
	const head = '---\nid: sample-report\ntype: report\ntitle: 样稿\n---\n\n';
	writeFileSync(join(folder, 'documents/sample-report.md'), head + text);
	return folder;
}

const reason = lacking();
if (reason) {
	console.error(`缺少所需的程序 something is missing: ${reason}`);
	process.exit(2);
}
const node = await startNode({ folder: join(root, '.vscode-test/library'), port: Number(port) }).catch(error => {
	const said = String(error.message);
	const [, known = said] = failures.find(([pattern]) => pattern.test(said)) ?? [];
	console.error(`没有启动 it has not started: ${known}`);
	process.exit(2);
});
const { status } = spawnSync(
	process.execPath,
	[join(root, 'dist/cli.mjs'), 'library', 'push', ...packs, '--server', node.address, '--index', index],
	{ stdio: 'inherit' },
);
console.log(
	`\n共享库 the group's library: ${node.address}, --index ${index} (pid ${node.pid})\n设置 settings: "policyWriting.library.server": "${node.address}", "policyWriting.library.index": "${index}"\n停下按 Ctrl-C to stop: Ctrl-C`,
);
const stop = async () => {
	await node.close();
	process.exit(status ?? 1);
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
