// A real node of the engine on the loopback: what `npm run library:server` and `npm run test:engine` start. Java and Maven are needed; the
// node's packages come from Maven's registry the first time.
// @ts-check
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { lackingFor, packagesOf } from '../maven.mjs';

const here = import.meta.dirname;
const pom = join(here, 'pom.xml');
const kept = join(here, '../../.vscode-test/engine');
/** Milliseconds that a node may take to start on a machine that does much else. */
const patience = 300_000;

/**
 * @typedef {object} EngineNode
 * @property {string} address `http://127.0.0.1:<port>`
 * @property {number} pid
 * @property {() => Promise<void>} kill ends it at once, as a machine that fails; its data stay
 * @property {() => Promise<void>} close ends the node, and removes its data unless its folder was named
 */

/**
 * What this machine lacks, in a word for the person; nothing where a node can be started.
 * @returns {string | undefined}
 */
export function lacking() {
	return lackingFor(pom, kept);
}

/**
 * Starts a node and waits until it answers. It ends with this process at the latest.
 * @param {{ folder?: string, port?: number, heap?: number, settings?: readonly string[] }} [options] `folder` keeps its data; `heap` in
 * megabytes; `settings` of the engine, as `name=value`
 * @returns {Promise<EngineNode>}
 */
export async function startNode({ folder, port = 0, heap = 512, settings = [] } = {}) {
	const lib = packagesOf(pom, kept);
	const home = folder ?? mkdtempSync(join(tmpdir(), 'policy-writing-engine-'));
	const node = spawn(
		'java',
		[
			`-Xms${heap}m`,
			`-Xmx${heap}m`,
			'-XX:+UseSerialGC',
			'-cp',
			[join(lib, '*')].join(delimiter),
			join(here, 'EngineNode.java'),
			home,
			String(port),
			...settings,
		],
		{ stdio: ['pipe', 'pipe', 'pipe'] },
	);
	let said = '';
	node.stderr.setEncoding('utf8').on('data', text => (said = (said + text).slice(-4000)));
	const ended = new Promise(resolve => node.once('exit', resolve));
	const address = await new Promise((resolve, reject) => {
		const late = setTimeout(() => reject(new Error(`the node has not started in time\n${said}`)), patience);
		createInterface(node.stdout).on('line', line => {
			const [, at] = /^listening (\S+)$/.exec(line) ?? [];
			if (at === undefined) said = (said + line + '\n').slice(-4000);
			else {
				clearTimeout(late);
				resolve(`http://${at}`);
			}
		});
		void ended.then(() => {
			clearTimeout(late);
			reject(new Error(`the node has ended\n${said}`));
		});
	}).catch(error => {
		node.kill('SIGKILL');
		throw error;
	});
	return {
		address,
		pid: node.pid ?? 0,
		async kill() {
			node.kill('SIGKILL');
			await ended;
		},
		async close() {
			node.stdin.end();
			const late = setTimeout(() => node.kill('SIGKILL'), 10_000);
			await ended;
			clearTimeout(late);
			if (folder === undefined) rmSync(home, { recursive: true, force: true });
		},
	};
}
