// The hover on what a review found: draft and source side by side in words, where the source stands, and what can be
// done. The message of the diagnostic stands above it and is not repeated.
import * as vscode from 'vscode';
import { changesOf, ruleOf, type Facts, type Finding, type PolicyService } from '../../core/service';
import { said } from '../base/details';
import { draftSelector } from '../base/draftDocuments';
import { guard } from '../base/guard';
import type { Host } from '../base/host';
import { commandLink, escaped, markdown } from '../base/markdown';
import { differsInForm, diffParts, excerpt, omittedParts, sourceWords, type DiffPart } from './diff';
import { sourcePlace } from './wording';
import type { Reviews } from './reviews';

const t = vscode.l10n.t;
/** So many findings at one place, and so many characters of a source's words, a hover has room for. */
const most = { findings: 3, characters: 120 };

export function registerReviewHover(host: Host, reviews: Reviews): vscode.Disposable {
	return vscode.languages.registerHoverProvider(draftSelector, {
		provideHover: guard(host.log, 'review hover', async (document: vscode.TextDocument, position: vscode.Position) => {
			const reviewed = reviews.of(document.uri);
			if (!reviewed) return undefined;
			const at = document.offsetAt(position);
			const here = reviewed.findings
				.filter(one => one.start <= at && at < Math.max(one.end, one.start + 1) && !one.code.startsWith('reference.'))
				.sort((a, b) => a.end - a.start - (b.end - b.start));
			const service = await host.service();
			// That nothing is cited adds no words to what is wrong with the same quotation, only a way to cite it.
			const told = here.filter(
				finding => finding.code !== 'quotation.uncited' || !here.some(other => isSameQuotation(finding, other)),
			);
			const contents = told
				.slice(0, most.findings)
				.flatMap(finding => contentOf(finding, document, service, here) ?? []);
			const [first] = told;
			if (!first || contents.length === 0) return undefined;
			return new vscode.Hover(
				contents,
				new vscode.Range(document.positionAt(first.start), document.positionAt(first.end)),
			);
		}),
	});
}

function isSameQuotation(uncited: Finding, other: Finding): boolean {
	return (
		other !== uncited &&
		other.code.startsWith('quotation.') &&
		other.start === uncited.start &&
		other.end === uncited.end
	);
}

function contentOf(
	finding: Finding,
	document: vscode.TextDocument,
	service: PolicyService,
	here: readonly Finding[],
): vscode.MarkdownString | undefined {
	const { code, data } = finding;
	const text = document.getText(new vscode.Range(document.positionAt(finding.start), document.positionAt(finding.end)));
	const changes = changesOf(finding);
	const wording = sourceWords(data);
	switch (ruleOf(code).shows) {
		case 'comparison':
			return markdown([
				changes.length > 0 ? row(t('Draft'), diffParts(text, finding.start, changes).map(shown).join('')) : undefined,
				row(
					t('The source has'),
					omitted(data) ??
						marked(
							excerpt(wording, changes, most.characters),
							changes.map(one => one.original),
						),
				),
				where(finding, service),
				code === 'quotation.form' ||
				(code === 'quotation.differs' && data.elided !== true && differsInForm(text, finding.start, changes, wording))
					? `*${escaped(t('Compared without regard to punctuation, width and script.'))}*`
					: undefined,
				actions(finding, document, service, here),
			]);
		case 'source':
			return markdown([
				wording && row(t('The source has'), escaped(excerpt(wording, [], most.characters))),
				where(finding, service),
				actions(finding, document, service, here),
			]);
		case 'figure': {
			const citation = data.citation === undefined ? undefined : service.corpus.citation(data.citation);
			return markdown([
				citation && row(t('The source has'), escaped(citation.text)),
				actions(finding, document, service, here),
			]);
		}
		case 'unknown':
			return markdown([
				escaped(
					t('This says nothing about whether it is right: compare it with its source, or add the source to your pack.'),
				),
				commandLink(t('Search citations'), 'policyWriting.searchCitations', [...text].slice(0, 40).join('')),
			]);
		case 'record':
			if (wording === '') return undefined;
			return markdown([
				row(t('Draft'), `~~${escaped(text)}~~`),
				row(t('Corpus'), `**${escaped(excerpt(wording, [], most.characters))}**`),
				data.record !== undefined && service.corpus.term(data.record)
					? commandLink(t('Open source'), 'policyWriting.openSource', data.record)
					: undefined,
			]);
		case 'nothing':
			return undefined;
	}
}

/** Of words that were shortened, what is not quoted; whether that is a fault the message says. */
function omitted({ how, original, pieces }: Facts): string | undefined {
	if (how !== 'elided' || original === undefined || pieces === undefined) return undefined;
	return omittedParts(original, pieces)
		?.map(part =>
			part.kind === 'dropped'
				? `${escaped(t('['))}${label(t('not quoted:'))}**${escaped(part.original)}**${escaped(t(']'))}`
				: shown(part),
		)
		.join('');
}

/**
 * A piece of the draft: struck out what is not the source's, bold what is, and both said in words, for those who cannot
 * see the difference.
 */
function shown({ kind, written, original }: DiffPart): string {
	switch (kind) {
		case 'same':
			return escaped(written);
		case 'gap':
			return '…';
		case 'replaced':
			return `${escaped(t('['))}~~${escaped(written)}~~ ${escaped(t('should be'))} **${escaped(original)}**${escaped(t(']'))}`;
		case 'inserted':
			return `${escaped(t('['))}${label(t('not in the source:'))}~~${escaped(written)}~~${escaped(t(']'))}`;
		case 'dropped':
			return `${escaped(t('['))}${label(t('left out:'))}**${escaped(original)}**${escaped(t(']'))}`;
	}
}

/** With a space behind it, where the colon of the language has none of its own. */
function label(text: string): string {
	return escaped(text) + (text.endsWith('：') ? '' : ' ');
}

/**
 * The source's words, with what the draft has otherwise in bold; marks are not, for between characters Markdown would
 * not take that for emphasis.
 */
function marked(wording: string, originals: readonly string[]): string {
	let out = '';
	let at = 0;
	for (const original of originals) {
		const found = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su.test(original) ? wording.indexOf(original, at) : -1;
		if (found < 0) continue;
		out += `${escaped(wording.slice(at, found))}**${escaped(original)}**`;
		at = found + original.length;
	}
	return out + escaped(wording.slice(at));
}

function row(label: string, text: string): string {
	return `${escaped(t('{0}: ', label))}${text}`;
}

/**
 * Who said it, when and on what occasion; of a splice the other sources too. The first source stands in the message
 * above.
 */
function where({ data }: Finding, service: PolicyService): string | undefined {
	const citation = data.citation === undefined ? undefined : service.corpus.citation(data.citation);
	const others = (data.sources ?? []).filter(id => id !== data.source).map(source => sourcePlace({ source }, service));
	const known = [citation && said(citation), ...others].filter(Boolean);
	return known.length > 0 ? `— ${escaped(known.join(' · '))}` : undefined;
}

function actions(
	finding: Finding,
	document: vscode.TextDocument,
	service: PolicyService,
	here: readonly Finding[],
): string | undefined {
	const { source, paragraph, citation } = finding.data;
	const citable = here.find(
		one =>
			['quotation.uncited', 'quotation.unattributed'].includes(one.code) &&
			(one === finding || isSameQuotation(one, finding)),
	);
	if (typeof source !== 'string' || !service.corpus.source(source)) return undefined;
	const id = typeof citation === 'string' ? citation : source;
	return [
		commandLink(
			t('Open source'),
			'policyWriting.openSource',
			id,
			...(typeof paragraph === 'number' && id === source ? [paragraph] : []),
		),
		citable &&
			commandLink(
				t('Insert citation'),
				'policyWriting.citeFinding',
				document.uri.toString(),
				citable.code,
				citable.start,
			),
	]
		.filter(Boolean)
		.join(' | ');
}
