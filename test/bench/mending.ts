// Sentences of the sources altered at any place: how many are found, and for how many the preferred fix writes what a source says.
// `npm run bench -- mending --count 20000 --seed 1`; `--show` prints what went wrong.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergePacks } from '../../src/core/corpus/merge';
import { createPolicyService, type CompiledPack } from '../../src/core/service';
import { altered, outcomeOf, sentencesOf, Sources, type Outcome } from '../support/alterations';
import { readReports, withDocuments } from './quotations';
import { printTable, progress, type Target } from './report';
import type { Source } from './source';

function given(name: string, otherwise: number): number {
	const at = process.argv.indexOf(name);
	return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

export function benchMending({ root }: Source): Target[] {
	const compiled = join(root, 'dist/corpus.json');
	const base = existsSync(compiled)
		? mergePacks([{ compiled: JSON.parse(readFileSync(compiled, 'utf8')) as CompiledPack }]).corpus
		: undefined;
	const corpus = withDocuments(readReports(root), base);
	const service = createPolicyService(corpus);
	const reviewer = service.reviewer();
	const sources = new Sources(corpus);
	const pool = sentencesOf(corpus);
	const count = given('--count', 2000);
	progress(`altering ${count} of ${pool.length} sentences`);
	const rows = new Map<string, Map<Outcome, number>>();
	const differing = new Map<Outcome, number>();
	const count1 = <K>(map: Map<K, number>, key: K): void => void map.set(key, (map.get(key) ?? 0) + 1);
	for (const one of altered(pool, count, given('--seed', 20260101))) {
		const { outcome, code, fixed, finding } = outcomeOf(one, service, reviewer, sources);
		const row = rows.get(one.kind) ?? new Map<Outcome, number>();
		rows.set(one.kind, row);
		count1(row, outcome);
		if (code === 'quotation.differs') count1(differing, outcome);
		if (process.argv.includes('--show') && (outcome === 'wrong' || outcome === 'unfixed' || outcome === 'missed'))
			console.log(
				[
					outcome,
					one.kind,
					code ?? '',
					one.cited ? one.source : '',
					one.written,
					one.sentence,
					fixed ?? '',
					finding ? JSON.stringify(finding.data) : '',
				].join('\n\t'),
			);
	}
	const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`);
	const line = (name: string, row: ReadonlyMap<Outcome, number>): string[] => {
		const of = (outcome: Outcome): number => row.get(outcome) ?? 0;
		const all = [...row.values()].reduce((sum, one) => sum + one, 0) - of('part');
		const found = all - of('missed');
		return [
			name,
			String(all),
			share(found, all),
			share(of('right'), found),
			String(of('wrong')),
			String(of('unfixed')),
			String(of('part')),
		];
	};
	const sum = new Map<Outcome, number>();
	for (const row of rows.values())
		for (const [outcome, times] of row) sum.set(outcome, (sum.get(outcome) ?? 0) + times);
	console.log('\nSentences altered by one to three characters or one number, and the preferred fix taken');
	printTable(
		['kind', 'n', 'found', 'fix right', 'wrong', 'no fix', 'verbatim part'],
		[
			...[...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, row]) => line(name, row)),
			line('all', sum),
			line('said to differ', differing),
		],
	);
	const right = differing.get('right') ?? 0;
	const wrong = differing.get('wrong') ?? 0;
	const all = [...differing.values()].reduce((total, one) => total + one, 0);
	return [
		{
			name: 'taking the source’s wording writes what a source says',
			wanted: '100 %',
			measured: share(right, right + wrong),
			reached: wrong === 0,
		},
		{
			// Where two wordings are equally near none is offered.
			name: 'a wording is offered where words differ from their source',
			wanted: '≥ 99.9 %',
			measured: share(right + wrong, all),
			reached: right + wrong >= 0.999 * all,
		},
	];
}
