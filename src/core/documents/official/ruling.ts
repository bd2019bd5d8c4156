// Rulings of courts: the court, the kind of ruling and the number of the case at the head, and the day below the names
// of those who judged.

import type { PartialDate } from '../../corpus/records';
import { isOrgan } from './organ';
import { dayOf } from './writtenDate';

/** A ruling as its own lines have it. */
export interface Ruling {
	readonly court: string;
	/** 民事判决书, without the spaces typesetters put between its characters. */
	readonly kind: string;
	/** The number of the case: （2023）苏01民终4521号. */
	readonly number: string;
	readonly date?: PartialDate;
}

const kindOfRuling = '(?:(?![与诉案纠])\\p{Script=Han}){0,12}?(?:判决书|裁定书|决定书|调解书|支付令|通知书)';
const nameOfCourt = '(?:中华人民共和国)?\\p{Script=Han}{2,30}?法院';
const court = new RegExp(`^(${nameOfCourt})$`, 'u');
const kind = new RegExp(`^(${nameOfCourt})?(${kindOfRuling})$`, 'u');
/** （2023）苏01民终4521号, (2014)嘉刑初字第122号 */
const caseNumber = new RegExp(
	[
		'^(?:案号[:：|]?)?([（(〔\\[［](?:19|20)\\d{2}[）)〕\\]］]\\p{Script=Han}[\\p{Script=Han}\\d]{1,20}?第?',
		'\\d{1,6}(?:[-—]\\d{1,4})?号(?:之[一二三四五六七八九十\\d]{1,3})?)$',
	].join(''),
	'u',
);
/** Who judged, and who kept the record: 审判长　张伟. */
const officer = /^(?:代理|助理)?(?:审判[长员]|人民陪审员|执行[长员]|书记员|法官助理|院长)/;
/** What a title says that is one of a ruling. */
const ofRuling = /(?:判决|裁定|决定|调解|通知)书(?:[（(].{1,30}[）)])?$|支付令$|纠纷|[诉与].{1,40}案$/;

const withoutSpaces = (text: string) => text.replace(/\s+/g, '');

/** The three lines of a head of a ruling stand within so many of each other. */
const linesOfHead = 3;
/** The day stands at most so many lines below one who judged. */
const linesBelowOfficer = 3;

/** The head of a ruling among some lines: its court, its kind and the number of its case, one below the other. */
function headOf(lines: readonly string[]): Omit<Ruling, 'date'> | undefined {
	const plain = lines.map(withoutSpaces);
	for (const [i, line] of plain.entries()) {
		const [, named, called] = kind.exec(line) ?? [];
		if (called === undefined) continue;
		const organ = named ?? firstOf(plain.slice(Math.max(0, i - linesOfHead), i).reverse(), court);
		const number = firstOf(plain.slice(i + 1, i + 1 + linesOfHead), caseNumber);
		if (organ !== undefined && number !== undefined)
			return { court: organ.replace(/^中华人民共和国(?=最高)/, ''), kind: called, number };
	}
	return undefined;
}

function firstOf(lines: readonly string[], pattern: RegExp): string | undefined {
	for (const line of lines) {
		const found = pattern.exec(line)?.[1];
		if (found !== undefined) return found;
	}
	return undefined;
}

/** Labels of pages of rulings, each with its value behind it or on the next line. */
const labels = {
	court: /^(?:审理|审判|裁判|判决)?法院(?:名称)?$/,
	title: /^案件名称$|^标题$/,
	number: /^案号$|^案件字号$/,
	date: /^(?:裁判|判决|裁定|审结)(?:日期|时间)$/,
} as const;

/** What a box says of a ruling: 案号, 法院, 裁判日期, 案件名称. */
export function boxedRuling(lines: readonly string[]): (Omit<Ruling, 'kind'> & { readonly title: string }) | undefined {
	const cells = lines.flatMap(line => line.split(/[|｜:：]/).map(cell => cell.trim())).filter(cell => cell !== '');
	const value = (label: RegExp) => {
		const at = cells.findIndex(cell => label.test(withoutSpaces(cell)));
		return at < 0 ? undefined : cells[at + 1];
	};
	const organ = court.exec(withoutSpaces(value(labels.court) ?? ''))?.[1];
	const number = firstOf([value(labels.number) ?? '', ...lines].map(withoutSpaces), caseNumber);
	const [title, date] = [value(labels.title), dayOf(value(labels.date) ?? '')];
	if (organ === undefined || number === undefined || title === undefined || date === undefined) return undefined;
	return { court: organ, number, title, date };
}

/** The ruling a text is; `head`: its first lines, `title`: what its page calls it. */
export function rulingOf(
	title: string | undefined,
	head: readonly string[],
	body: readonly string[],
): Ruling | undefined {
	const found = headOf(head);
	if (!found || !mayBeTitled(title, found)) return undefined;
	const date = dayOfRuling(body);
	return date === undefined ? found : { ...found, date };
}

/** Texts about a ruling quote its head, too. */
function mayBeTitled(title: string | undefined, ruling: Omit<Ruling, 'date'>): boolean {
	if (title === undefined || ofRuling.test(title)) return true;
	const plain = withoutSpaces(title);
	return plain === ruling.number || court.test(plain) || kind.test(plain) || isOrgan(title);
}

function dayOfRuling(body: readonly string[]): PartialDate | undefined {
	const plain = body.map(withoutSpaces);
	const at = plain.findLastIndex(
		(line, i) =>
			dayOf(line) !== undefined && plain.slice(Math.max(0, i - linesBelowOfficer), i).some(one => officer.test(one)),
	);
	return at < 0 ? undefined : dayOf(plain[at] ?? '');
}

/** Whether a line is of a ruling by its form: its kind, the number of the case, who judged. */
export function isLineOfRuling(line: string): boolean {
	if (line.length > longestLine) return false;
	const plain = withoutSpaces(line);
	return caseNumber.test(plain) || namedOfficer.test(plain) || (kind.test(plain) && /^\p{Script=Han}\s/u.test(line));
}

const longestLine = 60;
/** 审判长张伟 */
const namedOfficer = new RegExp(`${officer.source}[:：]?[\\p{Script=Han}·*×XＸ某]{1,8}$`, 'u');

/** Whether a text begins with the head of a ruling. */
export function isHeadOfRuling(lines: readonly string[]): boolean {
	const [first = ''] = lines.map(withoutSpaces);
	return (court.test(first) || kind.test(first)) && headOf(lines) !== undefined;
}

const shortestTitle = 8;
const longestTitle = 120;

/** Whether a title says by itself that it is that of a ruling. */
export function isRulingTitle(title: string): boolean {
	return (
		title.length >= shortestTitle &&
		title.length <= longestTitle &&
		ofRuling.test(title) &&
		!kind.test(withoutSpaces(title))
	);
}
