// Makes data/ngrams.txt, the n-gram counts of official prose that completion goes by where a person has no documents:
// `node scripts/ngrams.mjs <file.jsonl>`, a document a line with a field `content`. Counts are kept, no text.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
/** Bytes of the file. */
const most = 150_000;

const [file = join(root, '../shared/data/government_work_reports_1954_2015.jsonl')] = process.argv.slice(2);
const { outputFiles } = await build({
	stdin: {
		contents: "export * from './src/core/text/ngrams'; export * from './src/core/text/ngramText';",
		resolveDir: root,
	},
	bundle: true,
	format: 'esm',
	write: false,
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const { NgramCounts, writeNgrams } = await import(`data:text/javascript;base64,${source}`);
const counts = new NgramCounts();
for (const line of readFileSync(file, 'utf8').split('\n'))
	if (line !== '') for (const paragraph of JSON.parse(line).content.split('\n')) counts.add(paragraph);
writeFileSync(join(root, 'data/ngrams.txt'), writeNgrams(counts, most));
