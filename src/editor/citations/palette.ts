// The same search as in the panel, from the keys: a quick pick in our order, with a button for each form of insertion
// and one for where to search.
import * as vscode from 'vscode';
import { readLocator, type Cancelled } from '../../core/service';
import type { Form, Passage, Row, RowKind, Scope } from '../../webviews/panel/protocol';
import { askPlace } from './askPlace';
import { DraftEditor, selectedText } from '../base/draftEditor';
import { command } from '../base/guard';
import type { Host } from '../base/host';
import { insert } from './insert';
import { documentsHelp, formHelp, kindNames, nothingHelp, scopeNames, wordingHelp } from './panelStrings';
import { rowOf } from '../base/hitRows';
import { insertPassage, openPassage, recordPassage } from './passage';
import { passageRow } from './passageRows';
import { search, type Answer } from './search';

/** Milliseconds without a key before it searches, and how many rows a quick pick has room for. */
const pause = 120;
const hitLimit = 50;

interface Button extends vscode.QuickInputButton {
	readonly action: Form | 'open' | 'place' | 'record';
}
interface Item extends vscode.QuickPickItem {
	/** Of the record; the row that says what to do when nothing was found has none. */
	readonly id?: string;
	readonly passage?: Passage;
}

/** Where it is kept where a person searches. */
const scopeKey = 'palette.scope';

/** Where is searched: the next palette begins where the last one was, also after a restart. */
class Place {
	constructor(private readonly memory: vscode.Memento) {}

	get scope(): Scope {
		const kept = this.memory.get<string>(scopeKey);
		return kept === 'corpus' || kept === 'documents' ? kept : 'both';
	}

	set scope(scope: Scope) {
		void this.memory.update(scopeKey, scope);
	}
}

/**
 * Registers the commands that open the palette: with words (or what is selected), or with all there is on a term.
 * `memory` keeps where is searched.
 */
export function registerPalette(host: Host, memory: vscode.Memento): vscode.Disposable {
	const drafts = new DraftEditor();
	const where = new Place(memory);
	return vscode.Disposable.from(
		drafts,
		command(host.log, 'policyWriting.searchCitations', (words: unknown) => {
			const editor = drafts.visible();
			const selected = editor ? selectedText(editor) : '';
			new Palette(host, drafts, where).open(typeof words === 'string' ? words.trim() : selected);
		}),
		command(host.log, 'policyWriting.insertCitation', async (termId: unknown) => {
			const term = typeof termId === 'string' ? (await host.service()).corpus.term(termId) : undefined;
			new Palette(host, drafts, where, term).open('');
		}),
	);
}

class Palette {
	private readonly pick = vscode.window.createQuickPick<Item>();
	private search = { aborted: false };
	private timer: ReturnType<typeof setTimeout> | undefined;
	/** The words last searched for. */
	private shown: string | undefined;

	constructor(
		private readonly host: Host,
		private readonly drafts: DraftEditor,
		private readonly where: Place,
		private readonly term?: { readonly id: string; readonly term: string },
	) {
		const { pick } = this;
		if (term) pick.title = vscode.l10n.t('Citations on “{0}”', term.term);
		// Marks the words where they stand as typed. It drops nothing: hits also fit by folding, pinyin or one wrong
		// character.
		pick.matchOnDetail = true;
		this.showScope();
		pick.onDidChangeValue(() => this.soon());
		pick.onDidTriggerButton(() => {
			where.scope = next[where.scope];
			this.showScope();
			void this.find();
		});
		pick.onDidAccept(() => this.act(pick.activeItems[0]));
		pick.onDidTriggerItemButton(({ item, button }) => this.act(item, (button as Button).action));
		const arrival = host.documents.onDidArrive(() => this.anew());
		pick.onDidHide(() => {
			arrival.dispose();
			clearTimeout(this.timer);
			this.search.aborted = true;
			pick.dispose();
		});
	}

	open(words: string): void {
		this.pick.value = words;
		this.pick.show();
		void this.find();
	}

	/** The button of where is searched: it says where, and goes on to the next. */
	private showScope(): void {
		const names = scopeNames();
		const { scope } = this.where;
		this.pick.buttons = [
			{
				iconPath: new vscode.ThemeIcon(scopeIcons[scope]),
				tooltip: vscode.l10n.t('Searched: {0}. Press for: {1}.', names[scope], names[next[scope]]),
			},
		];
		this.pick.placeholder =
			scope === 'documents'
				? vscode.l10n.t('Words in your documents … Enter inserts')
				: vscode.l10n.t('Words, speaker, occasion, title … Enter inserts');
	}

	private soon(): void {
		clearTimeout(this.timer);
		this.search.aborted = true;
		this.pick.busy = true;
		this.timer = setTimeout(() => void this.find(), pause);
	}

	/** More can be found now; whoever has gone on to a row is left there. */
	private anew(): void {
		if (this.shown === this.pick.value.trim() && this.pick.activeItems[0] === this.pick.items[0]) void this.find();
	}

	private async find(): Promise<void> {
		const words = this.pick.value.trim();
		this.search.aborted = true;
		const signal = (this.search = { aborted: false });
		this.pick.busy = true;
		try {
			const answer = await this.answer(words, signal);
			if (signal.aborted) return;
			this.show(answer, words);
			this.shown = words;
		} catch (error) {
			if (signal.aborted) return;
			this.host.log.error('palette', error instanceof Error ? error : String(error));
			this.pick.items = [
				hint(
					'error',
					vscode.l10n.t('The search did not work'),
					vscode.l10n.t('Type again to search again. The log (Output: Policy Writing) says what went wrong.'),
				),
			];
		}
		this.pick.busy = false;
	}

	private async answer(words: string, signal: Cancelled): Promise<Answer> {
		const {
			term,
			where: { scope },
		} = this;
		if (words !== '' || !term) return search(this.host, { text: words, scope, filters: {}, limit: hitLimit }, signal);
		const service = await this.host.service();
		const [corpus, { passages, library }] = await Promise.all([
			service.forTerm(term.id, signal),
			search(
				this.host,
				{ text: term.term, scope: scope === 'corpus' ? 'corpus' : 'documents', filters: {}, limit: hitLimit },
				signal,
			),
		]);
		return { corpus: scope === 'documents' ? { ...corpus, hits: [] } : corpus, passages, total: 0, library };
	}

	private show({ corpus, passages, library }: Answer, words: string): void {
		const missing = this.where.scope === 'corpus' ? '' : (this.host.documents.group?.missing() ?? '');
		const items = [
			...[...corpus.hits.slice(0, hitLimit).map(rowOf), ...passages.map(passageRow)].map(itemOf),
			...(missing === '' || words === '' ? [] : [hint('info', missing, '')]),
		];
		if (items.length > 0) this.pick.items = items;
		else if (this.where.scope === 'documents' && library?.documents === 0)
			this.pick.items = [hint('info', vscode.l10n.t('You have no documents here yet'), documentsHelp())];
		else if (this.where.scope === 'documents' && words === '')
			this.pick.items = [
				hint(
					'info',
					vscode.l10n.t('Type what you are looking for'),
					vscode.l10n.t('Every paragraph of your documents ({0}) is searched.', library?.documents ?? 0),
				),
			];
		else this.pick.items = [hint('info', vscode.l10n.t('Nothing found'), nothingHelp())];
	}

	/**
	 * Does what was chosen. Enter before the words typed last were searched for waits for them: what is listed may not
	 * be what is meant.
	 */
	private async act(item: Item | undefined, action?: Button['action']): Promise<void> {
		if (action === undefined && this.shown !== this.pick.value.trim()) {
			clearTimeout(this.timer);
			await this.find();
			item = this.pick.items[0];
		}
		if (item?.id === undefined) return;
		this.pick.hide();
		if (item.passage) await this.actOn(item.passage, action);
		else if (action === 'open') await vscode.commands.executeCommand('policyWriting.openSource', item.id);
		else if (action === 'place') await insertWithPlace(this.host, this.drafts, item.id);
		else await insert(this.host, this.drafts, item.id, action === 'record' ? undefined : action);
	}

	private async actOn(passage: Passage, action?: Button['action']): Promise<void> {
		if (action === 'open') await openPassage(this.host, passage);
		else if (action === 'record') await recordPassage(this.host, passage);
		else await insertPassage(this.host, this.drafts, passage, action === 'place' ? undefined : action);
	}
}

const next: Readonly<Record<Scope, Scope>> = { both: 'corpus', corpus: 'documents', documents: 'both' };
const scopeIcons: Readonly<Record<Scope, string>> = { both: 'list-tree', corpus: 'quote', documents: 'library' };

function itemOf(row: Row): Item {
	return {
		id: row.id,
		passage: row.passage,
		// The quick pick moves items up whose label matches what is typed; an icon cannot match, so the order stays
		// ours.
		label: `$(${icons[row.kind]})`,
		description: plain([kindNames()[row.kind], ...row.facts.map(fact => fact.text)].join(' · ')),
		detail: plain(row.text.text.replace(/\s+/g, ' ')),
		alwaysShow: true,
		buttons: buttonsFor(row.kind),
	};
}

/**
 * Inserts in the form of the settings with a place in the source; of what the corpus cites, its paragraph is proposed.
 */
async function insertWithPlace(host: Host, drafts: DraftEditor, id: string): Promise<void> {
	const paragraph = (await host.service()).corpus.citation(id)?.paragraph;
	const words = await askPlace(paragraph === undefined ? undefined : { paragraph });
	if (words !== undefined) await insert(host, drafts, id, undefined, readLocator(words));
}

const icons: Readonly<Record<RowKind, string>> = {
	quotation: 'quote',
	point: 'lightbulb',
	figure: 'graph',
	source: 'book',
	document: 'file-text',
};

/** Text in which `$(name)` is not drawn as an icon. */
function plain(text: string): string {
	return text.replaceAll('$(', '\\$(');
}

/** A row that only says something. */
function hint(icon: string, description: string, detail: string): Item {
	return { label: `$(${icon})`, description, detail, alwaysShow: true };
}

function buttonsFor(kind: RowKind): readonly Button[] {
	const help = formHelp();
	const button = (action: Button['action'], icon: string, tooltip: string): Button => ({
		action,
		iconPath: new vscode.ThemeIcon(icon),
		tooltip,
	});
	return [
		button('footnote', 'note', help.footnote),
		button('pandoc', 'mention', help.pandoc),
		button('note', 'bracket-dot', help.note),
		// A source has no words to put into the draft.
		...(kind === 'source'
			? []
			: [button('quotation', 'quote', kind === 'quotation' || kind === 'document' ? help.quotation : wordingHelp())]),
		// A passage has its paragraph already.
		kind === 'document'
			? button('record', 'add', vscode.l10n.t('Make a citation of your own pack out of this passage'))
			: button('place', 'location', vscode.l10n.t('Insert with page or paragraph…')),
		button('open', 'go-to-file', vscode.l10n.t('Open source')),
	];
}
