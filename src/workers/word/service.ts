// What the thread that writes Word files does with each request.
import type { createWordTools } from '../../core/word/tools';
import type { Manuscript } from '../../core/word/manuscript';
import { serveInTurn } from '../channel/serve';
import type { Answered, Asked, WordContract } from './protocol';

/** What is loaded when it is first needed. */
export type LoadWord = () => Promise<{ readonly createWordTools: typeof createWordTools }>;

/** Answers requests one after the other, in the order in which they came. */
export function serveWord(load: LoadWord, post: (answer: Answered) => void): (asked: Asked) => void {
	let manuscript: Manuscript | undefined;
	return serveInTurn<WordContract>(
		{
			async read({ text, language }) {
				manuscript = (await load()).createWordTools().read(text, language);
				return manuscript.images;
			},
			async write({ layout, pictures, template }) {
				if (!manuscript) throw new Error('nothing was read');
				return (await load()).createWordTools().write(manuscript, layout, pictures, template);
			},
		},
		post,
	);
}
