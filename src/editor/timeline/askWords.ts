// Asks which term, formulation or words are to be counted.
import * as vscode from 'vscode';
import type { PolicyService } from '../../core/service';
import type { Host } from '../base/host';

interface Item extends vscode.QuickPickItem {
	/** Id of a record, or the words as typed. */
	readonly words: string;
}

/**
 * What the person chose: the id of a term or a formulation, or the words as typed; nothing when the list was left.
 * `likely` comes first.
 */
export async function askWords(host: Host, likely?: string): Promise<string | undefined> {
	const all = itemsOf(await host.service());
	const first =
		likely === undefined
			? undefined
			: (all.find(item => item.words === likely) ?? { ...asTyped(likely), alwaysShow: false });
	const known = first ? [first, ...all.filter(item => item !== first)] : all;
	const pick = vscode.window.createQuickPick<Item>();
	pick.title = vscode.l10n.t('Timeline');
	pick.placeholder = vscode.l10n.t('Which term, formulation or words? Type to search');
	pick.matchOnDescription = true;
	pick.items = known;
	return new Promise(resolve => {
		const listeners = [
			pick.onDidChangeValue(typed => {
				const words = typed.trim();
				// Words that are no record can be counted too: the last row takes what is typed as it is.
				pick.items = words.length < 2 || known.some(item => item.label === words) ? known : [...known, asTyped(words)];
			}),
			pick.onDidAccept(() => {
				resolve(pick.activeItems[0]?.words);
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

function asTyped(words: string): Item {
	return {
		label: `$(edit) ${plain(words)}`,
		description: vscode.l10n.t('these words, as typed'),
		alwaysShow: true,
		words,
	};
}

function itemsOf({ corpus }: PolicyService): Item[] {
	return [
		...corpus.terms.map((term): Item => ({
			label: plain(term.term),
			description: [...(term.aliases ?? []), term.english ?? ''].filter(Boolean).map(plain).join(' · '),
			words: term.id,
		})),
		...corpus.formulations.map((formulation): Item => ({
			label: plain(formulation.text),
			description: vscode.l10n.t('Formulation'),
			words: formulation.id,
		})),
	];
}

/** Text in which `$(name)` is not drawn as an icon. */
function plain(text: string): string {
	return text.replaceAll('$(', '\\$(');
}
