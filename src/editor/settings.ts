// The settings of a person, read once into one readonly value; keys and defaults are tested against package.json.
// Knows nothing of what the settings are used for.
import * as vscode from 'vscode';

export interface Settings {
	/** Folders with packs of one's own, relative to each workspace folder. */
	readonly packs: readonly string[];
	readonly completion: { readonly enabled: boolean; readonly pinyin: boolean };
	readonly hover: { readonly enabled: boolean };
	readonly citation: { readonly edition: '2025' | '2015'; readonly form: 'footnote' | 'pandoc' | 'note' };
}

export const section = 'policyWriting';

/** What holds where nothing is set; package.json says the same. */
export const defaults: Settings = {
	packs: ['policy-corpus'],
	completion: { enabled: true, pinyin: true },
	hover: { enabled: true },
	citation: { edition: '2025', form: 'footnote' },
};

/** Reads the settings as they are now. A value of the wrong type counts as not set. */
export function readSettings(): Settings {
	const configuration = vscode.workspace.getConfiguration(section);
	const flag = (key: string, otherwise: boolean) => {
		const value: unknown = configuration.get(key);
		return typeof value === 'boolean' ? value : otherwise;
	};
	const choice = <T extends string>(key: string, allowed: readonly T[], otherwise: T): T => {
		const value: unknown = configuration.get(key);
		return allowed.find(a => a === value) ?? otherwise;
	};
	const packs: unknown = configuration.get('packs');
	return {
		packs: Array.isArray(packs) ? packs.filter((p): p is string => typeof p === 'string' && p.trim() !== '') : defaults.packs,
		completion: { enabled: flag('completion.enabled', true), pinyin: flag('completion.pinyin', true) },
		hover: { enabled: flag('hover.enabled', true) },
		citation: {
			edition: choice('citation.edition', ['2025', '2015'], defaults.citation.edition),
			form: choice('citation.form', ['footnote', 'pandoc', 'note'], defaults.citation.form),
		},
	};
}
