// Where a paragraph says that somebody said something: who, when, and how far the words go.
// Knows nothing of what was really said.

/** Words reported after a verb of saying. UTF-16 code units of the paragraph, half-open. */
export interface Speech {
	/** From where the sentence that names the speaker begins to the verb. */
	readonly from: number;
	/** What is reported: behind the verb and its mark, to the end of the sentence. */
	readonly start: number;
	readonly end: number;
	/** What stands before the verb: speaker, occasion, date. */
	readonly clause: string;
}

// 要求, 部署 and 明确 are nouns as well: only with a speaker before them and a mark, or 要 and the like, behind them do they report.
const saying = /(?:强调|指出|提出|要求|表示|勉励|明确|部署|提到|号召|嘱托|叮嘱|希望|认为|説|說|強調|指齣|勉勵|明確)(?:说|道|过|到|了|的是)?(?:[，,：:]\s*|(?=要|必须|应当|不是|坚持))/g;
const speaker = /总书记|總書記|主席|总理|總理|书记|書記|部长|省长|市长|主任|委员长|会议|會議|座谈会|座談會|全会|大会|报告|報告|纲要|綱要|规划|規劃|意见|决定|通知|中央|国务院|國務院|讲话|講話/;

/** Everything reported in a paragraph. `names`: speakers the corpus knows. */
export function speechIn(text: string, names: readonly string[]): Speech[] {
	const found: Speech[] = [];
	saying.lastIndex = 0;
	for (let verb = saying.exec(text); verb; verb = saying.exec(text)) {
		const from = sentenceStart(text, verb.index);
		const clause = text.slice(from, verb.index);
		if (clause.length > 200 || !(speaker.test(clause) || names.some(name => clause.includes(name)))) continue;
		const start = verb.index + verb[0].length;
		const end = sentenceEnd(text, start);
		if (found.at(-1)?.from === from) continue;
		found.push({ from, start, end, clause });
	}
	return found;
}

function sentenceStart(text: string, at: number): number {
	let start = at;
	while (start > 0 && !/[。！？；\n]/.test(text[start - 1]!)) start--;
	return start;
}

function sentenceEnd(text: string, at: number): number {
	let end = at;
	while (end < text.length && !/[。！？\n]/.test(text[end]!)) end++;
	return end;
}
