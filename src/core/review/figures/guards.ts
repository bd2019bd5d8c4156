// What makes two numbers two things although the same is said of them: another year or season, another place, growth
// and share.

import { fold } from '../../text/fold';
import { cities, provinces } from '../../text/officialNames';
import type { Quantity } from './numbers';

const seasons = /上半年|下半年|前?[一二三四]季度|前三季度|(?<![\d])\d{1,2}月份?|当月|每年|年均|十[一二三四五]五/g;
const places = new RegExp(
	[
		...provinces,
		...cities,
		'[我本全](?:省|市|县|区|州)',
		'(?<=[，。、；：（\\s]|^)\\p{Script=Han}{2}(?:省|市|县)',
		'美国|日本|欧盟|世界|全球',
	].join('|'),
	'gu',
);
const growth = /增长|增加|提高|提升|上升|增|上涨|扩大|下降|减少|降低|回落|下调|上调/;
const share = /占|比重|比例|占比|份额/;

/** A sentence, where in it a number stands, and what is known beside it. */
export interface Placed {
	readonly text: string;
	readonly quantity: Quantity;
}

/** Whether a draft tells of another time or place than a source does. `around`: all the source says there. */
export function isElsewhere(written: string, original: string, around: string, years: readonly string[]): boolean {
	const [own, source] = [fold(written), fold(original)];
	const named = yearsIn(own);
	const there = yearsIn(source);
	const known = there.length > 0 ? there : years;
	if (named.length > 0 && known.length > 0 && !named.some(year => known.includes(year))) return true;
	for (const [season] of own.matchAll(seasons)) if (!source.includes(season)) return true;
	const near = fold(around) + source;
	for (const [place] of own.matchAll(places)) if (!near.includes(place)) return true;
	return false;
}

/** Whether one number is a growth and the other a share, or a level. */
export function isOtherMeasure(written: Placed, source: Placed): boolean {
	const [own, other] = [measureOf(written), measureOf(source)];
	return own !== undefined && other !== undefined && own !== other;
}

function measureOf({ text, quantity: { from, till, kind } }: Placed): 'growth' | 'share' | undefined {
	if (kind !== '%') return undefined;
	const before = /[^，。；：、]*$/.exec(text.slice(0, from))?.[0].slice(-8) ?? '';
	const behind = /^[^，。；：、]{0,6}/.exec(text.slice(till))?.[0] ?? '';
	if (growth.test(before) || growth.test(behind)) return 'growth';
	return share.test(before) ? 'share' : undefined;
}

function yearsIn(text: string): readonly string[] {
	return [...text.matchAll(/(?<!\d)((?:19|20)\d\d)(?=年|[-—~至])/g)].map(one => one[1] ?? '');
}
