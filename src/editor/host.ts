// What every feature of the editor is given: the service, the settings, the drafts, the log.
// Knows nothing of the features; they know it.
import * as vscode from 'vscode';
import type { PolicyService } from '../core/service';
import type { Drafts } from './drafts';
import type { Settings } from './settings';

/** Injected into every `register…`. A feature asks for the service each time: packs that change bring a new one. */
export interface Host {
	readonly extensionUri: vscode.Uri;
	/** The service over the packs as they are now. */
	service(): Promise<PolicyService>;
	readonly onDidChangeService: vscode.Event<PolicyService>;
	readonly settings: () => Settings;
	readonly onDidChangeSettings: vscode.Event<Settings>;
	readonly drafts: Drafts;
	readonly log: vscode.LogOutputChannel;
}

/** Languages people draft in. */
export const draftLanguages = ['markdown', 'plaintext', 'latex', 'tex'] as const;

/** Schemes that are no place to write: version history, output, comment boxes, read-only views. */
const notDrafts = new Set(['git', 'gitfs', 'output', 'comment', 'debug', 'vscode', 'walkThrough', 'vscode-settings', 'search-editor', 'review', 'pr', 'policy-writing']);

/** Whether a document is one a person drafts in (language and scheme). */
export function isDraft(document: vscode.TextDocument): boolean {
	return (draftLanguages as readonly string[]).includes(document.languageId) && !notDrafts.has(document.uri.scheme);
}

/** Selector of drafts for providers: any scheme; `isDraft` sorts out the rest when asked. */
export const draftSelector: vscode.DocumentSelector = draftLanguages.map(language => ({ language }));
