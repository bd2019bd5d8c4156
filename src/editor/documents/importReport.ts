// What an import says when it is done: one message with counts, and buttons to see what came of it.
import * as vscode from 'vscode';
import type { Stored } from '../../app/importStore';
import { isError, type ProblemList } from './importProblems';
import type { Imported } from './importOutcome';

/** What the buttons of the message do. */
export interface ReportActions {
	readonly open: (uri: vscode.Uri) => Thenable<unknown>;
	readonly showLeftOut: (documents: readonly vscode.Uri[]) => Thenable<unknown>;
	/** Where problems are listed. */
	readonly problems: ProblemList;
}

/** Tells of an import; the message may stay for as long as it likes. */
export function tellImport(done: Imported, actions: ReportActions): void {
	const t = vscode.l10n.t;
	const saved = done.stored.filter(one => one.reason === undefined);
	const records = done.tables.flatMap(table => table.files);
	const first = saved.map(one => vscode.Uri.parse(one.place, true))[0] ?? records[0];
	const withReport = saved.filter(one => one.report !== undefined).map(one => vscode.Uri.parse(one.place, true));
	const open = saved.length + records.length === 1 ? t('Open') : t('Show my documents');
	const leftOut = t('Show what was left out');
	const problems = t('Show problems');
	const withProblems = done.files.filter(file => file.problems.length > 0);
	const buttons = [
		...(saved.length + records.length > 0 ? [open] : []),
		...(withReport.length > 0 ? [leftOut] : []),
		...(withProblems.length > 0 ? [problems] : []),
	];
	if (withProblems.length > 0) actions.problems.set(withProblems);
	const failed = withProblems.some(file => file.problems.some(isError));
	const words = sentences(done, saved).join(' ');
	const shown = failed
		? vscode.window.showWarningMessage(words, ...buttons)
		: vscode.window.showInformationMessage(words, ...buttons);
	void shown.then(async chosen => {
		if (chosen === problems) await actions.problems.show();
		else if (chosen === leftOut) await actions.showLeftOut(withReport);
		else if (chosen === open)
			await (saved.length + records.length === 1 && first
				? actions.open(first)
				: vscode.commands.executeCommand('policyWriting.documents.focus'));
	});
}

function sentences({ files, skipped, left, tables, stopped }: Imported, saved: readonly Stored[]): string[] {
	const t = vscode.l10n.t;
	const said: string[] = [];
	const fresh = saved.filter(one => one.planned.action === 'new');
	const changed = saved.length - fresh.length;
	const failed = files.filter(file => file.problems.some(isError)).length;
	const [only] = fresh;
	// In a message `[words](command:…)` would be a link that runs something.
	const plain = (text: string) => [...text].slice(0, 30).join('').replaceAll('](', '] (');
	if (fresh.length === 1 && only) said.push(t('“{0}” was imported.', plain(only.planned.title)));
	else if (fresh.length > 0) said.push(t('{0} documents were imported.', fresh.length));
	if (changed > 0) said.push(t('Changed: {0}.', changed));
	for (const table of tables)
		if (table.records > 0) said.push(t('Records added from “{1}”: {0}.', table.records, plain(table.name)));
	if (skipped > 0) said.push(t('There already: {0}.', skipped));
	if (left > 0) said.push(t('Left out: {0}.', left));
	if (failed > 0)
		said.push(failed === 1 ? t('1 file could not be imported.') : t('{0} files could not be imported.', failed));
	if (stopped)
		said.push(saved.length > 0 ? t('Stopped; what was saved before stays.') : t('Stopped; nothing was saved.'));
	return said.length > 0 ? said : [t('Nothing was imported.')];
}
