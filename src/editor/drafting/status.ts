// The item of the status bar: 字数 of the draft in front and of what is selected, what was found in it.
import * as vscode from 'vscode';
import type { Draft, PolicyService } from '../../core/service';
import { isDraft } from '../base/draftDocuments';
import type { Host } from '../base/host';
import type { Reviews } from '../review/reviews';
import { isPaused, showMenu } from './menu';
import { Obstacles, type Obstacle } from './obstacles';

/** Milliseconds without a key, or without a move of the cursor, before it is counted again. */
const afterKey = 300;
const afterMove = 80;
/** Characters from which on counting is felt, and the milliseconds without a key that such a draft waits instead. */
const pauses = [
	[2_000_000, 5000],
	[500_000, 1300],
	[0, afterKey],
] as const;

const t = vscode.l10n.t;
const grouped = (count: number) => count.toLocaleString('en-US');

export class DraftStatus implements vscode.Disposable {
	private readonly item = vscode.window.createStatusBarItem(
		'policyWriting.draft',
		vscode.StatusBarAlignment.Right,
		101,
	);
	private readonly obstacles: Obstacles;
	private inTheWay: readonly Obstacle[] = [];
	private service: PolicyService | undefined;
	private timer: ReturnType<typeof setTimeout> | undefined;
	/** Until then somebody is taken to be writing. */
	private writing = 0;
	private counted: { readonly draft: Draft; readonly count: ReturnType<Draft['wordCount']> } | undefined;
	private readonly subscriptions: vscode.Disposable;

	constructor(
		private readonly host: Host,
		private readonly reviews: Reviews,
		memory: vscode.Memento,
	) {
		this.obstacles = new Obstacles(memory);
		this.item.name = t('Draft: words and findings');
		this.item.command = 'policyWriting.showMenu';
		this.subscriptions = vscode.Disposable.from(
			this.item,
			vscode.window.onDidChangeActiveTextEditor(() => {
				void this.look();
				this.soon(0);
			}),
			vscode.window.onDidChangeTextEditorSelection(() => this.soon(afterMove)),
			vscode.workspace.onDidChangeTextDocument(({ document }) => {
				if (document === this.document) this.written(document);
			}),
			vscode.workspace.onDidChangeConfiguration(event => {
				if (event.affectsConfiguration('editor') || event.affectsConfiguration('policyWriting')) void this.look();
			}),
			vscode.workspace.onDidGrantWorkspaceTrust(() => void this.look()),
			reviews.onDidChange(() => this.soon(afterMove)),
			host.onDidChangeSettings(() => this.soon(0)),
		);
		void this.look();
		host.service().then(
			service => {
				this.service = service;
				this.soon(0);
			},
			() => undefined, // told of by whoever asked for it first
		);
	}

	/** The menu behind the item. */
	showMenu(): Promise<void> {
		const { document } = this;
		return showMenu(document ? this.words(document).join(' · ') : '', this.found(document), this.inTheWay);
	}

	dispose(): void {
		clearTimeout(this.timer);
		this.subscriptions.dispose();
	}

	private get document(): vscode.TextDocument | undefined {
		const document = vscode.window.activeTextEditor?.document;
		if (document && isDraft(document)) return document;
		return undefined;
	}

	private async look(): Promise<void> {
		const document = vscode.window.activeTextEditor?.document;
		this.inTheWay = document ? await this.obstacles.look(document) : [];
		this.soon(0);
	}

	private written(document: vscode.TextDocument): void {
		const last = document.lineAt(document.lineCount - 1).range.end;
		const length = document.offsetAt(last);
		this.writing = Date.now() + (pauses.find(([from]) => length >= from)?.[1] ?? afterKey);
		this.soon(0);
	}

	private soon(delay: number): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.update(), Math.max(delay, this.writing - Date.now()));
	}

	/** The count of a version of a draft, made once. */
	private countOf(draft: Draft): ReturnType<Draft['wordCount']> {
		if (this.counted?.draft !== draft) this.counted = { draft, count: draft.wordCount() };
		return this.counted.count;
	}

	private update(): void {
		const { document, item, service } = this;
		if (!document || !service) {
			item.hide();
			return;
		}
		const [short = '', ...more] = this.words(document);
		const count = this.count(document);
		const signs = [
			...(count > 0 ? [`$(warning) ${count}`] : []),
			...(isPaused() ? ['$(debug-pause)'] : []),
			...(this.inTheWay.length > 0 ? ['$(circle-slash)'] : []),
		];
		item.text = [short, ...signs].join(' ');
		const lines = [...more, this.found(document), ...this.inTheWay.map(({ line }) => line)];
		item.tooltip = new vscode.MarkdownString(lines.filter(line => line !== '').join('  \n'));
		item.accessibilityInformation = { label: [short, ...lines].join(', ') };
		item.show();
	}

	/** 字数 in short, and the rows of Word’s dialog. */
	private words(document: vscode.TextDocument): readonly string[] {
		const { service, host } = this;
		if (!service) return [];
		const draft = host.drafts.parse(document, service);
		const { words, wide, narrow, characters } = this.countOf(draft);
		const selected = this.selected(document).reduce(
			(sum, { start, end }) => sum + draft.wordCount(document.offsetAt(start), document.offsetAt(end)).words,
			0,
		);
		const short =
			selected > 0 ? t('{0} of {1} words', grouped(selected), grouped(words)) : t('{0} words', grouped(words));
		return [
			short,
			t('Chinese characters and full-width marks: {0}', grouped(wide)),
			t('Other words: {0}', grouped(narrow)),
			t('Characters without spaces: {0}', grouped(characters)),
		];
	}

	private selected(document: vscode.TextDocument): readonly vscode.Selection[] {
		const editor = vscode.window.activeTextEditor;
		if (editor?.document !== document) return [];
		return editor.selections.filter(selection => !selection.isEmpty);
	}

	/** What is to be looked at in a draft, as the badge of the review counts it. */
	private count(document: vscode.TextDocument): number {
		const findings = this.reviews.of(document.uri)?.findings ?? [];
		return findings.filter(({ severity }) => severity === 'error' || severity === 'warning').length;
	}

	private found(document: vscode.TextDocument | undefined): string {
		if (!document || !this.host.settings().review.enabled) return '';
		const count = this.count(document);
		if (count > 0) return t('Findings to look at: {0}', count);
		return this.reviews.of(document.uri) ? t('Nothing to look at') : '';
	}
}
