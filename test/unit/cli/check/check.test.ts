// `check` on quotations: documents of a pack, families, JSON, SARIF, exit codes.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyEdits } from '../../../../src/core/draft/edit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../../../src/cli/run';
import { gbk } from '../../../support/gbk';

let root = '';
const write = (path: string, text: string) => {
	mkdirSync(join(root, path, '..'), { recursive: true });
	writeFileSync(join(root, path), text);
};
let typed = new Uint8Array();
async function call(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
	const out: string[] = [];
	const err: string[] = [];
	const code = await run(argv, {
		cwd: root,
		dist: join(root, 'dist'),
		out: line => void out.push(line),
		err: line => void err.push(line),
		input: () => Promise.resolve(typed),
	});
	return { code, out: out.join('\n'), err: err.join('\n') };
}

beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'policy-check-'));
	write(
		'dist/corpus.json',
		JSON.stringify({
			data: { info: { id: 'shipped', title: '随附' }, sources: [], citations: [], terms: [], formulations: [] },
			pinyin: {},
			traditional: {},
			syllables: 'wen温 jia家 bao宝 li李 ke克 qiang强',
		}),
	);
	write('mine/pack.yaml', 'id: mine\ntitle: 我的\n');
	write(
		'mine/documents/report.md',
		'---\nid: report-2012\ntype: report\ntitle: 政府工作报告\n---\n\n各位代表：\n\n要加快转变经济发展方式，推动产业结构优化升级。\n',
	);
	write('good.md', '报告说，“加快转变经济发展方式”。\n');
	write('bad.md', '\uFEFF第一行。\r\n\r\n报告说，“加快改变经济发展方式，推动产业结构优化升级”。\r\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a quotation that differs from a document: place, source, paragraph, wording, changes; exit code 1', async () => {
	const { code, out } = await call('check', 'bad.md', '--corpus', 'mine', '--only', 'quotation', '--json');
	expect(code).toBe(1);
	expect(JSON.parse(out)).toEqual([
		{
			file: 'bad.md',
			code: 'quotation.differs',
			severity: 'warning',
			start: 13,
			end: 34,
			data: {
				source: 'report-2012',
				paragraph: 2,
				wording: '加快转变经济发展方式，推动产业结构优化升级',
				changes: [{ kind: 'replaced', start: 15, end: 16, written: '改', original: '转' }],
			},
		},
	]);
	expect((await call('check', 'bad.md', '--corpus', 'mine', '--fail-on', 'error')).code).toBe(0);
	expect((await call('check', 'bad.md', '--corpus', 'mine')).out).toContain(
		'bad.md:3:6 warning quotation.differs: 与《政府工作报告》第2段不一致：“改”应为“转”。原文：加快转变经济发展方式，推动产业结构优化升级 | Not as in 《政府工作报告》, paragraph 2: “改” instead of “转”.',
	);
});

test('who is said in English to have spoken', async () => {
	write(
		'mine/citations/said.yaml',
		'- id: said\n  kind: quotation\n  text: 修粮仓是安民心的大事，一座也不能少。\n  speaker: 李克强\n  source: report-2012\n',
	);
	const attribution = async (draft: string) => {
		writeFileSync(join(root, 'english.md'), draft);
		const { out } = await call('check', 'english.md', '--corpus', 'mine', '--json', '--only', 'quotation');
		return (JSON.parse(out) as { code: string; start: number; data: { written?: string } }[])
			.filter(one => one.code === 'quotation.attribution')
			.map(({ start, data }) => `${draft.charAt(start)} ${data.written}`);
	};
	const words = '“修粮仓是安民心的大事，一座也不能少。”';
	expect(await attribution(`As Wen Jiabao said in 2012, ${words}`)).toEqual(['修 温家宝']);
	expect(await attribution(`As Li Keqiang said in 2012, ${words}`)).toEqual([]);
	rmSync(join(root, 'mine/citations'), { recursive: true });
});

test('--fixes lists what the quick fixes do, the source’s wording first, edits in order and apart', async () => {
	const draft = '各地要坚持“加快改变经济发展方式，推动产业结构优化升级”。\n\n见[^report-2012]。\n';
	writeFileSync(join(root, 'fixes.md'), draft);
	const { out } = await call('check', 'fixes.md', '--corpus', 'mine', '--json', '--fixes');
	const found = JSON.parse(out) as {
		code: string;
		fixes: { kind: string; edits: { start: number; end: number; text: string }[] }[];
	}[];
	const fixesOf = (code: string) => found.find(one => one.code === code)?.fixes ?? [];
	expect(fixesOf('quotation.differs').map(one => one.kind)).toEqual(['wording', 'mark', 'ignore']);
	expect(applyEdits(draft, fixesOf('quotation.differs')[0]!.edits)).toContain('“加快转变经济发展方式，');
	expect(fixesOf('reference.undefined').map(one => one.kind)).toEqual(['other']);
	expect(applyEdits(draft, fixesOf('reference.undefined')[0]!.edits)).toMatch(/\[\^report-2012\]: .*政府工作报告/);
	for (const { fixes } of found)
		for (const { edits } of fixes)
			edits.forEach((edit, at) => expect(edit.start).toBeGreaterThanOrEqual(edits[at - 1]?.end ?? 0));
	const plain = JSON.parse((await call('check', 'fixes.md', '--corpus', 'mine', '--json')).out) as object[];
	expect(plain.some(one => 'fixes' in one)).toBe(false);
});

test('--all reports what is verbatim, --only leaves out the rest; a pack with documents checks clean', async () => {
	expect(JSON.parse((await call('check', 'good.md', '--corpus', 'mine', '--json', '--all')).out)).toMatchObject([
		{ code: 'quotation.verbatim' },
		{ code: 'quotation.uncited' },
	]);
	expect(JSON.parse((await call('check', 'bad.md', '--corpus', 'mine', '--json', '--only', 'reference')).out)).toEqual(
		[],
	);
	expect((await call('corpus', 'check', 'mine')).code).toBe(0);
});

test('SARIF as code hosts read it', async () => {
	const { code, out } = await call('check', 'bad.md', '--corpus', 'mine', '--sarif');
	expect(code).toBe(1);
	const log = JSON.parse(out) as {
		version: string;
		runs: {
			tool: {
				driver: {
					rules: {
						id: string;
						shortDescription: { text: string };
						help: { text: string };
						defaultConfiguration: { level: string };
					}[];
				};
			};
			columnKind: string;
			invocations: { executionSuccessful: boolean; toolExecutionNotifications: { message: { text: string } }[] }[];
			results: { ruleId: string; level: string; locations: { physicalLocation: object }[] }[];
		}[];
	};
	expect(log.version).toBe('2.1.0');
	const [rule, ...more] = log.runs[0]!.tool.driver.rules;
	expect([rule!.id, rule!.defaultConfiguration.level, more]).toEqual(['quotation.differs', 'warning', []]);
	expect([rule!.shortDescription.text, rule!.help.text].every(text => /\p{Script=Han}.* \| [A-Z]/u.test(text))).toBe(
		true,
	);
	expect([log.runs[0]!.columnKind, log.runs[0]!.invocations]).toEqual([
		'utf16CodeUnits',
		[{ executionSuccessful: true, toolExecutionNotifications: [] }],
	]);
	expect(log.runs[0]!.results).toMatchObject([
		{
			ruleId: 'quotation.differs',
			level: 'warning',
			locations: [
				{
					physicalLocation: {
						artifactLocation: { uri: 'bad.md' },
						region: { startLine: 3, startColumn: 6, endLine: 3, endColumn: 27 },
					},
				},
			],
		},
	]);
});

test('a draft with more findings than anybody reads is said to be read in part: on stderr, and in SARIF', async () => {
	write('many.md', '报告说，“加快改变经济发展方式，推动产业结构优化升级”。\n\n'.repeat(5001));
	const { code, out, err } = await call('check', 'many.md', '--corpus', 'mine', '--sarif');
	rmSync(join(root, 'many.md'));
	expect(code).toBe(1);
	expect(err).toMatch(/^many\.md: .*checked up to character \d+$/);
	const [run] = (
		JSON.parse(out) as {
			runs: { results: unknown[]; invocations: { toolExecutionNotifications: { message: { text: string } }[] }[] }[];
		}
	).runs;
	expect([run!.results.length, run!.invocations[0]!.toolExecutionNotifications.map(one => one.message.text)]).toEqual([
		5000,
		[err],
	]);
});

test('standard input is a draft; folders stand for the drafts in them; files that are not there are said in plain words; --help explains each flag', async () => {
	typed = new TextEncoder().encode('\uFEFF报告说，“加快改变经济发展方式，推动产业结构优化升级”。');
	expect(JSON.parse((await call('check', '-', '--corpus', 'mine', '--json')).out)).toMatchObject([
		{ file: 'stdin', code: 'quotation.differs', start: 5 },
	]);
	typed = Uint8Array.from([0xff, 0x31, 0xff, 0x32]);
	expect(await call('check', '-')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('UTF-8') as string });
	expect(await call('check', 'mine/documents', '--corpus', 'mine')).toMatchObject({ code: 0, err: '' });
	expect(await call('check', 'nowhere.md')).toMatchObject({
		code: 2,
		out: '',
		err: '没有这个文件 no such file: nowhere.md',
	});
	const { code, out } = await call('check', '--help');
	expect(code).toBe(0);
	for (const flag of ['--only', '--all', '--sarif', '--json', '--fail-on', '--edition', '--corpus', '- '])
		expect(out).toContain(flag);
});

test('what ignore.yaml leaves out is not reported, of references neither; a file named twice is checked once', async () => {
	write(
		'mine/ignore.yaml',
		'- { code: quotation, text: 加快改变经济发展方式推动产业结构优化升级 }\n- { code: reference.undefined }\n',
	);
	write('notes.md', '甲[^x]。\n');
	const { code, out } = await call('check', 'bad.md', './bad.md', 'notes.md', '--corpus', 'mine', '--json');
	rmSync(join(root, 'mine/ignore.yaml'));
	expect([code, JSON.parse(out)]).toEqual([0, []]);
	expect(
		JSON.parse((await call('check', 'bad.md', './bad.md', 'notes.md', '--corpus', 'mine', '--json')).out),
	).toMatchObject([{ code: 'quotation.differs' }, { code: 'reference.undefined' }]);
});

test('a draft in an encoding nobody knows is a wrong call, not a clean draft; a replacement character stays text', async () => {
	writeFileSync(join(root, 'odd.txt'), Buffer.from([0xff, 0x31, 0xff, 0x32, 0x80, 0xff]));
	const { code, out, err } = await call('check', 'odd.txt', '--corpus', 'mine');
	expect([code, out]).toEqual([2, '']);
	expect(err).toMatch(/UTF-8.*odd\.txt$/);
	write('damaged.md', '第一行\uFFFD。\n');
	expect((await call('check', 'damaged.md', '--corpus', 'mine')).code).toBe(0);
});

test('a draft in GB18030 is read as import reads it, as a file, in a folder and piped', async () => {
	const text = '甲[^x]。按照要求，要把工作做好，把制度建设好。\n';
	mkdirSync(join(root, 'old'), { recursive: true });
	writeFileSync(join(root, 'old/a.md'), gbk(text));
	const told = [{ code: 'reference.undefined', start: 1, end: 5 }];
	expect(JSON.parse((await call('check', 'old/a.md', '--json')).out)).toMatchObject(told);
	expect(JSON.parse((await call('check', 'old', '--json')).out)).toMatchObject(told);
	typed = gbk(text);
	expect(JSON.parse((await call('check', '-', '--json')).out)).toMatchObject(told);
});

test('what was imported, and what settings leave out, is no draft: it is named, and nothing is missing', async () => {
	const draft = '甲[^x]。\n';
	for (const name of ['work/报告.md', 'work/素材/想法.md', 'work/已归档/旧.md', 'work/草稿.bak.md']) write(name, draft);
	for (const name of ['work/素材/甲.txt', 'work/素材/乙.txt', 'work/素材/丙.txt', 'work/甲.txt']) write(name, draft);
	write(
		'work/.vscode/settings.json',
		'{ // mine\n"files.exclude": { "已归档": true, "报告.md": false }, "search.exclude": { "*.bak.md": true }, }',
	);
	const hash = createHash('sha256').update(draft).digest('hex');
	for (const [id, file] of [
		['jia', '甲.txt'],
		['yi', '乙.txt'],
		['bing', '网页.html'],
	])
		write(
			`kept/documents/${id}.md`,
			`---\nid: ${id}\ntype: report\ntitle: 材料${id}\nimported: { file: ${file}, sha256: ${hash} }\n---\n\n正文一段，说一件事。\n`,
		);
	write('kept/pack.yaml', 'id: kept\ntitle: 收\n');
	const { code, out, err } = await call('check', 'work', '--corpus', 'kept', '--json');
	expect(code).toBe(1);
	const found = JSON.parse(out) as { file: string }[];
	expect(found.map(one => one.file).sort()).toEqual(['work/报告.md', 'work/素材/想法.md']);
	const lines = err.split('\n').sort();
	expect(lines.map(line => /\S+$/.exec(line)?.[0])).toEqual([
		'work/甲.txt',
		'work/素材/丙.txt',
		'work/素材/乙.txt',
		'work/素材/甲.txt',
		'work/已归档',
		'work/草稿.bak.md',
	]);
	expect(lines[0]).toContain('材料');
	expect(lines[4]).toContain('设置');
	// Without the pack nothing is known of what was imported.
	expect((await call('check', 'work')).err.split('\n')).toHaveLength(2);
});
