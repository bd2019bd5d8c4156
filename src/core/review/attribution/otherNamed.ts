// Whether a sentence names somebody or something else than the text its words are held against: what was said there may
// be nowhere at hand, and need not be as that text has it.

import type { Corpus } from '../../corpus/corpus';
import type { Source } from '../../corpus/records';
import { fold } from '../../text/fold';
import { premierOf, premiers, workReport } from '../../text/officialNames';
import { normalizedText } from '../compare/comparedText';
import type { Passage } from '../compare/passageRun';
import { mayBeOneMeeting, meetingIn } from './meetings';

/** So many letters of a title, in a row, name a text. */
const fewestOfTitle = 5;
/** A plan, and the proposals for it. */
const planNamed = /规划(?:《|》|的)*建议|规划纲要/;
/** Others report what a leader says; these texts are nobody's but of who issued them. */
const ownTitle = /报告|纲要|规划|条例|办法|规定|通知|意见|方案|法$/;

/** Of a place: 江苏省政府, 无锡市人民政府. */
const ofPlace = /[省市区县州](?:人民)?政府/;

/** What a sentence names; nothing where nothing is named that can be held against a text. */
interface Named {
	readonly clause: string;
	readonly speakers: readonly string[];
	readonly meeting: string | undefined;
	readonly plan: boolean;
}

/**
 * Whether a clause names a speaker, a meeting or a plan, and none of the passages is of what it names. `names`:
 * speakers the corpus knows.
 */
export function namesAnother(
	clause: string,
	passages: readonly Passage[],
	names: readonly string[],
	corpus: Corpus,
): boolean {
	const said = fold(clause);
	const speakers = [...new Set([...names, ...premiers])].filter(one => said.includes(fold(one)));
	const named = { clause: said, speakers, meeting: meetingIn(said)?.name, plan: planNamed.test(said) };
	if (speakers.length === 0 && named.meeting === undefined && !named.plan) return false;
	return passages.length > 0 && !passages.some(one => fits(one, named, corpus));
}

function fits(passage: Passage, named: Named, corpus: Corpus): boolean {
	const source = corpus.source(passage.source);
	if (!source) return true;
	// Who is named in a report or a law has not said what stands there.
	const words = ownTitle.test(fold(source.title)) ? '' : passage.text;
	const texts = [source.title, source['container-title'] ?? '', words, ...authorsOf(source)];
	const { speaker, occasion } = passage.citation ?? {};
	const said = [...texts, speaker ?? '', occasion ?? ''].map(one => fold(one));
	return (
		isTitleNamed(source, named) ||
		named.speakers.some(one => said.some(text => text.includes(fold(one))) || mayReport(source, one, corpus)) ||
		isOfMeeting(said, named) ||
		(named.plan && planNamed.test(fold(source.title)))
	);
}

function authorsOf({ author = [] }: Source): readonly string[] {
	return author.flatMap(one => one.literal ?? one.family ?? []);
}

/** Whether a text that is not its issuer's own names a speaker, or is the report a premier gave. */
function mayReport(source: Source, name: string, corpus: Corpus): boolean {
	const title = fold(source.title);
	const year = /\d{4}/.exec(title + (source.issued ?? ''))?.[0];
	const isLocal = ofPlace.test(fold([source.title, ...authorsOf(source)].join()));
	if (title.includes(workReport) && !isLocal && premierOf(Number(year)) === name) return true;
	if (ownTitle.test(title)) return false;
	const document = corpus.documents.find(one => one.source === source.id);
	return document?.paragraphs.some(one => one.includes(name)) ?? true;
}

function isOfMeeting(texts: readonly string[], { meeting }: Named): boolean {
	if (meeting === undefined) return false;
	return texts.some(text => {
		const known = meetingIn(text)?.name;
		return known !== undefined && mayBeOneMeeting(meeting, known);
	});
}

/** Whether the sentence has so much of a title. */
function isTitleNamed({ title }: Source, { clause }: Named): boolean {
	const [whole, words] = [normalizedText(title), normalizedText(clause)];
	if (whole !== '' && words.includes(whole)) return true;
	for (let at = 0; at + fewestOfTitle <= whole.length; at++)
		if (words.includes(whole.slice(at, at + fewestOfTitle))) return true;
	return false;
}
