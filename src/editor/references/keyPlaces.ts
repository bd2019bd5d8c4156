// From a key to its record (go to definition), and to every place that cites the same source (find references).
import * as vscode from 'vscode';
import { paragraphCited, type KeyAt, type PolicyService } from '../../core/service';
import { draftSelector, isDraft } from '../base/draftDocuments';
import { guard } from '../base/guard';
import type { Host } from '../base/host';
import { mayCite } from './keyHover';
import { recordPlace, textPlace, type Places } from '../sources/view';

/** Registers both providers. `own` says where a record of a person's own pack stands. */
export function registerKeyPlaces(host: Host, own: Places): vscode.Disposable {
	return vscode.Disposable.from(
		vscode.languages.registerDefinitionProvider(draftSelector, {
			provideDefinition: guard(
				host.log,
				'key definition',
				async (
					document: vscode.TextDocument,
					position: vscode.Position,
				): Promise<vscode.LocationLink[] | undefined> => {
					if (!isDraft(document) || !mayCite(document.lineAt(position.line).text)) return undefined;
					const service = await host.service();
					const at = service.citing.keyAt(host.drafts.parse(document, service), document.offsetAt(position));
					if (!at) return undefined;
					const range = (start: number, end: number) =>
						new vscode.Range(document.positionAt(start), document.positionAt(end));
					const originSelectionRange = range(at.start, at.end);
					const place = at.known && placeOf(host, own, service, at.known);
					if (place) return [{ originSelectionRange, targetUri: place.uri, targetRange: place.range }];
					// An ordinary footnote leads to its text.
					return at.definition && at.form === 'footnote'
						? [
								{
									originSelectionRange,
									targetUri: document.uri,
									targetRange: range(at.definition.start, at.definition.end),
									targetSelectionRange: range(at.definition.labelStart, at.definition.labelEnd),
								},
							]
						: undefined;
				},
			),
		}),
		vscode.languages.registerReferenceProvider(draftSelector, {
			provideReferences: guard(
				host.log,
				'key references',
				async (document: vscode.TextDocument, position: vscode.Position, context: vscode.ReferenceContext) => {
					if (!isDraft(document)) return undefined;
					const service = await host.service();
					const { citing } = service;
					const at = citing.keyAt(host.drafts.parse(document, service), document.offsetAt(position));
					if (!at) return undefined;
					// A source may be cited in several drafts; a footnote without a source is this draft's own.
					const drafts = at.known
						? vscode.workspace.textDocuments.filter(open => isDraft(open) && !open.isClosed)
						: [document];
					return [document, ...drafts.filter(open => open !== document)].flatMap(open => {
						const draft = host.drafts.parse(open, service);
						const places = at.known
							? citing.placesOfSource(draft, at.known.source.id, context.includeDeclaration)
							: citing.places(draft, at, context.includeDeclaration);
						return places.map(
							({ start, end }) =>
								new vscode.Location(open.uri, new vscode.Range(open.positionAt(start), open.positionAt(end))),
						);
					});
				},
			),
		}),
	);
}

/** The paragraph that is cited, where a pack has the full text; else the record. */
function placeOf(
	host: Host,
	own: Places,
	service: PolicyService,
	{ source, locator }: NonNullable<KeyAt['known']>,
): vscode.Location | undefined {
	const paragraph = paragraphCited(service.corpus.documents, source.id, locator);
	return (
		(paragraph === undefined ? undefined : textPlace(own, service, source.id, paragraph)) ??
		recordPlace(host, own, service, source.id)
	);
}
