// The hover on what a review found: draft and source side by side in words, where the source stands, and what can be
// done. The message of the diagnostic stands above it and is not repeated.
import * as vscode from 'vscode';
import { changesOf, ruleOf, type Citation, type Facts, type Finding, type PolicyService } from '../../core/service';
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
const limits = { findings: 3, characters: 120 };

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
			const shown = here.filter(
				finding => finding.code !== 'quotation.uncited' || !here.some(other => isSameQuotation(finding, other)),
			);
			const contents = shown
				.slice(0, limits.findings)
				.flatMap(finding => contentOf(finding, document, service, here) ?? []);
			const [first] = shown;
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

/** A finding, and what its hover is made of. */
interface FindingHere {
	readonly finding: Finding;
	/** What is written there. */
	readonly text: string;
	readonly document: vscode.TextDocument;
	readonly service: PolicyService;
	/** All that was found at this place. */
	readonly here: readonly Finding[];
}

function contentOf(
	finding: Finding,
	document: vscode.TextDocument,
	service: PolicyService,
	here: readonly Finding[],
): vscode.MarkdownString | undefined {
	const text = document.getText(new vscode.Range(document.positionAt(finding.start), document.positionAt(finding.end)));
	const found = { finding, text, document, service, here };
	switch (ruleOf(finding.code).shows) {
		case 'comparison':
			return comparison(found);
		case 'source':
			return isNearlyRecorded(finding) ? comparison(found) : sourceContent(found);
		case 'figure':
			return figureContent(found);
		case 'unknown':
			return unknownContent(found);
		case 'record':
			return recordContent(found);
		case 'nothing':
			return undefined;
	}
}

/** Whether words are nearly as they are recorded: what is otherwise is shown. */
function isNearlyRecorded({ code, data }: Finding): boolean {
	return code === 'quotation.unattributed' && data.changes !== undefined;
}

/** The draft and the source side by side. */
function comparison(found: FindingHere): vscode.MarkdownString {
	const { finding, text, service } = found;
	const changes = changesOf(finding);
	const originals = changes.map(one => one.original);
	const wording = sourceWords(finding.data);
	return markdown([
		changes.length > 0 ? row(t('Draft'), diffParts(text, finding.start, changes).map(shown).join('')) : undefined,
		row(t('The source has'), omitted(finding.data) ?? marked(excerpt(wording, changes, limits.characters), originals)),
		finding.data.unsure === true
			? escaped(t('Other words may be meant as well, so no wording is offered: compare it with the source.'))
			: undefined,
		where(finding, service),
		isOfForm(finding, text)
			? `*${escaped(t('Compared without regard to punctuation, width and script.'))}*`
			: undefined,
		actions(found),
	]);
}

/** Whether draft and source differ in nothing but punctuation, width and script. */
function isOfForm(finding: Finding, text: string): boolean {
	const { code, data } = finding;
	if (code === 'quotation.form') return true;
	if (code !== 'quotation.differs' || data.elided === true) return false;
	return differsInForm(text, finding.start, changesOf(finding), sourceWords(data));
}

/** What the source has, where the draft has nothing to compare with it. */
function sourceContent(found: FindingHere): vscode.MarkdownString {
	const { finding, service } = found;
	const wording = sourceWords(finding.data);
	return markdown([
		wording && row(t('The source has'), escaped(excerpt(wording, [], limits.characters))),
		where(finding, service),
		actions(found),
	]);
}

function figureContent(found: FindingHere): vscode.MarkdownString {
	const { original, wording = '' } = found.finding.data;
	const words = original ?? citationOf(found.finding, found.service)?.text;
	// Before Han a sign of percentage would keep Markdown from seeing the emphasis.
	const number = wording.replace(/[^\p{L}\p{N}]+$/u, '');
	return markdown([
		words && row(t('The source has'), marked(excerpt(words, [], limits.characters), [number])),
		actions(found),
	]);
}

/** What a person can do about words that stand nowhere in the packs, and the sentence that is nearest to them. */
function unknownContent({ finding, text, service }: FindingHere): vscode.MarkdownString {
	const { nearest } = finding.data;
	return markdown([
		nearest && row(t('Nearest in its words'), escaped(excerpt(nearest.wording, [], limits.characters))),
		escaped(
			t('This says nothing about whether it is right: compare it with its source, or add the source to your pack.'),
		),
		[
			nearest && openLink(nearest, service),
			commandLink(t('Search citations'), 'policyWriting.searchCitations', [...text].slice(0, 40).join('')),
		]
			.filter(Boolean)
			.join(' | '),
	]);
}

/** Opens the source of words at their paragraph, or their record; nothing where that is not in the corpus. */
function openLink({ source, paragraph, citation }: Facts, service: PolicyService): string | undefined {
	if (source === undefined || !service.corpus.source(source)) return undefined;
	const id = citation ?? source;
	const place = paragraph !== undefined && id === source ? [paragraph] : [];
	return commandLink(t('Open source'), 'policyWriting.openSource', id, ...place);
}

/** A term of the draft, and how its record has it. */
function recordContent({ finding: { data }, text, service }: FindingHere): vscode.MarkdownString | undefined {
	const wording = sourceWords(data);
	if (wording === '') return undefined;
	return markdown([
		row(t('Draft'), `~~${escaped(text)}~~`),
		row(t('Corpus'), `**${escaped(excerpt(wording, [], limits.characters))}**`),
		data.record !== undefined && service.corpus.term(data.record)
			? commandLink(t('Open source'), 'policyWriting.openSource', data.record)
			: undefined,
	]);
}

function citationOf({ data }: Finding, service: PolicyService): Citation | undefined {
	return data.citation === undefined ? undefined : service.corpus.citation(data.citation);
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
function where(finding: Finding, service: PolicyService): string | undefined {
	const { data } = finding;
	const citation = citationOf(finding, service);
	const others = (data.sources ?? []).filter(id => id !== data.source).map(source => sourcePlace({ source }, service));
	const known = [citation && said(citation), ...others].filter(Boolean);
	return known.length > 0 ? `— ${escaped(known.join(' · '))}` : undefined;
}

function actions({ finding, document, service, here }: FindingHere): string | undefined {
	const citable = here.find(
		one =>
			['quotation.uncited', 'quotation.unattributed'].includes(one.code) &&
			(one === finding || isSameQuotation(one, finding)),
	);
	const open = openLink(finding.data, service);
	if (open === undefined) return undefined;
	return [
		open,
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
