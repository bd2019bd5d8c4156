// Files in the arguments of a command, where no shell has written them out: cmd.exe knows neither `*.md` nor `~`,
// PowerShell no `%USERPROFILE%`, and what stands in quotes, or in the settings of an assistant, no shell looks at.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { globMatcher } from '../app/glob';
import { withHome } from '../app/homeFolder';
import { compareCodeUnits } from '../core/text/order';
import type { Args } from './command';

/** The commands whose arguments beside the flags are files or folders. */
const commandsOfFiles: Readonly<Record<string, true>> = {
	check: true,
	docx: true,
	terms: true,
	import: true,
	'corpus check': true,
	'corpus coverage': true,
	'corpus list': true,
	'library push': true,
};

/** The flags that are files or folders. */
const flagsOfFiles: ReadonlySet<string> = new Set([
	'back',
	'batch',
	'cited',
	'corpus',
	'drafts',
	'index',
	'into',
	'items',
	'out',
	'records',
	'template',
	'texts',
]);

/** Where names are written out. */
export interface Surroundings {
	readonly cwd: string;
	readonly home: string;
	/** Windows leaves patterns to programs; elsewhere the shell has written out those that were meant as such. */
	readonly isWindows: boolean;
}

/** The surroundings of this process, in a folder. */
export function surroundings(cwd: string): Surroundings {
	return { cwd, home: homedir(), isWindows: process.platform === 'win32' };
}

/** The arguments of a command with its files written out; what is there under the very name stays as it is. */
export function withFiles(args: Args, command: string, around: Surroundings): Args {
	const values = Object.entries(args.values).map(([flag, value]) => [
		flag,
		flagsOfFiles.has(flag) ? writtenOut(value, around) : value,
	]);
	const positionals = Object.hasOwn(commandsOfFiles, command)
		? args.positionals.flatMap(name => filesNamed(name, around))
		: args.positionals;
	return { values: Object.fromEntries(values) as Args['values'], positionals };
}

/** A flag that is given once means one file, so that a pattern stays what it is. */
function writtenOut(value: Args['values'][string], around: Surroundings): Args['values'][string] {
	if (typeof value === 'string') return atHome(value, around);
	if (!Array.isArray(value)) return value;
	return value.flatMap<string | boolean>(one => (typeof one === 'string' ? filesNamed(one, around) : one));
}

/** The files and folders a name means: those that fit where it is a pattern, if there are any. */
function filesNamed(name: string, around: Surroundings): string[] {
	const path = atHome(name, around);
	if (!around.isWindows || !isPattern(withoutLongPrefix(path)) || existsSync(resolve(around.cwd, path))) return [path];
	const found = fitting(path.replaceAll('\\', '/'), around.cwd);
	return found.length > 0 ? found : [path];
}

/** `\\?\C:\a` is no pattern. */
function withoutLongPrefix(path: string): string {
	return path.replace(/^[\\/]{2}\?[\\/]/, '');
}

/** With the home folder for `~` and `%USERPROFILE%`, unless something has that name here. */
function atHome(name: string, { cwd, home, isWindows }: Surroundings): string {
	const path = isWindows ? name.replaceAll('\\', '/') : name;
	const [first = ''] = path.split('/');
	const full = withHome(path, home);
	return full === path || existsSync(join(cwd, first)) ? name : full;
}

/** The paths that fit a pattern with `/`, in the order of their names; hidden ones only where it says so. */
function fitting(pattern: string, cwd: string): string[] {
	const parts = pattern.split('/');
	const first = parts.findIndex(isPattern);
	let found = [
		parts
			.slice(0, first)
			.map(part => `${part}/`)
			.join(''),
	];
	for (const part of parts.slice(first)) found = found.flatMap(folder => below(folder, part, cwd));
	return found;
}

/** What a part of a pattern means in a folder, whose path ends with `/` or is none. */
function below(folder: string, part: string, cwd: string): string[] {
	const before = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
	const place = resolve(cwd, folder);
	const names = isPattern(part) ? namesFor(part, place) : [part].filter(name => existsSync(join(place, name)));
	return names.map(name => before + name);
}

function isPattern(part: string): boolean {
	return /[*?]/.test(part);
}

function namesFor(part: string, folder: string): string[] {
	// Brackets are letters of names to cmd.exe, and case is none.
	const fits = globMatcher([part.toLowerCase().replaceAll('[', '[[]')]);
	return entriesOf(folder)
		.filter(name => fits(name.toLowerCase()) && (part.startsWith('.') || !name.startsWith('.')))
		.sort(compareCodeUnits);
}

function entriesOf(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return []; // no folder, or one that may not be looked into
	}
}
