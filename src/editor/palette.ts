// The same search as in the panel, from the keys: a quick pick in our order, with a button for each form of insertion.
// Knows nothing of how searching and inserting work.
import * as vscode from 'vscode';
import { readLocator, type FindAnswer } from '../core/service';
import type { Form, RowKind } from '../panel/protocol';
import { askPlace } from './askPlace';
import { DraftEditor, selectedText } from './draftEditor';
import { command } from './guard';
import type { Host } from './host';
import { insert } from './insert';
import { formHelp, kindNames, nothingHelp, wordingHelp } from './panelStrings';
import { rowOf } from './rows';

/** Milliseconds without a key before it searches, and how many rows a quick pick has room for. */
const pause = 120;
const most = 50;

interface Button extends vscode.QuickInputButton {
	readonly action: Form | 'open' | 'place';
}
interface Item extends vscode.QuickPickItem {
	/** Of the record; the row that says what to do when nothing was found has none. */
	readonly id?: string;
}

/** Registers the commands that open the palette: with words (or what is selected), or with all there is on a term. */
export function registerPalette(host: Host): vscode.Disposable {
	const drafts = new DraftEditor();
	return vscode.Disposable.from(
		drafts,
		command(host.log, 'policyWriting.searchCitations', (words: unknown) => {
			const editor = drafts.visible();
			new Palette(host, drafts).open(typeof words === 'string' ? words.trim() : editor ? selectedText(editor) : '');
		}),
		command(host.log, 'policyWriting.insertCitation', async (termId: unknown) => {
			const term = typeof termId === 'string' ? (await host.service()).corpus.term(termId) : undefined;
			new Palette(host, drafts, term).open('');
		}),
	);
}

class Palette {
	private readonly pick = vscode.window.createQuickPick<Item>();
	private search = { aborted: false };
	private timer: ReturnType<typeof setTimeout> | undefined;
	/** The words last searched for. */
	private shown: string | undefined;

	constructor(private readonly host: Host, private readonly drafts: DraftEditor, private readonly term?: { readonly id: string; readonly term: string }) {
		const { pick } = this;
		pick.placeholder = vscode.l10n.t('Words, speaker, occasion, title … Enter inserts');
		if (term) pick.title = vscode.l10n.t('Citations on “{0}”', term.term);
		// Marks the words where they stand as typed. It drops nothing: hits also fit by folding, pinyin or one wrong character.
		pick.matchOnDetail = true;
		pick.onDidChangeValue(() => this.soon());
		pick.onDidAccept(() => this.act(pick.activeItems[0]));
		pick.onDidTriggerItemButton(({ item, button }) => this.act(item, (button as Button).action));
		pick.onDidHide(() => {
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

	private soon(): void {
		clearTimeout(this.timer);
		this.search.aborted = true;
		this.pick.busy = true;
		this.timer = setTimeout(() => void this.find(), pause);
	}

	private async find(): Promise<void> {
		const words = this.pick.value.trim();
		const search = this.search = { aborted: false };
		this.pick.busy = true;
		try {
			const service = await this.host.service();
			const answer = words === '' && this.term ? await service.forTerm(this.term.id, search) : await service.find({ text: words, limit: most }, search);
			if (search.aborted) return;
			this.show(answer);
			this.shown = words;
		} catch (error) {
			if (search.aborted) return;
			this.host.log.error('palette', error instanceof Error ? error : String(error));
			this.pick.items = [hint('error', vscode.l10n.t('The search did not work'), vscode.l10n.t('Type again to search again. The log (Output: Policy Writing) says what went wrong.'))];
		}
		this.pick.busy = false;
	}

	private show(answer: FindAnswer): void {
		const kinds = kindNames();
		const items = answer.hits.slice(0, most).map((hit): Item => {
			const row = rowOf(hit);
			return {
				id: hit.id,
				// The quick pick moves items up whose label matches what is typed; an icon cannot match, so the order stays ours.
				label: `$(${icons[hit.kind]})`,
				description: plain([kinds[hit.kind], ...row.facts.map(fact => fact.text)].join(' · ')),
				detail: plain(row.text.text.replace(/\s+/g, ' ')),
				alwaysShow: true,
				buttons: buttonsFor(hit.kind),
			};
		});
		this.pick.items = items.length > 0 ? items : [hint('info', vscode.l10n.t('Nothing found'), nothingHelp())];
	}

	/** Does what was chosen. Enter before the words typed last were searched for waits for them: what is listed may not be what is meant. */
	private async act(item: Item | undefined, action?: Button['action']): Promise<void> {
		if (action === undefined && this.shown !== this.pick.value.trim()) {
			clearTimeout(this.timer);
			await this.find();
			item = this.pick.items[0];
		}
		if (item?.id === undefined) return;
		this.pick.hide();
		if (action === 'open') await vscode.commands.executeCommand('policyWriting.openSource', item.id);
		else if (action === 'place') await insertWithPlace(this.host, this.drafts, item.id);
		else await insert(this.host, this.drafts, item.id, action);
	}
}

/** Inserts in the form of the settings with a place in the source; of what the corpus cites, its paragraph is proposed. */
async function insertWithPlace(host: Host, drafts: DraftEditor, id: string): Promise<void> {
	const paragraph = (await host.service()).corpus.citation(id)?.paragraph;
	const words = await askPlace(paragraph === undefined ? undefined : { paragraph });
	if (words !== undefined) await insert(host, drafts, id, undefined, readLocator(words));
}

const icons: Readonly<Record<RowKind, string>> = { quotation: 'quote', point: 'lightbulb', figure: 'graph', source: 'book' };

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
	const button = (action: Button['action'], icon: string, tooltip: string): Button => ({ action, iconPath: new vscode.ThemeIcon(icon), tooltip });
	return [
		button('footnote', 'note', help.footnote), button('pandoc', 'mention', help.pandoc), button('note', 'bracket-dot', help.note),
		// A source has no words to put into the draft.
		...(kind === 'source' ? [] : [button('quotation', 'quote', kind === 'quotation' ? help.quotation : wordingHelp())]),
		button('place', 'location', vscode.l10n.t('Insert with page or paragraph…')),
		button('open', 'go-to-file', vscode.l10n.t('Open source')),
	];
}
