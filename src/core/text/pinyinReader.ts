// Answers how Chinese text is read aloud, in context: the only importer of pinyin-pro, to be loaded only where pinyin
// is made.

import { customPinyin, pinyin } from 'pinyin-pro';
import { fold } from './fold';
import type { SyllableReader } from './pinyin';

/** Words of policy papers that the library misreads when nothing around them helps. */
const corrections: Record<string, string> = {
	率先: 'shuài xiān',
	调配: 'diào pèi',
	重组: 'chóng zǔ',
	重构: 'chóng gòu',
	重塑: 'chóng sù',
	重振: 'chóng zhèn',
	还款: 'huán kuǎn',
	还贷: 'huán dài',
	还林: 'huán lín',
	还草: 'huán cǎo',
};

/**
 * Adverbs of policy papers; the 地 behind them is de (有选择地推动), which the library reads as in 地方. None that
 * stands before nouns as well: 更多地区.
 */
const adverbs =
	'有选择 有针对性 有步骤 有计划 有组织 不断 更好 更加 更快 更高 有效 有序 有力 深入 创造性 前瞻性 系统 自觉 坚定 坚定不移 坚决 扎实 ' +
	'全面 及时 主动 积极 充分 切实 牢牢 毫不动摇 一如既往 旗帜鲜明 持续 逐步 稳步 稳妥 科学 合理 灵活 真正 千方百计 最大限度 清醒 辩证 实事求是 因地制宜';

const han = /\p{Script=Han}/u;
let corrected = false;

/** A reader that takes the words around a character into account; traditional script is read as well. */
export function createPinyinReader(): SyllableReader {
	if (!corrected) {
		customPinyin(corrections);
		for (const adverb of adverbs.split(' ')) customPinyin({ [`${adverb}地`]: `${pinyin(adverb)} de` });
		corrected = true;
	}
	return text => {
		// The library knows words in simplified script best; folding keeps the characters in their places.
		const characters = [...fold(text)];
		const readings = pinyin(characters.join(''), { toneType: 'none', type: 'array', v: true });
		// The library may join what is not Han; then nothing lines up, and each character is read alone.
		const aligned = readings.length === characters.length;
		return characters.map((character, at) => {
			if (!han.test(character)) return [character.toLowerCase()];
			const inContext = aligned ? readings[at] : undefined;
			const reading = inContext ?? pinyin(character, { toneType: 'none', v: true });
			return reading === character ? [] : [reading.replaceAll('ü', 'v')];
		});
	};
}
