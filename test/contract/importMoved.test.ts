// A document is taken in anew and its paragraphs have other numbers: the command line says which, and which citations
// in the drafts that are named lead elsewhere, with what would mend them.
import { afterAll, expect, test } from 'vitest';
import { callBuilt, freshFolder, jsonOf, layOnDisk, removeFolders } from '../support/hosts';

afterAll(removeFolders);

const prose = [
	'从调研情况看，企业规模偏小，创新投入不足，产业链条不长，需要下大力气加以解决。',
	'各地要因地制宜发展特色产业，推动生产要素向县域流动，培育一批有竞争力的企业。',
	'有关部门要加强协调，完善政策，强化监督，确保各项任务落到实处、取得实效。',
];

interface Row {
	readonly document: string;
	readonly action: string;
	readonly moves?: readonly (readonly number[])[];
	readonly citations?: readonly { readonly file: string; readonly line: number; readonly edits: readonly unknown[] }[];
}

test('an update tells moved paragraphs, and the citations of drafts that are named', () => {
	const root = freshFolder();
	const text = (paragraphs: readonly string[]) => `县域产业如何迈向中高端\n\n${paragraphs.join('\n\n')}\n`;
	layOnDisk(root, { 'a.txt': text(prose) });
	const [first] = jsonOf<Row[]>(root, 'import', 'a.txt', '--into', 'mine', '--json');
	const key = /([\w-]+)\.md$/.exec(first?.document ?? '')?.[1] ?? '';
	layOnDisk(root, {
		'a.txt': text(['新加的一段：县域产业发展关系全局，要摆在突出位置来抓，一年接着一年干。', ...prose]),
		'drafts/b.md': `# 稿\n\n要抓好落实[@${key}, 第2段]。\n\n再说一遍[^${key}-p3]。\n\n[^${key}-p3]: 我自己写的话。\n`,
		'drafts/c.md': `不引它的稿[@other, 第2段]。\n`,
	});
	const update = ['import', 'a.txt', '--into', 'mine', '--on-duplicate', 'update', '--drafts', 'drafts'];
	const [dry] = jsonOf<Row[]>(root, ...update, '--dry-run', '--json');
	expect(dry?.citations).toHaveLength(2);
	const { out } = callBuilt(root, ...update);
	expect(out).toMatch(/drafts[\\/]b\.md:3 .*第2段 → 第3段/);
	expect(out).toMatch(/drafts[\\/]b\.md:5 .*第3段 → 第4段；旁边有您写的话/);
	expect(out).not.toContain('c.md');
});

test('a draft that is not there is a wrong call, before anything is written', () => {
	const root = freshFolder();
	layOnDisk(root, { 'a.txt': `题目\n\n${prose.join('\n\n')}\n` });
	expect(callBuilt(root, 'import', 'a.txt', '--into', 'mine', '--drafts', 'none.md').code).toBe(2);
	expect(jsonOf<Row[]>(root, 'import', 'a.txt', '--into', 'mine', '--json')[0]?.action).toBe('new');
});
