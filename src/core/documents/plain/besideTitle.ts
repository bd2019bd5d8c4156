// What pages set between a title and its text without any label: a name with its newspaper.

import { isPersonName } from '../../text/personName';
import type { Unit } from './units';

/** A reporter, and the newspaper that is named beside. */
export interface ReporterOfPaper {
	readonly author: string;
	readonly paper: string;
}

/** 李大为/江城日报, alone on a line. */
export function reporterOfPaper(lines: readonly Unit[]): ReporterOfPaper | undefined {
	for (const { kind, text } of lines) {
		const [, author = '', paper = ''] = kind === 'short' ? (nameAndPaper.exec(text) ?? []) : [];
		if (isPersonName(author)) return { author, paper };
	}
	return undefined;
}

const nameAndPaper = /^([\p{Script=Han}·]{2,12})\s*[/／]\s*(\p{Script=Han}{2,10}(?:报|周刊|杂志|新闻社|通讯社))$/u;
