// Writing with references: everything the editor does with the citations of a draft, feature by feature.
// Knows nothing of any of them.
import * as vscode from 'vscode';
import { registerCiteCommands } from './citeCommands';
import { registerCompleteSource } from './completeSource';
import { registerFinishedCopy } from './finishedCopy';
import type { Host } from './host';
import { registerKeyCompletion } from './keyCompletion';
import { registerKeyHover } from './keyHover';
import { registerKeyPlaces } from './keyPlaces';
import { registerListOnSave } from './listOnSave';
import type { Packs } from './packs';
import { registerReferenceDiagnostics } from './referenceDiagnostics';

export function registerReferences(host: Host, packs: Packs): vscode.Disposable {
	return vscode.Disposable.from(
		...[registerCiteCommands, registerFinishedCopy, registerListOnSave, registerKeyCompletion, registerKeyHover, registerReferenceDiagnostics].map(register => register(host)),
		registerKeyPlaces(host, packs), registerCompleteSource(host, packs),
	);
}
