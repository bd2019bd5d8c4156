// What a passage of the person's documents looks like in a list, and what is said of the documents as a whole.
import * as vscode from 'vscode';
import { highlightPassage, type PassageHit, type IndexStatus } from '../../core/service';
import type { DocumentsStatus, Row } from '../../webviews/panel/protocol';
import { dateText, fitWords } from '../base/hitRows';
import type { MyDocuments } from '../documentIndex/documentIndex';
import { excerptOf } from './excerpt';

/** The row of a passage. */
export function passageRow(hit: PassageHit): Row {
	const { library, document, source, title, date, paragraph, text, head, wording, exact, missing } = hit;
	const plain = (words: string) => ({ text: words, marks: [] });
	return {
		// No id of a record has a space.
		id: `${paragraph} ${document}`,
		kind: 'document',
		passage: { ...(library && { library }), document, source, paragraph },
		text: excerptOf(text, highlightPassage(text, wording)),
		facts: [
			...(library ? [{ ...plain(vscode.l10n.t('Group’s library')), part: 'whose' as const }] : []),
			...fitWords(missing, !exact),
			...(head === undefined
				? []
				: [{ ...plain(vscode.l10n.t('Columns: {0}', head.slice(0, longestHead))), part: 'columns' as const }]),
			...(date === undefined ? [] : [{ ...plain(dateText(date)), part: 'when' as const }]),
			{ ...plain(placeWords(title || source, hit)), part: 'where' },
		],
	};
}

/** A longer head of a table has no room in a row. */
const longestHead = 160;

/** Where a passage is from, as it is cited: its table, its pages, or its paragraph. */
function placeWords(title: string, { table, page, paragraph }: PassageHit): string {
	const t = vscode.l10n.t;
	if (table !== undefined) return t('“{0}”, table {1}', title, table);
	if (page !== undefined) return t('“{0}”, p. {1}', title, page);
	return t('“{0}”, paragraph {1}', title, paragraph);
}

/** How many documents there are, and what keeps some of them from being found. */
export function documentsStatusOf(
	status: IndexStatus | undefined,
	{ taking, group }: Pick<MyDocuments, 'taking' | 'group'>,
): DocumentsStatus {
	const { documents = 0, left = 0 } = status ?? {};
	const said = [
		group?.missing(),
		taking &&
			vscode.l10n.t(
				'Your documents are being made searchable: {0} of {1}. Those that are ready are found.',
				taking.done,
				taking.total,
			),
		left > 0 &&
			vscode.l10n.t(
				'{0} documents are left out: in the browser they are searched in memory, 100,000 paragraphs at most. In VS Code for the desktop all are searched.',
				left,
			),
	];
	const own = taking ? Math.max(documents, taking.total) : documents;
	return { documents: own + (group?.documents ?? 0), said: said.filter(Boolean).join(' ') };
}
