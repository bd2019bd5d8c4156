// The documents view in the side bar: the packs of one's own with the full texts in them, kept as the packs are;
// files can be dropped on it.
import * as vscode from 'vscode';
import { rowsOf, type DocumentRow, type DocumentsRow } from './rows';
import type { Host } from '../base/host';
import type { Chosen } from './importFiles';
import { escaped, markdown } from '../base/markdown';
import { OpenBranches } from '../base/openBranches';
import type { Packs } from '../packs/packs';
import { dateText } from '../base/hitRows';
import { fieldName } from '../sources/text';

const viewId = 'policyWriting.documents';
const t = vscode.l10n.t;

export class DocumentsTree
	implements vscode.TreeDataProvider<DocumentsRow>, vscode.TreeDragAndDropController<DocumentsRow>, vscode.Disposable
{
	readonly dropMimeTypes = ['text/uri-list', 'files'];
	readonly dragMimeTypes = [];
	private readonly changes = new vscode.EventEmitter<undefined>();
	readonly onDidChangeTreeData = this.changes.event;
	private readonly branches: OpenBranches;
	private readonly subscriptions: vscode.Disposable[];

	/** `memory` keeps which packs a person has closed. */
	constructor(
		private readonly host: Host,
		private readonly packs: Packs,
		private readonly dropped: (chosen: readonly Chosen[]) => Thenable<unknown>,
		memory: vscode.Memento,
	) {
		const view = vscode.window.createTreeView(viewId, {
			treeDataProvider: this,
			dragAndDropController: this,
			showCollapseAll: true,
		});
		this.branches = new OpenBranches(memory, 'documents.branches');
		this.branches.follow(view, row => (row.type === 'pack' ? row.folder : ''));
		this.subscriptions = [
			this.changes,
			this.branches,
			view,
			host.onDidChangeService(() => this.changes.fire(undefined)),
		];
	}

	async getChildren(row?: DocumentsRow): Promise<DocumentsRow[]> {
		if (row) return row.type === 'pack' ? [...row.children] : [];
		const { corpus } = await this.host.service();
		return [
			...rowsOf(
				this.packs.packs().map(({ folder, read }) => ({ folder: folder.uri.toString(), data: read.data })),
				id => corpus.source(id),
			),
		];
	}

	getTreeItem(row: DocumentsRow): vscode.TreeItem {
		return row.type === 'document'
			? documentItem(row)
			: Object.assign(new vscode.TreeItem(row.title), {
					id: row.folder,
					collapsibleState: this.branches.state(row.folder, vscode.TreeItemCollapsibleState.Expanded),
					description: t('{0} documents', row.children.length),
					iconPath: new vscode.ThemeIcon('library'),
					contextValue: 'pack',
				});
	}

	async handleDrop(_target: DocumentsRow | undefined, data: vscode.DataTransfer): Promise<void> {
		const chosen = await droppedFiles(data);
		if (chosen.length > 0) await this.dropped(chosen);
	}

	dispose(): void {
		for (const each of this.subscriptions) each.dispose();
	}
}

/** Where the file of a document is. */
export function uriOf(row: DocumentRow): vscode.Uri {
	return vscode.Uri.joinPath(vscode.Uri.parse(row.folder, true), row.file);
}

/** What was dropped: from the Explorer and from tabs as a list of places, from the system's file manager as files. */
async function droppedFiles(data: vscode.DataTransfer): Promise<readonly Chosen[]> {
	const list = (await data.get('text/uri-list')?.asString()) ?? '';
	const places = list
		.split(/\r\n|\n/)
		.filter(line => line !== '' && !line.startsWith('#'))
		.flatMap(line => {
			try {
				return [vscode.Uri.parse(line, true)];
			} catch {
				return [];
			}
		})
		.filter(uri => uri.scheme !== 'http' && uri.scheme !== 'https');
	if (places.length > 0) return places;
	const files: Chosen[] = [];
	data.forEach(item => {
		const file = item.asFile();
		if (file) files.push(file.uri ?? { name: file.name, data: () => file.data() });
	});
	return files;
}

function documentItem(row: DocumentRow): vscode.TreeItem {
	const item = new vscode.TreeItem(row.title);
	const uri = uriOf(row);
	const missing = row.missing.map(fieldName).join(vscode.env.language.startsWith('zh') ? '、' : ', ');
	const state = row.damaged
		? t('damaged: words or marks are lost, so check quotations elsewhere')
		: missing && t('missing: {0}', missing);
	item.id = uri.toString();
	item.description = [
		row.date && dateText(row.date),
		row.paragraphs !== undefined && t('{0} paragraphs', row.paragraphs),
	]
		.filter(Boolean)
		.join(' · ');
	item.iconPath = row.damaged
		? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
		: new vscode.ThemeIcon(row.missing.length > 0 ? 'question' : 'file-text');
	item.tooltip = markdown([
		`**${escaped(row.title)}**`,
		escaped([item.description, state].filter(Boolean).join(' · ')),
		escaped(row.file),
	]);
	item.accessibilityInformation = { label: [row.title, item.description, state].filter(Boolean).join(', ') };
	item.contextValue = 'document';
	item.command = { command: 'vscode.open', title: t('Open'), arguments: [uri] };
	return item;
}
