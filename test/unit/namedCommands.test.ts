// What the sample, the README, the walkthrough and the messages call a command is one that a person finds.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const languages = ['package.nls.json', 'package.nls.zh-cn.json'].map(
	file => JSON.parse(read(file)) as Record<string, string>,
);

interface Manifest {
	readonly contributes: {
		readonly commands: readonly { readonly command: string; readonly title: string }[];
		readonly submenus: readonly { readonly label: string }[];
		readonly views: Readonly<Record<string, readonly { readonly name: string }[]>>;
		readonly menus: { readonly commandPalette: readonly { readonly command: string; readonly when: string }[] };
	};
}
const { contributes } = JSON.parse(read('package.json')) as Manifest;
const inBoth = (text: string) => languages.map(words => words[text.replaceAll('%', '')] ?? text);
const hidden = contributes.menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command);

/** What the palette lists. */
const inPalette = new Set(
	contributes.commands.filter(({ command }) => !hidden.includes(command)).flatMap(({ title }) => inBoth(title)),
);
/** What can be chosen somewhere: a command, a menu, a view. */
const choices = new Set([
	...inPalette,
	...contributes.commands.flatMap(({ title }) => inBoth(title)),
	...contributes.submenus.flatMap(({ label }) => inBoth(label)),
	...Object.values(contributes.views)
		.flat()
		.flatMap(({ name }) => inBoth(name)),
]);
/** Of VS Code itself. */
const ofVsCode = new Set([
	'插入代码片段',
	'从 VSIX 安装…',
	'Install from VSIX…',
	'文件 > 新建文件…',
	'File > New File…',
	'Fix All',
]);

const markdownIn = (folder: string) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter(file => file.endsWith('.md'))
		.map(file => `${folder}/${file}`);
const texts = ['README.md', ...markdownIn('sample'), ...markdownIn('media')].map(file => [file, read(file)] as const);
const messages = [
	['package.nls.json', Object.values(languages[0] ?? {})],
	['package.nls.zh-cn.json', Object.values(languages[1] ?? {})],
	['l10n', Object.entries(JSON.parse(read('l10n/bundle.l10n.zh-cn.json')) as Record<string, string>).flat()],
] as const;
const all = [...texts, ...messages.map(([file, lines]) => [file, lines.join('\n')] as const)];

/** What is said to be a command, in quotation marks or set off. */
const called = (text: string) =>
	[...text.matchAll(/(?:命令|运行)\s*(?:“([^”\n]+)”|\*\*([^*\n]+)\*\*)/g)].map(match => match[1] ?? match[2] ?? '');
/** What is set off as commands with a question are called. */
const asked = (text: string) =>
	[...text.matchAll(/\*{1,2}([^*\n]{2,30}…)\*{1,2}|“([^”\n]{2,30}…)”/g)]
		.map(match => match[1] ?? match[2] ?? '')
		.filter(name => !/[{，。]/.test(name));

describe('a command that is named exists', () => {
	test('what the texts name is found', () => {
		expect(texts.flatMap(([, text]) => called(text)).length).toBeGreaterThan(3);
		expect(texts.flatMap(([, text]) => asked(text)).length).toBeGreaterThan(5);
	});

	test.each(all)('%s: what is called a command is in the palette', (_, text) => {
		expect(called(text).filter(name => !inPalette.has(name) && !ofVsCode.has(name))).toEqual([]);
	});

	test.each(all)('%s: what ends as a command does can be chosen', (_, text) => {
		expect(asked(text).filter(name => !choices.has(name) && !ofVsCode.has(name))).toEqual([]);
	});

	test('English names that are set off can be chosen', () => {
		const names = [...read('README.md').matchAll(/(?<!\*)\*([A-Z][A-Za-z …]+)\*(?!\*)/g)].map(match => match[1] ?? '');
		expect(names.length).toBeGreaterThan(5);
		expect(names.filter(name => !choices.has(name) && !ofVsCode.has(name))).toEqual([]);
	});

	test('links lead to commands of the manifest', () => {
		const known = new Set(contributes.commands.map(({ command }) => command));
		const linked = all.flatMap(([, text]) =>
			[...text.matchAll(/\(command:(policyWriting\.\w+)/g)].map(m => m[1] ?? ''),
		);
		expect(linked.length).toBeGreaterThan(3);
		expect(linked.filter(command => !known.has(command))).toEqual([]);
	});
});
