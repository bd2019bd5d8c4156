// policy_verify: of every quotation what it is, by the review that `check` and the editor run.
import type { Draft } from '../../core/draft/draft';
import type { Finding } from '../../core/draft/finding';
import type { Facts } from '../../core/rules/rule';
import type { Cancelled } from '../../core/search/passageSearch';
import { familyOf, findingFamilies } from '../../core/rules/table';
import type { PolicyService } from '../../core/service';
import { present } from '../../core/text/values/fields';
import { pausing } from '../pause';
import { reviewDraft, type ReviewRun, type ReviewWishes } from '../review';
import type { Holdings, OwnDocuments, ToolAnswer } from './holdings';
import { withDamaged } from './damagedCopies';
import {
	entryOf,
	judgedAlone,
	isSaidBetter,
	quotationList,
	unaskedOf,
	type Asking,
	type Entry,
	type LookedAt,
} from './alone';
import { fromEnglish } from './englishReview';
import { fieldsOf, listOf, textOf, ToolInputError, type Fields } from './input';
import { pageOf, pageStart } from './page';
import { withheld } from './search';
import { mostChanges, someOf, unknownQuotation } from './quotationShown';
import { reportedEntries } from './reported';
import { sentText } from './sentText';
import { dataNotice, recordShown, sourceWords } from './sourceWords';
import { Clauses, overlaps, quotationsOf, type Place } from './unproved';
import { verdictOf } from './verdicts';

const known = ['text', 'quotations', 'cursor'] as const;
export const verifyLimits = { text: 100_000, quotations: 50, quotation: 2000 } as const;

/** Milliseconds after which what was found so far is the answer; half of them are for the draft as it stands. */
const budget = 30_000;
/** So many are left for every further look, so that there is always some way on. */
const leastBudget = 2000;

const note =
	'"unknown" means: not in this corpus. Not in this corpus is not false; it is not proved either, so do not present it as a quotation before a source is found. “unknown”是说语料里没有：没有收录不等于说错，也没有得到证明，找到出处之前不要当作原话引用。';

/** What is to be verified. */
interface Verifying {
	readonly draft: Draft;
	/** The place in what was sent of a place in the draft. */
	original?(place: number): number;
	/** Where each quotation that was listed stands. */
	readonly listed?: readonly Place[];
}

/** Answers policy_verify. ToolInputError where the input is wrong. */
export async function policyVerify(input: unknown, holdings: Holdings, signal?: Cancelled): Promise<ToolAnswer> {
	const fields = fieldsOf(input, known);
	const start = pageStart(fields);
	const { documents, records } = holdings;
	const verifying = verifyingOf(fields, records);
	const found = (service: PolicyService, own: OwnDocuments | undefined) =>
		keptFor({ service, key: keyOf(verifying), start, signal }, () =>
			reviewed(service, verifying, records, own, signal),
		);
	const whole = await found(documents?.service ?? records, documents);
	const page = pageOf(fields, whole.entries, start);
	const own = documents ? ownIn(page.entries, documents) : [];
	if (documents === undefined || own.length === 0) return answerOf(page, whole.partial);
	const titles = [...new Set(own.map(id => documents.service.corpus.source(id)?.title ?? id))];
	if (await documents.allow({ tool: 'policy_verify', passages: own.length, sources: own, titles }))
		return answerOf(page, whole.partial);
	const rest = await found(records, undefined);
	return { ...answerOf(pageOf(fields, rest.entries, start), rest.partial), withheld };
}

/** What was found for a text, of which an answer shows a page. */
interface Found {
	readonly entries: readonly Entry[];
	/** Said where not all of it was looked at. */
	readonly partial?: string;
}

/** What each service found last. */
const lastFound = new WeakMap<PolicyService, { readonly key: string; readonly found: Found }>();

function keyOf({ draft, listed }: Verifying): string {
	return `${listed ? 'quotations' : 'text'} ${draft.text}`;
}

/** What is asked, from where on, and whether it still is. */
interface Asked {
	readonly service: PolicyService;
	readonly key: string;
	readonly start: number;
	readonly signal: Cancelled | undefined;
}

/** What was found for a text: for a later page what the page before it was cut from, a long text being read once. */
async function keptFor({ service, key, start, signal }: Asked, find: () => Promise<Found>): Promise<Found> {
	const last = start > 0 ? lastFound.get(service) : undefined;
	if (last?.key === key) return last.found;
	const found = await find();
	// What was given up is not all there is.
	if (signal?.aborted !== true) lastFound.set(service, { key, found });
	return found;
}

function verifyingOf(fields: Fields, service: PolicyService): Verifying {
	const text = textOf(fields, 'text', verifyLimits.text);
	const quotations = listOf(fields, 'quotations', { count: verifyLimits.quotations, length: verifyLimits.quotation });
	if ((text === undefined) === (quotations === undefined))
		throw new ToolInputError(
			'请给出 text（一段文稿）或 quotations（引语的列表），二者取一。 Give either text (a draft with quotation marks) or quotations (a list of quotations).',
		);
	if (text !== undefined) {
		const { text: open, original } = sentText(text);
		return { draft: service.draft(open, 'markdown'), original };
	}
	const { text: written, places } = quotationList((quotations ?? []).map(words => ({ words })));
	return { draft: service.draft(written, 'markdown'), listed: places };
}

async function reviewed(
	service: PolicyService,
	verifying: Verifying,
	records: PolicyService,
	documents: OwnDocuments | undefined,
	signal: Cancelled | undefined,
): Promise<Found> {
	const { draft, listed } = verifying;
	const wishes: ReviewWishes = {
		families: findingFamilies().filter(family => !familyOf(family).asked && (!listed || family === 'quotation')),
		// Every quotation is told of, whether anything cites it or not.
		unwanted: listed ? unaskedOf : [],
		all: true,
		references: {},
	};
	const context = { service, reviewer: service.reviewer(), librariesRead: true };
	const run = within(budget, present({ signal, pause: pausing(), seek: documents?.seek }));
	const review = await reviewDraft(context, draft, wishes, { ...run, budget: budget / 2 });
	const asking: Asking = { service, records, run };
	const quotations = quotationsOf(draft, records.corpus).filter(one => one.end <= review.reviewed);
	const all = [...review.findings, ...(await fromEnglish(draft, quotations, wishes, asking))];
	const { findings, uncertain } = await withDamaged(draft, all, quotations, asking);
	const judged = findings.filter(one => verdictOf(one) !== undefined);
	const silent = quotations.filter(one => !overlaps(one, judged));
	const alone = await unjudged(draft, silent, asking, listed !== undefined);
	const reports = listed
		? { entries: [], upTo: Infinity }
		: await reportedEntries(draft, { within: quotations, findings }, asking);
	const upTo = Math.min(review.partial ? review.reviewed : Infinity, alone.upTo, reports.upTo);
	const entries: Entry[] = [];
	for (const finding of findings.filter(one => one.start < upTo)) {
		const verdict = verdictOf(finding);
		if (verdict === undefined) entries.push(otherOf(finding, draft));
		else if (!isSaidBetter(finding, findings)) entries.push(await entryOf(finding, verdict, draft, asking, uncertain));
	}
	entries.push(...alone.entries, ...reports.entries);
	return upTo < draft.text.length ? { entries, partial: partialUpTo(upTo, verifying) } : { entries };
}

/** A run that has so many milliseconds in all, whoever asks what is left. */
function within(most: number, run: ReviewRun): ReviewRun {
	const end = Date.now() + most;
	return {
		...run,
		get budget() {
			return Math.max(leastBudget, end - Date.now());
		},
	};
}

/** Said where only the beginning was looked at. */
function partialUpTo(place: number, { listed, original = same => same }: Verifying): string {
	if (listed) {
		const count = listed.filter(one => one.end <= place).length;
		return `Only the first ${count} quotations were looked at: send the others once more. 只检查了前 ${count} 条，其余请再发一次。`;
	}
	const count = original(place);
	return `Only the first ${count} characters were looked at: send the rest as another text. 只检查到第 ${count} 个字符，其余请另行检查。`;
}

/** A listed quotation that the review says nothing of. */
const tooShort = { verdict: 'unknown', why: 'too short to be told from a common phrase' };

/**
 * What is told of quotations of which the review of a draft is silent: of those as long as a clause what they are with
 * nothing around them, of others only what a record says, or that they are too short where they were asked for.
 */
async function unjudged(draft: Draft, silent: readonly Place[], asking: Asking, isAsked: boolean): Promise<LookedAt> {
	const entries: Entry[] = [];
	const left: Place[] = [];
	const clauses = new Clauses(asking.records.corpus);
	for (const one of silent) {
		const quotation = draft.text.slice(one.start, one.end);
		if (clauses.isClause(draft, one)) left.push(one);
		else if (isAsked) entries.push({ kind: 'finding', shown: { quotation, ...tooShort } });
	}
	const passages = left.map(one => ({ words: draft.text.slice(one.start, one.end), lead: '有人指出：' }));
	for (const [at, judged] of (await judgedAlone(passages, asking)).entries()) {
		if (!judged) return { entries, upTo: left[at]?.start ?? 0 };
		entries.push(...(judged.length > 0 ? judged : [await unknownEntry(passages[at]?.words ?? '', asking)]));
	}
	return { entries, upTo: Infinity };
}

async function unknownEntry(words: string, asking: Asking): Promise<Entry> {
	return { kind: 'finding', shown: await unknownQuotation(words, {}, asking) };
}

function otherOf(finding: Finding, draft: Draft): Entry {
	const { code, start, end, data } = finding;
	const text = sourceWords(draft.text.slice(start, end)).text;
	const { warning, ...shown } = recordShown(withSomeChanges(data));
	return { kind: 'other', finding, shown: present({ code, text, data: shown, warning }) };
}

/** Data of a finding; of many changes some, and how many there are. */
function withSomeChanges(data: Facts): ToolAnswer {
	const { changes = [] } = data;
	return changes.length > mostChanges ? { ...data, ...someOf(changes) } : { ...data };
}

/** The sources whose words in these entries are those of a person's documents, once for each place. */
function ownIn(entries: readonly Entry[], documents: OwnDocuments): readonly string[] {
	return entries.flatMap(({ finding }) => {
		if (!finding) return [];
		const { source, sources = [], citation, cited, nearest }: Facts = finding.data;
		const named = [
			...(citation === undefined ? [source, ...sources] : sources),
			cited,
			nearest?.citation === undefined ? nearest?.source : undefined,
		];
		const own = named.filter(id => id !== undefined).filter(id => documents.isOwn(id));
		return [...new Set(own)];
	});
}

function answerOf(
	{ entries, cursor }: { readonly entries: readonly Entry[]; readonly cursor?: string },
	partial: string | undefined,
): ToolAnswer {
	const shown = (kind: Entry['kind']) => entries.filter(one => one.kind === kind).map(one => one.shown);
	return present({
		findings: shown('finding'),
		other: shown('other'),
		note,
		notice: dataNotice,
		partial,
		cursor,
	});
}
