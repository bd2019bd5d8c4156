// What went wrong in the last import, as a page to read: file by file, a sentence each. The page is text only, and no
// place to write.
import * as vscode from 'vscode';
import type { ImportProblem } from '../../core/service';
import { importScheme } from '../base/draftDocuments';
import type { Outcome } from './importOutcome';
import { wordImport } from './wording';

/** Problems of one file that are listed. */
const problemLimit = 200;

export function isError(problem: ImportProblem): boolean {
	return problem.severity === 'error';
}

export class ProblemList implements vscode.TextDocumentContentProvider, vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<vscode.Uri>();
	readonly onDidChange = this.changed.event;
	private readonly registered = vscode.workspace.registerTextDocumentContentProvider(importScheme, this);
	private readonly uri = vscode.Uri.from({
		scheme: importScheme,
		path: `/${vscode.l10n.t('Import of documents')}.txt`,
	});
	private text = '';

	provideTextDocumentContent(): string {
		return this.text;
	}

	/** Lists these in place of what was listed before: files that were not imported first. */
	set(files: readonly Outcome[]): void {
		const failed = files.filter(({ problems }) => problems.some(isError));
		const rest = files.filter(file => !failed.includes(file));
		this.text = [
			...part(vscode.l10n.t('Not imported'), failed),
			...part(vscode.l10n.t('Imported; please look'), rest),
		].join('\n');
		this.changed.fire(this.uri);
	}

	async show(): Promise<void> {
		await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(this.uri), { preview: true });
	}

	dispose(): void {
		this.registered.dispose();
		this.changed.dispose();
	}
}

/** One sentence on a line: the page does not wrap. */
function sentences(text: string): string[] {
	return text.split(/(?<=[。])(?=.)|(?<=\.) (?=[A-Z“])/).map(sentence => `    ${sentence}`);
}

function part(heading: string, files: readonly Outcome[]): string[] {
	if (files.length === 0) return [];
	return [
		heading,
		'',
		...files.flatMap(({ name, problems }) => [
			name,
			...problems.slice(0, problemLimit).flatMap(problem => sentences(wordImport(problem))),
			...(problems.length > problemLimit
				? [`    ${vscode.l10n.t('and {0} more', problems.length - problemLimit)}`]
				: []),
			'',
		]),
	];
}
