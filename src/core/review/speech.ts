// Where a paragraph says that somebody said something: who, when, and how far the words go.

import { fold } from '../text/fold';

/** Words reported after a verb of saying. UTF-16 code units of the paragraph, half-open. */
export interface Speech {
	/** From where the sentence that names the speaker begins to the verb. */
	readonly from: number;
	/** What is reported: behind the verb and its mark, to the end of the sentence. */
	readonly start: number;
	readonly end: number;
	/** What stands before the verb: speaker, occasion, date. */
	readonly clause: string;
	/** Whether the words may begin with whom they were said to: 勉励|天津在…. */
	readonly addressed?: true;
	/** Whether it is what a law lays down, which is retold as often as quoted: only its very words are compared. */
	readonly exact?: true;
	/** Whether a colon stands before the words. */
	readonly colon: boolean;
}

/** What lays something down: 《…法》（以下简称…）第十二条第一款还明确. */
const law =
	'(?:法|条例|规定|办法|规则|细则)》?(?:[（(][^（）()]{0,30}[）)])?' +
	'(?:第[\\d零一二三四五六七八九十百]+[条款项章])*(?:[的中也还又]|明确)*';

// 要求, 部署 and 明确 are nouns as well: only with a speaker before them and a mark, or 要 and the like, behind them do
// they report.
const verbs =
	'强调|指出|提出|要求|表示|勉励|明确|部署|提到|谈到|号召|嘱托|叮嘱|希望|认为|重申|写道|告诫|強調|指齣|勉勵|明確';
const must = '要(?!求)|必须|应当|不是|坚持';
const mustFirst = new RegExp(`^(?:${must})`);
/** Verbs behind which stands whom the words were said to. */
export const addressing = '勉励|鼓励|嘱托|叮嘱|号召|寄语|希望|要求';
const saying = new RegExp(
	[
		`(?:${verbs})(?:说|道|过|到|了|的是|的)?(?:[，,：:]\\s*|(?=${must}|[“「『"]))`,
		'(?:说|讲|説|說|講)(?:道|过|到|得好)?[，,：:]\\s*',
		`规定(?<=${law}规定)(?:了|的是)?[，,：:]\\s*`,
		`(?:${addressing})(?:\\p{Script=Han}{2,10}[，,：:]\\s*|(?=\\p{Script=Han}{2,8}(?:在|要|把|以|继续|坚持)))`,
	].join('|'),
	'gu',
);
const speaker = new RegExp(
	'总书记|總書記|主席|总理|總理|书记|書記|部长|省长|市长|主任|委员长|会议|會議|座谈会|座談會|全会|大会|' +
		'报告|報告|纲要|綱要|规划|規劃|意见|决定|通知|中央|国务院|國務院|讲话|講話',
);
/** The text that is being written, as whose words its own are told. */
const ownText = new RegExp(
	'本(?:报告|文|书|章|节|课题|研究|调研|规划|方案|意见|通知|纲要|办法|建议|项目|课题组|法|条例|规定|细则|章程)' +
		'[^，,。；]{0,6}$',
);
/** What makes the verb behind it a noun. */
const named =
	/(?:的|[作做提][出了]+|(?:按照|按|根据|遵照|依照|围绕|落实|贯彻|执行|符合|适应|满足|响应|牢记)[^，,。；]*)$/;
/** So far before a verb stands what makes it a noun. */
const longestLead = 300;
/** 本报告认为 is what the writer says, and who breaks a rule does not say it: 违反《条例》规定，…. */
const saysNothing = new RegExp(`${ownText.source}|违反[^，,。；]*$`);
const introducing = new RegExp(
	`(?:${verbs}|説|說)` + '(?:说|道|过|到|了|的是)?[，,：:]?\\s*(?:要|还要|必须|应当|应|我们)?$',
);

/**
 * Whether words are introduced by who said them right before them, though by no mark:
 * 总书记要求|继续做好创新这篇大文章. `names`: speakers the corpus knows.
 */
export function isIntroduced(text: string, start: number, names: readonly string[]): boolean {
	const clause = text.slice(sentenceStart(text, start), start);
	const verb = introducing.exec(clause);
	if (!verb) return false;
	const before = clause.slice(0, verb.index);
	if (ownText.test(before)) return false;
	return !named.test(before.slice(-longestLead)) && namesSpeaker(before, names);
}

function namesSpeaker(clause: string, names: readonly string[]): boolean {
	if (speaker.test(clause)) return true;
	// Names are recorded in one script, and drafts are written in either.
	const folded = fold(clause);
	return names.some(name => clause.includes(name) || folded.includes(name));
}

/** Everything reported in a paragraph. `names`: speakers the corpus knows. */
export function speechIn(text: string, names: readonly string[]): Speech[] {
	const found: Speech[] = [];
	saying.lastIndex = 0;
	for (let verb = saying.exec(text); verb; verb = saying.exec(text)) {
		const from = sentenceStart(text, verb.index);
		const clause = text.slice(from, verb.index);
		// 按照国务院的部署，… and 提出了要求，… name them; only before a colon do they say what was said.
		if (/^(?:要求|部署|希望|号召|嘱托|叮嘱|勉励)/.test(verb[0]) && named.test(clause) && !/[：:]/.test(verb[0]))
			continue;
		if (saysNothing.test(clause.slice(-longestLead))) continue;
		const exact = verb[0].startsWith('规定');
		if (clause.length > 200 || !(exact || namesSpeaker(clause, names))) continue;
		const start = verb.index + verb[0].length;
		const end = sentenceEnd(text, start);
		const before = found.at(-1);
		if (before?.from === from && !before.exact) continue;
		const addressed = /^\p{Script=Han}{2}$/u.test(verb[0]) && !mustFirst.test(text.slice(start, start + 2));
		const colon = /[：:]/.test(verb[0]);
		found.push({ from, start, end, clause, colon, ...(addressed ? { addressed } : {}), ...(exact ? { exact } : {}) });
	}
	return found;
}

function sentenceStart(text: string, at: number): number {
	let start = at;
	while (start > 0 && !/[。！？；\n]/.test(text.charAt(start - 1))) start--;
	return start;
}

function sentenceEnd(text: string, at: number): number {
	let end = at;
	while (end < text.length && !/[。！？\n]/.test(text.charAt(end))) end++;
	return end;
}
