// Every sentence of the citation panel in the language of the person.
import * as vscode from 'vscode';
import type { Form, RowKind, Scope, Strings } from '../../webviews/panel/protocol';

/** The names of the forms of insertion, as buttons show them. */
export function formNames(): { readonly [F in Form]: string } {
	return {
		footnote: vscode.l10n.t('Footnote'),
		pandoc: vscode.l10n.t('Key [@key]'),
		note: vscode.l10n.t('Note (source)'),
		quotation: vscode.l10n.t('Quotation with footnote'),
	};
}

/** What each form of insertion does, in a sentence. */
export function formHelp(): { readonly [F in Form]: string } {
	return {
		footnote: vscode.l10n.t('Footnote at the cursor, its reference with the other footnotes'),
		pandoc: vscode.l10n.t('Pandoc key at the cursor: [@key]'),
		note: vscode.l10n.t('Source in brackets at the cursor: （《经济日报》2024年2月14日）'),
		quotation: vscode.l10n.t('The words in quotation marks, with a footnote'),
	};
}

/** What the form `quotation` does with a point or a figure: those are not somebody's words. */
export function wordingHelp(): string {
	return vscode.l10n.t('The wording of this library, without quotation marks, with a footnote');
}

/** The names of the kinds of row. */
export function kindNames(): { readonly [K in RowKind]: string } {
	return {
		quotation: vscode.l10n.t('Quotation'),
		point: vscode.l10n.t('Point'),
		figure: vscode.l10n.t('Figure'),
		source: vscode.l10n.t('Source'),
		document: vscode.l10n.t('Document'),
	};
}

/** The names of the places where is searched. */
export function scopeNames(): { readonly [S in Scope]: string } {
	return { corpus: vscode.l10n.t('Citations'), documents: vscode.l10n.t('My documents'), both: vscode.l10n.t('Both') };
}

/** What to do where a person has no documents. */
export function documentsHelp(): string {
	return vscode.l10n.t(
		'Bring in saved web pages, Word files, PDFs and text files with “Import Documents…”. Each becomes a file in your pack, and every paragraph of it can be found and cited here.',
	);
}

/** What helps where nothing was found; also said by the palette. */
export function nothingHelp(): string {
	return vscode.l10n.t(
		'Try fewer or other words, or pinyin initials such as xzscl. Every word you type must be found.',
	);
}

/** All of them. */
export function panelStrings(): Strings {
	return {
		title: vscode.l10n.t('Citation panel'),
		search: vscode.l10n.t('Search citations and sources'),
		placeholder: vscode.l10n.t('Words, speaker, occasion, title …'),
		clear: vscode.l10n.t('Clear (Escape)'),
		follow: vscode.l10n.t('Follow the cursor'),
		followHelp: vscode.l10n.t('Follow the cursor: list what fits the paragraph you are writing'),
		scope: vscode.l10n.t('Where to search'),
		scopes: scopeNames(),
		filters: {
			kind: vscode.l10n.t('Filter by kind'),
			source: vscode.l10n.t('Filter by source'),
			speaker: vscode.l10n.t('Filter by speaker'),
			year: vscode.l10n.t('Filter by year'),
		},
		filterNames: {
			scope: vscode.l10n.t('Where'),
			kind: vscode.l10n.t('Kind'),
			source: vscode.l10n.t('Source'),
			speaker: vscode.l10n.t('Speaker'),
			year: vscode.l10n.t('Year'),
		},
		filterRow: vscode.l10n.t('Filters'),
		every: {
			kind: vscode.l10n.t('All kinds'),
			source: vscode.l10n.t('All sources'),
			speaker: vscode.l10n.t('All speakers'),
			year: vscode.l10n.t('All years'),
		},
		clearFilters: vscode.l10n.t('Clear filters'),
		kinds: kindNames(),
		list: vscode.l10n.t('Citations and sources found'),
		more: vscode.l10n.t('Show more'),
		loading: vscode.l10n.t('Searching …'),
		count: vscode.l10n.t('{0} found'),
		countOf: vscode.l10n.t('{0} of {1} shown'),
		fits: vscode.l10n.t('Fits the paragraph “{0}”'),
		nothing: vscode.l10n.t('Nothing found'),
		nothingHelp: nothingHelp(),
		nothingFiltered: vscode.l10n.t('Nothing is left with these filters. Clear them or search for other words.'),
		noDocuments: vscode.l10n.t('You have no documents here yet'),
		noDocumentsHelp: documentsHelp(),
		importDocuments: vscode.l10n.t('Import documents…'),
		typeWords: vscode.l10n.t('Type what you are looking for'),
		typeWordsHelp: vscode.l10n.t('Every paragraph of your documents ({0}) is searched.'),
		nothingFits: vscode.l10n.t('Nothing fits this paragraph yet'),
		nothingFitsHelp: vscode.l10n.t('Write a few words of it, put the cursor into another paragraph, or search above.'),
		noParagraph: vscode.l10n.t('No draft is open'),
		noParagraphHelp: vscode.l10n.t(
			'Open the document you are writing (Markdown, plain text or LaTeX) and put the cursor into a paragraph.',
		),
		failed: vscode.l10n.t('The search did not work'),
		slow: vscode.l10n.t('There was no answer for a while. Your search is kept; search again.'),
		again: vscode.l10n.t('Search again'),
		actions: vscode.l10n.t('Selected entry'),
		insert: vscode.l10n.t('Insert: {0} (Enter)'),
		insertAs: vscode.l10n.t('Insert as'),
		moreActions: vscode.l10n.t('Other forms, copy … (Ctrl+Enter)'),
		forms: formNames(),
		formHelp: formHelp(),
		wording: vscode.l10n.t('Wording with footnote'),
		wordingHelp: wordingHelp(),
		copyWords: vscode.l10n.t('Copy the text'),
		copyReference: vscode.l10n.t('Copy the reference'),
		open: vscode.l10n.t('Open source'),
		record: vscode.l10n.t('Make citation'),
		recordHelp: vscode.l10n.t('Make a citation of your own pack out of this passage'),
	};
}
