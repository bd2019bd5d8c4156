// Completion while a person writes: asks the core, and turns what it offers into items that VS Code shows and inserts
// whole.
import * as vscode from 'vscode';
import {
	isProseAt,
	standingWords,
	withoutClosing,
	type Cancelled,
	type Offer,
	type PolicyService,
} from '../../core/service';
import { pausing } from '../../app/pause';
import { aroundCursor } from './aroundCursor';
import { guard } from '../base/guard';
import { draftSelector, isDraft } from '../base/draftDocuments';
import type { Host } from '../base/host';
import { say } from '../base/say';
import { citationDetails, formulationDetails, sourceDetails, termDetails } from '../base/details';
import { besideGreyText } from './besideGreyText';
import { Mentions } from './mentions';
import { OvertakenAnswers } from './overtaken';
import { wordStart } from './wordStart';

/** An item that knows its record, so that its details are made only when they are shown. */
class Item extends vscode.CompletionItem {
	constructor(
		label: vscode.CompletionItemLabel,
		kind: vscode.CompletionItemKind,
		readonly offer: Offer | undefined,
	) {
		super(label, kind);
	}
}

const marks = ['《', '“', '「', '『'];
const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i));

/**
 * Completion in drafts. Two mechanisms of VS Code are needed: at the end of a clause its quick suggestions ask (set on
 * for our languages in package.json), within a clause only trigger characters do, so every character that a term may be
 * recognised by is one.
 */
export function registerCompletion(host: Host): vscode.Disposable {
	const mentions = new Mentions(host.documents, host.log);
	const tellWritten = contextTeller('policyWriting.asWritten');
	const isAsked = (document: vscode.TextDocument) => host.settings().completion.enabled && isDraft(document);
	const overtaken = new OvertakenAnswers(async (document, position) => {
		if (!isAsked(document)) return false;
		const found = list(document, position, await host.service(), host);
		return found?.items.some(item => item.offer !== undefined) === true;
	});
	const provider: vscode.CompletionItemProvider<Item> = {
		provideCompletionItems: guard(
			host.log,
			'completion',
			async (
				document: vscode.TextDocument,
				position: vscode.Position,
				_token: vscode.CancellationToken,
				context: vscode.CompletionContext,
			) => {
				if (!isAsked(document)) return undefined;
				overtaken.asked(document, position, context);
				const found = list(document, position, await host.service(), host);
				tellWritten(found?.items[0]?.preselect === true);
				return found;
			},
		),
		resolveCompletionItem: guard(host.log, 'completion details', async (item: Item) => {
			if (item.offer) item.documentation = await details(item.offer, await host.service(), mentions);
			return item;
		}),
	};
	let registered: { readonly characters: readonly string[]; readonly provider: vscode.Disposable } | undefined;
	let preparing = { aborted: false };
	let indexed = '';
	const prepare = (service: PolicyService, signal: Cancelled) =>
		service.prepareCompletion({ signal, pause: pausing(), indexed });
	const countIndexed = async (signal: Cancelled) => {
		indexed = host.documents.beyond ? ((await host.documents.ask(engine => engine.ngrams(signal))) ?? '') : '';
		if (!signal.aborted) await prepare(await host.service(), signal);
	};
	const register = (service: PolicyService) => {
		preparing.aborted = true;
		preparing = { aborted: false };
		void prepare(service, preparing);
		const characters = [...marks, ...letters, ...service.completionCharacters()];
		// Anew only for other characters: VS Code then fills a list that is open anew, and the row a person went to is
		// lost.
		if (registered?.characters.join() === characters.join()) return;
		// Before the one before it goes: where there is nobody to ask VS Code closes the list.
		const former = registered?.provider;
		registered = {
			characters,
			provider: vscode.languages.registerCompletionItemProvider(draftSelector, provider, ...characters),
		};
		former?.dispose();
	};
	void host.service().then(register);
	const counted = guard(host.log, 'documents counted', () => countIndexed(preparing));
	return vscode.Disposable.from(
		mentions,
		overtaken,
		host.onDidChangeService(register),
		host.documents.onDidChange(counted),
		{
			dispose: () => {
				preparing.aborted = true;
				registered?.provider.dispose();
			},
		},
	);
}

/** Says a thing to the conditions of key bindings whenever it changes. */
function contextTeller(key: string): (value: boolean) => void {
	let last = false;
	return value => {
		if (value !== last) void vscode.commands.executeCommand('setContext', key, value);
		last = value;
	};
}

function list(
	document: vscode.TextDocument,
	position: vscode.Position,
	service: PolicyService,
	host: Host,
): vscode.CompletionList<Item> | undefined {
	const open = host.drafts.get(document, service);
	if (!open || !isProseAt(open.regions.of(position.line), position.character)) return undefined;
	const text = document.lineAt(position.line).text;
	const before = text.slice(0, position.character);
	const after = text.slice(position.character);
	const { items: found, written } = service.complete(
		{ before, after, pinyin: host.settings().completion.pinyin, use: record => open.use.count(record) },
		() => aroundCursor(open.lines, position.line, position.character),
	);
	const common = position.character - sharedBefore(document, position);
	const offers = found.filter(offer => offer.replace.start >= common);
	if (offers.length === 0) return position.character > 0 ? askAgain(position) : undefined;
	// VS Code scores an item by what stands between the item's start and the cursor, so a longer stretch would always
	// win. All items get the same start, and with it the same score; then `sortText`, our order, decides.
	const start = Math.max(common, Math.min(...offers.map(offer => offer.replace.start), written?.start ?? Infinity));
	const items = offers.map(offer => toItem(offer, position.line, before, start, service));
	if (host.settings().continue.enabled) for (const item of items) keepFromGreyText(item, before.slice(start));
	if (written) items.unshift(asWritten(before, start, written.start, position, offers[0]));
	items.forEach((item, i) => {
		item.sortText = String(i).padStart(4, '0');
		// VS Code filters again by `filterText`; what we matched always passes.
		item.filterText = before.slice(start);
	});
	// Incomplete: VS Code asks again on the next key or commit instead of filtering the old answer.
	return new vscode.CompletionList(items, true);
}

/**
 * How much of what stands before the cursor stands before every cursor. Of several cursors VS Code replaces the same
 * stretch at each, but only where it reads as at the first; at the others it would leave what is there and insert all
 * of it once more.
 */
function sharedBefore(document: vscode.TextDocument, position: vscode.Position): number {
	const editor = vscode.window.activeTextEditor;
	const others =
		editor?.document === document
			? editor.selections.map(selection => selection.active).filter(active => !active.isEqual(position))
			: [];
	const before = document.lineAt(position.line).text.slice(0, position.character);
	return Math.min(
		before.length,
		...others.map(({ line, character }) => {
			const other = document.lineAt(Math.min(line, document.lineCount - 1)).text.slice(0, character);
			let same = 0;
			while (
				same < before.length &&
				same < other.length &&
				before[before.length - 1 - same] === other[other.length - 1 - same]
			)
				same++;
			return same;
		}),
	);
}

/**
 * Nothing to offer, and the wish to be asked again. While an answer is on its way VS Code does not ask for what is
 * typed meanwhile; it asks again when the answer comes, but only providers that gave an item of an incomplete list.
 * Fast typing on a busy machine would end without a list. This item is never seen: its filter text matches nothing.
 */
function askAgain(position: vscode.Position): vscode.CompletionList<Item> {
	const item = new Item({ label: '…' }, vscode.CompletionItemKind.Text, undefined);
	item.range = new vscode.Range(position.translate(0, -1), position);
	item.filterText = '\0';
	item.insertText = '';
	return new vscode.CompletionList([item], true);
}

/**
 * Where what is written may be meant as it is (all but what breaks off), the list begins with it: that row is selected,
 * it changes nothing, and with `editor.acceptSuggestionOnEnter: smart` (set for our languages) Enter then makes a new
 * line as always. Tab, bound in package.json while such a row is selected, takes the row below it, `next`, whose
 * details are shown beside the list.
 */
function asWritten(
	before: string,
	start: number,
	labelled: number,
	position: vscode.Position,
	next: Offer | undefined,
): Item {
	const item = new Item(
		{ label: before.slice(wordStart(before, labelled)), description: vscode.l10n.t('as written') },
		vscode.CompletionItemKind.Text,
		next,
	);
	item.insertText = before.slice(start);
	item.range = new vscode.Range(position.line, start, position.line, position.character);
	item.preselect = true;
	return item;
}

function toItem(offer: Offer, line: number, before: string, start: number, service: PolicyService): Item {
	const item = new Item({ label: offer.label, description: description(offer, service) }, kinds[offer.kind], offer);
	const lead = before.slice(start, offer.replace.start);
	item.insertText =
		offer.snippet === undefined
			? lead + withoutClosing(offer, before)
			: new vscode.SnippetString(new vscode.SnippetString().appendText(lead).value + offer.snippet);
	item.range = new vscode.Range(line, start, line, offer.replace.end);
	return item;
}

/** While grey text shows, VS Code would select a row that begins it, and Enter would take that: see there. */
function keepFromGreyText(item: Item, written: string): void {
	const { insertText = '' } = item;
	const source = typeof insertText === 'string' ? new vscode.SnippetString().appendText(insertText) : insertText;
	item.insertText = new vscode.SnippetString(
		besideGreyText(new vscode.SnippetString().appendText(written).value, source.value),
	);
}

const kinds: Record<Offer['kind'], vscode.CompletionItemKind> = {
	term: vscode.CompletionItemKind.Keyword,
	formulation: vscode.CompletionItemKind.Snippet,
	citation: vscode.CompletionItemKind.Reference,
	source: vscode.CompletionItemKind.File,
};

/** The grey words at the right of a row: what it is, and for a quotation who said it when. */
function description(offer: Offer, service: PolicyService): string {
	switch (offer.kind) {
		case 'term':
			return service.corpus.term(offer.id)?.category ?? vscode.l10n.t('term');
		case 'formulation':
			return say(standingWords(service.corpus.formulation(offer.id), service.corpus));
		case 'source':
			return vscode.l10n.t('source');
		case 'citation': {
			const citation = service.corpus.citation(offer.id);
			return [citation?.speaker, citation?.date].filter(Boolean).join(' ') || vscode.l10n.t('quotation');
		}
	}
}

async function details(
	offer: Offer,
	service: PolicyService,
	mentions: Mentions,
): Promise<vscode.MarkdownString | undefined> {
	switch (offer.kind) {
		case 'term':
			return termDetails(
				offer.id,
				service,
				await mentions.line(service.corpus.term(offer.id)?.term ?? '', false, service.corpus),
			);
		case 'formulation':
			return formulationDetails(
				offer.id,
				service,
				await mentions.line(service.corpus.formulation(offer.id)?.text ?? '', false, service.corpus),
			);
		case 'citation':
			return citationDetails(offer.id, service);
		case 'source':
			return sourceDetails(offer.id, service);
	}
}
