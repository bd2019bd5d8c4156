// The table of commands by their first word; each group is loaded only when one of its commands is called.

import type { Command } from './command';

/** First word of a command → the commands that begin with it. */
export const groups: Readonly<Record<string, () => Promise<readonly Command[]>>> = {
	complete: async () => (await import('./terms')).completeCommands,
	continue: async () => (await import('./continue')).continueCommands,
	terms: async () => (await import('./terms')).termsCommands,
	explain: async () => (await import('./terms')).explainCommands,
	timeline: async () => (await import('./timeline')).timelineCommands,
	candidates: async () => (await import('./timeline')).candidatesCommands,
	search: async () => (await import('./search')).searchCommands,
	docx: async () => (await import('./word/docx')).docxCommands,
	export: async () => (await import('./export')).exportCommands,
	check: async () => (await import('./check/check')).checkCommands,
	cite: async () => (await import('./cite')).citeCommands,
	import: async () => (await import('./import/import')).importCommands,
	library: async () => (await import('./group/push')).libraryCommands,
	corpus: async () => (await import('./corpus')).corpusCommands,
};
