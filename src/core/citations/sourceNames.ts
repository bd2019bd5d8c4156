// What a draft names sources by.

import type { Draft } from '../draft/draft';
import { plainReference } from './edits/generated';
import { linesOfList, listPlaces, unlettered } from './edits/list';
import { texFootnotes } from './edits/texFootnotes';
import type { SourceNames } from './sources';

/** What a draft names sources by; texts are as references are compared. */
export function sourceNames(draft: Draft): SourceNames {
	const { text } = draft;
	const texts = new Map<string, Set<string>>();
	for (const { label } of draft.references) texts.set(label, new Set());
	for (const { label, textStart, end } of draft.definitions) {
		const said = texts.get(label) ?? new Set();
		texts.set(label, said.add(plainReference(text.slice(textStart, end))));
	}
	const footnotes = texFootnotes(draft).map(({ start, end }) => text.slice(start, end));
	const lines = listPlaces(draft).flatMap(({ start, end }) => linesOfList(text.slice(start, end), start));
	return {
		keys: [...new Set(draft.citations.flatMap(({ keys }) => keys.map(({ key }) => key)))],
		notes: [...texts].map(([label, said]) => ({ label, texts: [...said] })),
		texts: [...footnotes, ...lines.flatMap(({ words }) => [words, unlettered(words)])].map(plainReference),
	};
}
