// The pictures of the README of Word files: what the command line writes, as LibreOffice sets it with the fonts of this
// machine.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const drafts = {
	official: {
		page: 1,
		options: [],
		text: `---
发文机关: ××市人民政府办公室文件
发文字号: ×政办发〔2024〕15号
title: 关于加快发展新质生产力的若干意见
---

各区县人民政府，市政府各部门：

科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素[@jinguanping-2024]。为加快发展新质生产力，现提出以下意见。

一、总体要求

坚持以科技创新引领产业创新[@jinguanping-2024, 第3段]。

（一）坚持因地制宜。各地要结合实际，扎实推进各项任务，主要指标见表1。

1. 加强组织领导，完善工作机制。

表1 主要指标

| 指标 | 单位 | 2023年 | 2024年 |
|:--|:-:|--:|--:|
| 高新技术企业 | 家 | 120 | 150 |

××市人民政府办公室
2024年3月18日
`,
	},
	report: {
		page: 3,
		options: ['--layout', 'report', '--style', 'numeric'],
		text: `---
title: 全市新质生产力发展情况调研报告
author: 调研组
date: 2024年3月
---

# 一、基本情况

今年以来，课题组走访了十二家企业、三所高校和两个产业园区[@jinguanping-2024]。科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素[@duxiaogang-2024]，主要指标见表1。

## （一）企业方面

数字经济和实体经济正在深度融合，智能化改造从“要不要改”变成“怎么改得起、改得好”[@jinguanping-2024, 第3段]。

表1 主要指标

| 指标 | 单位 | 2023年 | 2024年 |
|:--|:-:|--:|--:|
| 高新技术企业 | 家 | 120 | 150 |
| 研发投入 | 亿元 | 35.2 | 41.8 |

> 要以科技创新推动产业创新，特别是以颠覆性技术和前沿技术催生新产业、新模式、新动能。

1. 认识有偏差；
2. 要素不匹配；
3. 机制不灵活。

# 二、几点建议

（一）加快推进科技创新。牢牢抓住原创性、颠覆性科技创新。
`,
	},
} as const;

const office = ['soffice', 'pdftoppm'].every(program => spawnSync(program, ['--version']).error === undefined);

test.skipIf(!office).each(['official', 'report'] as const)('a page of the layout %s', name => {
	const { page, options, text } = drafts[name];
	const folder = mkdtempSync(join(tmpdir(), 'policy-picture-'));
	const run = (program: string, ...args: readonly string[]) => {
		const { status } = spawnSync(program, args, { cwd: folder, timeout: 110_000 });
		expect(status).toBe(0);
	};
	try {
		writeFileSync(join(folder, 'draft.md'), text);
		run(process.execPath, join(root, 'dist/cli.mjs'), 'docx', 'draft.md', '--out', 'draft.docx', ...options);
		run('soffice', `-env:UserInstallation=file://${folder}/office`, '--headless', '--convert-to', 'pdf', 'draft.docx');
		run('pdftoppm', '-r', '66', '-png', '-singlefile', '-f', String(page), 'draft.pdf', 'page');
		copyFileSync(join(folder, 'page.png'), join(root, 'media/pictures', `word-${name}.png`));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
