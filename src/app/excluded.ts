// What the settings of an editor leave out of a folder: files.exclude and search.exclude.
import { jsonWithComments } from '../core/text/jsonFault';
import { globMatcher, patternsOf } from './glob';
import type { Files, Place } from './ports';

/** Settings beyond this size are none. */
const largest = 1_000_000;

/** Whether the settings that lie in a folder (.vscode/settings.json) leave out a path below it. */
export async function excludedIn(files: Files, folder: Place): Promise<(path: string) => boolean> {
	const place = files.join(files.join(folder, '.vscode'), 'settings.json');
	const found = await files.stat(place).catch(() => undefined);
	if (found?.kind !== 'file' || found.size > largest) return () => false;
	const settings = jsonWithComments(new TextDecoder().decode(await files.read(place)));
	const value = (key: string): unknown => (settings as Readonly<Record<string, unknown>> | undefined)?.[key];
	return globMatcher(['files.exclude', 'search.exclude'].flatMap(key => patternsOf(value(key))));
}
