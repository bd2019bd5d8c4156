// What pages set between a title and its text without any label: a name with its newspaper.

import { isPersonName } from '../../text/personName';
import { present } from '../proved';
import type { Provenance } from './provenance';
import type { Unit } from './units';

/** What labels say of a page, and where they say nothing, what stands in the lines right above its text. */
export function besideTitle(
	lines: readonly Unit[],
	labelled: { readonly [Key in keyof Provenance]: Provenance[Key] | undefined },
): Provenance {
	const short = lines.filter(({ kind, text }) => kind === 'short' && text.length <= longest).map(unit => unit.text);
	const {
		author = labelled.author,
		authorNamed = labelled.authorNamed,
		paper,
	} = labelled.author === undefined ? reporterOfPaper(short) : {};
	return present({
		...labelled,
		author,
		authorNamed,
		containerTitle: labelled.containerTitle ?? paper,
	});
}

const longest = 60;

/** 李大为/江城日报 */
function reporterOfPaper(lines: readonly string[]): {
	readonly author?: string;
	readonly authorNamed?: boolean;
	readonly paper?: string;
} {
	for (const line of lines) {
		const [, author = '', paper = ''] = nameAndPaper.exec(line) ?? [];
		if (isPersonName(author)) return { author, authorNamed: true, paper };
	}
	return {};
}

const nameAndPaper = /^([\p{Script=Han}·]{2,12})\s*[/／]\s*(\p{Script=Han}{2,10}(?:报|周刊|杂志|新闻社|通讯社))$/u;
