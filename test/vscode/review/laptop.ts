// A window at the size of a common laptop, on a pack with a report and a law: what three kinds of findings are tried in.
import { afterAll, beforeAll } from 'vitest';
import { open } from '../../support/driver';
import type { Window } from '../../support/window';

const document = (id: string, type: string, title: string, paragraphs: readonly string[]) =>
	`---\nid: ${id}\ntype: ${type}\ntitle: ${title}\nissued: 2026-01-20\n---\n\n${paragraphs.join('\n\n')}\n`;

export let vs: Window;
beforeAll(async () => {
	vs = await open({
		files: {
			'report.md': '',
			'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的语料\nlanguage: zh-CN\n',
			'policy-corpus/documents/jiangsu.md': document('jiangsu-2026', 'report', '2026年江苏省政府工作报告', [
				'要在沿江建设十座绿色粮仓，完善仓储设施，让每一粒稻谷都有安稳的家。',
				'全年修缮粮仓一千二百座，仓容增加三百万吨，损耗下降二成。',
			]),
			'policy-corpus/documents/grain.md': document('grain-law', 'legislation', '中华人民共和国粮仓法', [
				'第十二条 县级以上人民政府应当每年检查粮仓的屋顶和通风设施。',
				'第二十一条 国家建立粮仓分类管理制度，按照储量和用途确定管护等级。',
			]),
		},
		width: 1366,
		height: 657,
	});
});
afterAll(async () => {
	await vs.close();
});
