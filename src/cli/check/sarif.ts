// Findings as SARIF 2.1.0, which code hosts read.

import type { Lines } from '../../core/corpus/lines';
import type { Finding, Severity } from '../../core/draft/finding';
import { ruleOf } from '../../core/rules/table';
import { inBoth } from '../../core/text/bilingual';

/** A finding in a file, as it is told. */
export interface Reported {
	readonly file: string;
	readonly finding: Finding;
	/** What may be done about it, where that is asked for. */
	readonly fixes?: readonly unknown[];
	readonly sentence: string;
	/** Its data, with titles and dates for people. */
	readonly properties: object;
}

const levels: Readonly<Record<Severity, string>> = {
	error: 'error',
	warning: 'warning',
	information: 'note',
	hint: 'note',
};

/**
 * The log of one run (SARIF 2.1.0, OASIS 2020). Columns count UTF-16 code units; paths are relative to where the
 * command ran. `partial`: what is to be said of files that were not read to their end.
 */
export function sarif(
	found: readonly Reported[],
	lines: ReadonlyMap<string, Lines>,
	partial: readonly string[] = [],
): object {
	const codes = [...new Set(found.map(one => one.finding.code))].sort();
	const rules = codes.map(id => {
		const { name, advice, severity } = ruleOf(id);
		const help = inBoth(advice);
		return {
			id,
			shortDescription: { text: inBoth(name) },
			fullDescription: { text: help },
			help: { text: help },
			defaultConfiguration: { level: levels[severity] },
		};
	});
	return {
		$schema: 'https://json.schemastore.org/sarif-2.1.0.json',
		version: '2.1.0',
		runs: [
			{
				tool: { driver: { name: 'policy-writing', rules } },
				invocations: [
					{
						executionSuccessful: true,
						toolExecutionNotifications: partial.map(text => ({ level: 'warning', message: { text } })),
					},
				],
				columnKind: 'utf16CodeUnits',
				results: found.map(({ file, finding, sentence, properties }) => {
					const place = lines.get(file)!.place(finding.start, finding.end);
					const region = {
						startLine: place.line,
						startColumn: place.column,
						endLine: place.endLine,
						endColumn: place.endColumn,
						charOffset: finding.start,
						charLength: finding.end - finding.start,
					};
					return {
						ruleId: finding.code,
						ruleIndex: codes.indexOf(finding.code),
						level: levels[finding.severity],
						message: { text: sentence },
						locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } }],
						properties,
					};
				}),
			},
		],
	};
}

/** A path as a relative URI; one on another drive stays a file of its own. */
function uriOf(file: string): string {
	const path = file.split('/').map(encodeURIComponent).join('/');
	if (path.startsWith('//')) return `file:${path}`; // on another machine
	return /^[A-Za-z]%3A\//.test(path) ? `file:///${path.replace('%3A', ':')}` : path;
}
