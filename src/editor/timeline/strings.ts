// Every sentence of the timeline in the language of the person.
import * as vscode from 'vscode';
import type { Strings } from '../../webviews/timeline/protocol';

/** All of them. “In this corpus”, never “first ever”: nobody has all texts. */
export function timelineStrings(): Strings {
	return {
		title: vscode.l10n.t('Timeline: {0}'),
		choose: vscode.l10n.t('Choose another term…'),
		loading: vscode.l10n.t('Counting …'),
		summary: vscode.l10n.t('Uses in this corpus: {0}, in {1} of {2} sources ({3} with their full text).'),
		peak: vscode.l10n.t('Most in {0}: {1}.'),
		first: vscode.l10n.t('The earliest dated source that uses it in this corpus: {0}, {1}.'),
		forms: vscode.l10n.t('Written as: {0}'),
		within: vscode.l10n.t('Not counted, because they are part of longer terms: {0}.'),
		nested: vscode.l10n.t('Count it within longer terms too'),
		chart: vscode.l10n.t('Bar chart of the uses by year; the same figures are in the tables below.'),
		bar: vscode.l10n.t('{0}: uses {1}, in {2} of {3} sources'),
		blank: vscode.l10n.t('{0}: this corpus has no source of this year'),
		years: vscode.l10n.t('By year'),
		year: vscode.l10n.t('Year'),
		uses: vscode.l10n.t('Uses'),
		sources: vscode.l10n.t('Sources'),
		of: vscode.l10n.t('{0} of {1}'),
		undated: vscode.l10n.t('No date'),
		held: vscode.l10n.t('Of these, {0} have only the date of the copy at hand; the source itself may be older.'),
		documents: vscode.l10n.t('By source'),
		date: vscode.l10n.t('Date'),
		source: vscode.l10n.t('Source'),
		firstUse: vscode.l10n.t('First use in it'),
		paragraph: vscode.l10n.t('Paragraph {0}'),
		copy: vscode.l10n.t('date of the copy at hand'),
		ofCopy: vscode.l10n.t('{0} ({1})'),
		cited: vscode.l10n.t('only what is cited of it'),
		ours: vscode.l10n.t('{0} in the wording of this corpus'),
		only: vscode.l10n.t('Only {0} is shown.'),
		all: vscode.l10n.t('Show all'),
		more: vscode.l10n.t('{0} of {1} sources are shown. Choose a year to see fewer.'),
		nothing: vscode.l10n.t('Not used in this corpus'),
		nothingHelp: vscode.l10n.t(
			'None of its {0} sources ({1} with their full text) has these words. That says nothing of other texts.',
		),
		noTexts: vscode.l10n.t(
			'Put the full texts of your sources into the folder “documents” of your pack, and they are counted too.',
		),
		failed: vscode.l10n.t('The uses could not be counted'),
		slow: vscode.l10n.t('There was no answer for a while. Count again.'),
		again: vscode.l10n.t('Count again'),
	};
}
