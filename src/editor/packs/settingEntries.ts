// A list of names in the settings, where anything may stand: the names that can be meant, and what is wrong with the
// rest. One bad entry takes no other with it.

/**
 * `list`: the setting is no list; `text`: an entry is no text; `empty`: it says nothing; `character`: no file can be
 * called so.
 */
export type EntryFault = 'list' | 'text' | 'empty' | 'character';

/** The entries of a setting. */
export interface Entries {
	readonly names: readonly string[];
	/** Bad entries, as a person would find them in the file. */
	readonly faults: readonly { readonly entry: string; readonly fault: EntryFault }[];
}

/** More than this nobody lists by hand; a list that a program wrote wrongly does not fill the screen. */
const mostShown = 80;

/** Reads the value of a setting; where it is not set, or is no list, `otherwise` holds. */
export function entriesOf(value: unknown, otherwise: readonly string[]): Entries {
	if (value === undefined || value === null) return { names: otherwise, faults: [] };
	if (!Array.isArray(value)) return { names: otherwise, faults: [{ entry: shown(value), fault: 'list' }] };
	const names: string[] = [];
	const faults: { entry: string; fault: EntryFault }[] = [];
	for (const entry of value as readonly unknown[]) {
		const fault = faultOf(entry);
		if (fault) faults.push({ entry: shown(entry), fault });
		else names.push(String(entry).trim());
	}
	return { names, faults };
}

function faultOf(entry: unknown): EntryFault | undefined {
	if (typeof entry !== 'string') return 'text';
	if (entry.trim() === '') return 'empty';
	return entry.includes('\0') ? 'character' : undefined;
}

function shown(value: unknown): string {
	// JSON of what came from JSON; nothing of it can refuse.
	const text = JSON.stringify(value) ?? '';
	return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}
