// What stands behind a number: what it counts or measures, or that it counts nothing.

/** A unit as written, and the kind of numbers it makes. */
export interface Unit {
	readonly text: string;
	readonly kind: string;
	/** 个百分点. */
	readonly points?: true;
}

/** Counting words that stand for each other. */
const counts = '个项条座处种类件大支批台套份部场艘辆只轮枚颗栋宗例起';
const persons = ['人次', '人', '名', '位'];
const measures = [
	...['万元', '美元', '欧元', '元', '标准立方米', '立方米', '平方公里', '平方千米', '平方米', '公里', '千米', '海里'],
	...['吨标准煤', '公斤', '千克', '斤', '吨', '公顷', '亩', '千瓦时', '千瓦', '度', '户', '家', '所', '次', '倍', '番'],
	...['千伏', '兆瓦', '吉瓦', '毫米', '厘米', '微克', '毫克'],
	...['个月', '年', '天', '周', '小时', '岁', '架', '米', '张', '笔', '株', '头', '篇', '件次', '人年'],
];
/** Units in letters: of power, tension and length, of computing and what it keeps, of cargo. */
const latin = /^(?:[kmgt]wh?|kv|km|teu|[kmgtpe]flops|[gtpe]b|p)(?![a-z\d])/;
/** What makes a number a date, a name, or part of a word. */
const none = new RegExp(
	[
		'^(?:年|月|日|号|时|点|分|秒|届|中全会|级|季度|周年|世纪|世界|国|省|市|县|区',
		'方面军|期|线城|次产业|产业|[-+×/:*][\\dA-Za-zN])',
	].join('|'),
);
const points = /^(?:个)?百分点/;

/** The unit that stands behind a number in folded text; nothing where it is a date, a name or part of a word. */
export function unitBehind(rest: string, share: boolean, value: number): Unit | undefined {
	const point = points.exec(rest)?.[0];
	if (point !== undefined) return { text: point, kind: '%', points: true };
	if (share) return { text: '', kind: '%' };
	if (/^年(?![代级度])/.test(rest) && value < 100) return { text: '年', kind: '年' };
	if (none.test(rest)) return undefined;
	const letters = latinUnit(rest);
	if (letters !== undefined) return { text: letters, kind: letters };
	const person = persons.find(one => rest.startsWith(one));
	if (person !== undefined) return { text: person, kind: '人' };
	const measure = measures.find(one => rest.startsWith(one));
	if (measure !== undefined) return { text: measure, kind: measure };
	return isCounted(rest, value) ? { text: rest.charAt(0), kind: '个' } : undefined;
}

/** The unit in letters that stands behind a number in folded text: 11.4万P, 9MW; 5G is a name. */
export function latinUnit(rest: string): string | undefined {
	return latin.exec(rest)?.[0];
}

/** Whether a counting word stands there, not as in 六个一 or 党的二十大. */
function isCounted(rest: string, value: number): boolean {
	const count = rest.charAt(0);
	if (count === '' || !counts.includes(count) || /^(?:个(?:一|“)|起[来到步飞家码])/.test(rest)) return false;
	return count !== '大' || (value <= 10 && !/^大(?:以|报|精|后|前|会|召|的|多|量|约|$)/.test(rest));
}
