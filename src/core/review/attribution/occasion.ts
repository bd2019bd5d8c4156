// On which occasion something was said, as far as a clause or a record tells, and whether two of them cannot be one.

import { anyOf, provinces, workReport } from '../../text/officialNames';
import { mayBeOneMeeting } from './meetings';

/** What a clause tells of an occasion. Offsets of the clause, half-open. */
interface Occasion {
	readonly kind: 'study' | 'delegation' | 'visit' | 'report' | 'conference' | 'congress' | 'sessions';
	/** What tells one from another of the kind, where it is named: a delegation, provinces, a conference. */
	readonly names: readonly OccasionName[];
	readonly start: number;
	readonly end: number;
}

const province = new RegExp(anyOf(provinces), 'g');
/** What tells one occasion of a kind from another: a name and where it stands. */
interface OccasionName {
	readonly name: string;
	readonly start: number;
	readonly end: number;
}

/** A kind of occasion: what it is called, and by which names its occasions are told apart. */
interface OccasionKind {
	readonly kind: Occasion['kind'];
	readonly pattern: RegExp;
	names(text: string, found: RegExpExecArray): OccasionName[];
	/** Without a name it is any occasion of the kind: 在考察时. */
	readonly named?: true;
}

const study = `(?:[一二三四五六七八九十]{1,3}届)?(?:中共)?(?:中央)?政治局(?:第[一二三四五六七八九十百\\d]{1,5}次)?集体学习`;
/** A congress of the party as a place where something was said, or its report: not 二十大以来, 二十大精神. */
const congress = /[一二三四五六七八九十]{1,3}大(?=的?(?:政治)?报告|上|开幕|闭幕)(?:的?(?:政治)?报告)?/;
const kinds: readonly OccasionKind[] = [
	{
		kind: 'study',
		pattern: new RegExp(`${study}|第[一二三四五六七八九十百\\d]{1,5}次集体学习`),
		names: () => [],
	},
	{
		kind: 'delegation',
		pattern: /(?:\p{Script=Han}{1,3}届全国人大[一二三四五]次会议)?(\p{Script=Han}{2})代表团(?:审议)?/u,
		names: (_, { 0: whole, 1: name = '', index }) => [nameAt(name, index + whole.indexOf(name))],
	},
	{
		kind: 'conference',
		pattern: /中央\p{Script=Han}{1,14}?会议|[一二三四五六七八九十]{1,3}届[一二三四五六七]中全会/u,
		names: (_, { 0: name, index }) => [nameAt(name, index)],
	},
	{
		kind: 'congress',
		pattern: congress,
		names: (_, { 0: name, index }) => [nameAt(name.slice(0, name.indexOf('大')), index)],
	},
	{ kind: 'report', pattern: new RegExp(`(?:\\d{4}年)?(?:国务院)?${workReport}`), names: () => [] },
	{
		kind: 'visit',
		pattern: /(?:[在赴到][^在赴到，,]{0,14}?)?(?:考察|调研|视察|看望慰问)(?:调研|期间)?/,
		names: text => [...text.matchAll(province)].map(one => nameAt(one[0], one.index)),
		named: true,
	},
	{ kind: 'sessions', pattern: /全国两会|全国(?:人大|政协)\p{Script=Han}{0,6}会议/u, names: () => [] },
];
/** What is said at the yearly sessions. */
const atSessions: readonly Occasion['kind'][] = ['sessions', 'delegation', 'report'];

/** A congress or a plenary session that a clause names as where something stands; offsets of the clause. */
export function congressIn(clause: string): { readonly start: number; readonly end: number } | undefined {
	const found = congress.exec(clause);
	return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

function nameAt(name: string, start: number): OccasionName {
	return { name, start, end: start + name.length };
}

function occasionOf(text: string): Occasion | undefined {
	for (const { kind, pattern, names, named } of kinds) {
		const found = pattern.exec(text);
		if (!found) continue;
		const known = names(text, found);
		if (named && known.length === 0) return undefined;
		return { kind, names: known, start: found.index, end: found.index + found[0].length };
	}
	return undefined;
}

/**
 * What of a clause is another occasion than the recorded one, and what it should be; nothing where both may be one, or
 * too little is told. Both folded.
 */
export function otherOccasion(
	clause: string,
	recorded: string,
): { readonly start: number; readonly end: number; readonly instead: string } | undefined {
	const written = occasionOf(clause);
	const known = occasionOf(recorded);
	if (!written || !known) return undefined;
	const kinds = [written.kind, known.kind];
	if (kinds.includes('sessions') && kinds.every(one => atSessions.includes(one))) return undefined;
	if (written.kind !== known.kind) {
		const lead = /^(?:在|赴|到)/.exec(clause.slice(written.start, written.end))?.[0].length ?? 0;
		return { start: written.start + lead, end: written.end, instead: recorded.replace(/^(?:在|参加|出席|主持)/, '') };
	}
	const [own] = written.names;
	const [other] = known.names;
	if (!own || !other || written.names.some(one => known.names.some(same => mayBeOneMeeting(one.name, same.name))))
		return undefined;
	return { start: own.start, end: own.end, instead: other.name };
}
