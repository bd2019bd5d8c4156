// The thread that holds the index: every question that comes in gets its answer.

import type { IndexEngine, IndexProgress } from '../../core/search/index/engine';
import type { Ask, Port, Questions, Reply, Request } from './protocol';

/** Answers with an engine what comes in through a port. */
export function serve(engine: IndexEngine, port: Port<Reply, Request>): void {
	const running = new Map<number, { aborted: boolean }>();
	port.listen(
		request => {
			const { id } = request;
			if (request.ask === 'cancel') {
				const signal = running.get(id);
				if (signal) signal.aborted = true;
				return;
			}
			const signal = { aborted: false };
			running.set(id, signal);
			let told = 0;
			const progress = (at: IndexProgress) => {
				// More often nobody can read it.
				if (at.done < at.total && Date.now() - told < 100) return;
				told = Date.now();
				port.post({ id, progress: at });
			};
			answer(engine, request.ask, request.with, signal, progress)
				.then(
					found => port.post({ id, answer: found }),
					(error: unknown) => port.post({ id, error: error instanceof Error ? error.message : String(error) }),
				)
				.finally(() => {
					running.delete(id);
					if (request.ask === 'close') port.end();
				});
		},
		() => undefined,
	);
}

/** Puts one question. Async, so that whatever is thrown becomes a reply. */
async function answer(
	engine: IndexEngine,
	ask: Ask,
	given: Questions[Ask],
	signal: { readonly aborted: boolean },
	progress: (at: IndexProgress) => void,
): Promise<unknown> {
	switch (ask) {
		case 'status':
			return engine.status();
		case 'search':
			return engine.search(...(given as Questions['search']), signal);
		case 'mention':
			return engine.mention(...(given as Questions['mention']), signal);
		case 'timeline':
			return engine.timeline(...(given as Questions['timeline']), signal);
		case 'passages':
			return engine.passages(...(given as Questions['passages']), signal);
		case 'paragraphs':
			return engine.paragraphs(...(given as Questions['paragraphs']));
		case 'change':
			return engine.change(...(given as Questions['change']), progress, signal);
		case 'sync':
			return engine.sync(...(given as Questions['sync']), progress, signal);
		case 'close':
			return engine.close();
	}
}
