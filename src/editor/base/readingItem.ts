// The item of the status bar that says what is being read or made searchable, when it takes long enough to be noticed.
import * as vscode from 'vscode';

/** Work under way. `command`: what a click does. */
export interface Reading {
	readonly words: string;
	readonly tooltip: string;
	readonly command?: string;
}

/** Milliseconds of work that nobody needs to be told of. */
const unnoticed = 1000;

/** One item for all of it: whoever reads reports under a name of its own. */
export class ReadingItem implements vscode.Disposable {
	private readonly readings = new Map<string, Reading>();
	private item: vscode.StatusBarItem | undefined;
	private timer: ReturnType<typeof setTimeout> | undefined;

	report(reader: string, reading: Reading): void {
		this.readings.set(reader, reading);
		if (this.item) this.draw(this.item);
		else this.timer ??= setTimeout(() => this.show(), unnoticed);
	}

	end(reader: string): void {
		this.readings.delete(reader);
		if (this.readings.size === 0) this.hide();
		else if (this.item) this.draw(this.item);
	}

	dispose(): void {
		this.readings.clear();
		this.hide();
	}

	private hide(): void {
		clearTimeout(this.timer);
		this.timer = undefined;
		this.item?.dispose();
		this.item = undefined;
	}

	private show(): void {
		this.item = vscode.window.createStatusBarItem('policyWriting.reading', vscode.StatusBarAlignment.Left);
		this.item.name = vscode.l10n.t('Packs, libraries and documents');
		this.draw(this.item);
		this.item.show();
	}

	private draw(item: vscode.StatusBarItem): void {
		const readings = [...this.readings.values()];
		item.text = `$(sync~spin) ${readings.map(({ words }) => words).join(' · ')}`;
		item.tooltip = readings.map(({ tooltip }) => tooltip).join('\n');
		item.command = readings.find(({ command }) => command !== undefined)?.command;
	}
}
