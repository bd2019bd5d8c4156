// Whether a number of a draft can be the number a source has: rounding, 超过 and 近, ranges, % and 个百分点.

import type { Quantity } from './numbers';

/** A number may be rounded so far without saying so: 126.06万亿 is 126万亿. */
const rounding = 0.01;
const tiny = 1e-9;

/** Whether two numbers may be of the same kind at all. */
export function isComparable(written: Quantity, source: Quantity): boolean {
	if (written.kind === source.kind) return written.points === source.points || written.value === source.value;
	// 2.5万亿 without its unit.
	return (written.kind === '' && isMeasured(source)) || (source.kind === '' && isMeasured(written));
}

function isMeasured({ kind }: Quantity): boolean {
	return kind !== '%' && kind !== '第' && kind !== '倍';
}

/** Whether what is written agrees with what the source has. */
export function fits(written: Quantity, source: Quantity): boolean {
	if (written.points !== source.points) return false;
	if (written.to !== undefined || source.to !== undefined) return fitsRange(written, source);
	const { value: own, step, bound } = written;
	const { value } = source;
	const slack = Math.abs(value) * tiny + tiny;
	switch (bound) {
		case 'exact':
			return Math.abs(own - value) <= Math.max(slack, isRounded(written, source) ? Math.abs(value) * rounding : 0);
		case 'about':
			return Math.abs(own - value) <= Math.max(step / 2, Math.abs(value) * 0.01) + slack;
		case 'over':
			return isWithin(value - own, written, source, slack);
		case 'under':
			return isWithin(own - value, written, source, slack);
	}
}

/** Whether the source's number lies as far beyond a bound as a reader takes it: 超过40 is below 50. */
function isWithin(beyond: number, { step, bound, inclusive }: Quantity, source: Quantity, slack: number): boolean {
	if (beyond < -slack || beyond >= step - slack) return false;
	return beyond > slack || inclusive === true || source.bound === bound;
}

/** Whether a number has fewer digits than the source's, and is what that one is rounded to. */
function isRounded(written: Quantity, source: Quantity): boolean {
	const left = source.value - written.value;
	return written.step > source.step && (Math.abs(left) <= written.step / 2 || (left >= 0 && left < written.step));
}

/** A range is the same range; a number alone may lie within one. */
function fitsRange(written: Quantity, source: Quantity): boolean {
	const near = (one: number, other: number) => Math.abs(one - other) <= Math.abs(other) * tiny + tiny;
	if (source.to === undefined) return written.value <= source.value + tiny && source.value <= (written.to ?? 0) + tiny;
	if (written.to === undefined) return source.value - tiny <= written.value && written.value <= source.to + tiny;
	return near(written.value, source.value) && near(written.to, source.to);
}
