// 600 texts as assistants write them: kind, verdicts that are right, sources the words are from (`-`: none), text. `own`
// was written by who made the tools, for the most part before the code that judges was read; `blind` by somebody who saw
// the corpus alone. Rates over all of them, so that no case is mended alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { policyVerify } from '../../../src/app/assistants/verify';
import { shippedRecords } from './shipped';

interface Verified {
	readonly verdict: string;
	readonly source?: string;
	readonly sources?: readonly string[];
	readonly nearest?: readonly { readonly source: string }[];
}

const records = shippedRecords();

function textsOf(name: string) {
	return readFileSync(join(import.meta.dirname, `${name}.tsv`), 'utf8')
		.trim()
		.split('\n')
		.map(line => {
			const [kind = '', verdicts = '', sources = '', text = ''] = line.split('\t');
			return { kind, verdicts: verdicts.split(','), sources: sources === '-' ? [] : sources.split(','), text };
		});
}

test.each(['own', 'blind'])(
	'assistants’ texts (%s) are judged rightly, no invention is known, and the nearest passage is given',
	async name => {
		const texts = textsOf(name);
		const wrong: string[] = [];
		const lost: string[] = [];
		const inventionsKnown: string[] = [];
		for (const { kind, verdicts, sources, text } of texts) {
			const findings = (await policyVerify({ text }, { records })).findings as readonly Verified[];
			const found = findings.map(one => one.verdict);
			const isRight = verdicts.includes('unknown')
				? // Silence is no answer: who asks for proof takes it for one.
					found.length > 0 && found.every(one => one === 'unknown')
				: found.some(one => verdicts.includes(one));
			if (!isRight) wrong.push(`${kind} ${found.join()} ${text}`);
			if (kind === 'invention' && found.some(one => one !== 'unknown')) inventionsKnown.push(text);
			const named = findings.flatMap(one => [
				one.source,
				...(one.sources ?? []),
				...(one.nearest ?? []).map(near => near.source),
			]);
			if (sources.length > 0 && !sources.some(one => named.includes(one))) lost.push(text);
		}
		const withSource = texts.filter(one => one.sources.length > 0).length;
		console.log(
			`${name}: ${texts.length} texts: ${wrong.length} wrong, ${lost.length} of ${withSource} without their source, ${inventionsKnown.length} inventions known\n${wrong.join('\n')}`,
		);
		expect(texts).toHaveLength(300);
		expect(inventionsKnown).toEqual([]);
		expect(wrong.length).toBeLessThanOrEqual(300 * 0.02);
		expect(lost.length).toBeLessThanOrEqual(withSource * 0.05);
	},
);
