// Calls of the tools as assistants make them, right and wrong, with what an answer has to say; the same for every door.

/** The name of a tool and its input. */
export type Call = readonly [name: string, input: Readonly<Record<string, unknown>>];

interface Expected {
	readonly call: Call;
	/** Words that stand in the answer. */
	readonly has: string;
}

const told = (name: string, field: string, cases: readonly (readonly [string, string])[]): Expected[] =>
	cases.map(([value, has]) => ({ call: [name, { [field]: value }], has }));
const verdict = (name: string) => `"verdict":"${name}"`;
const verified = (cases: readonly (readonly [string, string])[]): Expected[] =>
	cases.map(([quotation, name]) => ({ call: ['policy_verify', { quotations: [quotation] }], has: verdict(name) }));

export const rightCalls: readonly Expected[] = [
	...told('policy_search', 'query', [
		['新质生产力 核心要素', 'innovation-core-element'],
		['因地制宜', 'yindizhiyi-jiangsu'],
		['泡沫化', 'jiangsu-no-neglect-of-traditional'],
		['东北全面振兴', 'xinhua-2023'],
		['產業集群', 'jinguanping-2024'],
		['xinzhishengchanli', '新质生产力'],
		['人才 良性循环', 'duchuanzhong-2024'],
		['营商环境', 'government-work-report-2015'],
		['战略性新兴产业 制高点', 'government-work-report-2010'],
		['考核评价体系', 'report-assessment-system'],
		['小巨人 民营企业', 'yindizhiyi-2024'],
		['月球基地', 'does not mean'],
	]),
	{ call: ['policy_search', { query: '先进制造业集群', kind: 'figure' }], has: 'clusters-45' },
	{ call: ['policy_search', { query: '政府工作报告', kind: 'source' }], has: '"kind":"source"' },
	{ call: ['policy_search', { query: '创新', limit: 3 }], has: '"cursor"' },
	{ call: ['policy_search', { query: '创新', limit: '2' }], has: '"hits":[{' },
	{ call: ['policy_search', { query: '创新', in: 'citations' }], has: '"kind":"quotation"' },
	{ call: ['policy_search', { query: '创新', in: 'documents' }], has: '"hits":[]' },
	...verified([
		['特点是创新，关键在质优，本质是先进生产力。', 'verbatim'],
		['“发展新质生产力，既是发展命题，也是改革命题。”', 'verbatim'],
		['打造稳定公平透明可预期的营商环境', 'verbatim'],
		['科技创新能够催生新产业、新模式、新动能，是发展新质生产力的关键要素。', 'differs'],
		['要牢牢把握高质量发展这个根本任务，因地制宜发展新质生产力。', 'differs'],
		['「發展新質生產力，既是發展命題，也是改革命題。」', 'form'],
		['各地要坚持从实际出发，先立后破、因地制宜、分类指导，用新技术改造提升传统产业。', 'spliced'],
		['面对新一轮科技革命和产业变革，我们必须加大创新力度，完善现代化产业体系。', 'spliced'],
		['谁抓住了算力，谁就抓住了未来十年的主动权。', 'unknown'],
		['绿色是新质生产力的底色，人民满意是它的成色。', 'unknown'],
	]),
	...told('policy_verify', 'text', [
		['李强总理强调：“必须继续做好创新这篇大文章，推动新质生产力加快发展。”', verdict('attribution')],
		[
			'2024年3月5日，习近平总书记强调：“必须牢记高质量发展是新时代的硬道理，全面贯彻新发展理念。”',
			verdict('attribution'),
		],
		['习近平总书记指出：“科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。”', verdict('verbatim')],
		['國家先進製造業集群已有48個。', '"other"'],
		['心智生产力要加快发展。', 'wording.wrong'],
		['这句话没有引语。', '"findings":[]'],
		['引自报告[^nowhere]。', 'reference.undefined'],
		['他说：“谁抓住了算力，谁就抓住了未来十年的主动权。”', 'Not in this corpus is not false'],
	]),
	...told('policy_explain', 'term', [
		['新质生产力', 'new quality productive forces'],
		['新質生產力', 'new quality productive forces'],
		['New Quality Productive Force', 'xinzhi-shengchanli'],
		['xinzhi-shengchanli', 'new quality productive forces'],
		['因地制宜', '"kind":"term"'],
		['未来产业', '"kind":"term"'],
		['专精特新', '"kind":"term"'],
		['要牢牢把握高质量发展这个首要任务', 'bawo-shouyao-renwu'],
		['特点是创新，关键在质优，本质是先进生产力', '"kind":"formulation"'],
		['全要素生产率', '"kind":"term"'],
		['先立后破', '"kind":"term"'],
	]),
	...told('policy_cite', 'source', [
		['2024-01-31-report', '"key":"2024-01-31-report"'],
		['innovation-core-element', '[^duchuanzhong-2024-p2]'],
		['2024-01-31-report-p1', '[@2024-01-31-report, 第1段]'],
		['[^jinguanping-2024]', '经济日报'],
		['@xinhua-2023', '新华社'],
		['government-work-report-2015', '2015年中华人民共和国国务院政府工作报告'],
	]),
	{ call: ['policy_cite', { source: 'jinguanping-2024', paragraph: 3 }], has: '[^jinguanping-2024-p3]' },
	{ call: ['policy_cite', { source: 'jinguanping-2024', page: '5-7' }], has: '第5-7页' },
	{ call: ['policy_cite', { source: 'duchuanzhong-2024', paragraph: 5 }], has: 'Paragraph 5 is not checked' },
	{ call: ['policy_cite', { source: 'jinguanping-2024', page: 5 }], has: '第5页' },
	{ call: ['policy_cite', { source: 'jinguanping-2024', page: 5, paragraph: 2 }], has: '第5页第2段' },
	{ call: ['policy_search', { query: '数字经济 实体经济', limit: 20 }], has: 'jinguanping-2024' },
	{ call: ['policy_cite', { source: 'jinguanping-2024', edition: '2015' }], has: '"missing"' },
	{ call: ['policy_cite', { source: 'jinguanping-2024', form: 'note' }], has: '《经济日报》' },
	{ call: ['policy_cite', { source: 'jinguanping-2024', form: 'reference' }], has: '〔' },
];

const long = '新'.repeat(100_001);
export const wrongCalls: readonly Expected[] = [
	{ call: ['policy_search', {}], has: 'query is missing' },
	{ call: ['policy_search', { query: '' }], has: 'empty' },
	{ call: ['policy_search', { query: 5 }], has: 'must be a string' },
	{ call: ['policy_search', { query: long }], has: 'at most 400' },
	{ call: ['policy_search', { query: '新', limit: 1000 }], has: 'from 1 to 20' },
	{ call: ['policy_search', { query: '新', kind: 'book' }], has: 'quotation, point' },
	{ call: ['policy_search', { query: '新', in: 'web' }], has: 'citations, documents' },
	{ call: ['policy_search', { query: '新', cursor: 'next' }], has: 'copy it from the last answer' },
	{ call: ['policy_search', { words: '新' }], has: 'use query' },
	{ call: ['policy_verify', {}], has: 'either text' },
	{ call: ['policy_verify', { text: '新', quotations: ['新'] }], has: 'either text' },
	{ call: ['policy_verify', { text: long }], has: 'split it' },
	{ call: ['policy_verify', { quotations: '新' }], has: 'must be a list' },
	{ call: ['policy_verify', { quotations: Array.from({ length: 51 }, () => '新') }], has: 'at most 50' },
	{ call: ['policy_verify', { quotations: [null] }], has: 'must be a string' },
	{ call: ['policy_explain', { term: '生产力革命' }], has: 'try one of these' },
	{ call: ['policy_explain', { term: 'quantum toaster' }], has: 'policy_search' },
	{ call: ['policy_cite', { source: 'report2015' }], has: 'government-work-report-2015' },
	{ call: ['policy_cite', { source: 'jinguanping-2024', paragraph: 0 }], has: 'from 1 to' },
	{ call: ['policy_cite', { source: 'jinguanping-2024', paragraph: 9999 }], has: 'Copy paragraph from an answer' },
	{ call: ['policy_cite', { source: 'jinguanping-2024', page: '那一页' }], has: 'for example 5' },
	{ call: ['policy_cite', { source: 'jinguanping-2024', edition: 'APA' }], has: '2025, 2015' },
];
