// Entries of the settings that cannot be used, told of where a person writes: in the language status of drafts, with the way to the setting.
import * as vscode from 'vscode';
import type { Fault } from './fileRead';
import { draftSelector } from '../base/draftDocuments';
import type { EntryFault } from './settingEntries';
import { section } from '../base/settings';

/** An entry that is not in use, and why. `address`: it can be no place; `missing`: nothing is there; `pattern`: it cannot be looked up. */
export interface BadEntry {
	readonly setting: 'packs' | 'bibliographies';
	/** As the setting says it. */
	readonly entry: string;
	readonly why: EntryFault | 'address' | 'missing' | 'ending' | 'pattern' | Fault;
}

const t = vscode.l10n.t;
/** More in one line nobody reads. */
const mostListed = 5;

export class SettingStatus implements vscode.Disposable {
	private item: vscode.LanguageStatusItem | undefined;

	/** Tells of exactly these entries; without any, of nothing. */
	show(bad: readonly BadEntry[]): void {
		const [first] = bad;
		if (!first) return this.dispose();
		this.item ??= vscode.languages.createLanguageStatusItem('policyWriting.settings', draftSelector);
		this.item.name = t('Packs and libraries in the settings');
		this.item.severity = vscode.LanguageStatusSeverity.Warning;
		this.item.text = t('Not in use: {0}', bad.length);
		const lines = bad.slice(0, mostListed).map(one => `${one.entry}: ${sentence(one)}`);
		this.item.detail = bad.length > mostListed ? `${lines.join(' ')} …` : lines.join(' ');
		this.item.command = {
			title: t('Open Settings'),
			command: 'workbench.action.openSettings',
			arguments: [`${section}.${first.setting}`],
		};
	}

	dispose(): void {
		this.item?.dispose();
		this.item = undefined;
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
			return t('Its name should end in .bib, .json, .yaml or .ris.');
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
