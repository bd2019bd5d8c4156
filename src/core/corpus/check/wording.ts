// Wordings within a pack: duplicates, aliases and wrong forms that collide, script, width and noise of every text.

import { compact } from '../../text/compact';
import { fold } from '../../text/fold';
import { isTraditionalOnly } from '../../text/script';
import { noiseIn } from './noise';
import { occurrences } from '../occurrences';
import type { Report } from '../problem';
import type { PackData, Source, Term } from '../records';
import { toPlain } from '../slots';

/** Runs all of them over one pack; `others` only say which term forms exist already. */
export function checkWording(data: PackData, others: readonly PackData[], report: Report): void {
	duplicateTexts(data, report);
	terms(data, others, report);
	wrongFormsInUse(data, report);
	const traditional = /^zh-(?:Hant|TW|HK|MO)/i.test(data.info.language ?? '');
	for (const [record, path, text] of texts(data)) wordingOf(record, path, text, traditional, report);
}

const bare = (text: string) => compact(fold(text)).text;

/** The same words twice from one source, or the same formulation twice. */
function duplicateTexts(data: PackData, report: Report): void {
	const seen = new Map<string, string>();
	const add = (record: { readonly id: string; readonly text: string }, scope: string, words: string) => {
		const key = `${scope}\n${words}`;
		const first = seen.get(key);
		if (first !== undefined) report(record, 'text', 'duplicate.text', { id: first });
		else seen.set(key, record.id);
	};
	for (const citation of data.citations) add(citation, `${citation.source} ${citation.kind}`, bare(citation.text));
	// names of slots do not matter, marks do: 强调，{内容} is one frame, 强调：“{原话}” another
	for (const formulation of data.formulations)
		add(formulation, 'formulation', fold(toPlain(formulation.text)).replace(/[。.]$/, ''));
}

/** Every form belongs to one term; a wrong form to none. */
function terms(data: PackData, others: readonly PackData[], report: Report): void {
	const owner = new Map<string, string>();
	for (const other of others) for (const term of other.terms) owner.set(fold(term.term), term.id);
	for (const term of data.terms) {
		const form = fold(term.term);
		const first = owner.get(form);
		if (first !== undefined && first !== term.id)
			report(term, 'term', 'duplicate.term', { text: term.term, id: first });
		else owner.set(form, term.id);
	}
	const aliasOwner = new Map<string, string>();
	for (const term of data.terms) {
		term.aliases?.forEach((alias, i) => {
			const form = fold(alias);
			const first = owner.get(form) ?? aliasOwner.get(form);
			if (first !== undefined) report(term, `aliases.${i}`, 'alias.collides', { text: alias, id: first });
			else aliasOwner.set(form, term.id);
		});
	}
	for (const term of data.terms) {
		term.wrong?.forEach((wrong, i) => {
			const right = owner.get(fold(wrong)) ?? aliasOwner.get(fold(wrong));
			if (right !== undefined) report(term, `wrong.${i}`, 'wrong.isTerm', { text: wrong, id: right });
		});
	}
}

/** A wrong form that stands in a term, a formulation or a citation is right somewhere, and would be reported there. */
function wrongFormsInUse(data: PackData, report: Report): void {
	const wrongForms = data.terms.flatMap(term =>
		(term.wrong ?? []).map((text, i) => ({ term, text, path: `wrong.${i}` })),
	);
	if (wrongForms.length === 0) return;
	const named = [
		...data.terms.flatMap(term => [term.term, ...(term.aliases ?? [])].map(text => ({ id: term.id, text }))),
		...data.formulations,
		...data.citations.filter(citation => citation.kind === 'quotation'),
	];
	const found = occurrences(
		wrongForms.map(({ text }, i): Term => ({ id: String(i), term: text })),
		named.map(record => record.text),
	);
	for (const [i, { term, text, path }] of wrongForms.entries()) {
		const records = (found.get(String(i)) ?? []).flatMap(index => named[index] ?? []);
		const where = records.find(record => fold(record.text) !== fold(text));
		if (where) report(term, path, 'wrong.used', { text, id: where.id });
	}
}

/** Every text a person reads, with its record and field. */
function* texts(data: PackData): Generator<[record: object, path: string, text: string]> {
	const fields = function* (record: object, paths: readonly string[]): Generator<[object, string, string]> {
		for (const path of paths) {
			const value = (record as Readonly<Record<string, unknown>>)[path];
			if (typeof value === 'string') yield [record, path, value];
		}
	};
	for (const source of data.sources) {
		if (source.imported) continue; // stands as its page has it, in whatever script
		yield* fields(source, ['title', 'container-title', 'publisher', 'note']);
		yield* names(source);
	}
	for (const citation of data.citations) yield* fields(citation, ['text', 'wording', 'speaker', 'occasion', 'unit']);
	for (const term of data.terms) {
		yield* fields(term, ['term', 'usage', 'category']);
		for (const [i, alias] of (term.aliases ?? []).entries()) yield [term, `aliases.${i}`, alias];
		if (term.definition) yield [term, 'definition.text', term.definition.text];
	}
	for (const formulation of data.formulations) yield* fields(formulation, ['text', 'usage', 'category']);
}

function* names(source: Source): Generator<[object, string, string]> {
	for (const [i, name] of (source.author ?? []).entries())
		if (name.literal) yield [source, `author.${i}.literal`, name.literal];
}

const halfWidth = /(?<=\p{Script=Han})[,:;?!()](?!\/\/)|[,;?!()](?=\p{Script=Han})/u;

function wordingOf(record: object, path: string, text: string, traditional: boolean, report: Report): void {
	const noise = noiseIn(text);
	if (noise) report(record, path, 'text.noise', { noise, text: text.slice(0, 40) });
	const half = halfWidth.exec(text);
	if (half) report(record, path, 'text.halfwidth', { mark: half[0], at: half.index });
	if (traditional) return;
	const at = Array.from({ length: text.length }, (_, unit) => text.charCodeAt(unit)).findIndex(isTraditionalOnly);
	const character = text.charAt(at);
	if (at >= 0) report(record, path, 'text.traditional', { character, simplified: fold(character) });
}
