// Meetings that speak: what a clause calls them, and whether two names may be of one of them.

import { anyOf, conveners } from '../../text/officialNames';

/** A meeting a clause names: its name and where it stands, half-open. */
export interface NamedMeeting {
	readonly name: string;
	readonly start: number;
	readonly end: number;
}

const ordinal = '[一二三四五六七八九十]+';
const meeting = new RegExp(
	`(?:${ordinal}届)?${anyOf(conveners)}\\p{Script=Han}{1,14}?会议|${ordinal}届${ordinal}中全会|全国两会`,
	'u',
);

/** The first meeting that speaks in a clause. Folded. */
export function meetingIn(clause: string): NamedMeeting | undefined {
	const found = meeting.exec(clause);
	return found ? { name: found[0], start: found.index, end: found.index + found[0].length } : undefined;
}

/** Whether a name is that of a meeting that speaks. */
export function isMeeting(name: string): boolean {
	return /(?:会议|全会)$/.test(name);
}

/**
 * Whether one meeting may be called what another is called, 中央财经委会议 being short for
 * 二十届中央财经委员会第一次会议.
 */
export function mayBeOneMeeting(one: string, other: string): boolean {
	if (/全会$/.test(one) || /全会$/.test(other)) return one === other;
	if (areTwoSessions(one, other) || areTwoSessions(other, one)) return true;
	const [a, b] = [stemOf(one), stemOf(other)];
	const [own, known] = [countOf(one), countOf(other)];
	return (isWithin(a, b) || isWithin(b, a)) && (own === undefined || known === undefined || own === known);
}

/** 全国两会 are the yearly sessions of the congress and of the conference. */
function areTwoSessions(name: string, session: string): boolean {
	return name === '全国两会' && /(?:全国人大|全国人民代表大会|全国政协)\S{0,4}次会议$|^全国两会$/.test(session);
}

function stemOf(name: string): string {
	return name.replace(/[一二三四五六七八九十]+届|第[一二三四五六七八九十百\d]+次|全体|会议$/g, '');
}

function countOf(name: string): string | undefined {
	return /第([一二三四五六七八九十百\d]+)次/.exec(name)?.[1];
}

/** Whether the characters of one name stand in another in that order. */
function isWithin(short: string, long: string): boolean {
	let at = 0;
	for (const mark of long) if (mark === short[at]) at++;
	return at === short.length;
}
