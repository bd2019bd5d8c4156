// What a person says of a new record → the records a pack takes, whoever asks: a form of the editor, or a command.
import type { Corpus } from '../core/corpus/corpus';
import type { Citation, Formulation, RecordKind, Source, Term } from '../core/corpus/records';
import type { PackTools } from '../core/corpus/tools';
import { plainDate, plainNumber, typed } from './recordText';
import { citationSaying, formulationSaying, type NewRecord } from './records';

/**
 * Fields of a record by name, as they were typed; `source.…` are those of a citation's new source. An empty text is no
 * answer.
 */
export type TypedFields = Readonly<Record<string, string>>;

/** Kinds of records that are made of what a person types; a source comes with its citation. */
export type TypedKind = Exclude<RecordKind, 'source'>;

/** The source of a citation is one that is not there yet. */
export const newSource = '+';

/** Answers with the id of a new record: of its kind, after a text, with an ending. */
type Naming = (kind: RecordKind, text: string, ending?: string) => string;

type Made = readonly (readonly [RecordKind, NewRecord])[];

/** The field a record of a kind is called after. */
const nameFields: Readonly<Record<TypedKind, string>> = { term: 'term', formulation: 'text', citation: 'text' };

/** What a record is called when it is told of. */
export function nameOf(kind: TypedKind, fields: TypedFields): string {
	return fields[nameFields[kind]] ?? '';
}

/** The id of the record that says the same already. */
export function recordSaying(corpus: Corpus, kind: TypedKind, fields: TypedFields): string | undefined {
	const text = typed(nameOf(kind, fields));
	if (kind === 'term') return corpus.termOfForm(text)?.id;
	if (kind === 'formulation') return formulationSaying(corpus, text)?.id;
	return citationSaying(corpus, fields['kind'], text)?.id;
}

/**
 * The records that what was typed makes, in the order in which they are written: a new source comes before its
 * citation. `taken`: whether a record has an id already.
 */
export function recordsOf(
	kind: TypedKind,
	fields: TypedFields,
	tools: Pick<PackTools, 'propose'>,
	taken: (id: string) => boolean,
): Made {
	const own = new Set<string>();
	const name: Naming = (of, text, ending = '') => {
		const id = tools.propose(of, text, one => own.has(one) || taken(one), ending);
		own.add(id);
		return id;
	};
	if (kind === 'term') return [['term', termOf(fields, name(kind, nameOf(kind, fields)))]];
	if (kind === 'formulation') return [['formulation', formulationOf(fields, name(kind, nameOf(kind, fields)))]];
	return cited(fields, name);
}

/** A citation, with its source where that is a new one. */
function cited(fields: TypedFields, name: Naming): Made {
	if (fields['source'] !== newSource) {
		const id = name('citation', fields['text'] ?? '');
		return [['citation', citationOf(fields, id, fields['source'] ?? '')]];
	}
	const called = fields['source.container'] || fields['source.title'] || '';
	const source = sourceOf(fields, name('source', called, (fields['source.issued'] ?? '').slice(0, 4)));
	return [
		['source', source],
		['citation', citationOf(fields, name('citation', fields['text'] ?? ''), source.id)],
	];
}

function termOf(fields: TypedFields, id: string): Term {
	const [definition, english] = [typed(fields['definition'] ?? ''), typed(fields['english'] ?? '')];
	return {
		id,
		term: typed(fields['term'] ?? ''),
		...(english && { english }),
		...(definition && { definition: { text: definition, basis: 'general' as const } }),
	};
}

function formulationOf(fields: TypedFields, id: string): Formulation {
	const { text = '', category } = fields;
	return { id, text: typed(text), ...(category && { category: typed(category) }) };
}

function sourceOf(fields: TypedFields, id: string): Source {
	const container = typed(fields['source.container'] ?? '');
	const issued = plainDate(fields['source.issued'] ?? '');
	return {
		id,
		type: fields['source.type'] ?? 'document',
		title: typed(fields['source.title'] ?? ''),
		...(container && { 'container-title': container }),
		...(issued && { issued }),
	};
}

function citationOf(fields: TypedFields, id: string, source: string): Citation {
	const kind = fields['kind'] as Citation['kind'];
	const { unit, paragraph, speaker, occasion } = fields;
	const text = typed(fields['text'] ?? '');
	const place = { source, ...(paragraph && { paragraph: plainNumber(paragraph) }) };
	if (kind === 'figure')
		return { id, kind, text, value: plainNumber(fields['value'] ?? ''), ...(unit && { unit: typed(unit) }), ...place };
	const date = plainDate(fields['date'] ?? '');
	return {
		id,
		kind,
		text,
		...(speaker && { speaker: typed(speaker) }),
		...(occasion && { occasion: typed(occasion) }),
		...(date && { date }),
		...place,
	};
}
