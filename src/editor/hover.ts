// The hover on a known term: what it means, where that comes from, who said what about it, and what one can do with it.
// Knows nothing of how terms are found.
import * as vscode from 'vscode';
import { isProse, type Explanation, type PlacedTerm, type PolicyService } from '../core/service';
import { definition, heading, place, quoted, said } from './details';
import { guard } from './guard';
import { draftSelector, isDraft } from './draftDocuments';
import type { Host } from './host';
import { commandLink, escaped, markdown } from './markdown';
import { dateText } from './rows';

const t = vscode.l10n.t;
/** How many quotations and related terms a hover has room for. */
const most = { quotations: 3, related: 8 };

/** Hovers in drafts: by the offset under the mouse, not by VS Code's word, which in Chinese is the whole clause. */
export function registerHover(host: Host): vscode.Disposable {
	return vscode.languages.registerHoverProvider(draftSelector, {
		provideHover: guard(host.log, 'hover', async (document: vscode.TextDocument, position: vscode.Position) => {
			if (!host.settings().hover.enabled || !isDraft(document)) return undefined;
			const service = await host.service();
			const open = host.drafts.get(document, service);
			const regions = open?.draft.regions(position.line) ?? [];
			const line = document.lineAt(position.line).text;
			const terms = service.termsAt(line, position.character).filter(term => isProse(regions, term.start, term.end));
			const [longest, ...nested] = terms;
			const explanation = longest && service.explain(longest.id);
			if (!longest || !explanation) return undefined;
			const used = open?.use.count(longest.record) ?? 0;
			return new vscode.Hover(contents(explanation, distinct(nested, longest), used, service), new vscode.Range(position.line, longest.start, position.line, longest.end));
		}),
	});
}

function distinct(nested: readonly PlacedTerm[], longest: PlacedTerm): readonly PlacedTerm[] {
	return nested.filter((term, i) => term.id !== longest.id && nested.findIndex(other => other.id === term.id) === i);
}

function contents(explanation: Explanation, nested: readonly PlacedTerm[], used: number, service: PolicyService): vscode.MarkdownString {
	const { term } = explanation;
	return markdown([
		heading(explanation),
		definition(explanation),
		// Above what may need scrolling.
		actions(explanation),
		term.aliases?.length ? row(t('Also'), term.aliases.join('、')) : undefined,
		explanation.supersedes.length ? row(t('Replaces'), explanation.supersedes.join('、')) : undefined,
		firstUse(explanation),
		escaped(t('Used {0} times in this draft; {1} citations in the corpus.', used, explanation.citations)),
		...explanation.quotations.slice(0, most.quotations).map(quoted),
		explanation.related.length ? row(t('Related'), explanation.related.slice(0, most.related).map(r => r.term).join('、')) : undefined,
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
	return row(t('First dated use in this corpus'), [t('{0} ({1})', dateText(first.date), of), first.of === 'said' ? said(first.citation) : '', place(first.source, first.citation.paragraph)].filter(Boolean).join(' · '));
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
	].filter(Boolean).join(' | ');
}
