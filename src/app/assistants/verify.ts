// policy_verify: of every quotation what it is, by the review that `check` and the editor run.
import type { Draft } from '../../core/draft/draft';
import type { Change, Finding } from '../../core/draft/finding';
import type { Facts } from '../../core/rules/rule';
import type { Cancelled } from '../../core/search/passageSearch';
import { familyOf, findingFamilies } from '../../core/rules/table';
import type { PolicyService } from '../../core/service';
import { present } from '../../core/text/values/fields';
import { pausing } from '../pause';
import { reviewDraft, type ReviewWishes } from '../review';
import type { Holdings, OwnDocuments, ToolAnswer } from './holdings';
import { withDamaged } from './damagedCopies';
import { entryOf, judgedAlone, isSaidBetter, quotationList, unaskedOf, type Asking, type Entry } from './alone';
import { fromEnglish } from './englishReview';
import { fieldsOf, listOf, textOf, ToolInputError, type Fields } from './input';
import { pageOf, pageStart } from './page';
import { withheld } from './search';
import { mostChanges, someOf, unknownQuotation } from './quotationShown';
import { reportedEntries } from './reported';
import { dataNotice, sourceWords, visible } from './sourceWords';
import { Clauses, overlaps, quotationsOf, type Place } from './unproved';
import { verdictOf } from './verdicts';

const known = ['text', 'quotations', 'cursor'] as const;
export const verifyLimits = { text: 100_000, quotations: 50, quotation: 2000 } as const;

/** Milliseconds after which what was found so far is the answer. */
const budget = 30_000;

const note =
	'"unknown" means: not in this corpus. Not in this corpus is not false; it is not proved either, so do not present it as a quotation before a source is found. “unknown”是说语料里没有：没有收录不等于说错，也没有得到证明，找到出处之前不要当作原话引用。';

/** What is to be verified. */
interface Verifying {
	readonly draft: Draft;
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
		keptFor(service, keyOf(verifying), start, () => reviewed(service, verifying, records, own, signal));
	const whole = await found(documents?.service ?? records, documents);
	const page = pageOf(fields, whole.entries, start);
	const own = documents ? ownIn(page.entries, documents) : [];
	if (documents === undefined || own.length === 0) return answerOf(page, whole.reviewed);
	const titles = [...new Set(own.map(id => documents.service.corpus.source(id)?.title ?? id))];
	if (await documents.allow({ tool: 'policy_verify', passages: own.length, sources: own, titles }))
		return answerOf(page, whole.reviewed);
	const rest = await found(records, undefined);
	return { ...answerOf(pageOf(fields, rest.entries, start), rest.reviewed), withheld };
}

/** What was found for a text, of which an answer shows a page. */
interface Found {
	readonly entries: readonly Entry[];
	/** How far the text was looked at, where not to its end. */
	readonly reviewed?: number;
}

/** What each service found last. */
const lastFound = new WeakMap<PolicyService, { readonly key: string; readonly found: Found }>();

function keyOf({ draft, listed }: Verifying): string {
	return `${listed ? 'quotations' : 'text'} ${draft.text}`;
}

/** What was found for a text: for a later page what the page before it was cut from, a long text being read once. */
async function keptFor(service: PolicyService, key: string, start: number, find: () => Promise<Found>): Promise<Found> {
	const last = start > 0 ? lastFound.get(service) : undefined;
	if (last?.key === key) return last.found;
	const found = await find();
	lastFound.set(service, { key, found });
	return found;
}

function verifyingOf(fields: Fields, service: PolicyService): Verifying {
	const text = textOf(fields, 'text', verifyLimits.text);
	const quotations = listOf(fields, 'quotations', { count: verifyLimits.quotations, length: verifyLimits.quotation });
	if ((text === undefined) === (quotations === undefined))
		throw new ToolInputError(
			'请给出 text（一段文稿）或 quotations（引语的列表），二者取一。 Give either text (a draft with quotation marks) or quotations (a list of quotations).',
		);
	if (text !== undefined) return { draft: service.draft(text, 'markdown') };
	const { text: written, places } = quotationList((quotations ?? []).map(words => ({ words })));
	return { draft: service.draft(written, 'markdown'), listed: places };
}

async function reviewed(
	service: PolicyService,
	{ draft, listed }: Verifying,
	records: PolicyService,
	documents: OwnDocuments | undefined,
	signal: Cancelled | undefined,
): Promise<Found> {
	const wishes: ReviewWishes = {
		families: findingFamilies().filter(family => !familyOf(family).asked && (!listed || family === 'quotation')),
		// Every quotation is told of, whether anything cites it or not.
		unwanted: listed ? unaskedOf : [],
		all: true,
		references: {},
	};
	const context = { service, reviewer: service.reviewer(), librariesRead: true };
	const run = present({ signal, budget, pause: pausing(), seek: documents?.seek });
	const review = await reviewDraft(context, draft, wishes, run);
	const asking: Asking = { service, records, run };
	const within = quotationsOf(draft, records.corpus).filter(one => one.end <= review.reviewed);
	const all = [...review.findings, ...(await fromEnglish(draft, within, wishes, asking))];
	const { findings, uncertain } = await withDamaged(draft, all, within, asking);
	const entries: Entry[] = [];
	for (const finding of findings) {
		const verdict = verdictOf(finding);
		if (verdict === undefined) entries.push(otherOf(finding, draft));
		else if (!isSaidBetter(finding, findings)) entries.push(await entryOf(finding, verdict, draft, asking, uncertain));
	}
	const judged = findings.filter(one => verdictOf(one) !== undefined);
	const silent = within.filter(one => !overlaps(one, judged));
	entries.push(...(await unjudged(draft, silent, asking, listed !== undefined)));
	if (!listed) entries.push(...(await reportedEntries(draft, { within, findings }, asking)));
	return review.partial ? { entries, reviewed: review.reviewed } : { entries };
}

/** A listed quotation that the review says nothing of. */
const tooShort = { verdict: 'unknown', why: 'too short to be told from a common phrase' };

/**
 * What is told of quotations of which the review of a draft is silent: of those as long as a clause what they are with
 * nothing around them, of others only what a record says, or that they are too short where they were asked for.
 */
async function unjudged(draft: Draft, silent: readonly Place[], asking: Asking, isAsked: boolean): Promise<Entry[]> {
	const entries: Entry[] = [];
	const left: Place[] = [];
	const clauses = new Clauses(asking.records.corpus);
	for (const one of silent) {
		const quotation = draft.text.slice(one.start, one.end);
		if (clauses.isClause(draft, one)) left.push(one);
		else if (isAsked) entries.push({ kind: 'finding', shown: { quotation, ...tooShort } });
	}
	const passages = left.map(one => ({ words: draft.text.slice(one.start, one.end), lead: '有人指出：' }));
	for (const [at, judged] of (await judgedAlone(passages, asking)).entries())
		entries.push(...(judged.length > 0 ? judged : [await unknownEntry(passages[at]?.words ?? '', asking)]));
	return entries;
}

async function unknownEntry(words: string, asking: Asking): Promise<Entry> {
	return { kind: 'finding', shown: await unknownQuotation(words, {}, asking) };
}

function otherOf(finding: Finding, draft: Draft): Entry {
	const { code, start, end, data } = finding;
	const text = sourceWords(draft.text.slice(start, end)).text;
	return { kind: 'other', finding, shown: { code, text, data: withoutUnseen(data) } };
}

/** Data of a finding without what cannot be seen; of many changes some, and how many there are. */
function withoutUnseen(data: object): unknown {
	const { changes = [] } = data as { readonly changes?: readonly Change[] };
	const shown = changes.length > mostChanges ? { ...data, ...someOf(changes) } : data;
	return JSON.parse(visible(JSON.stringify(shown)));
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
	reviewed: number | undefined,
): ToolAnswer {
	const shown = (kind: Entry['kind']) => entries.filter(one => one.kind === kind).map(one => one.shown);
	return present({
		findings: shown('finding'),
		other: shown('other'),
		note,
		notice: dataNotice,
		partial:
			reviewed === undefined
				? undefined
				: `Only the first ${reviewed} characters were looked at: send the rest as another text. 只检查到第 ${reviewed} 个字符，其余请另行检查。`,
		cursor,
	});
}
