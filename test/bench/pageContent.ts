// What pages are made of: organs, titles, numbers, days, names and paragraphs, drawn with a fixed seed.

import { randomFrom } from './source';

const places = ['东山', '江城', '云岭', '海州', '平原', '青河', '南浦', '北川'];
const offices = [
	['人民政府办公室', '政办发'],
	['人民政府', '政发'],
	['教育局', '教发'],
	['民政局', '民发'],
	['发展和改革委员会', '发改规'],
	['科学技术局', '科发'],
] as const;
const matters = [
	'加快培育科技型企业',
	'促进养老服务发展',
	'推动县域商业体系建设',
	'规范补贴资金管理',
	'加强数字政府建设',
];
const kinds = ['通知', '意见', '实施方案', '管理办法'];
const people = ['李大为', '王小川', '欧阳文博', '张宁', '陈雨薇', '买买提·艾力'];
const newspapers = ['东山日报', '江城晚报', '海州时报'];
const sentences = [
	'要坚持以人民为中心的发展思想，统筹发展和安全，推动各项任务落到实处',
	'近年来，全市坚持把创新摆在突出位置，着力补链延链强链，特色产业产值年均增长12.5%',
	'各县（区）、各部门要加强协作配合，明确责任分工，及时解决工作中的困难和问题',
	'到2027年，全市高新技术企业达到500家以上，研发投入强度提高到2.6%',
	'完善梯度培育机制，建立企业培育库，实行动态管理，对入库企业给予优先支持',
	'强化要素保障，统筹用好各类资金，支持企业牵头承担科技项目，打通成果转化的堵点',
];

/** What one page says. */
export interface Content {
	readonly place: string;
	readonly organ: string;
	readonly matter: string;
	readonly paperTitle: string;
	readonly newsTitle: string;
	readonly number: string;
	readonly person: string;
	readonly newspaper: string;
	/** As packs write days; the first of the two is earlier. */
	readonly signed: string;
	readonly published: string;
	readonly paragraphs: readonly string[];
}

/** The content of a page; the same for a seed. */
export function contentOf(seed: number): Content {
	const random = randomFrom(seed);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
	const place = pick(places);
	const [office, code] = pick(offices);
	const organ = `${place}市${office}`;
	const matter = pick(matters);
	const year = 2015 + Math.floor(random() * 10);
	const month = 1 + Math.floor(random() * 11);
	const date = 1 + Math.floor(random() * 20);
	const day = (offset: number) => `${year}-${String(month).padStart(2, '0')}-${String(date + offset).padStart(2, '0')}`;
	const kind = pick(kinds);
	const paragraph = (i: number) =>
		`${pick(sentences)}；${pick(sentences)}。${i % 2 === 0 ? `${pick(sentences)}。` : ''}`;
	return {
		place,
		organ,
		matter,
		paperTitle: `${organ}关于${matter}的${kind}`,
		newsTitle: `${place}市${matter}取得新成效`,
		number: `${place.slice(0, 1)}${code}〔${year}〕${1 + Math.floor(random() * 90)}号`,
		person: pick(people),
		newspaper: pick(newspapers),
		signed: day(0),
		published: day(1 + Math.floor(random() * 6)),
		paragraphs: Array.from({ length: 4 + Math.floor(random() * 5) }, (_, i) => paragraph(i)),
	};
}

const numerals = '〇一二三四五六七八九';
const small = (n: number): string => {
	if (n < 10) return numerals.charAt(n);
	const tens = Math.floor(n / 10);
	return `${tens > 1 ? numerals.charAt(tens) : ''}十${n % 10 === 0 ? '' : numerals.charAt(n % 10)}`;
};

/** 2024年3月5日, 2024年03月05日 or 二〇二四年三月五日. */
export function written(date: string, form: 'plain' | 'padded' | 'numerals' = 'plain'): string {
	const [year = '', month = '', day = ''] = date.split('-');
	if (form === 'padded') return `${year}年${month}月${day}日`;
	if (form === 'plain') return `${year}年${Number(month)}月${Number(day)}日`;
	const years = [...year].map(one => numerals.charAt(Number(one))).join('');
	return `${years}年${small(Number(month))}月${small(Number(day))}日`;
}
