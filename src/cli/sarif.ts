// Findings as SARIF 2.1.0, which code hosts read.
// Knows nothing of how findings are made.

import type { Lines } from '../core/corpus/lines';
import type { Severity } from '../core/draft/finding';
import { findingSentence, type FileFinding } from './findingWords';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** The log of one run. Columns count UTF-16 code units; paths are relative to where the command ran. */
export function sarif(findings: readonly FileFinding[], lines: ReadonlyMap<string, Lines>): object {
	const codes = [...new Set(findings.map(one => one.code))].sort();
	return {
		$schema: 'https://json.schemastore.org/sarif-2.1.0.json',
		version: '2.1.0',
		runs: [{
			tool: { driver: { name: 'policy-writing', rules: codes.map(id => ({ id })) } },
			columnKind: 'utf16CodeUnits',
			results: findings.map(one => {
				const place = lines.get(one.file)!.place(one.start, one.end);
				const region = { startLine: place.line, startColumn: place.column, endLine: place.endLine, endColumn: place.endColumn, charOffset: one.start, charLength: one.end - one.start };
				return {
					ruleId: one.code, ruleIndex: codes.indexOf(one.code), level: levels[one.severity], message: { text: findingSentence(one) },
					locations: [{ physicalLocation: { artifactLocation: { uri: one.file.split('/').map(encodeURIComponent).join('/') }, region } }], properties: one.data,
				};
			}),
		}],
	};
}
