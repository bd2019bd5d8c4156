// The files of a new pack: one example of each kind of record, as a comment, to be uncommented or copied.
// Knows nothing of where they are written.
import { l10n } from 'vscode';

/** Name and text of each file; none holds a record yet. */
export function packTemplate(): readonly (readonly [name: string, text: string])[] {
	const id = l10n.t('small letters, digits and hyphens; no other record has it');
	const source = [
		`- id: guangming-ribao-2024      # ${id}`,
		`  type: article-newspaper       # ${l10n.t('or article-journal, webpage, speech, report, book …')}`,
		'  title: 加快发展新质生产力',
		'  author: [{ literal: 张三 }]',
		'  container-title: 光明日报',
		'  issued: 2024-02-01',
	];
	const citation = [
		`- id: fazhan-xinzhi             # ${id}`,
		`  kind: quotation               # ${l10n.t('or point, figure')}`,
		`  text: ${l10n.t('The words, exactly as they stand in the source.')}`,
		'  speaker: 张三',
		'  date: 2024-02-01              # 2024, 2024-02',
		`  source: guangming-ribao-2024  # ${l10n.t('id of a source')}`,
	];
	const term = [
		`- id: changye-liantiao          # ${id}`,
		'  term: 产业链条',
		`  aliases: [产业链]              # ${l10n.t('other names; may be left out like everything below')}`,
		'  english: industrial chain',
		`  definition: { text: ${l10n.t('What it means.')}, basis: general }`,
		`  wrong: [产业练条]              # ${l10n.t('forms written by mistake')}`,
	];
	const formulation = [
		`- id: laolao-bawo               # ${id}`,
		`  text: 要牢牢把握{目标}这个首要任务  # ${l10n.t('what changes from use to use stands in braces')}`,
		'  category: 强调',
	];
	const file = (heading: string, example: readonly string[]) => `# ${heading}\n# ${l10n.t('Take away the “# ” before the lines of the example to use it.')}\n#\n${example.map(line => `# ${line}\n`).join('')}`;
	return [
		['terms/mine.yaml', file(l10n.t('My terms'), term)],
		['formulations/mine.yaml', file(l10n.t('My formulations'), formulation)],
		['citations/mine.yaml', file(l10n.t('My citations'), citation)],
		['sources/mine.yaml', file(l10n.t('My sources'), source)],
	];
}
