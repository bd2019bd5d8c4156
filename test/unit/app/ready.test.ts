import { expect, test } from 'vitest';
import { notReady, notReadyToExport } from '../../../src/app/ready';
import { Draft } from '../../../src/core/draft/draft';
import type { Finding } from '../../../src/core/draft/finding';

const marksIn = (text: string) => notReady(new Draft(text, 'markdown'), []).map(({ mark }) => mark);

test.each([
	['正文 TODO 补数据。', ['TODO']],
	['（此处待补出处：把光标放在这里。）', ['（此处待补出处：把光标放在这里。）']],
	['【待核实】增长×××%，XXX局，数字？？？', ['【待核实】', '×××', 'XXX', '？？？']],
	['等待补贴到位，（有待商榷）的做法，TODOS', []],
	['```\nTODO\n```\n', []],
])('%s', (text, marks) => expect(marksIn(text)).toEqual(marks));

test('a place that names a figure or a table by a label that nothing has, in the order of the draft', () => {
	const draft = new Draft('见[@fig:map]、[@tbl:t]。TODO\n\n![图](a.png){#fig:map}\n\n见@fig:no。\n', 'markdown');
	expect(notReady(draft, []).map(({ label, mark }) => label ?? mark)).toEqual(['tbl:t', 'TODO', 'fig:no']);
});

test('what is wrong, and what a reference lacks, in the order of the draft', () => {
	const finding = (code: Finding['code'], severity: Finding['severity'], start: number) =>
		({ code, severity, start, end: start + 1, data: {} }) as unknown as Finding;
	const found = notReady(new Draft('一二三四五六七 TODO', 'markdown'), [
		finding('quotation.unknown', 'information', 1),
		finding('quotation.differs', 'warning', 3),
		finding('reference.missing', 'information', 2),
	]);
	expect(found.map(({ finding: one, mark }) => one?.code ?? mark)).toEqual([
		'reference.missing',
		'quotation.differs',
		'TODO',
	]);
});

test('the structure of an official document is looked at once, and not what nobody wants to see', () => {
	const draft = new Draft('# 通知\n\n## 一、甲。\n\n文。\n\n## 三、乙\n\n文。\n', 'markdown');
	const codes = (official: boolean, unwanted?: string) =>
		notReadyToExport(draft, [], official, code => code === unwanted).map(({ finding }) => finding?.code);
	expect(codes(false)).toEqual([]);
	expect(codes(true)).toEqual(['structure.title', 'structure.number']);
	expect(codes(true, 'structure.title')).toEqual(['structure.number']);
	const reviewed = notReadyToExport(draft, [], true, () => false).flatMap(({ finding }) => finding ?? []);
	expect(notReadyToExport(draft, reviewed, true, () => false)).toHaveLength(2);
});
