// English around Chinese quotations as Chinese that says the same of who spoke and when, and is as long: what reads
// Chinese can read it then. As Li Qiang put it in 2024, “……” becomes 李强在2024年指出，“……”.
import { Confusables } from '../../core/text/confusables';
import { premiers, soleOffices } from '../../core/text/officialNames';
import type { Place } from './unproved';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const ordinals: Readonly<Record<string, string>> = { 17: '十七', 18: '十八', 19: '十九', 20: '二十' };

type Reading = (found: RegExpExecArray) => string | undefined;
const monthOf = (name = '') => months.indexOf(name.toLowerCase()) + 1;

/** What English says of when and where, in the words that clauses are read by. */
const readings: readonly (readonly [RegExp, Reading])[] = [
	[/(\d{4}) (?:government )?work report/i, found => `${found[1]}年政府工作报告`],
	[/(\d{2})th (?:(?:cpc|party|national) )*congress/i, found => `${ordinals[found[1] ?? ''] ?? ''}大报告`],
	[
		new RegExp(`${monthName} (\\d{1,2}),? (\\d{4})`, 'i'),
		found => `${found[3]}年${monthOf(found[1])}月${Number(found[2])}日`,
	],
	[
		new RegExp(`(\\d{1,2}) ${monthName},? (\\d{4})`, 'i'),
		found => `${found[3]}年${monthOf(found[2])}月${Number(found[1])}日`,
	],
	[new RegExp(`${monthName},? (?:of )?(\\d{4})`, 'i'), found => `${found[2]}年${monthOf(found[1])}月`],
	[/(?:\b(?:in|of|since|back in|his|the|an?|early|late)|['’]s) (\d{4})\b/i, found => `${found[1]}年`],
];

/** Behind words, English that says whose they are: “……”, said Li Qiang. “……” (Li Qiang, 2025) */
const behindMark = /^[。！？,.]?[”」』"][,.]?(?:\s|\0)*(?:[—―–(,-]+\s*)?/;
const saidBehind = /^(?:(?:as|so|said|wrote|noted|premier|president|general secretary|by) )*[A-Z][a-z]+/i;
const longest = 160;
/** Fills the room that is left: no space, of which many set Markdown apart. */
const filling = '。';

interface EnglishName {
	readonly name: string;
	readonly pattern: RegExp;
}

/**
 * A text with Chinese for the English around some quotations that names a speaker or a date; nothing where none does.
 * `speakers`: names the corpus knows; `syllables`: how characters sound, see `Confusables`.
 */
export function inChinese(
	text: string,
	quotations: readonly Place[],
	speakers: readonly string[],
	syllables: string,
): string | undefined {
	if (!/[A-Za-z]{3} /.test(text)) return undefined;
	const names = namesOf(speakers, syllables);
	let translated = text;
	for (const place of quotations) {
		const found = leadOf(text, place, names) ?? trailOf(text, place, names);
		if (found) translated = translated.slice(0, found.start) + found.chinese + translated.slice(found.end);
	}
	return translated === text ? undefined : translated;
}

/** A stretch of English, and as much Chinese. */
interface Translated extends Place {
	readonly chinese: string;
}

/** What stands before the mark that opens a quotation, as a sentence that ends in a verb of saying. */
function leadOf(text: string, { start }: Place, names: readonly EnglishName[]): Translated | undefined {
	const end = Math.max(0, start - 1);
	const words = /(?:[^。！？；“”\n.!?;]|\.(?=\S))*$/.exec(text.slice(Math.max(0, end - longest), end))?.[0] ?? '';
	const clause = clauseOf(words, names);
	const chinese = clause === undefined ? '' : `${filling}${clause}指出，`;
	if (chinese === '' || chinese.length > words.length) return undefined;
	return { start: end - words.length, end, chinese: chinese.padStart(words.length, filling) };
}

/** What stands behind a quotation, where it begins with who spoke. */
function trailOf(text: string, { end }: Place, names: readonly EnglishName[]): Translated | undefined {
	const mark = behindMark.exec(text.slice(end, end + 20))?.[0] ?? '';
	const start = end + mark.length;
	const words = /^[^。！？；“”\n.!?;)）]*/.exec(text.slice(start, start + longest))?.[0] ?? '';
	const clause = mark !== '' && saidBehind.test(words) ? clauseOf(words, names) : undefined;
	if (clause === undefined) return undefined;
	const chinese = mark.includes('(') ? clause.replace('在', '，') : `${clause}指出。`;
	return chinese.length > words.length
		? undefined
		: { start, end: start + words.length, chinese: chinese.padEnd(words.length, filling) };
}

/** What English says of who spoke and when; nothing where it says neither. */
function clauseOf(words: string, names: readonly EnglishName[]): string | undefined {
	if (!/[A-Za-z]{2,}/.test(words) || /\p{Script=Han}{6}/u.test(words)) return undefined;
	const speakers = names.filter(one => one.pattern.test(words)).map(one => one.name);
	const when = readings.flatMap(([pattern, reading]) => {
		const found = pattern.exec(words);
		return found ? (reading(found) ?? []) : [];
	});
	const parts = [speakers.join('，'), when[0] ?? ''].filter(one => one !== '');
	return parts.length === 0 ? undefined : parts.join('在');
}

/** The names of persons as English writes them: Li Qiang, Li Keqiang. */
function namesOf(speakers: readonly string[], syllables: string): readonly EnglishName[] {
	const sounds = new Confusables(syllables);
	const persons = [...new Set([...speakers, ...premiers])].filter(one => /^\p{Script=Han}{2,4}$/u.test(one));
	return persons.flatMap(name => {
		const [surname = '', ...given] = [...name].map(one => `(?:${sounds.soundsOf(one).join('|')})`);
		const isKnown = [...name].every(one => sounds.soundsOf(one).length > 0);
		const whole = `\\b${surname} ${given.join("[-’' ]?")}\\b`;
		// Who has an office alone is called by the surname alone, which begins a place as well: Xi’an.
		const short = soleOffices.some(one => one.holder === name)
			? `|\\b${surname}\\b(?![-’' ]?[A-Za-z]*an\\b)(?= said| (?:once|also)| [a-z]+ed\\b|[,:]|['’]s )`
			: '';
		return isKnown ? [{ name, pattern: new RegExp(whole + short, 'i') }] : [];
	});
}
