// The review report as a new Markdown document: gathers what it says from results, corpus and settings.
import * as vscode from 'vscode';
import {
	codesOf,
	familyOf,
	findingCodes,
	findingFamilies,
	ruleOf,
	type Corpus,
	type PolicyService,
} from '../../../core/service';
import type { Host } from '../../base/host';
import { compose, type Report, type ReportPack } from './report';
import { levelOf } from '../../../app/levels';
import { whyUnread } from '../view/items';
import type { Results } from '../view/results';
import { kindName, sourcePlace, wordFinding } from '../wording';
import { isNoDraft } from '../../../app/drafts';
import { dateText } from '../../base/hitRows';
import { say } from '../../base/say';

const t = vscode.l10n.t;

/** Opens the report beside nothing and saves nothing: the person decides where it goes. */
export async function openReport(host: Host, results: Results): Promise<void> {
	const service = await host.service();
	const content = compose(reportOf(host, results, service, new Date()), (message, ...args) => t(message, ...args));
	await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }), {
		preview: false,
	});
}

function reportOf(host: Host, { files, unread, stopped }: Results, service: PolicyService, now: Date): Report {
	const { severity } = host.settings().review;
	const off = (code: string) => severity[code] === 'off';
	return {
		date: dateText(
			[now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-'),
		),
		files: files.map(({ name, entries, partial, reviewed }) => ({
			name,
			partial,
			reviewed,
			findings: entries.map(entry => ({
				...entry,
				kind: kindName(entry.finding.code),
				sentence: wordFinding(entry.finding, service),
				place: sourcePlace(entry.finding.data, service),
			})),
		})),
		unread: unread.map(({ name, why }) => ({
			name,
			why: whyUnread(why),
			...(isNoDraft(why) && { noDraft: true as const }),
		})),
		...(stopped ? { stopped } : {}),
		packs: packsOf(service.corpus),
		checked: findingFamilies()
			.filter(family => codesOf(family).some(code => !ruleOf(code).onlyAll && levelOf(code, severity) !== 'off'))
			.map(family => say(familyOf(family).called)),
		leftOut: findingCodes().filter(off).map(kindName),
	};
}

/** The packs with how many records of each the corpus has. */
function packsOf(corpus: Corpus): ReportPack[] {
	return corpus.packs.map(pack => {
		const of = (records: readonly { readonly id: string }[]) =>
			records.filter(record => corpus.packOf(record.id) === pack).length;
		return {
			title: pack.title || pack.id,
			sources: of(corpus.sources),
			citations: of(corpus.citations),
			terms: of(corpus.terms),
			formulations: of(corpus.formulations),
			documents: corpus.documents.filter(document => corpus.packOf(document.source) === pack).length,
		};
	});
}
