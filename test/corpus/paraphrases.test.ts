// Sentences as researchers write them about the sources of the shipped corpus: nothing where the number is right, found
// where it is another. The number stands between ‹ ›, what it was altered to behind it.
import { expect, test } from 'vitest';
import { Draft } from '../../src/core/draft/draft';
import type { DraftLanguage } from '../../src/core/draft/language';
import { mergePacks } from '../../src/core/corpus/merge';
import { Reviewer } from '../../src/core/review/review';
import { shipped } from './pack';

const { corpus } = mergePacks([{ compiled: { data: shipped.data, pinyin: {}, traditional: {} } }]);
const reviewer = new Reviewer(corpus);
const found = (draft: string, language: DraftLanguage) =>
	reviewer
		.reviewNow(new Draft(draft, language), { families: ['figure'] })
		.findings.map(one => `${String(one.data.written)}→${String(one.data.wording)}`);

const private70 = 'yindizhiyi-2024';
const clusters = 'jinguanping-2024';
const plans = 'duchuanzhong-2024';
/** Source, sentence, and what stands instead of the wrong number (the right one, unless it says otherwise). */
const sentences: readonly (readonly [string, string, string?])[] = [
	[private70, '民营企业贡献了全社会‹70%›65%‹›的技术创新成果'],
	[private70, '民营企业贡献的技术创新成果占全社会的‹70%›60%‹›'],
	[private70, '全社会的技术创新成果有‹七成›六成‹›出自民营企业'],
	[private70, '全社会‹百分之七十›百分之六十‹›的技术创新成果来自民营企业'],
	[private70, '作为创新生力军，民营企业提供了全社会‹70%›80%‹›左右的技术创新成果', '70%'],
	[private70, '国家专精特新“小巨人”企业中，‹80%›85%‹›是民营企业'],
	[private70, '专精特新“小巨人”企业有‹八成›七成‹›是民企，即民营企业'],
	[private70, '在国家级专精特新“小巨人”里，民营企业的比重为‹80％›70％‹›', '80%'],
	[private70, '‹90%›95%‹›的高新技术企业属于民营企业'],
	[private70, '高新技术企业中，民营企业占到‹九成›八成‹›'],
	[private70, '民营企业占国家专精特新“小巨人”企业的80%、高新技术企业的‹90%›60%‹›'],
	[private70, '民营企业占国家专精特新“小巨人”企业的‹80%›50%‹›、高新技术企业的90%'],
	[private70, '技术创新成果的70%、“小巨人”企业的80%、高新技术企业的‹90%›92%‹›，都来自民营企业'],
	[private70, '民营企业贡献了七成的技术创新成果，并占高新技术企业的‹90%›80%‹›'],
	[private70, '我国第一批国家级战略性新兴产业集群共有‹66›68‹›个'],
	[private70, '国家公布的首批战略性新兴产业集群达‹66›56‹›个'],
	[private70, '要让第一批‹66›60‹›个国家级战略性新兴产业集群成为龙头'],
	[private70, '‹六十六›六十八‹›个国家级战略性新兴产业集群（第一批）要当好龙头'],
	[private70, '首批国家级战略性新兴产业集群多达‹60多›80多‹›个', '66'],
	[clusters, '国家先进制造业集群已有‹45›46‹›个'],
	[clusters, '我国已经建成‹45›54‹›个国家先进制造业集群'],
	[clusters, '目前，国家级先进制造业集群达到‹45›40‹›个，正向世界级迈进'],
	[clusters, '在现有‹四十五›四十六‹›个国家先进制造业集群的基础上，还要强化协同创新'],
	[clusters, '国家先进制造业集群‹超过40›超过50‹›个', '45'],
	[clusters, '国家先进制造业集群‹近50›近40‹›个', '45'],
	[clusters, '国家先进制造业集群约有‹45›35‹›个'],
	[clusters, '我国数字经济规模居全球‹第二›第三‹›位', '二'],
	[clusters, '数字经济规模位居世界‹第二›第一‹›，工业经济规模也大', '二'],
	[plans, '山东2024年计划实施‹100›120‹›项重大科技创新项目'],
	[plans, '山东将实施重大科技创新项目‹100›200‹›项'],
	[plans, '山东提出新培育省级新兴产业集群‹10›12‹›个左右'],
	[plans, '山东今年要实施100项重大科技创新项目，并培育‹约10›约20‹›个省级新兴产业集群', '10'],
	[plans, '山东2024年拟新培育‹十›二十‹›个左右省级新兴产业集群'],
	[plans, '贵州深入实施‹六›五‹›大重大科技战略行动'],
	[plans, '贵州2024年部署了‹6›8‹›项重大科技战略行动'],
	[plans, '安徽要建设量子信息、聚变能源、深空探测‹三›四‹›大科创高地'],
	[plans, '安徽提出建设‹3›5‹›个科创高地，涉及量子信息、聚变能源和深空探测'],
	[plans, '诸暨2024年首个工作日集中签约‹28›38‹›个重大项目'],
	[plans, '浙江诸暨首批招商项目集中签约，签约重大项目‹28›26‹›个'],
	[plans, '诸暨签约的重大项目中，‹27›17‹›个来自诸暨经开区'],
	[plans, '28个重大项目签约，其中‹27›25‹›个来自诸暨经开区'],
	[plans, '诸暨经开区拿下了其中的‹27›20‹›个项目'],
	[plans, '诸暨签约项目‹九成以上›八成以上‹›是智能视觉、航空航天、生命健康等新质生产力项目', '九成'],
	[plans, '诸暨这批项目‹超过90%›不到90%‹›属于新质生产力项目', '90%以上'],
	[plans, '‹90%以上›近90%‹›为智能视觉、航空航天、生命健康等新质生产力项目', '90%以上'],
	[plans, '诸暨首批签约的项目，新质生产力项目占‹90%›70%‹›以上'],
];

const right = (text: string) => text.replace(/‹(.*?)›.*?‹›/, '$1');
const wrong = (text: string) => text.replace(/‹.*?›(.*?)‹›/, '$1');
const parts = (text: string) => /‹(.*?)›(.*?)‹›/.exec(text)!.slice(1) as [string, string];

/** Every form of citation, in turn. */
const forms: readonly (readonly [DraftLanguage, (text: string, source: string, title: string) => string])[] = [
	['markdown', (text, source) => `${text}[^${source}]。`],
	['markdown', (text, source) => `${text}。[@${source}, 第2段]`],
	['markdown', (text, _, title) => `${text}[^1]。\n\n[^1]: ${title}[N]. 经济日报.`],
	['markdown', (text, _, title) => `${text}（《${title}》）。`],
	['markdown', (text, _, title) => `${text}[1]。\n\n参考文献\n\n[1] ${title}[N].`],
	['markdown', (text, _, title) => `${text}^[参见：${title}[N].]。`],
	['latex', (text, source) => `${text.replace(/[%％]/g, '\\%')}\\cite{${source}}。`],
	['latex', (text, _, title) => `${text.replace(/[%％]/g, '\\%')}\\footnote{${title}[N]. 经济日报.}。`],
	['plaintext', (text, _, title) => `${text}。[1]\n\n参考文献\n[1] ${title}[N].`],
	['plaintext', (text, _, title) => `${text}（见《${title}》）。`],
];

test('right numbers: nothing, in any form of citation', () => {
	const alarms = sentences.flatMap(([source, text]) =>
		forms.flatMap(([language, form]) => {
			const draft = form(right(text), source, corpus.source(source)!.title);
			return found(draft, language).map(one => `${one}: ${draft}`);
		}),
	);
	expect(alarms).toEqual([]);
	expect(sentences.length).toBeGreaterThan(44);
});

test('without a citation, or of a source nobody knows, nothing is said', () => {
	for (const [, text] of sentences)
		for (const draft of [
			`${wrong(text)}。`,
			`${wrong(text)}[^x]。`,
			`${wrong(text)}[9]。`,
			`${wrong(text)}（2024年）。`,
		])
			expect(found(draft, 'markdown'), draft).toEqual([]);
});

test('wrong numbers are found, in every form of citation', () => {
	const missed = sentences.flatMap(([source, text, wording], at) =>
		forms.flatMap(([language, form]) => {
			const [expected] = parts(text);
			const draft = form(wrong(text), source, corpus.source(source)!.title);
			const own = found(draft, language);
			const tex = (words: string) => (language === 'latex' ? words.replace(/[%％]$/, '\\%') : words);
			const isRight =
				own.length === 1 && [wording ?? expected, tex(wording ?? expected)].some(one => own[0]!.endsWith(`→${one}`));
			return isRight ? [] : [`${at} ${own.join() || '–'}: ${draft}`];
		}),
	);
	console.info(`missed or other: ${missed.length} of ${sentences.length * forms.length}`, missed.slice(0, 3));
	expect(missed.length).toBeLessThan(0.05 * sentences.length * forms.length);
});

test.each([
	// Numbers of the writer's own, of other things, years and places, and names that look like numbers.
	'民营企业贡献了五成以上的税收[^yindizhiyi-2024]。',
	'民营企业贡献了50%以上的税收、60%以上的国内生产总值、70%以上的技术创新成果、80%以上的城镇劳动就业、90%以上的企业数量[^yindizhiyi-2024]。',
	'民营企业数量占企业总量的92%[^yindizhiyi-2024]。',
	'国家先进制造业集群已有45个，其中江苏10个[^jinguanping-2024]。',
	'45个国家先进制造业集群中，长三角占三成以上[^jinguanping-2024]。',
	'本市有3个国家先进制造业集群[^jinguanping-2024]。',
	'先进制造业集群覆盖20多个省份[^jinguanping-2024]。',
	'截至2025年底，国家先进制造业集群增至80个[^jinguanping-2024]。',
	'国家先进制造业集群从45个增加到80个[^jinguanping-2024]。',
	'在全国66个国家级战略性新兴产业集群中，本省有7个[^yindizhiyi-2024]。',
	'第二批国家级战略性新兴产业集群有30个[^yindizhiyi-2024]。',
	'要统筹做好三篇文章，抓好三类创新[^yindizhiyi-2024]。',
	'要统筹做好“三篇大文章”，从“0到1”、从“1到100”[^yindizhiyi-2024]。',
	'可从战略性新兴产业中孕育出一批10万亿级的支柱产业[^yindizhiyi-2024]。',
	'数字经济规模连续多年位居全球第二，占GDP比重超过40%[^jinguanping-2024]。',
	'我国数字经济规模居全球第二位，5G用户超过9亿户[^jinguanping-2024]。',
	'诸暨28个项目总投资超过300亿元[^duchuanzhong-2024]。',
	'山东100项、贵州6大行动、安徽3大高地，都指向新质生产力[^duchuanzhong-2024]。',
	'三个省份的部署各有侧重[^duchuanzhong-2024]。',
	'第十一次集体学习提出的六个方面要求[^duchuanzhong-2024]。',
	'六大方面加以推进[^duchuanzhong-2024]。',
	'无锡对专精特新中小企业开展“三赋”行动[^duxiaogang-2024]。',
	'无锡在重点集群开展六个一建设[^duxiaogang-2024]。',
	'民营企业贡献了七成以上的技术创新成果[^yindizhiyi-2024]。',
	'本文问卷显示，65%的技术创新成果来自民营企业[^yindizhiyi-2024]。',
	'十四五时期，八八战略、三农工作、第二十一条、90年代都不是数据，45个国家先进制造业集群才是[^jinguanping-2024]。',
])('nothing: %s', draft => expect(found(draft, 'markdown')).toEqual([]));
