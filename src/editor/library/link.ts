// The connection to a group's library: none before the person's yes, and told of when it fails.
import * as vscode from 'vscode';
import type { Away, connect as Connect, Fetch, GroupConnection, PassageLibrary } from '../../app/library/connection';
import type { Corpus, Source } from '../../core/service';
import type { Host } from '../base/host';
import type { OwnDocuments } from '../documentIndex/documentIndex';
import type { GroupDocuments } from '../documentIndex/group';
import type { Packs } from '../packs/packs';
import type { GroupSheet } from '../../webviews/timeline/protocol';
import type { Consent, LibraryName } from './consent';
import { showGroupPage } from './pages';
import { countGroup } from './uses';
import { missingWords, type Standing } from './words';

/** Milliseconds between two looks whether a library that failed is back. */
const lookInterval = 5000;
/** So many keys of a draft are asked about at once. */
const mostKeys = 20;

const clock = {
	now: () => Date.now(),
	wait: (milliseconds: number) => new Promise<void>(resolve => void setTimeout(resolve, milliseconds)),
};

/** What asks servers whose certificate is from the authority in a file; nothing where it holds none. */
export type AuthorityReader = (path: string) => Promise<Fetch | undefined>;

export interface LinkOptions {
	readonly host: Host;
	readonly documents: OwnDocuments;
	readonly packs: Packs;
	readonly connect: typeof Connect;
	readonly consent: Consent;
	/** Absent in the browser. */
	readonly authority: AuthorityReader | undefined;
}

export class GroupLink implements GroupDocuments, vscode.Disposable {
	private readonly changes = new vscode.EventEmitter<void>();
	/** It stands otherwise with the library. */
	readonly onDidChange = this.changes.event;
	/** How it stands; nothing where no address is set. */
	standing: Standing | undefined;
	/** The library that the settings name. */
	library: LibraryName = { server: '', index: '' };
	/** Nothing before the person's yes. */
	connection: GroupConnection | undefined;
	documents = 0;
	private authorityFile = '';
	private readonly sources = new Map<string, Source>();
	/** Keys that mean no document there. */
	private readonly absent = new Set<string>();
	private looking: ReturnType<typeof setInterval> | undefined;

	constructor(private readonly options: LinkOptions) {}

	/** Takes the settings as they are now: another library is none before the person says yes to it. */
	async update(): Promise<void> {
		const { host, consent } = this.options;
		const { server, index, certificateAuthority } = host.settings().library;
		const isSame =
			server === this.library.server && index === this.library.index && certificateAuthority === this.authorityFile;
		if (isSame && this.standing && this.standing.is !== 'untrusted') return;
		this.close();
		this.library = { server, index };
		this.authorityFile = certificateAuthority;
		const standing = this.unconnected();
		this.stand(standing);
		if (standing?.is === 'unasked' && consent.isGiven(this.library)) await this.connect();
	}

	/** Connects, or connects anew with another key. */
	async connect(): Promise<void> {
		const { host, documents, consent, connect } = this.options;
		this.close();
		const blocked = this.unconnected();
		if (blocked?.is !== 'unasked') return this.stand(blocked);
		const { library } = this;
		const [credentials, fetch] = await Promise.all([consent.key(library), this.authorityFetch()]);
		if (this.library !== library) return;
		if (fetch === 'unreadable') return this.stand({ is: 'authority' });
		const connection = connect({
			...library,
			credentials,
			fetch,
			clock,
			onChange: away => connection === this.connection && this.changed(away),
			onArrival: () => documents.arrived(),
		});
		if (typeof connection === 'string') return;
		this.connection = connection;
		this.stand({ is: 'connecting' });
		const status = await connection.with(undefined).groupStatus();
		if (connection !== this.connection) return;
		host.log.info(`group’s library: ${status ? `${status.documents} documents` : 'not to be asked'}`);
		documents.setGroup(this);
		if (!status) return;
		this.documents = status.documents;
		this.stand({ is: 'connected', documents: status.documents });
	}

	/** Ends the connection; nothing is asked any more. */
	close(): void {
		clearInterval(this.looking);
		this.looking = undefined;
		if (this.connection) this.options.documents.setGroup(undefined);
		this.connection = undefined;
		this.documents = 0;
		this.sources.clear();
		this.absent.clear();
	}

	/** Ends the connection until the person says yes again. */
	async disconnect(): Promise<void> {
		this.close();
		await this.options.consent.refuse(this.library);
		this.stand(this.unconnected());
	}

	with(own: PassageLibrary | undefined, isPatient = false): PassageLibrary {
		const group = this.connection?.with(own, isPatient) ?? own;
		if (!group) throw new Error('not connected');
		return group;
	}

	missing(): string {
		return this.standing ? missingWords(this.standing, this.connection?.waiting === true) : '';
	}

	get isWhole(): boolean {
		return this.standing?.is === 'connected';
	}

	async source(document: string): Promise<Source | undefined> {
		const known = this.sources.get(document);
		if (known) return known;
		const source = await this.readSource(document);
		if (source) this.sources.set(document, source);
		return source;
	}

	async learn(keys: readonly string[], corpus: Pick<Corpus, 'know'>): Promise<readonly string[]> {
		const asked = [...new Set(keys)].filter(key => !this.absent.has(key)).slice(0, mostKeys);
		const found = await Promise.all(asked.map(key => this.source(key)));
		if (!this.isWhole) return asked.filter((_, at) => !found[at]);
		for (const [at, key] of asked.entries()) {
			const source = found[at];
			if (source?.id === key) corpus.know(source);
			else this.absent.add(key);
		}
		return [];
	}

	private async readSource(document: string): Promise<Source | undefined> {
		const { connection } = this;
		const record = await connection?.availability.ask(() => connection.library.document(document));
		if (!record?.provenance) return undefined;
		const tools = await this.options.packs.tools();
		const { data } = tools.read([{ name: 'sources/group.yaml', text: JSON.stringify([record.provenance]) }], 'group');
		return data.sources[0];
	}

	countUses(words: string, without: readonly string[], signal: { readonly aborted: boolean }): Promise<GroupSheet> {
		return countGroup(this.with(undefined), words, without, () => this.missing(), signal);
	}

	open(document: string, title: string, paragraph: number): Promise<void> {
		return showGroupPage(document, title, paragraph);
	}

	dispose(): void {
		this.close();
		this.changes.dispose();
	}

	/** What else whoever rests the mouse on the item is told, a line each. */
	get remarks(): readonly string[] {
		if (this.authorityFile === '' || this.options.authority) return [];
		return [
			vscode.l10n.t(
				'In the browser its own store of certificates is used; the setting policyWriting.library.certificateAuthority has no effect.',
			),
		];
	}

	/** What asks a server whose certificate is from an authority of the group's own, where one is set. */
	private async authorityFetch(): Promise<Fetch | undefined | 'unreadable'> {
		const { authority } = this.options;
		if (this.authorityFile === '' || !authority) return undefined;
		return (await authority(this.authorityFile)) ?? 'unreadable';
	}

	/** How it stands while there is no connection. */
	private unconnected(): Standing | undefined {
		const { server, index } = this.library;
		if (server === '') return undefined;
		if (!vscode.workspace.isTrusted) return { is: 'untrusted' };
		const tried = this.options.connect({ server, index, clock });
		if (typeof tried !== 'string') return { is: 'unasked' };
		return { is: tried === 'server' ? 'address' : 'index' };
	}

	private stand(standing: Standing | undefined): void {
		this.standing = standing;
		this.changes.fire();
	}

	/** The engine has gone, or is back. */
	private changed(away: Away | undefined): void {
		const { host, documents } = this.options;
		clearInterval(this.looking);
		this.looking = undefined;
		host.log.info(`group’s library: ${away ? `${away.fault} (${away.reason})` : 'answers'}`);
		if (away) {
			this.stand({ is: 'away', fault: away.fault });
			// It is tried again later each time; nobody need ask for that.
			this.looking = setInterval(() => void this.connection?.with(undefined).groupStatus(), lookInterval);
		} else {
			this.stand({ is: 'connected', documents: this.documents });
			void this.count();
		}
		if (documents.group === this) documents.setGroup(this);
	}

	/** How many documents there are may not be known yet. */
	private async count(): Promise<void> {
		const { connection } = this;
		const status = await connection?.with(undefined).groupStatus();
		if (!status || connection !== this.connection || this.standing?.is !== 'connected') return;
		this.documents = status.documents;
		this.stand({ is: 'connected', documents: status.documents });
	}
}
