// The yearly reports of the government since 2004 beside the shipped corpus, as a person has them who imported them;
// nothing where they are not beside the project.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createService, type CompiledPack, type PolicyService } from '../../../src/core/service';
import { shippedPack } from './shipped';

const file = join(import.meta.dirname, '../../../../shared/data/government_work_reports_1954_2015.jsonl');
const firstYear = 2004;

interface Report {
	readonly year: number;
	readonly title: string;
	readonly paragraphs: readonly string[];
}

function reportOf(line: string): Report {
	const { title, content } = JSON.parse(line) as { readonly title: string; readonly content: string };
	const paragraphs = content
		.split(/\n+/)
		.map(one => one.replace(/[\u200b-\u200d\u2060\ufeff]/g, '').trim())
		.filter(one => one !== '');
	return { year: Number(/\d{4}/.exec(title)?.[0]), title, paragraphs };
}

/** The id of the whole report of a year, beside which the shipped corpus may have quotations of it. */
const wholeReport = (year: number) => `whole-report-${year}`;

/** The shipped corpus with the reports. */
export function withReports(): PolicyService | undefined {
	if (!existsSync(file)) return undefined;
	const reports = readFileSync(file, 'utf8')
		.trim()
		.split('\n')
		.map(reportOf)
		.filter(one => one.year >= firstYear);
	const own: CompiledPack = {
		data: {
			info: { id: 'reports', title: '政府工作报告' },
			sources: reports.map(({ year, title }) => ({
				id: wholeReport(year),
				type: 'report',
				title,
				issued: String(year),
			})),
			citations: [],
			terms: [],
			formulations: [],
			documents: reports.map(({ year, paragraphs }) => ({
				source: wholeReport(year),
				file: `documents/${year}.md`,
				paragraphs,
				lines: paragraphs.map((_, at) => 8 + 2 * at),
			})),
		},
		pinyin: {},
		traditional: {},
	};
	return createService([{ compiled: shippedPack() }, { compiled: own }]).service;
}
