// “Candidate terms”: what recurs in the documents of one's packs, listed to accept into the pack or to refuse for
// good.
import * as vscode from 'vscode';
import type { Candidate, Candidates } from '../../core/service';
import { noFolder, packInfo, targets, reportWritten, whereTo } from '../records/addRecord';
import { ask } from '../base/form';
import { command } from '../base/guard';
import type { Host } from '../base/host';
import { pausing } from '../../app/pause';
import type { Packs } from '../packs/packs';
import { inUse, writePack, writeRecord, type Written } from '../packs/writer';
import { dateText } from '../base/hitRows';

/** Under this key the workspace keeps what was refused. */
const refusedKey = 'policyWriting.refusedCandidates';
/** As many as a list has room for; and as many refused ones as are kept. */
const [most, mostRefused] = [200, 20_000];

/** Characters of an example before the candidate. */
const lead = 16;

/** Registers the command. `memory` keeps what was refused, for this workspace. */
export function registerCandidates(host: Host, packs: Packs, memory: vscode.Memento): vscode.Disposable {
	return command(host.log, 'policyWriting.candidateTerms', () => candidateTerms(host, packs, memory));
}

async function candidateTerms(host: Host, packs: Packs, memory: vscode.Memento): Promise<void> {
	await packs.settled();
	for (;;) {
		const refused = refusedIn(memory);
		const found = await find(host, refused);
		if (!found) return;
		if (found.texts === 0) {
			void vscode.window.showInformationMessage(
				vscode.l10n.t(
					'Your packs have no documents yet. Put the full texts of your sources into the folder “documents” of your pack; what recurs in them is offered here.',
				),
			);
			return;
		}
		if (found.candidates.length === 0 && refused.length === 0) {
			void vscode.window.showInformationMessage(
				vscode.l10n.t('Nothing recurs in your documents that is not in the corpus already.'),
			);
			return;
		}
		const chosen = await choose(found, refused.length, texts =>
			memory.update(refusedKey, [...refusedIn(memory), ...texts].slice(-mostRefused)),
		);
		if (chosen === 'again') {
			await memory.update(refusedKey, undefined);
			continue;
		}
		if (chosen && chosen.length > 0)
			await accept(
				host,
				packs,
				chosen.map(candidate => candidate.text),
			);
		return;
	}
}

function refusedIn(memory: vscode.Memento): readonly string[] {
	const kept: unknown = memory.get(refusedKey);
	return Array.isArray(kept) ? kept.filter((text): text is string => typeof text === 'string') : [];
}

/** Looks for candidates; nothing when the person stopped it. */
async function find(host: Host, refused: readonly string[]): Promise<Candidates | undefined> {
	const { library } = await host.service();
	return vscode.window.withProgress(
		{
			location: vscode.ProgressLocation.Notification,
			title: vscode.l10n.t('Looking for what recurs in your documents…'),
			cancellable: true,
		},
		(_, token) =>
			library.candidates({
				limit: most,
				refused,
				signal: {
					get aborted() {
						return token.isCancellationRequested;
					},
				},
				pause: pausing(),
			}),
	);
}

interface Item extends vscode.QuickPickItem {
	readonly candidate: Candidate;
}

/**
 * The candidates the person ticked, or that those refused before are to be offered again; nothing when the list was
 * left.
 */
function choose(
	{ candidates, texts }: Candidates,
	refused: number,
	refuse: (texts: readonly string[]) => Thenable<void>,
): Promise<readonly Candidate[] | 'again' | undefined> {
	const pick = vscode.window.createQuickPick<Item>();
	const no = { iconPath: new vscode.ThemeIcon('close'), tooltip: vscode.l10n.t('Do not offer again') };
	// Buttons of rows are for the mouse; this one is reached by keys, and takes many at once.
	const ticked = {
		iconPath: new vscode.ThemeIcon('trash'),
		tooltip: vscode.l10n.t('Do not offer the ticked ones again'),
	};
	const again = {
		iconPath: new vscode.ThemeIcon('history'),
		tooltip: vscode.l10n.t('Offer the {0} refused ones again', refused),
	};
	pick.title = vscode.l10n.t('Candidate terms from {0} documents', texts);
	pick.placeholder =
		candidates.length > 0
			? vscode.l10n.t('Tick what is a term; it goes into your pack. ✕ refuses for good.')
			: vscode.l10n.t('Nothing new. A button above offers again what was refused.');
	pick.canSelectMany = true;
	pick.ignoreFocusOut = true;
	pick.matchOnDetail = true;
	pick.buttons = [ticked, ...(refused > 0 ? [again] : [])];
	pick.items = candidates.map((candidate): Item => ({
		candidate,
		label: candidate.text,
		description: said(candidate),
		detail: plain(near(candidate)),
		buttons: [no],
	}));
	const drop = async (items: readonly Item[]) => {
		await refuse(items.map(item => item.candidate.text));
		const left = pick.selectedItems.filter(item => !items.includes(item));
		pick.items = pick.items.filter(item => !items.includes(item));
		pick.selectedItems = left;
	};
	return new Promise(resolve => {
		const listeners = [
			pick.onDidTriggerItemButton(({ item }) => drop([item])),
			pick.onDidTriggerButton(button => {
				if (button === ticked) return drop(pick.selectedItems);
				resolve('again');
				return pick.hide();
			}),
			pick.onDidAccept(() => {
				resolve(pick.selectedItems.map(item => item.candidate));
				pick.hide();
			}),
			pick.onDidHide(() => {
				resolve(undefined);
				for (const listener of listeners) listener.dispose();
				pick.dispose();
			}),
		];
		pick.show();
	});
}

/** How often, in how many documents, and since when in this corpus. */
function said({ uses, documents, first }: Candidate): string {
	if (first.date === undefined) return vscode.l10n.t('{0} times in {1} documents', uses, documents);
	return first.of === 'held'
		? vscode.l10n.t(
				'{0} times in {1} documents, first {2} (date of the copy at hand)',
				uses,
				documents,
				dateText(first.date),
			)
		: vscode.l10n.t('{0} times in {1} documents, first {2}', uses, documents, dateText(first.date));
}

/** The example, begun so near to the candidate that a narrow list shows it. */
function near({
	first: {
		example: { text, start },
	},
}: Candidate): string {
	const before = [...text.slice(0, start)];
	return before.length > lead ? `…${before.slice(-lead).join('')}${text.slice(start)}` : text;
}

function plain(text: string): string {
	return text.replaceAll('$(', '\\$(');
}

/** Writes the terms into the person's pack, which is made if there is none, and says what became of them. */
async function accept(host: Host, packs: Packs, terms: readonly string[]): Promise<void> {
	const places = await targets(packs, vscode.window.activeTextEditor?.document.uri);
	if (places.length === 0) return noFolder();
	const answers = await ask(vscode.l10n.t('Add terms'), so => whereTo(places, so));
	if (!answers) return;
	const place = places.find(({ folder }) => folder.uri.toString() === answers.where) ?? places[0]!;
	const tools = await packs.tools();
	const { corpus } = await host.service();
	const fresh = new Set<string>();
	let written: Written | undefined;
	const target = { files: packs.files, tools, folder: place.folder.uri };
	if (!place.exists) await writePack(target, packInfo(packs, tools));
	for (const term of terms) {
		const id = tools.propose(
			'term',
			term,
			taken => fresh.has(taken) || corpus.record(taken) !== undefined || packs.has(taken),
		);
		fresh.add(id);
		written = await writeRecord(target, 'term', { id, term });
		packs.touch(written.uri);
	}
	await inUse(packs);
	if (written)
		reportWritten(
			terms.length === 1 ? terms[0]! : vscode.l10n.t('{0} and {1} more', terms[0]!, terms.length - 1),
			written,
		);
}
