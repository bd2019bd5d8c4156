// The passages of documents that are too many to be loaded, for whoever counts words in them.
import type { Further } from '../../core/service';
import type { Host } from '../base/host';

/** What the index of the person's documents holds beyond what is loaded. */
export function furtherIn(host: Host, signal: { readonly aborted: boolean }): Further {
	return {
		sources: host.documents.unread(),
		async *holding(words) {
			for (let from: number | undefined = 0; from !== undefined && !signal.aborted;) {
				const at: number = from;
				const answer = await host.documents.ask(engine => engine.passages(words, {}, at, signal));
				if (!answer) return;
				yield answer.passages;
				from = answer.next;
			}
		},
	};
}
