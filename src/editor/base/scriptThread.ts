// Threads in the browser: a worker made of the extension's own files, since there it can load no others. Where a worker
// is not allowed, the same code runs in the extension host.
import { Uri, workspace, type LogOutputChannel } from 'vscode';
import type { Port } from '../../workers/channel/contract';
import { portOf } from '../../workers/channel/webPort';

/** What a thread is made of, by names of files in `dist`. */
export interface ScriptParts {
	/** What it begins with. */
	readonly entry: string;
	/** Files that ask for each other by their names. */
	readonly parts: readonly string[];
	/** Texts that are globals there, by the names of those; each is a file. */
	readonly globals?: Readonly<Record<string, string>>;
	/** Which thread it is, for the log. */
	readonly name: string;
}

/** Starts a thread of the extension at `extension`. */
export async function startScript<Out, In>(
	extension: Uri,
	{ entry, parts, globals = {}, name }: ScriptParts,
	log: LogOutputChannel,
): Promise<Port<Out, In>> {
	const text = async (file: string) =>
		new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension, 'dist', file)));
	const read = async (file: string) => [file, await text(file)] as const;
	const [begin, files, values] = await Promise.all([
		text(entry),
		Promise.all(parts.map(read)),
		Promise.all(Object.entries(globals).map(async ([global, file]) => [global, await text(file)] as const)),
	]);
	const code = together(begin, files, values);
	try {
		return await inWorker<Out, In>(code);
	} catch (error) {
		log.warn(
			`${name}: no worker is allowed here, so it runs in the extension host`,
			error instanceof Error ? error : String(error),
		);
		return inHost<Out, In>(code);
	}
}

type Named = readonly (readonly [name: string, text: string])[];

/** One script of several CommonJS files; what they would ask of Node is empty. */
function together(entry: string, files: Named, globals: Named): string {
	const modules = files.map(
		([name, text]) => `${JSON.stringify(`./${name}`)}:function(module,exports,require){${text}\n}`,
	);
	return (
		globals.map(([name, text]) => `self.${name}=${JSON.stringify(text)};`).join('') +
		`const files={${modules.join(',')}},loaded={};` +
		'function require(name){if(!files[name])return{env:{},emitWarning(){}};if(!loaded[name]){const module=loaded[name]={exports:{}};files[name](module,module.exports,require)}return loaded[name].exports}' +
		`{const module={exports:{}},exports=module.exports;${entry}\n}`
	);
}

/** Milliseconds in which a worker must say that it is there. */
const patience = 10_000;

async function inWorker<Out, In>(code: string): Promise<Port<Out, In>> {
	const url = URL.createObjectURL(
		new Blob([`${code};self.postMessage({id:0,value:null});`], { type: 'text/javascript' }),
	);
	const worker = new Worker(url);
	const port = portOf<Out, In>(worker);
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
	return port;
}

function inHost<Out, In>(code: string): Port<Out, In> {
	let heard: (message: In) => void = () => undefined;
	const scope = {
		onmessage: undefined as ((event: { data: Out }) => void) | undefined,
		postMessage: (message: In) => setTimeout(() => heard(message), 0),
	};
	// The host itself loads the extension this way; the code is the extension's own file.
	const run = new Function('self', code) as (self: typeof scope) => void;
	run(scope);
	return {
		post: data => void setTimeout(() => scope.onmessage?.({ data }), 0), // others get a turn
		listen: listener => {
			heard = listener;
		},
		end: () => {
			heard = () => undefined;
		},
	};
}
