// The number official papers have (发文字号): 国办发〔2019〕6号, 国务院令第736号, 国家税务总局公告2023年第5号.

import { isOrgan } from './organ';

const counted = '[\\d一二三四五六七八九十百零〇]{1,7}';
const inYear = [
	'[\\p{Script=Han}A-Za-z]{1,18}\\s*[〔\\[（(［【﹝]\\s*(?:19|20)\\d{2}\\s*年?\\s*[〕\\]）)］】﹞]',
	`\\s*(?:第\\s*)?[\\dA-Za-z－—-]{1,8}\\s*[号號]`,
].join('');
const order = `(?:\\p{Script=Han}[\\p{Script=Han}\\s]{0,40})?(?:令|公告|通告)\\s*[（(〔]?\\s*(?:[一二三四五六七八九十]{1,3}届)?(?:(?:19|20)\\d{2}\\s*年?\\s*)?第?\\s*${counted}\\s*号[）)〕]?`;
const plain = `(?:(?:19|20)\\d{2}\\s*年\\s*)?第\\s*${counted}\\s*号`;
const whole = new RegExp(`^[（(]?\\s*(${inYear}|${order})\\s*[）)]?$`, 'u');
const labelled = new RegExp(`^(?:${inYear}|${order}|${plain})`, 'u');
const atEnd = new RegExp(`\\s*[（(]?(${inYear})[）)]?\\s*$`, 'u');
/** A number that is not one of its year stands in brackets behind a title: （国家税务总局公告2024年第12号）. */
const bracketedAtEnd = new RegExp(`\\s*[（(](${order}|(?:19|20)\\d{2}\\s*年\\s*第\\s*${counted}\\s*号)[）)]\\s*$`, 'u');

/** The number a line is, where it is nothing else. A title that ends in one is none. */
export function numberOfLine(line: string): string | undefined {
	if (line.length > 60 || !/[号號]/.test(line)) return undefined;
	const found = whole.exec(line.trim())?.[1];
	return found !== undefined && !/关于|《/.test(found) ? closedUp(found) : undefined;
}

/** A number with its organ is shorter. */
const longestNumber = 100;

/** The number at the beginning of what stands behind a label that says it is one. */
export function numberOfValue(text: string): string | undefined {
	const found = labelled.exec(text.trim().slice(0, longestNumber))?.[0];
	return found === undefined ? undefined : closedUp(found);
}

const ahead = new RegExp(`^(${inYear})\\s*《([^《》]{4,}(?:《[^《》]*》[^《》]*)*)》$`, 'u');
/** 海关总署公告2024年第12号（关于…的公告） */
const announced = new RegExp(`^(${order})\\s*[（(](关于.{4,}(?:公告|通告|决定|规定|办法))[）)]$`, 'u');
/** 【第220号令】《上市公司独立董事管理办法》 */
const orderAhead = new RegExp(`^【(?:${order}|第${counted}号令)】\\s*《?([^《》]{4,}?)》?$`, 'u');

/** 行政处罚决定书（某某股份）〔2024〕5号 */
const decision = new RegExp(
	[
		'^(.{2,80}(?:决定书|告知书|意见书|警示函|监管函)(?:[（(][^（）()]{1,40}[）)])?)',
		'\\s*([〔[［](?:19|20)\\d{2}[〕\\]］]\\s*第?\\s*\\d{1,5}\\s*号)$',
	].join(''),
);
/** 《上市公司独立董事管理办法》　2023年第220号令 */
const orderBehind = new RegExp(
	`^《([^《》]{4,})》\\s*(?:(?:19|20)\\d{2}\\s*年\\s*)?(?:第\\s*${counted}\\s*号\\s*令|${order})$`,
	'u',
);

/** A longer text is no title. */
const longestTitle = 500;

/** A title and the number in brackets behind it, or before it where it stands in title marks. */
export function parted(title: string): { readonly title: string; readonly number?: string } {
	if (title.length > longestTitle) return { title };
	const [, number, marked] = ahead.exec(title) ?? announced.exec(title) ?? [];
	if (number !== undefined && marked !== undefined) return { title: marked, number: closedUp(number) };
	const ordered = orderAhead.exec(title)?.[1] ?? orderBehind.exec(title)?.[1];
	if (ordered !== undefined) return { title: ordered };
	return numberBehind(title);
}

/** A title and the number behind it: in brackets, or that of a decision. */
function numberBehind(title: string): { readonly title: string; readonly number?: string } {
	const [, ofDecision, count] = decision.exec(title) ?? [];
	if (ofDecision !== undefined && count !== undefined) return { title: ofDecision, number: closedUp(count) };
	const found = /[）)]\s*$/.test(title) ? (atEnd.exec(title) ?? bracketedAtEnd.exec(title)) : null;
	if (!found?.[1] || found.index < 4) return { title };
	return { title: title.slice(0, found.index).trim(), number: closedUp(found[1]) };
}

const numberFirst = new RegExp(`^[（(]\\s*(${inYear})[\\s，,；;]+(.{6,80}?)\\s*[）)]$`, 'u');
const numberLast = new RegExp(`^[（(]\\s*(.{6,80}?)[\\s，,；;]+(${inYear})\\s*[）)]$`, 'u');

const day = '((?:19|20)\\d{2}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日)';
/** 1983年4月13日 国发[1983]62号, in either order */
const dayFirst = new RegExp(`^[（(]?${day}[\\s，,]+(${inYear})[）)]?$`, 'u');
const dayLast = new RegExp(`^[（(]?(${inYear})[\\s，,]+${day}[）)]?$`, 'u');

/** The day and the number a line has side by side. */
function dayAndNumber(line: string): readonly string[] | undefined {
	if (line.length > 60 || !/[号號]/.test(line)) return undefined;
	const [, date, number] = dayFirst.exec(line) ?? [];
	if (date !== undefined && number !== undefined) return [date, number];
	const [, first, last] = dayLast.exec(line) ?? [];
	return first !== undefined && last !== undefined ? [last, first] : undefined;
}

/**
 * A number and a note in one pair of brackets below a title, apart: （江政规〔2024〕3号　2024年5月6日…印发）;
 * a day and a number on one line.
 */
export function numberAndNote(line: string): readonly string[] {
	const beside = dayAndNumber(line.trim());
	if (beside) return beside;
	if (line.length > 120 || !/^[（(].*号.*[）)]$/.test(line)) return [line];
	const [, number, note] = numberFirst.exec(line) ?? [];
	if (number !== undefined && note !== undefined) return [number, `（${note}）`];
	const [, first, last] = numberLast.exec(line) ?? [];
	return first !== undefined && last !== undefined ? [last, `（${first}）`] : [line];
}

/** Spaces inside a number are the typesetter's; one between two organs that announce together parts them. */
function closedUp(number: string): string {
	const [, first, rest] = /^(\S{2,20})\s+(\S{2,}(?:令|公告|通告).*)$/.exec(number) ?? [];
	if (first !== undefined && rest !== undefined && isOrgan(first)) return `${first} ${closedUp(rest)}`;
	return number.replace(/\s+/g, '');
}

/**
 * Whether a number may be that of an organ: characters of its beginning stand in the organ's name
 * (国办发, 国务院办公厅), or it names none (2024年第12号).
 */
export function fits(number: string, organ: string): boolean {
	const code = [...(/^\p{Script=Han}+/u.exec(number)?.[0] ?? '')].filter(
		one => !'发函令规字第号年公告通'.includes(one),
	);
	return code.length === 0 || code.some(one => organ.includes(one));
}
