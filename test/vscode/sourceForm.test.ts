// A source completed and put right in a form, as an office does it: typed keys on a small screen, in Chinese.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../support/driver';
import { pickRows, shownForm } from '../support/screen';
import type { Window } from '../support/window';

const mine = `# 我的来源
- id: gaoyuan-2024
  type: article-newspaper   # 报纸
  title: 高原上的合作社
  container-title: 高原日报
  missing: [author, issued, page, URL]  # 还要查
`;
const library = '@article{lib2023, title = {牧区的路}, journal = {交通研究}, year = {2023}, author = {卓玛}}\n';
const document =
	'---\nid: shuimo-2022\ntitle: 河边的水磨\ntype: report # 待核\n---\n\n# 河边的水磨\n\n水磨转了一百年，磨出来的青稞面又细又香。\n';

let vs: Window;
beforeAll(async () => {
	vs = await open({
		files: {
			'report.md': '',
			'refs.bib': library,
			'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的语料包\n',
			'policy-corpus/sources/mine.yaml': mine,
			'policy-corpus/documents/shuimo-2022.md': document,
		},
		settings: { 'policyWriting.bibliographies': ['refs.bib'] },
		locale: 'zh-CN',
		width: 1366,
		height: 657,
	});
	await vs.draft('合作社[@gaoyuan-2024]，创新[@jinguanping-2024]，牧区的路[@lib2023]，水磨[@shuimo-2022]。\n');
});
afterAll(async () => {
	await vs.close();
});

const rows = () => vs.picks();
const row = (label: string) =>
	vs.until(`the row ${label}`, async () => (await rows().catch(() => [])).find(one => one.label === label));
/** Waits for the list of the form. */
const form = () => row('保存');
/** Waits for a question with one line. */
const line = () =>
	vs.until('a line to fill in', async () => {
		const rows = await pickRows(vs.page);
		return (rows.length === 0 && (await shownForm(vs.page))?.message) || undefined;
	});
/** Types an answer into such a question. */
async function answer(text: string): Promise<void> {
	await line();
	await vs.pickType('');
	if (/^[\x20-\x7e]*$/.test(text)) await vs.type(text);
	else await vs.ime('pinyin', text);
	await vs.press('Enter');
}
async function complete(key: string): Promise<void> {
	await vs.open('report.md');
	await vs.cursorAfter(`[@${key}`);
	await vs.run('补全或更正来源…');
	await form();
}

test('a source of one’s own: every gap is a line, an author too; a date as people write it; comments stay', async () => {
	await complete('gaoyuan-2024');
	for (const label of ['作者', '刊发日期', '页码或版次', '网址'])
		await expect.poll(async () => (await row(label)).description).toContain('尚缺');
	await vs.screenshot('source-form');
	await vs.pick('作者');
	await answer('卓玛、次仁');
	await form();
	await vs.pick('刊发日期');
	await answer('2024年2月30日');
	await vs.form('what is wrong', ({ message }) => message.includes('没有这一天'));
	await vs.screenshot('source-form-fault');
	await answer('2024年3月5日');
	await expect.poll(async () => (await row('刊发日期')).description).toBe('2024-03-05');
	await vs.press('Enter');
	await vs.message('已存入 policy-corpus/sources/mine.yaml');
	await expect
		.poll(() => vs.read('policy-corpus/sources/mine.yaml'))
		.toBe(
			mine.replace('[author, issued, page, URL]', '[page, URL]') +
				'  author: [{ literal: 卓玛 }, { literal: 次仁 }]\n  issued: 2024-03-05\n',
		);
	await expect.poll(async () => (await vs.problems()).filter(one => one.severity === 'Error')).toEqual([]);
});

test('left with Escape nothing is lost before the person says so', async () => {
	const before = vs.read('policy-corpus/sources/mine.yaml');
	await complete('gaoyuan-2024');
	await vs.pick('页码或版次');
	await line();
	await vs.type('7');
	await vs.press('Escape');
	await expect.poll(async () => (await row('页码或版次')).description).toContain('7');
	await vs.press('Escape');
	await row('继续填写');
	await vs.screenshot('source-form-escape');
	await vs.press('Escape');
	await form();
	await vs.pick('页码或版次');
	await vs.form('what was typed', ({ value }) => value === '7');
	await vs.press('Enter');
	await form();
	await vs.press('Escape');
	await vs.pick('放弃改动');
	await expect.poll(() => vs.read('policy-corpus/sources/mine.yaml')).toBe(before);
});

test('one that comes with the extension: the gap is asked at once, what stands there is locked, one record completes it', async () => {
	await vs.open('report.md');
	vs.start('policyWriting.completeSource', 'jinguanping-2024', 'page');
	await answer('3');
	await expect.poll(async () => (await row('页码或版次')).description).toBe('3');
	await vs.pick('刊载于');
	await row('回到表单');
	await vs.screenshot('source-form-fixed');
	await vs.press('Enter');
	await form();
	await vs.press('Enter');
	await vs.message('已存入 policy-corpus/sources/mine.yaml');
	await expect
		.poll(() => vs.read('policy-corpus/sources/mine.yaml'))
		.toContain('- extends: jinguanping-2024  # 坚持科技创新和产业创新一起抓\n  page: "3"\n');
	await complete('jinguanping-2024');
	await vs.pick('页码或版次');
	await answer('第05版');
	await form();
	await vs.press('Enter');
	await expect.poll(() => vs.read('policy-corpus/sources/mine.yaml')).toContain('\n  page: 第05版\n');
	await expect.poll(() => vs.read('policy-corpus/sources/mine.yaml').match(/extends/g)).toHaveLength(1);
});

test('one of a library is completed in one’s own pack, the head of a document in its place', async () => {
	await complete('lib2023');
	await vs.pick('期号');
	await answer('4');
	await form();
	await vs.press('Enter');
	await expect
		.poll(() => vs.read('policy-corpus/sources/mine.yaml'))
		.toContain('- extends: lib2023  # 牧区的路\n  issue: "4"\n');
	await expect.poll(() => vs.read('refs.bib')).toBe(library);
	await complete('shuimo-2022');
	await vs.pick('作者');
	await answer('某县调研组');
	await form();
	await vs.press('Enter');
	await expect
		.poll(() => vs.read('policy-corpus/documents/shuimo-2022.md'))
		.toBe(document.replace('# 待核\n', '# 待核\nauthor: [{ literal: 某县调研组 }]\n'));
});

test('who wants the text gets it', async () => {
	await complete('gaoyuan-2024');
	await vs.pickType('YAML'); // it stands below what a small screen shows
	await vs.press('Enter');
	await expect.poll(async () => (await vs.state()).file).toContain('mine.yaml');
	await expect.poll(async () => (await vs.cursor()).line).toBe(2);
});
