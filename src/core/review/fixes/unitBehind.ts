// Units that a draft has behind the closing mark of a quotation.

const unit = '(?:个?百分点|[%％‰]|成|倍|万亿|万|亿)';
const endsInUnit = new RegExp(`[\\d零〇一二两三四五六七八九十百千]\\s*${unit}$`);
const unitBehind = new RegExp(`^[\\s\\0]*[”’」』"']+[\\s\\0]*${unit}`);

/** Whether a unit stands behind the closing mark of a number whose source has another: the draft would have both. */
export function hasOtherUnit(wording: string, rest: string): boolean {
	return unitBehind.test(rest) && endsInUnit.test(wording);
}
