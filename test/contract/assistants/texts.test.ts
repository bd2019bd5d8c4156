// Texts as assistants write them: kind, verdicts that are right, sources the words are from (`-`: none), text, with \\n for
// a new line. `a,b`: one of them; `a+b`: each quotation in order; with a full stop: a finding beside the quotations. `own`
// was written by who made the tools, for the most part before the code that judges was read; `blind` by somebody who saw
// the corpus alone; `answers`, in the forms of a chat (lists, tables, names behind the words, several quotations, a
// person's own documents), before what it found wrong was mended; `reports` and `reportsToo`, half of them of whole reports,
// by somebody who saw neither code nor tools: the second was measured once before what it showed was mended. `drafted` by
// another one, after that: nothing was mended for it. Rates over all of them, so that no case is mended alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { policyVerify } from '../../../src/app/assistants/verify';
import type { PolicyService } from '../../../src/core/service';
import { withOwnDocuments } from './ownDocuments';
import { withReports } from './reports';
import { shippedRecords } from './shipped';

interface Verified {
	readonly verdict: string;
	readonly source?: string;
	readonly sources?: readonly string[];
	readonly nearest?: readonly { readonly source: string }[];
}

interface Beside {
	readonly code: string;
	readonly data: { readonly source?: string };
}

const records = shippedRecords();

function textsOf(name: string) {
	return readFileSync(join(import.meta.dirname, `${name}.tsv`), 'utf8')
		.trim()
		.split('\n')
		.map(line => {
			const [kind = '', verdicts = '', sources = '', text = ''] = line.split('\t');
			return { kind, verdicts, sources: sources === '-' ? [] : sources.split(','), text: text.replaceAll('\\n', '\n') };
		});
}

/** Whether what was found is what is right. */
function isRight(verdicts: string, found: readonly string[], beside: readonly string[]): boolean {
	if (verdicts.includes('+')) return found.join('+') === verdicts;
	if (verdicts === 'figure.right') return !beside.includes('figure.differs');
	const wanted = verdicts.split(',');
	// Silence is no answer: who asks for proof takes it for one.
	if (wanted.includes('unknown')) return found.length > 0 && found.every(one => one === 'unknown');
	return [...found, ...beside].some(one => wanted.includes(one));
}

const reports = withReports();

test.for<[string, number, PolicyService | undefined]>([
	['own', 300, records],
	['blind', 300, records],
	['answers', 156, withOwnDocuments()],
	['reports', 150, reports],
	['reportsToo', 150, reports],
	['drafted', 120, reports],
])(
	'assistants’ texts (%s) are judged rightly, no invention is known, and the nearest passage is given',
	async ([name, count, service], { skip }) => {
		if (!service) return skip('the reports are not beside the project');
		const texts = textsOf(name);
		const wrong: string[] = [];
		const lost: string[] = [];
		const inventionsKnown: string[] = [];
		for (const { kind, verdicts, sources, text } of texts) {
			const answer = await policyVerify({ text }, { records: service });
			const findings = answer.findings as readonly Verified[];
			const other = answer.other as readonly Beside[];
			const found = findings.map(one => one.verdict);
			const beside = other.map(one => one.code);
			if (!isRight(verdicts, found, beside)) wrong.push(`${kind} ${found.join()} ${beside.join()} ${text}`);
			if (kind === 'invention' && found.some(one => one !== 'unknown')) inventionsKnown.push(text);
			const named = findings.flatMap(one => [
				one.source,
				...(one.sources ?? []),
				...(one.nearest ?? []).map(near => near.source),
			]);
			named.push(...other.map(one => one.data.source));
			if (sources.length > 0 && !sources.some(one => named.includes(one))) lost.push(text);
		}
		const withSource = texts.filter(one => one.sources.length > 0).length;
		console.log(
			`${name}: ${texts.length} texts: ${wrong.length} wrong, ${lost.length} of ${withSource} without their source, ${inventionsKnown.length} inventions known\n${wrong.join('\n')}`,
		);
		expect(texts).toHaveLength(count);
		expect(inventionsKnown).toEqual([]);
		expect(wrong.length).toBeLessThanOrEqual(count * 0.02);
		expect(lost.length).toBeLessThanOrEqual(withSource * 0.05);
	},
);
