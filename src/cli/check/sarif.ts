// Findings as SARIF 2.1.0, which code hosts read.

import type { Lines } from '../../core/corpus/lines';
import type { Severity } from '../../core/draft/finding';
import { findingSentence, type FileFinding } from './findingWords';
import { ruleOf } from './ruleWords';

const levels: Readonly<Record<Severity, string>> = {
	error: 'error',
	warning: 'warning',
	information: 'note',
	hint: 'note',
};

/**
 * The log of one run (SARIF 2.1.0, OASIS 2020). Columns count UTF-16 code units; paths are relative to where the command ran. `partial`: what
 * is to be said of files that were not read to their end.
 */
export function sarif(
	findings: readonly FileFinding[],
	lines: ReadonlyMap<string, Lines>,
	partial: readonly string[] = [],
): object {
	const codes = [...new Set(findings.map(one => one.code))].sort();
	const rules = codes.map(id => {
		const { title, help, usual } = ruleOf(id);
		return {
			id,
			shortDescription: { text: title },
			fullDescription: { text: help },
			help: { text: help },
			defaultConfiguration: { level: levels[usual] },
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
				results: findings.map(one => {
					const place = lines.get(one.file)!.place(one.start, one.end);
					const region = {
						startLine: place.line,
						startColumn: place.column,
						endLine: place.endLine,
						endColumn: place.endColumn,
						charOffset: one.start,
						charLength: one.end - one.start,
					};
					return {
						ruleId: one.code,
						ruleIndex: codes.indexOf(one.code),
						level: levels[one.severity],
						message: { text: findingSentence(one) },
						locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(one.file) }, region } }],
						properties: one.data,
					};
				}),
			},
		],
	};
}

/** A path as a relative URI; one on another drive stays a file of its own. */
function uriOf(file: string): string {
	const path = file.split('/').map(encodeURIComponent).join('/');
	return /^[A-Za-z]%3A\//.test(path) ? `file:///${path.replace('%3A', ':')}` : path;
}
