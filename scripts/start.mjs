// `npm start`: opens VS Code with the extension and a sample draft, in this machine's VS Code or one that is fetched.
// `npm start -- [--npm] [folder]`: at once the one that npm carries; a folder of one's own instead of the sample.
// Must not build (npm does that first), nor test. Says which VS Code it takes, and why.
// @ts-check
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { findDesktop } from '../test/support/desktop.mjs';
import { cache } from '../test/support/npm.mjs';
import { remote, startServer, windowUrl } from '../test/support/server.mjs';
import { stage } from '../test/support/stage.mjs';

const root = join(import.meta.dirname, '..');
const say = (/** @type {string} */ line) => console.log(line);
/** How long the download may take to begin. */
const patience = 10_000;

/** A copy of the sample, so that trying things out changes nothing here. It is kept between starts: a person may have written in it. */
function sample() {
	const folder = join(cache, 'sample');
	if (!existsSync(join(folder, 'report.md'))) {
		mkdirSync(folder, { recursive: true });
		cpSync(join(root, 'sample'), folder, { recursive: true });
	}
	return folder;
}

/** @param {string} folder @returns {string[]} the draft to open in it, if there is one by that name */
const draftOf = folder => [join(folder, 'report.md')].filter(file => existsSync(file));

/** @param {string} program @param {string} folder */
function openDesktop(program, folder) {
	const child = spawn(
		program,
		[`--extensionDevelopmentPath=${root}`, '--disable-workspace-trust', '--new-window', folder, ...draftOf(folder)],
		{ detached: true, stdio: 'ignore', env: { ...process.env, ELECTRON_RUN_AS_NODE: undefined } },
	);
	child.on('error', error => {
		console.error(`It did not start: ${error.message}`);
		process.exitCode = 1;
	});
	child.unref();
}

/**
 * The VS Code that @vscode/test-electron downloads, or undefined when the download does not begin soon.
 * @returns {Promise<string | undefined>}
 */
async function download() {
	say('No VS Code on this machine (VSCODE_PATH, or code on the PATH). Trying to download one …');
	let begun = false,
		given = false,
		last = 0;
	const reporter = {
		/** @param {{ stage: string, bytesSoFar?: number, totalBytes?: number }} report */
		report({ stage, bytesSoFar, totalBytes }) {
			if (given) throw new Error('too late'); // ends a download that is no longer wanted
			if (stage !== 'downloading' || bytesSoFar === undefined || !totalBytes) return;
			begun = true;
			const percent = Math.floor((bytesSoFar / totalBytes) * 10) * 10;
			if (percent > last) say(`  … ${(last = percent)} %`);
		},
		/** @param {unknown} _error */
		error(_error) {
			/* said below */
		},
	};
	const running = downloadAndUnzipVSCode({
		version: 'stable',
		cachePath: join(cache, 'desktop'),
		reporter,
		timeout: patience,
	});
	running.catch(() => undefined);
	const late = new Promise((_, fail) => {
		setTimeout(() => {
			if (!begun) fail(new Error(`nothing arrived in ${patience / 1000} s`));
		}, patience).unref();
	});
	try {
		return await /** @type {Promise<string>} */ (Promise.race([running, late]));
	} catch (error) {
		given = true;
		say(`  not to be had from here (${error instanceof Error ? error.message : String(error)}).`);
		return undefined;
	}
}

/** Opens an address with what the system opens addresses with; no matter when it has nothing. @param {string} url */
function openBrowser(url) {
	if (process.env['CI'] || (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']))
		return;
	const [command, args] =
		process.platform === 'win32'
			? ['rundll32', ['url.dll,FileProtocolHandler', url]]
			: [process.platform === 'darwin' ? 'open' : 'xdg-open', [url]];
	spawn(/** @type {string} */ (command), /** @type {string[]} */ (args), { stdio: 'ignore', detached: true })
		.on('error', () => undefined)
		.unref();
}

/** Serves the VS Code that npm carries on a loopback port, until Ctrl+C. @param {string} folder */
async function serve(folder) {
	say('Taking the VS Code that npm carries, shown in a browser.');
	const extensions = realpathSync(mkdtempSync(join(tmpdir(), 'policy-writing-start-')));
	stage(join(extensions, 'policy-writing.policy-writing-0.0.0'));
	const token = randomBytes(16).toString('hex');
	const server = await startServer('1.139', { extensions, token, say });
	const url = windowUrl(
		server.origin,
		folder,
		draftOf(folder).map(file => ['openFile', remote(server.origin, file)]),
		token,
	);
	say(
		`\nVS Code 1.139 with 政策写作 · Policy Writing is at\n\n  ${url}\n\nOpen it in a browser on this machine. Ctrl+C ends it.`,
	);
	openBrowser(url);
	const end = async () => {
		await server.close();
		rmSync(extensions, { recursive: true, force: true });
		process.exit(0);
	};
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => void end());
}

if (!existsSync(join(root, 'dist/main.node.js'))) {
	console.error('dist/ is missing: npm start builds it first.');
	process.exit(1);
}
const own = process.argv.slice(2).find(argument => !argument.startsWith('--'));
if (own && !existsSync(own)) {
	console.error(`There is no folder ${own}`);
	process.exit(1);
}
const folder = own ? resolve(own) : sample();
const installed = process.argv.includes('--npm') ? undefined : findDesktop();
if (installed) {
	say(`Taking the VS Code of this machine: ${installed}`);
	openDesktop(installed, folder);
} else {
	const downloaded = process.argv.includes('--npm') ? undefined : await download();
	if (downloaded) {
		say(`Taking the downloaded VS Code: ${downloaded}`);
		openDesktop(downloaded, folder);
	} else {
		await serve(folder);
	}
}
