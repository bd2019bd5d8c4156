// Persons a clause names as who speaks: by an office behind the name, by a name the corpus knows, or by the form of a
// name right where a speaker stands.

import { fold } from '../../text/fold';
import { anyOf, beforeOffices, offices, organs, provinces } from '../../text/officialNames';
import { isPersonName } from '../../text/personName';

/** A person in a clause; offsets of the clause, half-open. */
export interface NamedPerson {
	readonly name: string;
	readonly start: number;
	/** Behind the name. */
	readonly end: number;
}

const officePattern = new RegExp(anyOf(offices), 'g');
const organ = new RegExp(anyOf(organs), 'g');
const noName = new RegExp(anyOf(beforeOffices));
const longestName = 4;
const shortestName = 2;

/** The first who is named with an office behind the name, 李强总理; not whoever has it, 省委书记. Folded. */
export function titledIn(clause: string): NamedPerson | undefined {
	for (const { index } of clause.matchAll(officePattern)) {
		const found = nameBefore(clause.slice(0, index).replace(/副$/, ''));
		if (found) return found;
	}
	return undefined;
}

/** The name that ends a text, the longest of those it may be. */
export function nameBefore(text: string): NamedPerson | undefined {
	const words = text.replace(organ, found => '，'.repeat(found.length));
	for (let size = longestName; size >= shortestName; size--) {
		const name = words.slice(-size);
		if (name.length === size && isPersonName(name) && !noName.test(name))
			return { name, start: words.length - size, end: words.length };
	}
	return undefined;
}

/** What may stand before who speaks: when it was, and what he is. */
const before = new RegExp(
	'^(?:(?:正如|如同|如|据|按照|根据|遵照|依照|落实|这是|这也是|是)?' +
		'(?:(?:早在)?(?:\\d{4}年)?(?:\\d{1,2}月)?(?:\\d{1,2}日)?[，,]?)' +
		'(?:在[^，,]{2,40}[，,])?' +
		'(?:时任|前任|原)?(?:中共中央|国务院|国家|全国人大|全国政协)?' +
		'(?:政治局)?(?:常委|委员|总书记|主席|副总理|总理|委员长|国务委员|' +
		'副?[省市县区部局厅院校]长|[省市县区]委(?:副?书记|常委)|副?主任)?)',
	'u',
);
/** What he is by profession may stand there as well: 经济学家, 著名教授. */
const profession = /^\p{Script=Han}{0,8}?(?:学家|专家|学者|教授|院士|研究员|评论员|作家|企业家)/u;

/** Where who speaks may begin in a clause. Folded. */
function beginnings(clause: string): readonly number[] {
	const from = before.exec(clause)?.[0].length ?? 0;
	const behindProfession = profession.exec(clause.slice(from))?.[0].length;
	return behindProfession === undefined ? [from] : [from, from + behindProfession];
}

/** What may stand behind who speaks, up to the verb: 同志, 在座谈会上, 也曾多次. */
const behind = new RegExp(
	// In a table the next cell.
	'^\\s*\\||^(?:同志|先生)?(?:副?总理|总书记|副?主席|委员长|书记)?' +
		'(?:(?:在|于|到|赴)[^，,]{1,40}|\\d{4}年[^，,]{0,20})?[，,]?' +
		'(?:也|还|又|曾|再次|一再|多次|就此|明确|深刻|反复|特别|这样|所|的)*$',
);
/** Words that have the form of a name and speak: 方案强调, 全会指出, 安徽提出. */
const noPerson = new RegExp(
	[
		`^${anyOf(provinces)}`,
		'[会报社网刊书法案部局省市县区者家界们方章稿司院团组]$',
		'^(?:应当|于是|同时|时任|强调|何以|何况|别|和谐|何谓)',
	].join('|'),
);

/** Who speaks by the form of the name, where nothing else stands in the clause. Folded. */
export function speakerByForm(clause: string): NamedPerson | undefined {
	for (const from of beginnings(clause)) {
		for (let size = longestName; size >= shortestName; size--) {
			const name = clause.slice(from, from + size);
			const isName = name.trim().length === size && isPersonName(name) && !noPerson.test(name);
			if (isName && behind.test(clause.slice(from + size))) return { name, start: from, end: from + size };
		}
	}
	return undefined;
}

/** Whether a clause begins with who speaks: a name the corpus knows, one with an office, or one by its form. */
export function beginsWithSpeaker(clause: string, names: readonly string[]): boolean {
	const words = fold(clause);
	const starts = beginnings(words);
	if (names.some(name => starts.some(from => words.startsWith(fold(name), from)))) return true;
	const titled = titledIn(words)?.start;
	return (titled !== undefined && titled <= (starts[0] ?? 0)) || speakerByForm(words) !== undefined;
}
