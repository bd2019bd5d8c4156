// Where the records and full texts of a person's own packs and libraries stand.
import * as vscode from 'vscode';
import type { Corpus, PackData } from '../../core/service';
import type { Bibliography } from '../../app/bibliographies';
import type { OwnPack } from './folders';

/** The records of a pack, of all kinds. */
function everyRecord(data: PackData): readonly { readonly id: string }[] {
	return [...data.terms, ...data.formulations, ...data.citations, ...data.sources];
}

/** Whether one of them has a record with this id, also one that is left out in favour of another. */
export function hasRecord(packs: readonly OwnPack[], libraries: readonly Bibliography[], id: string): boolean {
	return (
		libraries.some(({ read }) => read?.data.sources.some(source => source.id === id)) ||
		packs.some(
			({ read }) =>
				everyRecord(read.data).some(record => record.id === id) ||
				read.data.extensions?.some(extension => extension.id === id),
		)
	);
}

/** Where a record stands; nothing for a shipped one. */
export function placeOfRecord(
	packs: readonly OwnPack[],
	libraries: readonly Bibliography[],
	id: string,
): vscode.Location | undefined {
	for (const { folder, read } of packs) {
		const record = everyRecord(read.data).find(one => one.id === id);
		if (!record) continue;
		const { line, column } = read.places.place(record);
		return new vscode.Location(
			vscode.Uri.joinPath(folder.uri, read.places.file(record)),
			new vscode.Position(line - 1, column - 1),
		);
	}
	for (const { place: file, read } of libraries) {
		const record = read?.data.sources.find(source => source.id === id);
		const place = record && read?.places.place(record);
		if (place)
			return new vscode.Location(vscode.Uri.parse(file, true), new vscode.Position(place.line - 1, place.column - 1));
	}
	return undefined;
}

/** Where a full text stands, or a paragraph of it (from 1): the line it begins on. */
export function placeOfText(
	packs: readonly OwnPack[],
	text: Corpus['documents'][number],
	paragraph?: number,
): vscode.Location | undefined {
	// What is merged has the list of paragraphs that was read.
	const pack = packs.find(({ read }) => read.data.documents?.some(document => document.paragraphs === text.paragraphs));
	const line = paragraph === undefined ? 1 : (text.lines[paragraph - 1] ?? 1);
	return pack && new vscode.Location(vscode.Uri.joinPath(pack.folder.uri, text.file), new vscode.Position(line - 1, 0));
}

/** How many records each of them has, for the log. */
export function countsOf(packs: readonly OwnPack[], libraries: readonly Bibliography[]): string {
	const counts = [
		...packs.map(({ folder, read }) => `${folder.name} (${everyRecord(read.data).length})`),
		...libraries.map(({ text, read }) => `${text.name} (${read?.data.sources.length ?? 'not read'})`),
	];
	return counts.join(', ') || 'none';
}
