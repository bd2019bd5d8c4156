// Names are found where they stand by themselves, not where two words only look like them: one rule for all who ask.
import { expect, test } from 'vitest';
import { shippedWords } from '../../support/shippedWords';
import { compilePack } from '../../../src/core/corpus/compile';
import { createService } from '../../../src/core/service';
import { createPinyinReader } from '../../../src/core/text/pinyinReader';

const names = (
	'高企 中试 算力 技改 统筹 链主 绿电 大数据 新产业 新能源 新动能 新材料 产业化 产业链 生产力 制造业 企业家 ' +
	// In no list of anybody's.
	'国企 民企 国资 民生 产能 人才 园区 数商 成长 林长 地方债 大平台 大消费 高技能 创新力 新质 新生 水环境 社区 新政策 ' +
	'云计算 长三角 硬科技 主阵地 主力军 着力点 泡沫化 新业态 ' +
	// Longer ones.
	'高质量发展 高水平开放 新发展理念 新发展格局 大科学装置 中西部地区 中国式现代化 新质生产力 先进制造业 ' +
	'创新联合体 新能源汽车 新增长点 核心竞争力 创新生态 农村劳动力'
).split(' ');

const { service } = createService([
	{
		compiled: {
			...compilePack(
				{
					info: { id: 'test', title: '' },
					sources: [{ id: 's', type: 'report', title: '报告' }],
					citations: [
						{ id: 'yes', kind: 'point', text: '高企培育成效明显。', source: 's', paragraph: 1 },
						{ id: 'no', kind: 'point', text: '提高企业效益。', source: 's', paragraph: 2 },
					],
					terms: names.map((term, i) => ({ id: `t${i}`, term })),
					formulations: [],
				},
				createPinyinReader(),
			),
			words: shippedWords(),
		},
	},
]);

/** Names are in brackets where they stand, in braces where they only seem to. */
function read(marked: string): { readonly text: string; readonly right: string[]; readonly wrong: string[] } {
	const inside = (of: RegExp) => [...marked.matchAll(of)].flatMap(one => one[1] ?? []);
	return { text: marked.replace(/[[\]{}]/g, ''), right: inside(/\[(.+?)\]/g), wrong: inside(/\{(.+?)\}/g) };
}

test.each([
	'大幅提{高企}业效益',
	'不断提{高企}业的竞争力',
	'选择其{中试}点城市',
	'在部分企业{中试}行',
	'扩{大数据}开放',
	'加大预{算力}度',
	'创{新产业}组织方式',
	'更{新能源}结构',
	'创{新动能}持续增强',
	'高{新产业}主导',
	'推进科{技改}革发展',
	'风险{产业化}解',
	'{产业链}接枢纽',
	'科学技术和{生产力}量',
	'再{制造业}务',
	'金融系{统筹}集资金',
	'支持{企业家}庭',
	// Names that are in no list.
	'支持中{国企}业出海',
	'我{国企}业走出去',
	'依靠人{民企}盼解决问题',
	'吸引外{国资}本',
	'人{民生}活水平',
	'国{民生}产总值',
	'综合生{产能}力',
	'为个{人才}能施展',
	'多{数商}品供应充足',
	'完{成长}江治理',
	'化解{地方债}务风险',
	'建设一批重{大平台}',
	'努力扩{大消费}需求',
	'提{高技能}人才薪酬',
	'加强科技{创新力}量',
	'提升创{新质}量',
	// Beside a character that is only ever part of a word.
	'态度坚{硬科技}攻关',
	'君{主阵地}位',
	'{主力军}官',
	'常{绿电}台',
	'{泡沫化}合物',
	'乌{云计算}法',
	'完善产业{链主}要环节',
	'良好创{新生}态',
	'以旧换{新政策}实施',
	'以旧换{新业态}培育',
	// Longer ones, at either end.
	'不断提{高质量发展}水平',
	'努力提{高水平开放}程度',
	'树立创{新发展理念}',
	'更{新发展理念}',
	'形成创{新发展格局}',
	'建设重{大科学装置}',
	'其{中西部地区}增长较快',
	'推进{中国式现代化}解矛盾',
	'培育{新质生产力}量',
	'发展{先进制造业}务',
	'构建{创新联合体}系',
	'更{新能源汽车}',
	'形成创{新增长点}',
	'增强{核心竞争力}度',
])('not across words: %s', marked => {
	const { text, wrong } = read(marked);
	for (const written of [text, `同时，${text}，以`, `我们要${text}。`]) {
		expect(service.terms(written, true).map(one => one.term)).not.toEqual(expect.arrayContaining(wrong));
		const at = written.indexOf(wrong[0] ?? '');
		expect(service.termsAt(written, at).filter(one => one.start === at && one.term === wrong[0])).toEqual([]);
	}
});

test.each([
	'支持[高企]发展',
	'培育[高企]一批',
	'概念验证、[中试]验证平台',
	'开展[中试]',
	'国家[大数据]中心',
	'[大数据]模型',
	'建设[算力]中心',
	'大[算力]芯片',
	'三大[算力]圈',
	'发展[新产业]',
	'有关[新能源]开发',
	'[产业化]解决方案',
	'[产业化]率',
	'系统化[产业化]施策',
	'坚持[统筹]兼顾',
	'[统筹]安排资金',
	'领军企业、[链主]企业',
	'积极开展[绿电]直连',
	'拓展[产业链]条',
	'解放和发展[生产力]的要求',
	'先进[制造业]高质量发展',
	'民营[企业家]合法权益',
	'推动[国企]改革',
	'惠[民生]聚人心',
	'稳[产能]稳订单',
	'高层次[人才]能够安心工作',
	'[地方债]风险',
	'共建[大平台]、共抓大保护',
	'[园区]建设',
	'[高技能]人才',
	'应当自[社区]戒毒期满',
	'保护东平湖[水环境]',
	'冀北[新能源]装机',
	'网络消纳[新业态]',
	'充分发挥[主力军]作用',
	'以课堂为[主阵地]',
	'推动[高质量发展]',
	'实现更[高质量发展]',
	'促进更[高水平开放]',
	'推动[高质量发展]开新局',
	'完整准确全面贯彻[新发展理念]',
	'构建[新发展格局]的战略',
	'一批[大科学装置]建成',
	'支持[中西部地区]发展',
	'以[中国式现代化]全面推进',
	'发展[新质生产力]的要求',
	'建设[先进制造业]集群',
	'组建[创新联合体]攻关',
	'扩大[新能源汽车]出口',
	'培育[新增长点]',
	'提升[核心竞争力]',
	'解决[农村劳动力]不足',
])('found: %s', marked => {
	const { text, right } = read(marked);
	for (const written of [text, `同时，${text}，以`, `我们要${text}。`])
		expect(service.terms(written, true).map(one => one.term)).toEqual(expect.arrayContaining(right));
});

test('behind what is none the next name is found', () => {
	expect(service.terms('创新产业链').map(one => one.term)).toEqual(['产业链']);
	expect(service.terms('大幅提高企业，培育高企').map(one => one.start)).toEqual([9]);
});

test('in traditional script too', () => {
	expect(service.terms('大幅提高企業效益，擴大數據開放')).toEqual([]);
	expect(service.terms('國家大數據中心').map(one => one.term)).toEqual(['大数据']);
});

test('what cites a term does not cite it across words', () => {
	expect(service.corpus.citationsOfTerm('t0').map(one => one.id)).toEqual(['yes']);
});

test('without words on record everything is found', () => {
	const bare = createService([
		{
			compiled: compilePack(
				{
					info: { id: 'bare', title: '' },
					sources: [],
					citations: [],
					terms: [{ id: 'a', term: '高企' }],
					formulations: [],
				},
				createPinyinReader(),
			),
		},
	]).service;
	expect(bare.terms('提高企业')).toHaveLength(1);
});
