// The page on a source in a real VS Code: its reference with the gaps, its citations, nothing that could run or be
// written.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import type { Window } from '../support/window';

let vs: Window;
beforeAll(async () => {
	vs = await open({ files: { 'report.md': '要发展|新质生产力。\n' } });
});
afterAll(async () => {
	await vs.close();
});

const page = (title: string) =>
	vs.until(`the page ${title}`, async () => {
		const state = await vs.state();
		return state.file === `${title}.md` ? state : undefined;
	});

test('a source: reference with gaps, what is missing, facts, citations by paragraph', async () => {
	await vs.command('policyWriting.openSource', 'jinguanping-2024');
	const { text, language, selections } = await page('坚持科技创新和产业创新一起抓');
	expect(language).toBe('markdown');
	expect(selections[0]?.line).toBe(1);
	expect(text).toMatch(
		/^# 坚持科技创新和产业创新一起抓\n\n## Reference \(GB\/T 7714—2025\)\n\n金观平\. 坚持科技创新和产业创新一起抓\[N\]\. 经济日报，.*〔版次〕.*\n/,
	);
	expect(text).toContain('Still missing, because no page proves it: date of publication, page, address (URL).');
	expect(text).toContain('- Copy at hand: 每日看点快看, 2024-02-14\n');
	expect(text).toContain('**Paragraph 6 · Figure**\n\n> 国家先进制造业集群已有45个。\n');
});

test('nobody can write into it, and it is no draft', async () => {
	const { text } = await vs.state();
	await vs.type('新质');
	await expect.poll(() => vs.text()).toBe(text);
	await expect.poll(() => vs.labels()).toEqual([]);
});

test('it follows the edition of the settings', async () => {
	await vs.setting('policyWriting.citation.edition', '2015');
	await vs.until('the other edition', async () =>
		(await vs.text()).includes('GB/T 7714—2015') && (await vs.text()).includes('[N]. 经济日报, ') ? true : undefined,
	);
	await vs.setting('policyWriting.citation.edition', undefined);
});

test('a citation opens its source at its line; a term its own page', async () => {
	await vs.command('policyWriting.openSource', 'innovation-core-element');
	const { text, selections } = await page('【践悟方法论】以新质生产力为高质量发展注入强大动力');
	expect(text.split('\n').slice((selections[0]?.line ?? 1) - 1)[2]).toBe(
		'> 科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。',
	);
	await vs.command('policyWriting.openSource', 'xinzhi-shengchanli');
	await expect.poll(async () => (await page('新质生产力')).text).toMatch(/^# 新质生产力\n\n/);
});

test.each([['no-such-record'], [undefined], [{ id: 'jinguanping-2024' }]])(
	'%j: a sentence, nothing opened',
	async id => {
		const { file } = await vs.state();
		await vs.command('policyWriting.openSource', id);
		await vs.message('no longer in any pack');
		await expect.poll(async () => (await vs.state()).file).toBe(file);
		await vs.clearMessages();
	},
);
