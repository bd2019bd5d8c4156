// A problem with a reference as the editor shows it: a diagnostic in the language of the person, with the finding behind it.
// Knows nothing of how it was found.
import * as vscode from 'vscode';
import type { PolicyService, ReferenceFinding, Severity } from '../core/service';
import { fieldName } from './sourceText';

/** A diagnostic with the finding behind it. */
export class ReferenceDiagnostic extends vscode.Diagnostic {
	constructor(range: vscode.Range, readonly finding: ReferenceFinding, service: PolicyService) {
		super(range, wording(finding, service), severities[finding.severity]);
		this.source = vscode.l10n.t('Policy Writing');
		this.code = finding.code;
		if (finding.code === 'reference.unused') this.tags = [vscode.DiagnosticTag.Unnecessary];
	}
}

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
	error: vscode.DiagnosticSeverity.Error, warning: vscode.DiagnosticSeverity.Warning, information: vscode.DiagnosticSeverity.Information, hint: vscode.DiagnosticSeverity.Hint,
};

/** A finding in a sentence. */
function wording({ code, data }: ReferenceFinding, service: PolicyService): string {
	const t = vscode.l10n.t;
	const key = String(data.key);
	const title = typeof data.source === 'string' ? service.corpus.source(data.source)?.title ?? data.source : '';
	switch (code) {
		case 'reference.undefined':
			if (data.form !== 'footnote') return t('No source has the key {0}.', key);
			return title ? t('The footnote {0} has no definition yet; it means 《{1}》.', key, title) : t('The footnote {0} has no definition.', key);
		case 'reference.unused': return t('Nothing refers to the footnote {0}.', key);
		case 'reference.missing': return t('The reference of 《{0}》 still lacks: {1}.', title, [data.fields ?? []].flat().map(fieldName).join(t(', ')));
		case 'reference.other':
			if (data.why === 'duplicate') return t('The footnote {0} is defined twice, with different words; the first one counts.', key);
			return data.why === 'stale' ? t('This reference is not as the edition and the records now have it.') : t('This reference was changed by hand; it will not be brought up to date.');
	}
}
