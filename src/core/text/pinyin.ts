// Answers by which Latin letters a term may be typed: its full pinyin and its initials.

/**
 * The readings of a text, one list for each character (code point), the likeliest first: syllables without tones, ü as
 * `v`. A character that is not Han stands for itself in lower case.
 */
export type SyllableReader = (text: string) => readonly (readonly string[])[];

/** What a person may type for a term: lower-case letters and digits without spaces, the likeliest first. */
export interface PinyinKeys {
	/** e.g. `xinzhishengchanli` */
	readonly full: string[];
	/** e.g. `xzscl` */
	readonly initials: string[];
}

/** At most so many spellings of one term; characters of many readings would multiply. */
const mostSpellings = 6;

const han = /\p{Script=Han}/u;
const typed = /[\p{L}\p{N}]/u;

/** One part of a term: the syllables it may be, or what stands for itself. */
interface Part {
	readonly isHan: boolean;
	readonly readings: readonly string[];
}

function partsOf(term: string, read: SyllableReader, override: string | undefined): Part[] {
	const characters = [...term];
	const syllables = override
		?.toLowerCase()
		.replaceAll('u:', 'v')
		.replaceAll('ü', 'v')
		.split(/[\s']+/)
		.filter(part => part !== '');
	const hanCount = characters.filter(character => han.test(character)).length;
	// An override that spells all of the term, Latin letters too, is taken as it is; else it has a syllable for each
	// Han character.
	if (syllables && syllables.length !== hanCount)
		return syllables.map(syllable => ({ isHan: true, readings: [syllable] }));
	const readings = syllables ? [] : read(term);
	let spelt = 0;
	return characters.map((character, at) => {
		if (!han.test(character)) return { isHan: false, readings: [typed.test(character) ? character.toLowerCase() : ''] };
		if (!syllables) return { isHan: true, readings: readings[at] ?? [] };
		spelt++;
		return { isHan: true, readings: syllables.slice(spelt - 1, spelt) };
	});
}

/**
 * Every way through the readings, the likeliest first, cut to what a person may try. A library has a hundred thousand
 * names and titles.
 */
function spellings(parts: readonly Part[], spell: (part: Part, reading: string) => string): string[] {
	let made = [''];
	for (const part of parts) {
		const [first, ...others] = part.readings;
		if (first === undefined) continue;
		const likeliest = spell(part, first);
		if (others.length === 0) made = made.map(start => start + likeliest);
		else made = crossed(made, [...new Set([likeliest, ...others.map(reading => spell(part, reading))])]);
	}
	return [...new Set(made)].filter(spelling => spelling !== '');
}

/** Each beginning with each of the spellings that may follow, as far as somebody would try. */
function crossed(starts: readonly string[], next: readonly string[]): string[] {
	return next.flatMap(spelling => starts.map(start => start + spelling)).slice(0, mostSpellings);
}

/** ü is typed as v; but lüe and nüe also, and by some lü and nü, as if it were u. */
const withoutUmlaut = (spelling: string): string =>
	spelling.includes('v') ? spelling.replace(/([ln])v/g, '$1u') : spelling;

/**
 * The keys of a term. `override` gives the syllables where the library misreads (`pinyin:` of a record), separated by
 * spaces. Latin letters and digits in a term stand for themselves in both keys (AI赋能: `aifuneng`, `aifn`); marks are
 * left out.
 */
export function pinyinKeys(term: string, read: SyllableReader, override?: string): PinyinKeys {
	const parts = partsOf(term.normalize('NFC'), read, override);
	const full = spellings(parts, (_, reading) => reading);
	const initials = spellings(parts, (part, reading) => (part.isHan ? (reading[0] ?? '') : reading));
	return { full: [...new Set([...full, ...full.map(withoutUmlaut)])], initials };
}
