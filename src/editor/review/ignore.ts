// “Do not report anywhere”: an entry in `ignore.yaml` of the person's own pack, which is made where there is none.
import * as vscode from 'vscode';
import { ignoreOf } from '../../core/service';
import { noFolder, packInfo, targets, whereTo } from '../records/addRecord';
import { ask } from '../base/form';
import { command } from '../base/guard';
import type { Host } from '../base/host';
import type { Packs } from '../packs/packs';
import { writeIgnore, writePack } from '../packs/writer';
import type { Reviews } from './reviews';

const t = vscode.l10n.t;

/** What became of an entry, for the person; `written`: nothing where the file could not be read. */
function outcome(written: { readonly unsaved: boolean } | undefined, name: string): string {
	if (!written) return t('{0} has a mistake, so nothing was added to it. Fix it first.', name);
	if (written.unsaved) return t('This was added to {0}, which has unsaved changes. Save the file to use it.', name);
	return t('It will not be reported any more. To undo this, take the entry out of {0}.', name);
}

/** Registers the command that quick fixes run: with the draft, and the code and place of a finding in it. */
export function registerReviewIgnore(host: Host, packs: Packs, reviews: Reviews): vscode.Disposable {
	return command(host.log, 'policyWriting.ignoreEverywhere', async (uri: unknown, code: unknown, start: unknown) => {
		const document = vscode.workspace.textDocuments.find(open => open.uri.toString() === uri);
		const finding =
			document && reviews.of(document.uri)?.findings.find(one => one.code === code && one.start === start);
		if (!document || !finding) return;
		const entry = ignoreOf(document.getText(), finding);
		const places = await targets(packs, document.uri);
		if (places.length === 0) return noFolder();
		const answers =
			whereTo(places, {}).length === 0 ? {} : await ask(t('Do not report anywhere'), so => whereTo(places, so));
		if (!answers) return;
		const { folder, exists } = places.find(place => place.folder.uri.toString() === answers.where) ?? places[0]!;
		const tools = await packs.tools();
		const target = { files: packs.files, tools, folder: folder.uri };
		if (!exists) await writePack(target, packInfo(packs, tools));
		const written = await writeIgnore(target, entry);
		const file = written?.uri ?? vscode.Uri.joinPath(folder.uri, 'ignore.yaml');
		packs.touch(file);
		await packs.settled(); // what is told of is in use
		const show = t('Show it');
		const name = vscode.workspace.asRelativePath(file);
		void vscode.window.showInformationMessage(outcome(written, name), show).then(async chosen => {
			if (chosen === show) await vscode.window.showTextDocument(file);
		});
	});
}
