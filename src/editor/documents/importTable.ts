// A table of terms and formulations → records of the pack, after the person has seen how many there are and which
// rows are of no use.
import * as vscode from 'vscode';
import type { ImportProblem, PackTools, RecordKind, TableRecord, TableRecords } from '../../core/service';
import { packInfo, type Target } from '../records/addRecord';
import { ask } from '../base/form';
import type { ImportClient, Stopping } from '../../workers/import/client';
import { problem } from './importFiles';
import type { ImportFile } from '../../workers/import/protocol';
import { heading } from './importQuestions';
import type { ImportContext } from './importContext';
import { wordImport } from './wording';
import { writePack } from '../packs/writer';

/** What became of a table. */
export interface TableOutcome {
	readonly name: string;
	/** How many records were added; 0 when the person left. */
	readonly records: number;
	readonly files: readonly vscode.Uri[];
	readonly problems: readonly ImportProblem[];
}

interface Limits {
	readonly patience: number;
	readonly stopping: Stopping;
}

/** In the order in which they are written: what is named comes before what names it. */
const folders: Readonly<Record<RecordKind, string>> = {
	source: 'sources',
	citation: 'citations',
	term: 'terms',
	formulation: 'formulations',
};

/** Reads a table, asks, and writes what it holds into new files of the pack. */
export async function importTable(
	{ host, packs }: ImportContext,
	client: ImportClient,
	place: Target,
	tools: PackTools,
	file: ImportFile,
	{ patience, stopping }: Limits,
): Promise<TableOutcome | 'stopped'> {
	const { corpus } = await host.service();
	const known = {
		terms: corpus.terms.flatMap(({ term, aliases = [] }) => [term, ...aliases]),
		formulations: corpus.formulations.map(({ text }) => text),
		sources: corpus.sources.map(({ title, id }): [string, string] => [title, id]),
	};
	const nothing = (problems: readonly ImportProblem[]): TableOutcome => ({
		name: file.name,
		records: 0,
		files: [],
		problems,
	});
	const reply = await client.ask({ type: 'table', file, known }, patience, stopping);
	if ('none' in reply) {
		if (reply.none === 'stopped') return 'stopped';
		host.log.warn(`import: ${file.name}: ${reply.none} ${reply.why}`);
		return nothing([problem('import.unreadable', { reason: reply.none === 'time' ? 'time' : 'memory' })]);
	}
	const { texts, kept, problems } = yamlOf(tools, reply.value);
	if (kept.length === 0) return nothing(problems);
	if (!(await confirmed(file.name, kept, problems))) return nothing([]);
	await writePack(tools, place.folder.uri, packInfo(packs, tools));
	const stem = tools.propose('source', file.name.replace(/^.*\//, '').replace(/\.[^.]*$/, ''), () => false);
	const files = await writeFiles(place.folder.uri, stem, texts);
	packs.touch();
	return { name: file.name, records: kept.length, files, problems };
}

/** The text of a new file for each kind, every record tried alone; one that packs do not take is told of by its row. */
function yamlOf(
	tools: PackTools,
	{ records, problems }: TableRecords,
): {
	readonly texts: ReadonlyMap<RecordKind, string>;
	readonly kept: readonly TableRecord[];
	readonly problems: readonly ImportProblem[];
} {
	const texts = new Map<RecordKind, string>();
	const kept: TableRecord[] = [];
	const refused: ImportProblem[] = [];
	for (const one of records) {
		const insertion = tools.add(one.kind, '', one.record);
		if ('refused' in insertion)
			refused.push({ ...problem('import.entry', { reason: 'schema' }, 'warning'), line: one.row });
		else {
			kept.push(one);
			texts.set(one.kind, (texts.get(one.kind) ?? '') + insertion.text);
		}
	}
	return { texts, kept, problems: [...problems, ...refused] };
}

/** Shows what would be added and what not; false when the person leaves. */
async function confirmed(
	name: string,
	kept: readonly TableRecord[],
	problems: readonly ImportProblem[],
): Promise<boolean> {
	const t = vscode.l10n.t;
	const count = (kind: RecordKind) => kept.filter(one => one.kind === kind).length;
	const counts: [number, string][] = [
		[count('term'), t('terms')],
		[count('formulation'), t('formulations')],
		[count('citation'), t('citations')],
		[count('source'), t('sources')],
	];
	const said = counts
		.filter(([n]) => n > 0)
		.map(([n, what]) => `${what}: ${n}`)
		.join(' · ');
	const shown = problems.slice(0, 8).map((one, i) => ({
		value: 'again',
		label: wordImport(one),
		icon: 'warning',
		description: i === 7 && problems.length > 8 ? t('and {0} more', problems.length - 8) : undefined,
	}));
	for (;;) {
		const answers = await ask(`${heading()}: ${name.replace(/^.*\//, '')}`, () => [
			{
				kind: 'choice',
				key: 'what',
				prompt:
					problems.length > 0
						? t('Rows that cannot be used, or not as a whole: {0}. They are listed below.', problems.length)
						: t('Every row can be used.'),
				choices: [
					{ value: 'add', label: t('Add {0} records to my pack', kept.length), detail: said, icon: 'check' },
					...shown,
				],
			},
		]);
		if (answers?.what !== 'again') return answers?.what === 'add';
	}
}

/** Writes one file for each kind, all or none; each is written beside its place and moved there. */
async function writeFiles(
	folder: vscode.Uri,
	stem: string,
	texts: ReadonlyMap<RecordKind, string>,
): Promise<vscode.Uri[]> {
	const written: vscode.Uri[] = [];
	const staging = vscode.Uri.joinPath(folder, `.import-table-${Date.now().toString(36)}`);
	try {
		for (const kind of Object.keys(folders) as RecordKind[]) {
			const text = texts.get(kind);
			if (text === undefined) continue;
			const half = vscode.Uri.joinPath(staging, `${kind}.yaml`);
			await vscode.workspace.fs.writeFile(half, new TextEncoder().encode(text));
			await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(folder, folders[kind]));
			written.push(await move(half, vscode.Uri.joinPath(folder, folders[kind]), stem));
		}
		return written;
	} catch (error) {
		for (const uri of written) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
		throw error;
	} finally {
		await vscode.workspace.fs.delete(staging, { recursive: true, useTrash: false }).then(undefined, () => undefined);
	}
}

/** Moves a file to the first free name. */
async function move(file: vscode.Uri, folder: vscode.Uri, stem: string): Promise<vscode.Uri> {
	for (let n = 1; ; n++) {
		const uri = vscode.Uri.joinPath(folder, `${stem}${n === 1 ? '' : `-${n}`}.yaml`);
		try {
			await vscode.workspace.fs.rename(file, uri, { overwrite: false });
			return uri;
		} catch (error) {
			if (n >= 100 || !(error instanceof vscode.FileSystemError) || error.code !== 'FileExists') throw error;
		}
	}
}
