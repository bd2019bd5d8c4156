// The form before an imported document is saved: what the page proves of it, to be confirmed with one key or put
// right field by field.
import * as vscode from 'vscode';
import type { PackTools, ProvedFields } from '../../core/service';
import { fieldsOf, sourceOf, type FormFields } from './importFields';
import type { ReadDocument } from '../../workers/import/protocol';
import { names } from '../base/hitRows';
import { askSource } from './sourceForm';

export interface FormHead {
	readonly title: string;
	/** Of several documents: they can be left out one by one. */
	readonly several: boolean;
}

/**
 * Shows the form until the person saves; `name` stands for a title that is missing. Nothing when the document is left
 * out.
 */
export async function askFields(
	{ title, several }: FormHead,
	read: ReadDocument,
	name: string,
	tools: PackTools,
): Promise<ProvedFields | undefined> {
	const t = vscode.l10n.t;
	const asRead = fieldsOf(read.source, names(read.source.author));
	const source = (fields: FormFields) => sourceOf(read.source, asRead, fields);
	const left =
		read.dropped > 0
			? t('{0} pieces were left out; you can look at them and take them back afterwards.', read.dropped)
			: undefined;
	const answer = await askSource(
		{
			title,
			prompt: prompt(read),
			save: { description: t('as shown; what is empty stays empty'), ...(left !== undefined && { detail: left }) },
			empty: { any: t('not in the text'), needed: t('not in the text; a reference will need it') },
			more: several ? [{ value: 'out', label: t('Leave this document out'), icon: 'close' }] : [],
			source,
		},
		{ ...asRead, title: asRead.title || name },
		tools,
	);
	return answer && 'fields' in answer ? source(answer.fields) : undefined;
}

function prompt(read: ReadDocument): string {
	const begins = [...read.beginning].slice(0, 24).join('');
	return vscode.l10n.t('Choose a line to change it. The text: {count} paragraphs, “{words}…”', {
		count: read.paragraphs,
		words: begins,
	});
}
