// The only door from the core upward: everything an editor or a command line asks, over one corpus.
import type { Corpus } from './corpus/corpus';
import { mergePacks, type LoadedPack } from './corpus/merge';
import type { Problem } from './corpus/problem';
import { Citing } from './citations/citing';
import { createFinder, type FindAnswer, type FindQuery, type Finder } from './citations/find/find';
import { citedOf, citerOf } from './citations/draftCiter';
import {
	planInsertion,
	type Cited,
	type DraftLanguage,
	type Form,
	type Insertion,
	type InsertOptions,
} from './citations/edits/insert';
import { noteOf, type Note, type NoteOptions } from './citations/gbt7714/inTextNote';
import { formatReference, type Reference, type ReferenceOptions } from './citations/gbt7714/reference';
import { Draft } from './draft/draft';
import type { Finding } from './draft/finding';
import type { Fix } from './review/fixes/fix';
import { fixesOf } from './review/fixes/fixes';
import { ReferenceSets } from './review/references';
import { NormalizedTexts } from './review/compare/comparedText';
import { Reviewer } from './review/review';
import type { Cancelled } from './search/passageSearch';
import { wordingsOf } from './search/index/queryForms';
import type { CompletionRequest } from './terms/complete';
import { Completer } from './terms/completer';
import { CorpusCounts, SharedCounts } from './terms/continuations/counts';
import { explain, type Explanation } from './terms/explain';
import { Formulations, type FormulationSpan } from './terms/formulations';
import { documentSetOf, type DocumentSet } from './terms/uses/documentSet';
import { lazyDocumentSet } from './terms/uses/lazyDocumentSet';
import { run, type Patience } from './terms/uses/patience';
import type { OfferList } from './terms/completionItems';
import { inDraftsWidth } from './terms/offerWidth';
import { Spotter, type TermSpan } from './terms/spotter';
import { typedFormsOf } from './terms/typedForms';
import { lazily } from './text/lazily';

export type { Facets, FindAnswer, FindQuery, Highlight, Hit, RowKind } from './citations/find/find';
export type { ReferenceFinding } from './citations/check';
export type { Citing } from './citations/citing';
export { structureFindings } from './review/structure/structure';
export { highlightPassage } from './citations/find/highlight';
export type { Cited, DraftLanguage, Form, Insertion, InsertOptions, InsertProblem } from './citations/edits/insert';
export type { Note, NoteOptions } from './citations/gbt7714/inTextNote';
export type { FinishStyle } from './citations/edits/finish';
export type { ListOptions } from './citations/edits/list';
export type { KeyOffer, KeyStart } from './citations/keyCompletion';
export type { KeyAt } from './citations/edits/locator';
export type { MovedPlace } from './citations/movedPlaces';
export { applyEdits, faultOf, wayBack, type Edit } from './draft/edit';
export type { Finished, Plan, PlanProblem } from './citations/edits/plan';
export type { SwitchTo } from './citations/edits/switch';
export type { OrderedNotes, NoteOrderOptions } from './citations/edits/orderNotes';
export {
	formatReference,
	type Item,
	type Locator,
	type Reference,
	type ReferenceOptions,
} from './citations/gbt7714/reference';
export type { Cancelled } from './search/passageSearch';
export type {
	IndexChanges,
	DraftWording,
	IndexedDocument,
	IndexEngine,
	IndexFilter,
	PassageHit,
	DocumentMention,
	IndexProblem,
	IndexProgress,
	IndexQuery,
	IndexedSource,
	IndexStatus,
	IndexTimeline,
	IndexUpdate,
	DocumentUse,
} from './search/index/engine';
export { LocalIndex, type IndexPlatform } from './search/index/localIndex';
export { heldCode, type OfferedDocument } from './search/offeredDocuments';
export { MemoryStore } from './search/index/store';
export { packLockName, type FileLock, type Locked } from './corpus/lockHolder';
export type { Draft } from './draft/draft';
export { LineRegions, linesOf, type Lines } from './draft/lineRegions';
export { changesOf, movedBy } from './draft/finding';
export type { Change, Facts, Finding, FindingCode, Severity } from './draft/finding';
export { codesOf, familyOf, findingCodes, findingFamilies, ruleOf } from './rules/table';
export type { Fix, FixKind } from './review/fixes/fix';
export { NormalizedTexts } from './review/compare/comparedText';
export { SharedCounts } from './terms/continuations/counts';
export type { Seek } from './review/compare/indexed';
export type { Review, Reviewer, ReviewOptions } from './review/review';
export { readLocator, sayLocator } from './draft/locator';
export { ignoreOf } from './draft/ignored';
export { isProse, isProseAt, type Region, type RegionKind } from './draft/region';
export { TermUse } from './terms/use';
export type { Offer, OfferKind, OfferList } from './terms/completionItems';
export { withoutClosing } from './terms/quoteCompletion';
export type { Explanation, Placed } from './terms/explain';
export type { CompletionRequest } from './terms/complete';
export type { FormulationSpan } from './terms/formulations';
export type { TermSpan } from './terms/spotter';
export type { Candidate, Candidates } from './terms/candidates';
export type { Further, DocumentSet } from './terms/uses/documentSet';
export type { SourceUse, Timeline, YearUse } from './terms/timeline';
export { citedIn, type CitedIn } from './citations/exchange/citedIn';
export { conflictsOf, isLibrary } from './citations/exchange/bibliography';
export type { ExportFormat, BibliographyTools } from './citations/exchange/tools';
export { bibliographiesOf, type NamedBibliography } from './draft/bibliographies';
export { refusalOf, type Refusal } from './draft/namedFile';
export type { CompiledPack } from './corpus/compile';
export type { Corpus } from './corpus/corpus';
export type { LoadedPack } from './corpus/merge';
export { fieldWords } from './messages/fields';
export { placeWords, wordFinding } from './messages/findings';
export { wordImport } from './messages/imports';
export { standingWords } from './messages/standings';
export { wordProblem } from './messages/packs/problems';
export { wordWord } from './messages/word';
export { dateWords, type Bilingual } from './text/bilingual';
export { markedTitle } from './text/titles';
export { compareCodeUnits } from './text/order';
export { paragraphCited, passageOf } from './corpus/passage';
export { notesAt, placeOf, tableAt, type Layout } from './text/layout/layout';
export type { Problem, ProblemCode } from './corpus/problem';
export type { ReadPack } from './corpus/yaml/read';
export type { PackTools } from './corpus/tools';
export type {
	Citation,
	DocumentText,
	Extension,
	Formulation,
	Ignore,
	PackData,
	PackInfo,
	RecordKind,
	Source,
	Term,
} from './corpus/records';
export { withoutRepeats } from './citations/find/withoutRepeats';
export { withComments, withHead } from './corpus/yaml/keptComments';
export { citedSources, type CitedSource } from './documents/cited';
export type { ImportCode, ImportProblem, ProvedFields } from './documents/document';
export { isImportable } from './documents/format';
export type { OnDuplicate, Planned } from './documents/plan';
export { missingOf } from './documents/missing';
export { namesOf } from './documents/proved';
export type { ChosenTemplate } from './word/template/template';
export { wordLayouts, type WordCode, type WordLayout, type WordProblem } from './word/manuscript';
export type { KnownTexts } from './documents/table/known';
export { isTableName, namesNoTerms } from './documents/table/names';
export type { TableRecord, TableRecords } from './documents/table/table';

/** A term at a place, with its record. */
export interface PlacedTerm extends TermSpan {
	readonly id: string;
	readonly term: string;
}

/**
 * What there is to ask. Completion, spotting and explaining answer at once, over structures built when first asked for;
 * searching is a promise that can be cancelled.
 */
export interface PolicyService {
	readonly corpus: Corpus;
	/** The service over the records alone; `unread`: ids of sources not loaded; `all`: damaged copies are believed. */
	withoutDocuments(unread?: readonly string[], all?: 'damaged too'): PolicyService;
	/** A version of a draft, to be asked about: parsed as far as is asked, once. */
	draft(text: string, language: DraftLanguage): Draft;
	/** Everything that can be asked of a draft that cites: switching, putting in order, lists, findings, keys. */
	readonly citing: Citing;
	/**
	 * What a person may mean who has written this much: terms and formulations, after 《 also titles, after “ quotations.
	 * `around` is asked for text of the draft, the line itself with it, when what is offered follows the draft: its
	 * script, the width of its marks.
	 */
	complete(request: CompletionRequest, around?: () => string): OfferList;
	/** Makes ready what completion goes by, in steps. `indexed`: `IndexEngine.ngrams`, where not all texts are loaded. */
	prepareCompletion(options?: Patience & { readonly indexed?: string }): Promise<void>;
	/** Characters that may end what leads to a completion: an editor that is to ask within a clause must know them. */
	completionCharacters(): readonly string[];
	/** The longest terms of a text, or with `nested` all of them. */
	terms(text: string, nested?: boolean): readonly PlacedTerm[];
	/** Every term over the code unit at an offset, the longest first. */
	termsAt(text: string, offset: number): readonly PlacedTerm[];
	/** The longest formulation over the code unit at an offset, its slots filled with anything. */
	formulationAt(text: string, offset: number): FormulationSpan | undefined;
	/** The numbers of the terms in a text, one for each occurrence; for `TermUse` and `CompletionRequest.use`. */
	termNumbers(text: string): readonly number[];
	/** Everything known about a term. */
	explain(termId: string): Explanation | undefined;
	/** Terms that a query typed in pinyin may stand for, as `IndexQuery.instead` takes them; nothing where it is none. */
	wordings(query: string): readonly string[];
	find(query: FindQuery, signal?: Cancelled): Promise<FindAnswer>;
	/** What fits a paragraph that is being written. */
	relevantTo(text: string, limit: number, signal?: Cancelled): Promise<FindAnswer>;
	/** Everything the corpus has on a term. */
	forTerm(termId: string, signal?: Cancelled): Promise<FindAnswer>;
	/** What is asked of all texts of the corpus together; long work, in steps. */
	readonly library: DocumentSet;
	/** A reviewer for one draft, which remembers what it has read; what drafts are held against is built once for all. */
	reviewer(): Reviewer;
	/** What may be done about a finding of a review of this very draft, the likeliest first; `form`: how it is cited. */
	fixes(draft: Draft, finding: Finding, form: Form, options?: InsertOptions): readonly Fix[];
	/** The reference of a source, by its id or as it is, in GB/T 7714; what nothing proves is a visible gap. */
	reference(what: string | Parameters<typeof formatReference>[0], options?: ReferenceOptions): Reference | undefined;
	/** The 括注 of a citation or a source. */
	note(id: string, options?: NoteOptions): Note | undefined;
	/**
	 * What to change in a draft so that a citation or a source, itself or by id, stands at the cursors; nothing when
	 * there is no such record. See planInsertion.
	 */
	insertion(
		draft: Draft,
		offsets: readonly number[],
		what: string | Cited,
		form: Form,
		options?: InsertOptions,
	): Insertion | undefined;
}

/** The service over several packs, the shipped one first, and what does not fit; `texts` and `counts` may be shared. */
export function createService(
	packs: readonly LoadedPack[],
	texts?: NormalizedTexts,
	counts?: SharedCounts,
): { readonly service: PolicyService; readonly problems: readonly Problem[] } {
	const { corpus, problems } = mergePacks(packs);
	return { service: createPolicyService(corpus, texts, counts), problems };
}

/** The service over a corpus. Costs nothing until it is asked something. */
export function createPolicyService(
	corpus: Corpus,
	texts = new NormalizedTexts(),
	shared = new SharedCounts(),
): PolicyService {
	const spotter = lazily(() => new Spotter(corpus));
	const counts = new CorpusCounts(corpus, shared);
	const completer = lazily(() => new Completer(corpus, spotter, counts));
	const formulations = lazily(() => new Formulations(corpus));
	const finder: () => Finder = lazily(() => createFinder(corpus));
	const referenceSets = lazily(() => new ReferenceSets(corpus, texts));
	const citing = lazily(() => new Citing(corpus));
	const typedForms = lazily(() => typedFormsOf(corpus));
	const placed = (span: TermSpan): PlacedTerm => ({
		...span,
		id: corpus.terms[span.record]?.id ?? '',
		term: corpus.terms[span.record]?.term ?? '',
	});
	return {
		corpus,
		withoutDocuments: (unread, all) => createPolicyService(corpus.withoutDocuments(unread, all), texts, shared),
		draft: (text, language) => new Draft(text, language),
		get citing() {
			return citing();
		},
		complete: (request, around) => {
			const near = around && lazily(around);
			return inDraftsWidth(completer().complete(request, near), near);
		},
		prepareCompletion: async ({ indexed, ...patience } = {}) => void (await run(counts.prepare(indexed), patience)),
		completionCharacters: () => completer().characters(),
		terms: (text, nested = false) => (nested ? spotter().all(text) : spotter().longest(text)).map(placed),
		termsAt: (text, offset) => spotter().at(text, offset).map(placed),
		formulationAt: (text, offset) => formulations().at(text, offset),
		termNumbers: text => Array.from(spotter().longest(text), ({ record }) => record),
		explain: id => explain(corpus, id),
		wordings: query => wordingsOf(query, typedForms()),
		find: (query, signal) => finder().find(query, signal),
		relevantTo: (text, limit, signal) => finder().relevantTo(text, limit, signal),
		forTerm: (id, signal) => finder().forTerm(id, signal),
		library: lazyDocumentSet(() => documentSetOf(corpus, spotter)),
		reviewer: () => new Reviewer(corpus, referenceSets()),
		fixes: (draft, finding, form, options) =>
			fixesOf(
				draft,
				finding,
				corpus,
				citerOf(draft, id => citedOf(corpus, id), form, options),
			),
		reference: (what, options) => {
			const source = typeof what === 'string' ? corpus.source(what) : what;
			return source && formatReference(source, options);
		},
		note: (id, options) => {
			const cited = citedOf(corpus, id);
			return cited && noteOf(cited.citation, cited.source, options);
		},
		insertion: (draft, offsets, what, form, options) => {
			const cited = typeof what === 'string' ? citedOf(corpus, what) : what;
			return cited && planInsertion(draft, offsets, cited, form, options);
		},
	};
}
