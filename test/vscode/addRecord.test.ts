// Adding to one's own pack by a short form, as people do who do not write YAML: select, choose the command, answer, use it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open } from '../support/driver';
import { oneTry } from '../support/patience.mjs';
import type { Window } from '../support/window';

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '' } });
});
afterAll(async () => {
	await vs.close();
});

const file = (name: string) => join(vs.folder, 'policy-corpus', name);

/** What the open form shows: its title with the step, what is asked, what stands in the field, what is wrong with it. */
const form = (step: string) => vs.form(`step ${step}`, ({ title }) => title.includes(`(${step})`));

/** Types an answer as it is typed with an input method, and goes on. */
async function answer(step: string, text?: string): Promise<void> {
	await form(step);
	if (text !== undefined) {
		await vs.pickType('');
		if (/^[\x20-\x7e]*$/.test(text)) await vs.type(text);
		else await vs.ime('pinyin', text);
	}
	await vs.press('Enter');
}

/** Waits until the open question says what is wrong with the answer. */
async function faulted(step: string, words: string): Promise<void> {
	await vs.form(`“${words}”`, ({ title, message }) => title.includes(`(${step})`) && message.includes(words));
}

async function choose(step: string, label: string): Promise<void> {
	await form(step);
	await vs.pick(label);
}

const told = (words: string) => vs.message(words);

async function offered(text: string): Promise<string[]> {
	await vs.draft(`${text.slice(0, -1)}|`);
	await vs.ime('pinyin', text.slice(-1));
	return vs.labels();
}

describe('a term', () => {
	test('is added from the selection, into a pack that is made after saying so, and is offered at once', async () => {
		await vs.draft('发展**青稞创富**模式。');
		await vs.select('**青稞创富**');
		await vs.run('Add Selection as Term…');
		await expect.poll(() => form('1/4')).toMatchObject({ title: 'Add term (1/4)', value: '青稞创富' });
		await vs.screenshot('add-term-1');
		await vs.press('Enter');
		await answer('2/4', '以青稞种植带动“农户”增收: 一种做法 # 试');
		await answer('3/4', 'highland barley prosperity');
		await form('4/4');
		await expect.poll(() => existsSync(file('pack.yaml'))).toBe(false);
		await expect.poll(async () => (await vs.picks())[0]).toMatchObject({ label: 'Create my pack and save' });
		await vs.screenshot('add-term-4');
		await vs.press('Enter');
		await told('“青稞创富” was added to policy-corpus/terms/mine.yaml.');
		const start = Date.now();
		await vs.until('the term to be offered', async () =>
			(await offered('模式青稞')).includes('青稞创富') ? true : undefined,
		);
		console.log(`offered ${Date.now() - start} ms after it was told of`);
		await expect.poll(() => vs.read('policy-corpus/pack.yaml')).toBe('id: mine\ntitle: My pack\nlanguage: zh-CN\n');
		await expect
			.poll(() => vs.read('policy-corpus/terms/mine.yaml'))
			.toBe(
				[
					'- id: qingke-chuangfu',
					'  term: 青稞创富',
					'  english: highland barley prosperity',
					'  definition: { text: "以青稞种植带动“农户”增收: 一种做法 # 试", basis: general }',
					'',
				].join('\n'),
			);
		await vs.screenshot('add-term-offered');
	});

	test('that is known is not added twice, but can be opened', async () => {
		await vs.draft('发展新质生产力。');
		await vs.select('新质生产力');
		await vs.run('Add Selection as Term…');
		await answer('1/3');
		await expect.poll(async () => (await vs.picks()).map(row => row.label)).toEqual(['Open it', 'Change the wording']);
		await vs.screenshot('add-term-known');
		await choose('2/2', 'Change the wording');
		await expect.poll(async () => (await form('1/2')).value).toBe('新质生产力');
		await answer('1/2', '青稞创富');
		await choose('2/2', 'Open it');
		await vs.until('the pack file in front', async () => ((await vs.state()).file === 'mine.yaml' ? true : undefined));
		await expect.poll(async () => (await vs.cursor()).line).toBe(1);
		await vs.open('report.md');
	});

	test('left at any step writes nothing', async () => {
		const before = vs.read('policy-corpus/terms/mine.yaml');
		for (const steps of [0, 1, 2]) {
			await vs.draft('建设冰雪走廊。');
			await vs.select('冰雪走廊');
			await vs.run('Add Selection as Term…');
			for (let i = 0; i < steps; i++) await answer(`${i + 1}/3`);
			await form(`${steps + 1}/3`);
			await vs.press('Escape');
		}
		await expect.poll(() => vs.read('policy-corpus/terms/mine.yaml')).toBe(before);
		await expect.poll(() => offered('建设冰雪')).not.toContain('冰雪走廊');
	});

	test('that is empty or too long is told of at the field; the way back keeps what was typed', async () => {
		await vs.draft('要');
		await vs.run('Add Selection as Term…');
		await expect.poll(async () => (await form('1/3')).value).toBe('');
		await vs.press('Enter');
		await faulted('1/3', 'Type something here');
		await answer('1/3', '长'.repeat(61));
		await faulted('1/3', 'At most 60 characters; these are 61.');
		await answer('1/3', '沿江绿道');
		await answer('2/3', '沿江的步道');
		await form('3/3');
		await vs.click(vs.page.locator('.quick-input-titlebar .codicon-quick-input-back'));
		await expect.poll(async () => (await form('2/3')).value).toBe('沿江的步道');
		await vs.press('Escape');
	});

	test('goes into the file as it is in the editor: unsaved changes stay, and nothing is saved unasked', async () => {
		await vs.setting('files.autoSave', 'off'); // its default in a browser would save after a second
		await vs.open('policy-corpus/terms/mine.yaml');
		await vs.cursorAfter('basis: general }');
		await vs.type('\n# half a thought');
		await vs.open('report.md');
		await vs.draft('建设冰雪走廊。');
		await vs.select('冰雪走廊');
		await vs.run('Add Selection as Term…');
		for (const step of ['1/3', '2/3', '3/3']) await answer(step);
		await told('has unsaved changes');
		await vs.screenshot('add-term-unsaved');
		await expect.poll(() => vs.read('policy-corpus/terms/mine.yaml')).not.toContain('half a thought');
		await vs.answerMessage('has unsaved changes', 'Save');
		await vs.until('both to be saved', async () =>
			/# half a thought[\s\S]*- id: bingxue-zoulang\n {2}term: 冰雪走廊\n$/.test(
				vs.read('policy-corpus/terms/mine.yaml'),
			)
				? true
				: undefined,
		);
		await vs.until('the term to be offered', async () =>
			(await offered('建设冰雪')).includes('冰雪走廊') ? true : undefined,
		);
		await vs.setting('files.autoSave', undefined);
	});
});

/** The tests that follow add to a pack that is there, also when they run alone. */
const withPack = () => {
	if (!existsSync(file('pack.yaml'))) vs.write('policy-corpus/pack.yaml', 'id: mine\ntitle: My pack\n');
};

describe('a formulation', () => {
	beforeAll(withPack);

	test('is added with its slot and a category, and offered at once', async () => {
		await vs.draft('要以更大力度推进高原旅游。');
		await vs.select('以更大力度推进高原旅游。');
		await vs.run('Add Selection as Formulation…');
		await expect.poll(async () => (await form('1/2')).value).toBe('以更大力度推进高原旅游');
		await answer('1/2', '以更大力度推进{领域');
		await faulted('1/2', 'The braces { } of a slot do not match.');
		await answer('1/2', '以更大力度推进{领域}融合');
		await form('2/2');
		await expect.poll(async () => (await vs.picks())[0]!.label).toBe('Leave empty');
		await vs.ime('pinyin', '高原');
		await vs.until('what is typed as a row', async () =>
			(await vs.picks())[0]?.description === '高原' ? true : undefined,
		);
		await vs.screenshot('add-formulation-2');
		await vs.press('Enter');
		await told('“以更大力度推进{领域}融合” was added');
		await expect
			.poll(() => vs.read('policy-corpus/formulations/mine.yaml'))
			.toBe('- id: yigeng-dali-dutui\n  text: 以更大力度推进{领域}融合\n  category: 高原\n');
		await vs.until('the formulation to be offered', async () =>
			(await offered('要以更大力')).some(label => label.startsWith('以更大力度推进')) ? true : undefined,
		);
	});
});

describe('a citation', () => {
	beforeAll(withPack);

	test('that is known opens where it is recorded, not in the full text it comes from', async () => {
		const words = '要把每一眼泉水的水量按月公布。';
		vs.write('policy-corpus/documents/quan.md', `---\nid: quan\ntype: report\ntitle: 泉水\n---\n\n${words}\n`);
		vs.write(
			'policy-corpus/citations/quan.yaml',
			`- { id: quan-shui, kind: quotation, text: ${words}, source: quan, paragraph: 1 }\n`,
		);
		await vs.draft(words);
		await vs.until('the citation to be known', async () => {
			await vs.select(words);
			await vs.run('Add Selection as Citation…');
			await choose('1/6', 'Quotation');
			await form('2/6');
			await vs.press('Enter');
			const known = await vs.until('what is asked next', async () => (await vs.picks().catch(() => []))[0]?.label);
			if (known === 'Open it') return true;
			await vs.press('Escape');
			return undefined;
		});
		await vs.press('Enter');
		await vs.until('the record in front', async () => ((await vs.state()).file === 'quan.yaml' ? true : undefined));
		await vs.open('report.md');
	});

	test('is added with a source that is there', async () => {
		await vs.draft('他说：“要让青稞 成为**富民**产业。”[^a]');
		await vs.select('“要让青稞 成为**富民**产业。”[^a]');
		await vs.run('Add Selection as Citation…');
		await choose('1/6', 'Quotation');
		await expect.poll(async () => (await form('2/6')).value).toBe('要让青稞 成为富民产业。');
		await answer('2/6', '要让青稞成为富民产业。');
		await form('3/6');
		await vs.ime('xi', '习');
		await vs.until('the known name first, what is typed last', async () => {
			const labels = (await vs.picks()).map(row => row.label);
			return labels[0] === '习近平' && labels.at(-1) === 'As typed:' ? true : undefined;
		});
		await vs.pickType('');
		await vs.ime('pinyin', '扎西');
		await vs.until('the new name as a row', async () =>
			(await vs.picks())[0]?.description === '扎西' ? true : undefined,
		);
		await vs.press('Enter');
		await answer('4/6');
		await answer('5/6', '2024-02-30');
		await faulted('5/6', 'There is no such day.');
		await vs.screenshot('add-citation-5');
		await answer('5/6', '2024年2月3日');
		await form('6/6');
		await vs.ime('pinyin', '坚持科技创新');
		await vs.until('the source, and still a new one', async () => {
			const labels = (await vs.picks()).map(row => row.label);
			return labels[0] === '坚持科技创新和产业创新一起抓' && labels.at(-1) === 'A source that is not here yet…'
				? true
				: undefined;
		});
		await vs.screenshot('add-citation-6');
		await vs.press('Enter');
		await told('“要让青稞成为富民产业。” was added to policy-corpus/citations/mine.yaml.');
		await expect
			.poll(() => vs.read('policy-corpus/citations/mine.yaml'))
			.toBe(
				'- id: yaorang-qingke-chengwei\n  kind: quotation\n  text: 要让青稞成为富民产业。\n  speaker: 扎西\n  date: 2024-02-03\n  source: jinguanping-2024\n',
			);
	});

	test('is added with a source made in the same form', async () => {
		await vs.draft('青稞种植面积达到12.5万亩。');
		await vs.select('青稞种植面积达到12.5万亩。');
		await vs.run('Add Selection as Citation…');
		await choose('1/6', 'Figure');
		await answer('2/5');
		await expect.poll(async () => (await form('3/5')).value).toBe('12.5');
		await answer('3/5');
		await expect.poll(async () => (await form('4/5')).value).toBe('万亩');
		await answer('4/5');
		await choose('5/5', 'A source that is not here yet…');
		await answer('6/9', '青稞: 富民');
		await choose('7/9', 'Newspaper article');
		await form('8/9');
		await vs.ime('pinyin', '西藏日报');
		await vs.until('the new name as a row', async () =>
			(await vs.picks())[0]?.description === '西藏日报' ? true : undefined,
		);
		await vs.press('Enter');
		await answer('9/9', '2024/3');
		await told('“青稞种植面积达到12.5万亩。” was added');
		await expect
			.poll(() => vs.read('policy-corpus/sources/mine.yaml'))
			.toBe(
				'- id: xizang-ribao-2024\n  type: article-newspaper\n  title: "青稞: 富民"\n  container-title: 西藏日报\n  issued: 2024-03\n',
			);
		await expect
			.poll(() => vs.read('policy-corpus/citations/mine.yaml'))
			.toContain(
				'\n\n- id: qingke-zhongzhi-mianji\n  kind: figure\n  text: 青稞种植面积达到12.5万亩。\n  value: 12.5\n  unit: 万亩\n  source: xizang-ribao-2024\n',
			);
		await vs.open('policy-corpus/citations/mine.yaml');
		await expect.poll(async () => (await vs.problems()).filter(problem => problem.severity === 'Error')).toEqual([]);
	});
});

describe('a new pack', () => {
	test('has an example of each kind, which work when they are uncommented', async () => {
		await vs.setting('policyWriting.packs', ['我的语料 [1]']);
		await vs.run('Create My Own Pack');
		await told('Your pack is ready');
		await vs.until('the terms in front', async () => ((await vs.state()).file === 'mine.yaml' ? true : undefined));
		await vs.screenshot('new-pack');
		const files = ['terms', 'formulations', 'citations', 'sources'].map(folder => `我的语料 [1]/${folder}/mine.yaml`);
		for (const name of files) {
			const text = vs.read(name);
			expect(text).toMatch(/^# My \w+\n# Take away/);
			vs.write(
				name,
				text
					.split('\n')
					.map((line, i) => (i > 2 ? line.replace(/^# /, '') : line))
					.join('\n'),
			);
		}
		await vs.open('report.md');
		await vs.until('the example term to be offered', async () =>
			(await offered('推进碳普')).includes('碳普惠机制') ? true : undefined,
		);
		for (const name of files) {
			await vs.open(name);
			await expect
				.poll(async () => (await vs.problems()).map(problem => problem.message), { message: name })
				.toEqual([]);
		}
		await vs.run('Create My Own Pack');
		await told('Your pack was there already');
		await expect.poll(() => vs.read(files[0]!)).toContain('\n- id: tan-puhui-jizhi');
		await vs.setting('policyWriting.packs', undefined);
	});
});

describe('where there is more than one folder, or none', () => {
	/** Opens something else in the window, with the same draft in front. From here on only what is on the screen can be asked. */
	async function reopen(parameter: string): Promise<void> {
		const url = vs.page.url().replace(/(?:folder|workspace)=[^&]*&?/, parameter);
		await vs.page.goto('about:blank');
		await vs.page.goto(url);
		await vs.page.locator('.monaco-editor .view-lines').first().waitFor();
		await vs.page.locator('.monaco-editor .view-lines').first().click();
	}

	test('a draft in none of several folders: it is asked which', async () => {
		for (const folder of ['one', 'two']) vs.write(`${folder}/a.md`, '');
		vs.write('both.code-workspace', '{ "folders": [{ "path": "one" }, { "path": "two" }] }');
		await vs.open('report.md');
		await vs.draft('');
		await vs.save();
		await expect.poll(() => vs.read('report.md')).toBe('');
		await reopen(`workspace=${encodeURIComponent(join(vs.folder, 'both.code-workspace'))}&`);
		const two = vs.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'two' }).first();
		// A window may come up before it can read the list of its folders; a person would open it again.
		let wait = oneTry;
		await vs.until('the folders', async () => {
			const shown = await two.waitFor({ timeout: wait }).then(
				() => true,
				() => undefined,
			);
			if (!shown) await vs.page.reload();
			wait *= 2; // a slow machine may need longer to come up
			return shown;
		});
		// The draft is open and the extension runs: what opens later would take the focus, and close the form.
		await vs.page.locator('.statusbar-item', { hasText: '0 words' }).waitFor();
		await vs.until('the command', async () =>
			vs.run('Add Selection as Term…', oneTry).then(
				() => true,
				() => undefined,
			),
		);
		await answer('1/4', '沿江绿道');
		await answer('2/4');
		await answer('3/4');
		await form('4/4');
		await expect.poll(async () => (await vs.picks()).map(row => row.label)).toEqual(['one', 'two']);
		await choose('4/4', 'two');
		await choose('5/5', 'Create my pack and save');
		await told('“沿江绿道” was added to two/policy-corpus/terms/mine.yaml');
		await expect.poll(() => vs.read('two/policy-corpus/terms/mine.yaml')).toContain('term: 沿江绿道');
	});

	test('without a folder: it is said what to do', async () => {
		await reopen('ew=true&');
		await vs.until('the command', async () =>
			vs.run('Add Selection as Term…', oneTry).then(
				() => true,
				() => undefined,
			),
		);
		await told('no folder is open');
		await vs.screenshot('no-folder');
	});
});
