// The number official papers have (发文字号): 国办发〔2019〕6号, 国务院令第736号, 国家税务总局公告2023年第5号.

import { isOrgan } from './organ';

const counted = '[\\d一二三四五六七八九十百零〇]{1,7}';
const inYear = [
	'[\\p{Script=Han}A-Za-z]{1,18}\\s*[〔\\[（(［【﹝]\\s*(?:19|20)\\d{2}\\s*年?\\s*[〕\\]）)］】﹞]',
	`\\s*(?:第\\s*)?[\\dA-Za-z－—-]{1,8}\\s*[号號]`,
].join('');
const order = `(?:\\p{Script=Han}[\\p{Script=Han}\\s]{0,40})?(?:令|公告|通告)\\s*[（(〔]?\\s*(?:(?:19|20)\\d{2}\\s*年?\\s*)?第?\\s*${counted}\\s*号[）)〕]?`;
const plain = `(?:(?:19|20)\\d{2}\\s*年\\s*)?第\\s*${counted}\\s*号`;
const whole = new RegExp(`^[（(]?\\s*(${inYear}|${order})\\s*[）)]?$`, 'u');
const labelled = new RegExp(`^(?:${inYear}|${order}|${plain})`, 'u');
const atEnd = new RegExp(`\\s*[（(]?(${inYear})[）)]?\\s*$`, 'u');

/** The number a line is, where it is nothing else. A title that ends in one is none. */
export function numberOfLine(line: string): string | undefined {
	if (line.length > 60 || !/[号號]/.test(line)) return undefined;
	const found = whole.exec(line.trim())?.[1];
	return found !== undefined && !/关于|《/.test(found) ? closedUp(found) : undefined;
}

/** The number at the beginning of what stands behind a label that says it is one. */
export function numberOfValue(text: string): string | undefined {
	const found = labelled.exec(text.trim())?.[0];
	return found === undefined ? undefined : closedUp(found);
}

const ahead = new RegExp(`^(${inYear})\\s*《([^《》]{4,}(?:《[^《》]*》[^《》]*)*)》$`, 'u');

/** A title and the number in brackets behind it, or before it where it stands in title marks. */
export function parted(title: string): { readonly title: string; readonly number?: string } {
	const [, number, marked] = ahead.exec(title) ?? [];
	if (number !== undefined && marked !== undefined) return { title: marked, number: closedUp(number) };
	const found = /[）)]\s*$/.test(title) ? atEnd.exec(title) : null;
	if (!found?.[1] || found.index < 4) return { title };
	return { title: title.slice(0, found.index).trim(), number: closedUp(found[1]) };
}

/** Spaces inside a number are the typesetter's; one between two organs that announce together parts them. */
function closedUp(number: string): string {
	const [, first, rest] = /^(\S{2,20})\s+(\S{2,}(?:令|公告|通告).*)$/.exec(number) ?? [];
	if (first !== undefined && rest !== undefined && isOrgan(first)) return `${first} ${closedUp(rest)}`;
	return number.replace(/\s+/g, '');
}

/**
 * Whether a number may be that of an organ: characters of its beginning stand in the organ's name (国办发,
 * 国务院办公厅).
 */
export function fits(number: string, organ: string): boolean {
	const code = /^\p{Script=Han}+/u.exec(number)?.[0] ?? '';
	return [...code].some(one => !'发函令规字第号年公告'.includes(one) && organ.includes(one));
}
