// Answers where the desktop VS Code of this machine is: its program and its command line tool.
// Must not download, start or test anything.
// @ts-check
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';

/**
 * The program behind the `code` script (or the program itself).
 * @param {string} path
 * @returns {string | undefined}
 */
function programOf(path) {
	if (statSync(path).isDirectory()) {
		// VSCODE_PATH may name the folder or the macOS app
		const folder = path.endsWith('.app') ? join(path, 'Contents/MacOS') : path;
		const name = ['Code.exe', 'code', 'Electron', 'Code', 'codium', 'VSCodium.exe'].find(
			name => existsSync(join(folder, name)) && statSync(join(folder, name)).isFile(),
		);
		return name ? join(folder, name) : undefined;
	}
	const real = realpathSync(path),
		folder = dirname(real);
	if (!/[\\/]bin$/.test(folder)) return real;
	const app = dirname(folder);
	if (process.platform === 'darwin') {
		// …/Visual Studio Code.app/Contents/Resources/app/bin/code
		const programs = join(app, '../../MacOS');
		const name = existsSync(programs) ? readdirSync(programs)[0] : undefined;
		return name ? join(programs, name) : undefined;
	}
	const names =
		process.platform === 'win32'
			? ['Code.exe', 'VSCodium.exe', 'Code - Insiders.exe']
			: ['code', 'codium', 'code-insiders'];
	const name = names.find(name => existsSync(join(app, name)));
	return name ? join(app, name) : undefined;
}

/**
 * `VSCODE_PATH` (a program, a `code` script or a folder), else `code` on the PATH. Throws when VSCODE_PATH names nothing.
 * @returns {string | undefined} the program
 */
export function findDesktop() {
	const wanted = process.env['VSCODE_PATH'];
	if (wanted) {
		const program = existsSync(wanted) ? programOf(resolve(wanted)) : undefined;
		if (!program) throw new Error(`VSCODE_PATH names no VS Code: ${wanted}`);
		return program;
	}
	for (const folder of (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
		for (const name of process.platform === 'win32' ? ['code.cmd'] : ['code']) {
			// Inside a window that is served (Remote, a server) `code` is another tool, without a program beside it.
			if (existsSync(join(folder, name)) && !/remote-cli/.test(folder)) {
				const program = programOf(join(folder, name));
				if (program) return program;
			}
		}
	}
	return undefined;
}
