// The tests' hand inside the window: does what the driver asks (texts, selections, commands) and answers. Loaded
// beside the extension. Always in the Node host, also when that one runs in the web-worker host.
'use strict';
const { existsSync, readFileSync } = require('node:fs');
const { request } = require('node:http');
const { join } = require('node:path');
const vscode = require('vscode');

const languages = new Set(['markdown', 'plaintext', 'latex', 'tex']);
const uriOf = name => vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, name);
const sleep = ms => new Promise(done => setTimeout(done, ms));

/** The editor that is in front; a window needs a moment to give it. */
async function editor() {
	for (const end = Date.now() + 60_000; Date.now() < end;) {
		if (vscode.window.activeTextEditor) return vscode.window.activeTextEditor;
		await sleep(20);
	}
	throw new Error('no text editor is in front');
}

/** Edits, again where that is refused because the text has changed meanwhile, as by a key whose news is still on its way here. */
async function edited(edit) {
	for (const end = Date.now() + 30_000; !(await edit()); await sleep(20))
		if (Date.now() > end) throw new Error('the text in front takes no edit');
}

const state = e => ({
	file: e.document.uri.path.split('/').pop(),
	language: e.document.languageId,
	text: e.document.getText(),
	version: e.document.version,
	dirty: e.document.isDirty,
	eol: e.document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n',
	selections: e.selections.map(s => ({
		start: e.document.offsetAt(s.start),
		end: e.document.offsetAt(s.end),
		cursor: e.document.offsetAt(s.active),
		line: s.active.line + 1,
		character: s.active.character,
	})),
});

/** The window's events come in order: after a question to it, all that happened there before is known here. */
const sync = () => vscode.commands.executeCommand('setContext', 'companion.sync', true);

/** When a key, or what it did to the cursor, was last heard of; 0 where the driver itself has written since. */
let typed = 0;
/** So many milliseconds after that the extension asks for a list that VS Code has not asked for (overtaken.ts: 300). */
const overtaken = 320;

/**
 * Comes back when VS Code's own Markdown support has said what it completes: a list that is open then is filled anew, and its first row has
 * the focus again. Where it cannot start there is nothing to wait for.
 */
async function markdown() {
	await vscode.extensions
		.getExtension('vscode.markdown-language-features')
		?.activate()
		.then(undefined, () => undefined);
	await sync();
}

/** Names of files that clearing.ts wrote to be told of. */
const heard = new Set();

/** What gives versions from the history, once one was asked for. */
let versions;

/** The answer to completions that is held back. */
let holding;
let holder;

/** What the driver may ask for, by name. */
const methods = {
	async state() {
		await sync();
		return state(await editor());
	},
	/** Closes lists and hovers. */
	async escape() {
		await vscode.commands.executeCommand('hideSuggestWidget');
		// 1.100 has no such command; the mouse leaves it anyway.
		await vscode.commands.executeCommand('editor.action.hideHover').then(undefined, () => undefined);
		return null;
	},
	/** Closes lists and hovers, replaces the whole text (one edit), sets the cursors and puts the keys there. */
	async draft({ text, cursors, language, eol }) {
		await methods.escape();
		const e = await editor();
		if (language && e.document.languageId !== language)
			await vscode.languages.setTextDocumentLanguage(e.document, language);
		await edited(() =>
			e.edit(edit => {
				edit.setEndOfLine(eol === '\r\n' ? vscode.EndOfLine.CRLF : vscode.EndOfLine.LF);
				edit.replace(new vscode.Range(0, 0, e.document.lineCount, 0), text);
			}),
		);
		await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
		return methods.select({ ranges: cursors.map(c => [c, c]) });
	},
	/** Puts text at the end; cursors before it stay. */
	async append({ text }) {
		await sync();
		const e = await editor();
		const end = () => e.document.lineAt(e.document.lineCount - 1).range.end;
		await edited(() => e.edit(edit => edit.insert(end(), text)));
		return state(e);
	},
	/** Sets the cursors. The host only sends them: a key that comes to the window before they do would be typed elsewhere. */
	async select({ ranges }) {
		const e = await editor();
		e.selections = ranges.map(([a, b]) => new vscode.Selection(e.document.positionAt(a), e.document.positionAt(b)));
		e.revealRange(e.selection);
		await sync();
		typed = 0;
		return state(e);
	},
	async open({ file }) {
		const e = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(file)));
		return state(e);
	},
	async save() {
		return (await editor()).document.save();
	},
	async command({ id, args }) {
		const result = await vscode.commands.executeCommand(id, ...args);
		return result === undefined ? null : JSON.parse(JSON.stringify(result));
	},
	/** What a tool for assistants answers, or why not. */
	async tool({ name, input }) {
		try {
			const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
			return { answer: content.map(part => part.value).join('\n') };
		} catch (error) {
			return { error: error instanceof Error ? error.message : String(error) };
		}
	},
	/** Names of the tools that assistants may call. */
	async tools() {
		return vscode.lm.tools.map(tool => tool.name);
	},
	/**
	 * Answers only after every provider has answered for this place, so after every earlier question too. Completions are asked for as of a
	 * character that nobody types, so that no provider takes the question for VS Code's own.
	 */
	async providers({ kind }) {
		await sync();
		const e = await editor();
		const [command, ...more] =
			kind === 'hover' ? ['vscode.executeHoverProvider'] : ['vscode.executeCompletionItemProvider', '\uFFFF'];
		await vscode.commands.executeCommand(command, e.document.uri, e.selection.active, ...more);
		return state(e);
	},
	/** Comes back when a list that has to be asked for anew after the last key has been; whether that was waited for. */
	async overtaken() {
		await sync();
		let waited = false;
		for (; Date.now() < typed + overtaken; waited = true) await sleep(typed + overtaken - Date.now());
		return waited;
	},
	/**
	 * Holds the next answer to a question for completions back, as a busy machine does: `asked` comes back when VS Code has asked,
	 * `release` lets the answer go.
	 */
	async holdCompletion() {
		let [release, ask] = [() => undefined, () => undefined];
		const held = new Promise(done => (release = done));
		const asked = new Promise(done => (ask = done));
		holding = { asked, release, ask, held };
		// Once for the window: where a provider comes or goes, VS Code asks all of them again.
		holder ??= vscode.languages.registerCompletionItemProvider(
			{ language: 'markdown' },
			{
				async provideCompletionItems() {
					holding.ask();
					await holding.held;
					return undefined;
				},
			},
		);
		return null;
	},
	async completionAsked() {
		await holding.asked;
		return null;
	},
	async releaseCompletion() {
		await sync();
		holding.release();
		return null;
	},
	/** Holds this host up, and with it all extensions in it, as a machine does that has other things to do (chaos.ts). */
	async hold({ ms }) {
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
		return null;
	},
	async problems() {
		await sync();
		const e = await editor();
		return vscode.languages.getDiagnostics(e.document.uri).map(d => ({
			message: d.message,
			severity: vscode.DiagnosticSeverity[d.severity],
			source: d.source ?? null,
			code: String(typeof d.code === 'object' ? d.code.value : (d.code ?? '')),
			start: e.document.offsetAt(d.range.start),
			end: e.document.offsetAt(d.range.end),
			text: e.document.getText(d.range),
			line: d.range.start.line + 1,
		}));
	},
	async setting({ key, value }) {
		await vscode.workspace.getConfiguration().update(key, value, vscode.ConfigurationTarget.Global);
		return null;
	},
	async extension({ id }) {
		const extension = vscode.extensions.getExtension(id);
		return { found: Boolean(extension), active: Boolean(extension?.isActive), kind: extension?.extensionKind ?? null };
	},
	/** Opens a file as a version from its history: another scheme, the same path. */
	async version({ file }) {
		const { path } = uriOf(file);
		versions ??= vscode.workspace.registerTextDocumentContentProvider('gitfs', {
			provideTextDocumentContent: uri => readFileSync(uri.path, 'utf8'),
		});
		return state(await vscode.window.showTextDocument(vscode.Uri.from({ scheme: 'gitfs', path })));
	},
	async documents() {
		await sync();
		return vscode.workspace.textDocuments.map(d => `${d.languageId} ${d.uri.toString()}`);
	},
	async clipboard({ text }) {
		if (text !== undefined) await vscode.env.clipboard.writeText(text);
		return vscode.env.clipboard.readText();
	},
	/** Closes all editors, what is not saved without asking. */
	async closeEditors() {
		const tabs = () => vscode.window.tabGroups.all.flatMap(group => group.tabs);
		while (tabs().length > 0) {
			await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
			await sync();
		}
		return null;
	},
	/** Comes back when a file of the folder that was just written has been told of: all that happened there before has been, too. */
	async heard({ name }) {
		while (!heard.has(name)) await sleep(20);
		return null;
	},
	/**
	 * Comes back when the front document is one the extension is for and the extension is active, or when it is another. An extension in
	 * the web-worker host is not visible from here; that it is active shows in its commands, which all hosts share. `packs`: when it has read
	 * the packs of the folder, too, as its tools wait for: when they come into use a list that is open is filled anew, and its first row has
	 * the focus again.
	 */
	async ready({ id, web, commands, packs }) {
		const e = await editor();
		const active = async () => {
			if (!web) return Boolean(vscode.extensions.getExtension(id)?.isActive);
			const all = new Set(await vscode.commands.getCommands());
			return commands.every(command => all.has(command));
		};
		if (!languages.has(e.document.languageId)) return state(e);
		while (!(await active())) await sleep(20);
		await markdown();
		if (packs) await methods.tool({ name: 'policy_explain', input: { term: '新质生产力' } });
		return state(e);
	},
};

/** Tells the driver; its status and text. Not by `fetch`, which opens no connection in Wine. */
const posted = (port, path, body) =>
	new Promise((done, fail) => {
		const question = request({ host: '127.0.0.1', port, path, method: 'POST' }, answer => {
			let text = '';
			answer.setEncoding('utf8');
			answer.on('data', part => (text += part));
			answer.on('end', () => done({ status: answer.statusCode, text }));
			answer.on('error', fail);
		});
		question.on('error', fail);
		question.end(JSON.stringify(body));
	});

exports.activate = async context => {
	const window = vscode.workspace.workspaceFolders?.[0].uri.path ?? '';
	const port = join(__dirname, `port-${encodeURIComponent(window)}`);
	if (!existsSync(port)) return; // a window that a person opened, or that shows something else by now
	const driver = readFileSync(port, 'utf8');
	const marks = vscode.workspace.createFileSystemWatcher('**/.heard-*');
	marks.onDidCreate(uri => heard.add(uri.path.split('/').pop()));
	const keyed = ({ document, textEditor }) => {
		if ((document ?? textEditor.document) === vscode.window.activeTextEditor?.document) typed = Date.now();
	};
	context.subscriptions.push(
		marks,
		vscode.workspace.onDidChangeTextDocument(keyed),
		vscode.window.onDidChangeTextEditorSelection(keyed),
	);
	// A window that is reloaded begins anew, with another of these.
	const companion = String(Math.random());
	let over = false;
	context.subscriptions.push({
		dispose() {
			over = true;
		},
	});
	const post = (path, body) =>
		posted(driver, `/${path}?window=${encodeURIComponent(window)}&companion=${companion}`, body);
	void (async () => {
		while (!over) {
			try {
				const response = await post('next', {});
				if (response.status === 410) return; // the driver has closed this window
				if (response.status !== 200) continue; // nothing to do yet
				const { id, method, params } = JSON.parse(response.text);
				// Not awaited: a command that waits for a person must not hold up the next question.
				void methods[method](params).then(
					result => post('answer', { id, result }),
					error => post('answer', { id, error: String(error?.stack ?? error) }),
				);
			} catch {
				await sleep(500);
			}
		}
	})();
};
