// The citation panel in the side bar: answers what its page asks, tells it when what it shows may be out of date.
import * as vscode from 'vscode';
import type { FindAnswer } from '../../core/service';
import type { Filters, Passage, Request, Scope, ToEditor, ToPage } from '../../webviews/panel/protocol';
import { copyReference, copyWords } from './copy';
import { DraftEditor, selectedText } from '../base/draftEditor';
import { command } from '../base/guard';
import type { Host } from '../base/host';
import { insert } from './insert';
import { pageHtml, pageRoot } from '../base/webviewPage';
import { panelStrings } from './panelStrings';
import { paragraphAt } from './paragraph';
import { choicesOf, rowOf } from '../base/hitRows';
import { copyPassage, insertPassage, openPassage, recordPassage } from './passage';
import { passageRow } from './passageRows';
import { search, searchFitting } from './search';

const viewId = 'policyWriting.citations';
/** Where it is kept what was looked for, and how, in this workspace. */
const keptKey = 'panel.kept';
const scopes: readonly Scope[] = ['corpus', 'documents', 'both'];
/** The titles of sources by id. */
type Titles = (source: string) => string | undefined;
/** Milliseconds the cursor rests before its paragraph counts. */
const rest = 300;

/** Registers the view and the command that shows it. */
export function registerPanel(host: Host, memory: vscode.Memento): vscode.Disposable {
	const drafts = new DraftEditor();
	const panel = new Panel(host, drafts, memory);
	return vscode.Disposable.from(
		drafts,
		panel,
		vscode.window.registerWebviewViewProvider(viewId, panel),
		command(host.log, 'policyWriting.showPanel', (words: unknown, scope: unknown) =>
			panel.reveal(
				typeof words === 'string' ? words : undefined,
				scopes.find(one => one === scope),
			),
		),
	);
}

class Panel implements vscode.WebviewViewProvider, vscode.Disposable {
	private view: vscode.WebviewView | undefined;
	/** The page has said that it can hear; one that is hidden is gone and will say so again. */
	private ready = false;
	/** The search under way; a new one ends it. */
	private search = { aborted: false };
	private following = false;
	private paragraph: string | undefined;
	private timer: ReturnType<typeof setTimeout> | undefined;
	/** What a page that is still loading is told as soon as it can hear. */
	private look: Extract<ToPage, { type: 'look' }> | undefined;
	private readonly subscriptions: vscode.Disposable[];

	constructor(
		private readonly host: Host,
		private readonly drafts: DraftEditor,
		private readonly memory: vscode.Memento,
	) {
		this.subscriptions = [
			host.onDidChangeService(() => this.post({ type: 'stale', why: 'corpus' })),
			host.documents.onDidChange(() => this.post({ type: 'stale', why: 'corpus' })),
			host.documents.onDidArrive(() => this.post({ type: 'stale', why: 'corpus' })),
			host.onDidChangeSettings(({ citation }) => this.post({ type: 'form', form: citation.form })),
			vscode.window.onDidChangeTextEditorSelection(() => this.moved()),
			vscode.window.onDidChangeActiveTextEditor(() => this.moved()),
			vscode.workspace.onDidChangeTextDocument(
				({ document }) => document === drafts.visible()?.document && this.moved(),
			),
		];
	}

	resolveWebviewView(view: vscode.WebviewView): void {
		this.view = view;
		this.ready = false;
		view.webview.options = { enableScripts: true, localResourceRoots: [pageRoot(this.host.extensionUri)] };
		const subscriptions = [
			view.webview.onDidReceiveMessage((message: ToEditor) => this.receive(message)),
			view.onDidChangeVisibility(() => {
				if (!view.visible) this.ready = false;
				this.moved();
			}),
			view.onDidDispose(() => {
				for (const subscription of subscriptions) subscription.dispose();
				if (this.view === view) this.view = undefined;
				this.following = false;
			}),
		];
		view.webview.html = pageHtml(view.webview, this.host.extensionUri);
	}

	/**
	 * Shows the panel with the keys in its box; the words are looked for, without them what is selected in the draft.
	 */
	async reveal(words?: string, scope?: Scope): Promise<void> {
		const editor = vscode.window.activeTextEditor;
		const selected = editor && editor === this.drafts.visible() ? selectedText(editor) : '';
		const look = (this.look = { type: 'look', text: words ?? (selected || undefined), scope } as const);
		await vscode.commands.executeCommand(`${viewId}.focus`);
		if (this.ready) {
			this.look = undefined;
			await this.post(look);
		}
	}

	dispose(): void {
		clearTimeout(this.timer);
		this.search.aborted = true;
		for (const subscription of this.subscriptions) subscription.dispose();
	}

	private async post(message: ToPage): Promise<boolean> {
		return (await this.view?.webview.postMessage(message)) ?? false;
	}

	private async receive(message: ToEditor): Promise<void> {
		if (message.type === 'ready') {
			const { form } = this.host.settings().citation;
			await this.post({ type: 'start', strings: panelStrings(), form, kept: this.memory.get(keptKey) });
			this.ready = true;
			if (this.look) await this.post(this.look);
			this.look = undefined;
			return;
		}
		if (message.type === 'keep') return void this.memory.update(keptKey, message.kept);
		try {
			await this.post(await this.answer(message));
		} catch (error) {
			this.host.log.error(`panel: ${message.type}`, error instanceof Error ? error : String(error));
			await this.post({
				type: 'failed',
				request: message.request,
				said: vscode.l10n.t(
					'Something went wrong; nothing in your document was changed. The log (Output: Policy Writing) says what.',
				),
			});
		}
	}

	private async answer(message: Request): Promise<ToPage> {
		const { request } = message;
		switch (message.type) {
			case 'search': {
				this.following = false;
				return this.searched(message, this.newSearch());
			}
			case 'follow': {
				this.following = true;
				this.paragraph = this.currentParagraph();
				const signal = this.newSearch();
				return this.fitting(message, this.paragraph, signal);
			}
			case 'insert': {
				const { id, passage, form } = message;
				return {
					type: 'done',
					request,
					said: passage
						? await insertPassage(this.host, this.drafts, passage, form)
						: await insert(this.host, this.drafts, id, form),
				};
			}
			case 'copy':
				return { type: 'done', request, said: await this.copied(message.id, message.passage, message.what) };
			case 'open':
				if (message.passage) await openPassage(this.host, message.passage);
				else await vscode.commands.executeCommand('policyWriting.openSource', message.id);
				return { type: 'done', request, said: '' };
			case 'record':
				return { type: 'done', request, said: await recordPassage(this.host, message.passage) };
			case 'bringIn':
				await vscode.commands.executeCommand('policyWriting.importDocuments');
				return { type: 'done', request, said: '' };
		}
	}

	/** What fits a paragraph: what is nearly all of it in a document first, then citations, then other passages. */
	private async fitting(
		{ request, limit, scope }: Extract<Request, { type: 'follow' }>,
		paragraph: string | undefined,
		signal: { readonly aborted: boolean },
	): Promise<ToPage> {
		if (paragraph === undefined || paragraph === '')
			return this.found(request, nothing, {}, paragraph === undefined ? undefined : opening(paragraph));
		const { corpus, same, passages } = await searchFitting(this.host, { text: paragraph, scope, limit }, signal);
		const list = await this.found(request, corpus, {}, opening(paragraph));
		return {
			...list,
			total: corpus.total + same.length + passages.length,
			rows: [...same.map(passageRow), ...list.rows, ...passages.map(passageRow)],
		};
	}

	private copied(id: string, passage: Passage | undefined, what: 'words' | 'reference'): Promise<string> {
		if (passage) return copyPassage(this.host, passage, what);
		return what === 'words' ? copyWords(this.host, id) : copyReference(this.host, id);
	}

	/** The answer to a search; passages are counted through once it is shown. */
	private async searched(
		message: Extract<Request, { type: 'search' }>,
		signal: { readonly aborted: boolean },
	): Promise<ToPage> {
		const { request, filters } = message;
		const { corpus, passages, total, library, count } = await search(this.host, message, signal);
		const list = await this.found(request, corpus, filters);
		const choices = (answer: FindAnswer, titles: Titles) => choicesOf(answer, filters, id => titles(id) ?? id);
		const { corpus: records } = await this.host.service();
		const titleOf: Titles = id => records.source(id)?.title ?? passages.find(({ source }) => source === id)?.title;
		if (count) {
			setTimeout(
				() =>
					void count().then(
						all =>
							all &&
							this.post({
								type: 'counted',
								request,
								total: this.counted(all.total),
								choices: choices({ ...corpus, facets: all.facets }, titleOf),
							}),
						(error: unknown) => this.host.log.warn('panel: counting', error instanceof Error ? error : String(error)),
					),
				0,
			);
		}
		return {
			...list,
			total: this.counted(total),
			rows: [...list.rows, ...passages.map(passageRow)],
			choices: choices(corpus, titleOf),
			...(library ? { library } : {}),
		};
	}

	private newSearch(): { readonly aborted: boolean } {
		this.search.aborted = true;
		return (this.search = { aborted: false });
	}

	private async found(
		request: number,
		answer: FindAnswer,
		filters: Filters,
		paragraph?: string,
	): Promise<Extract<ToPage, { type: 'found' }>> {
		const { corpus } = await this.host.service();
		return {
			type: 'found',
			request,
			total: this.counted(answer.total),
			rows: answer.hits.map(rowOf),
			choices: choicesOf(answer, filters, id => corpus.source(id)?.title ?? id),
			paragraph,
		};
	}

	/** How many there are stands beside the name of the view, where it takes no room. */
	private counted(total: number): number {
		if (this.view) this.view.description = total > 0 ? vscode.l10n.t('{0} found', total) : '';
		return total;
	}

	/** The cursor may be in another paragraph, or its paragraph is another one: told once it rests. */
	private moved(): void {
		if (!this.following || !this.view?.visible) return;
		clearTimeout(this.timer);
		this.timer = setTimeout(() => {
			if (this.following && this.view?.visible && this.currentParagraph() !== this.paragraph)
				void this.post({ type: 'stale', why: 'cursor' });
		}, rest);
	}

	/**
	 * The paragraph under the cursor of the draft, the last one while the draft is behind another tab; nothing where
	 * there is no draft.
	 */
	private currentParagraph(): string | undefined {
		const editor = this.drafts.visible();
		if (!editor) return this.drafts.isOpen ? this.paragraph : undefined;
		const {
			document,
			selection: { active },
		} = editor;
		const lines = { count: document.lineCount, line: (index: number) => document.lineAt(index).text };
		return paragraphAt(lines, active.line, active.character, document.languageId !== 'plaintext');
	}
}

const nothing: FindAnswer = { total: 0, hits: [], facets: { kind: {}, source: {}, speaker: {}, year: {} } };

/** As much of a paragraph as tells which one it is. */
function opening(paragraph: string): string {
	const characters = [...paragraph.replace(/\s+/g, ' ')];
	return characters.length > 24 ? `${characters.slice(0, 24).join('')}…` : characters.join('');
}
