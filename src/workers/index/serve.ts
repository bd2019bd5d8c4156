// The thread that holds the index: every question that comes in gets its answer.

import type { IndexEngine, IndexProgress } from '../../core/search/index/engine';
import { serve as serveChannel, type Handlers } from '../channel/serve';
import type { IndexContract, Port, Reply, Request } from './protocol';

/** More often nobody can read how far an update is, in milliseconds. */
const progressInterval = 100;

/** Answers with an engine what comes in through a port; closed, it ends the port. */
export function serve(engine: IndexEngine, port: Port<Reply, Request>): void {
	serveChannel(port, handlersOf(engine), type => {
		if (type === 'close') port.end();
	});
}

function handlersOf(engine: IndexEngine): Handlers<IndexContract> {
	return {
		status: () => engine.status(),
		search: ({ query }, { signal }) => engine.search(query, signal),
		mention: ({ words, filter }, { signal }) => engine.mention(words, filter, signal),
		timeline: ({ words, filter }, { signal }) => engine.timeline(words, filter, signal),
		passages: ({ words, filter, from }, { signal }) => engine.passages(words, filter, from, signal),
		ngrams: (_, { signal }) => engine.ngrams(signal),
		continuations: ({ query }, { signal }) => engine.continuations(query, signal),
		paragraphs: ({ document, from, to }) => engine.paragraphs(document, from, to),
		change: ({ changes }, { signal, progress }) => engine.change(changes, nowAndThen(progress), signal),
		sync: ({ folders }, { signal, progress }) => engine.sync(folders, nowAndThen(progress), signal),
		holdDrafts: ({ drafts }) => engine.holdDrafts(drafts),
		close: () => engine.close(),
	};
}

/** Progress told at most so often, and always when all is done. */
function nowAndThen(tell: (at: IndexProgress) => void): (at: IndexProgress) => void {
	let last = 0;
	return at => {
		if (at.done < at.total && Date.now() - last < progressInterval) return;
		last = Date.now();
		tell(at);
	};
}
