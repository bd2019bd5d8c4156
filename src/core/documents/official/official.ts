// What proves that a text is an official paper or a law, and whose, under which number and of which day: labels of the
// page, the head of the text, its title, its signature.

import { present, type Evidence } from '../proved';
import { fits, numberOfLine, parted } from './documentNumber';
import { labelledIn, type Labelled } from './labels';
import { adoptionIn, occasionOf, speakerOf, type Adoption } from './notes';
import { organsOfTitle } from './organ';
import { signatureOf, type Signature } from './signature';

/** A text among what stands around it, line by line. */
export interface Surroundings {
	readonly title: string | undefined;
	readonly before: readonly string[];
	readonly body: readonly string[];
	readonly after: readonly string[];
}

/** So many lines right above the text, and of its beginning, may be its number and the note below its title. */
const linesAbove = 10;
const linesBelow = 8;

const inBrackets = '(?:\\s*[（(〔][^（）()]{1,40}[）)〕])*$';
const paper = new RegExp(
	[
		'(?:通知|意见|决定|命令|令|公告|通告|通报|报告|请示|批复|函|纪要|办法|规定|条例|细则|方案|规划|纲要|决议|公报|指引',
		`|规则|章程|目录|清单|要点|措施|计划|准则|制度|规程|指南|预案|解释|议案|政策)${inBrackets}`,
	].join(''),
);
const law = new RegExp(
	`(?:(?<![方看做想说立执司普守违书语用打疗手笔])法|法典|条例|规定|规则|细则|准则|决定)${inBrackets}`,
);
/** Pages about a paper have its number and its organ in their boxes, too. */
const aboutPaper = /解读|答记者问|一图读懂|图解|图说|发布会|问答|专访|动态|回应|征求意见/;

/** What was found, before it is weighed. */
interface Signs {
	readonly title: string;
	readonly labelled: Labelled;
	readonly number: string | undefined;
	readonly adoption: Adoption | undefined;
	readonly signature: Signature | undefined;
	/** Organs the title begins with. */
	readonly titled: readonly string[];
	readonly isLaw: boolean;
}

/**
 * The fields the lines of an official paper or a law prove; of a report or a speech who gave it and when; nothing of
 * any other text but the page's day.
 */
export function officialEvidence(page: Surroundings): Partial<Evidence> {
	const labelled = labelledIn([...page.before, ...page.after]);
	const { title, number: inTitle } = parted(page.title ?? labelled.title ?? '');
	const head = [...page.before.slice(-linesAbove), ...page.body.slice(0, linesBelow)];
	const adoption = adoptionIn(head);
	const headNumber = firstOf(head, numberOfLine);
	const signs: Signs = {
		title,
		labelled,
		number: labelled.number ?? inTitle ?? headNumber ?? adoption?.number,
		adoption,
		signature: signatureOf(page.body),
		titled: organsOfTitle(title),
		isLaw: law.test(title) && (/^中华人民共和国/.test(title) || page.body.some(line => /^第一条/.test(line))),
	};
	const published = present({ date: labelled.published, title: title === '' ? undefined : title });
	if (isOfficial(signs, inTitle ?? headNumber)) return { ...published, ...officialFields(signs) };
	return { ...published, ...spoken(title, head), ...(page.title === undefined ? {} : { title: page.title }) };
}

function firstOf<T>(lines: readonly string[], read: (line: string) => T | undefined): T | undefined {
	for (const line of lines) {
		const found = read(line);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** `ownNumber`: one that the text itself bears. */
function isOfficial(
	{ title, labelled, number, adoption, signature, titled, isLaw }: Signs,
	ownNumber: unknown,
): boolean {
	if (aboutPaper.test(title) && !(ownNumber !== undefined && titled.length > 0)) return false;
	if (isLaw) return true;
	const isPaper = paper.test(title);
	if (number !== undefined && (isPaper || ownNumber !== undefined)) return true;
	if (!isPaper) return false;
	const isTitled = /关于/.test(title) || titled.length > 0;
	return (isTitled && (signature !== undefined || labelled.issuers !== undefined)) || adoption?.number !== undefined;
}

function officialFields(signs: Signs): Partial<Evidence> {
	const { labelled, number, adoption, signature } = signs;
	const issuers = issuersOf(signs);
	const isSigned = signature !== undefined && (issuers.length === 0 || isNamedBy(issuers, signature.organs));
	return present({
		official: true,
		issuers,
		number,
		issued: labelled.signed ?? (isSigned ? signature.date : undefined) ?? adoption?.issued ?? labelled.issued,
		filedAs: filedAs(labelled),
	});
}

/** Whose paper it is: of several names of one organ the full one, of several organs all of them. */
function issuersOf({ labelled, number, adoption, signature, titled, isLaw }: Signs): readonly string[] {
	const signed = signature?.organs ?? [];
	const named = labelled.issuers ?? [];
	const adopted = adoption?.issuer === undefined ? [] : [adoption.issuer];
	if (isLaw) return [titled, adopted, named, signed].find(organs => organs.length > 0) ?? [];
	const [first] = titled;
	if (first !== undefined) {
		const fuller = [signed, named].find(organs => isNamedBy([first], organs));
		if (fuller) return fuller;
		if (number !== undefined && fits(number, first)) return titled;
	}
	if (signed.length > named.length && isNamedBy(named, signed)) return signed;
	return [named, signed, adopted].find(organs => organs.length > 0) ?? [];
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

const givenTitle = /报告(?:[（(].{1,12}[）)])?$|讲话|致辞|演讲|发言|贺信|讲稿/;

/** Of a report or a speech: the day of the line below its title, and the name there. */
function spoken(title: string, head: readonly string[]): Pick<Evidence, 'issued' | 'author' | 'spoken'> {
	if (!givenTitle.test(title)) return {};
	const issued = firstOf(head, occasionOf);
	return present({ issued, author: firstOf(head, speakerOf), spoken: issued === undefined ? undefined : true });
}
