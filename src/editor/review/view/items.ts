// A row of the review view as the editor draws it: label, count, icon, and what the mouse is told.
import * as vscode from 'vscode';
import type { PolicyService, Severity } from '../../../core/service';
import { escaped, markdown } from '../../base/markdown';
import type { OpenBranches } from '../../base/openBranches';
import type { UnreadReason } from '../../../app/drafts';
import type { FindingRow, Row } from './rows';
import { kindName, sourcePlace, wordFinding } from '../wording';

const t = vscode.l10n.t;
/** A branch with more findings than this is closed at first, so that the others can be seen. */
const manyFindings = 100;

/** Draws a row; `branches` says how the person left those with rows below. */
export function itemOf(row: Row, service: PolicyService, branches: OpenBranches): vscode.TreeItem {
	const item = new vscode.TreeItem('');
	item.id = row.id;
	if (row.type === 'finding') return findingItem(item, row, service);
	if (row.type === 'unreadFile') {
		item.label = row.file.name;
		item.description = whyUnread(row.file.why);
		item.resourceUri = vscode.Uri.parse(row.file.key, true);
		item.iconPath = vscode.ThemeIcon.File;
		item.command = { command: 'vscode.open', title: t('Open'), arguments: [item.resourceUri] };
		return item;
	}
	const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
	item.collapsibleState = branches.state(row.id, row.count > manyFindings ? Collapsed : Expanded);
	item.description = String(row.count);
	item.contextValue = row.type;
	if (row.type === 'file') {
		item.label = row.name;
		item.resourceUri = vscode.Uri.parse(row.key, true);
		item.iconPath = vscode.ThemeIcon.File;
	} else if (row.type === 'kind') {
		item.label = kindName(row.code);
		item.iconPath = severityIcon(row.severity);
		item.tooltip = row.code;
		item.accessibilityInformation = { label: t('{0}, {1}: {2}', item.label, severityName(row.severity), row.count) };
	} else {
		item.label = t('Files that were not reviewed');
		item.iconPath = severityIcon('warning');
	}
	return item;
}

function findingItem(item: vscode.TreeItem, row: FindingRow, service: PolicyService): vscode.TreeItem {
	const { finding, words, marks, line, column } = row.entry;
	const sentence = wordFinding(finding, service);
	const place = sourcePlace(finding.data, service);
	const wording = finding.data.wording ?? finding.data.nearest?.wording ?? '';
	const label = words || t('Line {0}, column {1}', line, column);
	item.label = { label, highlights: marks.map(([start, end]): [number, number] => [start, end]) };
	item.description = [t('line {0}', line), place].filter(Boolean).join(' · ');
	item.tooltip = markdown([escaped(sentence), wording && `> ${escaped(wording.slice(0, 400))}`]);
	item.accessibilityInformation = { label: [label, sentence, t('line {0}', line)].join(', ') };
	item.contextValue = recordOf(row) === undefined ? 'finding' : 'finding.source';
	item.command = { command: 'policyWriting.revealFinding', title: t('Go to it'), arguments: [row] };
	return item;
}

/** The record behind a finding: the citation, its source or the term. */
export function recordOf({
	entry: {
		finding: { data },
	},
}: FindingRow): string | undefined {
	return data.citation ?? data.source ?? data.record;
}

/** Why a file was not reviewed, in a few words. */
export function whyUnread(why: UnreadReason): string {
	switch (why) {
		case 'encoding':
			return t('in an unknown encoding: open it, choose “Save with Encoding”, UTF-8');
		case 'binary':
			return t('not a text');
		case 'large':
			return t('too large');
		case 'link':
			return t('a link to another place, which is not followed');
		case 'material':
			return t('material that was imported, no draft');
		case 'excluded':
			return t('left out by the settings (files.exclude, search.exclude)');
		case 'failed':
			return t('cannot be read');
	}
}

function severityName(severity: Severity): string {
	switch (severity) {
		case 'error':
			return t('error');
		case 'warning':
			return t('warning');
		case 'information':
			return t('information');
		case 'hint':
			return t('hint');
	}
}

function severityIcon(severity: Severity): vscode.ThemeIcon {
	switch (severity) {
		case 'error':
			return new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground'));
		case 'warning':
			return new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground'));
		case 'information':
			return new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground'));
		case 'hint':
			return new vscode.ThemeIcon('lightbulb');
	}
}
