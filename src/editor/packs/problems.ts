// Problems of packs as the editor shows them: each at its line in its file, in a sentence of the person's language.
import * as vscode from 'vscode';
import { wordProblem, type Problem } from '../../core/service';
import { say } from '../base/say';
import type { PackText } from './fileRead';

/** The problems of one pack folder: of its records, and of files that could not be read. */
export interface FileProblems {
	readonly folder: vscode.Uri;
	readonly texts: readonly PackText[];
	readonly problems: readonly Problem[];
}

/** More in one file tell nobody more. */
const most = 500;

/** Shows exactly these problems; what was shown before and is mended goes. */
export function showProblems(collection: vscode.DiagnosticCollection, packs: readonly FileProblems[]): void {
	const shown = new Map<string, { readonly uri: vscode.Uri; readonly list: vscode.Diagnostic[] }>();
	const add = (uri: vscode.Uri, diagnostic: vscode.Diagnostic) => {
		const known = shown.get(uri.toString());
		if (!known) shown.set(uri.toString(), { uri, list: [diagnostic] });
		else if (known.list.length < most) known.list.push(diagnostic);
	};
	for (const { folder, texts, problems } of packs) {
		const at = (file: string) => vscode.Uri.joinPath(folder, file);
		for (const { name, fault } of texts)
			if (fault)
				add(
					at(name),
					diagnostic(fault.code, fault.data, new vscode.Range(0, 0, 0, 0), vscode.DiagnosticSeverity.Error),
				);
		for (const problem of problems) {
			if (problem.code === 'pack.missing') {
				// A pack works without it, and there is no file to show it in but another one.
				const first = texts.find(text => !text.fault);
				if (first && !texts.some(text => /^pack\./.test(text.name)))
					add(
						at(first.name),
						diagnostic(problem.code, problem.data, new vscode.Range(0, 0, 0, 0), vscode.DiagnosticSeverity.Information),
					);
				continue;
			}
			const range = new vscode.Range(problem.line - 1, problem.column - 1, problem.endLine - 1, problem.endColumn - 1);
			const made = diagnostic(problem.code, problem.data, range, severities[problem.severity]);
			const { file, line } = problem.data;
			if (problem.code === 'id.duplicate' && typeof file === 'string' && typeof line === 'number') {
				made.relatedInformation = [
					new vscode.DiagnosticRelatedInformation(
						new vscode.Location(at(file), new vscode.Position(line - 1, 0)),
						vscode.l10n.t('It stands here first.'),
					),
				];
			}
			add(at(problem.file), made);
		}
	}
	collection.forEach(uri => {
		if (!shown.has(uri.toString())) collection.delete(uri);
	});
	for (const { uri, list } of shown.values()) collection.set(uri, list);
}

const severities: Readonly<Record<Problem['severity'], vscode.DiagnosticSeverity>> = {
	error: vscode.DiagnosticSeverity.Error,
	warning: vscode.DiagnosticSeverity.Warning,
	information: vscode.DiagnosticSeverity.Information,
};

function diagnostic(
	code: Problem['code'],
	data: Problem['data'],
	range: vscode.Range,
	severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic {
	const made = new vscode.Diagnostic(range, say(wordProblem({ code, data })), severity);
	made.source = vscode.l10n.t('Policy Writing');
	made.code = code;
	return made;
}
