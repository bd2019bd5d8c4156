// Where a paragraph says who spoke some words, or when: before them, behind them, or on a line of its own.

import type { Block } from '../../draft/blocks';
import { addressing, type Speech } from '../speech';
import { normalizedText } from '../compare/comparedText';
import type { Candidate } from '../verdict';
import { beginsWithSpeaker } from './persons';
import { wordsSaid, type Clause } from './clause';
import { isSignature, signatureOf } from './signatures';
import { dashLine } from '../dashLine';
import { anyOf, offices } from '../../text/officialNames';
import { behindLast } from '../../text/words/textEnd';

const shortestSaid = 13;
export const verbsOfSaying =
	'强调|指出|提出|要求|表示|认为|提到|谈到|写道|重申|说过|说|讲|主张|呼吁|告诫|提醒|警告|坦言|直言|强調|認為|說|説';
/** A clause that ends in a verb of saying right before the words. */
const sayingBefore = new RegExp(
	`(?:${verbsOfSaying})(?:的是|道|了|到|过)?[，,：:]?(?:要|必须|应当?|我们)*$|` +
		// 要求无锡“……”.
		`(?:${addressing}|告诫|提醒)\\p{Script=Han}{1,8}[，,：:]?$`,
	'u',
);
/** 按照…的要求，“……”. 杜传忠教授的判断很鲜明：“……”. */
const askedBefore = new RegExp(
	`的[^，,。；：]{0,6}?(?:${wordsSaid})(?:[^，,。；：]{0,8}[，,：:])?(?:要|必须|应当?|我们)*$`,
);
/** What is said behind the words of who said them: 强调, 这样要求, 的这一论断. */
const saidBehind = new RegExp(
	`(?:如是|这样|这么|明确|反复|曾)*(?<![这该此一项了])(?:${verbsOfSaying})(?=[。！，；,;]|$)|` +
		// 习近平总书记这样勉励江苏。 李强这样界定。
		'(?:如是|这样|这么|如此)(?![的一])\\p{Script=Han}|' +
		`(?:(?:提出|作出|强调|发出|说过|所?说)?的|(?<=${anyOf(offices)}|同志|教授|院士|先生)(?=这))` +
		'(?:这|一|那|番|句|段|个|席|重要|明确|殷切|著名|科学|精辟|深刻)*' +
		`(?:${wordsSaid}|(?:政府工作|工作)?报告)`,
	'u',
);
/** The mark that ends the words, and what says that they are somebody's. */
const behindMark = new RegExp(
	'^[。！？]?[”」』"][。]?(?:\\s|\\0)*[，,]?(?:—|―)*(?:(?:这|此|以上)(?:句|番|段)?话?)?(?:也|正|就|便|既)*' +
		'(?:是|出自|语出|见于|来自|引自|摘自|源自)?',
);

/** Where a paragraph says who spoke some words, or when. */
export function clauseOf(
	block: Block,
	candidate: Candidate,
	speeches: readonly Speech[],
	names: readonly string[],
): Clause | undefined {
	const speech = speechOf(candidate, speeches);
	if (candidate.manner === 'marked' && speech) {
		// 习近平指出，“……”，李强则提出“……”: the nearer one has said it, and the nearer date is that of the words.
		const nearer = saidBetween(block.text, candidate.start, speech.start, names);
		if (nearer) return nearer.isSpeaker && isPhrase(candidate) ? undefined : nearer;
	}
	return (
		speech ??
		lineBehind(block, candidate) ??
		(candidate.manner === 'marked' ? besideMarks(block, candidate, names) : undefined)
	);
}

/** The speech that words stand in, the last to begin before them. */
function speechOf({ start, end }: Candidate, speeches: readonly Speech[]): Speech | undefined {
	const around = speeches.filter(one => one.start <= end && start <= one.end);
	return around.findLast(one => one.start <= start) ?? around[0];
}

/** Fewer characters are a phrase, which anybody may say after another. */
function isPhrase({ start, end }: Candidate): boolean {
	return end - start < shortestSaid;
}

/** What joins a second speaker to a first one. */
const joining = /^[，,、；;：:\s\0]*(?:(?:而|但是?|则|同时|此外|另外|随后|接着|其后|后来)[，,]?)?/;
/** A day or year of its own. */
const dated = /\d{4}年|\d{1,2}月\d{1,2}日/;

/** What says between the beginning of a speech and words in marks that another has said them, or at another time. */
function saidBetween(
	text: string,
	start: number,
	speechStart: number,
	names: readonly string[],
): (Clause & { readonly isSpeaker: boolean }) | undefined {
	const lead = leadOf(text, start);
	const joined = joining.exec(lead)?.[0].length ?? 0;
	const from = start - 1 - lead.length + joined;
	if (from <= speechStart) return undefined;
	const words = lead.slice(joined);
	const verb = sayingBefore.exec(words) ?? askedBefore.exec(words);
	const clause = verb && words.slice(0, verb.index);
	if (!clause) return undefined;
	const isSpeaker = beginsWithSpeaker(clause, names);
	return isSpeaker || dated.test(clause) ? { from, clause, isSpeaker } : undefined;
}

/** Who is named beside words in marks. */
function besideMarks(block: Block, candidate: Candidate, names: readonly string[]): Clause | undefined {
	return (
		speakerBefore(block, candidate, names) ??
		speakerBehind(block, candidate, names) ??
		signatureOf(block, candidate, names) ??
		speechNamed(block, candidate) ??
		headingOver(block, candidate, names)
	);
}

/** Who spoke, on a line of its own or behind a dash. */
function lineBehind(block: Block, { end }: Candidate): Clause | undefined {
	const line = block.kind === 'quote' ? dashLine(block.text.slice(end)) : undefined;
	if (line) return { from: end + line.index, clause: line.text };
	return block.attribution && { from: block.attribution.start, clause: block.attribution.text };
}

/** Who says the words by a verb right before them: 王沪宁强调，“……”. */
function speakerBefore({ text }: Block, candidate: Candidate, names: readonly string[]): Clause | undefined {
	if (isPhrase(candidate)) return undefined;
	const { start } = candidate;
	const lead = leadOf(text, start);
	const verb = sayingBefore.exec(lead) ?? askedBefore.exec(lead);
	const clause = verb && lead.slice(0, verb.index);
	return clause && beginsWithSpeaker(clause, names) ? { from: start - 1 - lead.length, clause } : undefined;
}

/** Who spoke, behind the words: “……”，习近平总书记强调。 “……”，这是李强总理的要求。 */
function speakerBehind({ text }: Block, { end }: Candidate, names: readonly string[]): Clause | undefined {
	const mark = behindMark.exec(text.slice(end, end + 20));
	if (!mark) return undefined;
	const from = end + mark[0].length;
	const words = /^[^。；！？“”「」\n]{2,80}/.exec(text.slice(from, from + 80))?.[0] ?? '';
	const said = saidBehind.exec(words);
	// “……”，杜传忠则说“……”: that is who says the next words.
	if (said && /^[“「『：:]/.test(text.slice(from + said.index + said[0].length))) return undefined;
	const clause = said && words.slice(0, said.index);
	return clause && beginsWithSpeaker(clause, names) ? { from, clause } : undefined;
}

/** A speech that is named with its date, though nobody is said to have spoken: 在2024年2月5日的讲话中，“……”. */
function speechNamed({ text }: Block, { start, end }: Candidate): Clause | undefined {
	const lead = leadOf(text, start);
	const from = start - 1 - lead.length;
	if (isDatedSpeech(lead)) return { from, clause: lead };
	const bracket = /^[。！]?[”」』"](?:\0|\s)*[（(]([^（()）\n]{4,60})[）)]/.exec(text.slice(end, end + 80));
	const clause = bracket?.[1];
	return bracket && clause !== undefined && isDatedSpeech(clause)
		? { from: end + bracket[0].indexOf(clause), clause }
		: undefined;
}

/** Who is named by a heading over words that begin their paragraph, or item of a list. */
function headingOver({ heading, text }: Block, { start }: Candidate, names: readonly string[]): Clause | undefined {
	const clause = heading?.text.replace(/^[#\s\0]+/, '') ?? '';
	if (!heading || normalizedText(text.slice(0, start)) !== '' || !isSignature(clause, names, 'any')) return undefined;
	return { from: heading.start + heading.text.length - clause.length, clause };
}

/** What stands in the sentence before a mark that opens words. */
function leadOf(text: string, start: number): string {
	return behindLast(text.slice(0, Math.max(0, start - 1)), '。！？；“”\n');
}

function isDatedSpeech(clause: string): boolean {
	return /\d月\d{1,2}日[^，。；]{0,24}(?:讲话|致辞|演讲|发言|会议|座谈会|大会)/.test(clause);
}
