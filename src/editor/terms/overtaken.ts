// Asks for the list once more where typing has overtaken the answer to the word before.
import * as vscode from 'vscode';
import { isNewWord } from './newWord';

/** After so many milliseconds without a key VS Code has asked by itself, if it will. */
const wait = 300;

interface Question {
	readonly document: string;
	readonly version: number;
	readonly position: vscode.Position;
	/** The line up to there, as it stood. */
	readonly before: string;
}

/**
 * While an answer is on its way VS Code does not ask for what is typed meanwhile. When it comes, and a new word has
 * begun, VS Code asks only providers that gave nothing, and takes the old items of the others: none of them fits, and
 * no list shows before the next key. So it is, too, where it has asked for letters of an input method, and the answer
 * comes when that has put its characters in their place. So the last question is kept; where the draft has gone on to
 * another word and stands still without having been asked for, the list is asked for as VS Code would have done.
 */
export class OvertakenAnswers implements vscode.Disposable {
	private last: Question | undefined;
	private timer: ReturnType<typeof setTimeout> | undefined;
	/** Where the cursor stands once VS Code has told of it: behind what was typed last. */
	private expected: vscode.Position | undefined;
	private readonly changes: readonly vscode.Disposable[];

	/** `offers`: whether there is something to show at a place. */
	constructor(private readonly offers: (document: vscode.TextDocument, position: vscode.Position) => Promise<boolean>) {
		this.changes = [
			vscode.workspace.onDidChangeTextDocument(event => {
				clearTimeout(this.timer);
				this.expected = this.typedUpTo(event);
				if (this.expected) this.lookLater();
			}),
			// Where the window is busy it tells of the cursor long after it has told of the text.
			vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
				if (textEditor.document.uri.toString() !== this.last?.document) return;
				if (!selection || !this.expected?.isEqual(selection.active)) return;
				this.expected = undefined;
				this.lookLater();
			}),
		];
	}

	dispose(): void {
		clearTimeout(this.timer);
		for (const one of this.changes) one.dispose();
	}

	/** The end of what a change has put in; nothing where it is none that asks for a list. */
	private typedUpTo({ document, reason, contentChanges }: vscode.TextDocumentChangeEvent): vscode.Position | undefined {
		const [change] = contentChanges;
		if (reason !== undefined || contentChanges.length !== 1 || document.uri.toString() !== this.last?.document)
			return undefined;
		return change && document.positionAt(change.rangeOffset + change.text.length);
	}

	private lookLater(): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => void this.look(), wait);
	}

	/** A place was asked for: by VS Code, unless it is for a character that does not stand there, as others may ask. */
	asked(
		document: vscode.TextDocument,
		position: vscode.Position,
		{ triggerCharacter = '' }: vscode.CompletionContext,
	): void {
		const before = lineBefore(document, position);
		if (!before.endsWith(triggerCharacter)) return;
		this.last = { document: document.uri.toString(), version: document.version, position, before };
	}

	private async look(): Promise<void> {
		const editor = vscode.window.activeTextEditor;
		if (!editor || !this.isOvertaken(editor)) return;
		const { document } = editor;
		const { version } = document;
		if (!(await this.offers(document, editor.selection.active)) || document.version !== version) return;
		await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
	}

	/** Whether another word was begun on the line that VS Code asked for, and it has not asked for that. */
	private isOvertaken({ document, selections }: vscode.TextEditor): boolean {
		const [selection] = selections;
		const { last } = this;
		if (!last || !selection || selections.length > 1 || !selection.isEmpty) return false;
		if (last.document !== document.uri.toString() || last.version >= document.version) return false;
		const { active } = selection;
		return (
			active.line === last.position.line &&
			isNewWord(last.before, lineBefore(document, active)) &&
			suggestsByItself(document)
		);
	}
}

function lineBefore(document: vscode.TextDocument, { line, character }: vscode.Position): string {
	return document.lineAt(line).text.slice(0, character);
}

/** Whether lists show while a person types. */
function suggestsByItself(document: vscode.TextDocument): boolean {
	const value = vscode.workspace
		.getConfiguration('editor', document)
		.get<boolean | { readonly other?: boolean | string }>('quickSuggestions');
	const other = typeof value === 'object' ? value.other : value;
	return other === true || other === 'on';
}
