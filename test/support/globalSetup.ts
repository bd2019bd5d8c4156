// Before the tests in a real VS Code: builds, stages the files of the .vsix, starts the server. After them: ends it.
// Must not know the tests.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { writeCompanion } from './control';
import { freePort, startServer, versions } from './server.mjs';
import { stage } from './stage.mjs';

export default async function setup(): Promise<() => Promise<void>> {
	const version = versions.find(v => v === (process.env['VSCODE'] ?? '1.139'));
	if (!version) throw new Error(`VSCODE must be one of ${versions.join(', ')}`);
	if (!process.env['VSCODE_BUILT']) { // `npm test` has built already
		const { status } = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: join(import.meta.dirname, '../..'), stdio: 'inherit' });
		if (status !== 0) throw new Error('the build failed');
	}
	const work = realpathSync(mkdtempSync(join(tmpdir(), 'policy-writing-suite-')));
	const extension = process.env['VSCODE_EXTENSION_SOURCE'] ?? join(work, 'extension');
	if (!process.env['VSCODE_EXTENSION_SOURCE']) await stage(extension);
	await findBrowser(); // fetches it now, and says which
	const port = await freePort(), extensions = join(work, 'extensions');
	writeCompanion(join(extensions, 'policy-writing-test.companion-0.0.0'), port);
	const server = await startServer(version, { extensions });
	console.log(`VS Code ${version} at ${server.origin}`);
	process.env['VSCODE_VERSION'] = version;
	process.env['VSCODE_CONTROL'] = String(port);
	process.env['VSCODE_ORIGIN'] = server.origin;
	process.env['VSCODE_EXTENSION'] = extension;
	process.env['VSCODE_WORK'] = work;
	return async () => {
		await server.close();
		rmSync(work, { recursive: true, force: true });
	};
}
