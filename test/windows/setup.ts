// Before the tests in a Windows: starts one, packs and installs the .vsix, starts the server and a browser. After them: ends them.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browserArguments, findBrowser } from '../support/browser.mjs';
import { writeCompanion } from '../support/control';
import type { Lane } from '../support/driver';
import { install } from '../support/server.mjs';
import { pack, stage } from '../support/stage.mjs';
import { findWine, startServer, startWindows } from '../support/windows.mjs';

export default async function setup(): Promise<() => Promise<void>> {
	const wine = findWine();
	if (!wine) throw new Error('Wine is not on this machine');
	const windows = await startWindows(wine);
	const work = join(windows.home, '测试 work');
	const installed = join(work, 'installed');
	mkdirSync(installed, { recursive: true });
	const [vsix, staged] = [join(work, 'extension.vsix'), join(work, 'staged')];
	stage(staged);
	await pack(vsix, staged);
	await install('1.100', vsix, installed);
	rmSync(join(installed, 'extensions.json'));
	const name = readdirSync(installed).find(folder => folder.startsWith('policy-writing.policy-writing-'));
	if (!name) throw new Error('the .vsix was not installed');
	const companion = join(installed, 'policy-writing-test.companion-0.0.0');
	writeCompanion(companion);
	const { path, env } = await findBrowser();
	const server = await startServer(windows, installed);
	const browser = await chromium.launchServer({
		executablePath: path,
		args: browserArguments,
		env: { ...(process.env as Record<string, string>), ...env },
	});
	const lanes: Lane[] = [{ origin: server.origin, data: server.data, browser: browser.wsEndpoint() }];
	console.log(`VS Code 1.100 in Wine at ${server.origin}`);
	process.env['VSCODE_VERSION'] = '1.100';
	process.env['VSCODE_DRIVE_C'] = windows.drive;
	process.env['VSCODE_COMPANIONS'] = JSON.stringify([companion]);
	process.env['VSCODE_LANES'] = JSON.stringify(lanes);
	process.env['VSCODE_EXTENSION'] = join(installed, name);
	process.env['VSCODE_WORK'] = work;
	return async () => {
		await browser.close();
		await server.close();
		await windows.close();
	};
}
