// What tests and trials take from Maven's registry: Java packages, fetched once for each state of the list that names them.
// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds that packages may take to come. */
const patience = 240_000;

/**
 * What this machine lacks for the packages that `pom` names, in a word for the person; nothing where they are in `folder`.
 * @param {string} pom path of a pom.xml
 * @param {string} folder where they are kept
 * @returns {string | undefined}
 */
export function lackingFor(pom, folder) {
	const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
	const version = Number(/version "(\d+)/.exec(java.stderr ?? '')?.[1] ?? 0);
	if (version < 17) return `Java 17 or newer is needed${version > 0 ? `, this is ${version}` : ''}`;
	try {
		packagesOf(pom, folder);
		return undefined;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

/**
 * The packages that `pom` names, fetched once for each state of it.
 * @param {string} pom path of a pom.xml
 * @param {string} folder where they are kept
 * @returns {string} the folder they are in
 * @throws where Maven is missing or does not get them
 */
export function packagesOf(pom, folder) {
	const wanted = readFileSync(pom, 'utf8');
	const mark = join(folder, 'fetched.xml');
	const packages = join(folder, 'lib');
	if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return packages;
	if (spawnSync('mvn', ['-version']).status !== 0) throw new Error('Maven (mvn) is needed');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const { status, stdout, stderr } = spawnSync(
		'mvn',
		['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${packages}`],
		{ encoding: 'utf8', timeout: patience },
	);
	if (status !== 0) throw new Error(`Maven has not fetched the packages:\n${(stdout + stderr).slice(-2000)}`);
	writeFileSync(mark, wanted);
	return packages;
}
