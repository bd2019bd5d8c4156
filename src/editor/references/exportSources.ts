// The command “Export Sources…”: those the draft cites or all, in a format of another program, into a file the person
// chooses.
import * as vscode from 'vscode';
import { exportTo, sourcesCited, type ExportedSources } from '../../app/export';
import { type ExportFormat, type BibliographyTools, type PolicyService } from '../../core/service';
import { isDraft } from '../base/draftDocuments';
import { command } from '../base/guard';
import type { Files } from '../../app/ports';
import type { Host } from '../base/host';

interface Choice<T> extends vscode.QuickPickItem {
	readonly value: T;
}

/** What is exported. */
type Chosen = Pick<ExportedSources, 'sources' | 'unknown'>;

/** Registers `policyWriting.exportSources`. `files` writes them; `tools` loads what writes the formats. */
export function registerExportSources(
	host: Host,
	files: Files,
	tools: () => Promise<BibliographyTools>,
): vscode.Disposable {
	return command(host.log, 'policyWriting.exportSources', async () => {
		const chosen = await chooseSources(host, await host.service());
		if (!chosen) return;
		const format = await chooseFormat();
		if (!format) return;
		const uri = await vscode.window.showSaveDialog({
			defaultUri: proposed(format.ending),
			filters: { [format.label]: [format.ending] },
			title: vscode.l10n.t('Export sources'),
		});
		if (!uri) return;
		await exportTo(files, uri.toString(), await tools(), format.value, chosen.sources);
		await reportExported(chosen, uri);
	});
}

async function chooseSources(host: Host, service: PolicyService): Promise<Chosen | undefined> {
	const all: Chosen = { sources: service.corpus.sources, unknown: [] };
	const document = vscode.window.activeTextEditor?.document;
	if (!document || !isDraft(document)) return all;
	const cited = sourcesCited(service.corpus, [host.drafts.parse(document, service)]);
	const choices: Choice<Chosen>[] = [
		{ label: vscode.l10n.t('Cited in this draft'), description: String(cited.sources.length), value: cited },
		{ label: vscode.l10n.t('All sources'), description: String(all.sources.length), value: all },
	];
	const choice = await vscode.window.showQuickPick(cited.sources.length > 0 ? choices : choices.reverse(), {
		title: vscode.l10n.t('Export sources'),
		placeHolder: vscode.l10n.t('Which sources?'),
	});
	if (choice?.value === cited && cited.sources.length === 0) {
		void vscode.window.showInformationMessage(
			vscode.l10n.t('This draft cites no source that is known here, so there is nothing to export.'),
		);
		return undefined;
	}
	return choice?.value;
}

async function chooseFormat(): Promise<(Choice<ExportFormat> & { readonly ending: string }) | undefined> {
	return vscode.window.showQuickPick(
		[
			{
				label: 'CSL-JSON',
				description: vscode.l10n.t('for pandoc and Zotero; keeps everything'),
				value: 'csl-json' as const,
				ending: 'json',
			},
			{
				label: 'BibTeX',
				description: vscode.l10n.t('for LaTeX, JabRef, Zotero'),
				value: 'bibtex' as const,
				ending: 'bib',
			},
			{
				label: 'RIS',
				description: vscode.l10n.t('for EndNote, NoteExpress and other reference managers'),
				value: 'ris' as const,
				ending: 'ris',
			},
		],
		{ title: vscode.l10n.t('Export sources'), placeHolder: vscode.l10n.t('In which format?') },
	);
}

/** Beside the draft, else in the workspace folder. */
function proposed(ending: string): vscode.Uri | undefined {
	const document = vscode.window.activeTextEditor?.document;
	const folder =
		document && isDraft(document) && !document.isUntitled
			? vscode.Uri.joinPath(document.uri, '..')
			: vscode.workspace.workspaceFolders?.[0]?.uri;
	return folder && vscode.Uri.joinPath(folder, `references.${ending}`);
}

async function reportExported({ sources, unknown }: Chosen, uri: vscode.Uri): Promise<void> {
	const open = vscode.l10n.t('Open');
	const name = uri.path.split('/').pop() ?? '';
	const done = vscode.l10n.t('Sources exported to “{name}”: {count}.', { count: String(sources.length), name });
	const asked =
		unknown.length === 0
			? vscode.window.showInformationMessage(done, open)
			: vscode.window.showWarningMessage(
					`${done} ${vscode.l10n.t('No source is known for: {keys}', { keys: unknown.slice(0, 10).join(', ') + (unknown.length > 10 ? ' …' : '') })}`,
					open,
				);
	// The command is done when the file is written; the message may stay for as long as it likes.
	void asked.then(
		async chosen => chosen === open && vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri)),
	);
}
