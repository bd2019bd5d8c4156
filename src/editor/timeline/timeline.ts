// The timeline of a term: the command, and the panel in the editor area that shows when and where the corpus uses it.
import * as vscode from 'vscode';
import type { Timeline } from '../../core/service';
import type { Asked, Request, ToEditor, ToPage } from '../../webviews/timeline/protocol';
import { selectedText } from '../base/draftEditor';
import { command } from '../base/guard';
import type { Host } from '../base/host';
import { pausing } from '../../app/pause';
import { pageHtml, pageRoot } from '../base/webviewPage';
import { dateText } from '../base/hitRows';
import { furtherIn } from './further';
import { timelineStrings } from './strings';
import { askWords } from './askWords';

const viewType = 'policyWriting.timeline';

/** Registers the command, and brings a timeline back that was open when the window was closed. */
export function registerTimeline(host: Host): vscode.Disposable {
	const view = new TimelineView(host);
	return vscode.Disposable.from(
		view,
		vscode.window.registerWebviewPanelSerializer(viewType, {
			deserializeWebviewPanel: panel => Promise.resolve(view.take(panel)),
		}),
		command(host.log, 'policyWriting.showTimeline', async (words: unknown) => {
			const here = await atCursor(host);
			// A link names what is meant; a menu (which hands over the file) means what is at the cursor; the palette
			// asks, with that on top.
			const named = typeof words === 'string' && words.trim() !== '' ? words : undefined;
			const pointed = words === undefined ? undefined : here;
			const asked = named ?? pointed ?? (await askWords(host, here));
			if (asked !== undefined) view.show({ words: asked, nested: false });
		}),
	);
}

/**
 * What is selected in the editor in front, else the longest term under its cursor. A selection of several clauses is
 * nothing to count.
 */
async function atCursor(host: Host): Promise<string | undefined> {
	const editor = vscode.window.activeTextEditor;
	if (!editor) return undefined;
	if (!editor.selection.isEmpty) {
		const selected = selectedText(editor);
		return [...selected].length > 40 ? undefined : selected;
	}
	const { line, character } = editor.selection.active;
	const text = editor.document.lineAt(line).text;
	const service = await host.service();
	// The cursor stands between characters: behind the term one has just written counts too.
	return (service.termsAt(text, character)[0] ?? service.termsAt(text, character - 1)[0])?.id;
}

class TimelineView implements vscode.Disposable {
	private panel: vscode.WebviewPanel | undefined;
	/** The page has said that it can hear. */
	private ready = false;
	/** What a page that is still loading is to count. */
	private asked: Asked | undefined;
	private work = { aborted: false };
	private readonly subscription: vscode.Disposable;

	constructor(private readonly host: Host) {
		this.subscription = host.onDidChangeService(() => this.ready && void this.post({ type: 'stale' }));
	}

	show(asked: Asked): void {
		this.asked = asked;
		if (!this.panel)
			this.take(vscode.window.createWebviewPanel(viewType, vscode.l10n.t('Timeline'), vscode.ViewColumn.Active));
		else this.panel.reveal();
		if (!this.ready) return;
		this.asked = undefined;
		void this.post({ type: 'look', asked });
	}

	/** Fills a panel: a new one, or one that was there before the window was reloaded. */
	take(panel: vscode.WebviewPanel): void {
		if (this.panel && this.panel !== panel) this.panel.dispose();
		this.panel = panel;
		this.ready = false;
		panel.webview.options = { enableScripts: true, localResourceRoots: [pageRoot(this.host.extensionUri)] };
		const subscriptions = [
			panel.webview.onDidReceiveMessage((message: ToEditor) => this.receive(message)),
			// A page behind another tab is gone; it says so again when it is back.
			panel.onDidChangeViewState(() => {
				if (!panel.visible) this.ready = false;
			}),
			panel.onDidDispose(() => {
				for (const subscription of subscriptions) subscription.dispose();
				if (this.panel !== panel) return;
				this.panel = undefined;
				this.ready = false;
				this.work.aborted = true;
			}),
		];
		panel.webview.html = pageHtml(panel.webview, this.host.extensionUri, 'timeline');
	}

	dispose(): void {
		this.work.aborted = true;
		this.subscription.dispose();
		this.panel?.dispose();
	}

	private async post(message: ToPage): Promise<void> {
		await this.panel?.webview.postMessage(message);
	}

	private async receive(message: ToEditor): Promise<void> {
		if (message.type === 'ready') {
			const { asked } = this;
			this.asked = undefined;
			this.ready = true;
			return this.post({ type: 'start', strings: timelineStrings(), ...(asked ? { asked } : {}) });
		}
		try {
			const answer = await this.answer(message);
			if (answer) await this.post(answer);
			if (answer?.type === 'counted') void this.postGroup(answer, this.work);
		} catch (error) {
			this.host.log.error(`timeline: ${message.type}`, error instanceof Error ? error : String(error));
			await this.post({
				type: 'failed',
				request: message.request,
				said: vscode.l10n.t(
					'Something went wrong; nothing in your document was changed. The log (Output: Policy Writing) says what.',
				),
			});
		}
	}

	/** Tells what a group's library has, if one is connected; one's own is not kept waiting for it. */
	private async postGroup(
		{ request, sheet: { timeline } }: Extract<ToPage, { type: 'counted' }>,
		work: { readonly aborted: boolean },
	): Promise<void> {
		const own = timeline.documents.map(({ source }) => source);
		const group = await this.host.documents.group
			?.countUses(timeline.subject.text, own, work)
			.catch((error: unknown) => {
				this.host.log.warn('timeline: group', error instanceof Error ? error : String(error));
			});
		if (group && !work.aborted) await this.post({ type: 'group', request, group });
	}

	/** Nothing for a count that was overtaken: the page waits for the other one. */
	private async answer(message: Request): Promise<ToPage | undefined> {
		const { request } = message;
		switch (message.type) {
			case 'count': {
				this.work.aborted = true;
				const work = (this.work = { aborted: false });
				const { words, nested } = message.asked;
				const { library } = await this.host.service();
				const timeline = await library.timeline(words, {
					nested,
					signal: work,
					pause: pausing(),
					...(this.host.documents.beyond ? { further: furtherIn(this.host, work) } : {}),
				});
				if (work.aborted) return undefined;
				if (!timeline)
					return {
						type: 'failed',
						request,
						said: vscode.l10n.t('Choose a term, a formulation, or words of two characters or more.'),
					};
				if (this.panel) this.panel.title = vscode.l10n.t('Timeline: {0}', timeline.subject.text);
				return { type: 'counted', request, sheet: { timeline, dates: timeline.documents.map(dateOf) } };
			}
			case 'open':
				await vscode.commands.executeCommand('policyWriting.openSource', message.source, message.paragraph);
				return { type: 'done', request };
			case 'openGroup':
				await this.host.documents.group?.open(message.document, message.title, message.paragraph);
				return { type: 'done', request };
			case 'choose': {
				const words = await askWords(this.host);
				if (words !== undefined) this.show({ words, nested: false });
				return { type: 'done', request };
			}
		}
	}
}

function dateOf({ date }: Timeline['documents'][number]): string {
	return date === undefined ? '' : dateText(date);
}
