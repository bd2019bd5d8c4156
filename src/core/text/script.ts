// In which script a text is written, told by the characters that only one of the two scripts has.
import { foldCode } from './fold';

export type Script = 'simplified' | 'traditional';

/**
 * Folded, but simplified text has them in their own right, so that they tell nothing: what GB 2312 itself contains
 * (著名, 覆盖, 乾坤, 慰藉 …), and what the table of 2013 gave back (瞭望, 毕昇, 二噁英 …).
 */
const simplifiedToo = '乾吒夥後徵拚捱摺於榘菸著薹藉袷覆醣麴麽' + '甦陞昇氾瞭剋祕噁馀';

/**
 * What some character is simplified to, but traditional text has in its own right as well (皇后, 公里, 茶几 …): the
 * first level of Big5.
 */
const traditionalToo =
	'并布占局系私幸杰家佣仆雇俊凶儿胄克划札恤即念吃咽向采冢坏奸娘尸峰昆岳岩干几吊雕佛栗戚欲蒙捍舍卷挂背扇扑抬教旗既升晒拐查杆棋杠梁朴台僵泛污溯泄凌涌准浚沈漓床抵呆酸愈痴症皂杯真困了朱秘御谷灶范筑' +
	'蓑帘吁粽扎弦捆彩致累才群玩听唇修庵搜席卜芸姜荐虱虫蔑同胡里制核托注夸志咨噪溪丰狸逾挽回周游腌丑扣巨表旋合板暗辟只云沾秋千愿刮飧余肴糊喂松斗哄郁咸面曲么霉冬出';

const tells = { simplified: 1, traditional: 2 } as const;
/** The CJK ideographs and their first extension. */
const ideographs = { from: 0x3400, to: 0x9fff } as const;

let table: Uint8Array | undefined;

function build(): Uint8Array {
	const map = new Uint8Array(65536);
	for (let code = ideographs.from; code <= ideographs.to; code++) {
		const simple = foldCode(code);
		if (simple === code || simplifiedToo.includes(String.fromCharCode(code))) continue;
		map[code] = tells.traditional;
		if (map[simple] === 0 && !traditionalToo.includes(String.fromCharCode(simple))) map[simple] = tells.simplified;
	}
	return map;
}

/** Whether a UTF-16 code unit is a character of traditional text that simplified text never has. */
export function isTraditionalOnly(code: number): boolean {
	return (table ??= build())[code] === tells.traditional;
}

/** Of several forms of one character the usual ones (産 is 產 as well). */
const usual = '產為個眾證針線鎮說蘇絕獎館啟參綠錄銳偽徑毀藥團須';

let traditional: Map<string, string> | undefined;

/**
 * The traditional form of a character that only simplified text has; nothing where there are several, or it is one of
 * both scripts.
 */
export function traditionalOf(mark: string): string | undefined {
	if (!traditional) {
		const forms = (traditional = new Map<string, string>());
		const several = new Set<string>();
		for (let code = ideographs.from; code <= ideographs.to; code++) {
			const simple = String.fromCharCode(foldCode(code));
			if (foldCode(code) === code || !isTraditionalOnly(code)) continue;
			if (forms.has(simple)) several.add(simple);
			forms.set(simple, String.fromCharCode(code));
		}
		for (const one of several) forms.delete(one);
		for (const one of usual) forms.set(String.fromCharCode(foldCode(one.charCodeAt(0))), one);
	}
	return (table ??= build())[mark.charCodeAt(0)] === tells.simplified ? traditional.get(mark) : undefined;
}

/** How many characters of a text tell either script. */
function tally(text: string): Readonly<Record<Script, number>> {
	const map = (table ??= build());
	const found = { simplified: 0, traditional: 0 };
	for (let at = 0; at < text.length; at++) {
		const script = map[text.charCodeAt(at)];
		if (script === tells.traditional) found.traditional++;
		else if (script === tells.simplified) found.simplified++;
	}
	return found;
}

/**
 * The script of a text: which of the characters that tell are more. Nothing where none tells, or as many on either
 * side.
 */
export function scriptOf(text: string): Script | undefined {
	const { simplified, traditional } = tally(text);
	if (simplified === traditional) return undefined;
	return traditional > simplified ? 'traditional' : 'simplified';
}

/** The script of a text that is in one script throughout; nothing where both tell, or none. */
export function soleScriptOf(text: string): Script | undefined {
	const { simplified, traditional } = tally(text);
	return simplified > 0 && traditional > 0 ? undefined : scriptOf(text);
}

/** The text in simplified script, code unit for code unit; what simplified text has as well stays (乾坤). */
export function toSimplified(text: string): string {
	let result = '';
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		result += String.fromCharCode(isTraditionalOnly(code) ? foldCode(code) : code);
	}
	return result;
}
