// Entry of the thread that reads documents, in the browser: it is handed the bytes of files.
import type { Asked } from '../workers/import/protocol';
import { serveImport } from '../workers/import/service';

/** What stands where this runs: a worker, or what plays one. `maps`: the text of dist/cmaps.json. */
interface Scope {
	onmessage: ((event: { readonly data: Asked }) => void) | null;
	postMessage(message: unknown): void;
	readonly policyWritingMaps: string;
}

const scope = self as unknown as Scope;
const answer = serveImport(
	{
		documents: () => import('./main.import'),
		packs: () => import('./main.packs'),
		maps: () => Promise.resolve(JSON.parse(scope.policyWritingMaps) as Record<string, string>),
	},
	message => scope.postMessage(message),
);
scope.onmessage = ({ data }) => answer(data);
