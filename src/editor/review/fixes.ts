// What can be done about a finding, as edits with a title in the person's language.
import * as vscode from 'vscode';
import { waysOut } from '../../app/review';
import { ruleOf, type Finding, type Fix, type PolicyService } from '../../core/service';
import { referenceOptions } from '../base/citeOptions';
import type { Host } from '../base/host';
import { kindName } from './wording';

const t = vscode.l10n.t;
/** So many characters of a wording a title has room for. */
const longest = 30;

/** The ways out of a finding of an open draft, the likeliest first. */
export function fixesFor(
	host: Host,
	service: PolicyService,
	document: vscode.TextDocument,
	finding: Finding,
): readonly Fix[] {
	const { form } = host.settings().citation;
	const ways = waysOut(service, host.drafts.parse(document, service), finding, form, referenceOptions(host.settings()));
	return ways.filter((way): way is Fix => way.kind !== 'reference');
}

/** Fixes as one edit of the document: one step to undo. Of two that touch each other only the first is made. */
export function editOf(document: vscode.TextDocument, fixes: readonly Fix[]): vscode.WorkspaceEdit {
	const edit = new vscode.WorkspaceEdit();
	const taken: { readonly start: number; readonly end: number }[] = [];
	for (const { edits } of fixes) {
		if (edits.some(one => taken.some(other => one.start < other.end && other.start < one.end))) continue;
		taken.push(...edits);
		for (const { start, end, text } of edits)
			edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
	}
	return edit;
}

/** What a fix does. */
export function titleOf(fix: Fix, finding: Finding): string {
	const text = short(fix.text ?? '');
	switch (fix.kind) {
		case 'wording':
			// Within marks of its own shape a mark of quotation cannot be read.
			if (/^[“”]+$/.test(text)) return t('Write {0}', [...text].join(' '));
			return finding.code.startsWith('quotation.')
				? t('Take the wording of the source: “{0}”', text)
				: t('Write “{0}”', text);
		case 'unmark':
			return t('Remove the quotation marks');
		case 'attribute':
			if (finding.code === 'quotation.attribution') return t('Write “{0}”', text);
			// Where no clause can introduce the words, marks and a citation say whose they are.
			return /\p{L}/u.test(text) ? t('Add the attribution: {0}', text) : t('Add quotation marks and the citation');
		case 'cite':
			return text ? t('Cite the source: {0}', text) : t('Cite the source');
		case 'ignoreHere':
			return t('Do not report here: {0}', kindName(finding.code));
	}
}

/**
 * Whether a fix is the one to be taken without asking: there is no other wording, and the source has no other meaning.
 */
export function isPlain(fix: Fix, finding: Finding, all: readonly Fix[]): boolean {
	return (
		fix.kind === 'wording' &&
		all.filter(other => other.kind === 'wording').length === 1 &&
		ruleOf(finding.code).sure === true
	);
}

function short(text: string): string {
	const letters = [...text.replace(/\s+/g, ' ')];
	return letters.length <= longest ? letters.join('') : `${letters.slice(0, longest).join('')}…`;
}
