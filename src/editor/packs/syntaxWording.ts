// What breaks the form of a pack's or a library's file, in the person's language.
import { l10n } from 'vscode';
import type { Problem } from '../../core/service';

/** What is broken in an entry of a library. */
export function brokenEntry(data: Problem['data']): string {
	switch (data.reason) {
		case 'comma':
			return l10n.t('A comma is missing behind this field.');
		case 'outside':
			return l10n.t('This field stands in no entry: there is one } too many before it.');
		case 'closing':
			return l10n.t('The end of this entry (ER) is missing.');
		default:
			return `${l10n.t('This cannot be read, and the entry is left out.')} ${breakage(data)}`.trim();
	}
}

function breakage(data: Problem['data']): string {
	switch (data.reason) {
		case 'brace':
			return l10n.t('A brace { is never closed.');
		case 'quote':
			return l10n.t('A quotation mark is never closed.');
		case 'end':
			return l10n.t('The entry does not end.');
		case 'key':
			return l10n.t('Its citation key cannot be read.');
		case 'long':
			return l10n.t('A value is too long.');
		case 'yaml':
			return syntax(String(data.detail));
		default:
			return l10n.t('Look for a missing comma, quotation mark or bracket.');
	}
}

/** What to do about what the YAML library found; its codes are those of `yaml` 2. */
export function syntax(reason: string): string {
	switch (reason) {
		case 'TAB_AS_INDENT':
			return l10n.t('Indent with spaces, not with tabs.');
		case 'BAD_INDENT':
			return l10n.t('The lines of one record must be indented equally.');
		case 'MISSING_CHAR':
			return l10n.t('A bracket, a brace, a quotation mark, a comma or a colon with a space after it is missing.');
		case 'MULTIPLE_DOCS':
			return l10n.t('Take away the line “---” or “...” between the records.');
		case 'BAD_ALIAS':
			return l10n.t('A text that begins with * must stand in double quotation marks.');
		default:
			return l10n.t(
				'A text that holds “: ” or “ #”, or begins with a mark such as - [ { * &, must stand in double quotation marks.',
			);
	}
}
