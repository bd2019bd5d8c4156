// Wires the features: each is given the host and gives back what is to be disposed of. Nothing else happens here.
import * as vscode from 'vscode';
import type { CreateService } from '../app/packs/compose';
import type {
	CompiledPack,
	createService,
	NormalizedTexts,
	SharedCounts,
	BibliographyTools,
	PackTools,
} from '../core/service';
import { registerAddRecord } from './records/addRecord';
import { registerCandidates } from './terms/candidates';
import { registerCompletion } from './terms/completion';
import { registerDocuments, type DocumentsPlatform } from './documents/documents';
import { registerDrafting, type DraftingPlatform } from './drafting/drafting';
import { Drafts } from './base/drafts';
import { registerExportSources } from './references/exportSources';
import type { Host } from './base/host';
import { registerAssistants, type AssistantsPlatform } from './assistants/register';
import { registerHover } from './terms/hover';
import { registerLibrary, type LibraryPlatform } from './library/register';
import { registerPalette } from './citations/palette';
import { Packs } from './packs/packs';
import { PreviewCitations } from './preview/preview';
import type { FolderWatch } from './packs/watch';
import { registerPanel } from './citations/panel';
import { librariesRead, registerReferences } from './references/references';
import { registerReview } from './review/review';
import { Reviews } from './review/reviews';
import { registerReviewView, type ReportPlatform } from './review/view/commands';
import { readSettings, section } from './base/settings';
import type { DiskWays } from './base/workspaceFiles';
import { OwnDocuments, type StartIndex } from './documentIndex/documentIndex';
import { registerSourceView } from './sources/view';
import { registerTimeline } from './timeline/timeline';
import { registerExports } from './word/register';
import type { WordPlatform } from './word/wordContext';

/** What differs between the desktop and the web. */
export interface Platform
	extends AssistantsPlatform, DocumentsPlatform, DraftingPlatform, LibraryPlatform, Pick<WordPlatform, 'word'> {
	readonly documents: () => Promise<
		Awaited<ReturnType<DocumentsPlatform['documents']>> &
			Awaited<ReturnType<WordPlatform['documents']>> &
			Awaited<ReturnType<ReportPlatform['documents']>>
	>;
	/** The shipped pack, compiled at build (dist/corpus.json below the extension). */
	readonly shipped: (extensionUri: vscode.Uri) => Promise<CompiledPack>;
	/** What answers about a corpus; loaded when the first question comes. */
	readonly core: () => Promise<{
		readonly createService: typeof createService;
		readonly NormalizedTexts: typeof NormalizedTexts;
		readonly SharedCounts: typeof SharedCounts;
	}>;
	/** What reads packs in YAML; loaded when it is needed. */
	readonly tools: () => Promise<PackTools>;
	/** What reads and writes libraries of other programs; loaded when it is needed. */
	readonly libraries: () => Promise<BibliographyTools>;
	/** What holds and searches a person's documents; started when there are some. */
	readonly startIndex: StartIndex;
	readonly disk?: DiskWays;
	/** Tells of changes directly in a folder, where the editor's own watcher is not enough. */
	readonly watch?: FolderWatch;
}

/** What other extensions are given: VS Code's Markdown support asks for `extendMarkdownIt`. */
export interface Api {
	readonly extendMarkdownIt: PreviewCitations['extend'];
}

export function activate(context: vscode.ExtensionContext, platform: Platform): Api {
	const log = vscode.window.createOutputChannel('Policy Writing', { log: true });
	const packs = new Packs({
		log,
		shipped: async () => ({ compiled: await platform.shipped(context.extensionUri) }),
		tools: platform.tools,
		libraries: platform.libraries,
		core: coreOf(platform),
		disk: platform.disk,
		watch: platform.watch,
	});
	const changed = new vscode.EventEmitter<ReturnType<Host['settings']>>();
	const configuration = () => vscode.workspace.getConfiguration(section);
	let settings = readSettings(key => configuration().get(key));
	const documents = new OwnDocuments(
		log,
		platform.startIndex,
		{
			extension: context.extensionUri,
			folder: vscode.Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'shelf'),
		},
		packs,
	);
	const host: Host = {
		extensionUri: context.extensionUri,
		log,
		drafts: new Drafts(),
		documents,
		service: () => packs.service(),
		onDidChangeService: packs.onDidChangeService,
		settings: () => settings,
		onDidChangeSettings: changed.event,
	};
	context.subscriptions.push(
		log,
		packs,
		documents,
		changed,
		host.drafts,
		vscode.workspace.onDidChangeConfiguration(event => {
			if (event.affectsConfiguration(section)) changed.fire((settings = readSettings(key => configuration().get(key))));
		}),
	);
	const reviews = new Reviews(host, {
		ready: packs.ready,
		librariesRead: librariesRead(packs),
		contextOf: (uri, draft) => packs.contextOf(uri, draft),
	});
	for (const register of [registerCompletion, registerHover, registerTimeline])
		context.subscriptions.push(register(host));
	const preview = new PreviewCitations(host);
	context.subscriptions.push(
		reviews,
		preview,
		registerPalette(host, context.workspaceState),
		registerSourceView(host, packs),
		registerPanel(host, context.workspaceState),
		registerAddRecord(host, packs),
		registerCandidates(host, packs, context.workspaceState),
		registerExportSources(host, packs.files, platform.libraries),
		registerExports(host, packs.files, reviews, platform),
		registerReferences(host, packs, reviews),
		registerReview(host, packs, reviews),
		registerReviewView(host, packs, reviews, context.workspaceState, platform),
		registerDocuments(host, packs, platform, context.workspaceState),
		registerDrafting(host, packs, reviews, context.globalState, platform),
		registerAssistants(host, packs, context, platform),
		registerLibrary(host, documents, packs, context, platform),
	);
	packs.start();
	return { extendMarkdownIt: md => preview.extend(md) };
}

/**
 * Loads the core once; its services share the letters of documents. A failure to load it is not kept: the next time it
 * is tried again.
 */
function coreOf(platform: Platform): () => Promise<CreateService> {
	let loading: Promise<CreateService> | undefined;
	return () =>
		(loading ??= platform
			.core()
			.then(core => {
				const letters = new core.NormalizedTexts();
				const counts = new core.SharedCounts();
				return (packs: Parameters<CreateService>[0]) => core.createService(packs, letters, counts);
			})
			.catch((error: unknown) => {
				loading = undefined;
				throw error;
			}));
}
