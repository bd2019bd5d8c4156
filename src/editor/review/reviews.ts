// What is known of the drafts: the findings of each that is open, kept true while it is edited; any draft reviewed
// when asked.
import * as vscode from 'vscode';
import { weighed } from '../../app/levels';
import { inOrder, reviewDraft, reviewReferences, reviewWords, soughtWords, type ReviewContext } from '../../app/review';
import type {
	Draft,
	DraftLanguage,
	Finding,
	PolicyService,
	ReferenceFinding,
	Review,
	Reviewer,
} from '../../core/service';
import { isDraft } from '../base/draftDocuments';
import type { Host } from '../base/host';
import { doneWithin } from '../base/doneWithin';
import { runOf, wishesOf } from './reviewing';
import { shifted } from './shift';

/** A draft and what was found in it. */
export interface Reviewed {
	readonly uri: vscode.Uri;
	/**
	 * Version of the document that offsets belong to; of a draft that is open the present one. 0 for a draft that is not
	 * open.
	 */
	readonly version: number;
	/** In the order of the draft, as heavy as the settings have it; what they switch off is left out. */
	readonly findings: readonly Finding[];
	/** Not all of the draft was looked at. */
	readonly partial: boolean;
	/** How much of it was looked at, in UTF-16 code units from its start. */
	readonly reviewed: number;
}

/** Milliseconds for which the documents that are not loaded are waited for before something is shown. */
const soonest = 300;

/** What drafts are held against. */
export interface ReviewPacks {
	/** Settled once the packs have been read. */
	readonly ready: Promise<void>;
	/** Whether every library an open draft names is in use; then a key without a source is a mistake. */
	readonly librariesRead: (document: vscode.TextDocument) => Promise<boolean>;
	/** What a draft that is not open is held against: with the libraries it names, as if it were. */
	readonly contextOf: (uri: vscode.Uri, draft: Draft) => Promise<Omit<ReviewContext, 'reviewer'>>;
}

interface Known {
	readonly document: vscode.TextDocument;
	readonly service: PolicyService;
	readonly reviewer: Reviewer;
	findings: readonly Finding[];
	references: readonly Finding[];
	reviewedVersion: number;
	partial: boolean;
	reviewed: number;
}

export class Reviews implements vscode.Disposable {
	private readonly changes = new vscode.EventEmitter<vscode.Uri>();
	/** A draft of which something else is known now, or nothing any more. */
	readonly onDidChange = this.changes.event;
	private readonly known = new Map<string, Known>();
	private wasGroupAsked = false;
	private readonly subscriptions: vscode.Disposable[];

	constructor(
		private readonly host: Host,
		private readonly packs: ReviewPacks,
	) {
		this.subscriptions = [
			this.changes,
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				const known = this.known.get(document.uri.toString());
				if (!known || contentChanges.length === 0) return;
				const edits = contentChanges.map(one => ({
					start: one.rangeOffset,
					length: one.rangeLength,
					inserted: one.text.length,
				}));
				known.findings = shifted(known.findings, edits);
				known.references = shifted(known.references, edits);
			}),
			vscode.workspace.onDidCloseTextDocument(({ uri }) => {
				if (this.known.delete(uri.toString())) this.changes.fire(uri);
			}),
		];
	}

	/** What is known of a draft that is open; nothing before it was looked at. */
	of(uri: vscode.Uri): Reviewed | undefined {
		const known = this.known.get(uri.toString());
		return known && this.answer(known);
	}

	/** All open drafts that were looked at. */
	all(): readonly Reviewed[] {
		return [...this.known.values()].map(known => this.answer(known));
	}

	/**
	 * Reviews an open draft as a whole, now. Stopped, it answers what was found so far. `report` is told how many
	 * milliseconds it has been at work.
	 */
	async review(
		document: vscode.TextDocument,
		signal?: vscode.CancellationToken,
		report?: (done: number) => void,
	): Promise<Reviewed> {
		const service = await this.host.service();
		const references = await this.referencesOf(document, service);
		const { version } = document;
		const known = this.knownOf(document, service);
		const wishes = wishesOf(this.host);
		const run = runOf(this.host, service, signal, report);
		const { reviewer } = known;
		const draft = this.host.drafts.parse(document, service);
		const words = await reviewWords({ reviewer }, draft, wishes, run);
		const review = await soughtWords(reviewer, draft, words, wishes, run);
		const answer = {
			uri: document.uri,
			version,
			findings: this.weighed([...review.findings, ...references]),
			partial: review.partial,
			reviewed: review.reviewed,
		};
		if (
			document.isClosed ||
			document.version !== version ||
			this.known.get(document.uri.toString()) !== known ||
			signal?.isCancellationRequested
		)
			return answer;
		this.publish(known, version, review.findings, review.partial, review.reviewed, references);
		return answer;
	}

	/** Reviews a draft that is not open. */
	async reviewText(
		uri: vscode.Uri,
		text: string,
		language: DraftLanguage,
		signal?: vscode.CancellationToken,
	): Promise<Reviewed> {
		const draft = (await this.host.service()).draft(text, language);
		const context = await this.packs.contextOf(uri, draft);
		const review = await reviewDraft(
			{ ...context, reviewer: context.service.reviewer() },
			draft,
			wishesOf(this.host),
			runOf(this.host, context.service, signal),
		);
		return { uri, version: 0, ...review, findings: this.weighed(review.findings) };
	}

	/**
	 * Looks at an open draft as far as `most` code units and `budget` milliseconds go; what `waits` is left out for now.
	 * Answers whether anything waits, or nothing when somebody wrote on meanwhile.
	 */
	async look(
		document: vscode.TextDocument,
		limits: { readonly most: number; readonly budget: number },
		waits: (finding: Finding) => boolean,
		signal: vscode.CancellationToken,
	): Promise<boolean | undefined> {
		await this.packs.ready; // what a person's own packs have is not said to be nowhere
		const service = await this.host.service();
		const stopped = () => signal.isCancellationRequested || document.isClosed;
		if (stopped()) return undefined;
		const { version } = document;
		const known = this.knownOf(document, service);
		const whole = this.host.drafts.parse(document, service);
		const draft = beginningOf(whole, limits.most, service);
		const wishes = wishesOf(this.host);
		const run = { ...runOf(this.host, service, signal), budget: limits.budget };
		const review = await reviewWords(known, draft, wishes, run);
		const overtaken = () =>
			stopped() || document.version !== version || this.known.get(document.uri.toString()) !== known;
		const tell = ({ findings, partial, reviewed }: Review): boolean | undefined => {
			if (overtaken()) return undefined;
			const ready = findings.filter(finding => !waits(finding));
			this.publish(known, version, ready, partial || draft !== whole, reviewed);
			return ready.length < findings.length;
		};
		const seeking = soughtWords(known.reviewer, draft, review, wishes, run);
		// What is not loaded may yet be found, and is not said to be nowhere before.
		const isDone = seeking.then(() => true);
		if (!(await doneWithin(isDone, soonest, false)))
			tell({ ...review, findings: review.findings.filter(finding => finding.code !== 'quotation.unknown') });
		return tell(await seeking);
	}

	/** What another feature found about the references of an open draft. */
	tellReferences(document: vscode.TextDocument, service: PolicyService, findings: readonly ReferenceFinding[]): void {
		const known = this.knownOf(document, service);
		known.references = findings;
		this.changes.fire(document.uri);
	}

	/**
	 * The documents say something else: what was asked of them is asked again. Answers whether that may change anything.
	 */
	forgetSought(): boolean {
		const { beyond, group } = this.host.documents;
		const isAsked = beyond || group !== undefined || this.wasGroupAsked;
		this.wasGroupAsked = group !== undefined;
		if (!isAsked) return false;
		for (const { reviewer } of this.known.values()) reviewer.forgetSought();
		return true;
	}

	/** Forgets an open draft that is not to be reviewed any more. */
	forget(uri: vscode.Uri): void {
		if (this.known.delete(uri.toString())) this.changes.fire(uri);
	}

	dispose(): void {
		this.known.clear();
		for (const each of this.subscriptions) each.dispose();
	}

	private publish(
		known: Known,
		version: number,
		findings: readonly Finding[],
		partial: boolean,
		reviewed: number,
		references = known.references,
	): void {
		Object.assign(known, { findings, references, partial, reviewed, reviewedVersion: version });
		this.changes.fire(known.document.uri);
	}

	private answer({ document, findings, references, partial, reviewed }: Known): Reviewed {
		return {
			uri: document.uri,
			version: document.version,
			findings: this.weighed([...findings, ...references]),
			partial,
			reviewed,
		};
	}

	private weighed(findings: readonly Finding[]): Finding[] {
		const { group } = this.host.documents;
		// What a group's library has is not said to be nowhere while it cannot be asked.
		const sayable = group && !group.isWhole ? findings.filter(one => one.code !== 'quotation.unknown') : findings;
		return inOrder(weighed(sayable, this.host.settings().review.severity));
	}

	private knownOf(document: vscode.TextDocument, service: PolicyService): Known {
		const key = document.uri.toString();
		const before = this.known.get(key);
		if (before?.service === service && before.document === document) return before;
		const made: Known = {
			document,
			service,
			reviewer: service.reviewer(),
			findings: before?.findings ?? [],
			references: before?.references ?? [],
			reviewedVersion: 0,
			partial: before?.partial ?? true,
			reviewed: before?.reviewed ?? 0,
		};
		this.known.set(key, made);
		return made;
	}

	private async referencesOf(
		document: vscode.TextDocument,
		service: PolicyService,
	): Promise<readonly ReferenceFinding[]> {
		if (!isDraft(document)) return [];
		const librariesRead = await this.packs.librariesRead(document);
		return reviewReferences({ service, librariesRead }, this.host.drafts.parse(document, service), wishesOf(this.host));
	}
}

/** A draft without what goes beyond so many code units; cut at a line end where there is one. */
function beginningOf(draft: Draft, most: number, service: PolicyService): Draft {
	const { text, language } = draft;
	return text.length <= most ? draft : service.draft(text.slice(0, text.lastIndexOf('\n', most) + 1 || most), language);
}
