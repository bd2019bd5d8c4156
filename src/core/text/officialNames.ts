// Offices, organs, provinces and reports of the state by the names drafts give them, in folded text. What is true of a
// person or an organ stands here and nowhere else: rules ask for it by what it is.

/** Offices whose names stand behind the name of who holds them; longer ones first. */
export const offices: readonly string[] = ['总书记', '主席', '总理', '委员长', '书记', '部长', '省长', '市长'];

/** An office that only one person holds, who is therefore called by it alone. */
export interface SoleOffice {
	readonly office: string;
	readonly holder: string;
}

/** Whom texts name with a thought and with important speeches. To be changed when the holder of the office does. */
export const leader = '习近平';

export const soleOffices: readonly SoleOffice[] = [{ office: '总书记', holder: leader }];

/** Who reported on the work of the government to the yearly session of the congress, and from which year on. */
const reporters: readonly (readonly [from: number, name: string])[] = [
	[1999, '朱镕基'],
	[2004, '温家宝'],
	[2014, '李克强'],
	[2024, '李强'],
];

/** Who have given the yearly report to the congress. */
export const premiers: readonly string[] = reporters.map(([, name]) => name);

/** Who gave the report of a year; nothing of years before that. */
export function premierOf(year: number): string | undefined {
	return reporters.findLast(([from]) => from <= year)?.[1];
}

/** What stands before an office as whose it is: 国家主席. */
export const organs: readonly string[] = ['党中央', '中央', '国务院', '国家'];

/** What stands before an office and looks like a name: 省委书记, 现任市长. */
export const beforeOffices: readonly string[] = [
	'省委',
	'市委',
	'县委',
	'区委',
	'党委',
	'党组',
	'同志',
	'常委',
	'全国',
	'本届',
	'现任',
];

/** Whose meetings speak as speakers do: 中央经济工作会议. */
export const conveners: readonly string[] = ['中央', '全国', '国务院'];

/** The yearly report of a government to its people's congress, which is called by its year. */
export const workReport = '政府工作报告';

/** Provinces and what ranks with them, without the word for their rank. */
export const provinces: readonly string[] = (
	'北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 ' +
	'江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 ' +
	'内蒙古 广西 西藏 宁夏 新疆 香港 澳门'
).split(' ');

/** Cities that drafts often name without the word for their rank, besides those that are provinces. */
export const cities: readonly string[] = (
	'石家庄 太原 沈阳 大连 长春 哈尔滨 南京 无锡 苏州 常州 南通 杭州 ' +
	'宁波 温州 绍兴 嘉兴 合肥 福州 厦门 泉州 南昌 济南 青岛 烟台 郑州 ' +
	'洛阳 武汉 长沙 广州 深圳 佛山 东莞 珠海 南宁 海口 成都 绵阳 贵阳 ' +
	'昆明 拉萨 西安 兰州 西宁 银川 乌鲁木齐 呼和浩特 包头 唐山 诸暨 义乌 ' +
	'昆山'
).split(' ');

/** A pattern's source that takes any of the names. */
export function anyOf(names: readonly string[]): string {
	return `(?:${names.join('|')})`;
}
