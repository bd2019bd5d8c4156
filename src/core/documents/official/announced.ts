// Papers that an agency hands on: 近日，中共中央办公厅、国务院办公厅印发了《…》，并发出通知… 全文如下。
// Whose the paper is and what it is called stand in the sentence that announces it, and the paper itself below.

import { organsOf } from './organ';

/** A paper as the sentence above it has it. */
export interface Announced {
	readonly organs: readonly string[];
	readonly title: string;
}

const within = '[^《》]{2,80}(?:《[^《》]{2,60}》[^《》]{0,40}){0,3}';
const issuing = new RegExp(
	[
		'(?:^|[，,。\\s）)电讯])(?:经[^，。]{2,30}(?:同意|批准)，)?',
		'(\\p{Script=Han}[\\p{Script=Han}、\\s]{1,60}?)(?:近日|日前|今日|\\d{1,2}日)?(?:联合|共同)?(?:印发|发布|公布|颁布|下发)了?',
		`《(${within})》`,
	].join(''),
	'u',
);
const inFull = /主要内容(?:如下|公布如下)|全文(?:如下|(?:公布|发布|刊发|转发)如下)|^[（(]?全文[)）]?[:：]?$/;
/** The sentence stands within so many lines, and what it announces so many lines below. */
const linesAhead = 4;
const linesBelow = 8;

/** The paper that the first lines of a text announce, where its text follows; nothing of news about a paper. */
export function announcedIn(lines: readonly string[]): Announced | undefined {
	for (const [i, line] of lines.slice(0, linesAhead).entries()) {
		const [, named = '', title] = issuing.exec(line.slice(0, longest)) ?? [];
		if (title === undefined) continue;
		const organs = organsOf(named.trim());
		if (organs.length > 0 && followsInFull(title, lines.slice(i, i + linesBelow))) return { organs, title };
	}
	return undefined;
}

/** Whether the words behind an announcement say that the text follows, or its title stands there by itself. */
function followsInFull(title: string, lines: readonly string[]): boolean {
	const plain = (text: string) => text.replace(/[\s《》]/g, '');
	const wanted = plain(title);
	return lines.some((line, i) => {
		if (inFull.test(line)) return true;
		if (i === 0) return false;
		const joined = `${line}${lines[i + 1] ?? ''}`;
		return plain(line) === wanted || plain(joined) === wanted;
	});
}

const handedOn = /^\s*(?:[（(【\[]?(?:受权发布|受权播发|授权发布|全文|权威发布)[）)】\]]?\s*[:：|｜丨]?\s*)+/;
const inFullBehind = /[（(](?:全文|受权发布)[）)]$/;
/** A longer text is no title, and costs too much to look at. */
const longest = 600;

/** A title without what agencies set before and behind it: （受权发布）, （全文）. */
export function withoutAgency(title: string): string {
	if (title.length > longest) return title;
	const bare = title.trimEnd().replace(handedOn, '').replace(inFullBehind, '').trimEnd();
	return bare.length >= 4 ? bare : title;
}

/** The line of an agency and nothing else: 新华社北京3月31日电. */
export function isDateline(line: string): boolean {
	return /^(?:新华社|中新社|人民网|中新网)\p{Script=Han}{0,10}\s*\d{1,2}月\d{1,2}日电?$/u.test(
		line.replace(/\s+/g, ''),
	);
}
