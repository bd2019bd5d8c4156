// The hover on a key or footnote: the reference, what is missing in it, and the passage at the place cited.
import * as vscode from 'vscode';
import {
	notesAt,
	paragraphCited,
	sayLocator,
	tableAt,
	wordFinding,
	type Citation,
	type DocumentText,
	type KeyAt,
	type Locator,
	type PolicyService,
	type Source,
} from '../../core/service';
import { referenceOptions } from '../base/citeOptions';
import { quoted } from '../base/details';
import { draftSelector, isDraft } from '../base/draftDocuments';
import { guard } from '../base/guard';
import type { Host } from '../base/host';
import { commandLink, escaped, markdown } from '../base/markdown';
import { say } from '../base/say';
import { fieldName } from '../sources/text';

const t = vscode.l10n.t;
/** So much of a passage, so many quotations, and so many rows of a table a hover has room for. */
const limits = { passage: 400, quotations: 2, rows: 8 };

/** `isTold` answers whether a squiggle at a place says already that a key has no source. */
export function registerKeyHover(
	host: Host,
	isTold: (document: vscode.TextDocument, position: vscode.Position) => boolean,
): vscode.Disposable {
	return vscode.languages.registerHoverProvider(draftSelector, {
		provideHover: guard(host.log, 'key hover', async (document: vscode.TextDocument, position: vscode.Position) => {
			if (!host.settings().hover.enabled || !isDraft(document) || !mayCite(document.lineAt(position.line).text))
				return undefined;
			const service = await host.service();
			const draft = host.drafts.parse(document, service);
			const at = service.citing.keyAt(draft, document.offsetAt(position));
			if (!at) return undefined;
			const used = service.citing.places(draft, at, false).length;
			// What a squiggle says stands in the hover already.
			const reported = isTold(document, position);
			if (!at.known && reported) return undefined;
			const content = at.known ? sourceHover(service, host, at, used) : unknownHover(at, draft.text, service);
			return (
				content &&
				new vscode.Hover(content, new vscode.Range(document.positionAt(at.start), document.positionAt(at.end)))
			);
		}),
	});
}

/** Whether a line can hold a key at all: most have none, and the draft need not be read for them. */
export function mayCite(line: string): boolean {
	return line.includes('@') || line.includes('[^') || line.includes('ite');
}

function sourceHover(service: PolicyService, host: Host, at: KeyAt, used: number): vscode.MarkdownString {
	const { source, locator } = at.known!;
	const reference = service.reference(source.id, { ...referenceOptions(host.settings()), locator });
	const missing = [...new Set(reference?.missing.map(gap => gap.field) ?? [])];
	return markdown([
		`**${escaped(source.title)}**${used > 1 ? ` · ${escaped(t('cited {0} times in this draft', used))}` : ''}`,
		escaped(reference?.text ?? ''),
		missing.length > 0
			? `${escaped(t('Still missing: {0}.', missing.map(fieldName).join(t(', '))))} ${commandLink(t('Complete it in my pack'), 'policyWriting.completeSource', source.id, missing[0])}`
			: undefined,
		...passage(service, source, locator),
		[
			commandLink(
				t('Open source'),
				'policyWriting.openSource',
				source.id,
				...[paragraphCited(service.corpus.documents, source.id, locator)].filter(one => one !== undefined),
			),
			commandLink(t('Complete or correct…'), 'policyWriting.completeSource', source.id),
		].join(' | '),
	]);
}

/** What stands at the place cited: the paragraph or table of the full text, else what the corpus cites from there. */
function passage(service: PolicyService, source: Source, locator: Locator | undefined): string[] {
	const { corpus } = service;
	const paragraph = paragraphCited(corpus.documents, source.id, locator);
	const citations = corpus.citationsOfSource(source.id);
	if (paragraph === undefined) {
		return citations
			.filter(citation => citation.kind === 'quotation')
			.slice(0, limits.quotations)
			.map(citation => quoted({ citation, source }));
	}
	const text = corpus.documents.find(document => document.source === source.id);
	if (text?.paragraphs[paragraph - 1] !== undefined) return textAt(text, paragraph, locator);
	const there = citations.filter((citation: Citation) => citation.paragraph === paragraph);
	if (there.length === 0) return [escaped(t('No passage of paragraph {0} is recorded.', paragraph))];
	return there.slice(0, limits.quotations + 1).map(citation => quoted({ citation, source }));
}

/** A paragraph with its notes, or the first rows of a table. */
function textAt({ paragraphs, layout }: DocumentText, paragraph: number, locator: Locator | undefined): string[] {
	const cut = (text: string) => (text.length > limits.passage ? `${text.slice(0, limits.passage)}…` : text);
	const said = escaped(`${sayLocator(locator) ?? ''}：`);
	const table = tableAt(layout, paragraph);
	if (table) {
		const rows = paragraphs.slice(table.first - 1, Math.min(table.last, table.first - 1 + limits.rows));
		return [said, ...rows.map(row => `> ${escaped(cut(row))}`)];
	}
	const notes = notesAt(layout, paragraph).map(note => `> ${escaped(cut(t('Note of the document: {0}', note.text)))}`);
	return [said, `> ${escaped(cut(paragraphs[paragraph - 1] ?? ''))}`, ...notes.slice(0, limits.quotations)];
}

/** A footnote that cites no source shows its text; a key that means none says so. */
function unknownHover(at: KeyAt, text: string, { corpus }: PolicyService): vscode.MarkdownString | undefined {
	if (at.form === 'footnote' && at.definition)
		return markdown([
			escaped(
				text
					.slice(at.definition.textStart, at.definition.end)
					.trim()
					.slice(0, limits.passage * 2),
			),
		]);
	if (at.form === 'definition') return undefined;
	const { key, form } = at;
	return markdown([escaped(say(wordFinding({ code: 'reference.undefined', data: { key, form } }, corpus)))]);
}
