// Opens what a citation, source or term comes from: the full text in a pack, the record in a person's own pack, or a
// page to read for the shipped one.
import * as vscode from 'vscode';
import { passageOf, type Corpus, type PolicyService } from '../../core/service';
import { command } from '../base/guard';
import type { Host } from '../base/host';
import { fileName } from '../base/literal';
import { unreadPlace } from './unreadPlace';
import { sourceText } from './text';

/** Knows where the records of a person's own packs stand. */
export interface Places {
	locate(id: string): vscode.Location | undefined;
	/** Where a full text of the corpus stands, or a paragraph of it (from 1). */
	locateText(text: Corpus['documents'][number], paragraph?: number): vscode.Location | undefined;
}

/** Scheme of the pages; no place to write. */
export const sourceScheme = 'policy-writing';

/**
 * Registers `policyWriting.openSource` and the pages behind it. `own` says where a record of a person's own pack
 * stands.
 */
export function registerSourceView(host: Host, own: Places): vscode.Disposable {
	const changed = new vscode.EventEmitter<vscode.Uri>();
	return vscode.Disposable.from(
		changed,
		vscode.workspace.registerTextDocumentContentProvider(sourceScheme, {
			onDidChange: changed.event,
			async provideTextDocumentContent(uri) {
				const page = sourceText(await host.service(), uri.query, host.settings().citation.edition);
				return page?.text ?? `# ${vscode.l10n.t('This record is no longer in any pack')}\n`;
			},
		}),
		host.onDidChangeService(refresh),
		host.onDidChangeSettings(refresh),
		command(host.log, 'policyWriting.openSource', (id: unknown, paragraph: unknown) =>
			openSource(host, own, id, typeof paragraph === 'number' ? paragraph : undefined),
		),
	);

	function refresh(): void {
		for (const document of vscode.workspace.textDocuments)
			if (document.uri.scheme === sourceScheme) changed.fire(document.uri);
	}
}

async function openSource(host: Host, own: Places, id: unknown, paragraph: number | undefined): Promise<void> {
	const service = await host.service();
	const found = typeof id === 'string' ? service.corpus.record(id) : undefined;
	const ofGroup = found ? undefined : service.corpus.source(String(id));
	if (ofGroup && host.documents.group) return host.documents.group.open(ofGroup.id, ofGroup.title, paragraph ?? 1);
	if (!found) {
		void vscode.window.showInformationMessage(
			vscode.l10n.t('This record is no longer in any pack. Search for it again in the citation panel.'),
		);
		return;
	}
	const { id: known } = found.record;
	const at =
		textPlace(own, service, known, paragraph) ??
		(await unread(host, own, service, known, paragraph)) ??
		recordPlace(host, own, service, known);
	if (at) await show(await vscode.workspace.openTextDocument(at.uri), at.range.start.line);
}

/** Where a paragraph stands in a text that is not loaded: the stated one, or that in which a citation stands. */
async function unread(
	host: Host,
	own: Places,
	service: PolicyService,
	id: string,
	paragraph: number | undefined,
): Promise<vscode.Location | undefined> {
	const citation = service.corpus.citation(id);
	const source = service.corpus.source(citation ? citation.source : id);
	const wanted = paragraph ?? citation?.paragraph;
	return source && wanted !== undefined ? unreadPlace(host, own, source.id, wanted) : undefined;
}

/** Opens a record where it can be read or edited, also where a pack has the full text it comes from. */
export async function openRecord(host: Host, own: Places, id: string): Promise<void> {
	const at = recordPlace(host, own, await host.service(), id);
	if (at) await show(await vscode.workspace.openTextDocument(at.uri), at.range.start.line);
}

/**
 * Where the full text of a source stands, or a paragraph of it: the stated one, or that in which a citation stands.
 * Nothing where no pack has the text.
 */
export function textPlace(
	own: Places,
	service: PolicyService,
	id: string,
	paragraph?: number,
): vscode.Location | undefined {
	const found = service.corpus.record(id);
	const citation = found?.kind === 'citation' ? found.record : undefined;
	const named = found?.kind === 'source' ? found.record : undefined;
	const source = citation ? service.corpus.source(citation.source) : named;
	const text = source && service.corpus.documents.find(document => document.source === source.id);
	return text && own.locateText(text, passageOf(text, citation?.text, paragraph ?? citation?.paragraph));
}

/** Where a record can be read: in the person's own pack, else on its page; of a citation, on the page of its source. */
export function recordPlace(host: Host, own: Places, service: PolicyService, id: string): vscode.Location | undefined {
	const found = service.corpus.record(id);
	const place = found && own.locate(found.record.id);
	const page = found && !place ? sourceText(service, found.record.id, host.settings().citation.edition) : undefined;
	if (!found || !page) return place;
	// One page a source, whichever of its citations was asked for.
	const about =
		found.kind === 'citation' ? (service.corpus.source(found.record.source)?.id ?? found.record.id) : found.record.id;
	const uri = vscode.Uri.from({ scheme: sourceScheme, path: `/${fileName(page.title)}.md`, query: about });
	return new vscode.Location(uri, new vscode.Position(page.lines.get(found.record.id) ?? 0, 0));
}

/** Shows a line in the group of the draft, which stays open beside it as a tab. */
async function show(document: vscode.TextDocument, line: number): Promise<void> {
	const at = new vscode.Position(Math.min(line, document.lineCount - 1), 0);
	const editor = await vscode.window.showTextDocument(document, { preview: true, selection: new vscode.Range(at, at) });
	editor.revealRange(
		new vscode.Range(at, at),
		line === 0 ? vscode.TextEditorRevealType.Default : vscode.TextEditorRevealType.AtTop,
	);
}
