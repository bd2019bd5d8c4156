// Grey text while a person writes: how their documents go on from here, as an inline completion of VS Code.
import * as vscode from 'vscode';
import { isProseAt, type IndexEngine, type PolicyService } from '../../core/service';
import { Continuations, type Continued, type Query } from '../../app/drafting/continuations';
import { draftSelector, isDraft } from '../base/draftDocuments';
import { command, guard } from '../base/guard';
import type { Host } from '../base/host';
import { offerCitation, Taken } from './citation';
import { isTitle, longestHead, openQuotation, withoutFollowing } from './place';
import { showPlaces } from './places';

/** Characters before the cursor that are looked at. */
const readBefore = 20_000;
const key = 'policyWriting.greyText';

/** What was shown last, and where. */
interface Shown {
	readonly uri: string;
	readonly found: Continued;
	readonly text: string;
}

/** Where somebody writes. */
interface Place {
	readonly document: vscode.TextDocument;
	readonly position: vscode.Position;
	/** The line up to the cursor, or to the end of the selected row of a list as if it were taken. */
	readonly line: string;
	/** What of it a row of a list would write, from the place where that begins. */
	readonly row?: vscode.SelectedCompletionInfo;
}

export class GreyText implements vscode.Disposable {
	private readonly continuations = new Continuations();
	private last: Shown | undefined;
	private isShown = false;
	private readonly subscriptions: vscode.Disposable;

	constructor(private readonly host: Host) {
		const provider: vscode.InlineCompletionItemProvider = {
			provideInlineCompletionItems: guard(host.log, 'grey text', (document, position, context, token) =>
				this.items(document, position, context, token),
			),
		};
		this.subscriptions = vscode.Disposable.from(
			vscode.languages.registerInlineCompletionItemProvider(draftSelector, provider),
			command(host.log, 'policyWriting.refuseContinuation', () => this.refuse()),
			command(host.log, 'policyWriting.takeContinuationWord', () => this.takeWord()),
			command(host.log, 'policyWriting.continuationTaken', async (taken: unknown) => {
				if (taken instanceof Taken) await offerCitation(host, taken);
			}),
		);
	}

	dispose(): void {
		this.tell(false);
		this.subscriptions.dispose();
	}

	/** Lists the places of what is shown, or would be if it were less sure. */
	async showPlaces(): Promise<void> {
		const editor = vscode.window.activeTextEditor;
		const shown = this.isShown && this.last?.uri === editor?.document.uri.toString() ? this.last?.found : undefined;
		const found = shown ?? (editor && (await this.at(editor)));
		await showPlaces(this.host, found);
	}

	private async at({ document, selection }: vscode.TextEditor): Promise<Continued | undefined> {
		const line = document.lineAt(selection.active.line).text.slice(0, selection.active.character);
		return this.ask({ document, position: selection.active, line }, await this.host.service(), 'eager');
	}

	private async items(
		document: vscode.TextDocument,
		position: vscode.Position,
		context: vscode.InlineCompletionContext,
		token: vscode.CancellationToken,
	): Promise<vscode.InlineCompletionItem[]> {
		const service = await this.host.service();
		const place = this.placeOf(document, position, context, service);
		const found = place && (await this.shownAt(place, context, service, token));
		if (token.isCancellationRequested) return [];
		this.tell(found !== undefined);
		if (!place || !found) return [];
		this.last = { uri: document.uri.toString(), ...found };
		const { row } = place;
		const item = new vscode.InlineCompletionItem(
			(row?.text ?? '') + found.text,
			row?.range ?? new vscode.Range(position, position),
			{ command: 'policyWriting.continuationTaken', title: '', arguments: [new Taken(found.text, found.found.places)] },
		);
		return [item];
	}

	/** Nothing where nothing is to be shown. */
	private placeOf(
		document: vscode.TextDocument,
		position: vscode.Position,
		{ selectedCompletionInfo: row }: vscode.InlineCompletionContext,
		service: PolicyService,
	): Place | undefined {
		if (!this.host.settings().continue.enabled || !isDraft(document)) return undefined;
		const open = this.host.drafts.get(document, service);
		if (!open || !isProseAt(open.regions.of(position.line), position.character)) return undefined;
		const editor = vscode.window.activeTextEditor;
		if (editor?.document === document && editor.selections.length > 1) return undefined;
		if (isTitle(linesTo(document, position))) return undefined;
		const { text } = document.lineAt(position.line);
		if (!row) return { document, position, line: text.slice(0, position.character) };
		return { document, position, line: text.slice(0, row.range.start.character) + row.text, row };
	}

	private async shownAt(
		place: Place,
		{ triggerKind }: vscode.InlineCompletionContext,
		service: PolicyService,
		token: vscode.CancellationToken,
	): Promise<Pick<Shown, 'found' | 'text'> | undefined> {
		const { document, position, line, row } = place;
		const isAsked = triggerKind === vscode.InlineCompletionTriggerKind.Invoke;
		const found = await this.ask(place, service, isAsked ? 'eager' : this.host.settings().continue.confidence);
		const isFitting = found !== undefined && (await this.isOfQuotation(line, found, service));
		// What was overtaken is seen by nobody, so nobody types over it.
		if (token.isCancellationRequested) return undefined;
		const after = document.lineAt(position.line).text.slice(position.character);
		const text = isFitting ? withoutFollowing(found.text, after) : '';
		const refusals = this.continuations.refusedIn(document.uri.toString());
		if (hasTakenRow(refusals.shownAfter, line, service)) refusals.forget();
		// With a row of a list before it nothing was shown that could be refused.
		const shown = isAsked || row ? text : refusals.shown(line, text, found?.share);
		return found && shown !== '' ? { found, text: shown } : undefined;
	}

	private async ask(
		{ document, position, line }: Place,
		service: PolicyService,
		confidence: Query['confidence'],
	): Promise<Continued | undefined> {
		const from = document.positionAt(Math.max(0, document.offsetAt(position) - readBefore));
		const above = document.getText(new vscode.Range(from, position.with({ character: 0 })));
		const before = this.openDrafts(document) + above + line;
		const ask = async (query: Query) => {
			const { documents } = this.host;
			const own = await documents.ask((engine: IndexEngine) => engine.continuations(query));
			if (own && own.length > 0) return own;
			// Of what was seen of a group's library, which is held here: no request is made at a key.
			const group = await documents.group?.with(undefined).continuations(query);
			if (group && group.length > 0) return group;
			// Where only drafts are held, what is recorded goes on, too.
			return documents.any ? own : undefined;
		};
		const { caution } = this.continuations.refusedIn(document.uri.toString());
		const [found] = await this.continuations.of(
			{
				before: before.replace(/\r\n?/g, '\n').slice(-readBefore),
				confidence: confidence ?? 'balanced',
				caution,
				draft: document.uri.toString(),
			},
			service.corpus,
			ask,
		);
		return found;
	}

	/** The other drafts that are open, where they count. */
	private openDrafts(draft: vscode.TextDocument): string {
		if (this.host.settings().continue.from !== 'openDrafts') return '';
		const others = vscode.workspace.textDocuments.filter(one => one !== draft && isDraft(one));
		return others
			.map(one => `${one.getText().slice(0, readBefore / 2)}\n`)
			.join('')
			.slice(0, readBefore / 2);
	}

	/** Inside a quotation only its own words go on. */
	private async isOfQuotation(line: string, { text, places }: Continued, service: PolicyService): Promise<boolean> {
		const quoted = openQuotation(line);
		if (quoted === undefined) return true;
		const wording = quoted + text;
		if (service.corpus.citations.some(citation => citation.text.includes(wording))) return true;
		for (const { library, draft, document, paragraph } of places.slice(0, 3)) {
			if (library ?? draft) continue;
			const read = await this.host.documents.ask(engine => engine.paragraphs(document, paragraph, paragraph));
			if (read?.[0]?.includes(wording)) return true;
		}
		return false;
	}

	private async refuse(): Promise<void> {
		if (this.last) this.continuations.refusedIn(this.last.uri).refuse();
		this.tell(false);
		await vscode.commands.executeCommand('editor.action.inlineSuggest.hide');
	}

	/** Takes the first word: for VS Code a run of Han is one. */
	private async takeWord(): Promise<void> {
		const editor = vscode.window.activeTextEditor;
		const { last } = this;
		if (!editor || last?.uri !== editor.document.uri.toString()) return;
		const [first] = new Intl.Segmenter('zh', { granularity: 'word' }).segment(last.text);
		if (!first) return;
		this.continuations.refusedIn(last.uri).took(first.segment);
		this.last = { ...last, text: last.text.slice(first.segment.length) };
		await vscode.commands.executeCommand('type', { text: first.segment });
	}

	/** Says to the conditions of key bindings whether ours is shown. */
	private tell(isShown: boolean): void {
		if (isShown !== this.isShown) void vscode.commands.executeCommand('setContext', key, isShown);
		this.isShown = isShown;
	}
}

/** The first lines of a draft, as many as its head may have, and the one of the cursor up to there. */
function linesTo(document: vscode.TextDocument, { line, character }: vscode.Position): string[] {
	const above = Array.from({ length: Math.min(line, longestHead + 1) }, (_, at) => document.lineAt(at).text);
	return [...above, document.lineAt(line).text.slice(0, character)];
}

/** Whether a line went on from `before`, where grey text was shown, by a row of the list. */
function hasTakenRow(before: string | undefined, line: string, service: PolicyService): boolean {
	if (before === undefined || before === line || !line.startsWith(before)) return false;
	const { items } = service.complete({ before });
	return items.some(({ replace, insertText }) => before.slice(0, replace.start) + insertText === line);
}
