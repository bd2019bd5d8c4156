// Which libraries of other programs are meant: those of the setting, and those that open drafts name.
import * as vscode from 'vscode';
import {
	bibliographiesIn,
	type BibliographyName as Named,
	type DraftPlace,
	type NamedInDraft,
} from '../../app/bibliographies';
import { inTime } from '../../app/patience';
import type { Files } from '../../app/ports';
import { bibliographiesOf, refusalOf, type Draft, type NamedBibliography } from '../../core/service';
import { isDraft } from '../base/draftDocuments';
import { resolve } from '../base/workspaceFiles';
import { folderAbove } from './folders';
import { entriesOf } from './settingEntries';
import type { BadEntry } from './settingStatus';
import { section } from '../base/settings';

/** A name as a person wrote it, and where. */
export interface BibliographyName extends Named {
	/** The draft that names it, and where; nothing for the setting. */
	readonly draft?: { readonly document: vscode.TextDocument; readonly at: vscode.Range };
	/** It stands in the setting as it is, not as a pattern. */
	readonly setting?: true;
}

/** More files than this nobody means by a pattern. */
const mostFiles = 100;

/**
 * The libraries of the setting; patterns are looked up now. `home` stands for `~`. `bad` is told of entries that mean
 * nothing.
 */
export async function namedInSettings(
	home: string | undefined,
	bad: (entry: BadEntry) => void,
): Promise<BibliographyName[]> {
	const found: BibliographyName[] = [];
	for (const workspace of vscode.workspace.workspaceFolders ?? [undefined]) {
		const { names, faults } = entries(workspace);
		for (const { entry, fault } of faults) bad({ setting: 'bibliographies', entry, why: fault });
		for (const name of names) {
			try {
				if (isPattern(name)) {
					for (const uri of await filesOf(name, workspace, home)) found.push({ name, candidates: [uri.toString()] });
					continue;
				}
				const uri = resolve(name, workspace?.uri, home);
				if (uri) found.push({ name, candidates: [uri.toString()], setting: true });
				else if (workspace) bad({ setting: 'bibliographies', entry: name, why: 'address' });
			} catch {
				bad({ setting: 'bibliographies', entry: name, why: 'pattern' });
			}
		}
	}
	return found;
}

/** Patterns of the setting, for watching: a file that fits may appear at any time. */
export function patternsInSettings(home: string | undefined): vscode.RelativePattern[] {
	return (vscode.workspace.workspaceFolders ?? [undefined]).flatMap(workspace =>
		entries(workspace)
			.names.filter(isPattern)
			.flatMap(name => {
				try {
					return patternOf(name, workspace, home) ?? [];
				} catch {
					return []; // told of where it is looked up
				}
			}),
	);
}

function entries(workspace: vscode.WorkspaceFolder | undefined) {
	return entriesOf(vscode.workspace.getConfiguration(section, workspace?.uri).get('bibliographies'), []);
}

/** The libraries a draft that is open names: beside it, else in a workspace folder. */
export function namedInDraft(document: vscode.TextDocument, resolvePlace: Files['resolve']): BibliographyName[] {
	if (!isDraft(document)) return [];
	const lines = {
		get count() {
			return document.lineCount;
		},
		line: (index: number) => document.lineAt(index).text,
	};
	const at = placeOf(document.uri, document.isUntitled);
	return bibliographiesIn(bibliographiesOf(lines, document.languageId), at, resolvePlace).map(({ named, ...name }) => ({
		...name,
		draft: { document, at: rangeOf(named) },
	}));
}

/** The libraries a draft names that is not open. */
export function namedIn(uri: vscode.Uri, draft: Draft, resolvePlace: Files['resolve']): NamedInDraft[] {
	return bibliographiesIn(draft.bibliographies, placeOf(uri, false), resolvePlace);
}

/** Where a draft lies, and what may be looked for because it says so. */
function placeOf(uri: vscode.Uri, isUntitled: boolean): DraftPlace {
	const above = isUntitled ? undefined : folderAbove(uri);
	const workspaces = (vscode.workspace.workspaceFolders ?? []).map(folder => folder.uri);
	const folders = above ? [above, ...workspaces] : workspaces;
	// A loose draft may name what lies with it, one of a folder what lies in the folder.
	const within = vscode.workspace.getWorkspaceFolder(uri) ? workspaces : folders;
	const { isTrusted } = vscode.workspace;
	return {
		folders: folders.map(String),
		within: isTrusted ? undefined : within.map(String),
		refusal: (name, place) =>
			place === undefined
				? refusalOf(name, undefined, true, within)
				: refusalOf(name, vscode.Uri.parse(place, true), isTrusted, within),
	};
}

function rangeOf({ line, start, end }: NamedBibliography): vscode.Range {
	return new vscode.Range(line, start, line, end);
}

function isPattern(name: string): boolean {
	return /[*?{}[\]]/.test(name);
}

/** A pattern as a folder without any, and the rest. */
function patternOf(
	name: string,
	workspace: vscode.WorkspaceFolder | undefined,
	home: string | undefined,
): vscode.RelativePattern | undefined {
	const parts = name.replaceAll('\\', '/').split('/');
	const first = parts.findIndex(isPattern);
	const base = first > 0 ? resolve(parts.slice(0, first).join('/') || '/', workspace?.uri, home) : workspace?.uri;
	return base && new vscode.RelativePattern(base, parts.slice(first).join('/'));
}

async function filesOf(
	name: string,
	workspace: vscode.WorkspaceFolder | undefined,
	home: string | undefined,
): Promise<vscode.Uri[]> {
	const pattern = patternOf(name, workspace, home);
	const found = pattern ? await inTime(vscode.workspace.findFiles(pattern, null, mostFiles)) : [];
	return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}
