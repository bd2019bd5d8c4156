// Starts the thread that reads documents, in the browser: a worker made of the extension's own files, since there it
// can load no others. Where a worker is not allowed, the same code runs in the extension host.
import { Uri, workspace, type LogOutputChannel } from 'vscode';
import { portOf } from '../../workers/channel/webPort';
import type { Answered, Asked, ImportPort } from '../../workers/import/protocol';

/** A thread of the extension at `extension`. */
export async function startImporter(extension: Uri, log: LogOutputChannel): Promise<ImportPort> {
	const text = async (name: string) =>
		new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension, 'dist', name)));
	const parts = ['main.import.js', 'main.packs.js', 'main.characters.js'];
	const [entry, maps, ...files] = await Promise.all(['main.importWeb.js', 'cmaps.json', ...parts].map(text));
	const code = together(entry!, Object.fromEntries(parts.map((name, i) => [`./${name}`, files[i]!])), maps!);
	try {
		return await inWorker(code);
	} catch (error) {
		log.warn(
			'import: no worker is allowed here, so documents are read in the extension host',
			error instanceof Error ? error : String(error),
		);
		return inHost(code);
	}
}

/** One script of several CommonJS files; what they would ask of Node is empty. */
function together(entry: string, files: Readonly<Record<string, string>>, maps: string): string {
	const modules = Object.entries(files).map(
		([name, text]) => `${JSON.stringify(name)}:function(module,exports,require){${text}\n}`,
	);
	return (
		`self.policyWritingMaps=${JSON.stringify(maps)};const files={${modules.join(',')}},loaded={};` +
		'function require(name){if(!files[name])return{env:{},emitWarning(){}};if(!loaded[name]){const module=loaded[name]={exports:{}};files[name](module,module.exports,require)}return loaded[name].exports}' +
		`{const module={exports:{}},exports=module.exports;${entry}\n}`
	);
}

/** Milliseconds in which a worker must say that it is there. */
const patience = 10_000;

async function inWorker(code: string): Promise<ImportPort> {
	const url = URL.createObjectURL(
		new Blob([`${code};self.postMessage({id:0,value:null});`], { type: 'text/javascript' }),
	);
	const worker = new Worker(url);
	const port = portOf<Asked, Answered>(worker);
	let timer: ReturnType<typeof setTimeout> | undefined;
	try {
		await new Promise<void>((resolve, reject) => {
			timer = setTimeout(() => reject(new Error('no sign of the worker')), patience);
			port.listen(
				() => resolve(),
				why => reject(new Error(why)),
			);
		});
	} catch (error) {
		worker.terminate();
		throw error;
	} finally {
		clearTimeout(timer);
		URL.revokeObjectURL(url);
	}
	return { ...port, paths: false };
}

function inHost(code: string): ImportPort {
	let heard: (message: Answered) => void = () => undefined;
	const scope = {
		onmessage: undefined as ((event: { data: Asked }) => void) | undefined,
		postMessage: (message: Answered) => setTimeout(() => heard(message), 0),
	};
	// The host itself loads the extension this way; the code is the extension's own file.
	const run = new Function('self', code) as (self: typeof scope) => void;
	run(scope);
	return {
		paths: false,
		post: data => void setTimeout(() => scope.onmessage?.({ data }), 0), // others get a turn
		listen: listener => {
			heard = listener;
		},
		end: () => {
			heard = () => undefined;
		},
	};
}
