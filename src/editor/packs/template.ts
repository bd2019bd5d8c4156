// The files of a new pack: one example of each kind of record, as a comment, to be uncommented or copied.
import { l10n } from 'vscode';

/** Name and text of each file; none holds a record yet. */
export function packTemplate(): readonly (readonly [name: string, text: string])[] {
	const id = l10n.t('small letters, digits and hyphens; no other record has it');
	const source = [
		`- id: my-source-2024           # ${id}`,
		`  type: article-newspaper      # ${l10n.t('or article-journal, webpage, speech, report, book …')}`,
		`  title: ${l10n.t('Title as printed')}`,
		`  author: [{ literal: ${l10n.t('Name of the author')} }]`,
		`  container-title: ${l10n.t('Name of the newspaper')}`,
		'  issued: 2024-02-01           # 2024, 2024-02',
	];
	const citation = [
		`- id: my-citation              # ${id}`,
		`  kind: quotation              # ${l10n.t('or point, figure')}`,
		`  text: ${l10n.t('The words, exactly as they stand in the source.')}`,
		`  speaker: ${l10n.t('Who said it')}`,
		`  source: my-source-2024       # ${l10n.t('id of a source')}`,
	];
	const term = [
		`- id: tan-puhui-jizhi          # ${id}`,
		'  term: 碳普惠机制',
		'  # ' + l10n.t('The lines below may be left out.'),
		`  aliases: [碳普惠]             # ${l10n.t('other names')}`,
		'  english: carbon inclusion mechanism',
		'  definition:',
		'    text: 对个人和小微企业的减碳行为加以量化，并给予相应激励的机制。',
		`    basis: general             # ${l10n.t('general knowledge, or ids of citations')}`,
		`  wrong: [碳普会机制]           # ${l10n.t('forms written by mistake')}`,
	];
	const formulation = [
		`- id: yi-wei-zhuashou          # ${id}`,
		`  text: 以{做法}为抓手推进{工作}  # ${l10n.t('what changes from use to use stands in braces')}`,
		'  category: 措施',
	];
	const file = (heading: string, example: readonly string[]) =>
		`# ${heading}\n# ${l10n.t('Take away the “# ” before the lines of the example to use it.')}\n#\n${example.map(line => `# ${line}\n`).join('')}`;
	return [
		['terms/mine.yaml', file(l10n.t('My terms'), term)],
		['formulations/mine.yaml', file(l10n.t('My formulations'), formulation)],
		['citations/mine.yaml', file(l10n.t('My citations'), citation)],
		['sources/mine.yaml', file(l10n.t('My sources'), source)],
	];
}
