// How often a group's documents use words, for the timeline: behind one's own, and marked as the group's.
import * as vscode from 'vscode';
import type { PassageLibrary } from '../../app/library/connection';
import type { GroupSheet } from '../../webviews/timeline/protocol';
import { dateText } from '../base/hitRows';

/** So many documents are told of. */
const mostDocuments = 500;

/**
 * Counts words in a group's documents, but not in those sources that are counted as one's own. `missing`: what could
 * not be asked, in a sentence.
 */
export async function countGroup(
	group: PassageLibrary,
	words: string,
	without: readonly string[],
	missing: () => string,
	signal: { readonly aborted: boolean },
): Promise<GroupSheet> {
	const { documents, years, uses, atLeast } = await group.timeline(words, { without }, signal);
	const counted = atLeast
		? vscode.l10n.t('In the group’s library: at least {0} uses, in {1} documents.', uses, documents.length)
		: vscode.l10n.t('In the group’s library: uses {0}, in {1} documents.', uses, documents.length);
	const rest = vscode.l10n.t('The first {0} are listed.', mostDocuments);
	const said = [uses > 0 || missing() === '' ? counted : '', missing(), documents.length > mostDocuments ? rest : ''];
	return {
		caption: vscode.l10n.t('Group’s library'),
		said: said.filter(Boolean).join(' '),
		years: years.map(one => ({ ...one, year: String(one.year) })),
		documents: documents.slice(0, mostDocuments).map(one => ({
			document: one.document,
			title: one.title,
			when: one.date === undefined ? '' : dateText(one.date),
			uses: one.uses,
			paragraph: one.paragraph,
		})),
	};
}
