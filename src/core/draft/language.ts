// The languages of drafts.

/** The languages a draft may be written in, as VS Code calls them. */
export type DraftLanguage = 'markdown' | 'latex' | 'tex' | 'plaintext';

/** Whether a language is LaTeX or plain TeX. */
export function isTex(language: string): boolean {
	return language === 'latex' || language === 'tex';
}
