// Writing with references: everything the editor does with the citations of a draft, feature by feature.
import * as vscode from 'vscode';
import { registerCiteCommands } from './commands';
import { registerEditionChange } from './editionChange';
import type { Host } from '../base/host';
import { registerKeyCompletion } from './keyCompletion';
import { registerKeyHover } from './keyHover';
import { registerKeyPlaces } from './keyPlaces';
import { namedInDraft } from '../packs/bibliographyNames';
import { registerListOnSave } from './listOnSave';
import type { Packs } from '../packs/packs';
import { registerReferenceActions } from './actions';
import { checkReferencesOf, type LibrariesRead } from './diagnostics';
import type { Reviews } from '../review/reviews';

export function registerReferences(host: Host, packs: Packs, reviews: Reviews): vscode.Disposable {
	const checks = checkReferencesOf(host, reviews, librariesRead(packs));
	return vscode.Disposable.from(
		checks,
		vscode.workspace.onDidOpenTextDocument(document => checks.soon(document, 0)),
		// A group's library, which may have the source of a key, is there or gone.
		host.documents.onDidChange(() => checks.everything(0)),
		registerReferenceActions(host, document => checks.shown(document.uri)),
		registerKeyHover(host, (document, position) =>
			checks.shown(document.uri).some(one => one.code === 'reference.undefined' && one.range.contains(position)),
		),
		...[registerCiteCommands, registerListOnSave, registerKeyCompletion, registerEditionChange].map(register =>
			register(host),
		),
		registerKeyPlaces(host, packs),
	);
}

/** Answers of a draft whether every library it names is in use, once the packs have been read. */
export function librariesRead(packs: Packs): LibrariesRead {
	return async document => {
		await packs.ready;
		const named = namedInDraft(document, packs.files.resolve);
		if (named.length === 0) return true;
		if (named.some(({ onWeb }) => onWeb)) return false;
		await packs.settled();
		return !packs.lacksLibrary(document);
	};
}
