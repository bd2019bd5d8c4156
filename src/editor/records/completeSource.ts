// Opens the place in a person's own pack where a missing element of a source belongs; makes the record where there is
// none yet. The shipped pack is never edited.
import * as vscode from 'vscode';
import type { Source } from '../../core/service';
import { packInfo, targets } from './addRecord';
import { command } from '../base/guard';
import type { Host } from '../base/host';
import type { Packs } from '../packs/packs';
import { packExists, writeNew, writePack } from '../packs/writer';
import { fieldName } from '../sources/text';

const t = vscode.l10n.t;

/** Registers `policyWriting.completeSource` (id of a source, the missing field). */
export function registerCompleteSource(host: Host, packs: Packs): vscode.Disposable {
	return command(host.log, 'policyWriting.completeSource', async (id: unknown, field: unknown) => {
		await packs.settled();
		const service = await host.service();
		const source = typeof id === 'string' ? service.corpus.source(id) : undefined;
		if (!source) return;
		const missing =
			service.reference(source.id, { edition: host.settings().citation.edition })?.missing.map(gap => gap.field) ?? [];
		const wanted = typeof field === 'string' ? field : (missing[0] ?? 'note');
		const place = ownPlace(packs, source.id);
		const elsewhere = place ? undefined : packs.locate(source.id);
		if (place) await openAt(place, wanted);
		// A library of another program is completed with that program, or by hand.
		else if (elsewhere)
			await show(
				await vscode.workspace.openTextDocument(elsewhere.uri),
				new vscode.Selection(elsewhere.range.start, elsewhere.range.start),
			);
		else await create(packs, source, [wanted, ...missing.filter(other => other !== wanted)]);
	});
}

/** Where a pack of one's own has the source, or completes one that stands elsewhere. */
function ownPlace(packs: Packs, id: string): vscode.Location | undefined {
	for (const { folder, read } of packs.packs()) {
		const record =
			read.data.sources.find(each => each.id === id) ??
			read.data.extensions?.find(each => each.kind === 'source' && (each.extends === id || each.id === id));
		if (!record) continue;
		const place = read.places.place(record);
		return new vscode.Location(
			vscode.Uri.joinPath(folder.uri, read.places.file(record)),
			new vscode.Range(place.line - 1, place.column - 1, place.endLine - 1, place.endColumn - 1),
		);
	}
	return undefined;
}

/**
 * Shows a record with the cursor where the field is to be written: behind it where it stands there empty, else on a new
 * line below the first.
 */
async function openAt(place: vscode.Location, field: string): Promise<void> {
	const document = await vscode.workspace.openTextDocument(place.uri);
	const first = place.range.start.line;
	const indent = /^(\s*)-(\s+)/.exec(document.lineAt(first).text);
	if (!indent) {
		await show(document, new vscode.Selection(place.range.start, place.range.start));
		return;
	}
	const inner = ' '.repeat(indent[1]!.length + 1 + indent[2]!.length);
	for (let line = first; line < document.lineCount; line++) {
		const { text } = document.lineAt(line);
		if (line > first && text.trim() !== '' && !text.startsWith(inner) && !/^\s*#/.test(text)) break;
		const there = new RegExp(`^\\s*(?:-\\s+)?${field}:\\s*`).exec(text);
		if (there) {
			const at = new vscode.Position(line, there[0].length);
			await show(document, new vscode.Selection(at, at));
			return;
		}
	}
	const editor = await show(document, new vscode.Selection(place.range.start, place.range.start));
	// Only a record written line by line can take one more line; another is shown, and the person sees what to do.
	if (!/^\s*-\s+[\w-]+:\s*[^\s|>&*[{'"][^#]*(?:#.*)?$/.test(document.lineAt(first).text)) return;
	await editor.insertSnippet(snippet(`\n${inner}`, [field]), document.lineAt(first).range.end, {
		undoStopBefore: true,
		undoStopAfter: true,
	});
}

/** A new record that completes the source, in the person's own pack; not saved before the person has filled it in. */
async function create(packs: Packs, source: Source, fields: readonly string[]): Promise<void> {
	const [place] = await targets(packs, vscode.window.activeTextEditor?.document.uri);
	if (!place) {
		void vscode.window.showInformationMessage(
			t('Your pack is kept in the folder you work in, but no folder is open. Open the folder of your drafts first.'),
		);
		return;
	}
	const { uri } = place.folder;
	const tools = await packs.tools();
	if (!(await packExists(uri))) {
		const make = t('Create my pack');
		if (
			(await vscode.window.showInformationMessage(
				t('What you complete is kept in a pack of your own. You have none here yet.'),
				{ modal: true, detail: vscode.workspace.asRelativePath(uri) },
				make,
			)) !== make
		)
			return;
		packs.touch(await writePack(tools, uri, packInfo(packs, tools)));
	}
	for (let n = 1; n < 100; n++) {
		const file = vscode.Uri.joinPath(uri, 'sources', n === 1 ? 'mine.yaml' : `mine-${n}.yaml`);
		await writeNew(file, '');
		const document = await vscode.workspace.openTextDocument(file);
		const insertion = tools.add('source', document.getText(), { id: probe, type: 'book', title: probe });
		if ('refused' in insertion) continue; // broken, or not a list: it stays as it is
		const before = insertion.text.slice(0, insertion.text.indexOf('- '));
		if (!insertion.text.includes('- ')) continue;
		const indent = before.slice(Math.max(before.lastIndexOf('\n'), -1) + 1);
		const at = document.positionAt(insertion.offset);
		const editor = await show(document, new vscode.Selection(at, at));
		const start = new vscode.SnippetString().appendText(
			`${before}- extends: ${source.id}  # ${source.title.replace(/\s+/g, ' ')}`,
		);
		start.value += snippet(`\n${indent}  `, fields).value + snippetText('\n');
		await editor.insertSnippet(start, at, { undoStopBefore: true, undoStopAfter: true });
		return;
	}
}

/** An id that only asks where a record would go. */
const probe = 'zz-where';

/** Lines with a gap to be filled in for each field, and what it is called behind it. */
function snippet(lead: string, fields: readonly string[]): vscode.SnippetString {
	const value = new vscode.SnippetString();
	for (const field of fields) {
		value.appendText(`${lead}${field}: `);
		if (field === 'author') value.appendText('[{ literal: "').appendTabstop().appendText('" }]');
		else value.appendText('"').appendTabstop().appendText('"');
		value.appendText(`  # ${fieldName(field)}`);
	}
	return value;
}

function snippetText(text: string): string {
	return new vscode.SnippetString().appendText(text).value;
}

async function show(document: vscode.TextDocument, selection: vscode.Selection): Promise<vscode.TextEditor> {
	const editor = await vscode.window.showTextDocument(document, { preview: false, selection });
	editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
	return editor;
}
