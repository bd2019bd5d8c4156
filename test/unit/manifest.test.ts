// What a person sees before the first key: icon, categories, words to be found by, walkthrough, settings in groups, statements.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Setting {
	readonly order?: number;
	readonly enum?: readonly string[];
	readonly enumItemLabels?: readonly string[];
	readonly enumDescriptions?: readonly string[];
	readonly properties?: Readonly<Record<string, Setting>>;
	readonly description?: string;
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
		readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
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

	test('the README is for users, Chinese then English, and says what is sent where; development stands elsewhere', () => {
		const headings = [...read('README.md').matchAll(/^##+ (.*)$/gm)].map(match => match[1] ?? '');
		const wanted = [
			'安装，第一条引文',
			'什么发到哪里',
			'怎么用',
			'English',
			'Install, first citation',
			'What is sent where',
		];
		expect(headings.filter(heading => wanted.includes(heading))).toEqual(wanted);
		expect(read('README.md')).not.toMatch(/npm (?:start|run (?:watch|house|fuzz|pictures))/);
		expect(read('CONTRIBUTING.md')).toContain('npm ci && npm start');
	});

	test.each([
		'交 Word 文件，读回 Word 里的修改',
		'审校视图与报告',
		'导入自己的文献',
		'与 AI 助手一起用',
		'小组的共享库',
	])('%s: what it does not, and what is sent where', heading => {
		const [, page = ''] = read('README.md').split(`\n## ${heading}\n`);
		const [own = ''] = page.split('\n## ');
		expect(own).toContain('**不做什么。**');
		expect(own).toMatch(/\*\*发到哪里。\*\*|\*\*“离线”是什么意思：\*\*/);
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
	test('leads from a term to the assistants, in words of both languages', () => {
		expect(steps.map(({ id }) => id)).toEqual([
			...['draft', 'hover', 'cite', 'check', 'documents', 'handIn', 'assistants', 'settings'],
		]);
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

/** Commands of VS Code that steps are done by. */
const ofVsCode = ['editor.action.showHover', 'acceptSelectedSuggestion'];

describe('what a step is done by exists', () => {
	const sources = readdirSync(join(root, 'src/editor'), { recursive: true, encoding: 'utf8' })
		.filter(file => file.endsWith('.ts'))
		.map(file => read(`src/editor/${file}`))
		.join('\n');
	const known: Readonly<Record<string, (name: string) => boolean>> = {
		onCommand: name => ofVsCode.includes(name) || commands.some(({ command }) => command === name),
		onView: name => Object.values(manifest.contributes.views).some(views => views.some(({ id }) => id === name)),
		onSettingChanged: name => settings.some(([key]) => key === name),
		onContext: name => sources.includes(`'setContext', '${name}'`),
	};

	test.each(steps.flatMap(({ id, completionEvents }) => completionEvents.map(event => [id, event] as const)))(
		'%s: %s',
		(_, event) => {
			const [kind = '', name = ''] = event.split(':');
			expect(known[kind]?.(name)).toBe(true);
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

	test.each(
		settings.flatMap(([key, { properties = {} }]) => Object.entries(properties).map(one => [key, ...one] as const)),
	)(
		'%s, %s is described, and its values are sentences',
		(_, __, { description, enum: values = [], enumDescriptions = [] }) => {
			expect(inWords(description)).toBe(true);
			expect(enumDescriptions.length).toBe(values.length);
			expect(enumDescriptions.filter(words => !inWords(words))).toEqual([]);
		},
	);

	test.each(settings)('%s stands in the table of the README', key => {
		const [, name = ''] = /^policyWriting\.(?:citation(?=\.(?:accessed|authors)))?(.*)$/.exec(key) ?? [];
		expect(read('README.md')).toContain(`\`${name.startsWith('.') ? name : key}\``);
	});

	test('a command opens them', () => {
		expect(commands.map(({ command }) => command)).toContain('policyWriting.openSettings');
	});
});
