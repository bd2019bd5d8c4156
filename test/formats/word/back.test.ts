// Changes and comments as LibreOffice writes them, read beside the draft. LibreOffice reads a file with changes and writes
// it anew: the XML that comes back is all its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { editsOf, returnedWord } from '../../../src/app/word/returned';
import { Draft } from '../../../src/core/draft/draft';
import { applyEdits } from '../../../src/core/draft/edit';
import { wordLayouts } from '../../../src/core/word/manuscript';
import { tracked } from '../../support/tracked';
import { wordOf } from '../../support/wordFile';

const office = spawnSync('soffice', ['--version']).error === undefined;
const folder = mkdtempSync(join(tmpdir(), 'policy-word-back-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = `# 关于发展的意见

各区，各部门：

## 一、总体要求

要坚持**创新驱动**，加快发展[^a]。要落实到位。

- 第一条措施
- 第二条措施

表1 指标

| 指标 | 数值 |
|---|---|
| 产值 | 一百 |

见表1。结尾的话[^b]。

某市某局
2024年3月18日

[^a]: 注文在此。
[^b]: 另一条注。
`;
/** Each with what the draft says before and after it. */
const changes = [
	[{ at: '加快发展', insert: '和改革' }, '加快发展', '加快发展和改革'],
	[{ at: '要落实到位', delete: '', insert: '要抓实' }, '要落实到位', '要抓实'],
	[{ at: '总体', delete: '' }, '总体', ''],
	[{ at: '第二条', delete: '', insert: '第三条' }, '第二条', '第三条'],
	[{ at: '一百', delete: '', insert: '二百' }, '一百', '二百'],
	[{ at: '结尾', insert: '部分' }, '结尾', '结尾部分'],
] as const;

test.skipIf(!office).each(wordLayouts)(
	'%s: what LibreOffice wrote is taken over',
	{ timeout: 120_000 },
	async layout => {
		const { bytes } = await wordOf(text, { layout });
		const remark = { at: '某市某局', remark: '请核实' };
		writeFileSync(join(folder, `${layout}.docx`), tracked(bytes, [...changes.map(([change]) => change), remark]));
		const home = `-env:UserInstallation=file://${join(folder, 'office')}`;
		const out = join(folder, 'out');
		spawnSync('soffice', [
			home,
			'--headless',
			'--convert-to',
			'docx:MS Word 2007 XML',
			'--outdir',
			out,
			join(folder, `${layout}.docx`),
		]);
		const returned = returnedWord(
			new Uint8Array(readFileSync(join(out, `${layout}.docx`))),
			new Draft(text, 'markdown'),
		);
		const proposals = returned?.proposals ?? [];
		const expected = changes.reduce((draft, [, from, to]) => draft.replace(from, to), text);
		expect(applyEdits(text, editsOf(proposals.filter(({ kind }) => kind === 'change')))).toBe(expected);
		expect(proposals.filter(({ kind }) => kind === 'difference')).toEqual([]);
		expect(proposals.filter(({ kind }) => kind === 'remark')).toMatchObject([{ author: '王某', remark: '请核实' }]);
	},
);
