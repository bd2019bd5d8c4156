// Before the tests in a real VS Code: builds, packs, installs the .vsix, starts the servers. After them: ends them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserServer } from 'playwright-core';
import { browserArguments, findBrowser } from './browser.mjs';
import { writeCompanion } from './control';
import type { Lane } from './driver';
import { install, startServer, versions, type Server } from './server.mjs';
import { pack, stage } from './stage.mjs';

export default async function setup(): Promise<() => Promise<void>> {
	const version = versions.find(v => v === (process.env['VSCODE'] ?? '1.139'));
	if (!version) throw new Error(`VSCODE must be one of ${versions.join(', ')}`);
	if (!process.env['VSCODE_BUILT']) {
		// `npm test` has built already
		const { status } = spawnSync(process.execPath, ['esbuild.mjs'], {
			cwd: join(import.meta.dirname, '../..'),
			stdio: 'inherit',
		});
		if (status !== 0) throw new Error('the build failed');
	}
	const work = realpathSync(mkdtempSync(join(tmpdir(), 'policy-writing-suite-')));
	// Installed from the .vsix, as a person has it; the second server is for what VS Code allows only under development: tests inside the
	// extension host.
	const installed = join(work, 'installed'),
		development = join(work, 'development'),
		vsix = join(work, 'extension.vsix'),
		staged = join(work, 'staged');
	stage(staged);
	await pack(vsix, staged);
	await install(version, vsix, installed);
	const name = readdirSync(installed).find(folder => folder.startsWith('policy-writing.policy-writing-'));
	if (!name) throw new Error('the .vsix was not installed');
	const extension = join(installed, name);
	rmSync(join(installed, 'extensions.json')); // VS Code lists the folder anew at its start, and so finds the companion beside it
	const companions = [installed, development].map(folder => join(folder, 'policy-writing-test.companion-0.0.0'));
	companions.forEach(writeCompanion);
	const { path, env } = await findBrowser(); // fetches it now, and says which
	// A server keeps the settings of its user on the disk, for all its windows, and a browser one clipboard: so there is one of each for
	// each process that runs tests. They live as long as this one, because nothing tells those that their last file has run.
	const plain: Server[] = [];
	const browsers: BrowserServer[] = [];
	for (let lane = 0; lane < Number(process.env['LANES'] ?? 1); lane++) {
		plain.push(await startServer(version, { extensions: installed }));
		browsers.push(
			await chromium.launchServer({
				executablePath: path,
				args: browserArguments,
				env: { ...(process.env as Record<string, string>), ...env },
			}),
		);
	}
	const lanes: Lane[] = plain.map(({ origin, data }, at) => ({
		origin,
		data,
		browser: browsers[at]?.wsEndpoint() ?? '',
	}));
	const inside = await startServer(version, { extensions: development, driver: true });
	const servers = [...plain, inside];
	console.log(`VS Code ${version} at ${servers.map(server => server.origin).join(' and ')}`);
	process.env['VSCODE_VERSION'] = version;
	process.env['VSCODE_COMPANIONS'] = JSON.stringify(companions);
	process.env['VSCODE_LANES'] = JSON.stringify(lanes);
	process.env['VSCODE_DEVELOPMENT_ORIGIN'] = inside.origin;
	process.env['VSCODE_EXTENSION'] = extension;
	process.env['VSCODE_WORK'] = work;
	return async () => {
		const windows = readFileSync(join(work, 'windows'), { encoding: 'utf8', flag: 'a+' });
		const [opened = 0, cleared = 0] = ['opened', 'cleared'].map(what => windows.split(what).length - 1);
		console.log(`${opened} windows were opened, and ${cleared} times one was cleared for another file`);
		for (const browser of browsers) await browser.close();
		for (const server of servers) await server.close();
		rmSync(work, { recursive: true, force: true });
	};
}
