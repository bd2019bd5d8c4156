// “Complete or Correct Source…”: the form of an import for a source that is there already, and what is put into it
// written where the person's own pack has it. The shipped pack and libraries of other programs are never changed.
import * as vscode from 'vscode';
import { sourceRecordIn, type SourceRecord } from '../../app/packs/sourceRecords';
import { missingOf, type PolicyService, type ProvedFields, type Source } from '../../core/service';
import { ask } from '../base/form';
import { names } from '../base/hitRows';
import type { PackFolder } from '../packs/folders';
import { inUse, writePack, writeSource, type Written } from '../packs/writer';
import { noFolder, packInfo, targets, whereTo } from '../records/addRecord';
import { sourceChoice } from '../records/sourceForm';
import { recordPlace } from '../sources/view';
import { fieldName } from '../sources/text';
import type { ImportContext } from './importContext';
import { fieldsOf, formField, recordField, sourceOf, type FormField, type FormFields } from './importFields';
import { askSource, labels, type SourceForm } from './sourceForm';

const t = vscode.l10n.t;

/** A source, and where a pack of the person's own has what it says of it. */
interface Known {
	readonly service: PolicyService;
	readonly source: Source;
	readonly own: (SourceRecord & { readonly folder: PackFolder; readonly file: string }) | undefined;
}

/**
 * Shows the form of a source (without an id, asks which) until it is saved or left; `gap`: the field of a record that
 * is asked for first.
 */
export async function completeSource(context: ImportContext, id?: string, gap?: string): Promise<void> {
	const { host, packs } = context;
	await packs.settled();
	const service = await host.service();
	const { corpus } = service;
	const source = corpus.source(id ?? (await chooseSource(service)) ?? '');
	if (!source) return;
	const known = { service, source, own: ownRecord(context, source.id) };
	const { edition } = host.settings().citation;
	const needed = service.reference(source.id, { edition })?.missing.map(({ field }) => field) ?? [];
	const before = fieldsOf(source, names(source.author));
	const form = formOf(known, before, needed, gap);
	const tools = await packs.tools();
	let fields = before;
	for (let first = form.first; ; first = undefined) {
		const answer = await askSource({ ...form, first, saved: before }, fields, tools);
		if (!answer) return;
		if ('chosen' in answer) return openText(context, known);
		fields = answer.fields;
		const values = valuesOf(known, before, fields);
		if (Object.keys(values).length === 0) return;
		const written = await write(context, known, values);
		if (written === 'left') continue; // with everything that was typed
		packs.touch(written.uri);
		await inUse(packs);
		tell(source, written, Object.keys(values));
		return;
	}
}

async function chooseSource({ corpus }: PolicyService): Promise<string | undefined> {
	const question = sourceChoice(corpus);
	const choices = question.kind === 'choice' ? question.choices.filter(({ stays }) => !stays) : [];
	const answers = await ask(t('Complete or correct a source'), () => [
		{ kind: 'choice', key: 'source', prompt: t('Which source?'), choices },
	]);
	return answers?.source;
}

function ownRecord({ packs }: ImportContext, id: string): Known['own'] {
	for (const { folder, read } of packs.packs()) {
		const record = sourceRecordIn(read.data, id);
		if (record) return { ...record, folder, file: read.places.file(record.record) };
	}
	return undefined;
}

function formOf(known: Known, before: FormFields, needed: readonly string[], gap: string | undefined): SourceForm {
	const { service, source } = known;
	const lacks = new Set([...(source.missing ?? []), ...(missingOf(source) ?? []), ...needed]);
	const pack = service.corpus.packOf(source.id)?.title ?? '';
	const place = known.own && !known.own.extends ? known.own.file : pack;
	return {
		title: t('Source “{0}”', [...source.title].slice(0, 30).join('')),
		prompt: t('Choose a line to fill it in or put it right. Recorded in: {0}', place),
		save: { description: t('what is empty stays empty') },
		empty: { any: t('not known'), needed: t('still missing; the reference needs it') },
		more: [{ value: 'text', label: t('Open as text (YAML)'), icon: 'go-to-file' }],
		fixed: field => (isFixed(known, field) ? whereFixed(known, pack) : undefined),
		first: gap === undefined ? undefined : formField(gap),
		source: fields => {
			const filled = sourceOf(source, before, fields);
			const missing = [...lacks].filter(
				field => filled[field as keyof ProvedFields] === undefined,
			) as Source['missing'];
			return { ...filled, missing };
		},
	};
}

/** Whether what is known of a field stands where it cannot be changed from here: only what is empty there is ours. */
function isFixed({ source, own }: Known, field: FormField): boolean {
	if (own && !own.extends) return false;
	if (field === 'title' || field === 'type') return true;
	const said = (fields: Partial<Source> | undefined) => {
		if (field === 'heldFrom') return fields?.held?.from;
		return field === 'heldDate' ? fields?.held?.date : fields?.[recordField(field)];
	};
	return said(source) !== undefined && said(own?.fields) === undefined;
}

function whereFixed({ source, service }: Known, pack: string): string {
	return service.corpus.packOf(source.id) === service.corpus.packs[0]
		? t('This stands in “{0}”, which comes with the extension. Your pack fills in what is empty there.', pack)
		: t('This stands in “{0}”. Put it right there: choose “Open as text (YAML)” in the form.', pack);
}

/** The fields that are to be written, and their values. */
function valuesOf({ source, own }: Known, before: FormFields, after: FormFields): Readonly<Record<string, unknown>> {
	const filled = sourceOf(source, before, after);
	const changed = (Object.keys(after) as FormField[]).filter(field => after[field] !== before[field]);
	const values: Record<string, unknown> = {};
	for (const field of changed) values[recordField(field)] = filled[recordField(field)];
	if (!own || own.extends) {
		// Of the copy only what the other record does not say
		if ('held' in values)
			values.held = {
				...own?.fields.held,
				...(after.heldFrom !== before.heldFrom && { from: after.heldFrom || undefined }),
				...(after.heldDate !== before.heldDate && { date: after.heldDate || undefined }),
			};
	} else if (own.fields.missing && changed.length > 0) {
		const missing = own.fields.missing.filter(field => filled[field as keyof ProvedFields] === undefined);
		if (missing.length < own.fields.missing.length) values.missing = missing;
	}
	return values;
}

/** Writes the values; `left` where the person left that or it could not be done, which they were told. */
async function write(
	{ packs }: ImportContext,
	{ source, own }: Known,
	values: Readonly<Record<string, unknown>>,
): Promise<Written | 'left'> {
	const tools = await packs.tools();
	if (own) {
		const written = await writeSource(
			{ files: packs.files, tools, folder: own.folder.uri },
			{ source, file: own.file },
			values,
		);
		if (written !== 'refused') return written;
		void vscode.window.showWarningMessage(
			t('{0} cannot be changed safely, so it stays as it is. Put it right as text.', own.file),
		);
		return 'left';
	}
	const places = await targets(packs, vscode.window.activeTextEditor?.document.uri);
	if (places.length === 0) {
		noFolder();
		return 'left';
	}
	const answers = await ask(t('Save what you know of the source'), so => whereTo(places, so));
	const place = places.find(({ folder }) => folder.uri.toString() === answers?.where) ?? places[0];
	if (!answers || !place) return 'left';
	const target = { files: packs.files, tools, folder: place.folder.uri };
	if (!place.exists) await writePack(target, packInfo(packs, tools));
	const written = await writeSource(target, { source, file: undefined }, values);
	return written === 'refused' ? 'left' : written;
}

/** Says what was saved and where, with the way there. */
function tell({ title }: Source, { uri, unsaved }: Written, fields: readonly string[]): void {
	const what = fields
		.filter(field => field !== 'missing')
		.map(field => (field === 'held' ? labels().heldFrom : fieldName(field)))
		.join(t(', '));
	const short = [...title].slice(0, 24).join('').replaceAll('](', '] (');
	const name = vscode.workspace.asRelativePath(uri);
	const show = t('Show it');
	const said = unsaved
		? t('“{0}”: {1} written to {2}, which has unsaved changes. Save the file to use it.', short, what, name)
		: t('“{0}”: {1} saved in {2}.', short, what, name);
	void vscode.window.showInformationMessage(said, show).then(async chosen => {
		if (chosen === show) await vscode.window.showTextDocument(uri);
	});
}

/** Opens the record itself, for those who want to write it: their own, else where the source stands. */
async function openText({ host, packs }: ImportContext, { service, source, own }: Known): Promise<void> {
	const pack = own && packs.packs().find(({ folder }) => folder === own.folder);
	if (own && pack) {
		const { line } = pack.read.places.place(own.record);
		const at = new vscode.Position(line - 1, 0);
		await vscode.window.showTextDocument(vscode.Uri.joinPath(own.folder.uri, own.file), {
			preview: false,
			selection: new vscode.Range(at, at),
		});
		return;
	}
	const place = recordPlace(host, packs, service, source.id);
	if (place) await vscode.window.showTextDocument(place.uri, { selection: place.range });
}
