// Whether who is said to have spoken, and when, is what the source says.

import type { Citation } from '../../corpus/records';
import { fold } from '../../text/fold';
import { anyOf, offices, soleOffices } from '../../text/officialNames';
import { isMeeting, mayBeOneMeeting, meetingIn } from './meetings';
import { otherOccasion } from './occasion';
import { beginsWithSpeaker, nameBefore, speakerByForm, titledIn } from './persons';

/** What a record says of who spoke and when. */
export interface Attribution extends Pick<Citation, 'speaker' | 'occasion' | 'date'> {
	/**
	 * Who alone is wrongly named as the speaker: these, or persons named as who speaks where the words are a text's own.
	 * Absent: anybody else.
	 */
	readonly rivals?: readonly string[] | 'persons';
	/** The paragraph the words stand in: who is named there may have spoken them. */
	readonly beside?: string;
}

/** What a draft says otherwise than the source. */
export interface Misattribution {
	readonly why: 'speaker' | 'date' | 'occasion';
	readonly written: string;
	readonly expected: string;
	/** Where in the clause other words are to stand, and which. UTF-16, half-open. */
	readonly start: number;
	readonly end: number;
	/** Nothing where that is not for us to say. */
	readonly instead?: string;
}

const officeFirst = new RegExp(`^${anyOf(offices)}`);
const ordinal = /第([一二三四五六七八九十百\d]+)(次[\p{Script=Han}]{2,6}|届)/gu;

/**
 * The first thing in a clause that contradicts the citations; nothing where one of them fits. A record that has nothing
 * on the matter, as of an undated reprint, fits with everything and nothing.
 */
export function misattributed(
	clause: string,
	citations: readonly Attribution[],
	names: readonly string[],
): Misattribution | undefined {
	if (citations.length === 0) return undefined;
	const said = fold(clause);
	const judged = citations.map(citation => ({
		citation,
		fault: speakerFault(said, citation, names) ?? dateFault(said, citation) ?? occasionFault(said, citation),
	}));
	const isFitted = (why: Misattribution['why']) =>
		judged.some(one => one.fault === undefined && one.citation[why] !== undefined);
	return judged.find(({ fault }) => fault !== undefined && !isFitted(fault.why))?.fault;
}

function speakerFault(said: string, known: Attribution, names: readonly string[]): Misattribution | undefined {
	const { speaker } = known;
	if (speaker === undefined || said.includes(fold(speaker))) return undefined;
	const meant = known.rivals ? undefined : meetingFault(said, speaker);
	if (meant) return meant;
	const other = otherSpeaker(said, speaker, names);
	if (!other || mayHaveSpoken(other.name, said, known, names)) return undefined;
	// Who has an office may be called by it alone.
	if (isCalledByOffice(said, speaker) && !names.some(name => said.includes(fold(name)))) return undefined;
	const { name, start } = other;
	// The office goes with the name.
	const office = officeFirst.exec(said.slice(start + name.length))?.[0] ?? '';
	const end = start + name.length + office.length;
	const fault = { why: 'speaker', written: name, expected: speaker, start, end } as const;
	return known.rivals === 'persons' ? fault : { ...fault, instead: speaker };
}

/** A text that is named, or whoever writes for one: then a person beside it is what it is about. */
const textNamed = /[《》]|文章|评论|社论|报道/;

/** Whether nothing speaks against it that another than the recorded speaker has the words. */
function mayHaveSpoken(name: string, said: string, known: Attribution, names: readonly string[]): boolean {
	const { rivals, beside, speaker = '' } = known;
	if (rivals === 'persons') return textNamed.test(said) || !beginsWithSpeaker(said, names);
	if (rivals) return !rivals.includes(name) || name === speaker;
	return beside !== undefined && fold(beside).includes(name);
}

/** Who is named in a clause as who speaks: by name, or by an office that nobody else has. Folded. */
export function speakerIn(
	clause: string,
	names: readonly string[],
): Pick<Misattribution, 'written' | 'start' | 'end'> | undefined {
	const said = fold(clause);
	const named = otherSpeaker(said, '', names);
	if (named) return { written: named.name, start: named.start, end: named.start + named.name.length };
	const sole = soleOffices.find(({ holder }) => isCalledByOffice(said, holder));
	const start = sole ? said.indexOf(sole.office) : -1;
	return sole && { written: sole.holder, start, end: start + sole.office.length };
}

/** Who else is named in a clause: a speaker the corpus knows, somebody with an office, or who speaks in it. */
function otherSpeaker(
	said: string,
	speaker: string,
	names: readonly string[],
): { readonly name: string; readonly start: number } | undefined {
	const named = names.find(name => name !== speaker && said.includes(fold(name)));
	if (named !== undefined) return { name: named, start: said.indexOf(fold(named)) };
	return titledIn(said) ?? speakerByForm(said);
}

/** Whether a clause has the speaker's office with nobody's name before it, and nobody else has that office. */
function isCalledByOffice(said: string, speaker: string): boolean {
	return soleOffices.some(
		({ office, holder }) =>
			holder === speaker && said.includes(office) && !nameBefore(said.slice(0, said.indexOf(office))),
	);
}

/** 2024年1月31日, 2024年1月, 2024年, 2024-01-31. */
const wholeDate = /(\d{4})(?:年|[-/.](?=\d{1,2}[-/.]\d))(?:(\d{1,2})[-/.月](?:(\d{1,2})日?)?)?/;

function dateFault(said: string, { date }: Attribution): Misattribution | undefined {
	if (date === undefined) return undefined;
	const found = wholeDate.exec(said);
	const known = date.split('-').map(Number);
	if (!found) {
		// 3月5日, of a year that goes without saying.
		const day = /(\d{1,2})月(\d{1,2})日/.exec(said);
		if (!day || known.length < 3 || (Number(day[1]) === known[1] && Number(day[2]) === known[2])) return undefined;
		return {
			why: 'date',
			written: day[0],
			expected: date,
			start: day.index,
			end: day.index + day[0].length,
			instead: dateWords(date).replace(/^\d+年/, ''),
		};
	}
	const written = found
		.slice(1)
		.filter(one => one !== undefined)
		.map(Number);
	if (!written.some((one, at) => known[at] !== undefined && known[at] !== one)) return undefined;
	return {
		why: 'date',
		written: found[0],
		expected: date,
		start: found.index,
		end: found.index + found[0].length,
		instead: dateWords(date, written.length),
	};
}

/** What a text counts: 第十一次集体学习, 第二十届. */
function ordinalsIn(text: string): { whole: string; number: string; kind: string; start: number }[] {
	return [...text.matchAll(ordinal)].map(({ 0: whole, 1: number = '', 2: kind = '', index }) => ({
		whole,
		number,
		kind,
		start: index + 1,
	}));
}

/** 第十次集体学习 where the source has 第十一次集体学习. */
function occasionFault(said: string, { occasion }: Attribution): Misattribution | undefined {
	if (occasion === undefined) return undefined;
	const known = ordinalsIn(fold(occasion));
	for (const { whole, number, kind, start } of ordinalsIn(said)) {
		const isSame = (other: string) => other === kind || (kind.startsWith('次') && other.startsWith(kind.slice(0, 3)));
		const same = known.find(one => isSame(one.kind));
		if (same && same.number !== number)
			return {
				why: 'occasion',
				written: whole.replace(/[时上中]$/, ''),
				expected: occasion,
				start,
				end: start + number.length,
				instead: same.number,
			};
	}
	const other = otherOccasion(said, fold(occasion));
	return other && { why: 'occasion', written: said.slice(other.start, other.end), expected: occasion, ...other };
}

function meetingFault(said: string, speaker: string): Misattribution | undefined {
	const found = meetingIn(said);
	if (!found || !isMeeting(fold(speaker)) || mayBeOneMeeting(found.name, fold(speaker))) return undefined;
	const { name, start, end } = found;
	return { why: 'speaker', written: name, expected: speaker, start, end, instead: speaker };
}

/** `2024-01-31` → 2024年1月31日; with `parts` only so many of year, month and day. */
export function dateWords(date: string, parts = 3): string {
	return date
		.split('-')
		.slice(0, parts)
		.map((part, at) => `${Number(part)}${'年月日'.charAt(at)}`)
		.join('');
}
