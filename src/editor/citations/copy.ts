// Puts the words of a citation, or the reference of its source, on the clipboard.
import * as vscode from 'vscode';
import type { Source } from '../../core/service';
import { referenceOptions } from '../base/citeOptions';
import type { Host } from '../base/host';

/** Copies what was said; answers what to tell the person. */
export async function copyWords(host: Host, id: string): Promise<string> {
	const { corpus } = await host.service();
	const text = corpus.citation(id)?.text ?? corpus.source(id)?.title;
	if (text === undefined) return gone();
	await vscode.env.clipboard.writeText(text);
	return vscode.l10n.t('Copied: {0}', text);
}

/** Copies the reference of a source, or of the source of a citation, in the edition of the settings. */
export async function copyReference(host: Host, what: string | Source): Promise<string> {
	const service = await host.service();
	const source = typeof what === 'string' ? (service.corpus.citation(what)?.source ?? what) : what;
	const reference = service.reference(source, referenceOptions(host.settings()));
	if (reference === undefined) return gone();
	await vscode.env.clipboard.writeText(reference.text);
	return vscode.l10n.t('Copied: {0}', reference.text);
}

/** For a record that was there when it was listed. */
export function gone(): string {
	return vscode.l10n.t('This record is no longer in any pack. Search again.');
}
