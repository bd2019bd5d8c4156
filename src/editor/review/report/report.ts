// The review report: what was checked against what, counts by kind, and every finding with its place and its source,
// as Markdown.
import { compareCodeUnits } from '../../../core/service';
import { sourceWords } from '../diff';
import { reportMarker } from '../../../app/drafts';
import { diff, excerpt, fileName, plain } from './text';
import { byImportance, type Entry } from '../view/rows';

/** Puts a sentence into the person's language; `{0}` stands for the first argument. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

/** A finding as people read it. */
export interface ReportFinding extends Entry {
	readonly kind: string;
	readonly sentence: string;
	/** Title, date and paragraph of the source; empty where there is none. */
	readonly place: string;
}

export interface ReportFile {
	readonly name: string;
	readonly findings: readonly ReportFinding[];
	/** Not all of it was looked at, only `reviewed` UTF-16 code units. */
	readonly partial: boolean;
	readonly reviewed: number;
}

export interface ReportPack {
	readonly title: string;
	readonly sources: number;
	readonly citations: number;
	readonly terms: number;
	readonly formulations: number;
	readonly documents: number;
}

export interface Report {
	/** As it is to be shown. */
	readonly date: string;
	readonly files: readonly ReportFile[];
	readonly unread: readonly { readonly name: string; readonly why: string; readonly noDraft?: true }[];
	/** How far a review of many files came that was stopped. */
	readonly stopped?: { readonly done: number; readonly total: number };
	readonly packs: readonly ReportPack[];
	/** What was looked for, and the kinds that the settings leave out. */
	readonly checked: readonly string[];
	readonly leftOut: readonly string[];
}

/** So many findings of one kind in one file are listed; the rest is counted. */
const rowLimit = 200;

/** The report as Markdown. The same facts make the same text, whatever order they come in. */
export function compose(report: Report, t: Translate): string {
	const files = [...report.files].sort((a, b) => compareCodeUnits(a.name, b.name));
	const findings = files.flatMap(file => file.findings);
	// The title comes first: a tab is named after the first line.
	const blocks = [
		`# ${t('Review report')}`,
		reportMarker,
		facts(report, files, t)
			.map(line => `- ${line}`)
			.join('\n'),
		...summary(findings, t),
	];
	for (const file of files)
		if (file.findings.length > 0 || file.partial || files.length === 1) blocks.push(...section(file, t));
	const clean = files.filter(file => file.findings.length === 0 && !file.partial);
	if (files.length > 1 && clean.length > 0)
		blocks.push(
			`## ${t('Files in which nothing was found')}`,
			clean.map(file => `- ${fileName(file.name)}`).join('\n'),
		);
	if (report.unread.length > 0) {
		blocks.push(
			`## ${t('Files that were not reviewed')}`,
			[...report.unread]
				.sort((a, b) => (a.name < b.name ? -1 : 1))
				.map(({ name, why }) => `- ${t('{0}: {1}', fileName(name), plain(why))}`)
				.join('\n'),
		);
	}
	return `${blocks.join('\n\n')}\n`;
}

function facts(
	{ date, packs, checked, leftOut, stopped, unread }: Report,
	files: readonly ReportFile[],
	t: Translate,
): string[] {
	const size = (pack: ReportPack) =>
		t(
			'{0} ({1} sources, {2} citations, {3} terms, {4} formulations, {5} full texts)',
			plain(pack.title),
			pack.sources,
			pack.citations,
			pack.terms,
			pack.formulations,
			pack.documents,
		);
	const lines = [
		t('Date: {0}', plain(date)),
		t('Files: {0}', files.length === 1 ? fileName(files[0]!.name) : files.length),
		t('Compared with: {0}', packs.map(size).join(t('; '))),
		t('Checked: {0}', checked.map(plain).join(t(', '))),
	];
	if (leftOut.length > 0) lines.push(t('Left out by the settings: {0}', leftOut.map(plain).join(t(', '))));
	if (stopped)
		lines.push(`**${t('Not complete: the review was stopped after {0} of {1} files.', stopped.done, stopped.total)}**`);
	if (files.some(file => file.partial))
		lines.push(`**${t('Not complete: of some files only the beginning was checked; see there.')}**`);
	const missing = unread.filter(one => one.noDraft !== true).length;
	if (missing > 0)
		lines.push(`**${t('Not complete: some files could not be read ({0}); they are listed at the end.', missing)}**`);
	return lines;
}

function summary(findings: readonly ReportFinding[], t: Translate): string[] {
	if (findings.length === 0) return [t('Nothing was found in what was checked.')];
	const codes = [...new Set(findings.map(one => one.finding.code))].sort(byImportance);
	const rows = codes.map(code => {
		const own = findings.filter(one => one.finding.code === code);
		return `| ${plain(own[0]!.kind)} | ${own.length} |`;
	});
	const blocks = [
		`## ${t('Summary')}`,
		[`| ${t('Kind')} | ${t('Count')} |`, '|---|---:|', ...rows, `| ${t('Together')} | ${findings.length} |`].join('\n'),
		t('~~Struck out~~ is what the draft has, **bold** is what the source has.'),
	];
	const unknown = findings.find(one => one.finding.code === 'quotation.unknown');
	if (unknown)
		blocks.push(
			t(
				'“{0}” is no judgement: the texts at hand do not hold these words, so they could not be compared. They may well be right.',
				plain(unknown.kind),
			),
		);
	return blocks;
}

function section(file: ReportFile, t: Translate): string[] {
	const blocks = [`## ${fileName(file.name)}`];
	if (file.partial) blocks.push(`**${t('Not complete: only the first {0} characters were checked.', file.reviewed)}**`);
	if (file.findings.length === 0) blocks.push(t('Nothing was found.'));
	const codes = [...new Set(file.findings.map(one => one.finding.code))].sort(byImportance);
	for (const code of codes) {
		const own = file.findings
			.filter(one => one.finding.code === code)
			.sort((a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end);
		blocks.push(
			`### ${t('{0} ({1})', plain(own[0]!.kind), own.length)}`,
			own
				.slice(0, rowLimit)
				.map((one, i) => item(one, i + 1, t))
				.join('\n'),
		);
		if (own.length > rowLimit) blocks.push(t('And {0} more, which are not listed here.', own.length - rowLimit));
	}
	return blocks;
}

function item(one: ReportFinding, number: number, t: Translate): string {
	const { data } = one.finding;
	const { changes } = data;
	const wording = sourceWords(data);
	// A term in another form is one change: all of it.
	const all =
		changes ??
		(one.finding.code.startsWith('wording.') && wording !== ''
			? [
					{
						kind: 'replaced' as const,
						start: one.finding.start,
						end: one.finding.start + one.quote.length,
						written: one.quote,
						original: wording,
					},
				]
			: []);
	const lines = [`${number}. **${t('Line {0}, column {1}', one.line, one.column)}**`];
	lines.push(t('Draft: {0}', excerpt(one.finding.code === 'figure.differs' ? one.words : one.quote)));
	if (all.length > 0) lines.push(t('Compared: {0}', diff(one.quote, one.finding.start, all)));
	if (data.nearest) lines.push(t('Nearest in its words: {0}', excerpt(data.nearest.wording)));
	if (wording !== '' && changes) lines.push(t('Source: {0}', excerpt(wording)));
	if (one.place !== '') lines.push(t('Stands in: {0}', plain(one.place)));
	lines.push(t('Note: {0}', plain(one.sentence)));
	return lines.map((line, i) => (i === 0 ? line : `    - ${line}`)).join('\n');
}
