// The form of every record: which fields, of which type, how long; validation of one value, and JSON Schema for
// editors.

import * as z from 'zod/mini';
import type { Citation, Formulation, Ignore, PackInfo, RecordKind, Source, Term } from './records';
import type { ProblemCode } from './problem';
import { copyOf, kindOf, removeAt, shown, valueAt, type DataPath } from './dataPath';
import { dateFault, dateForm } from './dates';
import { describe, itemTypes, missingFields } from './fields';
import { ignorableCodes } from './ignorable';
import { numericText } from './yaml/scalars';

/** A file of a pack holds one of these. */
export type FileKind = RecordKind | 'pack' | 'ignore';

/** One fault of a value: where in it (keys and indices), which code, and what a sentence needs. */
export interface Fault {
	readonly path: DataPath;
	readonly code: ProblemCode;
	readonly data: Readonly<Record<string, string | number>>;
}

/** The checked value, or nothing when it is broken; `faults` may hold warnings beside a value. */
export interface Checked {
	readonly value?: Record<string, unknown>;
	readonly faults: readonly Fault[];
}

type Schemas = ReturnType<typeof build>;
let built: Schemas | undefined;
const schemas = (): Schemas => (built ??= build());

const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const pinyinForm = /^[a-zü:]+[1-5]?(?: [a-zü:]+[1-5]?)*$/;

function build() {
	z.config({ jitless: true }); // no code made from strings, also where a host would allow it
	const coded = (code: ProblemCode) => ({ params: { code } });
	const text = (limit: number) => z.string().check(z.minLength(1), z.maxLength(limit));
	const id = () =>
		z.string().check(
			z.maxLength(80),
			z.refine(v => idForm.test(v), coded('id.form')),
			z.meta({ pattern: idForm.source }),
		);
	const date = () =>
		z.string().check(
			z.refine(v => dateFault(v) !== 'form', { ...coded('date.form'), abort: true }),
			z.refine(v => dateFault(v) !== 'calendar', coded('date.calendar')),
			z.meta({ pattern: dateForm.source }),
		);
	const list = <T extends z.ZodMiniType>(item: T) => z.readonly(z.array(item));
	const some = <T extends z.ZodMiniType>(item: T) => z.optional(list(item));
	const maybe = <T extends z.ZodMiniType>(item: T) => z.optional(item);
	const whole = () => z.int().check(z.gte(1), z.lte(1_000_000));

	const name = z.strictObject({
		family: maybe(text(100)),
		given: maybe(text(100)),
		literal: maybe(text(200)),
		suffix: maybe(text(20)),
		'non-dropping-particle': maybe(text(20)),
		'dropping-particle': maybe(text(20)),
	});
	const source = z.strictObject({
		id: id(),
		type: z.enum(itemTypes),
		title: text(500),
		author: some(name),
		editor: some(name),
		translator: some(name),
		'container-title': maybe(text(300)),
		publisher: maybe(text(300)),
		'publisher-place': maybe(text(100)),
		issued: maybe(date()),
		accessed: maybe(date()),
		volume: maybe(text(50)),
		issue: maybe(text(50)),
		page: maybe(text(50)),
		number: maybe(text(100)),
		edition: maybe(text(50)),
		URL: maybe(text(2000)),
		DOI: maybe(text(300)),
		language: maybe(text(35)),
		note: maybe(text(2000)),
		held: maybe(z.strictObject({ from: maybe(text(300)), date: maybe(date()) })),
		holdings: some(z.strictObject({ from: maybe(text(300)), date: maybe(date()), URL: maybe(text(2000)) })),
		imported: maybe(z.strictObject({ file: text(300), sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) })),
		damage: some(text(300)),
		missing: some(z.enum(missingFields)),
		fidelity: maybe(z.enum(['complete', 'damaged', 'excerpt'])),
		contributors: some(z.strictObject({ name: text(200), role: maybe(text(200)), paragraphs: maybe(text(50)) })),
		unrecorded: some(z.strictObject({ paragraph: whole(), reason: text(300) })),
	});
	const citation = z.strictObject({
		id: id(),
		kind: z.enum(['quotation', 'point', 'figure']),
		text: text(2000),
		speaker: maybe(text(200)),
		occasion: maybe(text(300)),
		date: maybe(date()),
		source: id(),
		paragraph: maybe(whole()),
		marked: maybe(z.boolean()),
		terms: some(id()),
		wording: maybe(text(80)),
		value: maybe(z.number()),
		unit: maybe(text(30)),
		year: maybe(z.int().check(z.gte(1), z.lte(9999))),
	});
	const term = z.strictObject({
		id: id(),
		term: text(60),
		aliases: some(text(60)),
		english: maybe(text(300)),
		category: maybe(text(50)),
		definition: maybe(
			z.strictObject({ text: text(2000), basis: z.union([z.literal('general'), list(id()).check(z.minLength(1))]) }),
		),
		usage: maybe(text(2000)),
		related: some(id()),
		wrong: some(text(60)),
		pinyin: maybe(
			z.string().check(
				z.maxLength(300),
				z.refine(v => pinyinForm.test(v), coded('pinyin.form')),
			),
		),
		supersedes: some(text(60)),
	});
	const formulation = z.strictObject({
		id: id(),
		text: text(300),
		category: maybe(text(50)),
		citations: some(id()),
		usage: maybe(text(2000)),
	});
	const pack = z.strictObject({ id: id(), title: text(200), language: maybe(text(35)), licence: maybe(text(100)) });
	// Built when a file of such records is met: the codes are those of all rules.
	const ignore = z.lazy(() =>
		z.strictObject({ code: z.enum(ignorableCodes()), text: maybe(text(20_000)), reason: maybe(text(500)) }),
	);
	const extending = { id: maybe(id()), extends: id() };
	return {
		full: { source, citation, term, formulation, pack, ignore },
		extension: {
			source: z.extend(z.partial(source), extending),
			citation: z.extend(z.partial(citation), extending),
			term: z.extend(z.partial(term), extending),
			formulation: z.extend(z.partial(formulation), extending),
		},
	};
}

/**
 * Whether both types have the same fields of the same types; keeps records.ts and the schema in step at compile time.
 */
type Same<A, B> = [keyof A, keyof B] extends [keyof B, keyof A]
	? [Required<A>, Required<B>] extends [Required<B>, Required<A>]
		? true
		: never
	: never;
type Inferred<K extends FileKind> = z.infer<Schemas['full'][K]>;
export type InStep = [
	Same<Inferred<'source'>, Source>,
	Same<Inferred<'citation'>, Citation>,
	Same<Inferred<'term'>, Term>,
	Same<Inferred<'formulation'>, Formulation>,
	Same<Inferred<'pack'>, PackInfo>,
	Inferred<'ignore'> extends Ignore ? true : never,
] extends [true, true, true, true, true, true]
	? true
	: never;
const inStep: InStep = true;

/**
 * Checks one value against the form of its kind. A value with `extends` (never for a pack or what is ignored) may leave
 * out everything else. Unknown fields are reported and taken away; every other fault leaves no value.
 */
export function checkValue(kind: FileKind, value: unknown): Checked {
	void inStep;
	const hasExtends = typeof value === 'object' && value !== null && Object.hasOwn(value, 'extends');
	const extending = kind !== 'pack' && kind !== 'ignore' && hasExtends;
	const schema: z.ZodMiniType = extending ? schemas().extension[kind] : schemas().full[kind];
	const first = schema.safeParse(value);
	if (first.success) return { value: first.data as Record<string, unknown>, faults: [] };
	const faults = first.error.issues.flatMap(issue => faultsOf(issue, value));
	if (!first.error.issues.every(issue => issue.code === 'unrecognized_keys')) return { faults };
	const known = copyOf(value);
	for (const fault of faults) removeAt(known, fault.path);
	const second = schema.safeParse(known);
	return second.success ? { value: second.data as Record<string, unknown>, faults } : { faults };
}

/**
 * JSON Schema of a file of each kind (lists of records; `pack` one object), with Chinese descriptions for the editor.
 */
export function jsonSchema(kind: FileKind): Record<string, unknown> {
	const make = (schema: z.ZodMiniType) =>
		z.toJSONSchema(schema, {
			io: 'input',
			override: ({ jsonSchema: made, path }) => {
				delete made.readOnly; // says something else in JSON Schema
				const field = path.findLast(key => typeof key === 'string' && key !== 'properties');
				if (made.type === 'string' && field !== undefined && numericText.has(String(field)))
					Object.assign(made, { type: ['string', 'integer'] });
			},
		}) as Record<string, unknown>;
	if (kind === 'pack') return describe(kind, make(schemas().full.pack));
	const full = make(schemas().full[kind]);
	if (kind === 'ignore') {
		const { $schema, ...items } = full;
		return { $schema, type: 'array', items: describe(kind, items) };
	}
	const item = make(schemas().extension[kind]);
	delete item.$schema;
	item.anyOf = [{ required: full.required }, { required: ['extends'] }];
	delete item.required;
	return { $schema: full.$schema, type: 'array', items: describe(kind, item) };
}

type Issue = z.core.$ZodIssue;

/** The faults of ours that one of the library's says. */
function faultsOf(issue: Issue, value: unknown): Fault[] {
	const path = issue.path.map(key => (typeof key === 'number' ? key : String(key)));
	if (issue.code === 'unrecognized_keys') return issue.keys.map(key => unknownField([...path, key]));
	const found = valueAt(value, path);
	const field = path.join('.');
	if (found === undefined && path.length > 0) return [{ path, code: 'field.missing', data: { field } }];
	if (issue.code === 'invalid_union') return unionFaults(issue, value, path, found);
	return [{ path, ...faultAt(issue, field, found) }];
}

function unknownField(path: DataPath): Fault {
	return { path, code: 'field.unknown', data: { field: path.join('.') } };
}

/** What is wrong with the value `found` of a field (`''`: the whole record). */
function faultAt(
	issue: Exclude<Issue, { code: 'unrecognized_keys' | 'invalid_union' }>,
	field: string,
	found: unknown,
): Omit<Fault, 'path'> {
	switch (issue.code) {
		case 'custom': {
			const code = (issue.params?.code as ProblemCode | undefined) ?? 'field.value';
			return { code, data: { field, value: String(found) } };
		}
		case 'too_small':
			if (!isNumber(issue.origin)) return { code: 'field.empty', data: { field } };
			return { code: 'field.value', data: { field, value: String(found), allowed: `≥ ${issue.minimum}` } };
		case 'too_big':
			if (!isNumber(issue.origin)) return { code: 'field.long', data: { field, limit: Number(issue.maximum) } };
			return { code: 'field.value', data: { field, value: String(found), allowed: `≤ ${issue.maximum}` } };
		case 'invalid_value': {
			const allowed = issue.values.map(String).join(', ');
			return { code: 'field.value', data: { field, value: shown(found), allowed } };
		}
		case 'invalid_type': {
			const code = field === '' ? 'record.expected' : 'field.type';
			return { code, data: { field, expected: issue.expected, found: kindOf(found) } };
		}
		default:
			return { code: 'field.value', data: { field, value: shown(found) } };
	}
}

function isNumber(origin: string): boolean {
	return origin === 'number' || origin === 'int';
}

/** The faults of the branch that came furthest: of a list with one bad item, the item; of neither branch, the type. */
function unionFaults(
	issue: Extract<Issue, { code: 'invalid_union' }>,
	value: unknown,
	path: DataPath,
	found: unknown,
): Fault[] {
	const inside = issue.errors.find(errors =>
		errors.every(error => error.path.length > 0 || error.code === 'too_small'),
	);
	if (inside) return inside.flatMap(error => faultsOf({ ...error, path: [...path, ...error.path] } as Issue, value));
	const data = { field: path.join('.'), expected: 'array', found: kindOf(found) };
	return [{ path, code: 'field.type', data }];
}
