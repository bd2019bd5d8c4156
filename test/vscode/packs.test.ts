// Packs of a person's own: problems where they are, everything else in use, changes known within a second.
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open } from '../support/driver';
import { suggestionRows } from '../support/screen';
import { slowness } from '../support/slowness';
import type { Window } from '../support/window';

const pack = {
	'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的语料\nlanguage: zh-CN\n',
	'policy-corpus/terms/mine.yaml':
		'# 我的术语\n- id: qingke-chuangfu\n  term: 青稞创富\n  english: highland barley\n\n- id: mao-niu\n  tern: 牦牛经济\n\n- id: bing-xue\n  term: 冰雪走廊\n',
};

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '', ...pack } });
});
afterAll(async () => {
	await vs.close();
});

/** Labels offered after these words in the draft. */
async function offered(text: string): Promise<string[]> {
	await vs.draft(`${text.slice(0, -1)}|`);
	await vs.ime('pinyin', text.slice(-1));
	return vs.labels();
}

/** Waits until a term is offered (or is not any more), and answers after how many milliseconds. */
async function until(text: string, label: string, there = true): Promise<number> {
	const start = Date.now();
	await vs.until(`${label} to be ${there ? 'offered' : 'gone'}`, async () =>
		(await offered(text)).includes(label) === there ? true : undefined,
	);
	return Date.now() - start;
}

/** The rows of the Problems panel that hold these words (the panel draws only what is in view). */
async function problemsPanel(words: string): Promise<string[]> {
	await vs.command('workbench.panel.markers.view.focus');
	await vs.page.locator('.viewpane-filter input').filter({ visible: true }).first().fill(words);
	await vs.settle();
	return (await vs.page.locator('.markers-panel .monaco-list-row').allInnerTexts()).map(row =>
		row.replace(/\s+/g, ' '),
	);
}
/** How many rows of the Problems panel hold these words, when only such rows are asked for. */
const rowsWith = async (words: string) => (await problemsPanel(words)).filter(row => row.includes(words)).length;
const shown = (words: string) =>
	expect.poll(() => rowsWith(words), { message: `“${words}” in the Problems panel` }).toBeGreaterThan(0);

describe('a broken record', () => {
	test('shows at its line, and everything else is in use', async () => {
		await vs.open('report.md');
		await until('发展青稞', '青稞创富');
		await expect.poll(() => offered('建设冰雪')).toContain('冰雪走廊');
		await vs.open('policy-corpus/terms/mine.yaml');
		const problems = await vs.until('two problems', async () => {
			const all = await vs.problems();
			return all.length === 2 ? all : undefined;
		});
		expect(problems.map(p => [p.line, p.code, p.severity, p.source])).toEqual([
			[6, 'field.missing', 'Error', 'Policy Writing'],
			[7, 'field.unknown', 'Warning', 'Policy Writing'],
		]);
		expect(problems[0]!.message).toBe('“term” is missing. The record is left out.');
		expect(problems[1]).toMatchObject({
			message: 'There is no field “tern”. It is ignored. Did you mean “term”?',
			text: 'tern',
		});
		await vs.page.locator('.view-overlays .squiggly-error').first().waitFor();
		await shown('“term” is missing. The record is left out.');
		await vs.screenshot('packs-problem');
	});

	test('that is mended is in use, and its problem is gone', async () => {
		await vs.open('policy-corpus/terms/mine.yaml');
		await vs.select('tern');
		await vs.type('term');
		await vs.save();
		const start = Date.now();
		await vs.until('the problems to go', async () => ((await vs.problems()).length === 0 ? true : undefined));
		console.log(`mended: problem gone ${Date.now() - start} ms after saving`);
		await vs.screenshot('packs-mended');
		await vs.open('report.md');
		await expect.poll(() => offered('发展牦牛')).toContain('牦牛经济');
	});
});

describe('a folder with a pack', () => {
	test('shows its problems when no draft is open', async () => {
		await vs.close();
		vs = await open({ files: { 'report.md': '', ...pack }, show: 'policy-corpus/terms/mine.yaml' });
		await vs.until('a problem', async () => ((await vs.problems()).length > 0 ? true : undefined));
	});
});

describe('a change by another program', () => {
	const at = (name: string) => join(vs.folder, name);
	/** Known within a second on a machine that is quick and quiet; the times are printed. The typing and reading of the test are in them. */
	const soon = () => 5000 * slowness();

	test('of a file is known at once: a new term, one that is gone', async () => {
		await vs.open('report.md');
		vs.write('policy-corpus/terms/more.yaml', '- id: yanjiang-dai\n  term: 沿江绿道\n');
		const appeared = await until('建设沿江', '沿江绿道');
		rmSync(at('policy-corpus/terms/more.yaml'));
		const gone = await until('建设沿江', '沿江绿道', false);
		console.log(`on disk: a term offered after ${appeared} ms, gone after ${gone} ms`);
		expect(Math.max(appeared, gone)).toBeLessThan(soon());
	});

	test('while a list is open leaves the row a person went to', async () => {
		await vs.open('report.md');
		await until('发展青稞', '青稞创富');
		await vs.draft('要加快发展|');
		await vs.ime('xinzhi', '新质');
		await vs.suggestions();
		await vs.press('ArrowDown');
		const focused = async () => (await suggestionRows(vs.page)).find(row => row.focused)?.label;
		await expect.poll(focused).toBe('新质生产力');
		vs.write('policy-corpus/terms/mine.yaml', pack['policy-corpus/terms/mine.yaml'].replace('barley', 'barley wealth'));
		await vs.until('the change in use', async () => {
			const { answer } = await vs.tool('policy_explain', { term: '青稞创富' });
			return answer?.includes('barley wealth') || undefined;
		});
		await vs.settle();
		await expect.poll(focused).toBe('新质生产力');
		await vs.escape();
		vs.write('policy-corpus/terms/mine.yaml', pack['policy-corpus/terms/mine.yaml']);
	});

	test('of the whole folder: its terms go and come with it', async () => {
		renameSync(at('policy-corpus'), at('elsewhere'));
		const gone = await until('发展青稞', '青稞创富', false);
		renameSync(at('elsewhere'), at('policy-corpus'));
		const back = await until('发展青稞', '青稞创富');
		console.log(`folder: gone after ${gone} ms, back after ${back} ms`);
		expect(Math.max(gone, back)).toBeLessThan(soon());
		rmSync(at('policy-corpus'), { recursive: true });
		await until('发展青稞', '青稞创富', false);
		for (const [name, text] of Object.entries(pack)) vs.write(name, text);
		await until('发展青稞', '青稞创富');
	});

	test('of the setting: other folders, outside the workspace too', async () => {
		const outside = `${vs.folder}-shared`;
		mkdirSync(join(outside, 'terms'), { recursive: true });
		writeFileSync(join(outside, 'terms/ours.yaml'), '- id: gongxiang-nongji\n  term: 共享农机\n');
		try {
			await vs.setting('policyWriting.packs', ['policy-corpus', outside]);
			await until('推广共享', '共享农机');
			await expect.poll(() => offered('发展青稞')).toContain('青稞创富');
			writeFileSync(join(outside, 'terms/ours.yaml'), '- id: gongxiang-nongji\n  term: 共享粮仓\n');
			await until('推广共享', '共享粮仓');
			await vs.setting('policyWriting.packs', [`../${outside.split('/').pop()}`]);
			await until('发展青稞', '青稞创富', false);
			await expect.poll(() => offered('推广共享')).toContain('共享粮仓');
		} finally {
			await vs.setting('policyWriting.packs', undefined);
			rmSync(outside, { recursive: true });
		}
		await until('发展青稞', '青稞创富');
	});
});

describe('together with the shipped pack', () => {
	test('an id that is taken shows at the record; what extends fills what is empty', async () => {
		vs.write(
			'policy-corpus/terms/taken.yaml',
			'- id: xinzhi-shengchanli\n  term: 我的生产力\n\n- extends: xinzhi-shengchanli\n  aliases: [新质生产]\n  english: mine\n\n- extends: nowhere\n  english: nowhere\n',
		);
		await vs.open('policy-corpus/terms/taken.yaml');
		const problems = await vs.until('three problems', async () => {
			const all = await vs.problems();
			return all.length === 3 ? all : undefined;
		});
		expect(problems.map(p => [p.line, p.code, p.text])).toEqual([
			[1, 'id.conflict', 'xinzhi-shengchanli'],
			[6, 'extends.filled', 'mine'],
			[8, 'extends.unknown', 'nowhere'],
		]);
		expect(problems[0]!.message).toContain('new-quality-productive-forces');
		await vs.screenshot('packs-conflict');
		await vs.open('report.md');
		await expect.poll(() => offered('我的生产')).not.toContain('我的生产力');
	});
});

describe('files that cannot be read', () => {
	test('are told of, and the rest loads', async () => {
		const bytes = (name: string, data: Uint8Array) => writeFileSync(join(vs.folder, 'policy-corpus', name), data);
		vs.write('policy-corpus/terms/broken.yaml', '- id: a1\n  term: [甲\n- id: a2\n  term: 秸秆综合体\n');
		vs.write(
			'policy-corpus/terms/long.yaml',
			`- id: b1\n  term: 甲\n  usage: ${'长'.repeat(1_700_000)}\n- id: b2\n  term: 渔光互补园\n`,
		);
		bytes('terms/binary.yaml', Uint8Array.of(0x2d, 0, 1, 2, 3));
		bytes('terms/gbk.yaml', Uint8Array.of(0x2d, 0x20, 0x69, 0x64, 0x3a, 0x20, 0xd6, 0xd0, 0xce, 0xc4));
		symlinkSync(join(vs.folder, 'policy-corpus'), join(vs.folder, 'policy-corpus/terms/loop'));
		symlinkSync('self.yaml', join(vs.folder, 'policy-corpus/terms/self.yaml'));
		vs.write('policy-corpus/notes.yaml', 'a: 1\n');
		vs.write('policy-corpus/terms/surrogate.yaml', '- id: c1\n  term: "甲\\uD800"\n- id: c2\n  term: 𠮷祥🚀工程\n');
		await vs.open('report.md');
		await until('建设秸秆', '秸秆综合体');
		await expect.poll(() => offered('建设渔光')).toContain('渔光互补园');
		await expect.poll(() => offered('发展青稞')).toContain('青稞创富');
		await expect.poll(() => offered('𠮷祥🚀工')).toContain('𠮷祥🚀工程');
		const first = async (file: string) => (await vs.open(`policy-corpus/${file}`), (await vs.problems())[0]);
		await expect.poll(() => first('terms/broken.yaml')).toMatchObject({ line: 2, code: 'yaml.syntax' });
		await expect
			.poll(() => first('terms/gbk.yaml'))
			.toMatchObject({
				line: 1,
				code: 'file.unreadable',
				message: expect.stringContaining('UTF-8') as string,
			});
		await expect.poll(() => first('notes.yaml')).toMatchObject({ code: 'file.unknown', severity: 'Information' });
		await expect.poll(() => first('terms/surrogate.yaml')).toMatchObject({ line: 2, code: 'text.surrogate' });
		await shown('This line is too long');
		await shown('This is not a text file.');
		await vs.screenshot('packs-unreadable');
	});

	test('and are no longer told of when they are gone', async () => {
		for (const name of ['broken', 'long', 'binary', 'gbk', 'loop', 'self', 'surrogate', 'taken'])
			rmSync(join(vs.folder, `policy-corpus/terms/${name}${name === 'loop' ? '' : '.yaml'}`), { force: true });
		rmSync(join(vs.folder, 'policy-corpus/notes.yaml'), { force: true });
		const holding = (words: string) => expect.stringContaining(words) as string;
		await expect
			.poll(() => problemsPanel(''))
			.toEqual([holding('mine.yaml'), holding('“term” is missing'), holding('no field “tern”')]);
		await vs.screenshot('packs-gone');
	});
});
