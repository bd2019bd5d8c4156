// A problem with a reference as the editor shows it: a diagnostic in the language of the person, with the finding
// behind it.
import * as vscode from 'vscode';
import { ruleOf, type PolicyService, type ReferenceFinding, type Severity } from '../../core/service';
import { wordFinding } from '../review/wording';

/** A diagnostic with the finding behind it. */
export class ReferenceDiagnostic extends vscode.Diagnostic {
	constructor(
		range: vscode.Range,
		readonly finding: ReferenceFinding,
		service: PolicyService,
	) {
		super(range, wordFinding(finding, service), diagnosticSeverity(finding.severity));
		this.source = vscode.l10n.t('Policy Writing');
		this.code = finding.code;
		if (ruleOf(finding.code).fades) this.tags = [vscode.DiagnosticTag.Unnecessary];
	}
}

/** A severity as the editor has it. */
export function diagnosticSeverity(severity: Severity): vscode.DiagnosticSeverity {
	return severities[severity];
}

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
	error: vscode.DiagnosticSeverity.Error,
	warning: vscode.DiagnosticSeverity.Warning,
	information: vscode.DiagnosticSeverity.Information,
	hint: vscode.DiagnosticSeverity.Hint,
};
