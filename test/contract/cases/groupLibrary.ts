// A group's library as it is opened by tests, and filled with the documents of the contract.
import { Pusher, type PushAnswer, type PushedDocument, type PushOptions } from '../../../src/app/library/push';
import { sendTo } from '../../../src/app/library/fetchEngine';
import type { IndexedDocument } from '../../../src/core/search/index/engine';
import { GroupLibrary } from '../../../src/core/search/library/groupLibrary';
import { documents } from './library';

export const index = 'contract';

/** A clock that stands still, so that the same is written each time. */
export const clock = { now: () => Date.UTC(2026, 0, 1), wait: () => Promise.resolve() };

/** Documents as a push takes them. */
export function offersOf(pushed: readonly IndexedDocument[]): PushedDocument[] {
	return pushed.map(document => ({ name: `${document.source}.md`, read: () => Promise.resolve(document) }));
}

/** Pushes documents as their owner's machine would. */
export function pushTo(
	address: string,
	pushed: readonly IndexedDocument[],
	options: Partial<PushOptions> = {},
): Promise<PushAnswer> {
	return new Pusher(sendTo(address), clock, { index, ...options }).push(offersOf(pushed));
}

/** The library at an address, filled; pages are short, so that there are some. */
export async function filledLibrary(address: string): Promise<GroupLibrary> {
	await pushTo(address, documents);
	return new GroupLibrary({ send: sendTo(address), index, pageSize: 5, searchPatience: 10_000 });
}

/** The same library, as one asks it that counts passages instead of reading them. */
export function countingLibrary(address: string): GroupLibrary {
	return new GroupLibrary({ send: sendTo(address), index, mostRead: 1, searchPatience: 10_000 });
}
