// What a person knows of a source → where that is written: into its record, where a pack of theirs has it, else into
// one that completes it.
import type { PackData, Source } from '../../core/corpus/records';
import type { Refusal } from '../../core/corpus/yaml/write';
import { FileError, type Place } from '../ports';
import { addToOwnFile, type RecordTarget, type Written } from '../records';

/** The record of a pack that says something of a source: its own, or one that extends it. */
export interface SourceRecord {
	readonly record: object;
	/** What it says itself. */
	readonly fields: Partial<Source>;
	/** It only fills what is empty in the record of another pack. */
	readonly extends: boolean;
}

/** The record in which a pack has what it says of a source; nothing where it says nothing. */
export function sourceRecordIn(data: PackData, id: string): SourceRecord | undefined {
	const own = data.sources.find(each => each.id === id);
	if (own) return { record: own, fields: own, extends: false };
	const extension = data.extensions?.find(each => each.kind === 'source' && (each.extends === id || each.id === id));
	return extension && { record: extension, fields: extension.fields as Partial<Source>, extends: true };
}

/** Other values for fields of a source; `undefined`: the field is to be empty. */
export type SourceValues = Readonly<Record<string, unknown>>;

/**
 * Gives fields of the record of a source in a file of a pack other values, as one edit that leaves everything else as
 * it is. Answers why not, where the file cannot be changed safely.
 */
export async function changeSource(
	{ files, texts, tools, pack }: RecordTarget,
	file: string,
	id: string,
	values: SourceValues,
): Promise<Written | Refusal> {
	const place: Place = files.join(pack, file);
	const text = await texts.read(place);
	if (text === undefined) return { refused: 'file' };
	const edits = tools.change('source', file, text, record => record.id === id || record.extends === id, values);
	if ('refused' in edits) return edits;
	return { place, unsaved: await texts.replace(place, text, edits) };
}

/** Adds the record that completes a source of another pack; a comment says which that is. */
export async function completeSource(
	target: RecordTarget,
	{ id, title }: Pick<Source, 'id' | 'title'>,
	values: SourceValues,
): Promise<Written> {
	const record = { extends: id, ...values };
	const comment = `  # ${title.replace(/\s+/g, ' ').slice(0, 80)}`;
	const written = await addToOwnFile(target, 'source', text => {
		const insertion = target.tools.add('source', text, record);
		if ('refused' in insertion) return insertion;
		return { ...insertion, text: insertion.text.replace(`- extends: ${id}`, whole => whole + comment) };
	});
	if (!written) throw new FileError('failed', target.pack, 'no file can be continued');
	return written;
}
