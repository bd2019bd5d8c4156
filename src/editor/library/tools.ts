// What a person does with a group's library: says yes to it, signs in, pushes documents, sees how it stands.
import * as vscode from 'vscode';
import type { connect } from '../../app/library/connection';
import { section } from '../base/settings';
import type { Host } from '../base/host';
import type { OwnDocuments } from '../documentIndex/documentIndex';
import type { Packs } from '../packs/packs';
import { askKey } from './askKey';
import { Consent } from './consent';
import { GroupLink, type AuthorityReader } from './link';
import { registerGroupPages } from './pages';
import { pushDocuments } from './push';
import { consentWords, faultSentence, longWords, shortWords, type Standing } from './words';

const t = vscode.l10n.t;

export interface GroupTools extends vscode.Disposable {
	/** The settings may have changed, or the folder is trusted now. */
	update(): Promise<void>;
	/** How it stands, and what can be done. */
	showLibrary(): Promise<void>;
	enterLibraryKey(): Promise<void>;
	forgetLibraryKey(): Promise<void>;
	pushToLibrary(): Promise<void>;
}

export interface GroupContext {
	readonly host: Host;
	readonly documents: OwnDocuments;
	readonly packs: Packs;
	readonly context: Pick<vscode.ExtensionContext, 'globalState' | 'secrets'>;
	readonly connect: typeof connect;
	/** What asks servers whose certificate is from the authority in a file; absent in the browser, which has its own. */
	readonly authority: AuthorityReader | undefined;
}

type MenuRow = vscode.QuickPickItem & { readonly run: () => unknown };

export function createGroupTools(given: GroupContext): GroupTools {
	return new LibraryTools(given);
}

class LibraryTools implements GroupTools {
	private readonly item = vscode.window.createStatusBarItem(
		'policyWriting.library',
		vscode.StatusBarAlignment.Right,
		100,
	);
	private readonly consent: Consent;
	private readonly link: GroupLink;
	private readonly subscriptions: vscode.Disposable;
	/** The library the person was asked for the key to, in this window. */
	private askedFor = '';

	constructor(private readonly given: GroupContext) {
		const { host, documents, packs, context } = given;
		this.consent = new Consent(context.globalState, context.secrets);
		const { connect, authority } = given;
		this.link = new GroupLink({ host, documents, packs, connect, authority, consent: this.consent });
		this.item.name = t('Group’s library');
		this.item.command = 'policyWriting.showLibrary';
		this.subscriptions = vscode.Disposable.from(
			this.item,
			this.link,
			registerGroupPages(documents),
			this.link.onDidChange(() => this.draw()),
		);
	}

	async update(): Promise<void> {
		await this.link.update();
		if (this.link.standing?.is === 'unasked' && !this.consent.isRefused(this.link.library)) void this.askConsent();
	}

	async showLibrary(): Promise<void> {
		await this.link.update();
		const { standing } = this.link;
		const rows = standing ? this.rowsFor(standing) : [this.settingsRow()];
		const title = standing ? longWords(standing) : t('No group’s library is set.');
		const chosen = await vscode.window.showQuickPick(rows, { title, placeHolder: t('What do you want to do?') });
		await chosen?.run();
	}

	async enterLibraryKey(): Promise<void> {
		await this.link.update();
		const { library } = this.link;
		if (!this.isSet()) return;
		const key = await askKey(library.server);
		if (!key) return;
		await this.consent.keepKey(library, key);
		if (this.consent.isGiven(library)) await this.link.connect();
	}

	async forgetLibraryKey(): Promise<void> {
		await this.link.update();
		if (!this.isSet()) return;
		await this.consent.forgetKey(this.link.library);
		if (this.link.connection) await this.link.connect();
		void vscode.window.showInformationMessage(t('The key to {0} is forgotten.', this.link.library.server));
	}

	async pushToLibrary(): Promise<void> {
		await this.link.update();
		if (!this.isSet()) return;
		if (this.link.standing?.is === 'unasked') await this.askConsent();
		const { connection, library, standing } = this.link;
		if (!connection) {
			// Who has just said no knows why nothing happens.
			if (standing && standing.is !== 'unasked') void vscode.window.showWarningMessage(longWords(standing));
			return;
		}
		await pushDocuments({ host: this.given.host, packs: this.given.packs, library, connection });
		this.given.documents.setGroup(this.link);
	}

	dispose(): void {
		this.subscriptions.dispose();
	}

	/** Asks before the first thing is sent. */
	private async askConsent(): Promise<void> {
		const { library } = this.link;
		const [connect, refuse] = [t('Connect'), t('Not now')];
		const chosen = await vscode.window.showInformationMessage(
			consentWords(library.server, library.index),
			connect,
			refuse,
		);
		if (this.link.library !== library) return;
		if (chosen === refuse) await this.consent.refuse(library);
		if (chosen !== connect) return;
		await this.consent.give(library);
		await this.link.connect();
	}

	/** Whether a library is set; the person is told where to set it. */
	private isSet(): boolean {
		if (this.link.library.server !== '') return true;
		const open = t('Open settings');
		void vscode.window.showInformationMessage(t('No group’s library is set.'), open).then(chosen => {
			if (chosen === open) void this.openSettings();
		});
		return false;
	}

	private rowsFor(standing: Standing): readonly MenuRow[] {
		const key: MenuRow = { label: `$(key) ${t('Sign in…')}`, run: () => this.enterLibraryKey() };
		const forget: MenuRow = { label: `$(trash) ${t('Forget the key')}`, run: () => this.forgetLibraryKey() };
		const push: MenuRow = { label: `$(cloud-upload) ${t('Push my documents…')}`, run: () => this.pushToLibrary() };
		const again: MenuRow = { label: `$(refresh) ${t('Try again')}`, run: () => this.link.connect() };
		const leave: MenuRow = { label: `$(debug-disconnect) ${t('Disconnect')}`, run: () => this.link.disconnect() };
		const rows: Readonly<Record<Standing['is'], readonly MenuRow[]>> = {
			address: [],
			index: [],
			authority: [again],
			untrusted: [],
			unasked: [{ label: `$(plug) ${t('Connect…')}`, run: () => this.askConsent() }],
			connecting: [leave],
			connected: [push, key, forget, leave],
			away: [again, key, forget, leave],
		};
		return [...rows[standing.is], this.settingsRow()];
	}

	private settingsRow(): MenuRow {
		return { label: `$(gear) ${t('Settings')}`, run: () => this.openSettings() };
	}

	private async openSettings(): Promise<void> {
		await vscode.commands.executeCommand('workbench.action.openSettings', `${section}.library`);
	}

	private draw(): void {
		const { standing, library } = this.link;
		if (!standing) return this.item.hide();
		this.item.text = shortWords(standing);
		this.item.tooltip = [longWords(standing), `${library.server} · ${library.index}`, ...this.link.remarks].join('\n');
		this.item.accessibilityInformation = { label: longWords(standing) };
		this.item.show();
		if (standing.is === 'away' && standing.fault === 'denied') void this.offerKey();
	}

	/** Once: the server wants to know who one is. */
	private async offerKey(): Promise<void> {
		const { server } = this.link.library;
		if (this.askedFor === server) return;
		this.askedFor = server;
		const enter = t('Sign in…');
		if ((await vscode.window.showWarningMessage(faultSentence('denied'), enter)) === enter)
			await this.enterLibraryKey();
	}
}
