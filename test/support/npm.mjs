// Answers where a pinned set of npm packages lies on this machine, fetching it once with progress lines.
// @ts-check
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;

/** The git-ignored folder that keeps everything the tests fetch or write. */
export const cache = join(here, '../../.vscode-test');

/**
 * Runs npm and waits. npm's own messages are shown only when it fails.
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<void>}
 */
export function npm(args, cwd) {
	// Under `npm run` the running npm says where it is; on Windows npm is a script that only a shell starts.
	const cli = process.env['npm_execpath'];
	const [command, prefix] = cli && /npm-cli\.[cm]?js$/.test(cli) ? [process.execPath, [cli]] : ['npm', []];
	return new Promise((done, fail) => {
		const child = spawn(command, [...prefix, ...args], {
			cwd,
			shell: command === 'npm' && process.platform === 'win32',
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let messages = '';
		child.stdout.on('data', chunk => {
			messages += String(chunk);
		});
		child.stderr.on('data', chunk => {
			messages += String(chunk);
		});
		child.on('error', fail);
		child.on('close', code =>
			code === 0 ? done() : fail(new Error(`npm ${args.join(' ')} failed (${code}) in ${cwd}\n${messages}`)),
		);
	});
}

/**
 * The folder in the cache that holds what `test/support/<name>/package-lock.json` pins. The first call fetches it (`npm ci`,
 * no install scripts), later calls find it by a stamp of lockfile and platform.
 * @param {string} name folder beside this file
 * @param {string} title what a person is told is being fetched
 * @param {(line: string) => void} say
 * @param {readonly string[]} platform what npm is told of another platform than this
 * @returns {Promise<string>}
 */
export async function fetched(name, title, say, platform = []) {
	const folder = join(cache, name),
		stamp = join(folder, '.fetched');
	const lock = readFileSync(join(here, name, 'package-lock.json'));
	const wanted = createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder;
	mkdirSync(folder, { recursive: true });
	for (const file of ['package.json', 'package-lock.json']) cpSync(join(here, name, file), join(folder, file));
	const start = Date.now(),
		seconds = () => Math.round((Date.now() - start) / 1000);
	say(`Fetching ${title} from npm into .vscode-test/${name} (once) …`);
	const tick = setInterval(() => say(`  … still fetching ${title}, ${seconds()} s`), 5000);
	try {
		await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...platform], folder);
	} finally {
		clearInterval(tick);
	}
	writeFileSync(stamp, wanted);
	say(`  fetched ${title} in ${seconds()} s`);
	return folder;
}
