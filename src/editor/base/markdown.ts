// Markdown that VS Code renders, with text from corpus and drafts in it that can be nothing but text.
import * as vscode from 'vscode';

/** The only commands a link of ours may run. */
const commands = [
	'policyWriting.insertCitation',
	'policyWriting.searchCitations',
	'policyWriting.openSource',
	'policyWriting.showPanel',
	'policyWriting.completeSource',
	'policyWriting.citeFinding',
	'policyWriting.showTimeline',
];

/**
 * Text that renders as itself: every ASCII mark is escaped (CommonMark 2.4), so no link, address, tag, icon or emphasis
 * can come of it.
 */
export function escaped(text: string): string {
	return text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\r\n|\r|\n/g, '  \n');
}

/** A link that runs one of our commands. Arguments are data, encoded. */
export function commandLink(label: string, command: (typeof commands)[number], ...args: readonly unknown[]): string {
	return `[${escaped(label)}](command:${command}?${encodeURIComponent(JSON.stringify(args))})`;
}

/** Blocks of Markdown, one below the other. Trusts our own commands and nothing else; renders no HTML. */
export function markdown(blocks: readonly (string | undefined)[]): vscode.MarkdownString {
	const value = new vscode.MarkdownString(blocks.filter(Boolean).join('\n\n'));
	value.isTrusted = { enabledCommands: commands };
	return value;
}
