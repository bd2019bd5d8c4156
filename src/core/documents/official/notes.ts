// Lines that say when, where and by whom a text was adopted, proclaimed or spoken: the note below a law's title,
// the line below that of a report, and who stands there.

import type { PartialDate } from '../../corpus/records';
import { numberOfLine } from './documentNumber';
import { isOrgan, organsOf } from './organ';
import { dayOfGroups, dayPattern, withPlainDigits } from './writtenDate';

/** A law or regulation as its note has it. */
export interface Adoption {
	/** The last day the note names for an adoption, a proclamation or a change: that of the wording at hand. */
	readonly issued?: PartialDate;
	/** Who adopted or proclaimed it; a body that only approved it is named where nobody else is. */
	readonly issuers?: readonly string[];
	readonly number?: string;
}

const act = '(?:通过|公布|发布|颁布|修订|修正|修改|批准|印发)';
const done = new RegExp(act);
const clause = new RegExp(`(?:${dayPattern})([^；;]{0,160}?)(?=(?:${dayPattern})|[；;。]|$)`, 'g');
const assembly = new RegExp(
	[
		'((?:\\p{Script=Han}{2,20}?)?)(?:第|(?<=[市省区县州盟旗]))[一二三四五六七八九十百\\d]+届',
		'(\\p{Script=Han}{2,30}?)第?[一二三四五六七八九十百\\d]+次',
	].join(''),
	'u',
);
/** 最高人民法院审判委员会第1859次会议, 公安部部长办公会议, 国务院第132次常务会议 */
const sitting = new RegExp(
	[
		'^\\s*经?\\s*(\\p{Script=Han}{2,30}?)(?:(?:审判|检察)委员会)?(?:\\d{4}年)?',
		'(?:第?[一二三四五六七八九十百\\d]+次(?:KIND)?|KIND)会议',
	]
		.join('')
		.replaceAll('KIND', '(?:[部局署委行院厅会]务|(?:部长|局长|署长|主任|主席|行长|院长|厅长)办公|常务|全体|委员)'),
	'u',
);
const byOrder = new RegExp(
	[
		'((?:中华人民共和国)?\\p{Script=Han}{2,24}?)(?:令|(?<=委员会)(?=公告))(公告)?',
		'\\s*[（(]?第?\\s*([\\d一二三四五六七八九十百零〇]{1,6})\\s*号',
	].join(''),
	'u',
);

const bareOrder = new RegExp(`^[\\s，,]*${byOrder.source}\\s*$`, 'u');
const noted = new RegExp(`${act}|${byOrder.source}`, 'u');
/** Whether words behind a day say what was done on it; an order alone says that it was proclaimed. */
const saysDone = (what: string) => done.test(what) || bareOrder.test(what);

/**
 * The note of a line: （2023年12月29日第十四届…第七次会议通过）, 2021年1月24日 国务院令第736号公布; also one in
 * brackets at the end of a line. A sentence is none.
 */
export function adoptionOf(line: string): Adoption | undefined {
	if (line.length > longestNote || !noted.test(line)) return undefined;
	const plain = withPlainDigits(line);
	const bracketed = bracketedAtEnd(plain);
	const { number, text } = numberAhead((bracketed ?? plain).trim());
	if (!isNote(text) || (bracketed === undefined && /[。！？：:；;]$/.test(text))) return undefined;
	const adoption = adoptionsOf([text]);
	return adoption && { ...adoption, ...(number !== undefined && { number }) };
}

/** A law that was changed eleven times has a note of 1,200 characters. */
const longestNote = 2_000;

/** What the notes of a law say together: a law may have a line for each of its changes. */
export function adoptionIn(lines: readonly string[]): Adoption | undefined {
	const notes = wholeNotes(lines).filter(line => adoptionOf(line) !== undefined);
	if (notes.length === 0) return undefined;
	const parts = notes.map(withPlainDigits).map(line => numberAhead((bracketedAtEnd(line) ?? line).trim()));
	const number = parts.findLast(one => one.number !== undefined)?.number;
	const adoption = adoptionsOf(parts.map(one => one.text));
	return adoption && { ...adoption, ...(number !== undefined && { number }) };
}

/** Those of the first lines that are notes: a law that was changed often has many, some of them broken in two. */
export function notesOf(lines: readonly string[]): readonly string[] {
	const end = lines.findIndex(line => adoptionOf(line) === undefined && !/^[〈《]/.test(line));
	return end < 0 ? [] : lines.slice(0, end);
}

/** Lines with each note in brackets, which may be broken over a few, as one. */
export function wholeNotes(lines: readonly string[]): readonly string[] {
	const found: string[] = [];
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? '';
		const count = opened.test(line) ? linesOfBrackets(lines.slice(at, at + mostLines)) : 1;
		found.push(lines.slice(at, at + count).join(''));
		at += count - 1;
	}
	return found;
}

/** How many lines the brackets take that the first one opens; one where they are not closed. */
function linesOfBrackets(lines: readonly string[]): number {
	let depth = 0;
	for (const [i, line] of lines.entries()) {
		if (i > 0 && /^第[一1]条/.test(line)) return 1;
		depth += (line.match(/[（(]/g)?.length ?? 0) - (line.match(/[）)]/g)?.length ?? 0);
		if (depth <= 0) return i + 1;
	}
	return 1;
}

const opened = new RegExp(`^[（(]\\s*(?:${dayPattern})`);
const mostLines = 16;

/** （江政规〔2024〕3号　2024年5月6日江城市人民政府印发）: the number before the day. */
function numberAhead(text: string): { readonly number?: string; readonly text: string } {
	const at = /[号號][\s，,]+(?=(?:19|20)\d{2}\s*年)/.exec(text)?.index;
	const number = at === undefined ? undefined : numberOfLine(text.slice(0, at + 1));
	return number === undefined ? { text } : { number, text: text.slice((at ?? 0) + 1).replace(/^[\s，,]+/, '') };
}

/** What stands in the brackets a line ends with. */
function bracketedAtEnd(line: string): string | undefined {
	let depth = 0;
	for (let at = line.length - 1; at >= 0; at--) {
		const character = line.charAt(at);
		if (character === '）' || character === ')') depth++;
		else if (character === '（' || character === '(') depth--;
		if (depth === 0) return at < line.length - 1 ? line.slice(at + 1, -1) : undefined;
	}
	return undefined;
}

function adoptionsOf(notes: readonly string[]): Adoption | undefined {
	const acts = notes.flatMap(note => actsOf([...note.matchAll(clause)]));
	const issued = acts.at(-1)?.date;
	if (issued === undefined) return undefined;
	const named = acts.filter(one => one.issuers !== undefined);
	const issuers = (named.find(one => !one.approves) ?? named[0])?.issuers;
	const number = acts.findLast(one => one.number !== undefined)?.number;
	return { issued, ...(issuers && { issuers }), ...(number !== undefined && { number }) };
}

/** What was done on a day, and by whom. */
interface Act extends Adoption {
	readonly date: PartialDate;
	readonly approves: boolean;
}

/** What the clauses of a note say was done; two bodies that adopt together share the words behind the second. */
function actsOf(clauses: readonly RegExpExecArray[]): readonly Act[] {
	const acts: Act[] = [];
	let together: { readonly date: PartialDate; readonly issuers: readonly string[] }[] = [];
	for (const found of clauses) {
		const what = found[7] ?? '';
		const day = dayOfGroups(found);
		if (day === undefined) continue;
		if (sharing.test(what)) together.push({ date: day, issuers: byWhom(what).issuers ?? [] });
		else if (saysDone(what) && !/^\s*起?(?:施行|实施)/.test(what)) {
			acts.push(withOthers({ date: day, ...byWhom(what), approves: approving.test(what) }, together));
			together = [];
		}
	}
	return acts;
}

/** 2023年1月9日最高人民法院审判委员会第1881次会议、 */
const sharing = /会议\s*[、，,和及]?\s*$/;

/** An act of several bodies: done when the last of them did it. */
function withOthers(
	act: Act,
	others: readonly { readonly date: PartialDate; readonly issuers: readonly string[] }[],
): Act {
	if (others.length === 0) return act;
	const date = [act.date, ...others.map(other => other.date)].sort().at(-1) ?? act.date;
	return { ...act, date, issuers: [...new Set([...others.flatMap(other => other.issuers), ...(act.issuers ?? [])])] };
}

/** What a body does that has the last word on another's law. */
const approving = /^(?!.*(?:通过|公布|发布|颁布|修订|修正|修改|印发)).*批准/;

/** The body that met, or the one whose order it is. */
function byWhom(what: string): Pick<Adoption, 'issuers' | 'number'> {
	const [, organ = '', kind = '令', count = ''] = byOrder.exec(what) ?? [];
	const named = organ.replace(/^中华人民共和国(?=.{3})/, '').replace(/第[一二三四五六七八九十百\d]+届/, '');
	const ordered = organ === '' ? {} : { issuers: [named], number: `${organ.trim()}${kind}第${count}号` };
	const issuers = meetingOf(what) ?? publishersOf(what);
	return issuers === undefined ? ordered : { ...ordered, issuers };
}

const publishing =
	/^\s*([\p{Script=Han}、]{2,40}?)(?:第[\d一二三四五六七八九十]+号令?)?(?:通过|公布|发布|颁布|印发)(?:施行)?\s*$/u;
const startsWithDay = new RegExp(`^(?:${dayPattern})`);

/** Whether a line is such a note: it begins with a day and says what was done on it. */
function isNote(text: string): boolean {
	const isDone = done.test(text) || bareOrder.test(text.replace(startsWithDay, ''));
	return startsWithDay.test(text) && isDone && !/[。！？][^）)]/.test(text);
}

function meetingOf(what: string): readonly string[] | undefined {
	const [, before = '', organ] = assembly.exec(what) ?? [];
	if (organ !== undefined) return [`${before}${organ}`.replace(/(?:检察|审判)委员会$/, '')];
	const sat = sitting.exec(what)?.[1];
	return sat !== undefined && isOrgan(sat) ? [sat] : undefined;
}

/** 对外经济贸易部发布; 财政部、国家税务总局发布; 最高人民法院公告公布 */
function publishersOf(what: string): readonly string[] | undefined {
	const named = publishing.exec(what)?.[1]?.replace(/公告$/, '');
	const organs = named === undefined ? [] : organsOf(named);
	return organs.length > 0 ? organs : undefined;
}

const dash = '(?:[—―－-]{1,4}\\s*)?';
const occasion = new RegExp(
	[
		`^[（(]?${dash}(?:${dayPattern})\\s*，?\\s*[（(]?在.{2,60}[上前][）)]?[）)]?`,
		'(?:(?<=会议上)\\s*\\p{Script=Han}{2,30}\\s+\\p{Script=Han}{2,4})?$',
	].join(''),
	'u',
);

/** The day of the line below the title of a report or a speech: ——2026年1月27日在…会议上. */
export function occasionOf(line: string): PartialDate | undefined {
	if (line.length > 90) return undefined;
	const found = occasion.exec(line.trim());
	return found ? dayOfGroups(found) : undefined;
}

const offices =
	'省长|市长|县长|区长|州长|旗长|乡长|镇长|校长|总理|主席|副主席|主任|副主任|院长|检察长|书记|部长|局长|厅长|司长|会长|行长|署长|总书记|秘书长';
/** Orders set the characters of an office apart: 省　长　王伟中. */
const spacedOffices = offices
	.split('|')
	.map(office => [...office].join('\\s*'))
	.join('|');
const speaker = new RegExp(
	`^[（(]?\\p{Script=Han}{0,30}(?:${spacedOffices})\\s*[:：]?\\s*(\\p{Script=Han}{2,4}|\\p{Script=Han}(?:\\s+\\p{Script=Han}){1,2}|\\p{Script=Han}{1,6}(?:·\\p{Script=Han}{1,8}){1,3})[）)]?$`,
	'u',
);

/** The name on a line that is a person's office and name: 某省省长 张三丰. */
export function speakerOf(line: string): string | undefined {
	const text = line.trim();
	if (text.length > 40 || /[，。：；]$/.test(text)) return undefined;
	return speaker.exec(text)?.[1]?.replace(/\s+/g, '');
}

/** Words to those who listen or are written to: 各位代表：, 各省、自治区、直辖市人民政府：, 区规划资源局：. */
export function isSalutation(line: string): boolean {
	return (
		/^(?:(?:尊敬的)?各位|同志们|同学们|朋友们|女士们|先生们|主席先生|尊敬的)[^。；]{0,40}[:：!！]$/.test(line) ||
		(line.length <= 200 && /^各[^。；]{2,200}[:：]$/.test(line)) ||
		/^\p{Script=Han}[\p{Script=Han}、×*\s\d]{1,30}(?:代表|委员)[:：]$/u.test(line) ||
		(line.length <= 60 && /[:：]$/.test(line) && organsOf(line.slice(0, -1)).length > 0)
	);
}
