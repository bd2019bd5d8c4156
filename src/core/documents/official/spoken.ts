// Who gave a report or a speech, and when, as the lines below its title say.

import type { Evidence } from '../proved';
import { present } from '../proved';
import { isPersonName } from '../../text/personName';
import { occasionOf, speakerOf } from './notes';
import { dayOf } from './writtenDate';

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
export function spoken(title: string, head: readonly string[]): Pick<Evidence, 'issued' | 'author' | 'spoken'> {
	if (!givenTitle.test(title)) return {};
	const lines = head.flatMap(line => line.split(/(?<=[会议上]上)\s+(?=\p{Script=Han})/u));
	const pairs = lines.map((line, i) => `${line}${lines[i + 1] ?? ''}`);
	const issued = firstOf(lines, occasionOf) ?? firstOf(pairs, occasionOf) ?? firstOf(lines, bracketedDay);
	const author = firstOf(lines, speakerOf) ?? nameBeside(lines);
	return present({ issued, author, spoken: issued === undefined ? undefined : true });
}

function firstOf<T>(lines: readonly string[], read: (line: string) => T | undefined): T | undefined {
	for (const line of lines) {
		const found = read(line);
		if (found !== undefined) return found;
	}
	return undefined;
}
