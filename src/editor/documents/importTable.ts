// A table of terms and formulations → records of the pack, after the person has seen how many there are and which
// rows are of no use.
import * as vscode from 'vscode';
import { importTable as importIntoPack, knownTexts, type TablePlan } from '../../app/importTable';
import { namesNoTerms, type ImportProblem, type PackTools, type RecordKind } from '../../core/service';
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

/** Reads a table, asks, and writes what it holds into new files of the pack; one that names no terms is a document. */
export async function importTable(
	{ host, packs }: ImportContext,
	client: ImportClient,
	place: Target,
	tools: PackTools,
	file: ImportFile,
	{ patience, stopping }: Limits,
): Promise<TableOutcome | 'stopped' | 'document'> {
	await packs.settled(); // the table before this one may have added the same
	const { corpus } = await host.service();
	const folder = place.folder.uri;
	const own = packs.packs().find(pack => pack.folder.uri.toString() === folder.toString());
	const known = knownTexts(own?.read.data, corpus);
	const reply = await client.ask({ type: 'table', file, known }, patience, stopping);
	if ('none' in reply) {
		if (reply.none === 'stopped') return 'stopped';
		host.log.warn(`import: ${file.name}: ${reply.none} ${reply.why}`);
		const why = problem('import.unreadable', { reason: reply.none === 'time' ? 'time' : 'memory' });
		return { name: file.name, records: 0, files: [], problems: [why] };
	}
	if (namesNoTerms(reply.value.records, reply.value.problems)) return 'document';
	let left = false;
	const { files } = packs;
	const wanted = async (plan: TablePlan) => {
		left = !(await confirmed(file.name, plan));
		if (!left) await writePack({ files, tools, folder }, packInfo(packs, tools));
		return !left;
	};
	const done = await importIntoPack({ files, pack: folder.toString(), tools, wanted }, file.name, reply.value);
	if (done.files.length > 0) packs.touch();
	return {
		name: file.name,
		records: done.files.length > 0 ? done.plan.records.length : 0,
		files: done.files.map(name => vscode.Uri.joinPath(folder, name)),
		problems: left ? [] : done.problems,
	};
}

/** Shows what would be added and what not; false when the person leaves. */
export async function confirmed(name: string, { records, problems }: TablePlan): Promise<boolean> {
	const t = vscode.l10n.t;
	const count = (kind: RecordKind) => records.filter(one => one.kind === kind).length;
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
					{ value: 'add', label: t('Add {0} records to my pack', records.length), detail: said, icon: 'check' },
					...shown,
				],
			},
		]);
		if (answers?.what !== 'again') return answers?.what === 'add';
	}
}
