// What the thread that writes Word files does with each request.
import type { createWordTools } from '../../core/word/tools';
import { numberComma } from '../../core/citations/gbt7714/numberComma';
import type { createFinisher, Finisher } from '../../core/citations/finisher';
import type { DraftLanguage } from '../../core/service';
import type { Manuscript } from '../../core/word/manuscript';
import { serveInTurn } from '../channel/serve';
import type { Answered, Asked, WordContract } from './protocol';

/** What is loaded when it is first needed. */
export interface WordParts {
	readonly citing: () => Promise<{ readonly createFinisher: typeof createFinisher }>;
	readonly word: () => Promise<{ readonly createWordTools: typeof createWordTools }>;
}

/** Answers requests one after the other, in the order in which they came. */
export function serveWord({ citing, word }: WordParts, post: (answer: Answered) => void): (asked: Asked) => void {
	let opened: (Finisher & { readonly language: DraftLanguage }) | undefined;
	let manuscript: Manuscript | undefined;
	return serveInTurn<WordContract>(
		{
			async open({ text, language }) {
				opened = { ...(await citing()).createFinisher(text, language), language };
				return opened.names;
			},
			async copy({ style, sources, options }) {
				if (!opened) throw new Error('nothing was opened');
				return opened.finish(style, sources, options);
			},
			async read({ style, sources, options }) {
				if (!opened) throw new Error('nothing was opened');
				const { text, problems } = opened.finish(style, sources, options);
				manuscript = (await word()).createWordTools().read(text, opened.language, numberComma(options));
				return { images: manuscript.images, cites: problems };
			},
			async write({ layout, pictures, template }) {
				if (!manuscript) throw new Error('nothing was read');
				return (await word()).createWordTools().write(manuscript, layout, pictures, template);
			},
		},
		post,
	);
}
