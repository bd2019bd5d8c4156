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
const node = await startNode({ folder: join(root, '.vscode-test/library'), port: Number(port) });
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
