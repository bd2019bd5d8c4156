// The settings of a person, read once into one readonly value; keys and defaults are tested against package.json.
import { levels, type Levels } from '../../app/levels';

export interface Settings {
	/** Folders with packs of one's own, relative to each workspace folder. */
	readonly packs: readonly string[];
	/** Libraries of other programs: paths or patterns, relative to each workspace folder. */
	readonly bibliographies: readonly string[];
	readonly completion: { readonly enabled: boolean; readonly pinyin: boolean };
	/** Grey text: on or off, of which texts beside the documents, how sure it must be. */
	readonly continue: {
		readonly enabled: boolean;
		readonly from: 'documents' | 'openDrafts' | 'workspaceDrafts';
		readonly confidence: 'eager' | 'balanced' | 'sure';
	};
	readonly hover: { readonly enabled: boolean };
	readonly citation: {
		readonly edition: '2025' | '2015';
		readonly form: 'footnote' | 'pandoc' | 'note';
		/**
		 * How references are worded: width of the marks in entries in Latin script, URLs, dates of access, how many
		 * authors are named.
		 */
		readonly latinMarks: 'edition' | 'half';
		readonly url: boolean;
		readonly accessed: boolean;
		readonly authors: number;
	};
	/** What becomes of footnote labels when they are put in order. */
	readonly footnotes: { readonly renumber: 'keys' | 'numbers' };
	/** The reference list between its markers. */
	readonly references: { readonly order: 'citation' | 'author'; readonly updateOnSave: boolean };
	/** A Word template of one's own, and which of its styles stand for which of ours. */
	readonly word: { readonly template: string; readonly styles: Readonly<Record<string, string>> };
	/** Whether passages of a person's own documents may go to an assistant. */
	readonly assistants: { readonly documents: 'ask' | 'workspace' | 'always' | 'never' };
	/**
	 * Where a group's library is: the address of the server, none for no library, the name of the index, and the file of
	 * the authority that the server's certificate is from, none for those this machine trusts.
	 */
	readonly library: { readonly server: string; readonly index: string; readonly certificateAuthority: string };
	/** Checks while writing, and how heavy each kind of finding is, by code or family. */
	readonly review: { readonly enabled: boolean; readonly severity: Levels };
}

export const section = 'policyWriting';

/** What holds where nothing is set; package.json says the same. */
export const defaults: Settings = {
	packs: ['policy-corpus'],
	bibliographies: [],
	completion: { enabled: true, pinyin: true },
	continue: { enabled: true, from: 'documents', confidence: 'balanced' },
	hover: { enabled: true },
	citation: { edition: '2025', form: 'footnote', latinMarks: 'edition', url: true, accessed: true, authors: 3 },
	footnotes: { renumber: 'keys' },
	references: { order: 'citation', updateOnSave: true },
	word: { template: '', styles: {} },
	assistants: { documents: 'ask' },
	library: { server: '', index: '', certificateAuthority: '' },
	review: { enabled: true, severity: { punctuation: 'off', structure: 'off' } },
};

/**
 * Reads the settings through `get` (a look-up of a key below the section). A value of the wrong type counts as not set.
 */
export function readSettings(get: (key: string) => unknown): Settings {
	const flag = (key: string, otherwise: boolean) => {
		const value = get(key);
		return typeof value === 'boolean' ? value : otherwise;
	};
	const count = (key: string, otherwise: number) => {
		const value = get(key);
		return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : otherwise;
	};
	const choice = <T extends string>(key: string, allowed: readonly T[], otherwise: T): T =>
		allowed.find(a => a === get(key)) ?? otherwise;
	const text = (key: string) => [get(key)].find(value => typeof value === 'string')?.trim() ?? '';
	const texts = (key: string, otherwise: readonly string[]) => {
		const value = get(key);
		return Array.isArray(value)
			? value.filter((text): text is string => typeof text === 'string' && text.trim() !== '')
			: otherwise;
	};
	return {
		packs: texts('packs', defaults.packs),
		bibliographies: texts('bibliographies', defaults.bibliographies),
		completion: {
			enabled: flag('completion.enabled', defaults.completion.enabled),
			pinyin: flag('completion.pinyin', defaults.completion.pinyin),
		},
		continue: {
			enabled: flag('continue.enabled', defaults.continue.enabled),
			from: choice(`continue.from`, ['documents', 'openDrafts', 'workspaceDrafts'], defaults.continue.from),
			confidence: choice('continue.confidence', ['eager', 'balanced', 'sure'], defaults.continue.confidence),
		},
		hover: { enabled: flag('hover.enabled', defaults.hover.enabled) },
		citation: {
			edition: choice('citation.edition', ['2025', '2015'], defaults.citation.edition),
			form: choice('citation.form', ['footnote', 'pandoc', 'note'], defaults.citation.form),
			latinMarks: choice('citation.latinMarks', ['edition', 'half'], defaults.citation.latinMarks),
			url: flag('citation.url', defaults.citation.url),
			accessed: flag('citation.accessed', defaults.citation.accessed),
			authors: count('citation.authors', defaults.citation.authors),
		},
		footnotes: { renumber: choice('footnotes.renumber', ['keys', 'numbers'], defaults.footnotes.renumber) },
		references: {
			order: choice('references.order', ['citation', 'author'], defaults.references.order),
			updateOnSave: flag('references.updateOnSave', defaults.references.updateOnSave),
		},
		word: { template: text('word.template'), styles: namesOf(get('word.styles')) },
		assistants: {
			documents: choice('assistants.documents', ['ask', 'workspace', 'always', 'never'], defaults.assistants.documents),
		},
		library: {
			server: text('library.server'),
			index: text('library.index'),
			certificateAuthority: text('library.certificateAuthority'),
		},
		review: { enabled: flag('review.enabled', defaults.review.enabled), severity: levelsOf(get('review.severity')) },
	};
}

/** Names by keys; what is no text is left out. */
function namesOf(value: unknown): Readonly<Record<string, string>> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
	const entries = Object.entries(value as Record<string, unknown>);
	return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** The levels of a person; one that is none is left out, and where a person says nothing the defaults hold. */
function levelsOf(value: unknown): Levels {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return defaults.review.severity;
	const read = Object.entries(value as Record<string, unknown>).flatMap(([code, level]) => {
		const known = levels.find(one => one === level);
		return known === undefined ? [] : [[code, known] as const];
	});
	return { ...defaults.review.severity, ...Object.fromEntries(read) };
}
