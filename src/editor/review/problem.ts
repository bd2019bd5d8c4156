// A finding as the editor shows it: a diagnostic in the person's language, with the place of its source beside it.
import * as vscode from 'vscode';
import type { Finding, PolicyService } from '../../core/service';
import { diagnosticSeverity } from '../references/problem';
import { sourcePlace, wordFinding } from './wording';
import { textPlace, type Places } from '../sources/view';

/** A diagnostic with the finding behind it. */
export class ReviewDiagnostic extends vscode.Diagnostic {
	/** `own` says where a record of a person's own pack stands. */
	constructor(
		range: vscode.Range,
		readonly finding: Finding,
		service: PolicyService,
		own: Places,
	) {
		super(range, wordFinding(finding, service), diagnosticSeverity(finding.severity));
		this.source = vscode.l10n.t('Policy Writing');
		this.code = finding.code;
		const { citation, source, paragraph } = finding.data;
		const id = citation ?? source;
		if (id === undefined) return;
		const place = textPlace(own, service, id, paragraph) ?? own.locate(id);
		if (place)
			this.relatedInformation = [new vscode.DiagnosticRelatedInformation(place, sourcePlace(finding.data, service))];
	}
}
