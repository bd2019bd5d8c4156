// Which documents are drafts: by language and by where they live.
import type * as vscode from 'vscode';

/** Languages people draft in. */
export const draftLanguages = ['markdown', 'plaintext', 'latex', 'tex'] as const;

/** Scheme of the page that lists what went wrong in an import. */
export const importScheme = 'policy-writing-problems';

/** Scheme of the pages that show documents of a group's library. */
export const groupScheme = 'policy-writing-group';

/** Schemes that are no place to write: version history, output, comment boxes, read-only views. */
const notDrafts = new Set([
	'git',
	'gitfs',
	'output',
	'comment',
	'debug',
	'vscode',
	'walkThrough',
	'vscode-settings',
	'search-editor',
	'review',
	'pr',
	'policy-writing',
	importScheme,
	groupScheme,
]);

/** Whether a document is one a person drafts in (language and scheme). */
export function isDraft(document: vscode.TextDocument): boolean {
	return (draftLanguages as readonly string[]).includes(document.languageId) && !notDrafts.has(document.uri.scheme);
}

/** Selector of drafts for providers: any scheme; `isDraft` sorts out the rest when asked. */
export const draftSelector: vscode.DocumentSelector = draftLanguages.map(language => ({ language }));
