// Opens VS Code windows for tests and pictures: one browser a process, a fresh profile and workspace a window. How to
// use it: test/vscode/README.md.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type Page, type Request } from 'playwright-core';
import { browserArguments, findBrowser } from './browser.mjs';
import { Control } from './control';
import { cache } from './npm.mjs';
import { patience } from './patience.mjs';
import { remote, startServer, uriPath, versions, windowUrl, type Server } from './server.mjs';
import { Window } from './window';

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
	/** A module whose `run()` is run inside the extension host, as @vscode/test-electron would; nobody then answers the window's questions. */
	readonly inside?: string;
}

interface Session {
	readonly browser: Browser;
	readonly control: Control;
	readonly windows: Set<Window>;
}

const extensionId = 'policy-writing.policy-writing';
let session: Promise<Session> | undefined;
let server: Promise<Server> | undefined;

async function start(): Promise<Session> {
	const { path, env } = await findBrowser(() => undefined);
	const browser = await chromium.launch({
		executablePath: path,
		args: browserArguments,
		env: { ...(process.env as Record<string, string>), ...env },
	});
	return {
		browser,
		control: await Control.start(JSON.parse(process.env['VSCODE_COMPANIONS'] ?? '[]') as string[]),
		windows: new Set(),
	};
}

/** The server of this process among those that globalSetup.ts has started. */
function ownServer(): { readonly origin: string; readonly data: string } | undefined {
	const all = JSON.parse(process.env['VSCODE_SERVERS'] ?? '[]') as { origin: string; data: string }[];
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
 * Ends all windows, the browser, and the server that trusts no folder: after every file, because nothing tells a process of tests that
 * its last file has run, and a browser that it leaves behind runs on.
 */
export async function closeAll(): Promise<void> {
	const [asked, known] = [server, session];
	server = session = undefined;
	if (known) {
		const { browser, control, windows } = await known;
		for (const window of [...windows]) await window.close();
		await browser.close();
		control.close();
	}
	const own = ownServer();
	// Also when a test failed before it had put its settings back, the next file begins with none.
	if (own) rmSync(join(own.data, 'data/User/settings.json'), { force: true });
	await (await asked)?.close();
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

/** In the page: keeps what messages said, which go away by themselves, for whoever looks why a test failed. */
function rememberMessages(): void {
	if (window !== window.top) return;
	const said = new Set<string>();
	(globalThis as unknown as { said: Set<string> }).said = said;
	new MutationObserver(() => {
		for (const message of document.querySelectorAll('.notification-list-item-message')) said.add(message.textContent);
	}).observe(document, { subtree: true, childList: true, characterData: true });
}

/**
 * Opens a window on a fresh folder with `files`, and comes back when the first file is in front and the extension, if it is for that
 * kind of file, is active. Where servers and
 * extension are stands in the environment (globalSetup.ts).
 */
export async function open(options: Options = {}): Promise<Window> {
	const {
		files = { 'report.md': '' },
		settings,
		host = 'node',
		locale = 'en-US',
		width = 1300,
		height = 800,
		inside,
	} = options;
	const show = options.show === undefined ? Object.keys(files)[0] : (options.show ?? undefined);
	const { VSCODE_DEVELOPMENT_ORIGIN: development, VSCODE_EXTENSION: extension } = process.env;
	const origin = options.trusted === false ? await wary() : inside ? development : ownServer()?.origin;
	if (!origin || !extension)
		throw new Error('No VS Code is running for this test: run it through test/vscode/vitest.config.ts');
	session ??= start();
	const { browser, control, windows } = await session;

	const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'policy-writing-draft-')));
	const folder = options.name ? join(temporary, options.name) : temporary;
	// VS Code moves an extension that has a `browser` entry to the web-worker host when a person's settings ask for it.
	const all =
		settings || host === 'web'
			? {
					...files,
					'.vscode/settings.json': JSON.stringify({
						...settings,
						...(host === 'web' ? { 'remote.extensionKind': { [extensionId]: ['web'] } } : {}),
					}),
				}
			: files;
	for (const [name, text] of Object.entries(all)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	const payload: [string, string][] = inside
		? [
				['extensionDevelopmentPath', remote(origin, extension)],
				['extensionTestsPath', remote(origin, inside)],
			]
		: [];
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
	const watch = async (request: Request) => {
		const url = request.url();
		if (!/^(https?|wss?):/.test(url) || /^\w+:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url)) return;
		// VS Code's service worker answers for the files of a webview; such an address only looks like one outside.
		const response = await request.response().catch(() => null);
		if (!response?.fromServiceWorker()) foreign.push({ url, frame: request.frame().url() });
	};
	page.on('requestfinished', request => {
		void watch(request).catch(() => undefined);
	});
	page.on('requestfailed', request => {
		void watch(request).catch(() => undefined);
	});
	page.setDefaultTimeout(patience);
	const line = control.open(uriPath(folder));
	const window: Window = new Window(
		page,
		folder,
		await context.newCDPSession(page),
		(method, params = {}, timeout = patience) => line.ask(method, params, timeout),
		async () => {
			windows.delete(window);
			line.close();
			await page.close({ runBeforeUnload: false });
			await context.close();
			rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
		},
	);
	windows.add(window);
	const address = windowUrl(origin, folder, payload);
	if (inside) {
		await page.goto(address);
		return window;
	}
	const ready = async (most: number) => {
		await page.goto(address);
		await page.waitForSelector('.monaco-workbench', { timeout: most });
		if (options.trusted === false) await restricted(page, most);
		if (!show) return void (await line.ask('extension', { id: extensionId }, most));
		await page.waitForSelector('.monaco-editor .view-lines', { timeout: most });
		const params = { id: extensionId, web: host === 'web', commands: commandsOf(extension) };
		await line.ask('ready', params, most);
	};
	// A window that does not come up is opened again, as a person would.
	await ready(patience).catch(async (error: unknown) => {
		const picture = await window.screenshot(`not ready ${Date.now()}`, join(cache, 'failures')).catch(String);
		console.log(`A window did not come up and is opened again: ${String(error)}; it was ${picture}`);
		await page.goto('about:blank');
		await ready(patience);
	});
	if (show) await window.focus();
	return window;
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
