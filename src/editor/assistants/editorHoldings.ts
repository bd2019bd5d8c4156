// What assistants in the editor are answered from, and the question before a passage of one's own documents goes out.
import * as vscode from 'vscode';
import { Consent, type Yes } from '../../app/assistants/consent';
import type { Handover, Holdings } from '../../app/assistants/holdings';
import type { Cancelled, PolicyService } from '../../core/service';
import type { Host } from '../base/host';
import { section } from '../base/settings';
import type { Packs } from '../packs/packs';
import { seekIn } from '../review/seek';

/** So many titles a question names. */
const mostTitles = 5;

export class EditorHoldings {
	private made: { readonly service: PolicyService; readonly records: PolicyService } | undefined;
	private readonly consent: Consent;

	constructor(
		private readonly host: Host,
		private readonly packs: Packs,
	) {
		this.consent = new Consent({
			says: () => host.settings().assistants.documents,
			isOfWorkspace: source => this.isOfWorkspace(source),
			ask: (handover, kinds) => this.ask(handover, kinds),
			keepWorkspace,
		});
	}

	/** As the packs and the settings are now. */
	async now(signal?: Cancelled): Promise<Holdings> {
		const { host } = this;
		await this.packs.settled();
		const service = await host.service();
		const unread = host.documents.unread();
		if (this.made?.service !== service) this.made = { service, records: service.withoutDocuments(unread) };
		const { records } = this.made;
		const own = new Set([...service.corpus.documents.map(one => one.source), ...unread]);
		if (host.settings().assistants.documents === 'never' || own.size === 0) return { records };
		return {
			records,
			documents: {
				service,
				search: async query => (await host.documents.ask(engine => engine.search(query, signal))) ?? [],
				// A group's passages are not the person's to hand over.
				seek: seekIn(host, service, 'own'),
				isOwn: id => own.has(id),
				allow: handover => this.consent.allow(handover),
			},
		};
	}

	/** Whether the document of a source lies in a folder of the workspace. */
	private isOfWorkspace(source: string): boolean {
		const pack = this.packs
			.packs()
			.find(({ read: { data } }) =>
				[...(data.documents ?? []), ...(data.unread ?? [])].some(one => one.source === source),
			);
		return pack !== undefined && vscode.workspace.getWorkspaceFolder(pack.folder.uri) !== undefined;
	}

	private async ask({ passages, titles }: Handover, kinds: readonly Yes[]): Promise<Yes | undefined> {
		const shown = titles.slice(0, mostTitles).map(title => `《${title}》`);
		const more = titles.length - shown.length;
		const buttons: Readonly<Record<Yes, string>> = {
			these: vscode.l10n.t('Hand Over'),
			window: vscode.l10n.t('Not Asked Again in This Window'),
			workspace: vscode.l10n.t('Always in This Workspace'),
		};
		const chosen = await vscode.window
			.showWarningMessage(
				vscode.l10n.t('An assistant asks for passages of your own documents.'),
				{
					modal: true,
					detail: [
						vscode.l10n.t('Passages it would be given: {0}, of these documents:', passages),
						shown.join('\n') + (more > 0 ? `\n${vscode.l10n.t('and {0} more', more)}` : ''),
						vscode.l10n.t(
							'They go to the model the assistant works with, which may be on another machine. Without your yes it is answered from the shipped corpus and your records alone.',
						),
					].join('\n\n'),
				},
				...kinds.map(kind => buttons[kind]),
			)
			// Where nobody can be asked, nobody has said yes.
			.then(undefined, () => undefined);
		return kinds.find(kind => buttons[kind] === chosen);
	}
}

function keepWorkspace(): Thenable<void> {
	const settings = vscode.workspace.getConfiguration(section);
	return settings.update('assistants.documents', 'workspace', vscode.ConfigurationTarget.Workspace);
}
