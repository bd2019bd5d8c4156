// Formulations → the text of snippets/formulations.json; the one place that says how a snippet is made.

import type { Formulation } from './records';
import { parts, toPlain, toSnippet } from './slots';

/** One snippet as VS Code reads it. */
export interface Snippet {
	readonly prefix: string | readonly string[];
	readonly body: string | readonly string[];
	readonly description: string;
}

/** Longest run of initials in a prefix: enough to tell formulations apart, short enough to type. */
const prefixLength = 8;

/**
 * Snippets by name, in the order of the formulations. The prefix is ASCII (an input method is off when it is typed):
 * `v` and the pinyin initials of the words outside the slots, then a number where two would be equal. No syllable
 * begins with v, so a snippet never answers to pinyin: a list of snippets that opened at the first letter would keep VS
 * Code from asking for terms. `initialsOf` answers the lower-case initials of a Han text.
 */
export function formulationSnippets(
	formulations: readonly Formulation[],
	initialsOf: (text: string) => string,
): Readonly<Record<string, Snippet>> {
	const taken = new Map<string, number>();
	const entries = formulations.map(formulation => {
		const words = parts(formulation.text)
			.map(part => ('text' in part ? part.text : ''))
			.join('');
		const base = `v${
			initialsOf(words)
				.replace(/[^a-z0-9]/g, '')
				.slice(0, prefixLength) || formulation.id
		}`;
		const count = (taken.get(base) ?? 0) + 1;
		taken.set(base, count);
		const snippet: Snippet = {
			prefix: count === 1 ? base : `${base}${count}`,
			body: toSnippet(formulation.text),
			description: [formulation.category, formulation.usage].filter(Boolean).join('：') || '提法',
		};
		return [toPlain(formulation.text), formulation.id, snippet] as const;
	});
	const names = new Set<string>();
	return Object.fromEntries(
		entries.map(([name, id, snippet]) => {
			const unique = names.has(name) ? `${name} (${id})` : name;
			names.add(unique);
			return [unique, snippet];
		}),
	);
}

/** The text of the generated file: stable, one snippet a block, a line end at the end. */
export function snippetFile(snippets: Readonly<Record<string, Snippet>>): string {
	return `${JSON.stringify(snippets, null, '\t')}\n`;
}
