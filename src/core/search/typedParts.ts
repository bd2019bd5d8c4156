// Which part of a name letters stand for: its syllables are told apart by their first letters.

/** A name with the letters it may be typed with. */
export interface TypedName {
	readonly form: string;
	readonly full: readonly string[];
	readonly initials: readonly string[];
}

const han = /\p{Script=Han}/u;
const typed = /[\p{L}\p{N}]/u;
const syllable = /^(?:[bpmfdtnlgkhjqxzcsryw]|[zcs]h)?[aeiouv]{1,3}(?:ng?|r)?$/;
const longestSyllable = 6;

/** The parts of a name, of two characters and more, that are typed so. */
export function typedParts({ form, full, initials }: TypedName, letters: string): readonly string[] {
	const isWithin = [...full, ...initials].some(keys => keys.includes(letters));
	const spelt = isWithin ? spelling(form, full, initials) : undefined;
	if (!spelt) return [];
	const found = new Set<string>();
	for (let start = 0; start < spelt.length; start++) {
		let whole = '';
		let first = '';
		for (let end = start; end < spelt.length && first.length < letters.length; end++) {
			whole += spelt[end]?.syllable ?? '';
			first += spelt[end]?.syllable.charAt(0) ?? '';
			if (end > start && (whole === letters || first === letters))
				found.add(form.slice(spelt[start]?.at, spelt[end]?.end));
		}
	}
	return [...found];
}

interface Spelt {
	readonly syllable: string;
	/** Where the character stands, half-open. */
	readonly at: number;
	readonly end: number;
}

/** The characters of a name with their syllables; nothing where the letters are not those of its characters. */
function spelling(form: string, full: readonly string[], initials: readonly string[]): readonly Spelt[] | undefined {
	for (const keys of full) {
		for (const heads of initials) {
			const found = new Speller(form, keys, heads).from(0, 0, 0);
			if (found) return found;
		}
	}
	return undefined;
}

/** Tries syllables of each length in turn; what led nowhere once is not tried again. */
class Speller {
	private readonly failed = new Set<string>();

	constructor(
		private readonly form: string,
		private readonly keys: string,
		private readonly heads: string,
	) {}

	/** The characters from a place of the name on, where so many letters and first letters are spent. */
	from(at: number, key: number, head: number): readonly Spelt[] | undefined {
		if (at >= this.form.length) return key === this.keys.length && head === this.heads.length ? [] : undefined;
		const character = String.fromCodePoint(this.form.codePointAt(at) ?? 0);
		const end = at + character.length;
		if (!typed.test(character)) return this.from(end, key, head);
		const state = `${at} ${key}`;
		if (this.failed.has(state) || this.keys.charAt(key) !== this.heads.charAt(head)) return undefined;
		const letters = this.keys.slice(key, key + longestSyllable);
		for (const length of han.test(character) ? syllableLengths(letters) : [character.length]) {
			const rest = this.from(end, key + length, head + 1);
			if (rest) return [{ syllable: letters.slice(0, length), at, end }, ...rest];
		}
		this.failed.add(state);
		return undefined;
	}
}

/** Lengths of the syllables letters may begin with, the longest first. */
function syllableLengths(keys: string): readonly number[] {
	const lengths = Array.from({ length: longestSyllable }, (_, i) => longestSyllable - i);
	return lengths.filter(length => length <= keys.length && syllable.test(keys.slice(0, length)));
}
