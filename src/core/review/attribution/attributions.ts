// Who is said to have spoken the words of a quotation, when, and where they are said to stand → findings.

import type { Corpus } from '../../corpus/corpus';
import type { Citation } from '../../corpus/records';
import type { Block } from '../../draft/blocks';
import type { Change, FindingOf } from '../../draft/finding';
import { fold } from '../../text/fold';
import type { Passage } from '../compare/passageRun';
import type { Judged } from '../judged';
import type { Speech } from '../speech';
import type { Candidate, Verdict } from '../verdict';
import { clauseOf } from './clauses';
import { misattributed, type Misattribution } from './misattribution';
import { namedFor } from './namedFor';
import { NamedTextReview, type OtherText } from './otherText';
import { SourceIdentities } from './sourceIdentity';
import { present } from '../../text/values/fields';
import { listOf } from '../../text/values/optional';

/** Fewer letters are a phrase, which many texts have. */
const shortestNamed = 10;
/** And so many where not all of the text that is named is at hand. */
const shortestUnread = 16;
const speechTitle = /讲话|致辞|演讲|发言/;

type Fault = Misattribution | OtherText;
/** Words that stand somewhere. */
type Standing = Exclude<Verdict, { readonly code: 'quotation.unknown' | 'quotation.spliced' }>;

/** Compares what paragraphs say of who spoke, when and where with what the corpus has. */
export class Attributions {
	private readonly identities: SourceIdentities;
	private readonly named: NamedTextReview;

	constructor(private readonly corpus: Corpus) {
		this.identities = new SourceIdentities(corpus);
		this.named = new NamedTextReview(this.identities);
	}

	/** A candidate with the sources its paragraph names for it, and whether those are not all at hand. */
	withNamed(block: Block, candidate: Candidate): Candidate {
		const { said } = namedFor(block, candidate, this.identities.lawNames());
		if (!said) return candidate;
		const named = this.named.sourcesOf(said);
		return present({ ...candidate, named, unread: this.named.isUnread(said) || undefined });
	}

	/** What is said otherwise of a quotation. `names`: speakers the corpus knows. */
	findings(
		judged: Judged,
		block: Block,
		speeches: readonly Speech[],
		names: readonly string[],
	): FindingOf<'quotation.attribution'>[] {
		const { candidate, verdict } = judged;
		if (verdict.code === 'quotation.unknown' || verdict.code === 'quotation.spliced') return [];
		const clause = clauseOf(block, candidate, speeches, names);
		const recorded = verdict.passages.map(one => this.recordedOf(one));
		const fault = clause && misattributed(clause.clause, recorded, names);
		if (clause && fault) return [findingOf(verdict, block, fault, clause.from)];
		const other = this.otherText(candidate, verdict, block);
		return other ? [findingOf(verdict, block, other, 0)] : [];
	}

	private otherText(candidate: Candidate, verdict: Standing, block: Block): OtherText | undefined {
		const { passages, size } = verdict;
		if (size < shortestNamed || (verdict.severity === 'information' && verdict.code === 'quotation.differs'))
			return undefined;
		const { names, said } = namedFor(block, candidate, this.identities.lawNames());
		const other = said && this.named.other(names, said, passages);
		return other && (other.isSure || size >= shortestUnread) ? other : undefined;
	}

	/** What is known of who spoke words and when: of the record, or of the speech they stand in. */
	private recordedOf({ citation, source: id }: Passage): Pick<Citation, 'speaker' | 'occasion' | 'date'> {
		const source = this.corpus.source(id);
		const isSpeech = source !== undefined && (source.type === 'speech' || speechTitle.test(fold(source.title)));
		const date = citation?.date ?? (isSpeech ? source.issued : undefined);
		return present({
			speaker: citation?.speaker,
			occasion: citation?.occasion,
			date,
		});
	}
}

function findingOf(verdict: Standing, block: Block, fault: Fault, from: number): FindingOf<'quotation.attribution'> {
	const { source, paragraph, wording } = verdict.data;
	const { why, written, expected, instead } = fault;
	const start = block.start + from + fault.start;
	const end = block.start + from + fault.end;
	const isUnread = 'isSure' in fault && !fault.isSure;
	const words = block.text.slice(from + fault.start, from + fault.end);
	const change: Change | undefined =
		instead === undefined || isUnread ? undefined : { kind: 'replaced', start, end, written: words, original: instead };
	const citation = verdict.passages.find(one => one.citation !== undefined)?.citation;
	return {
		code: 'quotation.attribution',
		severity: isUnread ? 'information' : 'warning',
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
