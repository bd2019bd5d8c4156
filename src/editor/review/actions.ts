// Quick fixes for what a review found: the source's wording, its marks, its citation; leave it out here or
// everywhere; all of a kind at once.
import * as vscode from 'vscode';
import { ruleOf, type Finding, type Fix, type PolicyService } from '../../core/service';
import { draftSelector } from '../base/draftDocuments';
import { command, guard } from '../base/guard';
import type { Host } from '../base/host';
import { editOf, fixesFor, isPlain, titleOf } from './fixes';
import { kindName } from './wording';
import { say } from '../base/say';
import type { Reviews } from './reviews';

const t = vscode.l10n.t;
const fixAll = vscode.CodeActionKind.SourceFixAll.append('policyWriting');
/** More findings at one place than anybody chooses from. */
const wordingLimit = 6;

/** What a person most likely wants comes first, what only silences comes last. */
const order = ['wording', 'all', 'attribute', 'cite', 'unmark', 'ignoreHere', 'ignoreEverywhere'] as const;

class FixAction extends vscode.CodeAction {
	constructor(
		title: string,
		readonly does: (typeof order)[number],
		diagnostics: vscode.Diagnostic[] = [],
		kind = vscode.CodeActionKind.QuickFix,
	) {
		super(title, kind);
		this.diagnostics = diagnostics;
	}
}

/** Mends many findings at once; how is asked only when it is taken. */
class MendAll extends FixAction {
	constructor(
		title: string,
		readonly document: vscode.TextDocument,
		readonly mended: readonly Finding[],
		diagnostics?: vscode.Diagnostic[],
		kind?: vscode.CodeActionKind,
	) {
		super(title, 'all', diagnostics, kind);
	}
}

export function registerReviewActions(host: Host, reviews: Reviews): vscode.Disposable {
	return vscode.Disposable.from(
		vscode.languages.registerCodeActionsProvider(
			draftSelector,
			{
				provideCodeActions: guard(
					host.log,
					'review actions',
					async (document: vscode.TextDocument, range: vscode.Range, context: vscode.CodeActionContext) => {
						const reviewed = reviews.of(document.uri);
						if (!reviewed) return undefined;
						const findings = reviewed.findings.filter(finding => !finding.code.startsWith('reference.'));
						const service = await host.service();
						if (context.only?.intersects(fixAll)) return everyMark(document, findings);
						const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
						const here = findings.filter(finding => finding.start <= to && from <= finding.end);
						// The quotation before the word in it.
						const actions = here
							.sort((a, b) => b.end - b.start - (a.end - a.start))
							.slice(0, wordingLimit)
							.flatMap(finding => actionsFor(host, service, document, finding, findings, context));
						return actions.sort((a, b) => order.indexOf(a.does) - order.indexOf(b.does));
					},
				),
				resolveCodeAction: guard(host.log, 'review mending', async (action: vscode.CodeAction) => {
					if (action instanceof MendAll)
						action.edit = editOf(action.document, mendings(host, await host.service(), action.document, action.mended));
					return action;
				}),
			},
			{ providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAll] },
		),
		command(host.log, 'policyWriting.citeFinding', async (uri: unknown, code: unknown, start: unknown) => {
			const document = vscode.workspace.textDocuments.find(open => open.uri.toString() === uri);
			const finding =
				document && reviews.of(document.uri)?.findings.find(one => one.code === code && one.start === start);
			if (!document || !finding) return;
			const fixes = fixesFor(host, await host.service(), document, finding);
			const fix = fixes.find(one => one.kind === 'cite') ?? fixes.find(one => one.kind === 'attribute');
			if (fix) await vscode.workspace.applyEdit(editOf(document, [fix]));
		}),
	);
}

function actionsFor(
	host: Host,
	service: PolicyService,
	document: vscode.TextDocument,
	finding: Finding,
	all: readonly Finding[],
	context: vscode.CodeActionContext,
): FixAction[] {
	const range = new vscode.Range(document.positionAt(finding.start), document.positionAt(finding.end));
	const diagnostics = context.diagnostics.filter(one => one.code === finding.code && one.range.isEqual(range));
	const fixes = fixesFor(host, service, document, finding);
	const actions = fixes.map(fix => {
		const action = new FixAction(titleOf(fix, finding), fix.kind, diagnostics);
		action.edit = editOf(document, [fix]);
		action.isPreferred = isPlain(fix, finding, fixes);
		return action;
	});
	const { together } = ruleOf(finding.code);
	const same = together ? all.filter(one => one.code === finding.code) : [];
	if (together && same.length > 1) actions.push(new MendAll(say(together(same.length)), document, same, diagnostics));
	const everywhere = new FixAction(
		t('Do not report in any draft: {0}', kindName(finding.code)),
		'ignoreEverywhere',
		diagnostics,
	);
	everywhere.command = {
		command: 'policyWriting.ignoreEverywhere',
		title: everywhere.title,
		arguments: [document.uri.toString(), finding.code, finding.start],
	};
	return [...actions, everywhere];
}

/** “Fix all”, also on saving where a person has asked for it: the marks, and nothing that is the writer's to decide. */
function everyMark(document: vscode.TextDocument, findings: readonly Finding[]): FixAction[] {
	const marks = findings.filter(isMark);
	return marks.length === 0 ? [] : [new MendAll(t('Fix all punctuation marks'), document, marks, [], fixAll)];
}

/** A mark in whose place another is to stand. */
function isMark({ code, data }: Finding): boolean {
	return code.startsWith('punctuation.') && data.wording !== undefined;
}

/** The first wording for each. Of a mark nothing but the mark has to be known. */
function mendings(
	host: Host,
	service: PolicyService,
	document: vscode.TextDocument,
	findings: readonly Finding[],
): Fix[] {
	return findings.flatMap((finding): Fix[] => {
		const { start, end, data } = finding;
		if (isMark(finding)) return [{ kind: 'wording', edits: [{ start, end, text: data.wording ?? '' }] }];
		return fixesFor(host, service, document, finding)
			.filter(fix => fix.kind === 'wording')
			.slice(0, 1);
	});
}
