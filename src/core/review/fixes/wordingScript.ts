// In which script the words of a source are to be written where they go into a draft.

import { foldCode } from '../../text/fold';
import { isTraditionalOnly, traditionalOf } from '../../text/script';

let variants: Uint8Array | undefined;

/** Whether a character has another form in the other script. */
function hasVariant(mark: string): boolean {
	if (!variants) {
		variants = new Uint8Array(65536);
		for (let code = 0x3400; code < 0xa000; code++)
			if (foldCode(code) !== code) variants[foldCode(code)] = variants[code] = 1;
	}
	// 了 is 瞭 in 瞭解 alone, which a wording hardly begins or ends with.
	return mark !== '了' && variants[mark.charCodeAt(0)] === 1;
}

/** What differs between a draft's characters and those of a wording, half-open on both sides. */
interface Difference {
	readonly from: number;
	readonly to: number;
	readonly start: number;
	readonly end: number;
}

/** The script of a stretch of a draft, as far as that shows beside a wording. */
export class WordingScript {
	private readonly traditional: boolean;
	/** Whether the wording is in traditional script, and the stretch is not. */
	private readonly foreign: boolean;
	/** Whether all that is the same on both sides is written the same. */
	private readonly asWritten: boolean;

	constructor(written: readonly string[], wording: readonly string[], differences: readonly Difference[]) {
		const isTraditional = (mark: string) => isTraditionalOnly(mark.charCodeAt(0));
		const isDifferent = (at: number) => differences.some(one => one.from <= at && at < one.to);
		this.traditional = written.some((mark, at) => isTraditional(mark) && !isDifferent(at));
		this.foreign = wording.some(isTraditional) && !this.traditional;
		this.asWritten = commonPairs(written, wording, differences).every(
			([own, other]) => own === other || !/\p{Script=Han}/u.test(own),
		);
	}

	/** Words of the wording in the script of the stretch; nothing where nobody knows how they are written in it. */
	of(words: string): string | undefined {
		if (this.asWritten) return words;
		if (this.foreign) return simplified(words);
		if (!this.traditional) return words;
		const isSimple = (mark: string) => hasVariant(mark) && foldCode(mark.charCodeAt(0)) === mark.charCodeAt(0);
		const own = [...words].map(mark => (isSimple(mark) ? traditionalOf(mark) : mark));
		return own.includes(undefined) ? undefined : own.join('');
	}
}

/** The characters that are the same on both sides, as either side writes them. */
function commonPairs(
	written: readonly string[],
	wording: readonly string[],
	differences: readonly Difference[],
): [own: string, other: string | undefined][] {
	const pairs: [string, string | undefined][] = [];
	let [own, other] = [0, 0];
	for (const { from, to, end } of [...differences, { from: written.length, to: 0, end: 0 }]) {
		for (const [at, mark] of written.slice(own, from).entries()) pairs.push([mark, wording[other + at]]);
		[own, other] = [to, end];
	}
	return pairs;
}

function simplified(words: string): string {
	return [...words]
		.map(mark => {
			const isHan = mark.length === 1 && /\p{Script=Han}/u.test(mark);
			return isHan ? String.fromCharCode(foldCode(mark.charCodeAt(0))) : mark;
		})
		.join('');
}
