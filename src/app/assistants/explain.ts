// policy_explain: the record of a term or a formulation, as the hover has it.
import type { Formulation, Term } from '../../core/corpus/records';
import type { Explanation, Placed, PolicyService } from '../../core/service';
import { filled } from '../../core/text/values/optional';
import { present } from '../../core/text/values/fields';
import type { Holdings, ToolAnswer } from './holdings';
import { fieldsOf, neededText, shown, ToolInputError } from './input';
import { answerRoom } from './page';
import { dataNotice, recordShown, referenceShown, sourceWords, warningOn } from './sourceWords';

const known = ['term'] as const;
export const explainLimits = { term: 200 } as const;

/** So many quotations, formulations and names an answer has room for. */
const limits = { quotations: 5, formulations: 6, names: 8 } as const;

/** Answers policy_explain. ToolInputError where there is no such term, naming those it may mean. */
export function policyExplain(input: unknown, { records }: Holdings): ToolAnswer {
	const term = neededText(fieldsOf(input, known), 'term', explainLimits.term, '{"term": "新质生产力"}').trim();
	const { corpus } = records;
	const named = corpus.term(term) ?? corpus.termOfForm(term) ?? termInEnglish(records, term);
	const explained = records.explain(named?.id ?? '');
	if (explained) return recordAnswer(termAnswer(records, explained));
	const formulation = formulationOf(records, term);
	if (formulation) return recordAnswer(formulationAnswer(records, formulation));
	const near = namesNear(records, term);
	throw new ToolInputError(
		near.length > 0
			? `没有“${shown(term)}”这个术语；相近的有 ${near.join('、')}。 There is no term “${shown(term)}”; try one of these: ${near.join(', ')}.`
			: `没有“${shown(term)}”这个术语：可用 policy_search 查这些词。 There is no term “${shown(term)}”: look for the words with policy_search.`,
	);
}

/** The last of these go first where a record is longer than an answer may be. */
const shortened = ['related', 'wrong', 'aliases', 'formulations', 'quotations'];

/** A record as the answer has it: no longer than there is room for, and its words marked as data. */
function recordAnswer(record: ToolAnswer): ToolAnswer {
	const answer: Record<string, unknown> = { ...recordShown(record) };
	for (const name of shortened) {
		for (let list = answer[name]; Array.isArray(list) && list.length > 0; list = answer[name]) {
			if (JSON.stringify(answer).length <= answerRoom) return answer;
			answer[name] = list.slice(0, -1);
		}
	}
	return answer;
}

const lettersOf = (name: string) =>
	name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();

/** The term with an English name, or with that name in the singular or plural. */
function termInEnglish({ corpus }: PolicyService, name: string): Term | undefined {
	const letters = lettersOf(name).replace(/s$/, '');
	if (letters === '') return undefined;
	return corpus.terms.find(one => lettersOf(one.english ?? '').replace(/s$/, '') === letters);
}

function termAnswer(service: PolicyService, explained: Explanation): ToolAnswer {
	const { term, basis, firstUse, quotations, citations, formulations, related, supersedes } = explained;
	return present({
		kind: 'term',
		id: term.id,
		term: term.term,
		aliases: filled(term.aliases ?? []),
		english: term.english,
		category: term.category,
		definition: term.definition && { text: term.definition.text, basis: basisOf(basis) },
		usage: term.usage,
		wrong: filled(term.wrong ?? []),
		firstUse: firstUse && { date: firstUse.date, of: firstUse.of, source: firstUse.citation.source },
		quotations: quotations.slice(0, limits.quotations).map(one => placedShown(service, one)),
		citations,
		formulations: formulations.slice(0, limits.formulations).map(one => one.text),
		related: related.map(one => one.term),
		supersedes: filled(supersedes),
		notice: dataNotice,
	});
}

/** What a definition rests on: ids of citations, or general knowledge. */
function basisOf(basis: Explanation['basis']): unknown {
	if (basis?.kind !== 'citations') return basis?.kind;
	return basis.citations.map(one => one.citation.id);
}

function placedShown(service: PolicyService, { citation, source }: Placed): ToolAnswer {
	const { id, speaker, date, occasion, paragraph } = citation;
	const reference = source && referenceShown(service, source.id);
	return present({
		id,
		...sourceWords(citation.text),
		speaker,
		date,
		occasion,
		source: citation.source,
		paragraph,
		reference,
		...warningOn(citation.text, speaker, occasion, reference),
	});
}

/** The formulation with this id or these words, slots filled or not. */
function formulationOf(service: PolicyService, words: string): Formulation | undefined {
	const { corpus } = service;
	const named = corpus.formulation(words) ?? corpus.formulations.find(one => one.text === words);
	if (named) return named;
	const span = service.formulationAt(words, Math.floor(words.length / 2));
	return span && corpus.formulation(span.id);
}

function formulationAnswer(
	service: PolicyService,
	{ id, text, category, usage, citations = [] }: Formulation,
): ToolAnswer {
	const placed = citations.flatMap(one => {
		const citation = service.corpus.citation(one);
		return citation ? [placedShown(service, { citation, source: service.corpus.source(citation.source) })] : [];
	});
	return present({
		kind: 'formulation',
		id,
		formulation: text,
		category,
		usage,
		quotations: placed.slice(0, limits.quotations),
		notice: dataNotice,
	});
}

/** Terms that a name may mean: those within it or around it, and those that begin or end as it does. */
function namesNear(service: PolicyService, name: string): readonly string[] {
	const inside = service.terms(name, true).map(one => one.term);
	const all = service.corpus.terms.map(one => one.term);
	const around = all.filter(one => one.includes(name));
	const english = lettersOf(name);
	const inEnglish = service.corpus.terms
		.filter(one => english.length > 3 && lettersOf(one.english ?? '').includes(english))
		.map(one => one.term);
	const [head, tail] = [name.slice(0, 2), name.slice(-2)];
	const alike = name.length < 2 ? [] : all.filter(one => one.startsWith(head) || one.endsWith(tail));
	return [...new Set([...inside, ...around, ...inEnglish, ...alike])].slice(0, limits.names);
}
