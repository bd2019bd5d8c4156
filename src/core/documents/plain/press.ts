// The line a newspaper or a journal prints with an article: 《人民日报》（2024年03月05日 第09版）,
// 《城市研究》2024年第6期.

import { dateFault } from '../../corpus/dates';
import type { PartialDate } from '../../corpus/records';
import { bothEnds } from '../bothEnds';
import { labelsApart } from './labelsApart';

/** Where an article is printed, as such a line has it. */
export interface Printed {
	readonly source: string;
	readonly issued: PartialDate;
	readonly page?: string;
	readonly issue?: string;
	/** A name right before that of the newspaper. */
	readonly author?: string;
}

const day = '((?:19|20)\\d{2})\\s*[年./-]\\s*(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})\\s*日?';
const page = '第?\\s*([A-Z]?\\s*\\d{1,3})\\s*版';
const names = '(?!原载|来源|转自|刊于|见)[\\p{Script=Han}·]{2,12}(?:[\\s、]+[\\p{Script=Han}·]{2,12}){0,3}';
const newspaper = new RegExp(
	[
		`^(${names})?\\s*[（(【\\[]?(?:来源\\s*[:：]\\s*|原载\\s*)?《([^》]{2,20})》\\s*[（(]?\\s*${day}`,
		`[\\s，,]*(?:[（(]?${page}[^）)]{0,12})?[\\s）)\\]】]*$`,
	].join(''),
	'u',
);
/** 江城日报 2024年03月05日 星期二 第02版：要闻, without title marks */
const weekday = '(?:星期[一二三四五六日天])?';
const unmarked = new RegExp(
	[
		`^(?:来源\\s*[:：]\\s*)?(\\p{Script=Han}{2,10}报)[\\s|｜]*[（(]?\\s*${day}\\s*${weekday}[\\s，,|｜]*[（(]?`,
		`(?:${page}(?:\\s*[:：]?\\s*\\S{2,8})?)?[\\s）)]*(?:\\s作者\\s*[:：].{2,40})?$`,
	].join(''),
	'u',
);
/** 第03版：要闻; 版次：03 要闻, on a line of its own. */
const pageAlone = new RegExp(
	[
		'^(?:\\p{Script=Han}{2,12}?(?:数字报刊?|电子报|数字版)\\s*)?(?:第\\s*([A-Z]?\\s*\\d{1,3})\\s*版',
		'|版\\s*次\\s*[:：]\\s*第?\\s*([A-Z]?\\s*\\d{1,3})\\s*版?)(?:\\s*[:：]?\\s*\\S{2,8})?(?:\\s*[上下]一版){0,2}$',
	].join(''),
	'u',
);
const pages = '第?\\s*(\\d{1,4})\\s*[-—–－~～至]{1,2}\\s*(\\d{1,4})\\s*页';
const journal = new RegExp(
	[
		'^[（(【[]?(?:来源|出处|(?:本文|原文)?(?:原?[载刊]于?|发表于))?\\s*[:：]?\\s*《([^》]{2,30})》(?:[（(]([^（）()]{1,12})[）)])?',
		'\\s*[（(，,]?\\s*((?:19|20)\\d{2})\\s*(?:年\\s*(?:第?\\d{1,3}卷)?[，,]?\\s*第?|[/／])\\s*0*(\\d{1,2})\\s*期?',
		`(?:[（(，,]?总第?\\d{1,4}期[）)]?)?(?:[，,：:]?\\s*${pages})?[）)】\\]]*(?:\\s+作者.*)?$`,
	].join(''),
);
/** 来源：人民论坛2024年第4期: the label says what the title marks would. */
const unmarkedJournal = new RegExp(
	'^(?:来源|來源|出处|原载|载于|刊于)\\s*[:：]\\s*(\\p{Script=Han}{2,15}?)\\s*[（(]?\\s*((?:19|20)\\d{2})\\s*(?:年\\s*第|[/／])\\s*0*(\\d{1,2})\\s*期?[）)]*$',
	'u',
);
/** 江城通报 ›› 2025, Vol. 45 ›› Issue (03): 319-330. DOI: …, as journals' own sites have it. */
const ofJournalSite = new RegExp(
	[
		'^(\\p{Script=Han}[\\p{Script=Han}·（）()]{1,24})\\s*[›»]{1,2}\\s*((?:19|20)\\d{2})\\s*[,，]\\s*(?:Vol\\.?\\s*\\d{1,4}\\s*)?',
		'[›»]{1,2}\\s*(?:Issue|No\\.?)\\s*[（(]\\s*0*(\\d{1,3})\\s*[)）](?:\\s*[:：]\\s*(\\d{1,5})\\s*[-—–－]\\s*(\\d{1,5}))?',
		'[\\s.。]*(?:doi\\s*[:：]\\s*(?:https?:\\/\\/(?:dx\\.)?doi\\.org\\/)?10\\.\\S{3,80})?$',
	].join(''),
	'iu',
);
/** 江城理论 2021年1期, where a line is nothing else. */
const bareJournal = new RegExp(
	[
		'^(?!本刊|来源|工作)(\\p{Script=Han}[\\p{Script=Han}·（）()]{1,20}?(?<!简报|专报|快报|动态|月报))',
		'\\s+((?:19|20)\\d{2})年\\s*第?0*(\\d{1,2})期$',
	].join(''),
	'u',
);
/** 江城日报2000年7月2日, with nothing between: the day of the newspaper, not of a page. */
const bareNewspaper = /^(\p{Script=Han}{2,10}报)((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日$/u;
const longest = 100;

/** Reads the line of a newspaper or a journal; nothing where a line says anything else. */
export function printedIn(whole: string): Printed | undefined {
	if (whole.length > longest) return undefined;
	const line = whole.replace(/。$/, '');
	const ofSite = ofJournalSite.exec(line);
	if (ofSite) return onJournalSite(ofSite);
	return line.includes('《') ? (inNewspaper(line) ?? inJournal(line)) : (inUnmarked(line) ?? inUnmarkedJournal(line));
}

/** Where an article is printed, from one of the lines around it; pages set date, source and author side by side. */
export function printedAmong(lines: readonly string[]): Printed | undefined {
	for (const line of lines.map(bothEnds)) {
		const apart = labelsApart(line);
		const parts = [beforeLabel, beforeLabelOrDay, beforePaper].flatMap(edge => apart.split(edge));
		for (const part of [line, ...parts]) {
			const printed = printedIn(part.trim());
			if (printed) return printed;
		}
	}
	return printedOnTwoLines(lines);
}

const beforeLabel = /\s+(?=(?:来源|來源|作者)\s*[:：])/;
const beforeLabelOrDay = /\s+(?=(?:来源|來源|作者)\s*[:：]|(?:19|20)\d{2}-)/;

const beforePaper = /\s+(?=(?:原载\s*)?《)/;

/** The head of an e-paper: newspaper and day on one line, the page on another. */
function printedOnTwoLines(lines: readonly string[]): Printed | undefined {
	const number = lines.flatMap(line => pageOf(line) ?? [])[0];
	if (number === undefined) return undefined;
	for (const line of lines) {
		const [, name, year = '', month = '', date = ''] = line.length > longest ? [] : (unmarked.exec(line.trim()) ?? []);
		const issued = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
		if (name !== undefined && dateFault(issued) === undefined) return { source: `《${name}》`, issued, page: number };
	}
	return undefined;
}

/** The page a line is, without zeros ahead: 第03版：要闻 is 3, 第A2版 is A2. */
export function pageOf(line: string): string | undefined {
	const [, first, second] = line.length > longest ? [] : (pageAlone.exec(line.trim()) ?? []);
	const number = first ?? second;
	return number === undefined ? undefined : withoutZeros(number);
}

function withoutZeros(number: string): string {
	return number.replace(/\s+/g, '').replace(/^([A-Z]?)0+(?=\d)/, '$1');
}

function inNewspaper(line: string): Printed | undefined {
	const [, author, name = '', year = '', month = '', date = '', number] = newspaper.exec(line) ?? [];
	const issued = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
	if (name === '' || dateFault(issued) !== undefined || (number === undefined && !/报/.test(name))) return undefined;
	return {
		source: `《${name}》`,
		issued,
		...(number !== undefined && { page: withoutZeros(number) }),
		...(author && { author }),
	};
}

function inUnmarked(line: string): Printed | undefined {
	const alone = bareNewspaper.exec(line);
	const [, name, year = '', month = '', date = '', number] = alone ?? unmarked.exec(line) ?? [];
	const issued = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
	if (name === undefined || dateFault(issued) !== undefined) return undefined;
	if (alone) return { source: `《${name}》`, issued };
	return number === undefined ? undefined : { source: `《${name}》`, issued, page: withoutZeros(number) };
}

function inJournal(line: string): Printed | undefined {
	const [, name, part, year, issue, first, last] = journal.exec(line) ?? [];
	if (name === undefined || year === undefined || issue === undefined) return undefined;
	const source = `《${name}》${part === undefined ? '' : `（${part}）`}`;
	return { source, issued: year, issue, ...(first && last && { page: `${first}-${last}` }) };
}

function onJournalSite([, name, year = '', issue = '', first, last]: RegExpExecArray): Printed {
	return { source: `《${name ?? ''}》`, issued: year, issue, ...(first && last && { page: `${first}-${last}` }) };
}

function inUnmarkedJournal(line: string): Printed | undefined {
	const [, name, year, issue] = unmarkedJournal.exec(line) ?? bareJournal.exec(line) ?? [];
	return name && year && issue ? { source: `《${name}》`, issued: year, issue } : undefined;
}
