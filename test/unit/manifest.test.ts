// What a person sees before the first key: icon, categories, words to be found by, walkthrough, settings in groups, statements.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Setting {
	readonly order?: number;
	readonly enum?: readonly string[];
	readonly enumItemLabels?: readonly string[];
	readonly markdownDescription?: string;
}
interface Step {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	readonly media: { readonly image: string; readonly altText: string };
	readonly completionEvents: readonly string[];
}
interface Manifest {
	readonly icon: string;
	readonly galleryBanner: { readonly color: string; readonly theme: string };
	readonly categories: readonly string[];
	readonly keywords: readonly string[];
	readonly contributes: {
		readonly configuration: readonly {
			readonly title: string;
			readonly order: number;
			readonly properties: Readonly<Record<string, Setting>>;
		}[];
		readonly commands: readonly { readonly command: string }[];
		readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
	};
}
const manifest = JSON.parse(read('package.json')) as Manifest;
const languages = ['package.nls.json', 'package.nls.zh-cn.json'].map(
	file => JSON.parse(read(file)) as Record<string, string>,
);
const { configuration, commands, walkthroughs } = manifest.contributes;
const settings = configuration.flatMap(group => Object.entries(group.properties));
const steps = walkthroughs.flatMap(each => each.steps);
/** A text of the manifest in both languages; undefined where one lacks it. */
const inBoth = (text: string | undefined) => languages.map(words => words[text?.replaceAll('%', '') ?? '']);
const inWords = (text: string | undefined) => inBoth(text).every(words => (words ?? '').length > 0);

describe('the page of the extension', () => {
	test('the icon is a square PNG of at least 128 pixels', () => {
		const png = readFileSync(join(root, manifest.icon));
		expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
		expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(128);
		expect(png.readUInt32BE(16)).toBe(png.readUInt32BE(20));
	});

	test('it has a banner, and is found as a linter and by what people look for', () => {
		expect(manifest.galleryBanner).toEqual({ color: expect.stringMatching(/^#[\da-f]{6}$/) as string, theme: 'dark' });
		expect(manifest.categories).toContain('Linters');
		expect(manifest.keywords).toEqual(
			expect.arrayContaining(['引文', '提法', '公文', '政策写作', '参考文献', '校对', '脚注']),
		);
		expect(new Set(manifest.keywords).size).toBe(manifest.keywords.length);
		expect(manifest.keywords.length).toBeLessThanOrEqual(30); // the most that the marketplace takes
	});

	test('no address is named that does not exist', () => {
		for (const row of ['repository', 'bugs', 'homepage', 'qna', 'sponsor']) expect(manifest).not.toHaveProperty(row);
	});

	test('statements on privacy and security, and a dated change log, in both languages', () => {
		for (const file of ['PRIVACY.md', 'SECURITY.md']) {
			expect(read(file)).toMatch(/\p{Script=Han}{4}/u);
			expect(read(file)).toMatch(/[a-z]+ [a-z]+ [a-z]+/);
			expect(read('.vscodeignore')).toContain(`!${file}\n`);
		}
		expect(read('CHANGELOG.md')).toMatch(/^## .*\d{4}-\d{2}-\d{2}$/m);
	});

	test('each picture of the README has a compressed one for the page', () => {
		const pictures = [...read('README.md').matchAll(/!\[([^\]]*)\]\(([^)]+)\.png\)/g)];
		expect(pictures.length).toBeGreaterThanOrEqual(5);
		for (const [, words, path] of pictures) {
			expect(words).not.toBe('');
			expect(existsSync(join(root, `${path}.webp`)), path).toBe(true);
		}
	});
});

describe('the walkthrough', () => {
	test('has at least six steps, in words of both languages', () => {
		expect(steps.length).toBeGreaterThanOrEqual(6);
		for (const { title, description, media } of steps)
			expect([title, description, media.altText].filter(text => !inWords(text))).toEqual([]);
	});

	test.each(steps.map(step => [step.id, step] as const))(
		'%s: a small picture, a button, and done by doing',
		(_, step) => {
			expect(statSync(join(root, step.media.image)).size).toBeLessThan(150 * 1024);
			const known = commands.map(({ command }) => command);
			for (const words of inBoth(step.description)) {
				const button = /\n\[[^\]]+\]\(command:(policyWriting\.\w+)\)$/.exec(words ?? '')?.[1] ?? '';
				expect(known).toContain(button);
				expect(step.completionEvents).toContain(`onCommand:${button}`);
			}
		},
	);
});

describe('the settings', () => {
	test('are in groups, in order, each with a title', () => {
		expect(configuration.map(group => group.order)).toEqual([1, 2, 3, 4, 5, 6, 7]);
		expect(configuration.filter(group => !inWords(group.title))).toEqual([]);
		for (const group of configuration) {
			const orders = Object.values(group.properties).map(setting => setting.order);
			expect(orders).toEqual(orders.map((_, at) => at + 1));
		}
	});

	test.each(settings)('%s is described, and its values are words', (_, setting) => {
		expect(inWords(setting.markdownDescription)).toBe(true);
		expect(setting.enumItemLabels?.length).toBe(setting.enum?.length);
		expect((setting.enumItemLabels ?? []).filter(label => !inWords(label))).toEqual([]);
	});

	test('a command opens them', () => {
		expect(commands.map(({ command }) => command)).toContain('policyWriting.openSettings');
	});
});
