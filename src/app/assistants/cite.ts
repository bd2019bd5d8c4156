// policy_cite: how a source is cited at a place, as the editor inserts it.
import type { Citation, Source } from '../../core/corpus/records';
import { readLabel, readLocator, type Locator } from '../../core/draft/locator';
import type { Form, InsertOptions, PolicyService } from '../../core/service';
import { present } from '../../core/text/values/fields';
import { mapped } from '../../core/text/values/optional';
import type { Holdings, OwnDocuments, ToolAnswer } from './holdings';
import { choiceOf, countOf, fieldsOf, neededText, shown, textOf, ToolInputError, type Fields } from './input';
import { withheld } from './search';
import { dataNotice, visible, warningOn } from './sourceWords';

const known = ['source', 'paragraph', 'page', 'edition', 'form'] as const;
export const citeEditions = ['2025', '2015'] as const;
export const citeForms = ['footnote', 'pandoc', 'note', 'reference'] as const;
/** So many paragraphs of recorded quotations are listed. */
const mostParagraphs = 20;
export const citeLimits = { source: 200, paragraph: 9999, page: 20 } as const;

const oneAtATime = '一次只引一个来源：请分几次来。 One source at a time: split it into several calls.';

/** What is cited, and where in it. */
interface Cited {
	readonly source: Source;
	readonly citation: Citation | undefined;
	readonly locator: Locator;
}

/** Answers policy_cite. ToolInputError where nothing has the id, naming ids it may mean. */
export async function policyCite(input: unknown, { records, documents }: Holdings): Promise<ToolAnswer> {
	const fields = fieldsOf(input, known);
	const id = neededText(fields, 'source', citeLimits.source, '{"source": "2024-01-31-report", "paragraph": 1}').trim();
	const own = documentSource(id, documents);
	const service = own && documents && !records.corpus.source(own.id) ? documents.service : records;
	if (own && documents && service === documents.service) {
		const isAllowed = await documents.allow({
			tool: 'policy_cite',
			passages: 0,
			sources: [own.id],
			titles: [own.title],
		});
		if (!isAllowed) throw new ToolInputError(withheld);
	}
	const cited = citedBy(service, id);
	if (!cited && /[;；]/.test(id)) throw new ToolInputError(oneAtATime);
	if (!cited) throw new ToolInputError(unknownId(records, id));
	const locator = locatorOf(fields, cited);
	checkParagraph(service, cited.source, locator);
	return answerOf(service, { ...cited, locator }, fields);
}

function documentSource(id: string, documents: OwnDocuments | undefined): Source | undefined {
	return documents && citedBy(documents.service, id)?.source;
}

/** The source an id means: of a source, of a citation, or a key with a place behind it. */
function citedBy({ corpus }: PolicyService, id: string): Cited | undefined {
	const bareId = id.replace(/^\[?[\^@]?|\]$/g, '');
	const citation = corpus.citation(bareId);
	if (citation) {
		const source = corpus.source(citation.source);
		return source && { source, citation, locator: present({ paragraph: citation.paragraph }) };
	}
	for (const { key, locator = {} } of readLabel(bareId)) {
		const source = corpus.source(key);
		if (source) return { source, citation: undefined, locator };
	}
	return citedInWords(corpus, bareId);
}

/** A key and what stands behind it: 第3段 of `jinguanping-2024, 第3段` and of `@jinguanping-2024 [第3段]`. */
const placeBehind = /^([^,，;；[\]\s]+)(?:\s*[,，]|\s*\[|\s+)\s*([^[\]]+)\]?$/;

/** The source of an id with its place in words behind it, as drafts cite by key. */
function citedInWords(corpus: PolicyService['corpus'], id: string): Cited | undefined {
	const [, key = '', words = ''] = placeBehind.exec(id) ?? [];
	const source = corpus.source(key);
	if (!source) return undefined;
	const locator = readLocator(words);
	if (locator) return { source, citation: undefined, locator };
	throw new ToolInputError(
		`没有读懂位置 ${shown(words)}：段落从 1 数起，写 第3段，页码写 第5页；也可用 paragraph 或 page，或不写位置。 The place ${shown(words)} cannot be read: paragraphs count from 1, write 第3段, or 第5页 for a page; or use paragraph or page, or leave the place out.`,
	);
}

function unknownId({ corpus }: PolicyService, id: string): string {
	const stem = id.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
	const parts = id
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter(part => part.length > 2);
	const near = corpus.sources
		.filter(one => {
			const known = `${one.id.replaceAll('-', '')}${one.title}`.toLowerCase();
			return known.includes(stem) || parts.some(part => known.includes(part));
		})
		.slice(0, 6)
		.map(one => one.id);
	const suggested = near.length > 0 ? near : corpus.sources.slice(0, 6).map(one => one.id);
	return `没有 ${shown(id)} 这个来源；id 请照抄 policy_search 的 source，例如 ${suggested.join('、')}。 There is no source ${shown(id)}; copy the id from source in an answer of policy_search, for example ${suggested.join(', ')}.`;
}

/** The place that is named; where none is, that of the citation. */
function locatorOf(fields: Fields, { locator }: Cited): Locator {
	const paragraph = countOf(fields, 'paragraph', citeLimits.paragraph);
	const number = typeof fields.page === 'number' ? { ...fields, page: String(fields.page) } : fields;
	const page = textOf(number, 'page', citeLimits.page);
	if (page !== undefined && !/^[0-9A-Za-z]+(?:\s*[-–—,，、]\s*[0-9A-Za-z]+)*$/.test(page.trim()))
		throw new ToolInputError(
			`page 应是页码，如 5 或 5-7。 page must be a page or a range, for example 5 or 5-7, not ${shown(page)}.`,
		);
	if (paragraph === undefined && page === undefined) return locator;
	return present({ paragraph, page: page?.trim() });
}

/**
 * Refuses a paragraph behind the last of a document, or behind the last that a record names where the text is not at
 * hand: nobody can have it from an answer.
 */
function checkParagraph(service: PolicyService, source: Source, { paragraph }: Locator): void {
	const { id } = source;
	const count = service.corpus.documents.find(one => one.source === id)?.paragraphs.length ?? 0;
	const last = Math.max(0, ...recordedParagraphs(service, source));
	if (paragraph === undefined) return;
	if (count === 0 && last > 0 && paragraph > last)
		throw new ToolInputError(uncheckedParagraph(service, source, { paragraph }));
	if (count === 0 || paragraph <= count) return;
	throw new ToolInputError(
		`${shown(id)} 只有 ${count} 段，没有第 ${paragraph} 段；请照抄 policy_search 或 policy_verify 给出的 paragraph，或去掉这个字段。 ${shown(id)} has ${count} paragraphs, there is no paragraph ${paragraph}: copy paragraph from an answer of policy_search or policy_verify, or leave the field out.`,
	);
}

/** The paragraphs records of a source name, ascending. */
function recordedParagraphs({ corpus }: PolicyService, { id }: Source): readonly number[] {
	return [...new Set(corpus.citationsOfSource(id).flatMap(one => one.paragraph ?? []))].sort((a, b) => a - b);
}

/** What is to be done about a paragraph nobody can look up: the text is not at hand, and no record names it. */
function uncheckedParagraph(service: PolicyService, source: Source, { paragraph }: Locator): string | undefined {
	const { corpus } = service;
	const { id } = source;
	const isRecorded = corpus.citationsOfSource(id).some(one => one.paragraph === paragraph);
	if (paragraph === undefined || isRecorded || corpus.documents.some(one => one.source === id)) return undefined;
	const listed = recordedParagraphs(service, source).slice(0, mostParagraphs).join(', ');
	return `第 ${paragraph} 段没有核对过：全文不在手边，收录的引文在第 ${listed || '—'} 段。请照抄 policy_search 或 policy_verify 给出的 paragraph，或去掉这个字段。 Paragraph ${paragraph} is not checked: the text is not at hand; recorded quotations stand in paragraphs ${listed || '—'}. Copy paragraph from an answer of policy_search or policy_verify, or leave the field out.`;
}

function answerOf(service: PolicyService, { source, citation, locator }: Cited, fields: Fields): ToolAnswer {
	const edition = choiceOf(fields, 'edition', citeEditions);
	const form = choiceOf(fields, 'form', citeForms);
	const options: InsertOptions = present({ edition, locator });
	const written = (as: Form) => {
		const { mark, elsewhere } = writtenAs(service, present({ source, citation }), as, options);
		return { mark: visible(mark), elsewhere: visible(elsewhere) };
	};
	const footnote = written('footnote');
	const reference = service.reference(source.id, present({ edition, gaps: true }));
	const forms = {
		footnote: `${footnote.mark}\n\n${footnote.elsewhere}`,
		pandoc: written('pandoc').mark,
		note: written('note').mark,
		reference: mapped(reference?.text, visible),
	};
	return present({
		key: footnote.mark.slice(2, -1),
		...(form ? { [form]: forms[form] } : forms),
		unchecked: uncheckedParagraph(service, source, locator),
		missing: [...new Set((reference?.missing ?? []).map(gap => gap.field))],
		copyOnly: source.held?.date !== undefined && source.issued === undefined ? true : undefined,
		...warningOn(source.title, ...Object.values(forms)),
		notice: dataNotice,
	});
}

/** What the editor would write: at the cursor, and elsewhere in the draft. */
function writtenAs(
	service: PolicyService,
	cited: { readonly source: Source; readonly citation?: Citation | undefined },
	form: Form,
	options: InsertOptions,
): { readonly mark: string; readonly elsewhere: string } {
	const draft = service.draft(before, 'markdown');
	const what = { source: cited.source, ...(cited.citation && { citation: cited.citation }) };
	const { edits = [] } = service.insertion(draft, [before.length], what, form, options) ?? {};
	const [mark = '', ...rest] = edits
		.map(one => one.text)
		.join('')
		.split(/\n\n/);
	return { mark: mark.trim(), elsewhere: rest.join('\n\n').trim() };
}

/** A draft to write into. */
const before = '文';
