// Tells of a library that is not in use in the draft that names it, at its name.
import * as vscode from 'vscode';
import { isLibrary } from '../../core/service';
import type { Fault } from '../../app/fileText';
import type { BibliographyName } from './bibliographyNames';
import { reasonOf } from './settingStatus';

/** A name that leads to no library that is in use; `fault` where something is there. */
export interface BadLibrary {
	readonly named: BibliographyName;
	readonly fault?: Fault;
}

/** Shows exactly these, as far as a draft names them. */
export function showBadLibraries(collection: vscode.DiagnosticCollection, bad: readonly BadLibrary[]): void {
	collection.clear();
	const byDraft = new Map<vscode.TextDocument, vscode.Diagnostic[]>();
	for (const one of bad) {
		const { draft } = one.named;
		if (!draft) continue;
		const diagnostic = new vscode.Diagnostic(draft.at, sentence(one), vscode.DiagnosticSeverity.Warning);
		diagnostic.source = vscode.l10n.t('Policy Writing');
		diagnostic.code = isLibrary(one.named.name) || one.named.refused ? 'library.missing' : 'library.kind';
		byDraft.set(draft.document, [...(byDraft.get(draft.document) ?? []), diagnostic]);
	}
	for (const [document, list] of byDraft) collection.set(document.uri, list);
}

/** Why a library that a draft names is not in use. */
function sentence({ named: { name, refused }, fault }: BadLibrary): string {
	const t = vscode.l10n.t;
	if (refused === 'share')
		return t(
			'“{name}” lies on another machine, which is not asked because a draft says so. Name it in the setting “policyWriting.bibliographies” to use it.',
			{ name },
		);
	if (refused === 'outside')
		return t(
			'“{name}” lies outside this folder, and this folder is not trusted, so it is not looked for. Trust the folder to use it.',
			{ name },
		);
	if (!isLibrary(name))
		return t(
			'“{name}” is no library that is read here. Its name should end in .bib, .json, .yaml, .ris, .enw, .net or .txt.',
			{ name },
		);
	return fault
		? `${t('The library “{name}” is not in use.', { name })} ${reasonOf(fault)}`
		: t('The library “{name}” was not found, neither beside this draft nor in the workspace folder.', { name });
}
