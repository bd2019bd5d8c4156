// Opens VS Code windows for tests and pictures: one browser a process. A window that a file of tests gives back is cleared for the next
// file; else it has a fresh profile and workspace. How to use it: test/vscode/README.md.
import { appendFileSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page, type Request } from 'playwright-core';
import { browserArguments, findBrowser } from './browser.mjs';
import { delayed, disturb } from './chaos';
import { Control } from './control';
import { clear, fill, holdsDrafts, looksNew } from './clearing';
import { cache } from './npm.mjs';
import { patience } from './patience.mjs';
import { remote, startServer, uriPath, versions, windowUrl, type Server } from './server.mjs';
import { SharedWindows } from './sharedWindows';
import { Window, type Messages } from './window';

export interface Options {
	/** The workspace's files; the first is opened (see `show`). */
	readonly files?: Readonly<Record<string, string>>;
	/** The file to open; null for none. */
	readonly show?: string | null;
	/** Workspace settings. Without them everything stands at its default. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** `web`: the extension runs from its `browser` entry in the web-worker host. */
	readonly host?: 'node' | 'web';
	/** The language of the user interface. */
	readonly locale?: 'en-US' | 'zh-CN';
	/** Name of the workspace folder, where it is to be seen (a picture). */
	readonly name?: string;
	readonly width?: number;
	readonly height?: number;
	/** `false`: the folder is not trusted, which is how VS Code opens one at its defaults. Elsewhere trust is switched off. */
	readonly trusted?: false;
	/**
	 * A window of its own, and for nobody afterwards: for what looks at the start of a window, or leaves something in it that no clearing
	 * takes away (what the extension has VS Code keep for a workspace).
	 */
	readonly alone?: true;
	/** A module whose `run()` is run inside the extension host, as @vscode/test-electron would; nobody then answers the window's questions. */
	readonly inside?: string;
}

interface Session {
	readonly browser: Browser;
	readonly control: Control;
	readonly windows: Set<Window>;
	/** Windows that are not in use, by their kind. */
	readonly shared: SharedWindows;
}

/** Pixels of a window. */
const standard = { width: 1300, height: 800 };
const extensionId = 'policy-writing.policy-writing';
let session: Promise<Session> | undefined;
let server: Promise<Server> | undefined;

/** The browser that globalSetup.ts has started for this process, and ends; else one of its own. */
async function browserOf(lane: Lane | undefined): Promise<Browser> {
	if (lane) return chromium.connect(lane.browser);
	const { path, env } = await findBrowser(() => undefined);
	return chromium.launch({
		executablePath: path,
		args: browserArguments,
		env: { ...(process.env as Record<string, string>), ...env },
	});
}

async function start(): Promise<Session> {
	return {
		browser: await browserOf(ownLane()),
		control: await Control.start(JSON.parse(process.env['VSCODE_COMPANIONS'] ?? '[]') as string[]),
		windows: new Set(),
		shared: new SharedWindows(),
	};
}

/** What globalSetup.ts has started for one process of tests: where its server and browser listen, and the server's folder. */
export interface Lane {
	readonly origin: string;
	readonly data: string;
	readonly browser: string;
}

function ownLane(): Lane | undefined {
	const all = JSON.parse(process.env['VSCODE_LANES'] ?? '[]') as Lane[];
	return all[(Number(process.env['VITEST_POOL_ID'] ?? 1) - 1) % all.length];
}

/** The windows that are open now. */
export async function openWindows(): Promise<Window[]> {
	return session ? [...(await session).windows] : [];
}

/** The address of a server that trusts no folder until it is told to; started when a test first wants it. */
async function wary(): Promise<string> {
	const version = versions.find(one => one === process.env['VSCODE_VERSION']);
	const work = process.env['VSCODE_WORK'];
	if (!version || !work) return '';
	server ??= startServer(version, { extensions: join(work, 'installed'), trust: true });
	return (await server).origin;
}

/**
 * After every file: ends the windows it has left open, and the server that trusts no folder. Windows it has given back stay for the next
 * file, as does the browser they are in, which globalSetup.ts ends.
 */
export async function closeAll(): Promise<void> {
	const [asked, known, lane] = [server, session, ownLane()];
	server = undefined;
	if (known) {
		const { browser, control, windows, shared } = await known;
		for (const window of [...windows]) await shared.end(window);
		if (!lane) {
			session = undefined;
			await browser.close();
			control.close();
		}
	}
	// Also when a test failed before it had put its settings back, the next file begins with none.
	if (lane) rmSync(join(lane.data, 'data/User/settings.json'), { force: true });
	await (await asked)?.close();
}

/** What a test came to: a window in which one failed, or none was run, is given to nobody. */
export async function tested(well: boolean): Promise<void> {
	if (!session) return;
	const { windows, shared } = await session;
	for (const window of windows) shared.tested(window, well);
}

/** A page of its own on an address, in a fresh profile. */
export async function browse(url: string): Promise<Page> {
	session ??= start();
	const page = await (await session).browser.newPage({ viewport: { width: 1300, height: 800 } });
	await page.goto(url);
	return page;
}

/** Addresses outside this machine that a page of a window asked for, with the frame that did. */
export interface Foreign {
	readonly url: string;
	readonly frame: string;
}
const foreign: Foreign[] = [];
export function foreignRequests(): readonly Foreign[] {
	return foreign;
}

/** In the page: keeps what messages and the status bar said, which go away by themselves. */
function rememberMessages(): void {
	if (window !== window.top) return;
	const messages: Messages = { said: new Set(), unread: [], passing: [] };
	Object.assign(globalThis, { messages });
	const last = new WeakMap<Element, string>();
	new MutationObserver(() => {
		for (const message of document.querySelectorAll('.notification-list-item-message')) {
			const text = message.textContent;
			messages.said.add(text);
			// Those of the list are the same once more.
			if (last.get(message) === text || !message.closest('.notifications-toasts')) continue;
			last.set(message, text);
			messages.unread.push(text);
		}
		for (const item of document.querySelectorAll('.statusbar .left-items .statusbar-item')) {
			if (last.get(item) === item.textContent) continue;
			last.set(item, item.textContent);
			messages.passing.push(item.textContent);
		}
	}).observe(document, { subtree: true, childList: true, characterData: true });
}

/**
 * A window on a folder that has `files` and nothing else. Comes back when the first file is in front and the extension, if it is for that
 * kind of file, is active. Where servers and extension are stands in the environment (globalSetup.ts).
 */
export async function open(options: Options = {}): Promise<Window> {
	session ??= start();
	const { windows, shared } = await session;
	const { width = standard.width, height = standard.height } = options;
	const kind = shareable(options);
	for (let given; kind && (given = shared.take(kind));) {
		const window = given;
		windows.add(window);
		try {
			const show = shown(options);
			await clear(window, filesOf(options), { width, height });
			if (show) await window.open(show);
			await ready(window, options, patience);
			if (show) await looksNew(window, show);
			count('cleared');
			return window;
		} catch (error) {
			console.log(`A window that was given back is not taken again: ${String(error)}; it was ${await picture(window)}`);
			await shared.end(window);
		}
	}
	return openNew(options, kind);
}

/** The kind of a window that another file may have had before, or have afterwards; nothing for one that nobody shares. */
function shareable(options: Options): string | undefined {
	const { host = 'node', locale, name, trusted, alone, inside, settings, files = {} } = options;
	if (alone || inside || name !== undefined || trusted === false || locale === 'zh-CN' || !ownLane()) return undefined;
	return settings || !holdsDrafts(Object.keys(files)) ? undefined : host;
}

/** The files of the workspace with its settings. */
function filesOf({ files = { 'report.md': '' }, settings, host }: Options): Readonly<Record<string, string>> {
	if (!settings && host !== 'web') return files;
	// VS Code moves an extension that has a `browser` entry to the web-worker host when a person's settings ask for it. Its Markdown support
	// stays behind: its browser half is not in the server, and sent there it would not run at all.
	const kinds = host === 'web' ? { 'remote.extensionKind': { [extensionId]: ['web'] } } : {};
	return { ...files, '.vscode/settings.json': JSON.stringify({ ...settings, ...kinds }) };
}

/** The file that is to be in front. */
function shown({ files = { 'report.md': '' }, show }: Options): string | undefined {
	return show === undefined ? Object.keys(files)[0] : (show ?? undefined);
}

const picture = (window: Window): Promise<string> =>
	window.screenshot(`not ready ${Date.now()}`, join(cache, 'failures')).catch(String);

/** Waits until a window shows its file and the extension is there. */
async function ready(window: Window, options: Options, most: number): Promise<void> {
	const extension = process.env['VSCODE_EXTENSION'] ?? '';
	if (!shown(options)) return void (await window.extension());
	await window.page.waitForSelector('.monaco-editor .view-lines', { timeout: most });
	const packs = Object.keys(options.files ?? {}).some(name => name.startsWith('policy-corpus/'));
	const web = options.host === 'web';
	await window.ready({ id: extensionId, web, commands: commandsOf(extension), packs }, most);
	await window.focus();
}

async function openNew(options: Options, kind: string | undefined): Promise<Window> {
	const { locale = 'en-US', width = standard.width, height = standard.height, inside } = options;
	const { VSCODE_DEVELOPMENT_ORIGIN: development, VSCODE_EXTENSION: extension } = process.env;
	const origin = options.trusted === false ? await wary() : inside ? development : ownLane()?.origin;
	if (!origin || !extension)
		throw new Error('No VS Code is running for this test: run it through test/vscode/vitest.config.ts');
	session ??= start();
	const { browser, control, windows, shared } = await session;

	const temporary = realpathSync(mkdtempSync(join(process.env['VSCODE_WORK'] ?? tmpdir(), 'policy-writing-draft-')));
	const folder = options.name ? join(temporary, options.name) : temporary;
	fill(folder, filesOf(options));
	const payload: [string, string][] = inside
		? [
				['extensionDevelopmentPath', remote(origin, extension)],
				['extensionTestsPath', remote(origin, inside)],
			]
		: [];
	const show = shown(options);
	if (show) payload.push(['openFile', remote(origin, join(folder, show))]);

	const context = await browser.newContext({
		viewport: { width, height },
		locale,
		permissions: ['clipboard-read', 'clipboard-write'],
	});
	const page = await context.newPage();
	// VS Code's own Chinese is a language pack that is not here; what it tells extensions about the language can be had without.
	if (locale === 'zh-CN')
		await page.addInitScript(() => {
			Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => 'zh-cn', set: () => undefined });
		});
	await page.addInitScript(rememberMessages);
	watch(page);
	page.setDefaultTimeout(patience);
	const line = control.open(uriPath(folder));
	const devtools = await context.newCDPSession(page);
	const window: Window = new Window(page, folder, devtools, delayed(line), async () => {
		windows.delete(window);
		await shared.giveBack(window);
	});
	windows.add(window);
	shared.opened(window, kind, async () => {
		windows.delete(window);
		line.close();
		await page.close({ runBeforeUnload: false });
		await context.close();
		rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
	});
	const address = windowUrl(origin, folder, payload);
	if (inside) {
		await page.goto(address);
		return window;
	}
	const begin = async (most: number) => {
		await page.goto(address);
		await page.waitForSelector('.monaco-workbench', { timeout: most });
		if (options.trusted === false) await restricted(page, most);
		await ready(window, options, most);
	};
	// A window that does not come up is opened again, as a person would.
	await begin(patience).catch(async (error: unknown) => {
		console.log(`A window did not come up and is opened again: ${String(error)}; it was ${await picture(window)}`);
		await page.goto('about:blank');
		await begin(patience);
	});
	shared.isUp(window);
	disturb(page, devtools, line);
	count('opened');
	return window;
}

/** globalSetup.ts says at its end how many windows there were. */
function count(what: 'opened' | 'cleared'): void {
	appendFileSync(join(process.env['VSCODE_WORK'] ?? tmpdir(), 'windows'), `${what}\n`);
}

/** Notes what a page asks for outside this machine. */
function watch(page: Page): void {
	const look = async (request: Request) => {
		const url = request.url();
		if (!/^(https?|wss?):/.test(url) || /^\w+:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url)) return;
		// VS Code's service worker answers for the files of a webview; such an address only looks like one outside.
		const response = await request.response().catch(() => null);
		if (!response?.fromServiceWorker()) foreign.push({ url, frame: request.frame().url() });
	};
	page.on('requestfinished', request => {
		void look(request).catch(() => undefined);
	});
	page.on('requestfailed', request => {
		void look(request).catch(() => undefined);
	});
}

/** Waits until a window on a folder that is not trusted says so. The oldest version asks; the newest just opens it in restricted mode. */
async function restricted(page: Page, most: number): Promise<void> {
	const said = page.locator('.statusbar-item', { hasText: 'Restricted Mode' });
	const no = page.locator('.monaco-dialog-box .monaco-button', { hasText: /^No\b/ });
	if (process.env['VSCODE_VERSION'] === '1.100' && !(await said.isVisible())) await no.click({ timeout: most });
	await said.waitFor({ timeout: most });
}

/** The commands an extension contributes. */
function commandsOf(extension: string): string[] {
	const { contributes } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8')) as {
		contributes?: { commands?: { command: string }[] };
	};
	return (contributes?.commands ?? []).map(({ command }) => command);
}
