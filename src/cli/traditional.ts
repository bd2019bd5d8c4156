// Simplified → traditional for the terms of the shipped pack; at build only, the only importer of that part of
// opencc-js.

import { ConverterFactory, Locale } from 'opencc-js/cn2t';

/** Words the dictionary has in an unusual form (資金鍊), or takes apart in the wrong place (纳|米制|造). */
const corrections = { 资金链: '資金鏈', 纳米: '納米', 一哄而上: '一哄而上' };

/**
 * A converter to traditional script with the forms of characters that are standard in Taiwan (群, 核; OpenCC's own
 * standard has 羣, 覈); words are kept, only characters change.
 */
export function toTraditional(): (text: string) => string {
	const words = Object.entries(corrections);
	return ConverterFactory(
		(Locale.from.cn ?? []).map(group => [words, ...group]),
		Locale.to.tw ?? [],
	);
}
