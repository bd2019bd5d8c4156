// What proves that a text is an official paper or a law, and whose, under which number and of which day: labels of the
// page, the head of the text, its title, its signature.

import { present, type Evidence } from '../proved';
import { fits, numberOfLine, parted } from './documentNumber';
import { labelledIn, type Labelled } from './labels';
import { adoptionIn, adoptionOf, occasionOf, speakerOf, type Adoption } from './notes';
import { isAddressee, isLetterhead, organsOf, organsOfTitle } from './organ';
import { isOrderHead, proclaimedTitle } from './order';
import { isLawTitle, isPaperTitle } from './paperTitle';
import { isPersonName } from '../../text/personName';
import { dayOf } from './writtenDate';
import { signatureOf, type Signature } from './signature';

/** A text among what stands around it, line by line. */
export interface Surroundings {
	readonly title: string | undefined;
	readonly before: readonly string[];
	readonly body: readonly string[];
	readonly after: readonly string[];
	/** Whose page it is, where that is the organ the page names as its source. */
	readonly publisher?: string;
}

/** So many lines right above the text, and of its beginning, may be its number and the note below its title. */
const linesAbove = 10;
const linesBelow = 8;

/** Pages about a paper have its number and its organ in their boxes, too. */
const aboutPaper = /解读|答记者问|一图读懂|图解|图说|发布会|问答|专访|动态|回应/;

/** What was found, before it is weighed. */
interface Signs {
	readonly title: string;
	readonly labelled: Labelled;
	readonly number: string | undefined;
	readonly adoption: Adoption | undefined;
	readonly signature: Signature | undefined;
	/** Organs the title begins with. */
	readonly titled: readonly string[];
	/** Organs that stand alone on the line beside the title. */
	readonly beside: readonly string[];
	/** The organ whose own page it is. */
	readonly publisher: readonly string[];
	readonly isLaw: boolean;
	/** Whether it is addressed to somebody: 各县（市、区）人民政府： */
	readonly isAddressed: boolean;
}

/**
 * The fields the lines of an official paper or a law prove; of a report or a speech who gave it and when; nothing of
 * any other text but the page's day.
 */
export function officialEvidence(page: Surroundings): Partial<Evidence> {
	const labelled = labelledIn([...page.before, ...page.after]);
	const head = headOf(page);
	const { title, number: inTitle } = parted(titleOf(page.title, labelled.title ?? foundTitle(head)));
	const adoption = adoptionIn([...head, ...moreNotes(page.body)]);
	const headNumber = firstOf(head, numberOfLine) ?? orderNumber(head);
	const signs: Signs = {
		title,
		labelled,
		number: labelled.number ?? inTitle ?? headNumber ?? adoption?.number,
		adoption,
		signature: signatureOf(page.body),
		titled: organsOfTitle(title),
		beside: organsBeside(head, title),
		publisher: organsOf(page.publisher ?? ''),
		isAddressed: page.body.slice(0, linesBelow).some(isAddressee),
		isLaw: isLawTitle(title) && (/^中华人民共和国/.test(title) || page.body.some(line => /^第一条/.test(line))),
	};
	const published = present({ date: labelled.published, title: title === '' ? undefined : title });
	if (isOfficial(signs, inTitle ?? headNumber)) return { ...published, ...officialFields(signs) };
	return { ...published, ...spoken(title, head), ...(page.title === undefined ? {} : { title: page.title }) };
}

/** A law that was changed often has more lines of notes than a head has lines, some of them broken in two. */
function moreNotes(body: readonly string[]): readonly string[] {
	const below = body.slice(linesBelow);
	const end = below.findIndex(line => adoptionOf(line) === undefined && !/^[〈《]/.test(line));
	return end < 0 ? [] : below.slice(0, end);
}

/** The lines that may be the head of a paper; what is shown as a title may be the first of them. */
function headOf({ title, before, body }: Surroundings): readonly string[] {
	const shown = title === undefined || isTitle(title) ? [] : [title];
	return [...shown, ...before.slice(-linesAbove), ...body.slice(0, linesBelow)];
}

function foundTitle(head: readonly string[]): string | undefined {
	return proclaimedTitle(head) ?? titleIn(head) ?? titleBelowNumber(head);
}

/** What a page takes for its title may be the head of the paper's first page (某市人民政府文件), or its number. */
function titleOf(shown: string | undefined, found: string | undefined): string {
	return (shown !== undefined && isTitle(shown) ? shown : (found ?? shown)) ?? '';
}

const isTitle = (text: string) => numberOfLine(text) === undefined && !isLetterhead(text) && !isOrderHead(text);

/** The title among the lines of the head, perhaps broken into a few: from 某市人民政府关于 to 的通知. */
function titleIn(head: readonly string[]): string | undefined {
	for (const [i, line] of head.entries()) {
		if (isLetterhead(line) || organsOfTitle(line).length === 0) continue;
		for (let count = 1; count <= mostTitleLines; count++) {
			const title = head.slice(i, i + count).join('');
			if (title.length <= 120 && isPaperTitle(title)) return title;
		}
	}
	return undefined;
}

const mostTitleLines = 4;

/** A title that names no organ stands below the number of the paper, perhaps broken into a few lines. */
function titleBelowNumber(head: readonly string[]): string | undefined {
	const from = head.findIndex(line => numberOfLine(line) !== undefined) + 1;
	if (from === 0 || !/^(?:关于|对|转发|印发|批转)/.test(head[from] ?? '')) return undefined;
	const titles = Array.from({ length: mostTitleLines }, (_, more) => head.slice(from, from + more + 1).join(''));
	return titles.find(title => title.length <= 120 && isPaperTitle(title));
}

/** 国务院令 on one line, 第227号 on the next. */
function orderNumber(head: readonly string[]): string | undefined {
	for (const [i, line] of head.entries())
		if (/令$/.test(line) && /^第\s*[\d一二三四五六七八九十百零〇]+\s*号$/.test(head[i + 1] ?? ''))
			return numberOfLine(`${line}${head[i + 1] ?? ''}`);
	return undefined;
}

function organsBeside(head: readonly string[], title: string): readonly string[] {
	const plain = (text: string | undefined) => text?.replace(/\s/g, '');
	const wanted = plain(title);
	for (const [i, line] of head.entries())
		if (plain(head[i - 1]) === wanted || plain(head[i + 1]) === wanted) {
			const organs = organsOf(line);
			if (organs.length > 0) return organs;
		}
	return [];
}

function firstOf<T>(lines: readonly string[], read: (line: string) => T | undefined): T | undefined {
	for (const line of lines) {
		const found = read(line);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** `ownNumber`: one that the text itself bears. */
function isOfficial(signs: Signs, ownNumber: unknown): boolean {
	const { title, number, titled, isLaw } = signs;
	if (aboutPaper.test(title) && !(ownNumber !== undefined && titled.length > 0)) return false;
	if (isLaw) return true;
	const isPaper = isPaperTitle(title);
	if (number !== undefined && (isPaper || ownNumber !== undefined || isBoxed(signs))) return true;
	return isPaper && isProvedPaper(signs);
}

/** Whether a box names the organ and a number of its own. */
function isBoxed({ labelled: { number, issuers = [] } }: Signs): boolean {
	return number !== undefined && issuers.some(organ => fits(number, organ));
}

/** Whether a paper without a number is one: by who signed it, whom it is addressed to, or a box. */
function isProvedPaper({ title, labelled, adoption, signature, titled, publisher, isAddressed }: Signs): boolean {
	const isAbout = /关于/.test(title);
	const isTheirs = titled.length > 0 || publisher.length > 0;
	if (isAbout && isTheirs && (isAddressed || (titled.length > 0 && signature !== undefined))) return true;
	const isSigned = signature !== undefined && signature.organs.length > 0;
	const isTitled = isAbout || titled.length > 0;
	return (isTitled && (isSigned || labelled.issuers !== undefined)) || adoption?.issuers !== undefined;
}

function officialFields(signs: Signs): Partial<Evidence> {
	const { labelled, number, adoption, signature } = signs;
	const issuers = issuersOf(signs);
	const isOrder = signature?.organs.length === 0 && /令/.test(number ?? '');
	const isSigned = signature !== undefined && (isOrder || issuers.length === 0 || isNamedBy(issuers, signature.organs));
	return present({
		official: true,
		issuers,
		number,
		issued: labelled.signed ?? (isSigned ? signature.date : undefined) ?? adoption?.issued ?? labelled.issued,
		filedAs: filedAs(labelled),
	});
}

/** Whose paper it is: of several names of one organ the full one, of several organs all of them. */
function issuersOf(signs: Signs): readonly string[] {
	const { labelled, number, adoption, signature, titled, isLaw, beside, publisher } = signs;
	const signed = signature?.organs ?? [];
	const named = labelled.issuers ?? [];
	const adopted = adoptedBy(adoption, number);
	if (isLaw) return [titled, adopted, named, signed].find(isFilled) ?? [];
	const [first] = titled;
	if (first !== undefined) {
		const fuller = [signed, named].find(organs => isNamedBy([first], organs));
		if (fuller) return fuller;
		if (number === undefined || fits(number, first)) return titled;
	}
	if (signed.length > named.length && isNamedBy(named, signed)) return signed;
	return [named, signed, adopted, number === undefined ? [] : beside, publisher].find(isFilled) ?? [];
}

const isFilled = (organs: readonly string[]) => organs.length > 0;

function adoptedBy(adoption: Adoption | undefined, number: string | undefined): readonly string[] {
	return adoption?.issuers ?? organOfOrder(number);
}

/** 国务院, of 中华人民共和国国务院令第227号. */
function organOfOrder(number: string | undefined): readonly string[] {
	const organ = /^(?:中华人民共和国)?(.{2,20})令第/.exec(number ?? '')?.[1];
	return organ === undefined ? [] : organsOf(organ);
}

/** Whether one of the organs is, in full or in short, the first of others. */
function isNamedBy([first]: readonly string[], organs: readonly string[]): boolean {
	const name = first?.replace(/等\S{1,6}$/, '');
	return name !== undefined && organs.some(organ => isShortOf(name, organ) || isShortOf(organ, name));
}

/** The characters of one name stand in the other in the same order: 市政府办公室, 东山市人民政府办公室. */
function isShortOf(short: string, full: string): boolean {
	let at = 0;
	for (const character of full) if (character === short[at]) at++;
	return at === short.length;
}

function filedAs({ index, subject }: Labelled): string | undefined {
	const notes = [index && `索引号：${index}`, subject && `主题分类：${subject}`];
	return notes.filter(note => note !== undefined && note !== '').join('；') || undefined;
}

/** （2021年7月1日） below the title of a speech. */
function bracketedDay(line: string): string | undefined {
	return /^[（(].*[）)]$/.test(line.trim()) ? dayOf(line) : undefined;
}

/** A name alone on the line above or below that day. */
function nameBeside(lines: readonly string[]): string | undefined {
	const at = lines.findIndex(line => bracketedDay(line) !== undefined);
	return at < 0 ? undefined : [lines[at - 1], lines[at + 1]].find(line => line !== undefined && isPersonName(line));
}

const givenTitle = /报告(?:[（(].{1,12}[）)])?$|讲话|致辞|演讲|发言|贺信|讲稿/;

/** Of a report or a speech: the day of the line below its title, and the name there. */
function spoken(title: string, head: readonly string[]): Pick<Evidence, 'issued' | 'author' | 'spoken'> {
	if (!givenTitle.test(title)) return {};
	const lines = head.flatMap(line => line.split(/(?<=[会议上]上)\s+(?=\p{Script=Han})/u));
	const pairs = lines.map((line, i) => `${line}${lines[i + 1] ?? ''}`);
	const issued = firstOf(lines, occasionOf) ?? firstOf(pairs, occasionOf) ?? firstOf(lines, bracketedDay);
	const author = firstOf(lines, speakerOf) ?? nameBeside(lines);
	return present({ issued, author, spoken: issued === undefined ? undefined : true });
}
