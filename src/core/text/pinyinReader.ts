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

const han = /\p{Script=Han}/u;
let corrected = false;

/** A reader that takes the words around a character into account; traditional script is read as well. */
export function createPinyinReader(): SyllableReader {
	if (!corrected) {
		customPinyin(corrections);
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
