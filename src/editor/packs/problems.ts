// Problems of packs as the editor shows them: each at its line in its file, in a sentence of the person's language.
import * as vscode from 'vscode';
import type { FileProblems } from '../../app/packs/compose';
import { wordProblem, type Problem } from '../../core/service';
import { say } from '../base/say';

/** More in one file tell nobody more. */
const problemLimit = 500;

/** Shows exactly these problems; what was shown before and is mended goes. */
export function showProblems(collection: vscode.DiagnosticCollection, packs: readonly FileProblems[]): void {
	const shown = new Map<string, { readonly uri: vscode.Uri; readonly list: vscode.Diagnostic[] }>();
	const add = (uri: vscode.Uri, diagnostic: vscode.Diagnostic) => {
		const known = shown.get(uri.toString());
		if (!known) shown.set(uri.toString(), { uri, list: [diagnostic] });
		else if (known.list.length < problemLimit) known.list.push(diagnostic);
	};
	for (const { texts, placeOf, problems } of packs) {
		const at = (file: string) => vscode.Uri.parse(placeOf(file), true);
		// A pack works without its file, and there is no file to show that in but another one.
		const first = texts.some(({ name }) => /^pack\./.test(name)) ? undefined : texts.find(({ fault }) => !fault);
		for (const problem of problems) {
			if (problem.code !== 'pack.missing') add(at(problem.file), shownProblem(problem, at));
			else if (first)
				add(at(first.name), diagnostic(problem, new vscode.Range(0, 0, 0, 0), vscode.DiagnosticSeverity.Information));
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

function shownProblem(problem: Problem, at: (file: string) => vscode.Uri): vscode.Diagnostic {
	const range = new vscode.Range(problem.line - 1, problem.column - 1, problem.endLine - 1, problem.endColumn - 1);
	const made = diagnostic(problem, range, severities[problem.severity]);
	const { file, line } = problem.data;
	if (problem.code === 'id.duplicate' && typeof file === 'string' && typeof line === 'number')
		made.relatedInformation = [
			new vscode.DiagnosticRelatedInformation(
				new vscode.Location(at(file), new vscode.Position(line - 1, 0)),
				vscode.l10n.t('It stands here first.'),
			),
		];
	return made;
}

function diagnostic(
	{ code, data }: Problem,
	range: vscode.Range,
	severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic {
	const made = new vscode.Diagnostic(range, say(wordProblem({ code, data })), severity);
	made.source = vscode.l10n.t('Policy Writing');
	made.code = code;
	return made;
}
