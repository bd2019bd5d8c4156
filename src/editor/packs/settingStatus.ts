// Entries of the settings that cannot be used, told of where a person writes: in the language status of drafts, with
// the way to the setting.
import * as vscode from 'vscode';
import type { Fault } from '../../app/fileText';
import { command } from '../base/guard';
import { draftSelector } from '../base/draftDocuments';
import type { EntryFault } from './settingEntries';
import { section } from '../base/settings';

/**
 * An entry that is not in use, and why. `address`: it can be no place; `missing`: nothing is there; `pattern`: it
 * cannot be looked up.
 */
export interface BadEntry {
	readonly setting: 'packs' | 'bibliographies';
	/** As the setting says it. */
	readonly entry: string;
	readonly why: EntryFault | 'address' | 'missing' | 'ending' | 'pattern' | Fault;
}

const t = vscode.l10n.t;
const showAll = 'policyWriting.showUnusedEntries';

export class SettingStatus implements vscode.Disposable {
	private item: vscode.LanguageStatusItem | undefined;
	private bad: readonly BadEntry[] = [];
	private readonly command: vscode.Disposable;

	constructor(log: vscode.LogOutputChannel) {
		this.command = command(log, showAll, () => this.list());
	}

	/** Tells of exactly these entries; without any, of nothing. */
	show(bad: readonly BadEntry[]): void {
		this.bad = bad;
		if (bad.length === 0) {
			this.item?.dispose();
			this.item = undefined;
			return;
		}
		this.item ??= vscode.languages.createLanguageStatusItem('policyWriting.settings', draftSelector);
		this.item.name = t('Packs and libraries in the settings');
		this.item.severity = vscode.LanguageStatusSeverity.Warning;
		this.item.text = t('Packs and libraries of the settings that are not in use: {0}', bad.length);
		this.item.command = { title: t('Show them'), command: showAll };
	}

	dispose(): void {
		this.item?.dispose();
		this.command.dispose();
	}

	/** All of them with the reason; the one that is chosen is looked up in the settings. */
	private async list(): Promise<void> {
		const rows = this.bad.map(entry => ({
			label: entry.entry,
			description: entry.setting,
			detail: sentence(entry),
			entry,
		}));
		const chosen = await vscode.window.showQuickPick(rows, {
			title: t('Packs and libraries of the settings that are not in use'),
			placeHolder: t('Choose one to open the setting'),
		});
		if (chosen)
			await vscode.commands.executeCommand('workbench.action.openSettings', `${section}.${chosen.entry.setting}`);
	}
}

/** Why an entry is not in use. */
export function sentence({ why }: BadEntry): string {
	if (typeof why !== 'string') return reasonOf(why);
	switch (why) {
		case 'list':
			return t('This setting should be a list of names in square brackets.');
		case 'text':
			return t('An entry should be a name in double quotation marks.');
		case 'empty':
			return t('This entry is empty.');
		case 'character':
		case 'address':
			return t('This is no path.');
		case 'missing':
			return t('There is no such file.');
		case 'pattern':
			return t('This pattern cannot be looked up.');
		case 'ending':
			return t('Its name should end in .bib, .json, .yaml, .ris, .enw, .net or .txt.');
	}
}

/** Why a file or a folder that is there is not in use. */
export function reasonOf({ code, data }: Fault): string {
	if (code === 'file.large') return t('This file is too large.');
	switch (data.reason) {
		case 'folder':
			return t('This is a folder, not a file.');
		case 'file':
			return t('This is a file, not a folder.');
		case 'denied':
			return t('It may not be read: permission is missing.');
		case 'busy':
			return t('It is in use by another program. Close it there; it is read again by itself.');
		case 'host':
			return t('VS Code opens nothing on this machine. Add its name to the setting “security.allowedUNCHosts”.');
		case 'slow':
			return t('It did not answer in time. It is tried again when this window is in front again.');
		case 'binary':
			return t('This is not a text file. It is not read.');
		case 'encoding':
			return t('This file is not saved as UTF-8. It is not read. Save it with encoding UTF-8.');
		default:
			return t('It cannot be read.');
	}
}
