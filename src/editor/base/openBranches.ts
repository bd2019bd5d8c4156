// Which branches of a tree a person has opened and closed. VS Code forgets that with the window; here it is kept.
import type * as vscode from 'vscode';
import { TreeItemCollapsibleState } from 'vscode';

/** Branches that are remembered, those last touched: rows of files that are gone do not pile up. */
const remembered = 200;

export class OpenBranches implements vscode.Disposable {
	private readonly branches: Map<string, boolean>;
	private readonly subscriptions: vscode.Disposable[] = [];

	/** `key`: where in the memory it is kept. */
	constructor(
		private readonly memory: vscode.Memento,
		private readonly key: string,
	) {
		const kept: unknown = memory.get(key);
		const entries = Array.isArray(kept) ? (kept as unknown[]) : [];
		this.branches = new Map(entries.filter(isBranch));
	}

	/** Takes note of what a person does in a view; `idOf`: the id of the item that a row is drawn as. */
	follow<T>(view: vscode.TreeView<T>, idOf: (row: T) => string): void {
		this.subscriptions.push(
			view.onDidCollapseElement(({ element }) => this.note(idOf(element), false)),
			view.onDidExpandElement(({ element }) => this.note(idOf(element), true)),
		);
	}

	/** As the person left the branch, else as stated. */
	state(id: string, otherwise: TreeItemCollapsibleState): TreeItemCollapsibleState {
		const open = this.branches.get(id);
		if (open === undefined) return otherwise;
		return open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
	}

	dispose(): void {
		for (const each of this.subscriptions) each.dispose();
	}

	private note(id: string, open: boolean): void {
		this.branches.delete(id);
		this.branches.set(id, open);
		void this.memory.update(this.key, [...this.branches].slice(-remembered));
	}
}

function isBranch(entry: unknown): entry is [string, boolean] {
	return Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'boolean';
}
