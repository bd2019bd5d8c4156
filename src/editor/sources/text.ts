// A source or a term of the corpus as a page to read: its facts, its reference with the gaps, its citations by
// paragraph. Text of the corpus goes in as text only (literal).
import * as vscode from 'vscode';
import { fieldWords, markedTitle, type Citation, type PolicyService, type Source, type Term } from '../../core/service';
import { literal } from '../base/literal';
import { kindNames } from '../citations/panelStrings';
import { dateText, names } from '../base/hitRows';
import { say } from '../base/say';

/** The page, and the line (from 0) on which each record stands. */
export interface SourceText {
	readonly title: string;
	readonly text: string;
	readonly lines: ReadonlyMap<string, number>;
}

/** Collects lines, knowing which record starts where. */
class Writer {
	readonly lines: string[] = [];
	readonly at = new Map<string, number>();
	add(...lines: readonly string[]): void {
		this.lines.push(...lines);
	}
	fact(label: string, value: string | undefined): void {
		if (value) this.add(`- ${vscode.l10n.t('{0}: {1}', label, literal(value))}`);
	}
	done(title: string): SourceText {
		return { title, text: `${this.lines.join('\n')}\n`, lines: this.at };
	}
}

/** The page on the source or term with an id, or on the source of the citation with that id; nothing for other ids. */
export function sourceText(service: PolicyService, id: string, edition: '2025' | '2015'): SourceText | undefined {
	const found = service.corpus.record(id);
	if (found?.kind === 'term') return termPage(service, found.record);
	if (found?.kind === 'source') return sourcePage(service, found.record, edition);
	const source = found?.kind === 'citation' ? service.corpus.source(found.record.source) : undefined;
	return source && sourcePage(service, source, edition);
}

/** How good the copy at hand is, in words. */
function stateOfCopy(fidelity: Source['fidelity']): string {
	switch (fidelity) {
		case 'damaged':
			return vscode.l10n.t('damaged: words or marks are lost, so check quotations elsewhere');
		case 'excerpt':
			return vscode.l10n.t('only a passage is held');
		default:
			return vscode.l10n.t('complete');
	}
}

function sourcePage(service: PolicyService, source: Source, edition: '2025' | '2015'): SourceText {
	const page = new Writer();
	const t = vscode.l10n.t;
	page.at.set(source.id, 0);
	page.add(`# ${literal(source.title)}`, '');
	page.add(
		`## ${t('Reference (GB/T 7714—{0})', edition)}`,
		'',
		literal(service.reference(source.id, { edition })?.text ?? ''),
		'',
	);
	if (source.missing?.length)
		page.add(
			`${t('Still missing, because no page proves it: {0}. Please look it up before you cite.', source.missing.map(fieldName).join(vscode.env.language.startsWith('zh') ? '、' : ', '))}`,
			'',
		);
	page.add(`## ${t('What is known')}`, '');
	page.fact(t('Author'), names(source.author));
	page.fact(t('Published in'), source['container-title']);
	page.fact(t('Publisher'), source.publisher);
	page.fact(t('Published on'), source.issued && dateText(source.issued));
	page.fact(t('Issue'), source.issue);
	page.fact(t('Pages'), source.page);
	page.fact(t('Number'), source.number);
	page.fact(t('Address'), source.URL);
	page.fact(
		t('Copy at hand'),
		[source.held?.from, source.held?.date && dateText(source.held.date)].filter(Boolean).join(t(', ')),
	);
	for (const each of source.contributors ?? [])
		page.fact(t('Author of a part'), [each.name, each.role].filter(Boolean).join(t(', ')));
	page.fact(t('State of the copy'), stateOfCopy(source.fidelity));
	page.fact(t('Note'), source.note);
	page.fact(t('Pack'), service.corpus.packOf(source.id)?.title);
	citations(page, service.corpus.citationsOfSource(source.id));
	return page.done(source.title);
}

function termPage(service: PolicyService, term: Term): SourceText {
	const page = new Writer();
	const t = vscode.l10n.t;
	page.at.set(term.id, 0);
	page.add(`# ${literal(term.term)}`, '');
	if (term.definition) {
		page.add(literal(term.definition.text), '');
		if (term.definition.basis === 'general')
			page.add(t('This definition is general knowledge; it does not rest on a citation.'), '');
	}
	page.fact(t('Also'), term.aliases?.join('、'));
	page.fact(t('English'), term.english);
	page.fact(t('Category'), term.category);
	page.fact(t('Usage'), term.usage);
	page.fact(t('Related'), term.related?.flatMap(id => service.corpus.term(id)?.term ?? []).join('、'));
	page.fact(t('Pack'), service.corpus.packOf(term.id)?.title);
	citations(page, service.corpus.citationsOfTerm(term.id), citation => service.corpus.source(citation.source));
	return page.done(term.term);
}

function citations(
	page: Writer,
	list: readonly Citation[],
	sourceOf?: (citation: Citation) => Source | undefined,
): void {
	if (list.length === 0) return;
	const kinds = kindNames();
	page.add('', `## ${vscode.l10n.t('Citations ({0})', list.length)}`);
	for (const citation of list) {
		const source = sourceOf?.(citation);
		const facts = [
			citation.paragraph === undefined ? '' : vscode.l10n.t('Paragraph {0}', citation.paragraph),
			kinds[citation.kind],
			citation.speaker,
			citation.date && dateText(citation.date),
			citation.occasion,
			source && markedTitle(source.title),
		];
		page.add('');
		page.at.set(citation.id, page.lines.length);
		page.add(
			`**${facts
				.filter(Boolean)
				.map(fact => literal(fact ?? ''))
				.join(' · ')}**`,
			'',
			`> ${literal(citation.text)}`,
		);
	}
}

/** What a person calls a field of a reference. */
export function fieldName(field: string): string {
	return say(fieldWords(field));
}
