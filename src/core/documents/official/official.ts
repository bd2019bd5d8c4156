// What proves that a text is an official paper or a law, and whose, under which number and of which day: labels of the
// page, the head of the text, its title, its signature.

import type { PartialDate } from '../../corpus/records';
import { present, type Evidence } from '../proved';
import { bothEnds } from '../bothEnds';
import { announcedIn, isDateline, type Announced } from './announced';
import { fits, numberAndNote, parted } from './documentNumber';
import { jointOrder, numberBelowTitle, numberIn, organsBeside, signatureInHead, titleInHead } from './head';
import { labelledIn, type Labelled } from './labels';
import { adoptionIn, notesOf, wholeNotes, type Adoption } from './notes';
import { isAddressee, organsOf, organsOfTitle } from './organ';
import { isOpening } from './opening';
import { isLawTitle, isPaperTitle } from './paperTitle';
import { boxedRuling, isRulingTitle, rulingOf } from './ruling';
import { closingDay, signatureOf, type Signature } from './signature';
import { spoken } from './spoken';
import { isTitle, titleOfText } from './titleOfText';

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
/** The notes of a law that was changed often take so many lines. */
const linesOfNotes = 40;
/** So many organs may stand above the number of an order that they issue together. */
const mostOrgans = 30;

/** Pages about a paper have its number and its organ in their boxes, too. */
const aboutPaper = /解读|答记者问|一图读懂|图解|图说|发布会|问答|专访|动态|回应/;

/** What was found, before it is weighed. */
interface Signs {
	readonly title: string;
	readonly labelled: Labelled;
	readonly number: string | undefined;
	readonly adoption: Adoption | undefined;
	readonly signature: Signature | undefined;
	/** The day that ends the text, with nobody's name above it. */
	readonly closing: PartialDate | undefined;
	/** Organs and a day right below the title. */
	readonly headed: Pick<Signature, 'organs' | 'date'> | undefined;
	/** The paper whose text follows the words of an agency. */
	readonly announced: Announced | undefined;
	/** Whether the text begins with the line of an agency alone, or as rules do. */
	readonly isHandedOn: boolean;
	readonly isOpened: boolean;
	/** Organs the title begins with. */
	readonly titled: readonly string[];
	/** Organs that stand alone on the line beside the title. */
	readonly beside: readonly string[];
	/** Organs that issue an order together. */
	readonly ordering: readonly string[];
	/** The organ whose own page it is. */
	readonly publisher: readonly string[];
	readonly isLaw: boolean;
	/** Whether it is addressed to somebody: 各县（市、区）人民政府： */
	readonly isAddressed: boolean;
}

/**
 * The fields the lines of an official paper, a law or a ruling prove; of a report or a speech who gave it and when;
 * nothing of any other text but the page's day.
 */
export function officialEvidence(whole: Surroundings): Partial<Evidence> {
	const page = withEnds(whole);
	const labelled = labelledIn([...page.before, ...page.after]);
	const head = headOf(page);
	const published = present({ date: labelled.published });
	const ruling = rulingFields(page, head);
	if (ruling) return { ...published, ...ruling };
	const { signs, ownNumber } = signsOf(page, head, labelled);
	const { title } = signs;
	if (isOfficial(signs, ownNumber)) {
		const given = present({ issued: spoken(title, head).issued });
		return { ...published, ...given, ...(title !== '' && { title }), ...officialFields(signs) };
	}
	const shown = page.title ?? title;
	return { ...published, ...headedBy(signs), ...spoken(title, head), ...(shown !== '' && { title: shown }) };
}

function withEnds({ title, before, body, after, publisher }: Surroundings): Surroundings {
	return {
		title: title === undefined ? undefined : bothEnds(title),
		before: before.map(bothEnds),
		body: body.map(bothEnds),
		after: after.map(bothEnds),
		...present({ publisher }),
	};
}

/**
 * Organs and a day right below a title that is no paper's: whose the text is, and of when; the day at the end of a
 * notice that names nobody.
 */
function headedBy({ headed, title, isAddressed, closing }: Signs): Partial<Evidence> {
	if (headed && headed.organs.length > 0) return { issuers: headed.organs, issued: headed.date };
	return isAddressed && isPaperTitle(title) ? present({ issued: closing }) : {};
}

/** What is found of a paper; `ownNumber`: one that the text itself bears. */
function signsOf(
	page: Surroundings,
	head: readonly string[],
	labelled: Labelled,
): { readonly signs: Signs; readonly ownNumber: string | undefined } {
	const { body } = page;
	const announced = announcedIn(body);
	const titles = { shown: page.title, boxed: labelled.title, headed: titleInHead(head) };
	const shown = titleOfText(titles, [...page.before, ...body.slice(0, linesBelow)]);
	const { title, number: inTitle } = parted(announced && !isTitleOfPaper(shown) ? announced.title : shown);
	const bodyFrom = headOf({ ...page, body: [] }).length;
	const headNumber = numberIn(head)?.number ?? numberBelowTitle(head, title, bodyFrom);
	const noted = wholeNotes(body.slice(0, linesOfNotes));
	const adoption = adoptionIn([...headOf({ ...page, body: noted }), ...notesOf(noted.slice(linesBelow))]);
	const signs: Signs = {
		title,
		labelled,
		number: labelled.number ?? headNumber ?? inTitle ?? adoption?.number,
		adoption,
		signature: signatureOf(body),
		closing: closingDay(body),
		headed: signatureInHead(head, title, bodyFrom),
		announced,
		isHandedOn: body.slice(0, 2).some(isDateline),
		isOpened: body.slice(0, linesBelow).some(isOpening),
		titled: organsOfTitle(title),
		beside: organsBeside(head, title),
		ordering: orderedBy(head),
		publisher: organsOf(page.publisher ?? ''),
		isAddressed: body.slice(0, linesBelow).some(isAddressee),
		isLaw: isLawTitle(title) && (/^中华人民共和国/.test(title) || body.some(line => /^第一条/.test(line))),
	};
	return { signs, ownNumber: inTitle ?? headNumber };
}

const orderedBy = (head: readonly string[]) => jointOrder(head)?.organs ?? [];

/** A title that is a paper's own: it says whose it is, and what. */
function isTitleOfPaper(title: string): boolean {
	return isPaperTitle(title) && organsOfTitle(title).length > 0;
}

/** What the head and the end of a ruling prove. */
function rulingFields({ title, body }: Surroundings, head: readonly string[]): Partial<Evidence> | undefined {
	const boxed = boxedRuling(head);
	if (boxed) {
		const { title: named, court, number, date } = boxed;
		return { official: true, isRuling: true, title: named, issuers: [court], number, issued: date };
	}
	const ruling = rulingOf(title, head, body);
	return (
		ruling &&
		present({
			official: true,
			isRuling: true,
			title: [title ?? '', ...head].find(isRulingTitle) ?? ruling.kind,
			issuers: [ruling.court],
			number: ruling.number,
			issued: ruling.date,
		})
	);
}

/** The lines that may be the head of a paper; what is shown as a title may be the first of them. */
function headOf({ title, before, body }: Surroundings): readonly string[] {
	const shown = title === undefined || isTitle(title) ? [] : [title];
	const organs = Math.max(
		0,
		body.slice(0, mostOrgans).findIndex(line => organsOf(line).length === 0),
	);
	return [...shown, ...before.slice(-linesAbove), ...body.slice(0, organs + linesBelow)].flatMap(numberAndNote);
}

/** `ownNumber`: one that the text itself bears. */
function isOfficial(signs: Signs, ownNumber: unknown): boolean {
	const { title, number, titled, isLaw } = signs;
	if (aboutPaper.test(title) && !(ownNumber !== undefined && titled.length > 0)) return false;
	if (isLaw || signs.announced) return true;
	const isPaper = isPaperTitle(title);
	if (number !== undefined && (isPaper || ownNumber !== undefined || isBoxed(signs))) return true;
	return isPaper && isProvedPaper(signs);
}

/** Whether a box names the organ and a number of its own. */
function isBoxed({ labelled: { number, issuers = [] } }: Signs): boolean {
	return number !== undefined && issuers.some(organ => fits(number, organ));
}

/** Whether a paper without a number is one: by who signed it, whom it is addressed to, or a box. */
function isProvedPaper(signs: Signs): boolean {
	const { title, labelled, adoption, signature, titled, publisher, isAddressed } = signs;
	if (isHeaded(signs)) return true;
	const isAbout = /关于/.test(title);
	const isTheirs = titled.length > 0 || publisher.length > 0;
	if (isAbout && isTheirs && (isAddressed || (titled.length > 0 && signature !== undefined))) return true;
	const isSigned = signature !== undefined && signature.organs.length > 0;
	const isTitled = isAbout || titled.length > 0;
	return (isTitled && (isSigned || labelled.issuers !== undefined)) || adoption?.issuers !== undefined;
}

/** Whether organs and a day or a note stand below the title, or the text begins as a copy of an agency or rules do. */
function isHeaded({ headed, titled, isHandedOn, isOpened, adoption }: Signs): boolean {
	if (headed !== undefined && headed.organs.length > 0) return true;
	return titled.length > 0 && ((headed ?? adoption) !== undefined || isHandedOn || isOpened);
}

function officialFields(signs: Signs): Partial<Evidence> {
	const { labelled, number, adoption, signature, headed } = signs;
	const issuers = issuersOf(signs);
	// Who signs an order, and the decision to change one, is a person.
	const isOrder = signature?.organs.length === 0 && (number === undefined || /令/.test(number));
	const isSigned = signature !== undefined && (isOrder || issuers.length === 0 || isNamedBy(issuers, signature.organs));
	return present({
		official: true,
		issuers,
		number,
		issued:
			labelled.signed ??
			(isSigned ? signature.date : undefined) ??
			headed?.date ??
			adoption?.issued ??
			labelled.issued ??
			signs.closing,
		filedAs: filedAs(labelled),
	});
}

/** Whose paper it is: of several names of one organ the full one, of several organs all of them. */
function issuersOf(signs: Signs): readonly string[] {
	const { number, titled, isLaw, announced, beside, publisher, ordering } = signs;
	if (ordering.length > 0) return ordering;
	if (announced) return titled.length > 0 ? titled : announced.organs;
	const signed = signs.signature?.organs ?? [];
	const named = signs.labelled.issuers ?? [];
	const adopted = adoptedBy(signs.adoption, number);
	const above = signs.headed?.organs ?? [];
	if (isLaw) return [titled, adopted, named, signed, above].find(isFilled) ?? [];
	const fuller = fullerName(signs, [signed, named, above]);
	if (fuller) return fuller;
	return [named, signed, above, adopted, number === undefined ? [] : beside, publisher].find(isFilled) ?? [];
}

/** The organs of the title as they are named in full, or those of a box as the signature or the order has them. */
function fullerName(
	{ titled, number }: Signs,
	[signed = [], named = [], above = []]: readonly (readonly string[])[],
): readonly string[] | undefined {
	const [first] = titled;
	const full = first === undefined ? undefined : [signed, named, above].find(organs => isNamedBy([first], organs));
	if (full) return full;
	if (first !== undefined && (number === undefined || fits(number, first))) return titled;
	if (signed.length > named.length && isNamedBy(named, signed)) return signed;
	const ordering = organOfOrder(number);
	return named.length === 1 && isNamedBy(named, ordering) && isLonger(ordering, named) ? ordering : undefined;
}

const isLonger = ([one = '']: readonly string[], [other = '']: readonly string[]) => one.length > other.length;
const isFilled = (organs: readonly string[]) => organs.length > 0;

function adoptedBy(adoption: Adoption | undefined, number: string | undefined): readonly string[] {
	return adoption?.issuers ?? organOfOrder(number);
}

/** 国务院, of 中华人民共和国国务院令第227号; 海关总署, of 海关总署公告2024年第12号. */
function organOfOrder(number: string | undefined): readonly string[] {
	const organ = /^(?:中华人民共和国)?(.{2,40}?)(?:令|公告|通告)(?:(?:19|20)\d{2}年)?第/.exec(number ?? '')?.[1];
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
