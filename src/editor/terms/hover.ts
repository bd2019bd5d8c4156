// The hover on a known term or formulation: what it means, where that comes from, who said what about it, where one's
// own documents have it, and what one can do with it.
import * as vscode from 'vscode';
import {
	isProse,
	standingWords,
	type Explanation,
	type Formulation,
	type FormulationSpan,
	type PlacedTerm,
	type PolicyService,
} from '../../core/service';
import { definition, formulationBlocks, heading, place, quoted, said } from '../base/details';
import { guard } from '../base/guard';
import { draftSelector, isDraft } from '../base/draftDocuments';
import type { Host } from '../base/host';
import { commandLink, escaped, markdown } from '../base/markdown';
import { say } from '../base/say';
import { Mentions } from './mentions';
import { dateText } from '../base/hitRows';

const t = vscode.l10n.t;
/** How many quotations and related terms a hover has room for. */
const limits = { quotations: 3, related: 8 };

/** Hovers in drafts: by the offset under the mouse, not by VS Code's word, which in Chinese is the whole clause. */
export function registerHover(host: Host): vscode.Disposable {
	const mentions = new Mentions(host.documents, host.log);
	return vscode.Disposable.from(
		mentions,
		vscode.languages.registerHoverProvider(draftSelector, {
			provideHover: guard(host.log, 'hover', async (document: vscode.TextDocument, position: vscode.Position) => {
				if (!host.settings().hover.enabled || !isDraft(document)) return undefined;
				const service = await host.service();
				const open = host.drafts.get(document, service);
				const regions = open?.regions.of(position.line) ?? [];
				const line = document.lineAt(position.line).text;
				const terms = service.termsAt(line, position.character).filter(term => isProse(regions, term.start, term.end));
				const [longest, ...nested] = terms;
				const explanation = longest && service.explain(longest.id);
				const around = service.formulationAt(line, position.character);
				const formulation = around && isProse(regions, around.start, around.end) ? around : undefined;
				if (!longest || !explanation)
					return formulation && onFormulation(formulation, position.line, service, mentions);
				// The walkthrough ticks its step.
				void vscode.commands.executeCommand('setContext', 'policyWriting.explained', true);
				const used = open?.use.count(longest.record) ?? 0;
				const elsewhere = await mentions.line(explanation.term.term, true, service.corpus);
				return new vscode.Hover(
					contents(
						explanation,
						distinct(nested, longest),
						{ used, elsewhere, formulation: formulation && service.corpus.formulation(formulation.id) },
						service,
					),
					new vscode.Range(position.line, longest.start, position.line, longest.end),
				);
			}),
		}),
	);
}

/** Of a formulation where no term stands. */
async function onFormulation(
	{ id, start, end }: FormulationSpan,
	line: number,
	service: PolicyService,
	mentions: Mentions,
): Promise<vscode.Hover | undefined> {
	const formulation = service.corpus.formulation(id);
	if (!formulation) return undefined;
	const [heading, ...rest] = formulationBlocks(formulation, service);
	const actions = [
		commandLink(
			t('Search citations'),
			'policyWriting.searchCitations',
			formulation.text.replace(/\{[^{}]*\}/g, ' ').trim(),
		),
		commandLink(t('Timeline'), 'policyWriting.showTimeline', id),
	].join(' | ');
	return new vscode.Hover(
		markdown([heading, actions, await mentions.line(formulation.text, true, service.corpus), ...rest]),
		new vscode.Range(line, start, line, end),
	);
}

function distinct(nested: readonly PlacedTerm[], longest: PlacedTerm): readonly PlacedTerm[] {
	return nested.filter((term, i) => term.id !== longest.id && nested.findIndex(other => other.id === term.id) === i);
}

/**
 * What is known of a term beyond the corpus: how often the draft has it, a line on one's own documents, the formulation
 * it stands in.
 */
interface Here {
	readonly used: number;
	readonly elsewhere: string | undefined;
	readonly formulation: Formulation | undefined;
}

function contents(
	explanation: Explanation,
	nested: readonly PlacedTerm[],
	{ used, elsewhere, formulation }: Here,
	service: PolicyService,
): vscode.MarkdownString {
	const { term } = explanation;
	return markdown([
		heading(explanation),
		definition(explanation),
		// Above what may need scrolling.
		actions(explanation),
		term.aliases?.length ? row(t('Also'), term.aliases.join('、')) : undefined,
		explanation.supersedes.length ? row(t('Replaces'), explanation.supersedes.join('、')) : undefined,
		firstUse(explanation),
		escaped(t('Uses in this draft: {0}; citations in the corpus: {1}.', used, explanation.citations)),
		elsewhere,
		formulation && row(say(standingWords(formulation, service.corpus)), formulation.text),
		...explanation.quotations.slice(0, limits.quotations).map(quoted),
		explanation.related.length
			? row(
					t('Related'),
					explanation.related
						.slice(0, limits.related)
						.map(r => r.term)
						.join('、'),
				)
			: undefined,
		...nested.map(n => inner(n, service)),
	]);
}

function row(label: string, text: string): string {
	return `${escaped(t('{0}: ', label))}${escaped(text)}`;
}

/** “In this corpus”, never “first ever”; and what the date is the date of. */
function firstUse(explanation: Explanation): string | undefined {
	const first = explanation.firstUse;
	if (!first) return undefined;
	const of = { said: t('said'), issued: t('published'), held: t('date of the copy at hand') }[first.of];
	return row(
		t('First dated use in this corpus'),
		[
			t('{0} ({1})', dateText(first.date), of),
			first.of === 'said' ? said(first.citation) : '',
			place(first.source, first.citation.paragraph),
		]
			.filter(Boolean)
			.join(' · '),
	);
}

/** A shorter term within the longer one, in one line. */
function inner(term: PlacedTerm, service: PolicyService): string {
	const text = service.corpus.term(term.id)?.definition?.text ?? '';
	return `${escaped(t('Within it: '))}**${escaped(term.term)}**${text && ` — ${escaped(text)}`}`;
}

function actions(explanation: Explanation): string {
	const source = explanation.firstUse?.source ?? explanation.quotations[0]?.source;
	return [
		commandLink(t('Insert citation'), 'policyWriting.insertCitation', explanation.term.id),
		commandLink(t('Search citations'), 'policyWriting.searchCitations', explanation.term.term),
		commandLink(t('Timeline'), 'policyWriting.showTimeline', explanation.term.id),
		source && commandLink(t('Open source'), 'policyWriting.openSource', source.id),
	]
		.filter(Boolean)
		.join(' | ');
}
