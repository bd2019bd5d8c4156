// Who is said to have spoken the words of a quotation, when, and where they are said to stand → findings.

import type { Corpus } from '../../corpus/corpus';
import type { Citation, Source } from '../../corpus/records';
import { isOfPublicBody } from '../../corpus/statement';
import type { Block } from '../../draft/blocks';
import type { Change, FindingOf } from '../../draft/finding';
import { fold } from '../../text/fold';
import { anyOf, leader, premierOf, premiers, soleOffices } from '../../text/officialNames';
import { isPersonName } from '../../text/personName';
import type { Passage } from '../compare/passageRun';
import type { Judged } from '../judged';
import type { Speech } from '../speech';
import type { Candidate, Verdict } from '../verdict';
import { Authors, authorsOf } from './authors';
import type { Clause } from './clause';
import { clauseOf, verbsOfSaying } from './clauses';
import { isMeeting } from './meetings';
import { misattributed, speakerIn, type Attribution, type Misattribution } from './misattribution';
import { namedFor } from './namedFor';
import { NamedTextReview, type OtherText } from './otherText';
import { SourceIdentities, wholeCountry } from './sourceIdentity';
import { present } from '../../text/values/fields';
import { listOf } from '../../text/values/optional';

/** Fewer letters are a phrase, which many texts have. */
const shortestNamed = 10;
/** And so many where not all of the text that is named is at hand. */
const shortestUnread = 13;
/** Who leads, not who speaks: 以…同志为核心, …新时代中国特色社会主义思想. */
const inReverence = new RegExp(
	`以\\p{Script=Han}{2,3}同志为(?:核心|总书记)|${leader}(?:新时代|\\p{Script=Han}{2,4}思想)|` +
		`${leader}(?:总书记|主席|同志)?(?:关于[^，。；]{2,20})?(?:的?一?系列)?重要(?:讲话|论述|指示)`,
	'gu',
);
const speechTitle = /讲话|致辞|演讲|发言/;

type Fault = (Misattribution & { readonly isSure?: false }) | OtherText;
/** Words that stand somewhere. */
type Standing = Exclude<Verdict, { readonly code: 'quotation.unknown' | 'quotation.spliced' }>;

/** Compares what paragraphs say of who spoke, when and where with what the corpus has. */
export class Attributions {
	private readonly identities: SourceIdentities;
	private readonly named: NamedTextReview;
	private readonly naming: ReadonlySet<string>;
	private readonly authors: Authors;

	constructor(private readonly corpus: Corpus) {
		this.identities = new SourceIdentities(corpus);
		this.named = new NamedTextReview(this.identities);
		this.authors = new Authors(corpus);
		this.naming = new Set(corpus.citations.filter(one => one.speaker !== undefined).map(one => one.source));
	}

	/** A candidate with the sources its paragraph names for it, and whether those are not all at hand. */
	withNamed(block: Block, candidate: Candidate): Candidate {
		const { said } = namedFor(block, candidate, this.identities.lawNames());
		if (!said) return candidate;
		const named = this.named.sourcesOf(said);
		return present({ ...candidate, named, unread: this.named.isUnread(said) || undefined });
	}

	/** What is said otherwise of a quotation. `names`: speakers the corpus knows; `all`: what nothing proves as well. */
	findings(
		judged: Judged,
		block: Block,
		speeches: readonly Speech[],
		{ names, all }: { readonly names: readonly string[]; readonly all: boolean },
	): FindingOf<'quotation.attribution'>[] {
		const { candidate, verdict } = judged;
		if (verdict.code === 'quotation.unknown' || verdict.code === 'quotation.spliced') return [];
		const isPhrase = verdict.size < shortestUnread;
		const recorded = verdict.passages.map(one => this.recordedOf(one, isPhrase));
		const known = [
			...new Set([...names, ...recorded.flatMap(one => one.speaker ?? []), ...this.authors.in(block.text)]),
		];
		const clause = clauseOf(block, candidate, speeches, known);
		const fault = clause && misattributed(clause.clause, recorded, names);
		if (clause && fault && !(clause.inBrackets && this.isAuthor(fault.written, verdict.passages)))
			return [findingOf({ candidate, verdict }, block, fault, clause)];
		const other = this.otherText(candidate, verdict, block);
		if (other) return [findingOf({ candidate, verdict }, block, other, { from: 0, clause: block.text })];
		const unproved = all && clause && this.unprovedSpeaker(clause.clause, verdict, known);
		return unproved ? [findingOf({ candidate, verdict }, block, unproved, clause)] : [];
	}

	/** Who is said to have spoken words that stand only in texts of others, none of which reports him. */
	private unprovedSpeaker(
		clause: string,
		{ passages, size }: Standing,
		names: readonly string[],
	): (Misattribution & { readonly isSure: false }) | undefined {
		const named = size < shortestNamed ? undefined : speakerIn(clause, names);
		if (!named || !passages.every(one => this.isTextWithout(one, named.written))) return undefined;
		const source = this.corpus.source(passages[0]?.source ?? '');
		const expected = authorsOf(source).join('、') || source?.['container-title'] || source?.title;
		return expected === undefined ? undefined : { why: 'speaker', ...named, expected, isSure: false };
	}

	/** Whether words are a text's own and nothing in it is known to be of a person: no speech or record of his. */
	private isTextWithout(passage: Passage, person: string): boolean {
		const { citation, source: id, text } = passage;
		const source = this.corpus.source(id);
		if (!source || citation?.speaker !== undefined || this.recordedOf(passage).speaker === person) return false;
		const about = anyOf([...soleOffices.flatMap(one => (one.holder === person ? one.office : [])), person]);
		const speaks = new RegExp(`${about}[^。！？\\n]{0,40}(?:${verbsOfSaying})`);
		const isNamed = (words: string) => new RegExp(about).test(fold(words).replace(inReverence, ''));
		const mayReport = (words: string) => speaks.test(fold(words).replace(inReverence, ''));
		const names = [
			source.title,
			...authorsOf(source),
			...this.corpus.citationsOfSource(id).map(one => one.speaker ?? ''),
		];
		return ![...names, text].some(isNamed) && !this.authors.reports(id, mayReport);
	}

	private otherText(candidate: Candidate, verdict: Standing, block: Block): OtherText | undefined {
		const { passages, size } = verdict;
		if (size < shortestNamed || (verdict.severity === 'information' && verdict.code === 'quotation.differs'))
			return undefined;
		const { names, said } = namedFor(block, candidate, this.identities.lawNames());
		const other = said && this.named.other(names, said, passages);
		return other && (other.isSure || size >= shortestUnread) ? other : undefined;
	}

	/**
	 * What is known of who spoke words and when: of the record, of the speech they stand in, or of the report. A phrase
	 * is not its author's alone.
	 */
	private recordedOf({ citation, source: id, text }: Passage, isPhrase = false): Attribution {
		const source = this.corpus.source(id);
		if (!source) return {};
		const isSpeech = source.type === 'speech' || speechTitle.test(fold(source.title));
		const date = citation?.date ?? (isSpeech ? source.issued : undefined);
		const { speaker, rivals } = this.speakerOf(citation, source, { isSpeech, isPhrase });
		return present({ speaker, occasion: citation?.occasion, date, rivals, beside: text });
	}

	/** Whether a name is that of an author of the texts words stand in. */
	private isAuthor(name: string, passages: readonly Passage[]): boolean {
		return passages.some(one => authorsOf(this.corpus.source(one.source)).includes(name));
	}

	/**
	 * Who gave the report that words are of. Others say what a report says as well, but not who gave another report.
	 */
	private reporterOf(id: string, citation: Citation | undefined): Pick<Attribution, 'speaker' | 'rivals'> | undefined {
		const { isReport, place, year, reporter } = this.identities.of(id) ?? {};
		if (!isReport) return undefined;
		const rivals = [...premiers, ...this.identities.reporters()];
		if (place === wholeCountry) return present({ speaker: premierOf(Number(year)), rivals });
		return citation || reporter === undefined ? undefined : { speaker: reporter, rivals };
	}

	/** Who spoke, and which others alone are said to have wrongly spoken; all where there are none. */
	private speakerOf(
		citation: Citation | undefined,
		source: Source,
		{ isSpeech, isPhrase }: { readonly isSpeech: boolean; readonly isPhrase: boolean },
	): Pick<Attribution, 'speaker' | 'rivals'> {
		if (citation?.speaker !== undefined) return { speaker: citation.speaker };
		const reporter = this.reporterOf(source.id, citation);
		if (reporter) return reporter;
		const [author, ...more] = authorsOf(source);
		if (author !== undefined && more.length === 0 && isPersonName(author)) {
			if (isSpeech) return { speaker: author };
			if (!citation && !isPhrase) return { speaker: author, rivals: this.authors.notNamedIn(source.id) };
		}
		// Of a source whose other records name who spoke, those that name nobody are its own words.
		if (!citation || !this.naming.has(source.id) || isOfPublicBody(source)) return {};
		return present({ speaker: author ?? source['container-title'], rivals: 'persons' as const });
	}
}

/** Whether another may have said the words as well: leaders say each other's sentences, on occasions of their own. */
function mayBeRepeated({ why, written }: Fault, clause: string, { passages }: Standing): boolean {
	if (why !== 'speaker' || isMeeting(fold(written))) return false;
	const said = fold(clause);
	return passages.every(({ citation }) => !said.includes(fold(citation?.occasion ?? '\0')));
}

function findingOf(
	{ candidate, verdict }: Judged & { readonly verdict: Standing },
	block: Block,
	fault: Fault,
	{ from, clause }: Clause,
): FindingOf<'quotation.attribution'> {
	const { source, paragraph, wording } = verdict.data;
	const { why, written, expected, instead } = fault;
	const start = block.start + from + fault.start;
	const end = block.start + from + fault.end;
	const isUnread = fault.isSure === false;
	const lead = block.text.slice(Math.max(0, from), candidate.start);
	const isRepeated = candidate.manner === 'speech' && mayBeRepeated(fault, lead, verdict);
	const isOpen = isUnread || isRepeated;
	const words = clause.slice(fault.start, fault.end);
	const change: Change | undefined =
		instead === undefined || isOpen ? undefined : { kind: 'replaced', start, end, written: words, original: instead };
	const citation = verdict.passages.find(one => one.citation !== undefined)?.citation;
	return {
		code: 'quotation.attribution',
		severity: isOpen ? 'information' : 'warning',
		start: block.start + verdict.start,
		end: block.start + verdict.end,
		data: present({
			source,
			paragraph,
			wording,
			why,
			written,
			expected,
			citation: citation?.id,
			unread: isUnread || undefined,
			changes: listOf(change),
		}),
	};
}
