// Completion of keys after `[@`, `[^` and in \cite{…}, also directly after Chinese: typed by key, title, author or
// pinyin.
import * as vscode from 'vscode';
import type { Draft, DraftLanguage, KeyOffer, KeyStart, PolicyService } from '../../core/service';
import { referenceOptions } from '../base/citeOptions';
import { draftSelector, isDraft } from '../base/draftDocuments';
import { guard } from '../base/guard';
import type { Host } from '../base/host';
import { names } from '../base/hitRows';
import { escaped, markdown } from '../base/markdown';

const t = vscode.l10n.t;
/** More rows nobody reads: whoever types one character more sees the others. */
const keyLimit = 60;

/** Registers the provider. */
export function registerKeyCompletion(host: Host): vscode.Disposable {
	const provider: vscode.CompletionItemProvider<vscode.CompletionItem> = {
		provideCompletionItems: guard(
			host.log,
			'key completion',
			async (document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken) => {
				if (!isDraft(document)) return undefined;
				const service = await host.service();
				const before = document.lineAt(position.line).text.slice(0, position.character);
				const start = service.citing.keyStart(before, document.languageId as DraftLanguage);
				if (!start || token.isCancellationRequested || blocked(host, service, document, position.line, start.start))
					return undefined;
				return list(host, service, document, position, start);
			},
		),
	};
	return vscode.languages.registerCompletionItemProvider(draftSelector, provider, '@', '^', '{', ',');
}

/** Whether the key would stand in code, a formula, a comment or front matter. */
function blocked(host: Host, service: PolicyService, document: vscode.TextDocument, line: number, at: number): boolean {
	const regions = host.drafts.get(document, service)?.regions.of(line) ?? [];
	return regions.some(
		region =>
			region.kind !== 'footnote' &&
			region.kind !== 'key' &&
			region.kind !== 'command' &&
			region.start < at &&
			(at < region.end || (at === region.end && region.open === true)),
	);
}

function list(
	host: Host,
	service: PolicyService,
	document: vscode.TextDocument,
	position: vscode.Position,
	start: KeyStart,
): vscode.CompletionList {
	const draft = host.drafts.parse(document, service);
	const offers = service.citing.keyOffers(draft, start, keyLimit);
	const line = document.lineAt(position.line).text;
	// What of a key stands behind the cursor is replaced with it, and so is the bracket that the editor closed itself:
	// one writes on behind it. In LaTeX another key often follows, so the cursor stays inside.
	const after = line.slice(position.character);
	const rest =
		/^[\w:.#$%&+?<>~/-]*/.exec(after)![0] + (start.typed.startsWith('{') && after.startsWith('}') ? '}' : '');
	const tex = start.form === 'latex';
	const behind = rest + (!tex && after[rest.length] === ']' ? ']' : '');
	const range = new vscode.Range(position.line, start.start, position.line, position.character + behind.length);
	const closed = tex ? /^[^{}]*\}/.test(after) : !behind.endsWith(']') && /^[^[\]]*\]/.test(after);
	const bracket = tex ? '}' : ']';
	const closing = closed ? '' : bracket;
	const placed = definitions(host, service, document, draft, position, start, offers);
	const items = offers.map((offer, at) => {
		const item = new vscode.CompletionItem(
			{ label: offer.source.title, description: offer.key },
			vscode.CompletionItemKind.Reference,
		);
		item.insertText = offer.key + closing;
		item.range = range;
		item.sortText = String(at).padStart(4, '0');
		// VS Code filters again by `filterText`; what we matched always passes.
		item.filterText = line.slice(start.start, position.character);
		item.detail = [
			names(offer.source.author),
			offer.source['container-title'],
			offer.source.issued,
			offer.cited ? t('cited in this draft') : '',
		]
			.filter(Boolean)
			.join(' · ');
		item.documentation = markdown([
			escaped(service.citing.reference(offer.source.id, 'plaintext', referenceOptions(host.settings())) ?? ''),
		]);
		placed(item, offer);
		return item;
	});
	return new vscode.CompletionList(items.length > 0 ? items : [askAgain(position)], true);
}

/** Gives items for `[^` the definition their label needs, in the same step of undoing. */
function definitions(
	host: Host,
	service: PolicyService,
	document: vscode.TextDocument,
	draft: Draft,
	position: vscode.Position,
	start: KeyStart,
	offers: readonly KeyOffer[],
): (item: vscode.CompletionItem, offer: KeyOffer) => void {
	if (start.form !== 'footnote' || offers.length === 0) return () => undefined;
	const at = document.offsetAt(position);
	return (item, offer) => {
		const edit = service.citing.definitionFor(draft, at, offer.source.id, referenceOptions(host.settings()));
		if (!edit) return;
		const place = document.positionAt(edit.start);
		// At the end of the line that is being written an edit of its own would take the cursor with it.
		if (place.line === position.line)
			item.insertText = new vscode.SnippetString()
				.appendText(String(item.insertText))
				.appendTabstop(0)
				.appendText(document.lineAt(position.line).text.slice((item.range as vscode.Range).end.character) + edit.text);
		else item.additionalTextEdits = [new vscode.TextEdit(new vscode.Range(place, place), edit.text)];
		if (place.line === position.line)
			item.range = new vscode.Range((item.range as vscode.Range).start, document.lineAt(position.line).range.end);
	};
}

/**
 * Nothing to offer, and the wish to be asked again for what is typed meanwhile (see completion.ts); it is never seen.
 */
function askAgain(position: vscode.Position): vscode.CompletionItem {
	const item = new vscode.CompletionItem('…', vscode.CompletionItemKind.Text);
	item.range = new vscode.Range(position.translate(0, -1), position);
	item.filterText = '\0';
	item.insertText = '';
	return item;
}
