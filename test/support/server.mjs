// Starts a real VS Code from npm as a server on a loopback port, for `npm start`, the tests and the pictures.
// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { addChinese } from './languagePack.mjs';
import { fetched } from './npm.mjs';

/** The versions that are pinned here: the oldest of `engines.vscode` and the newest that npm carries. */
export const versions = /** @type {const} */ (['1.100', '1.139']);
/** @typedef {typeof versions[number]} Version */

/**
 * @typedef {object} Server
 * @property {string} origin `http://127.0.0.1:<port>`
 * @property {string} data its data folder (settings, logs)
 * @property {() => Promise<void>} close ends the server and removes its data
 */

/**
 * @param {string} root
 * @returns {string} the Node that this VS Code was made for
 */
function nodeOf(root) {
	const modules = join(root, 'node_modules');
	for (const name of readdirSync(modules).filter(name => /^node-(bin-)?(linux|win|darwin)-/.test(name))) {
		for (const file of ['bin/node', 'bin/node.exe'])
			if (existsSync(join(modules, name, file))) return join(modules, name, file);
	}
	return process.execPath; // a platform that npm has no Node for: the running one usually does
}

/**
 * What a server said, and the port it listens on, once it has said so.
 * @param {string} said
 * @returns {string | undefined}
 */
export const portIn = said => /Extension host agent listening on (\d+)/.exec(said)?.[1];

/** Puts the run-time packages and ripgrep where the server looks for them; they are installed beside it. @param {string} root */
function link(root) {
	const modules = join(root, 'node_modules'),
		inner = join(modules, 'code-server/lib/vscode/node_modules');
	if (!existsSync(inner)) symlinkSync(modules, inner, 'junction');
	const ripgrep = join(modules, '@vscode/ripgrep');
	// The old package fetches its binary in an install script, which does not run here; the newer one carries all platforms.
	if (existsSync(ripgrep) && !existsSync(join(ripgrep, 'bin'))) {
		symlinkSync(
			join(modules, '@vscode/ripgrep-universal/bin', `${process.platform}-${process.arch}`),
			join(ripgrep, 'bin'),
			'junction',
		);
	}
	return join(modules, 'code-server/lib/vscode');
}

/**
 * @param {string} path
 * @returns {string} `/C:/drafts` on Windows, the path itself elsewhere; `/c:/drafts` for what lies on the drive of a Windows that is
 *   played (windows.mjs)
 */
export function uriPath(path) {
	const drive = process.env['VSCODE_DRIVE_C'];
	if (drive && path.startsWith(drive)) return `/c:${path.slice(drive.length)}`;
	return decodeURIComponent(pathToFileURL(resolve(path)).pathname);
}

/** @param {string} origin @param {string} path @returns {string} a file or folder of this machine as the workbench names it */
export const remote = (origin, path) => `vscode-remote://${new URL(origin).host}${encodeURI(uriPath(path))}`;

/**
 * The address of a window on a folder.
 * @param {string} origin
 * @param {string} folder
 * @param {[string, string][]} payload what the window is told: extension, tests, file to open
 * @param {string} [token]
 */
export const windowUrl = (origin, folder, payload, token) =>
	`${origin}/?${new URLSearchParams({
		...(token ? { tkn: token } : {}),
		folder: uriPath(folder),
		payload: JSON.stringify([...payload, ['skipWelcome', 'true']]),
	})}`;

/**
 * Installs a .vsix as `code --install-extension` does.
 * @param {Version} version
 * @param {string} vsix
 * @param {string} extensions the folder of installed extensions
 * @param {(line: string) => void} [say]
 */
export async function install(version, vsix, extensions, say = console.log) {
	const root = await fetched(`vscode-${version}`, `VS Code ${version}`, say),
		app = link(root);
	const data = mkdtempSync(join(tmpdir(), 'policy-writing-install-'));
	try {
		const { stdout, stderr } = spawnSync(
			nodeOf(root),
			[
				'out/server-main.js',
				'--accept-server-license-terms',
				'--server-data-dir',
				data,
				'--extensions-dir',
				extensions,
				'--install-extension',
				vsix,
			],
			{ cwd: app, encoding: 'utf8' },
		);
		if (!/successfully installed/.test(stdout))
			throw new Error(`VS Code ${version} does not install ${vsix}:\n${stdout}${stderr}`);
	} finally {
		rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}
}

/**
 * Fetches (once) and starts VS Code. Rejects with what the server said when it does not come up within a minute.
 * @param {Version} version
 * @param {{ extensions: string, token?: string, driver?: boolean, trust?: boolean, chinese?: boolean, locale?: string, say?: (line: string) => void }} options extensions: the folder of installed
 *   extensions; token: what a window must show (none: anybody on this machine may come); driver: windows obey a payload that names an
 *   extension or tests under development, and hide messages (that is VS Code's own switch for its smoke tests); trust: no folder
 *   is trusted until a person says so, as it is at the defaults of VS Code; chinese: it has its texts in Chinese as well, for browsers that
 *   ask for Chinese; locale: the language of every window, whatever its browser asks for
 * @returns {Promise<Server>}
 */
export async function startServer(
	version,
	{ extensions, token, driver = false, trust = false, chinese = false, locale, say = console.log },
) {
	const root = await fetched(`vscode-${version}`, `VS Code ${version}`, say);
	const app = link(root);
	const data = mkdtempSync(join(tmpdir(), 'policy-writing-vscode-'));
	mkdirSync(join(data, 'data/Machine'), { recursive: true });
	writeFileSync(
		join(data, 'data/Machine/settings.json'),
		JSON.stringify({
			'chat.disableAIFeatures': true,
			'workbench.startupEditor': 'none',
			'workbench.secondarySideBar.defaultVisibility': 'hidden',
		}),
	);
	if (chinese)
		await addChinese(join(data, 'data'), say).catch((/** @type {unknown} */ error) => {
			const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
			say(`  The Chinese language pack is not to be had from npm, so VS Code stays English (${why}).`);
		});
	const child = spawn(
		nodeOf(root),
		[
			'out/server-main.js',
			...(locale ? ['--locale', locale] : []),
			'--host',
			'127.0.0.1',
			'--port',
			'0',
			...(token ? ['--connection-token', token] : ['--without-connection-token']),
			...(driver ? ['--enable-smoke-test-driver'] : []),
			'--accept-server-license-terms',
			'--server-data-dir',
			data,
			'--extensions-dir',
			extensions,
			'--disable-telemetry',
			...(trust ? [] : ['--disable-workspace-trust']),
		],
		{ cwd: app, stdio: ['ignore', 'pipe', 'pipe'] },
	);
	const stop = () => {
		child.kill();
	};
	process.once('exit', stop);
	let said = '';
	/** @type {string} */
	const port = await new Promise((done, fail) => {
		const timer = setTimeout(() => {
			stop();
			fail(new Error(`VS Code ${version} did not start within a minute:\n${said}`));
		}, 60_000);
		const listen = (/** @type {Buffer} */ chunk) => {
			if (said.length < 20_000) said += String(chunk); // its stderr also complains about native modules that are not needed
			const found = portIn(said);
			if (found !== undefined) {
				clearTimeout(timer);
				done(found);
			}
		};
		child.stdout.on('data', listen);
		child.stderr.on('data', listen);
		child.once('exit', code => {
			clearTimeout(timer);
			fail(new Error(`VS Code ${version} ended (${code}):\n${said}`));
		});
	});
	return {
		origin: `http://127.0.0.1:${port}`,
		data,
		async close() {
			process.off('exit', stop);
			const ended = new Promise(done => (child.exitCode === null ? child.once('exit', done) : done(undefined)));
			stop();
			await ended;
			rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
		},
	};
}
