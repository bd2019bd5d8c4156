// Entry of the thread that writes Word files, in the browser.
import type { Asked } from '../workers/word/protocol';
import { serveWord } from '../workers/word/service';

/** What stands where this runs: a worker, or what plays one. */
interface Scope {
	onmessage: ((event: { readonly data: Asked }) => void) | null;
	postMessage(message: unknown): void;
}

const scope = self as unknown as Scope;
const answer = serveWord({ citing: () => import('./main.core'), word: () => import('./main.word') }, message =>
	scope.postMessage(message),
);
scope.onmessage = ({ data }) => answer(data);
