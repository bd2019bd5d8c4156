// What follows from the table of finding codes (src/core/rules/table.ts) outside of the code: the setting of
// severities in package.json, its words in both languages, the table in README.md. `npm run codes` writes it; a unit
// test fails when something is not as the table has it.
// @ts-check
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const key = 'policyWriting.review.severity';
const prefix = 'setting.review.severity.';
const levels = ['error', 'warning', 'information', 'hint', 'off'];

/** @typedef {typeof import('../src/core/rules/table')} Table */
/** @typedef {{ manifest: string, english: string, chinese: string, readme: string }} Texts */

/** Files by what they are. */
export const files = {
	manifest: 'package.json',
	english: 'package.nls.json',
	chinese: 'package.nls.zh-cn.json',
	readme: 'README.md',
};

/**
 * The files as the table has them; everything else in them stays.
 * @param {Table} table
 * @param {Texts} texts
 * @returns {Texts}
 */
export function asTheTableHasIt(table, texts) {
	const rows = settings(table);
	return {
		manifest: manifest(table, texts.manifest, rows),
		english: words(texts.english, rows, 'en'),
		chinese: words(texts.chinese, rows, 'zh'),
		readme: readme(table, texts.readme),
	};
}

/**
 * Families and codes that settings speak of, each with its words.
 * @param {Table} table
 */
function settings({ codesOf, familyOf, findingFamilies, ruleOf }) {
	return findingFamilies().flatMap(family => [
		{ name: /** @type {string} */ (family), words: familyOf(family).setting },
		...codesOf(family)
			.filter(code => !ruleOf(code).onlyAll)
			.map(code => ({ name: /** @type {string} */ (code), words: ruleOf(code).meaning })),
	]);
}

/**
 * @param {Table} table
 * @param {string} text
 * @param {ReturnType<typeof settings>} rows
 */
function manifest({ familyOf, findingFamilies }, text, rows) {
	const json = JSON.parse(text);
	/** @type {{ properties: Record<string, any> }[]} */
	const groups = json.contributes.configuration;
	const setting = groups.find(group => key in group.properties)?.properties[key];
	setting.default = Object.fromEntries(findingFamilies().flatMap(one => (familyOf(one).asked ? [[one, 'off']] : [])));
	setting.properties = Object.fromEntries(
		rows.map(({ name }) => [
			name,
			{
				type: 'string',
				enum: levels,
				enumDescriptions: levels.map(level => `%setting.review.level.${level}%`),
				description: `%${prefix}${name}%`,
			},
		]),
	);
	return `${JSON.stringify(json, null, '\t')}\n`;
}

/**
 * Words of the settings, in the place of those that are there.
 * @param {string} text
 * @param {ReturnType<typeof settings>} rows
 * @param {'en' | 'zh'} language
 */
function words(text, rows, language) {
	const own = rows.map(row => /** @type {const} */ ([prefix + row.name, row.words[language]]));
	const entries = Object.entries(JSON.parse(text));
	const first = entries.findIndex(([name]) => name.startsWith(prefix));
	const at = first < 0 ? entries.length : first;
	const others = entries.slice(at).filter(([name]) => !name.startsWith(prefix));
	return `${JSON.stringify(Object.fromEntries([...entries.slice(0, at), ...own, ...others]), null, '\t')}\n`;
}

/**
 * @param {Table} table
 * @param {string} text
 */
function readme({ codesOf, familyOf, findingFamilies, ruleOf }, text) {
	const level = { error: '错误', warning: '警告', information: '信息', hint: '提示' };
	const lines = findingFamilies().flatMap(family =>
		codesOf(family).map(code => {
			const { meaning, severity, onlyAll } = ruleOf(code);
			const asked = familyOf(family).asked ? '（默认不查）' : '';
			return `| \`${code}\` | ${meaning.zh}${onlyAll ? '（只在 `check --all` 时列出）' : asked} | ${level[severity]} |`;
		}),
	);
	const heading = '| 代码 | 意思 | 轻重 |\n|---|---|---|\n';
	return text.replace(/^\| 代码 \| 意思 \|.*\n\|[-|]+\n(?:\|.*\n)*/m, () => `${heading}${lines.join('\n')}\n`);
}

/** The table, which is TypeScript. @returns {Promise<Table>} */
async function readTable() {
	const { build } = await import('esbuild');
	const { outputFiles } = await build({
		entryPoints: [join(root, 'src/core/rules/table.ts')],
		bundle: true,
		write: false,
		format: 'esm',
	});
	const [{ text }] = /** @type {[{ text: string }]} */ (/** @type {unknown} */ (outputFiles));
	return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}

if (process.argv[1] && import.meta.filename === realpathSync(process.argv[1])) {
	const entries = /** @type {[keyof Texts, string][]} */ (Object.entries(files));
	const texts = /** @type {Texts} */ (
		Object.fromEntries(entries.map(([name, file]) => [name, readFileSync(join(root, file), 'utf8')]))
	);
	const wanted = asTheTableHasIt(await readTable(), texts);
	for (const [name, file] of entries) {
		if (wanted[name] === texts[name]) continue;
		writeFileSync(join(root, file), wanted[name]);
		console.log(file);
	}
}
