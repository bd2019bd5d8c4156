// A library of another program → sources of the pack, after the person has seen how many there are.
import * as vscode from 'vscode';
import { isLibraryFile, libraryRecords, libraryText, maybeLibrary } from '../../app/importLibrary';
import { importTable as importIntoPack } from '../../app/importTable';
import type { PackTools } from '../../core/service';
import { packInfo, type Target } from '../records/addRecord';
import { writePack } from '../packs/writer';
import type { ImportContext } from './importContext';
import { problem, toRead, type FoundFile } from './importFiles';
import { confirmed, type TableOutcome } from './importTable';

/** Takes the sources of a file that is a library into the pack; nothing where the file is none. */
export async function importLibrary(
	{ host, packs, libraries }: ImportContext,
	place: Target,
	tools: PackTools,
	file: FoundFile,
): Promise<TableOutcome | undefined> {
	if (!maybeLibrary(file.name)) return undefined;
	const input = await toRead(packs.files, file, false);
	if ('code' in input || !input.bytes || !isLibraryFile(file.name, input.bytes)) return undefined;
	const none = { name: file.name, records: 0, files: [] };
	const text = libraryText(input.bytes);
	if (text === undefined) return { ...none, problems: [problem('import.unreadable', { reason: 'encoding' })] };
	await packs.settled(); // the library before this one may have added the same
	const { corpus } = await host.service();
	const folder = place.folder.uri;
	const own = packs.packs().find(pack => pack.folder.uri.toString() === folder.toString());
	const read = await (await libraries()).read(file.name, text, () => new Promise(resolve => setTimeout(resolve)));
	const records = libraryRecords(read, {
		sources: own?.read.data.sources ?? [],
		taken: id => corpus.record(id) !== undefined,
		tools,
	});
	let left = false;
	const { files } = packs;
	const wanted = async (plan: Parameters<typeof confirmed>[1]) => {
		left = !(await confirmed(file.name, plan));
		if (!left) await writePack({ files, tools, folder }, packInfo(packs, tools));
		return !left;
	};
	const target = { files, pack: folder.toString(), tools, wanted, kinds: ['source'] as const };
	const done = await importIntoPack(target, file.name, records);
	if (done.files.length > 0) packs.touch();
	return {
		name: file.name,
		records: done.files.length > 0 ? done.plan.records.length : 0,
		files: done.files.map(name => vscode.Uri.joinPath(folder, name)),
		problems: left ? [] : done.problems,
	};
}
