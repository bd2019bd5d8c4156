// What every feature of the editor is given: the service, the settings, the drafts, the log.
import type * as vscode from 'vscode';
import type { PolicyService } from '../../core/service';
import type { Drafts } from './drafts';
import type { Settings } from './settings';
import type { MyDocuments } from '../documentIndex/documentIndex';

/** Injected into every `register…`. A feature asks for the service each time: packs that change bring a new one. */
export interface Host {
	readonly extensionUri: vscode.Uri;
	/** The service over the packs as they are now. */
	service(): Promise<PolicyService>;
	readonly onDidChangeService: vscode.Event<PolicyService>;
	readonly settings: () => Settings;
	readonly onDidChangeSettings: vscode.Event<Settings>;
	readonly drafts: Drafts;
	/** The person's own documents. */
	readonly documents: MyDocuments;
	readonly log: vscode.LogOutputChannel;
}
