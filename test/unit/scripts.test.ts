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
const started = /\b(?:spawn|execFile|exec|fork)(?:Sync)?\(\s*['"`]([\w./-]+)/g;

/** What a script may start besides Node: it says what is missing where that is not there. */
const expected: Readonly<Record<string, readonly string[]>> = {
	'scripts/engine/node.mjs': ['java', 'mvn'],
	'scripts/maven.mjs': ['java', 'mvn'],
};

/** What in a script is for Unix only. */
function unixOnly(name: string, text: string): string[] {
	const programs = [...text.matchAll(started)].map(([, program = '']) => program);
	const paths = /['"`]\/(?:usr|bin|tmp|dev|etc|home)\//.exec(text);
	// Under a link (a junction of Windows) Node knows a script by where it really is.
	const isMain = /import\.meta\.(?:url|filename) === (?!realpathSync\()/.test(text);
	return [
		...programs.filter(one => !expected[name]?.includes(one)).map(one => `${name} starts ${one}`),
		...(paths ? [`${name} has ${paths[0]}`] : []),
		...(isMain ? [`${name} does nothing under a link`] : []),
	];
}

test('what they start is Node itself, and no path of Unix stands in them', () => {
	const folders = ['scripts', 'scripts/house', 'scripts/engine', 'test/bench', 'test/fuzz', 'test/support'];
	const files = [
		'esbuild.mjs',
		...folders.flatMap(folder => readdirSync(join(root, folder)).map(name => `${folder}/${name}`)),
	];
	const own = files.filter(name => name.endsWith('.mjs'));
	expect(own.length).toBeGreaterThan(18);
	expect(own.flatMap(name => unixOnly(name, readFileSync(join(root, name), 'utf8')))).toEqual([]);
});

test.each([
	["spawnSync('rm', ['-rf', 'dist'])", 'starts rm'],
	['spawn("sh", ["-c", "x"])', 'starts sh'],
	["const place = '/tmp/x';", "has '/tmp/"],
	['if (import.meta.filename === process.argv[1]) run();', 'does nothing under a link'],
])('in a script %s would be found', (text, why) => {
	expect(unixOnly('scripts/a.mjs', text).join()).toContain(why);
});
