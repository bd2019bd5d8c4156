// Work in the thread that writes: what takes longer than a second shows that it goes on, and can be stopped.
import * as vscode from 'vscode';
import { WordClient, WordStopped } from '../../workers/word/client';
import { doneWithin } from '../base/doneWithin';
import type { WordContext } from './wordContext';

/** Milliseconds after which a person sees that it goes on, and can stop it. */
const soon = 1000;
/** … after which nothing will come of it. */
const patience = 180_000;

/** What work comes to in a thread of its own, which ends with it; nothing where the person stopped it. */
export async function inThread<T>(
	start: WordContext['start'],
	title: string,
	task: (client: WordClient) => Promise<T>,
): Promise<T | undefined> {
	const client = new WordClient(await start());
	const limit = setTimeout(() => client.end('time'), patience);
	try {
		const work = task(client);
		const early = await doneWithin(work, soon, undefined);
		if (early !== undefined) return early;
		const location = vscode.ProgressLocation.Notification;
		return await vscode.window.withProgress({ location, title, cancellable: true }, async (_, token) => {
			token.onCancellationRequested(() => client.end('stopped'));
			return work;
		});
	} catch (error) {
		if (error instanceof WordStopped && error.none === 'stopped') return undefined;
		throw error;
	} finally {
		clearTimeout(limit);
		client.end('stopped');
	}
}
