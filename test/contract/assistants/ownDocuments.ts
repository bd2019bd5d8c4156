// Two documents of a city, beside the shipped corpus: what a person has at hand besides. Both are made up.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createService, type CompiledPack, type PolicyService } from '../../../src/core/service';
import type { Source } from '../../../src/core/corpus/records';

const plan: Source = {
	id: 'lintang-plan-2025',
	type: 'document',
	title: '临塘市低空经济发展三年行动方案',
	author: [{ literal: '临塘市人民政府' }],
	issued: '2025-04-18',
};
const planText = [
	'低空经济是培育发展新动能的重要方向，也是我市产业转型的现实选择。',
	'到2027年，全市建成起降点60个，开通低空物流航线24条，低空经济规模突破80亿元。',
	'坚持安全第一、场景牵引、军地协同、循序渐进，不搞大拆大建，不搞重复投资。',
	'以临塘通用机场为核心，构建“一核两带多点”的低空基础设施布局，优先覆盖水库巡查、森林防火、应急救援等公共服务场景。',
	'支持龙头企业联合高校院所组建创新联合体，攻关复合材料、飞行控制、动力电池等关键技术，对认定的首台套产品给予不超过300万元的一次性补助。',
	'建立低空飞行一站式审批平台，常规飞行申请办理时限压缩至两个工作日以内。',
	'各县区要把低空经济发展纳入年度重点工作，市发展改革委每半年通报一次进展情况。',
];
const speech: Source = {
	id: 'lintang-speech-2025',
	type: 'speech',
	title: '在全市推进新型工业化大会上的讲话',
	author: [{ literal: '周怀远' }],
	issued: '2025-02-10',
};
const speechText = [
	'制造业是临塘的家底，也是临塘的底气，任何时候都不能丢。',
	'去年我们新增规模以上工业企业47家，技术改造投资增长18.6%，但龙头不强、链条不长的问题依然突出。',
	'抓项目不能等米下锅，要带着图纸去招商，带着场景去招商，带着诚意去招商。',
	'对传统产业不能简单说“淘汰”二字，要一企一策地改、一条链一条链地补。',
	'干部要把企业的难处当成自己的难处，不能让一张表格卡住一个项目。',
	'新型工业化不是一个部门的事，工信部门牵头，科技、金融、人社都要把自己摆进去。',
];

/** A pack of the two, as it is compiled. */
const own: CompiledPack = {
	data: {
		info: { id: 'lintang', title: '临塘市文件' },
		sources: [plan, speech],
		citations: [],
		terms: [],
		formulations: [],
		documents: [documentOf(plan, planText), documentOf(speech, speechText)],
	},
	pinyin: {},
	traditional: {},
};

function documentOf({ id }: Source, paragraphs: readonly string[]) {
	return { source: id, file: `documents/${id}.md`, paragraphs, lines: paragraphs.map((_, at) => 8 + 2 * at) };
}

/** The shipped corpus with the two documents. */
export function withOwnDocuments(): PolicyService {
	const file = join(import.meta.dirname, '../../../dist/corpus.json');
	const compiled = JSON.parse(readFileSync(file, 'utf8')) as CompiledPack;
	return createService([{ compiled }, { compiled: own }]).service;
}
