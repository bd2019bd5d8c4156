// Every `npm run …` works in cmd.exe and PowerShell too: no shell of Unix, and nothing that only such a shell understands.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
interface Manifest {
	readonly scripts: Readonly<Record<string, string>>;
	readonly devDependencies: Readonly<Record<string, string>>;
}
const { scripts, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

/** What of a script another shell takes for something else, or has not; nothing of one that all shells run alike. */
function strange(script: string): string[] {
	return script.split(' && ').flatMap(command => {
		const marks = /['`$%^*?~;|<>&(){}[\]\\]/.exec(command);
		if (marks) return [`${marks[0]} in ${command}`];
		const [program = '', file = ''] = command.split(' ');
		if (program.includes('=')) return [`a variable in front of ${command}`];
		if (program === 'node') return existsSync(join(root, file)) ? [] : [`no file ${file}`];
		return program in devDependencies ? [] : [`${program} is not among the packages`];
	});
}

test.each(Object.entries(scripts))('npm run %s', (_, script) => {
	expect(strange(script)).toEqual([]);
});

test.each([
	['rm -rf dist', 'rm is not among'],
	['VSCODE=1.100 vitest run', 'a variable in front'],
	["eslint 'src/**'", "' in"],
	['prettier --write src/*.ts', '* in'],
	['node esbuild.mjs ; vitest run', '; in'],
	['node scripts/none.mjs', 'no file'],
	['npx vitest', 'npx is not among'],
])('%s would be found', (script, why) => {
	expect(strange(script).join()).toContain(why);
});

/** What the scripts start themselves: a program by a name that Windows has not, or has as a script that only a shell starts. */
const started = /\b(?:spawn|execFile|exec)(?:Sync)?\(\s*['"`]([\w./-]+)/g;

test('what they start is Node itself, and no path of Unix stands in them', () => {
	const folders = ['scripts', 'scripts/house', 'test/bench', 'test/fuzz'];
	const files = [
		'esbuild.mjs',
		...folders.flatMap(folder => readdirSync(join(root, folder)).map(name => `${folder}/${name}`)),
	];
	const own = files.filter(name => name.endsWith('.mjs'));
	expect(own.length).toBeGreaterThan(8);
	const faults = own.flatMap(name => {
		const text = readFileSync(join(root, name), 'utf8');
		const names = [...text.matchAll(started)].map(([, program]) => `${name} starts ${program}`);
		const paths = /['"`]\/(?:usr|bin|tmp|dev|etc|home)\//.exec(text);
		return paths ? [...names, `${name} has ${paths[0]}`] : names;
	});
	expect(faults).toEqual([]);
});
